// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/transaction.h"

#include "storagefixture.h"
#include "support/testmain.h"

#include <QObject>

#include <optional>

using base::ErrorCode;
using storage::Connection;
using storage::Transaction;
using storage::TransactionStatements;
using namespace storagetest;

class TestTransaction final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
        QVERIFY(tamper(m_place->vault(), {QStringLiteral("CREATE TABLE t(a)")}));
        m_connection = connectTo();
        QVERIFY(m_connection != nullptr);
    }
    void cleanup() { m_connection.reset(); }

    void rollsBackUnlessCommitted()
    {
        TransactionStatements statements(*m_connection);
        {
            const auto transaction = Transaction::begin(statements);
            VERIFY_OK(transaction);
            VERIFY_OK(insert());
            QCOMPARE(rows(), 1);
        }
        QCOMPARE(rows(), 0);
        auto transaction = Transaction::begin(statements);
        VERIFY_OK(transaction);
        VERIFY_OK(insert());
        VERIFY_OK(transaction->commit());
        transaction->rollback(); // it is over
        QCOMPARE(rows(), 1);
    }

    void movingKeepsItOpen()
    {
        TransactionStatements statements(*m_connection);
        std::optional<Transaction> kept;
        {
            auto transaction = Transaction::begin(statements);
            VERIFY_OK(transaction);
            VERIFY_OK(insert());
            kept.emplace(*std::move(transaction));
        }
        VERIFY_OK(kept->commit());
        QCOMPARE(rows(), 1);
    }

    void survivesARollbackOfSqliteItself()
    {
        TransactionStatements statements(*m_connection);
        {
            auto transaction = Transaction::begin(statements);
            VERIFY_OK(transaction);
            VERIFY_OK(insert());
            VERIFY_OK(m_connection->run(QStringLiteral("ROLLBACK"))); // as SQLite does on a full disk
            COMPARE_CODE(transaction->commit(), ErrorCode::IoFailure);
        }
        VERIFY_OK(Transaction::begin(statements));
        QCOMPARE(rows(), 0);
    }

    void writersTakeTurnsAndReadersDoNot()
    {
        const auto other = connectTo();
        QVERIFY(other != nullptr);
        TransactionStatements mine(*m_connection);
        TransactionStatements others(*other);
        {
            const auto writing = Transaction::begin(mine);
            VERIFY_OK(writing);
            COMPARE_CODE(Transaction::begin(others), ErrorCode::Busy);
            VERIFY_OK(Transaction::beginRead(others));
        }
        VERIFY_OK(Transaction::begin(others));
    }

private:
    [[nodiscard]] std::unique_ptr<Connection> connectTo()
    {
        auto opened = Connection::open(m_place->vault(), Connection::Mode::ReadWrite, std::chrono::milliseconds{20});
        return opened && (*opened)->enableWal() ? *std::move(opened) : nullptr;
    }
    [[nodiscard]] base::Result<void> insert() { return m_connection->run(QStringLiteral("INSERT INTO t VALUES(1)")); }
    [[nodiscard]] qint64 rows() { return m_connection->number(QStringLiteral("SELECT count(*) FROM t")).value_or(-1); }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Connection> m_connection;
};

LATCHKEY_TEST_MAIN(TestTransaction)
#include "tst_transaction.moc"
