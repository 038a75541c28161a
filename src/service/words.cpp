// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/words.h"

#include "base/redaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace service::words {

namespace {

using base::ErrorCode;

constexpr const char *kContext = "Words";

QString say(const char *text)
{
    return text == nullptr ? QString() : QCoreApplication::translate(kContext, text);
}

struct ErrorWords {
    ErrorCode code;
    const char *text;     ///< without a detail
    const char *withText; ///< %1 = the detail; null: the detail says nothing to people
    const char *hint;     ///< null: there is nothing to do about it
};

constexpr std::array kUsageWords{
    ErrorWords{ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("Words", "Something in this request is not valid."),
               QT_TRANSLATE_NOOP("Words", "This is not valid here: %1."),
               QT_TRANSLATE_NOOP("Words", "Correct it and try again.")},
    ErrorWords{ErrorCode::InvalidName, QT_TRANSLATE_NOOP("Words", "That is not a valid name."),
               QT_TRANSLATE_NOOP("Words", "\"%1\" is not a valid name."),
               QT_TRANSLATE_NOOP(
                   "Words", "Use letters, digits, dots, dashes, underscores and inner spaces, with / between the parts.")},
    ErrorWords{ErrorCode::InvalidReference, QT_TRANSLATE_NOOP("Words", "That is not a valid reference."),
               QT_TRANSLATE_NOOP("Words", "\"%1\" is not a valid reference."),
               QT_TRANSLATE_NOOP("Words", "Write NAME#FIELD or latchkey://NAME/FIELD, for example bitget/main#api_key.")},
    ErrorWords{
        ErrorCode::InvalidJson, QT_TRANSLATE_NOOP("Words", "The input is not the JSON that is expected here."), nullptr,
        QT_TRANSLATE_NOOP("Words", "Give one flat JSON object whose values are text, for example {\"api_key\":\"...\"}.")},
    ErrorWords{ErrorCode::MissingField, QT_TRANSLATE_NOOP("Words", "A field is missing."),
               QT_TRANSLATE_NOOP("Words", "The field \"%1\" is missing."),
               QT_TRANSLATE_NOOP("Words", "Fill it in and try again.")},
    ErrorWords{ErrorCode::EmptyField, QT_TRANSLATE_NOOP("Words", "A field is empty."),
               QT_TRANSLATE_NOOP("Words", "The field \"%1\" is empty."),
               QT_TRANSLATE_NOOP("Words", "Fill it in and try again.")},
    ErrorWords{ErrorCode::WeakPassphrase, QT_TRANSLATE_NOOP("Words", "This passphrase is too easy to guess."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Use several words that do not belong together.")},
    ErrorWords{ErrorCode::NotATerminal,
               QT_TRANSLATE_NOOP("Words", "This needs an answer, and there is no terminal to ask on."),
               QT_TRANSLATE_NOOP("Words", "This needs an answer, and there is no terminal to ask on (%1)."),
               QT_TRANSLATE_NOOP("Words", "Give the answer by an option; --help lists them.")},
    ErrorWords{ErrorCode::AmbiguousField, QT_TRANSLATE_NOOP("Words", "It is not clear which field is meant."),
               QT_TRANSLATE_NOOP("Words", "Several fields could be meant: %1."),
               QT_TRANSLATE_NOOP("Words", "Write NAME#FIELD.")},
    ErrorWords{ErrorCode::UnsupportedProfile,
               QT_TRANSLATE_NOOP("Words", "This profile does not fit what it is to be used with."),
               QT_TRANSLATE_NOOP("Words", "This profile does not fit: %1."),
               QT_TRANSLATE_NOOP("Words", "Name one credential with --with, or choose another profile.")},
    ErrorWords{ErrorCode::NoAgent,
               QT_TRANSLATE_NOOP("Words", "No Latchkey program is running that could keep the vault open."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Start \"latchkey serve\" or the Latchkey window.")},
    ErrorWords{ErrorCode::UnknownExchange, QT_TRANSLATE_NOOP("Words", "Latchkey does not know this exchange."),
               QT_TRANSLATE_NOOP("Words", "Latchkey does not know the exchange \"%1\"."),
               QT_TRANSLATE_NOOP("Words", "\"latchkey exchange catalogue\" lists all that it knows.")},
    ErrorWords{ErrorCode::UnknownProvider,
               QT_TRANSLATE_NOOP("Words", "Latchkey does not know this provider of language models."),
               QT_TRANSLATE_NOOP("Words", "Latchkey does not know the provider \"%1\"."),
               QT_TRANSLATE_NOOP("Words", "\"latchkey llm set --help\" lists all that it knows.")},
};

constexpr std::array kVaultWords{
    ErrorWords{ErrorCode::Locked, QT_TRANSLATE_NOOP("Words", "The vault is locked."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Unlock it first.")},
    ErrorWords{ErrorCode::LockedByAgent, QT_TRANSLATE_NOOP("Words", "Latchkey is running and locked."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Unlock it there, or use --no-agent to open the vault by yourself.")},
    ErrorWords{ErrorCode::WrongPassphrase, QT_TRANSLATE_NOOP("Words", "That passphrase is not right. Nothing was changed."),
               nullptr,
               QT_TRANSLATE_NOOP("Words",
                                 "Try again, or use the recovery key. If you are sure of it, this way in may be damaged.")},
    ErrorWords{ErrorCode::NoWayIn, QT_TRANSLATE_NOOP("Words", "Nothing that was given opens this vault."),
               QT_TRANSLATE_NOOP("Words", "The way in that was given cannot be used: %1."),
               QT_TRANSLATE_NOOP("Words", "Give its passphrase or the recovery key.")},
    ErrorWords{ErrorCode::KdfTooCostly, QT_TRANSLATE_NOOP("Words", "Opening this vault needs more memory than is free."),
               nullptr, QT_TRANSLATE_NOOP("Words", "Close other programs and try again.")},
    ErrorWords{ErrorCode::NotFound, QT_TRANSLATE_NOOP("Words", "There is nothing of that name."),
               QT_TRANSLATE_NOOP("Words", "There is nothing named \"%1\"."),
               QT_TRANSLATE_NOOP("Words", "Look at the list of names and check the spelling.")},
    ErrorWords{ErrorCode::FieldNotFound, QT_TRANSLATE_NOOP("Words", "There is no such field."),
               QT_TRANSLATE_NOOP("Words", "There is no field \"%1\"."),
               QT_TRANSLATE_NOOP("Words", "Look at the entry: it lists its fields.")},
    ErrorWords{ErrorCode::VersionNotFound, QT_TRANSLATE_NOOP("Words", "There is no such version."),
               QT_TRANSLATE_NOOP("Words", "\"%1\" has no such version that may be used."),
               QT_TRANSLATE_NOOP("Words", "Look at its history: it lists the versions.")},
    ErrorWords{ErrorCode::NotInitialized, QT_TRANSLATE_NOOP("Words", "There is no vault yet."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Make one with \"latchkey init\" or in the Latchkey window.")},
    ErrorWords{
        ErrorCode::ConsentRequired, QT_TRANSLATE_NOOP("Words", "This is held back until you agree."),
        QT_TRANSLATE_NOOP("Words",
                          "\"%1\" is held back: it waits for a check, or it may withdraw money and nobody agreed to that."),
        QT_TRANSLATE_NOOP(
            "Words",
            "Switch withdrawing off at the exchange and check again, or agree with \"latchkey exchange consent\".")},
    ErrorWords{ErrorCode::Denied, QT_TRANSLATE_NOOP("Words", "This was refused."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Ask the owner of this vault.")},
    ErrorWords{ErrorCode::NoMatch, QT_TRANSLATE_NOOP("Words", "The value is not the stored one."), nullptr, nullptr},
    ErrorWords{ErrorCode::AlreadyExists, QT_TRANSLATE_NOOP("Words", "That exists already. Nothing was changed."),
               QT_TRANSLATE_NOOP("Words", "\"%1\" exists already. Nothing was changed."),
               QT_TRANSLATE_NOOP("Words", "Choose another name, or change what exists.")},
    ErrorWords{ErrorCode::Conflict, QT_TRANSLATE_NOOP("Words", "This was changed in the meantime. Nothing was saved."),
               QT_TRANSLATE_NOOP("Words", "\"%1\" was changed in the meantime. Nothing was saved."),
               QT_TRANSLATE_NOOP("Words", "Look at it again and repeat your change.")},
    ErrorWords{ErrorCode::IntegrityFailure,
               QT_TRANSLATE_NOOP("Words", "The vault was damaged or changed by something else than Latchkey."),
               QT_TRANSLATE_NOOP("Words", "The vault was damaged or changed by something else than Latchkey: %1."),
               QT_TRANSLATE_NOOP("Words", "Nothing was written. Use a backup, and find out what touched the file.")},
    ErrorWords{ErrorCode::NotAVault, QT_TRANSLATE_NOOP("Words", "This file is not a Latchkey vault."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Nothing was changed. Check the folder, or use a backup.")},
    ErrorWords{
        ErrorCode::OlderThanLastSeen,
        QT_TRANSLATE_NOOP("Words", "This vault is older than the one that was last used here."), nullptr,
        QT_TRANSLATE_NOOP("Words", "If you put an old copy back on purpose, run \"latchkey restore --accept-older\".")},
    ErrorWords{ErrorCode::NewerFormat, QT_TRANSLATE_NOOP("Words", "This vault was made by a newer Latchkey."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Update Latchkey.")},
};

constexpr std::array kOutsideWords{
    ErrorWords{ErrorCode::CredentialRefused,
               QT_TRANSLATE_NOOP("Words", "The exchange or provider refused these credentials."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Compare them with what stands there, or make new ones.")},
    ErrorWords{ErrorCode::NetworkFailure, QT_TRANSLATE_NOOP("Words", "The server could not be reached."),
               QT_TRANSLATE_NOOP("Words", "%1 could not be reached."),
               QT_TRANSLATE_NOOP("Words", "Check the connection and try again.")},
    ErrorWords{ErrorCode::TlsFailure,
               QT_TRANSLATE_NOOP("Words", "The connection is not safe: the server's certificate was refused."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Check the address and this computer's date. Nothing secret was sent.")},
    ErrorWords{ErrorCode::TimedOut, QT_TRANSLATE_NOOP("Words", "The server did not answer in time."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Try again later.")},
    ErrorWords{ErrorCode::ResponseTooLarge, QT_TRANSLATE_NOOP("Words", "The server sent far more than it should."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Check the address.")},
    ErrorWords{ErrorCode::RedirectRefused,
               QT_TRANSLATE_NOOP("Words", "The server wanted to send the request elsewhere. Latchkey did not follow."),
               nullptr, QT_TRANSLATE_NOOP("Words", "Check the address, and whether this network asks you to log in first.")},
    ErrorWords{ErrorCode::InsecureTransport,
               QT_TRANSLATE_NOOP("Words", "A key is not sent over a connection that is not encrypted."),
               QT_TRANSLATE_NOOP("Words", "A key is not sent to %1 over a connection that is not encrypted."),
               QT_TRANSLATE_NOOP("Words", "Use an address with https.")},
    ErrorWords{ErrorCode::BadResponse, QT_TRANSLATE_NOOP("Words", "The server's answer makes no sense."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Check the address and try again.")},
    ErrorWords{
        ErrorCode::KeychainUnavailable, QT_TRANSLATE_NOOP("Words", "This computer offers no keychain to Latchkey."), nullptr,
        QT_TRANSLATE_NOOP("Words", "Use the recovery key, or a vault that needs only a passphrase (--method passphrase).")},
    ErrorWords{ErrorCode::KeychainLocked, QT_TRANSLATE_NOOP("Words", "Your login keyring is locked."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Unlock it, or use the recovery key.")},
    ErrorWords{ErrorCode::KeychainEntryMissing,
               QT_TRANSLATE_NOOP("Words", "This computer's half of the key is missing. Your vault is intact."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Use the recovery key.")},
    ErrorWords{
        ErrorCode::KeychainEntryChanged,
        QT_TRANSLATE_NOOP(
            "Words", "This computer's half of the key is not the one that the vault was made with. Your vault is intact."),
        nullptr, QT_TRANSLATE_NOOP("Words", "Use the recovery key.")},
    ErrorWords{ErrorCode::KeychainDenied, QT_TRANSLATE_NOOP("Words", "Access to your login keyring was not allowed."),
               nullptr, QT_TRANSLATE_NOOP("Words", "Try again and allow it, or use the recovery key.")},
    ErrorWords{ErrorCode::KeychainTimeout, QT_TRANSLATE_NOOP("Words", "Your login keyring does not answer."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Try again, or use the recovery key.")},
    ErrorWords{ErrorCode::KeychainWriteFailed,
               QT_TRANSLATE_NOOP("Words", "The keychain did not keep the secret. Nothing was lost."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Try again, or choose a passphrase only.")},
    ErrorWords{ErrorCode::IoFailure, QT_TRANSLATE_NOOP("Words", "A file could not be read or written."),
               QT_TRANSLATE_NOOP("Words", "A file could not be read or written: %1."),
               QT_TRANSLATE_NOOP("Words", "Check the disk and the rights of the folder.")},
    ErrorWords{ErrorCode::DiskFull, QT_TRANSLATE_NOOP("Words", "The disk is full. Nothing was changed."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Make room and try again.")},
    ErrorWords{ErrorCode::ReadOnly, QT_TRANSLATE_NOOP("Words", "The vault cannot be written. Nothing was changed."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Check the rights of its file and folder, and whether the disk is read-only.")},
    ErrorWords{ErrorCode::Busy, QT_TRANSLATE_NOOP("Words", "The vault is busy."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Try again in a moment.")},
    ErrorWords{ErrorCode::CannotAudit,
               QT_TRANSLATE_NOOP("Words", "Nothing was given out, because its use could not be recorded."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Make the vault's disk writable, or make room on it.")},
    ErrorWords{ErrorCode::OutOfSecureMemory, QT_TRANSLATE_NOOP("Words", "The memory for secrets is full."), nullptr,
               QT_TRANSLATE_NOOP("Words", "Do it in smaller parts, or restart Latchkey.")},
    ErrorWords{ErrorCode::CryptoFailure, QT_TRANSLATE_NOOP("Words", "A cryptographic operation failed."), nullptr,
               QT_TRANSLATE_NOOP("Words",
                                 "If it was a key of your own, check that it is whole. Otherwise run \"latchkey doctor\".")},
    ErrorWords{ErrorCode::UnsafePermissions,
               QT_TRANSLATE_NOOP("Words", "Others may read or write this file or folder, so Latchkey does not use it."),
               QT_TRANSLATE_NOOP("Words", "Others may read or write %1, so Latchkey does not use it."),
               QT_TRANSLATE_NOOP("Words", "Take the rights of others away (chmod go-rwx).")},
    ErrorWords{ErrorCode::Cancelled, QT_TRANSLATE_NOOP("Words", "This was cancelled. Nothing was changed."), nullptr,
               nullptr},
    ErrorWords{ErrorCode::CommandNotFound, QT_TRANSLATE_NOOP("Words", "The program was not found."),
               QT_TRANSLATE_NOOP("Words", "The program \"%1\" was not found."),
               QT_TRANSLATE_NOOP("Words", "Check its name, or give its whole path.")},
    ErrorWords{ErrorCode::CommandNotExecutable, QT_TRANSLATE_NOOP("Words", "The program cannot be run."),
               QT_TRANSLATE_NOOP("Words", "The program \"%1\" cannot be run."),
               QT_TRANSLATE_NOOP("Words", "Check that it is a program and that you may run it.")},
    ErrorWords{ErrorCode::Internal, QT_TRANSLATE_NOOP("Words", "Something went wrong inside Latchkey."),
               QT_TRANSLATE_NOOP("Words", "Something went wrong inside Latchkey: %1."),
               QT_TRANSLATE_NOOP("Words", "Please report it, with what you did.")},
};

/// Details that are codes of their own: what happened is not what happens otherwise.
struct DetailWords {
    ErrorCode code;
    const char *detail;
    const char *text;
    const char *hint;
};

constexpr std::array kDetailWords{
    DetailWords{ErrorCode::WrongPassphrase, "recovery_key",
                QT_TRANSLATE_NOOP("Words", "That recovery key is not right. Nothing was changed."),
                QT_TRANSLATE_NOOP(
                    "Words",
                    "Compare it with your copy and try again, or use the passphrase. If you are sure of it, this way in may "
                    "be damaged: use the passphrase.")},
    DetailWords{ErrorCode::WrongPassphrase, "recovery_checksum",
                QT_TRANSLATE_NOOP("Words", "That recovery key has a typing error in it. Nothing was changed."),
                QT_TRANSLATE_NOOP("Words", "Compare it with your copy, letter by letter, and try again.")},
    DetailWords{ErrorCode::WrongPassphrase, "recovery_other_vault",
                QT_TRANSLATE_NOOP("Words", "That recovery key belongs to another vault. Nothing was changed."),
                QT_TRANSLATE_NOOP("Words", "Look for the one of this vault, or use the passphrase.")},
    DetailWords{
        ErrorCode::WrongPassphrase, "recovery_revoked",
        QT_TRANSLATE_NOOP("Words", "That recovery key is not valid any more: a newer one was made. Nothing was changed."),
        QT_TRANSLATE_NOOP("Words", "Use the newer one, or the passphrase.")},
    DetailWords{ErrorCode::WrongPassphrase, "slot_damaged",
                QT_TRANSLATE_NOOP("Words", "The passphrase may be right, but this way in is damaged. Nothing was changed."),
                QT_TRANSLATE_NOOP("Words", "Use the recovery key.")},
    DetailWords{
        ErrorCode::MissingField, "slot_passphrase",
        QT_TRANSLATE_NOOP("Words", "The passphrase of a way in that is to go on was not given. Nothing was changed."),
        QT_TRANSLATE_NOOP("Words", "Give it as well, or let that way in end with the old key.")},
    DetailWords{
        ErrorCode::MissingField, "slot_unknown",
        QT_TRANSLATE_NOOP(
            "Words",
            "One of the ways in is of a kind that this Latchkey does not know, and cannot go on. Nothing was changed."),
        QT_TRANSLATE_NOOP("Words", "Let it end with the old key, or remove it first if it is not yours.")},
    DetailWords{ErrorCode::Denied, "slot_recovery",
                QT_TRANSLATE_NOOP("Words", "The recovery key cannot be removed, only replaced. Nothing was changed."),
                QT_TRANSLATE_NOOP("Words", "Make a new one with \"latchkey recovery-key new\" or on the Security page.")},
    DetailWords{ErrorCode::Denied, "slot_last",
                QT_TRANSLATE_NOOP("Words", "This is the last way in besides the recovery key. Nothing was changed."),
                QT_TRANSLATE_NOOP("Words", "Add another one first.")},
    DetailWords{ErrorCode::LockedByAgent, "changed_elsewhere",
                QT_TRANSLATE_NOOP(
                    "Words", "Latchkey is running and locked itself: another program replaced the vault or its master key."),
                QT_TRANSLATE_NOOP("Words", "Unlock it there, or use --no-agent to open the vault by yourself.")},
    DetailWords{ErrorCode::AlreadyExists, "restore_target",
                QT_TRANSLATE_NOOP("Words", "There is a vault here already. Nothing was changed."),
                QT_TRANSLATE_NOOP("Words", "Add --replace: the vault is then kept beside it under another name.")},
    DetailWords{ErrorCode::NoWayIn, "not_given", QT_TRANSLATE_NOOP("Words", "No way into the vault was given."),
                QT_TRANSLATE_NOOP("Words", "Use --passphrase-file, or run it at a terminal.")},
    DetailWords{ErrorCode::NoWayIn, "locked_by_hand",
                QT_TRANSLATE_NOOP("Words", "Somebody locked this vault by hand: no program opens it again by itself."),
                QT_TRANSLATE_NOOP("Words", "Unlock it in the window, or by latchkey unlock at a terminal.")},
    DetailWords{ErrorCode::TimedOut, "other_agent",
                QT_TRANSLATE_NOOP("Words", "Locked here, but another Latchkey still has this vault open."),
                QT_TRANSLATE_NOOP("Words", "Lock it there (latchkey lock), or end latchkey serve.")},
    // A vault that is only being made has no recovery key yet.
    DetailWords{ErrorCode::KeychainLocked, "new_vault",
                QT_TRANSLATE_NOOP("Words", "Your login keyring is locked. No vault was made."),
                QT_TRANSLATE_NOOP("Words", "Unlock it and try again. To do without it: latchkey init --method passphrase")},
    DetailWords{ErrorCode::KeychainUnavailable, "new_vault",
                QT_TRANSLATE_NOOP("Words", "This computer offers no keychain to Latchkey. No vault was made."),
                QT_TRANSLATE_NOOP("Words", "To do without it: latchkey init --method passphrase")},
    DetailWords{ErrorCode::NotAVault, "backup", QT_TRANSLATE_NOOP("Words", "This file is not a Latchkey backup."),
                QT_TRANSLATE_NOOP("Words", "Nothing was changed. Choose another file.")},
    DetailWords{ErrorCode::IntegrityFailure, "backup",
                QT_TRANSLATE_NOOP("Words", "This backup is damaged, or was changed. Nothing was restored."),
                QT_TRANSLATE_NOOP("Words", "Use another copy of it, or an older backup.")},
    DetailWords{ErrorCode::NewerFormat, "backup", QT_TRANSLATE_NOOP("Words", "This backup was made by a newer Latchkey."),
                QT_TRANSLATE_NOOP("Words", "Update Latchkey.")},
    DetailWords{ErrorCode::WrongPassphrase, "recovery_backup",
                QT_TRANSLATE_NOOP("Words", "That recovery key does not open this backup. Nothing was changed."),
                QT_TRANSLATE_NOOP("Words", "A backup is opened by the recovery key that was valid when it was made.")},
    DetailWords{ErrorCode::WrongPassphrase, "backup",
                QT_TRANSLATE_NOOP("Words", "That passphrase does not open this backup. Nothing was changed."),
                QT_TRANSLATE_NOOP("Words", "It is the backup's own, not the vault's. The recovery key opens it, too.")},
    DetailWords{ErrorCode::NoWayIn, "backup_recovery",
                QT_TRANSLATE_NOOP("Words", "This backup has no passphrase: only the recovery key opens it."),
                QT_TRANSLATE_NOOP("Words", "Use the recovery key (--recovery-key-file).")},
    DetailWords{ErrorCode::NoWayIn, "backup_keys",
                QT_TRANSLATE_NOOP("Words", "This vault has no recovery key, so nothing would open the backup."),
                QT_TRANSLATE_NOOP("Words", "Make a recovery key, or give the backup a passphrase of its own.")},
    DetailWords{ErrorCode::IoFailure, "network_file_system",
                QT_TRANSLATE_NOOP("Words",
                                  "The vault's folder is on another computer (a network file system), where programs of two "
                                  "computers would damage the vault. It was not opened."),
                QT_TRANSLATE_NOOP("Words", "Keep the vault on a disk of this computer (--home, or LATCHKEY_HOME).")},
    DetailWords{ErrorCode::NotFound, "consent", QT_TRANSLATE_NOOP("Words", "Nothing waits for your consent there."),
                QT_TRANSLATE_NOOP("Words", "\"latchkey exchange list\" tells what is held back.")},
};

#undef LK_TR

template<typename Table>
const typename Table::value_type *findIn(const Table &table, ErrorCode code)
{
    const auto found = std::ranges::find(table, code, &Table::value_type::code);
    return found == table.end() ? nullptr : &*found;
}

const ErrorWords &wordsFor(ErrorCode code)
{
    for (const ErrorWords *found : {findIn(kUsageWords, code), findIn(kVaultWords, code), findIn(kOutsideWords, code)}) {
        if (found != nullptr)
            return *found;
    }
    return kOutsideWords.back(); // Internal
}

/// Null when the detail is no code.
const DetailWords *wordsForDetail(const base::Error &error)
{
    const auto isThis = [&error](const DetailWords &words) {
        return words.code == error.code && error.detail == QLatin1StringView(words.detail);
    };
    const auto found = std::ranges::find_if(kDetailWords, isThis);
    return found == kDetailWords.end() ? nullptr : &*found;
}

/// The detail of a fault in what was asked for repeats arguments, and somebody may have typed a secret among them. Elsewhere it
/// is what a program or a disk says, a path above all, where token=1 is no more than the name of a folder.
QString tellable(const base::Error &error)
{
    static constexpr std::array kAboutArguments{ErrorCode::NotFound, ErrorCode::FieldNotFound, ErrorCode::VersionNotFound};
    const bool named = std::ranges::find(kAboutArguments, error.code) != kAboutArguments.end();
    const bool usage = named || findIn(kUsageWords, error.code) != nullptr;
    const bool path = error.code == ErrorCode::InvalidArgument && error.detail.startsWith(QLatin1Char('/'));
    return usage && !path ? base::redact(error.detail) : base::maskSecrets(error.detail);
}

} // namespace

Message forError(const base::Error &error)
{
    if (const DetailWords *own = wordsForDetail(error))
        return {say(own->text), say(own->hint)};
    const ErrorWords &found = wordsFor(error.code);
    const bool tellDetail = found.withText != nullptr && !error.detail.isEmpty();
    return {tellDetail ? say(found.withText).arg(tellable(error)) : say(found.text), say(found.hint)};
}

QString forKeychain(vault::ports::KeychainState state)
{
    switch (state) {
    case vault::ports::KeychainState::Ready:
        return QCoreApplication::translate("Words", "This computer's keychain is ready.");
    case vault::ports::KeychainState::Locked:
        return QCoreApplication::translate("Words", "Your system will ask for your login password when you press Next.");
    case vault::ports::KeychainState::NoCollection:
        return QCoreApplication::translate("Words",
                                           "Your system will ask you to invent a keyring password; do not leave it empty.");
    case vault::ports::KeychainState::NoService:
        return QCoreApplication::translate("Words", "No keychain service runs on this computer.");
    case vault::ports::KeychainState::NoBus:
        return QCoreApplication::translate("Words", "This session has no keychain: there is no session bus.");
    case vault::ports::KeychainState::NoAnswer:
        break;
    }
    return QCoreApplication::translate("Words", "The keychain does not answer.");
}

QString forKeychainNow(vault::ports::KeychainState state)
{
    switch (state) {
    case vault::ports::KeychainState::Locked:
        return QCoreApplication::translate("Words", "Your login keyring is locked.");
    case vault::ports::KeychainState::NoCollection:
        return QCoreApplication::translate("Words",
                                           "A keychain service runs on this computer, but no keyring was made yet.");
    default:
        return forKeychain(state);
    }
}

QString slotKind(vault::SlotKind kind)
{
    switch (kind) {
    case vault::SlotKind::Passphrase:
        return QCoreApplication::translate("Words", "Passphrase");
    case vault::SlotKind::PassphraseKeychain:
        return QCoreApplication::translate("Words", "Passphrase and this computer");
    case vault::SlotKind::Keychain:
        return QCoreApplication::translate("Words", "This computer only");
    case vault::SlotKind::Recovery:
        return QCoreApplication::translate("Words", "Recovery key");
    case vault::SlotKind::Unknown:
        break;
    }
    return QCoreApplication::translate("Words", "Unknown");
}

QString strength(int score)
{
    switch (score) {
    case 0:
        return QCoreApplication::translate("Words", "Very weak: guessed at once");
    case 1:
        return QCoreApplication::translate("Words", "Weak: guessed within hours");
    case 2:
        return QCoreApplication::translate("Words", "Fair: withstands a casual attack");
    case 3:
        return QCoreApplication::translate("Words", "Good");
    default:
        return QCoreApplication::translate("Words", "Very good");
    }
}

} // namespace service::words
