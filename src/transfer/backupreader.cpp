// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/backupreader.h"

#include "crypto/recoverykey.h"
#include "vault/keyring.h"

#include <QFileInfo>

namespace transfer {

using base::ErrorCode;
using vault::ports::RecordRow;

namespace {

std::unexpected<base::Error> refuse(ErrorCode code)
{
    return base::fail(code, QStringLiteral("backup"));
}

std::unexpected<base::Error> ioFailure(const QFile &file)
{
    return base::fail(ErrorCode::IoFailure, file.fileName() + QStringLiteral(": ") + file.errorString());
}

} // namespace

base::Result<std::unique_ptr<BackupReader>> BackupReader::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return base::fail(ErrorCode::NotFound, path);
    if (!info.isFile()) // a pipe would be waited for
        return refuse(ErrorCode::NotAVault);
    std::unique_ptr<BackupReader> out(new BackupReader(path));
    if (!out->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return ioFailure(out->m_file);
    QByteArray bytes = out->m_file.read(static_cast<qint64>(kBackupPreambleBytes));
    LATCHKEY_TRY(const std::size_t length, backupHeaderLength(base::view(bytes)));
    bytes += out->m_file.read(static_cast<qint64>(length - kBackupPreambleBytes));
    if (out->m_file.error() != QFileDevice::NoError)
        return ioFailure(out->m_file);
    LATCHKEY_TRY(out->m_header, BackupHeader::parse(base::view(bytes)));
    out->m_contentAt = out->m_file.pos();
    return out;
}

base::Result<OpenedBackup> BackupReader::openRecovery(const base::SecretBytes &text) const
{
    LATCHKEY_TRY(base::SecretBytes secret, crypto::decodeRecoveryKey(text, m_header.vault.recoveryId));
    vault::SlotInput input;
    input.recoverySecret = &secret;
    for (const vault::KeySlot &slot : m_header.keySlots) {
        if (slot.info().kind != vault::SlotKind::Recovery)
            continue;
        auto key = slot.unwrap(m_header.vault.vault, input);
        if (key)
            return OpenedBackup{*std::move(key), std::move(secret)};
        if (key.error().code != ErrorCode::WrongPassphrase)
            return std::unexpected(key.error());
    }
    // A good key of this vault, from before or after the one that was valid when the backup was made.
    return base::fail(ErrorCode::WrongPassphrase, QStringLiteral("recovery_backup"));
}

base::Result<OpenedBackup> BackupReader::openPassphrase(const BackupKey &key) const
{
    if (!m_header.hasPassphrase())
        return base::fail(ErrorCode::NoWayIn, QStringLiteral("backup_recovery"));
    LATCHKEY_TRY(const base::SecretBytes passphrase, vault::normalizedPassphrase(key.passphrase));
    vault::SlotInput input;
    input.passphrase = &passphrase;
    base::Result<OpenedBackup> verdict = base::fail(ErrorCode::WrongPassphrase, QStringLiteral("backup"));
    for (const vault::KeySlot &slot : m_header.keySlots) {
        if (slot.info().kind != vault::SlotKind::Passphrase)
            continue;
        if (key.availableMemoryKiB > 0)
            LATCHKEY_CHECK(crypto::checkAutomaticLimits(slot.info().kdf, key.availableMemoryKiB));
        auto opened = slot.unwrap(m_header.vault.vault, input);
        if (opened)
            return OpenedBackup{*std::move(opened), std::nullopt};
        if (opened.error().code != ErrorCode::WrongPassphrase)
            return std::unexpected(opened.error());
    }
    return verdict;
}

base::Result<OpenedBackup> BackupReader::unlock(const BackupKey &key) const
{
    if (!key.recoveryKey.isEmpty())
        return openRecovery(key.recoveryKey);
    if (key.passphrase.isEmpty())
        return base::fail(ErrorCode::NoWayIn, QStringLiteral("not_given"));
    return openPassphrase(key);
}

base::Result<BackupContent> BackupReader::read(const base::SecretBytes &vaultKey, const Visitor &visitor)
{
    LATCHKEY_TRY(BackupKeys keys, deriveBackupKeys(vaultKey, m_header.vault, base::view(m_header.nonce)));
    if (!base::equalConstantTime(keys.commitment, m_header.commitment))
        return refuse(ErrorCode::IntegrityFailure);
    if (!m_file.seek(m_contentAt))
        return ioFailure(m_file);
    ItemReader items(ChunkReader(m_file, std::move(keys.fileKey), m_header.sum));
    BackupContent out;
    LATCHKEY_TRY(out.origin, items.origin());
    for (;;) {
        LATCHKEY_TRY(const auto next, items.next());
        if (const auto *row = std::get_if<RecordRow>(&next)) {
            LATCHKEY_CHECK(visitor(*row));
            continue;
        }
        out.totals = std::get<BackupTotals>(next);
        return out;
    }
}

} // namespace transfer
