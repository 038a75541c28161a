// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

#include "storage/sqliteerror.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <limits>

namespace storage {

namespace {

using base::ErrorCode;

struct SchemaObject {
    QLatin1StringView type;
    QLatin1StringView name;
    QLatin1StringView table;
    QLatin1StringView sql; ///< exactly as it stands in sqlite_schema
};

// The one place where the schema stands. docs/FORMAT.md quotes it.
constexpr std::array kObjects{
    SchemaObject{QLatin1StringView("table"), QLatin1StringView("header"), QLatin1StringView("header"),
                 QLatin1StringView("CREATE TABLE header(id INTEGER PRIMARY KEY CHECK(id=1), body BLOB NOT NULL)")},
    SchemaObject{QLatin1StringView("table"), QLatin1StringView("slot"), QLatin1StringView("slot"),
                 QLatin1StringView("CREATE TABLE slot(uuid BLOB PRIMARY KEY NOT NULL, body BLOB NOT NULL) WITHOUT ROWID")},
    SchemaObject{QLatin1StringView("table"), QLatin1StringView("record"), QLatin1StringView("record"),
                 QLatin1StringView("CREATE TABLE record(owner BLOB NOT NULL, kind INTEGER NOT NULL, n INTEGER NOT NULL, "
                                   "name_idx BLOB, meta BLOB, secret BLOB, PRIMARY KEY(owner,kind,n)) WITHOUT ROWID")},
    SchemaObject{QLatin1StringView("index"), QLatin1StringView("record_name_idx"), QLatin1StringView("record"),
                 QLatin1StringView("CREATE UNIQUE INDEX record_name_idx ON record(name_idx) WHERE name_idx IS NOT NULL")},
    SchemaObject{QLatin1StringView("table"), QLatin1StringView("bucket"), QLatin1StringView("bucket"),
                 QLatin1StringView("CREATE TABLE bucket(i INTEGER PRIMARY KEY, mac BLOB NOT NULL)")},
    SchemaObject{QLatin1StringView("table"), QLatin1StringView("root"), QLatin1StringView("root"),
                 QLatin1StringView("CREATE TABLE root(id INTEGER PRIMARY KEY CHECK(id=1), body BLOB NOT NULL)")},
    SchemaObject{QLatin1StringView("table"), QLatin1StringView("audit"), QLatin1StringView("audit"),
                 QLatin1StringView("CREATE TABLE audit(seq INTEGER PRIMARY KEY, detail BLOB NOT NULL, mac BLOB NOT NULL)")},
    SchemaObject{QLatin1StringView("table"), QLatin1StringView("audit_head"), QLatin1StringView("audit_head"),
                 QLatin1StringView("CREATE TABLE audit_head(id INTEGER PRIMARY KEY CHECK(id=1), body BLOB NOT NULL)")},
};

// What stands in a foreign file goes into a message only shortened.
constexpr qsizetype kShownName = 64;

base::Result<void> verifyIds(const Connection &connection)
{
    LATCHKEY_TRY(const qint64 applicationId, connection.number(QStringLiteral("PRAGMA application_id")));
    if (applicationId != kApplicationId)
        return base::fail(ErrorCode::NotAVault, QStringLiteral("another program's database"));
    LATCHKEY_TRY(const qint64 pageSize, connection.number(QStringLiteral("PRAGMA page_size")));
    if (pageSize != kPageSize)
        return damaged(QStringLiteral("page size %1").arg(pageSize));
    LATCHKEY_TRY(const QString encoding, connection.text(QStringLiteral("PRAGMA encoding")));
    if (encoding != QLatin1StringView("UTF-8"))
        return damaged(QStringLiteral("text encoding %1").arg(encoding));
    return {};
}

base::Result<void> judgeObject(const Statement &row, QSet<QString> &missing)
{
    const QString type = row.text(0);
    const QString name = row.text(1);
    const QString shown = QStringLiteral("%1 %2").arg(type.left(kShownName), name.left(kShownName));
    const auto *known = std::ranges::find_if(kObjects, [&name](const SchemaObject &object) { return object.name == name; });
    if (known == kObjects.end() || !missing.remove(name))
        return damaged(QStringLiteral("schema: unexpected %1").arg(shown));
    if (type != known->type || row.text(2) != known->table || row.text(3) != known->sql)
        return damaged(QStringLiteral("schema: changed %1").arg(shown));
    return {};
}

} // namespace

base::Result<void> createSchema(const Connection &connection)
{
    LATCHKEY_CHECK(connection.run(QStringLiteral("PRAGMA page_size=%1").arg(kPageSize)));
    LATCHKEY_CHECK(connection.enableWal());
    TransactionStatements statements(connection);
    LATCHKEY_TRY(Transaction transaction, Transaction::begin(statements));
    LATCHKEY_CHECK(connection.run(QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId)));
    LATCHKEY_CHECK(connection.run(QStringLiteral("PRAGMA user_version=%1").arg(kUserVersion)));
    for (const SchemaObject &object : kObjects)
        LATCHKEY_CHECK(connection.run(object.sql));
    return transaction.commit();
}

base::Result<void> verifySchema(const Connection &connection)
{
    LATCHKEY_CHECK(verifyIds(connection));
    Statement objects(connection.database(),
                      QStringLiteral("SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema"));
    LATCHKEY_CHECK(objects.execute());
    const Cursor cursor(objects);
    QSet<QString> missing;
    for (const SchemaObject &object : kObjects)
        missing.insert(object.name);
    // Two objects on one tree would make a write to one of them a write to the other.
    QSet<std::int64_t> rootPages;
    for (;;) {
        LATCHKEY_TRY(const bool more, objects.next());
        if (!more)
            break;
        LATCHKEY_CHECK(judgeObject(objects, missing));
        LATCHKEY_TRY(const std::int64_t rootPage, objects.integer(4, std::numeric_limits<std::int32_t>::max()));
        if (rootPage < 2 || rootPages.contains(rootPage))
            return damaged(QStringLiteral("schema: root page of %1").arg(objects.text(1)));
        rootPages.insert(rootPage);
    }
    if (!missing.isEmpty())
        return damaged(QStringLiteral("schema: %1 is missing").arg(*missing.cbegin()));
    return {};
}

} // namespace storage
