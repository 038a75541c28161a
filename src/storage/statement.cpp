// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include "storage/sqliteerror.h"

#include <QRegularExpression>

#include <utility>

namespace storage {

namespace {

QVariant nullWhenEmpty(const QVariant &value)
{
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isEmpty())
        return QVariant(QMetaType::fromType<QByteArray>());
    return value;
}

/// What a statement is about, for people: its table, or a transaction.
QString subjectOf(const QString &sql)
{
    static const QRegularExpression table(QStringLiteral(R"(\b(?:FROM|INTO)\s+(\w+))"));
    const QRegularExpressionMatch found = table.match(sql);
    return found.hasMatch() ? QStringLiteral("table ") + found.captured(1) : QStringLiteral("transaction");
}

} // namespace

Statement::Statement(const QSqlDatabase &database, QString sql) : m_sql(std::move(sql)), m_query(database)
{
    m_query.setForwardOnly(true);
}

base::Result<void> Statement::execute(const QVariantList &values)
{
    if (!m_prepared) {
        if (!m_query.prepare(m_sql))
            return std::unexpected(lastError());
        m_prepared = true;
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        m_query.bindValue(static_cast<int>(i), nullWhenEmpty(values[i]));
    if (!m_query.exec())
        return std::unexpected(lastError());
    return {};
}

base::Result<bool> Statement::next()
{
    if (m_query.next())
        return true;
    // The end of the rows and an error while stepping look the same but for the error.
    if (m_query.lastError().isValid())
        return std::unexpected(lastError());
    return false;
}

void Statement::finish()
{
    m_query.finish();
}

base::Result<QByteArray> Statement::blobOrNull(int column) const
{
    const QVariant value = m_query.value(column);
    if (value.isNull())
        return QByteArray();
    QByteArray bytes = value.toByteArray();
    if (value.typeId() != QMetaType::QByteArray || bytes.isEmpty())
        return damaged(QStringLiteral("%2, column %1 is not a blob").arg(column).arg(subjectOf(m_sql)));
    return bytes;
}

base::Result<QByteArray> Statement::blob(int column) const
{
    LATCHKEY_TRY(QByteArray bytes, blobOrNull(column));
    if (bytes.isEmpty())
        return damaged(QStringLiteral("%2, column %1 is empty").arg(column).arg(subjectOf(m_sql)));
    return bytes;
}

base::Result<std::int64_t> Statement::integer(int column, std::int64_t max) const
{
    const QVariant value = m_query.value(column);
    const std::int64_t number = value.toLongLong();
    if (value.typeId() != QMetaType::LongLong || number < 0 || number > max)
        return damaged(QStringLiteral("%2, column %1 is not a number in range").arg(column).arg(subjectOf(m_sql)));
    return number;
}

QString Statement::text(int column) const
{
    return m_query.value(column).toString();
}

bool Statement::outOfSpace() const
{
    return isOutOfSpace(m_query.lastError());
}

bool Statement::wasRefused() const
{
    return isRefused(m_query.lastError());
}

bool Statement::writeFailed() const
{
    return isFailedWrite(m_query.lastError());
}

base::Error Statement::lastError() const
{
    return sqliteError(m_query.lastError(), subjectOf(m_sql));
}

} // namespace storage
