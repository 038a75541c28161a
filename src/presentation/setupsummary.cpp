// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/setupsummary.h"

#include "service/words.h"

#include <QCoreApplication>
#include <QDir>

namespace presentation {

namespace {

/// For words of this file.
struct SetupSummary {
    Q_DECLARE_TR_FUNCTIONS(SetupSummary)
};

SetupFact vaultFact(const CreateVaultController::Made &made)
{
    return {StripMessage::Level::Ok,
            SetupSummary::tr("Your vault is made. It opens with: %1").arg(service::words::slotKind(made.method)),
            QDir::toNativeSeparators(made.vaultPath)};
}

SetupFact recoveryFact(bool confirmed)
{
    if (confirmed)
        return {StripMessage::Level::Ok, SetupSummary::tr("You have the recovery key."),
                SetupSummary::tr("Keep it apart from this computer.")};
    return {StripMessage::Level::Warn, SetupSummary::tr("The recovery key is not confirmed."),
            SetupSummary::tr(
                "Without it a forgotten passphrase or a lost computer means a lost vault. \"Recovery key...\" at the foot "
                "of the window shows it again.")};
}

SetupFact accountFact(const AccountListModel &accounts, int row)
{
    const QModelIndex index = accounts.index(row);
    const auto told = static_cast<StripMessage::Level>(accounts.data(index, AccountListModel::LevelRole).toInt());
    using Level = StripMessage::Level;
    const bool warns = told == Level::Warn || told == Level::Bad;
    return {warns                   ? Level::Warn
                : told == Level::Ok ? Level::Ok
                                    : Level::Info,
            SetupSummary::tr("%1 is stored.").arg(accounts.data(index, Qt::DisplayRole).toString()),
            accounts.data(index, AccountListModel::StateTextRole).toString()};
}

} // namespace

QList<SetupFact> setupFacts(const CreateVaultController::Made &made, const AccountListModel &accounts)
{
    QList<SetupFact> facts{vaultFact(made), recoveryFact(made.confirmed)};
    for (int row = 0; row < accounts.rowCount(); ++row)
        facts << accountFact(accounts, row);
    if (accounts.rowCount() == 0)
        facts << SetupFact{StripMessage::Level::Info, SetupSummary::tr("No exchange key is stored yet."),
                           SetupSummary::tr("Add one on the page \"Exchanges\" when you have it.")};
    return facts;
}

QString howToLock(vault::SlotKind method, const LockingController *locking)
{
    QStringList sentences{SetupSummary::tr("Press Ctrl+L, or \"Lock now\" in the window or the tray.")};
    const int minutes = locking == nullptr ? 0 : locking->settings().idleMinutes;
    if (minutes > 0)
        sentences << SetupSummary::tr(
            "Latchkey also locks by itself: after %n minutes without use, with the screen, and before "
            "the computer sleeps.",
            nullptr, minutes);
    if (!vault::needsPassphrase(method))
        sentences << SetupSummary::tr("No passphrase is set: anyone at this computer can unlock it again.");
    return sentences.join(QLatin1Char(' '));
}

} // namespace presentation
