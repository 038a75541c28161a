// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/writelog.h"

#include "storage/connection.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QObject>

using base::ErrorCode;
using storage::Connection;
using storage::Statement;
using storage::WriteLog;
using namespace storagetest;

class TestWriteLog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
        QVERIFY(tamper(m_place->vault(), {QStringLiteral("CREATE TABLE t(a, b)")}));
        auto opened = Connection::open(m_place->vault(), Connection::Mode::ReadWrite, std::chrono::seconds{1});
        VERIFY_OK(opened);
        m_connection = *std::move(opened);
    }
    void cleanup() { m_connection.reset(); }

    void closedRefuses()
    {
        WriteLog log;
        Statement insert(m_connection->database(), QStringLiteral("INSERT INTO t VALUES(?, ?)"));
        COMPARE_CODE(log.run(insert, {1, 2}), ErrorCode::Internal);
        log.setMode(WriteLog::Mode::Writing);
        VERIFY_OK(log.run(insert, {1, 2}));
        log.setMode(WriteLog::Mode::Closed);
        COMPARE_CODE(log.run(insert, {1, 2}), ErrorCode::Internal);
        QCOMPARE(content(), QStringLiteral("1:2"));
    }

    void replayRepeatsInOrder()
    {
        WriteLog log;
        Statement insert(m_connection->database(), QStringLiteral("INSERT INTO t VALUES(?, ?)"));
        Statement update(m_connection->database(), QStringLiteral("UPDATE t SET b = ? WHERE a = ?"));
        log.setMode(WriteLog::Mode::Recording);
        VERIFY_OK(log.run(insert, {1, 10}));
        VERIFY_OK(log.run(insert, {2, 20}));
        VERIFY_OK(log.run(update, {11, 1}));
        VERIFY_OK(m_connection->run(QStringLiteral("DELETE FROM t")));
        VERIFY_OK(log.replay());
        QCOMPARE(content(), QStringLiteral("1:11,2:20"));
    }

    void nothingIsKeptOfWhatWasNotRecordedOrFailed()
    {
        WriteLog log;
        Statement insert(m_connection->database(), QStringLiteral("INSERT INTO t VALUES(?, ?)"));
        Statement broken(m_connection->database(), QStringLiteral("INSERT INTO nowhere VALUES(?)"));
        log.setMode(WriteLog::Mode::Writing);
        VERIFY_OK(log.run(insert, {1, 10}));
        VERIFY_OK(log.replay());
        QCOMPARE(content(), QStringLiteral("1:10"));
        log.setMode(WriteLog::Mode::Recording);
        VERIFY_OK(log.run(insert, {2, 20}));
        QVERIFY(!log.run(broken, {1}));
        log.setMode(WriteLog::Mode::Recording); // starts afresh
        VERIFY_OK(log.replay());
        QCOMPARE(content(), QStringLiteral("1:10,2:20"));
    }

private:
    [[nodiscard]] QString content() const
    {
        return m_connection->text(QStringLiteral("SELECT group_concat(a || ':' || b) FROM (SELECT a, b FROM t ORDER BY a)"))
            .value_or(QString());
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Connection> m_connection;
};

LATCHKEY_TEST_MAIN(TestWriteLog)
#include "tst_writelog.moc"
