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

QString tr(const char *text)
{
    return text == nullptr ? QString() : QCoreApplication::translate(kContext, text);
}

struct ErrorWords {
    ErrorCode code;
    const char *text;     ///< without a detail
    const char *withText; ///< %1 = the detail; null: the detail says nothing to people
    const char *hint;     ///< null: there is nothing to do about it
};

#define LK_TR(text) QT_TRANSLATE_NOOP("Words", text)

constexpr std::array kUsageWords{
    ErrorWords{ErrorCode::InvalidArgument, LK_TR("Something in this request is not valid."),
               LK_TR("This is not valid here: %1."), LK_TR("Correct it and try again.")},
    ErrorWords{ErrorCode::InvalidName, LK_TR("That is not a valid name."), LK_TR("\"%1\" is not a valid name."),
               LK_TR("Use letters, digits, dots, dashes, underscores and inner spaces, with / between the parts.")},
    ErrorWords{ErrorCode::InvalidReference, LK_TR("That is not a valid reference."),
               LK_TR("\"%1\" is not a valid reference."),
               LK_TR("Write NAME#FIELD or latchkey://NAME/FIELD, for example bitget/main#api_key.")},
    ErrorWords{ErrorCode::InvalidJson, LK_TR("The input is not the JSON that is expected here."), nullptr,
               LK_TR("Give one flat JSON object whose values are text, for example {\"api_key\":\"...\"}.")},
    ErrorWords{ErrorCode::MissingField, LK_TR("A field is missing."), LK_TR("The field \"%1\" is missing."),
               LK_TR("Fill it in and try again.")},
    ErrorWords{ErrorCode::EmptyField, LK_TR("A field is empty."), LK_TR("The field \"%1\" is empty."),
               LK_TR("Fill it in and try again.")},
    ErrorWords{ErrorCode::WeakPassphrase, LK_TR("This passphrase is too easy to guess."), nullptr,
               LK_TR("Use several words that do not belong together.")},
    ErrorWords{ErrorCode::NotATerminal, LK_TR("This needs an answer, and there is no terminal to ask on."),
               LK_TR("This needs an answer, and there is no terminal to ask on (%1)."),
               LK_TR("Give the answer by an option; --help lists them.")},
    ErrorWords{ErrorCode::AmbiguousField, LK_TR("It is not clear which field is meant."),
               LK_TR("Several fields could be meant: %1."), LK_TR("Write NAME#FIELD.")},
    ErrorWords{ErrorCode::UnsupportedProfile, LK_TR("This profile does not fit what it is to be used with."),
               LK_TR("This profile does not fit: %1."),
               LK_TR("Name one credential with --with, or choose another profile.")},
    ErrorWords{ErrorCode::NoAgent, LK_TR("No Latchkey program is running that could keep the vault open."), nullptr,
               LK_TR("Start \"latchkey serve\" or the Latchkey window.")},
    ErrorWords{ErrorCode::UnknownExchange, LK_TR("Latchkey does not know this exchange."),
               LK_TR("Latchkey does not know the exchange \"%1\"."),
               LK_TR("\"latchkey exchange catalogue\" lists all that it knows.")},
    ErrorWords{ErrorCode::UnknownProvider, LK_TR("Latchkey does not know this provider of language models."),
               LK_TR("Latchkey does not know the provider \"%1\"."),
               LK_TR("\"latchkey llm set --help\" lists all that it knows.")},
};

constexpr std::array kVaultWords{
    ErrorWords{ErrorCode::Locked, LK_TR("The vault is locked."), nullptr, LK_TR("Unlock it first.")},
    ErrorWords{ErrorCode::LockedByAgent, LK_TR("Latchkey is running and locked."), nullptr,
               LK_TR("Unlock it there, or use --no-agent to open the vault by yourself.")},
    ErrorWords{ErrorCode::WrongPassphrase, LK_TR("That passphrase is not right. Nothing was changed."), nullptr,
               LK_TR("Try again, or use the recovery key. If you are sure of it, this way in may be damaged.")},
    ErrorWords{ErrorCode::NoWayIn, LK_TR("Nothing that was given opens this vault."),
               LK_TR("The way in that was given cannot be used: %1."), LK_TR("Give its passphrase or the recovery key.")},
    ErrorWords{ErrorCode::KdfTooCostly, LK_TR("Opening this vault needs more memory than is free."), nullptr,
               LK_TR("Close other programs and try again.")},
    ErrorWords{ErrorCode::NotFound, LK_TR("There is nothing of that name."), LK_TR("There is nothing named \"%1\"."),
               LK_TR("Look at the list of names and check the spelling.")},
    ErrorWords{ErrorCode::FieldNotFound, LK_TR("There is no such field."), LK_TR("There is no field \"%1\"."),
               LK_TR("Look at the entry: it lists its fields.")},
    ErrorWords{ErrorCode::VersionNotFound, LK_TR("There is no such version."),
               LK_TR("\"%1\" has no such version that may be used."), LK_TR("Look at its history: it lists the versions.")},
    ErrorWords{ErrorCode::NotInitialized, LK_TR("There is no vault yet."), nullptr,
               LK_TR("Make one with \"latchkey init\" or in the Latchkey window.")},
    ErrorWords{
        ErrorCode::ConsentRequired, LK_TR("This is held back until you agree."),
        LK_TR("\"%1\" is held back: it waits for a check, or it may withdraw money and nobody agreed to that."),
        LK_TR("Switch withdrawing off at the exchange and check again, or agree with \"latchkey exchange consent\".")},
    ErrorWords{ErrorCode::Denied, LK_TR("This was refused."), nullptr, LK_TR("Ask the owner of this vault.")},
    ErrorWords{ErrorCode::NoMatch, LK_TR("The value is not the stored one."), nullptr, nullptr},
    ErrorWords{ErrorCode::AlreadyExists, LK_TR("That exists already. Nothing was changed."),
               LK_TR("\"%1\" exists already. Nothing was changed."), LK_TR("Choose another name, or change what exists.")},
    ErrorWords{ErrorCode::Conflict, LK_TR("This was changed in the meantime. Nothing was saved."),
               LK_TR("\"%1\" was changed in the meantime. Nothing was saved."),
               LK_TR("Look at it again and repeat your change.")},
    ErrorWords{ErrorCode::IntegrityFailure, LK_TR("The vault was damaged or changed by something else than Latchkey."),
               LK_TR("The vault was damaged or changed by something else than Latchkey: %1."),
               LK_TR("Nothing was written. Use a backup, and find out what touched the file.")},
    ErrorWords{ErrorCode::NotAVault, LK_TR("This file is not a Latchkey vault."), nullptr,
               LK_TR("Nothing was changed. Check the folder, or use a backup.")},
    ErrorWords{ErrorCode::OlderThanLastSeen, LK_TR("This vault is older than the one that was last used here."), nullptr,
               LK_TR("If you put an old copy back on purpose, run \"latchkey restore --accept-older\".")},
    ErrorWords{ErrorCode::NewerFormat, LK_TR("This vault was made by a newer Latchkey."), nullptr,
               LK_TR("Update Latchkey.")},
};

constexpr std::array kOutsideWords{
    ErrorWords{ErrorCode::CredentialRefused, LK_TR("The exchange or provider refused these credentials."), nullptr,
               LK_TR("Compare them with what stands there, or make new ones.")},
    ErrorWords{ErrorCode::NetworkFailure, LK_TR("The server could not be reached."), LK_TR("%1 could not be reached."),
               LK_TR("Check the connection and try again.")},
    ErrorWords{ErrorCode::TlsFailure, LK_TR("The connection is not safe: the server's certificate was refused."), nullptr,
               LK_TR("Check the address and this computer's date. Nothing secret was sent.")},
    ErrorWords{ErrorCode::TimedOut, LK_TR("The server did not answer in time."), nullptr, LK_TR("Try again later.")},
    ErrorWords{ErrorCode::ResponseTooLarge, LK_TR("The server sent far more than it should."), nullptr,
               LK_TR("Check the address.")},
    ErrorWords{ErrorCode::RedirectRefused,
               LK_TR("The server wanted to send the request elsewhere. Latchkey did not follow."), nullptr,
               LK_TR("Check the address, and whether this network asks you to log in first.")},
    ErrorWords{ErrorCode::InsecureTransport, LK_TR("A key is not sent over a connection that is not encrypted."),
               LK_TR("A key is not sent to %1 over a connection that is not encrypted."),
               LK_TR("Use an address with https.")},
    ErrorWords{ErrorCode::BadResponse, LK_TR("The server's answer makes no sense."), nullptr,
               LK_TR("Check the address and try again.")},
    ErrorWords{ErrorCode::KeychainUnavailable, LK_TR("This computer offers no keychain to Latchkey."), nullptr,
               LK_TR("Use the recovery key, or a vault that needs only a passphrase (--method passphrase).")},
    ErrorWords{ErrorCode::KeychainLocked, LK_TR("Your login keyring is locked."), nullptr,
               LK_TR("Unlock it, or use the recovery key.")},
    ErrorWords{ErrorCode::KeychainEntryMissing, LK_TR("This computer's half of the key is missing. Your vault is intact."),
               nullptr, LK_TR("Use the recovery key.")},
    ErrorWords{ErrorCode::KeychainEntryChanged,
               LK_TR("This computer's half of the key is not the one that the vault was made with. Your vault is intact."),
               nullptr, LK_TR("Use the recovery key.")},
    ErrorWords{ErrorCode::KeychainDenied, LK_TR("Access to your login keyring was not allowed."), nullptr,
               LK_TR("Try again and allow it, or use the recovery key.")},
    ErrorWords{ErrorCode::KeychainTimeout, LK_TR("Your login keyring does not answer."), nullptr,
               LK_TR("Try again, or use the recovery key.")},
    ErrorWords{ErrorCode::KeychainWriteFailed, LK_TR("The keychain did not keep the secret. Nothing was lost."), nullptr,
               LK_TR("Try again, or choose a passphrase only.")},
    ErrorWords{ErrorCode::IoFailure, LK_TR("A file could not be read or written."),
               LK_TR("A file could not be read or written: %1."), LK_TR("Check the disk and the rights of the folder.")},
    ErrorWords{ErrorCode::DiskFull, LK_TR("The disk is full. Nothing was changed."), nullptr,
               LK_TR("Make room and try again.")},
    ErrorWords{ErrorCode::ReadOnly, LK_TR("The vault cannot be written. Nothing was changed."), nullptr,
               LK_TR("Check the rights of its file and folder, and whether the disk is read-only.")},
    ErrorWords{ErrorCode::Busy, LK_TR("The vault is busy."), nullptr, LK_TR("Try again in a moment.")},
    ErrorWords{ErrorCode::CannotAudit, LK_TR("Nothing was given out, because its use could not be recorded."), nullptr,
               LK_TR("Make the vault's disk writable, or make room on it.")},
    ErrorWords{ErrorCode::OutOfSecureMemory, LK_TR("The memory for secrets is full."), nullptr,
               LK_TR("Do it in smaller parts, or restart Latchkey.")},
    ErrorWords{ErrorCode::CryptoFailure, LK_TR("A cryptographic operation failed."), nullptr,
               LK_TR("If it was a key of your own, check that it is whole. Otherwise run \"latchkey doctor\".")},
    ErrorWords{ErrorCode::UnsafePermissions,
               LK_TR("Others may read or write this file or folder, so Latchkey does not use it."),
               LK_TR("Others may read or write %1, so Latchkey does not use it."),
               LK_TR("Take the rights of others away (chmod go-rwx).")},
    ErrorWords{ErrorCode::Cancelled, LK_TR("This was cancelled. Nothing was changed."), nullptr, nullptr},
    ErrorWords{ErrorCode::CommandNotFound, LK_TR("The program was not found."), LK_TR("The program \"%1\" was not found."),
               LK_TR("Check its name, or give its whole path.")},
    ErrorWords{ErrorCode::CommandNotExecutable, LK_TR("The program cannot be run."),
               LK_TR("The program \"%1\" cannot be run."), LK_TR("Check that it is a program and that you may run it.")},
    ErrorWords{ErrorCode::Internal, LK_TR("Something went wrong inside Latchkey."),
               LK_TR("Something went wrong inside Latchkey: %1."), LK_TR("Please report it, with what you did.")},
};

/// Details that are codes of their own: what happened is not what happens otherwise.
struct DetailWords {
    ErrorCode code;
    const char *detail;
    const char *text;
    const char *hint;
};

constexpr std::array kDetailWords{
    DetailWords{
        ErrorCode::WrongPassphrase, "recovery_key", LK_TR("That recovery key is not right. Nothing was changed."),
        LK_TR("Compare it with your copy and try again, or use the passphrase. If you are sure of it, this way in may "
              "be damaged: use the passphrase.")},
    DetailWords{ErrorCode::WrongPassphrase, "recovery_checksum",
                LK_TR("That recovery key has a typing error in it. Nothing was changed."),
                LK_TR("Compare it with your copy, letter by letter, and try again.")},
    DetailWords{ErrorCode::WrongPassphrase, "recovery_other_vault",
                LK_TR("That recovery key belongs to another vault. Nothing was changed."),
                LK_TR("Look for the one of this vault, or use the passphrase.")},
    DetailWords{ErrorCode::WrongPassphrase, "recovery_revoked",
                LK_TR("That recovery key is not valid any more: a newer one was made. Nothing was changed."),
                LK_TR("Use the newer one, or the passphrase.")},
    DetailWords{ErrorCode::WrongPassphrase, "slot_damaged",
                LK_TR("The passphrase may be right, but this way in is damaged. Nothing was changed."),
                LK_TR("Use the recovery key.")},
    DetailWords{ErrorCode::NoWayIn, "not_given", LK_TR("No way into the vault was given."),
                LK_TR("Use --passphrase-file, or run it at a terminal.")},
    DetailWords{ErrorCode::TimedOut, "other_agent", LK_TR("Locked here, but another Latchkey still has this vault open."),
                LK_TR("Lock it there (latchkey lock), or end latchkey serve.")},
    // A vault that is only being made has no recovery key yet.
    DetailWords{ErrorCode::KeychainLocked, "new_vault", LK_TR("Your login keyring is locked. No vault was made."),
                LK_TR("Unlock it and try again. To do without it: latchkey init --method passphrase")},
    DetailWords{ErrorCode::KeychainUnavailable, "new_vault",
                LK_TR("This computer offers no keychain to Latchkey. No vault was made."),
                LK_TR("To do without it: latchkey init --method passphrase")},
    DetailWords{ErrorCode::NotFound, "consent", LK_TR("Nothing waits for your consent there."),
                LK_TR("\"latchkey exchange list\" tells what is held back.")},
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
        return {tr(own->text), tr(own->hint)};
    const ErrorWords &found = wordsFor(error.code);
    const bool tellDetail = found.withText != nullptr && !error.detail.isEmpty();
    return {tellDetail ? tr(found.withText).arg(tellable(error)) : tr(found.text), tr(found.hint)};
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
        break;
    }
    return QCoreApplication::translate("Words", "Recovery key");
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
