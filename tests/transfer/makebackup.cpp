// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferfixture.h"

#include <QCoreApplication>
#include <QTextStream>

/// Makes tests/data/backup/backup-1.lkb anew, with its recovery key and all that is in it. Only when a new version of the format is
/// added, under a new name: the file of a version is never changed.
int main(int argc, char **argv)
{
    base::initSecureHeap();
    const QCoreApplication application(argc, argv);
    const QString path = application.arguments().value(1);
    vaulttest::Home home;
    const auto vault = home.create();
    transfertest::fill(*vault);
    const auto all = transfertest::everything(*vault);
    const auto made = transfertest::backUp(vaulttest::sessionOf(*vault), path, transfertest::kBackupPassphrase);
    const bool written = all && made && vaulttest::writeFile(path + QStringLiteral(".recovery"), home.recoveryText + '\n')
        && vaulttest::writeFile(path + QStringLiteral(".txt"), all->join(u'\n').toUtf8() + '\n');
    if (!written)
        QTextStream(stderr) << (made ? QStringLiteral("not written") : vaulttest::describe(made.error())) << '\n';
    return written ? 0 : 1;
}
