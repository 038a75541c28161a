// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/baresqlite.h"

#include <QFileInfo>
#include <QSqlError>
#include <QVariant>

namespace bench {

namespace {

const QString kConnection = QStringLiteral("bare");
constexpr qint64 kIdBytes = 16;
constexpr qint64 kMacBytes = 32;

} // namespace

BareSqlite::BareSqlite(const QString &vaultFile)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), kConnection);
    m_database.setDatabaseName(vaultFile);
    if (!m_database.open())
        qFatal("%s", qPrintable(m_database.lastError().text()));
    runText(QStringLiteral("PRAGMA synchronous=FULL"));
    runText(QStringLiteral("CREATE TABLE one(id INTEGER PRIMARY KEY, body BLOB NOT NULL)"));
    m_lengths.meta = number(QStringLiteral("SELECT length(meta) FROM record WHERE kind = 1 LIMIT 1"));
    m_lengths.secret = number(QStringLiteral("SELECT length(secret) FROM record WHERE kind = 2 LIMIT 1"));
    m_lengths.audit = number(QStringLiteral("SELECT length(detail) FROM audit ORDER BY seq DESC LIMIT 1"));
    m_lengths.root = number(QStringLiteral("SELECT length(body) FROM root"));
    m_lengths.head = number(QStringLiteral("SELECT length(body) FROM audit_head"));
    m_seq = number(QStringLiteral("SELECT max(seq) FROM audit"));
    m_putRecord = prepared(
        QStringLiteral("INSERT INTO record(owner, kind, n, name_idx, meta, secret) VALUES(?, ?, ?, ?, ?, ?)"));
    m_putBucket = prepared(QStringLiteral("UPDATE bucket SET mac = ? WHERE i = ?"));
    m_putRoot = prepared(QStringLiteral("UPDATE root SET body = ? WHERE id = 1"));
    m_putAudit = prepared(QStringLiteral("INSERT INTO audit(seq, detail, mac) VALUES(?, ?, ?)"));
    m_putHead = prepared(QStringLiteral("UPDATE audit_head SET body = ? WHERE id = 1"));
    m_putOne = prepared(QStringLiteral("INSERT INTO one(body) VALUES(?)"));
}

BareSqlite::~BareSqlite()
{
    for (QSqlQuery *query : {&m_putRecord, &m_putBucket, &m_putRoot, &m_putAudit, &m_putHead, &m_putOne})
        *query = QSqlQuery();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(kConnection);
}

void BareSqlite::saveSameRows()
{
    const QByteArray owner = random(kIdBytes);
    const QVariant none(QMetaType::fromType<QByteArray>());
    runText(QStringLiteral("BEGIN IMMEDIATE"));
    run(m_putRecord, {owner, 2, 1, none, none, random(m_lengths.secret)});
    run(m_putRecord, {owner, 1, 0, random(kIdBytes), random(m_lengths.meta), none});
    run(m_putAudit, {++m_seq, random(m_lengths.audit), random(kMacBytes)});
    run(m_putHead, {random(m_lengths.head)});
    run(m_putBucket, {random(kMacBytes), static_cast<int>(static_cast<unsigned char>(owner.front()))});
    run(m_putRoot, {random(m_lengths.root)});
    runText(QStringLiteral("COMMIT"));
}

void BareSqlite::saveOneRow()
{
    runText(QStringLiteral("BEGIN IMMEDIATE"));
    run(m_putOne, {random(payload())});
    runText(QStringLiteral("COMMIT"));
}

qint64 BareSqlite::payload() const noexcept
{
    const qint64 records = 3 * kIdBytes + m_lengths.meta + m_lengths.secret;
    return records + m_lengths.audit + kMacBytes + m_lengths.head + kMacBytes + m_lengths.root;
}

qint64 BareSqlite::logBytes()
{
    runText(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    for (int i = 0; i < kLogged; ++i)
        saveSameRows();
    return QFileInfo(m_database.databaseName() + QStringLiteral("-wal")).size() / kLogged;
}

QByteArray BareSqlite::random(qint64 length)
{
    QByteArray out(length, '\0');
    if (!m_random.fill({reinterpret_cast<unsigned char *>(out.data()), static_cast<std::size_t>(length)}))
        qFatal("no randomness");
    return out;
}

QSqlQuery BareSqlite::prepared(const QString &sql) const
{
    QSqlQuery query(m_database);
    if (!query.prepare(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    return query;
}

void BareSqlite::run(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values.at(i));
    if (!query.exec())
        qFatal("%s", qPrintable(query.lastError().text()));
}

void BareSqlite::runText(const QString &sql) const
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
}

qint64 BareSqlite::number(const QString &sql) const
{
    QSqlQuery query(m_database);
    if (!query.exec(sql) || !query.next())
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    return query.value(0).toLongLong();
}

} // namespace bench
