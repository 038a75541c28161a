// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// makecorpus DIR: writes the seeds that no editor can write, one folder for each fuzz target.
#include "crypto/recoverykey.h"
#include "fuzzing.h"
#include "support/sequencerandom.h"
#include "transfer/backupheader.h"
#include "vault/credentialcodec.h"

#include <QDir>
#include <QFile>

#include <cstdio>

namespace {

QString target;

void put(const char *where, const char *name, const QByteArray &bytes)
{
    const QString folder = target + QLatin1Char('/') + QString::fromLatin1(where);
    FUZZ_CHECK(QDir().mkpath(folder));
    QFile file(folder + QLatin1Char('/') + QString::fromLatin1(name));
    FUZZ_CHECK(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
}

vault::Credential account()
{
    vault::Credential out;
    out.id = fuzzing::fixedUuid();
    out.name = QStringLiteral("bitget/main");
    out.kind = vault::CredentialKind::Exchange;
    out.description = QStringLiteral("the account");
    out.tags = {QStringLiteral("bot")};
    out.attributes = {{QStringLiteral("exchange"), QStringLiteral("bitget")},
                      {QStringLiteral("environment"), QStringLiteral("demo")}};
    vault::VersionInfo version;
    version.number = 1;
    version.fields = {QStringLiteral("api_key"), QStringLiteral("api_secret")};
    version.keyHint = QStringLiteral("ab..yz");
    out.versions << version;
    version.number = 2;
    version.state = vault::VersionState::Pending;
    version.changes = {{QStringLiteral("environment"), QStringLiteral("live")}};
    out.versions << version;
    return out;
}

vault::KeySlot slot(vault::SlotKind kind)
{
    testsupport::SequenceRandom random;
    vault::SlotInfo info;
    info.id = fuzzing::fixedUuid();
    info.kind = kind;
    info.gen = 1;
    info.keychainBackend = kind == vault::SlotKind::PassphraseKeychain ? QStringLiteral("Secret Service") : QString();
    info.kdf = {8, 1, 1};
    const base::SecretBytes passphrase = fuzzing::secret("correct horse battery staple");
    const base::SecretBytes keychain = fuzzing::secret("0123456789abcdef0123456789abcdef");
    const base::SecretBytes recovery = fuzzing::secret("0123456789abcdef0123");
    auto out = vault::KeySlot::wrap(info, fuzzing::fixedUuid(), {&passphrase, &keychain, &recovery},
                                    fuzzing::fixedKeys().vaultKey(), random);
    FUZZ_CHECK(out.has_value());
    return *std::move(out);
}

vault::Header header()
{
    vault::Header out;
    out.vault = fuzzing::fixedUuid();
    out.commitment = fuzzing::fixedKeys().commitment();
    out.recoveryId = fuzzing::fixedUuid();
    out.createdAtMs = 1'763'843'465'120;
    return out;
}

void headers()
{
    put("header", "header", QByteArray(1, '\0') + header().body());
    put("header", "slot-passphrase", QByteArray(1, '\1') + slot(vault::SlotKind::Passphrase).row().body);
    put("header", "slot-keychain", QByteArray(1, '\1') + slot(vault::SlotKind::PassphraseKeychain).row().body);
    put("header", "slot-recovery", QByteArray(1, '\1') + slot(vault::SlotKind::Recovery).row().body);
    transfer::BackupHeader backup;
    backup.vault = header();
    backup.madeAtMs = 1'763'843'465'120;
    backup.nonce = QByteArray(16, 'n');
    backup.keySlots = {slot(vault::SlotKind::Recovery)};
    put("header", "backup", QByteArray(1, '\2') + backup.encode());
    put("backup", "header", QByteArray(1, '\0') + backup.encode());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    target = QString::fromLocal8Bit(argv[1]);
    testsupport::SequenceRandom random;
    vault::EnvelopeBinding binding;
    binding.role = vault::Role::Secret;
    binding.owner = fuzzing::fixedUuid();
    binding.kind = 2;
    binding.n = 1;
    binding.field = QStringLiteral("api_secret");
    put("envelope", "sealed", *fuzzing::fixedKeys().seal(binding, base::view(std::string_view("a secret")), random));
    headers();
    put("credential", "account", vault::encodeCredential(account()));
    put("credential", "map", vault::encodeMap({{QStringLiteral("a"), QStringLiteral("b")}}));
    const auto key = crypto::encodeRecoveryKey(fuzzing::secret("0123456789abcdef0123"), fuzzing::fixedUuid());
    put("recoverykey", "key", base::toByteArray(key->exposeBytes()));
    put("recoverykey", "secret", "0123456789abcdef0123");
    return 0;
}
