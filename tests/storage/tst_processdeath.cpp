// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitevaultfilesystem.h"

#include "childprocess.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QObject>

using namespace storagetest;

/// kill -9 of a process that has the vault open, at several places.
class TestProcessDeath final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
        VERIFY_OK(makeVault(m_place->vault()));
    }

    void inATransactionLeavesTheOldState()
    {
        {
            ChildProcess other({QStringLiteral("hold"), m_place->vault()});
            QVERIFY(other.waitFor("ready"));
            other.kill9();
        }
        QVERIFY(m_place->names().contains(QStringLiteral("vault.db-wal")));
        {
            const auto file = openVault(m_place->vault());
            VERIFY_OK(file);
            QCOMPARE((*file)->manifest().root().value(), bytes('r', 200));
            QVERIFY(!(*file)->records().find({owner(9), 1, 1}).value().has_value());
            VERIFY_OK(release(**file, 1));
        }
        QVERIFY(!m_place->names().contains(QStringLiteral("vault.db-wal")));
    }

    void afterReleasesLosesNone()
    {
        ChildProcess other({QStringLiteral("releases"), m_place->vault()});
        QVERIFY(other.waitFor("ready"));
        other.kill9();
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        QCOMPARE((*file)->audit().head().value(), bytes(50, 80));
        std::uint64_t next = 0;
        VERIFY_OK((*file)->audit().visit(0, [&next](const vault::ports::AuditRow &row) -> base::Result<void> {
            return row.seq == next++ ? base::Result<void>() : base::fail(base::ErrorCode::IntegrityFailure);
        }));
        QCOMPARE(next, std::uint64_t{51});
    }

    void anywhereLeavesOneState_data()
    {
        QTest::addColumn<int>("changes");
        for (const int changes : {1, 2, 3, 5, 8, 40, 120, 300})
            QTest::addRow("after %d changes", changes) << changes;
    }
    void anywhereLeavesOneState()
    {
        QFETCH(int, changes);
        int last = 0;
        {
            ChildProcess other({QStringLiteral("churn"), m_place->vault()});
            while (last < changes) {
                last = other.nextLine().toInt();
                QVERIFY(last > 0);
            }
            other.kill9(); // it is somewhere in the next ones now
        }
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        const QByteArray number = (*file)->manifest().root().value();
        QVERIFY2(number.toInt() >= last, "a change that was reported is gone");
        int rows = 0;
        VERIFY_OK((*file)->records().visit(std::nullopt, [&](const vault::ports::RecordRow &row) -> base::Result<void> {
            ++rows;
            return row.meta == number ? base::Result<void>()
                                      : base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("mixed"));
        }));
        QCOMPARE(rows, 8);
    }

    void ofAReaderFreesTheCheckpoint()
    {
        VERIFY_OK(change(*openVault(m_place->vault()).value(), [] { return base::Result<void>(); }));
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        VERIFY_OK(change(**file, [&] { return (*file)->records().put(record(owner(1), 1, 1)); }));
        ChildProcess other({QStringLiteral("read"), m_place->vault()});
        QVERIFY(other.waitFor("ready"));
        VERIFY_OK(release(**file, 1));
        COMPARE_CODE((*file)->checkpoint(), base::ErrorCode::Busy);
        other.kill9();
        VERIFY_OK((*file)->checkpoint());
    }

private:
    std::unique_ptr<Place> m_place;
};

LATCHKEY_TEST_MAIN(TestProcessDeath)
#include "tst_processdeath.moc"
