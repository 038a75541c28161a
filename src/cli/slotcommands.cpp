// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opener.h"
#include "cli/recoverykeydelivery.h"
#include "cli/rotatekeycommand.h"
#include "cli/secretinput.h"
#include "platform/terminal.h"
#include "service/keyslots.h"
#include "service/words.h"

#include <array>

namespace cli {

namespace {

constexpr std::array kMethods{vault::SlotKind::Passphrase, vault::SlotKind::Keychain, vault::SlotKind::PassphraseKeychain};

QJsonArray warningsOf(const QString &warning)
{
    return warning.isEmpty() ? QJsonArray() : QJsonArray{warning};
}

/// A weak one is told of at once, before anything is made with it.
QString warnOfWeak(Output &out, const base::SecretBytes &passphrase)
{
    const QString warning = weakPassphraseWarning(passphrase);
    if (!warning.isEmpty())
        out.note(QStringLiteral("latchkey: ") + warning);
    return warning;
}

class PassphraseChange final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.footer(
            "Opened by the recovery key, it needs no old passphrase. Old copies of the file still open by the old one.");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        auto given = WaysInReader(parts.options()).givenNewPassphrase();
        if (!given)
            return base::ready<int>(std::unexpected(given.error()));
        if (!*given && !platform::Terminal::open())
            return base::readyError<int>(base::ErrorCode::NotATerminal, QStringLiteral("--new-passphrase-file"));
        auto held = std::make_shared<std::optional<base::SecretBytes>>(*std::move(given));
        return base::chain(openVault(parts, this), this, [this, &parts, held](service::Done) {
            if (!*held) {
                auto asked = WaysInReader::askNewPassphrase();
                if (!asked)
                    return base::ready<int>(std::unexpected(asked.error()));
                *held = *std::move(asked);
            }
            return change(parts, std::move(**held));
        });
    }

private:
    base::Async<int> change(Composition &parts, base::SecretBytes passphrase)
    {
        const QString warning = warnOfWeak(parts.output(), passphrase);
        return base::chain(parts.host().changePassphrase(std::move(passphrase)), this, [&parts, warning](service::Done) {
            parts.output().document(QJsonObject{{QStringLiteral("changed"), true},
                                                {QStringLiteral("warnings"), warningsOf(warning)}});
            parts.output().line(QStringLiteral("The passphrase was changed."));
            return base::ready<int>(0);
        });
    }
};

class SlotList final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [&parts] { return parts.host().keySlots(); },
            [&parts](const QList<vault::SlotInfo> &all) {
                print(parts.output(), all);
                return 0;
            });
    }

private:
    static void print(Output &out, const QList<vault::SlotInfo> &all)
    {
        QJsonArray rows;
        QList<QStringList> table;
        for (const vault::SlotInfo &slot : all) {
            rows.append(service::json::slotRow(slot));
            table << QStringList{slot.id.toString(QUuid::WithoutBraces), service::words::slotKind(slot.kind),
                                 when(slot.createdAtMs), slot.keychainBackend};
        }
        out.document(rows);
        out.table({QStringLiteral("ID"), QStringLiteral("WAY IN"), QStringLiteral("CREATED"), QStringLiteral("KEYCHAIN")},
                  table, QStringLiteral("There is no way in."));
    }
};

class SlotAdd final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.option("--method METHOD", m_method, "passphrase (the default), keychain or passphrase+keychain");
        syntax.footer("The new passphrase is asked for, or read from the file named by --new-passphrase-file.");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        const auto wanted = kind();
        auto given = WaysInReader(parts.options()).givenNewPassphrase();
        if (!wanted || !given)
            return base::ready<int>(std::unexpected(wanted ? given.error() : wanted.error()));
        if (vault::needsPassphrase(*wanted) && !*given && !platform::Terminal::open())
            return base::readyError<int>(base::ErrorCode::NotATerminal, QStringLiteral("--new-passphrase-file"));
        m_given = *std::move(given);
        m_slots = std::make_unique<service::KeySlots>(parts.host(), parts.hostPorts(), parts.caller());
        return base::chain(openVault(parts, this), this,
                           [this, &parts, wanted = *wanted](service::Done) { return add(parts, wanted); });
    }

private:
    [[nodiscard]] base::Result<vault::SlotKind> kind() const
    {
        for (const vault::SlotKind kind : kMethods) {
            if (vault::slotKindName(kind) == m_method)
                return kind;
        }
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--method"));
    }
    base::Async<int> add(Composition &parts, vault::SlotKind kind)
    {
        service::NewWayIn request;
        request.kind = kind;
        request.useKeychain = !parts.options().noKeychain;
        QString warning;
        if (vault::needsPassphrase(kind)) {
            auto passphrase = m_given ? base::Result<base::SecretBytes>(*std::move(m_given))
                                      : WaysInReader::askNewPassphrase();
            if (!passphrase)
                return base::ready<int>(std::unexpected(passphrase.error()));
            request.passphrase = *std::move(passphrase);
            warning = warnOfWeak(parts.output(), request.passphrase);
        }
        return base::chain(m_slots->add(std::move(request), {}), this, [&parts, warning](const vault::SlotInfo &slot) {
            QJsonObject row = service::json::slotRow(slot);
            row.insert(QStringLiteral("warnings"), warningsOf(warning));
            parts.output().document(row);
            parts.output().line(QStringLiteral("Added: %1 (%2).")
                                    .arg(service::words::slotKind(slot.kind), slot.id.toString(QUuid::WithoutBraces)));
            return base::ready<int>(0);
        });
    }

    QString m_method = vault::slotKindName(vault::SlotKind::Passphrase);
    std::optional<base::SecretBytes> m_given;
    std::unique_ptr<service::KeySlots> m_slots;
};

class SlotRemove final : public Command {
public:
    void declare(Syntax &syntax) override { syntax.positional("ID", m_id, "Id of the way in, as slot list tells it"); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        const QUuid id = QUuid::fromString(m_id);
        if (id.isNull())
            return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("ID"));
        if (const auto sure = confirm(QStringLiteral("Remove this way into the vault?"), parts.options().yes); !sure)
            return base::ready<int>(std::unexpected(sure.error()));
        m_slots = std::make_unique<service::KeySlots>(parts.host(), parts.hostPorts(), parts.caller());
        return withVault(
            parts, this, [this, id] { return m_slots->remove(id, {}); },
            [&parts](const service::KeySlots::Removed &removed) {
                parts.output().document(QJsonObject{
                    {QStringLiteral("removed"), removed.slot.id.toString(QUuid::WithoutBraces)},
                    {QStringLiteral("keychain_entries_left"), removed.entriesLeft}});
                parts.output().line(QStringLiteral("Removed: %1. Older copies of the vault file still open by it.")
                                        .arg(service::words::slotKind(removed.slot.kind)));
                return 0;
            });
    }

private:
    QString m_id;
    std::unique_ptr<service::KeySlots> m_slots;
};

class RecoveryKeyNew final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.footer(
            "It is shown on the terminal, where two of its groups are typed back, or written to the file named by\n"
            "--recovery-key-out. The old one then opens older copies of the file and older backups only.");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        auto prepared = RecoveryKeyDelivery::prepare(parts.options().recoveryKeyOut, parts.random());
        if (!prepared)
            return base::ready<int>(std::unexpected(prepared.error()));
        m_slots = std::make_unique<service::KeySlots>(parts.host(), parts.hostPorts(), parts.caller());
        const auto renewed = base::chain(openVault(parts, this), this, [this, delivery = *prepared](service::Done) {
            return m_slots->renewRecoveryKey(delivery.function(), {});
        });
        return undoIfFailed<vault::SlotInfo>(renewed, *prepared, this, [&parts](const vault::SlotInfo &) {
            const QString file = parts.options().recoveryKeyOut;
            parts.output().document(QJsonObject{
                {QStringLiteral("recovery_key_file"), file.isEmpty() ? QJsonValue() : QJsonValue(file)}});
            parts.output().line(QStringLiteral("The new recovery key is valid; the old one opens older copies only."));
            if (!file.isEmpty())
                parts.output().line(QStringLiteral("It is in %1. Move it off this computer.").arg(file));
            return 0;
        });
    }

private:
    std::unique_ptr<service::KeySlots> m_slots;
};

} // namespace

void addSlotCommands(Syntax &root)
{
    Syntax passphrase = root.group("passphrase", "The passphrase");
    passphrase.command<PassphraseChange>("change", "Replace it");
    Syntax slot = root.group("slot", "Ways into the vault");
    slot.command<SlotList>("list", "List them");
    slot.command<SlotAdd>("add", "Add one");
    slot.command<SlotRemove>("remove", "Remove one");
    Syntax recovery = root.group("recovery-key", "The recovery key");
    recovery.command<RecoveryKeyNew>("new", "Make a new one; the old one opens nothing any more");
    root.command<RotateKeyCommand>("rotate-key", "Give the vault a new key and encrypt everything anew");
}

} // namespace cli
