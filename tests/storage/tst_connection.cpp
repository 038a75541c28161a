// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include "storage/statement.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QFileInfo>
#include <QObject>
#include <QSqlDatabase>

using base::ErrorCode;
using storage::Connection;
using namespace storagetest;

namespace {

constexpr std::chrono::milliseconds kShort{50};

base::Result<std::unique_ptr<Connection>> connectTo(const QString &path, Connection::Mode mode = Connection::Mode::ReadWrite)
{
    return Connection::open(path, mode, kShort);
}

} // namespace

class TestConnection final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void cleanup() { QCOMPARE(QSqlDatabase::connectionNames(), QStringList()); }

    void pragmasStand_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<qint64>("value");
        QTest::newRow("trusted_schema") << QStringLiteral("trusted_schema") << qint64{0};
        QTest::newRow("cell_size_check") << QStringLiteral("cell_size_check") << qint64{1};
        QTest::newRow("temp_store") << QStringLiteral("temp_store") << qint64{2};
        QTest::newRow("foreign_keys") << QStringLiteral("foreign_keys") << qint64{1};
        QTest::newRow("secure_delete") << QStringLiteral("secure_delete") << qint64{1};
        QTest::newRow("journal_size_limit") << QStringLiteral("journal_size_limit") << qint64{0};
        QTest::newRow("synchronous") << QStringLiteral("synchronous") << qint64{2};
        QTest::newRow("busy_timeout") << QStringLiteral("busy_timeout") << qint64{50};
        QTest::newRow("mmap_size") << QStringLiteral("mmap_size") << qint64{0};
        QTest::newRow("page_size") << QStringLiteral("page_size") << qint64{4096};
        QTest::newRow("application_id") << QStringLiteral("application_id") << qint64{0x4c4b5631};
        QTest::newRow("user_version") << QStringLiteral("user_version") << qint64{1};
    }
    void pragmasStand()
    {
        QFETCH(QString, pragma);
        QFETCH(qint64, value);
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        const auto connection = connectTo(place.vault());
        VERIFY_OK(connection);
        QCOMPARE((*connection)->number(QStringLiteral("PRAGMA ") + pragma).value(), value);
    }

    void journalIsWal()
    {
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        const auto connection = connectTo(place.vault());
        VERIFY_OK(connection);
        QCOMPARE((*connection)->text(QStringLiteral("PRAGMA journal_mode")).value(), QStringLiteral("wal"));
        VERIFY_OK((*connection)->enableWal());
    }

    void durabilitySwitches()
    {
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        const auto connection = connectTo(place.vault());
        VERIFY_OK(connection);
        const QString pragma = QStringLiteral("PRAGMA synchronous");
        VERIFY_OK((*connection)->setDurable(false));
        QCOMPARE((*connection)->number(pragma).value(), 1);
        VERIFY_OK((*connection)->setDurable(true));
        QCOMPARE((*connection)->number(pragma).value(), 2);
    }

    void neverCreatesAFile()
    {
        const Place place;
        const auto connection = connectTo(place.vault());
        QVERIFY(!connection);
        QCOMPARE(place.names(), QStringList());
    }

    void oddPathsWork_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("question mark") << QStringLiteral("a?mode=memory");
        QTest::newRow("hash and percent") << QStringLiteral("a#b%41.db");
        QTest::newRow("blank and umlaut") << QStringLiteral("mein Schl\u00fcssel.db");
    }
    void oddPathsWork()
    {
        QFETCH(QString, name);
        const Place place;
        VERIFY_OK(makeVault(place.file(name)));
        const auto opened = openVault(place.file(name));
        VERIFY_OK(opened);
        VERIFY_OK(release(**opened, 1));
        QVERIFY(QFileInfo::exists(place.file(name + QStringLiteral("-wal"))));
    }

    void closingLeavesTheFileAlone()
    {
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        {
            const auto first = connectTo(place.vault());
            VERIFY_OK(first);
            VERIFY_OK((*first)->run(QStringLiteral("UPDATE root SET body = x'01'")));
            QVERIFY(place.names().contains(QStringLiteral("vault.db-wal")));
            {
                const auto second = connectTo(place.vault());
                VERIFY_OK(second);
                QCOMPARE((*second)->text(QStringLiteral("SELECT hex(body) FROM root")).value(), QStringLiteral("01"));
            }
            QVERIFY2(place.names().contains(QStringLiteral("vault.db-wal")), "the other one still has the file open");
        }
        QCOMPARE(place.names(), QStringList{QStringLiteral("vault.db")});
    }

    void immutableTouchesNothing()
    {
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        const QByteArray before = contentOf(place.vault());
        {
            const auto connection = connectTo(place.vault(), Connection::Mode::Immutable);
            VERIFY_OK(connection);
            QVERIFY((*connection)->isReadOnly());
            QCOMPARE((*connection)->number(QStringLiteral("SELECT count(*) FROM bucket")).value(), 256);
            COMPARE_CODE((*connection)->run(QStringLiteral("DELETE FROM bucket")), ErrorCode::ReadOnly);
            COMPARE_CODE((*connection)->checkpointTruncate(), ErrorCode::ReadOnly);
            QCOMPARE(place.names(), QStringList{QStringLiteral("vault.db")});
        }
        QCOMPARE(contentOf(place.vault()), before);
    }

    void checkpointWhileAnotherReadsIsBusy()
    {
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        const auto writer = connectTo(place.vault());
        const auto reader = connectTo(place.vault());
        VERIFY_OK(writer);
        VERIFY_OK(reader);
        const QString wal = place.vault() + QStringLiteral("-wal");
        {
            storage::Statement rows((*reader)->database(), QStringLiteral("SELECT i FROM bucket"));
            VERIFY_OK(rows.execute());
            const storage::Cursor cursor(rows);
            QVERIFY(rows.next().value());
            VERIFY_OK((*writer)->run(QStringLiteral("UPDATE root SET body = x'02'")));
            COMPARE_CODE((*writer)->checkpointTruncate(), ErrorCode::Busy);
            VERIFY_OK((*writer)->checkpointPassive());
            QVERIFY(QFileInfo(wal).size() > 0);
            QCOMPARE((*writer)->number(QStringLiteral("PRAGMA busy_timeout")).value(), kShort.count());
        }
        VERIFY_OK((*writer)->checkpointTruncate());
        QCOMPARE(QFileInfo(wal).size(), 0);
    }

    void errorsNameTheFileAndNoStatement()
    {
        const Place place;
        QVERIFY(writeFile(place.vault(), bytes('x', 8192)));
        const auto connection = connectTo(place.vault());
        COMPARE_CODE(connection, ErrorCode::NotAVault);
        QVERIFY(connection.error().detail.startsWith(place.vault() + QStringLiteral(": ")));
        QVERIFY(!connection.error().detail.contains(QStringLiteral("PRAGMA")));
    }
};

LATCHKEY_TEST_MAIN(TestConnection)
#include "tst_connection.moc"
