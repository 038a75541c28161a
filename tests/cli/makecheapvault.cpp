// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// makecheapvault VAULT PASSPHRASE-FILE RECOVERY-FILE: what `latchkey init --method passphrase --recovery-key-out RECOVERY-FILE` makes,
// but with the cheapest Argon2id that the format allows, which no command offers. The tests of the command line start the program
// hundreds of times, and each start opens the vault.
#include "base/clock.h"
#include "base/privatefile.h"
#include "base/randomsource.h"
#include "platform/runtimepaths.h"
#include "vault/vaultfixture.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

constexpr std::size_t kMaxPassphrase = 1024;

base::Result<void> make(const QString &path, const QString &passphraseFile, const QString &recoveryFile)
{
    base::SystemRandomSource random;
    base::SystemClock clock;
    storage::SqliteVaultFileSystem files;
    storage::FileAnchorStore anchors(platform::stateBase());
    vault::CreateRequest request;
    LATCHKEY_TRY(request.vaultId, base::newUuid(random));
    LATCHKEY_TRY(request.slotId, base::newUuid(random));
    LATCHKEY_TRY(request.passphrase, base::readSecretFile(passphraseFile, kMaxPassphrase, true));
    request.kdf = vaulttest::kCheapKdf;
    request.deliverRecoveryKey = [&recoveryFile](const base::SecretBytes &text) {
        return base::writeNewPrivateFile(recoveryFile, base::view(vaulttest::textOf(text) + '\n'));
    };
    return vault::Vault({files, anchors, clock, random}, path).create(request);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fputs("makecheapvault VAULT PASSPHRASE-FILE RECOVERY-FILE\n", stderr);
        return 2;
    }
    const auto made = make(arguments.at(1), arguments.at(2), arguments.at(3));
    if (!made)
        std::fprintf(stderr, "%s\n", qPrintable(vaulttest::describe(made.error())));
    return made ? 0 : 1;
}
