// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// makebenchvault FOLDER ACCOUNTS: makes the vault that tests/bench/processes.py works on: FOLDER/home, FOLDER/state and
// FOLDER/passphrase. Its key derivation is the cheapest that the format knows, so that the rest can be seen.
#include "bench/accounts.h"
#include "bench/place.h"

#include <QCoreApplication>

using namespace bench;

int main(int argc, char **argv)
{
    base::initSecureHeap();
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    Place place(arguments.at(1));
    const base::SecretBytes passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    const auto vault = must(place.create(passphrase));
    must(fill(vaulttest::sessionOf(*vault), arguments.at(2).toInt()));
    return vaulttest::writeFile(place.folder() + QStringLiteral("/passphrase"), vaulttest::textOf(passphrase)) ? 0 : 1;
}
