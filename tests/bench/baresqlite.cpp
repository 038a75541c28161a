// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/baresqlite.h"

#include <QFileInfo>
#include <QVariant>

namespace bench {

namespace {

constexpr qint64 kIdBytes = 16;
constexpr qint64 kMacBytes = 32;

} // namespace

BareSqlite::BareSqlite(const QString &vaultFile) : m_database(vaultFile)
{
    m_database.runText(QStringLiteral("CREATE TABLE one(id INTEGER PRIMARY KEY, body BLOB NOT NULL)"));
    m_lengths.meta = m_database.number(QStringLiteral("SELECT length(meta) FROM record WHERE kind = 1 LIMIT 1"));
    m_lengths.secret = m_database.number(QStringLiteral("SELECT length(secret) FROM record WHERE kind = 2 LIMIT 1"));
    m_lengths.audit = m_database.number(QStringLiteral("SELECT length(detail) FROM audit ORDER BY seq DESC LIMIT 1"));
    m_lengths.root = m_database.number(QStringLiteral("SELECT length(body) FROM root"));
    m_lengths.head = m_database.number(QStringLiteral("SELECT length(body) FROM audit_head"));
    m_seq = m_database.number(QStringLiteral("SELECT max(seq) FROM audit"));
    m_putRecord = m_database.prepared(
        QStringLiteral("INSERT INTO record(owner, kind, n, name_idx, meta, secret) VALUES(?, ?, ?, ?, ?, ?)"));
    m_putBucket = m_database.prepared(QStringLiteral("UPDATE bucket SET mac = ? WHERE i = ?"));
    m_putRoot = m_database.prepared(QStringLiteral("UPDATE root SET body = ? WHERE id = 1"));
    m_putAudit = m_database.prepared(QStringLiteral("INSERT INTO audit(seq, detail, mac) VALUES(?, ?, ?)"));
    m_putHead = m_database.prepared(QStringLiteral("UPDATE audit_head SET body = ? WHERE id = 1"));
    m_putOne = m_database.prepared(QStringLiteral("INSERT INTO one(body) VALUES(?)"));
}

void BareSqlite::saveSameRows()
{
    const QByteArray owner = m_database.random(kIdBytes);
    const QVariant none(QMetaType::fromType<QByteArray>());
    m_database.runText(QStringLiteral("BEGIN IMMEDIATE"));
    BareDatabase::run(m_putRecord, {owner, 2, 1, none, none, m_database.random(m_lengths.secret)});
    BareDatabase::run(m_putRecord, {owner, 1, 0, m_database.random(kIdBytes), m_database.random(m_lengths.meta), none});
    BareDatabase::run(m_putAudit, {++m_seq, m_database.random(m_lengths.audit), m_database.random(kMacBytes)});
    BareDatabase::run(m_putHead, {m_database.random(m_lengths.head)});
    BareDatabase::run(m_putBucket,
                      {m_database.random(kMacBytes), static_cast<int>(static_cast<unsigned char>(owner.front()))});
    BareDatabase::run(m_putRoot, {m_database.random(m_lengths.root)});
    m_database.runText(QStringLiteral("COMMIT"));
}

void BareSqlite::saveOneRow()
{
    m_database.runText(QStringLiteral("BEGIN IMMEDIATE"));
    BareDatabase::run(m_putOne, {m_database.random(payload())});
    m_database.runText(QStringLiteral("COMMIT"));
}

qint64 BareSqlite::payload() const noexcept
{
    const qint64 records = 3 * kIdBytes + m_lengths.meta + m_lengths.secret;
    return records + m_lengths.audit + kMacBytes + m_lengths.head + kMacBytes + m_lengths.root;
}

qint64 BareSqlite::logBytes()
{
    m_database.runText(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    for (int i = 0; i < kLogged; ++i)
        saveSameRows();
    return QFileInfo(m_database.file() + QStringLiteral("-wal")).size() / kLogged;
}

} // namespace bench
