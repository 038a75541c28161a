// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/restore.h"

#include "crypto/recoverykey.h"
#include "transfer/resealer.h"
#include "vault/credentialrows.h"
#include "vault/slotmanager.h"

#include <QDateTime>
#include <QFileInfo>

namespace transfer {

using base::ErrorCode;
using vault::ports::RecordRow;

namespace {

constexpr std::size_t kVaultKeyBytes = 32;

/// The new vault before it is a file.
struct Plan {
    vault::Header header;
    base::SecretBytes vaultKey;
    QList<vault::KeySlot> keySlots;
    base::SecretBytes recoveryText; ///< of a new recovery key; empty when the backup's own goes on
    QString place;                  ///< its file comes into being beside this
};

base::Result<void> mayGoOn(const Stop &stop)
{
    return stop && stop() ? base::fail(ErrorCode::Cancelled) : base::Result<void>();
}

base::Result<vault::Keyring> keysOf(const BackupReader &reader, const OpenedBackup &opened)
{
    const vault::Header &header = reader.header().vault;
    // A newer program may bind more to a secret than this one knows of.
    if (header.minor > vault::kFormatMinor)
        return base::fail(ErrorCode::NewerFormat, QStringLiteral("backup"));
    LATCHKEY_TRY(vault::Keyring keys, vault::Keyring::derive(opened.vaultKey, header.vault, header.gen));
    if (!base::equalConstantTime(keys.commitment(), header.commitment))
        return base::fail(ErrorCode::IntegrityFailure, QStringLiteral("backup"));
    return keys;
}

vault::SlotInfo slotInfo(const Plan &plan, const QUuid &id, vault::SlotKind kind)
{
    vault::SlotInfo info;
    info.id = id;
    info.kind = kind;
    info.createdAtMs = plan.header.createdAtMs;
    info.gen = plan.header.gen;
    return info;
}

base::Result<void> addRecoverySlot(Plan &plan, const OpenedBackup &opened, base::RandomSource &random)
{
    base::SecretBytes made;
    const base::SecretBytes *secret = opened.recoverySecret ? &*opened.recoverySecret : &made;
    if (!opened.recoverySecret) {
        LATCHKEY_TRY(made, base::newSecret(random, crypto::kRecoverySecretSize));
        LATCHKEY_TRY(plan.recoveryText, crypto::encodeRecoveryKey(made, plan.header.recoveryId));
        plan.recoveryText.maskInLogs();
    }
    LATCHKEY_TRY(const QUuid id, base::newUuid(random));
    vault::SlotInput input;
    input.recoverySecret = secret;
    LATCHKEY_TRY(const vault::KeySlot slot,
                 vault::KeySlot::wrap(slotInfo(plan, id, vault::SlotKind::Recovery), plan.header.vault, input, plan.vaultKey,
                                      random));
    plan.keySlots << slot;
    return {};
}

base::Result<void> addPassphraseSlot(Plan &plan, const RestoreRequest &request, base::RandomSource &random)
{
    if (request.newPassphrase.isEmpty())
        return {};
    LATCHKEY_TRY(const base::SecretBytes passphrase, vault::normalizedPassphrase(request.newPassphrase));
    LATCHKEY_TRY(const QUuid id, base::newUuid(random));
    vault::SlotInfo info = slotInfo(plan, id, vault::SlotKind::Passphrase);
    info.kdf = request.kdf;
    vault::SlotInput input;
    input.passphrase = &passphrase;
    std::shared_ptr<void> turn;
    if (request.enterKdf) {
        LATCHKEY_TRY(turn, request.enterKdf());
    }
    LATCHKEY_TRY(const vault::KeySlot slot, vault::KeySlot::wrap(info, plan.header.vault, input, plan.vaultKey, random));
    plan.keySlots << slot;
    return {};
}

base::Result<Plan> planOf(const vault::Environment &environment, const BackupReader &reader, const OpenedBackup &opened,
                          const RestoreRequest &request)
{
    Plan plan;
    LATCHKEY_TRY(plan.header.vault, base::newUuid(environment.random));
    LATCHKEY_TRY(plan.vaultKey, base::newSecret(environment.random, kVaultKeyBytes));
    plan.header.createdAtMs = environment.clock.nowMs();
    plan.header.recoveryId = reader.header().vault.recoveryId;
    LATCHKEY_TRY(const vault::Keyring keys, vault::Keyring::derive(plan.vaultKey, plan.header.vault, plan.header.gen));
    plan.header.commitment = keys.commitment();
    LATCHKEY_CHECK(addPassphraseSlot(plan, request, environment.random));
    LATCHKEY_CHECK(addRecoverySlot(plan, opened, environment.random));
    // A witness that cannot be read would let no vault open: better said before there is one.
    LATCHKEY_CHECK(environment.anchors.read(plan.header.vault));
    return plan;
}

vault::AuditEvent restoredEvent(const BackupReader &reader, const BackupContent &content)
{
    const vault::AuditPosition &head = content.origin.auditHead;
    vault::AuditEvent event;
    event.kind = QStringLiteral("restored");
    event.details.insert(QStringLiteral("vault"), reader.header().vault.vault.toString(QUuid::WithoutBraces));
    event.details.insert(QStringLiteral("made"), QString::number(reader.header().madeAtMs));
    event.details.insert(QStringLiteral("credentials"), QString::number(content.totals.credentials));
    event.details.insert(
        QStringLiteral("head"),
        QStringLiteral("%1:%2").arg(head.seq).arg(QString::fromLatin1(base::toByteArray(head.mac).toHex())));
    return event;
}

/// A new file beside the vault, with everything in it.
base::Result<std::unique_ptr<vault::ports::VaultFile>> build(const vault::Environment &environment, BackupReader &reader,
                                                             const OpenedBackup &opened, const RestoreRequest &request,
                                                             const Plan &plan)
{
    LATCHKEY_TRY(const vault::Keyring from, keysOf(reader, opened));
    LATCHKEY_TRY(vault::Keyring to, vault::Keyring::derive(plan.vaultKey, plan.header.vault, plan.header.gen));
    LATCHKEY_TRY(auto file, environment.files.createTemporary(plan.place));
    BackupContent content;
    const auto fill = [&](vault::Session &session) -> base::Result<void> {
        LATCHKEY_CHECK(vault::SlotManager(session).install(plan.keySlots, plan.header));
        Resealer resealer(from, session.keys(), environment.random);
        LATCHKEY_TRY(content,
                     reader.read(
                         opened.vaultKey,
                         [&](const RecordRow &row) -> base::Result<void> {
                             LATCHKEY_CHECK(mayGoOn(request.stop));
                             LATCHKEY_TRY(const auto resealed, resealer.reseal(row));
                             return resealed ? session.integrity().put(*resealed) : base::Result<void>();
                         }));
        return {};
    };
    LATCHKEY_TRY(auto session,
                 vault::Session::create(
                     {std::move(file), std::move(to), environment.anchors, environment.clock, environment.random}, fill));
    LATCHKEY_CHECK(session->release({restoredEvent(reader, content)}, [] { return base::Result<void>(); }));
    return vault::Session::dismantle(std::move(session));
}

/// Beside the vault, and not taken.
base::Result<QString> nameAside(const vault::Environment &environment, const QString &path)
{
    constexpr int kTries = 100;
    const QString time =
        QDateTime::fromMSecsSinceEpoch(environment.clock.nowMs(), Qt::UTC).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    for (int i = 0; i < kTries; ++i) {
        QString name = QStringLiteral("%1.before-restore-%2").arg(path, time);
        if (i > 0)
            name += QStringLiteral("-%1").arg(i);
        if (!environment.files.exists(name))
            return name;
    }
    return base::fail(ErrorCode::AlreadyExists, path);
}

} // namespace

base::Result<BackupListing> listBackup(const vault::Environment &environment, BackupReader &reader,
                                       const OpenedBackup &opened, const Stop &stop)
{
    LATCHKEY_TRY(const vault::Keyring from, keysOf(reader, opened));
    // Sealing anew for nobody shows that a restore of it would go through.
    LATCHKEY_TRY(const base::SecretBytes key, base::newSecret(environment.random, kVaultKeyBytes));
    LATCHKEY_TRY(const QUuid nobody, base::newUuid(environment.random));
    LATCHKEY_TRY(const vault::Keyring to, vault::Keyring::derive(key, nobody, 1));
    Resealer resealer(from, to, environment.random);
    BackupListing out;
    LATCHKEY_TRY(const BackupContent content,
                 reader.read(
                     opened.vaultKey,
                     [&](const RecordRow &row) -> base::Result<void> {
                         LATCHKEY_CHECK(mayGoOn(stop));
                         LATCHKEY_CHECK(resealer.reseal(row));
                         const auto &credential = resealer.credential();
                         const bool isCredential = row.key.kind == static_cast<std::uint16_t>(vault::RecordKind::Credential);
                         if (isCredential && credential && !credential->isRemoved())
                             out.entries << BackupListing::Entry{credential->name, credential->kind,
                                                                 static_cast<int>(credential->versions.size())};
                         return {};
                     }));
    out.vault = reader.header().vault.vault;
    out.madeAtMs = reader.header().madeAtMs;
    out.hasPassphrase = reader.header().hasPassphrase();
    out.auditHead = content.origin.auditHead;
    out.totals = content.totals;
    return out;
}

base::Result<RestoredVault> restoreBackup(const vault::Environment &environment, BackupReader &reader,
                                          const OpenedBackup &opened, const RestoreRequest &request)
{
    const bool standing = environment.files.exists(request.vaultPath);
    if (standing && !request.replace)
        return base::fail(ErrorCode::AlreadyExists, request.vaultPath);
    if (!opened.recoverySecret && !request.deliverRecoveryKey)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("recovery key"));
    LATCHKEY_TRY(const BackupListing listing, listBackup(environment, reader, opened, request.stop));
    LATCHKEY_TRY(Plan plan, planOf(environment, reader, opened, request));

    // Where a link leads: the new file has to come into being in the folder that it will stand in.
    const QString real = standing ? QFileInfo(request.vaultPath).canonicalFilePath() : QString();
    const QString path = real.isEmpty() ? request.vaultPath : real;
    plan.place = standing ? path + QStringLiteral(".restored") : path;
    LATCHKEY_TRY(auto file, build(environment, reader, opened, request, plan));
    RestoredVault out{plan.header.vault, listing.totals, {}, !request.newPassphrase.isEmpty(), !opened.recoverySecret};
    // The paper first: a vault whose recovery key nobody holds must not come into being.
    if (!opened.recoverySecret)
        LATCHKEY_CHECK(request.deliverRecoveryKey(plan.recoveryText));
    if (!standing) {
        LATCHKEY_CHECK(environment.files.publish(std::move(file), path));
        return out;
    }
    LATCHKEY_TRY(out.keptAs, nameAside(environment, path));
    LATCHKEY_CHECK(environment.files.replace(std::move(file), path, out.keptAs));
    return out;
}

} // namespace transfer
