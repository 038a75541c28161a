// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/backupwriter.h"

#include "transfer/backupheader.h"
#include "transfer/backupreader.h"
#include "vault/credentialrows.h"

namespace transfer {

using base::ErrorCode;
using vault::ports::RecordRow;

namespace {

constexpr std::size_t kNonceBytes = 16;

base::Result<void> mayGoOn(const Stop &stop)
{
    return stop && stop() ? base::fail(ErrorCode::Cancelled) : base::Result<void>();
}

/// Header and file key; inside a snapshot.
base::Result<BackupHeader> makeHeader(vault::Session &session, const std::optional<vault::KeySlot> &own,
                                      base::SecretBytes &fileKey)
{
    LATCHKEY_CHECK(session.integrity().checkHeader());
    LATCHKEY_TRY(const vault::HeaderBlock block, vault::readHeader(session.slotStore()));
    BackupHeader header;
    header.vault = block.header;
    header.madeAtMs = session.clock().nowMs();
    for (const vault::KeySlot &slot : block.keySlots) {
        if (slot.info().kind == vault::SlotKind::Recovery)
            header.keySlots << slot;
    }
    if (own)
        header.keySlots << *own;
    if (header.keySlots.isEmpty())
        return base::fail(ErrorCode::NoWayIn, QStringLiteral("backup_keys"));
    header.nonce = QByteArray(static_cast<qsizetype>(kNonceBytes), '\0');
    LATCHKEY_CHECK(session.random().fill({reinterpret_cast<unsigned char *>(header.nonce.data()), kNonceBytes}));
    LATCHKEY_TRY(BackupKeys keys, deriveBackupKeys(session.keys().vaultKey(), header.vault, base::view(header.nonce)));
    header.commitment = keys.commitment;
    fileKey = std::move(keys.fileKey);
    return header;
}

base::Result<WrittenBackup> writeSnapshot(vault::Session &session, NewFile &file, const std::optional<vault::KeySlot> &own,
                                          const Stop &stop)
{
    base::SecretBytes fileKey;
    LATCHKEY_TRY(BackupHeader header, makeHeader(session, own, fileKey));
    const QByteArray encoded = header.encode();
    LATCHKEY_CHECK(file.append(base::view(encoded)));
    ItemWriter items(ChunkWriter(file, std::move(fileKey), header.sum));
    LATCHKEY_CHECK(items.origin({session.audit().head(), session.integrity().root().counter}));
    LATCHKEY_CHECK(session.integrity().visit([&](const RecordRow &row) -> base::Result<void> {
        LATCHKEY_CHECK(mayGoOn(stop));
        return items.record(row);
    }));
    WrittenBackup out{header.vault.vault, header.madeAtMs, {}, header.hasPassphrase(), false};
    LATCHKEY_TRY(out.totals, items.finish());
    LATCHKEY_TRY(const auto pending, session.integrity().find(vault::keyOf(QUuid(), vault::RecordKind::PendingRecovery)));
    out.recoveryKeyPending = pending.has_value();
    return out;
}

} // namespace

base::Result<vault::KeySlot> backupPassphraseSlot(vault::Session &session, const base::SecretBytes &passphrase,
                                                  const crypto::Argon2Params &kdf)
{
    vault::SlotInfo info;
    LATCHKEY_TRY(info.id, base::newUuid(session.random()));
    info.kind = vault::SlotKind::Passphrase;
    info.createdAtMs = session.clock().nowMs();
    info.gen = session.keys().gen();
    info.kdf = kdf;
    vault::SlotInput input;
    input.passphrase = &passphrase;
    return vault::KeySlot::wrap(info, session.keys().vault(), input, session.keys().vaultKey(), session.random());
}

base::Result<WrittenBackup> writeBackup(vault::Session &session, NewFile &file, const std::optional<vault::KeySlot> &own,
                                        const Stop &stop)
{
    WrittenBackup out;
    LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(out, writeSnapshot(session, file, own, stop));
        return {};
    }));
    LATCHKEY_CHECK(file.close());
    return out;
}

base::Result<void> verifyBackup(vault::Session &session, const QString &path, const WrittenBackup &written, const Stop &stop)
{
    LATCHKEY_TRY(const auto reader, BackupReader::open(path));
    LATCHKEY_TRY(const BackupContent content,
                 reader->read(session.keys().vaultKey(), [&stop](const RecordRow &) { return mayGoOn(stop); }));
    if (content.totals != written.totals || reader->header().vault.vault != written.vault)
        return base::fail(ErrorCode::IntegrityFailure, QStringLiteral("backup"));
    return {};
}

} // namespace transfer
