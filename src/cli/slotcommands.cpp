// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opener.h"
#include "platform/terminal.h"
#include "service/words.h"

namespace cli {

namespace {

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
        const QString warning = weakPassphraseWarning(passphrase);
        if (!warning.isEmpty())
            parts.output().note(QStringLiteral("latchkey: ") + warning);
        return base::chain(parts.host().changePassphrase(std::move(passphrase)), this, [&parts, warning](service::Done) {
            parts.output().document(QJsonObject{
                {QStringLiteral("changed"), true},
                {QStringLiteral("warnings"), warning.isEmpty() ? QJsonArray() : QJsonArray{warning}}});
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

} // namespace

void addSlotCommands(Syntax &root)
{
    Syntax passphrase = root.group("passphrase", "The passphrase");
    passphrase.command<PassphraseChange>("change", "Replace it");
    Syntax slot = root.group("slot", "Ways into the vault");
    slot.command<SlotList>("list", "List them");
}

} // namespace cli
