// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/baredatabase.h"

#include <QSqlError>
#include <QVariant>

namespace bench {

namespace {

const QString kConnection = QStringLiteral("bare");

} // namespace

BareDatabase::BareDatabase(const QString &file)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), kConnection);
    m_database.setDatabaseName(file);
    if (!m_database.open())
        qFatal("%s", qPrintable(m_database.lastError().text()));
    runText(QStringLiteral("PRAGMA synchronous=FULL"));
}

BareDatabase::~BareDatabase()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(kConnection);
}

QSqlQuery BareDatabase::prepared(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    return query;
}

void BareDatabase::run(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values.at(i));
    if (!query.exec())
        qFatal("%s", qPrintable(query.lastError().text()));
}

void BareDatabase::runText(const QString &sql) const
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
}

qint64 BareDatabase::number(const QString &sql) const
{
    QSqlQuery query(m_database);
    if (!query.exec(sql) || !query.next())
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    return query.value(0).toLongLong();
}

QByteArray BareDatabase::random(qint64 length)
{
    QByteArray out(length, '\0');
    if (!m_random.fill({reinterpret_cast<unsigned char *>(out.data()), static_cast<std::size_t>(length)}))
        qFatal("no randomness");
    return out;
}

} // namespace bench
