// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteunitofwork.h"

#include "childprocess.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QObject>

using base::ErrorCode;
using storage::Connection;
using vault::ports::CommitClass;
using namespace storagetest;

class TestSqliteUnitOfWork final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
        VERIFY_OK(makeVault(m_place->vault()));
    }

    void commitKeepsAndRollbackDrops()
    {
        for (const CommitClass commitClass : {CommitClass::Change, CommitClass::Release}) {
            const auto file = openVault(m_place->vault());
            VERIFY_OK(file);
            auto &work = (*file)->unitOfWork();
            auto &manifest = (*file)->manifest();
            VERIFY_OK(work.begin(commitClass));
            VERIFY_OK(manifest.putRoot(bytes('1', 10)));
            work.rollback();
            QCOMPARE(manifest.root().value(), bytes('r', 200));
            VERIFY_OK(work.begin(commitClass));
            VERIFY_OK(manifest.putRoot(bytes('2', 10)));
            VERIFY_OK(work.commit());
            work.rollback(); // after the end: nothing happens
            QCOMPARE(manifest.root().value(), bytes('2', 10));
            VERIFY_OK(change(**file, [&] { return manifest.putRoot(bytes('r', 200)); }));
        }
    }

    void closingDropsAnOpenTransaction()
    {
        {
            const auto file = openVault(m_place->vault());
            VERIFY_OK(file);
            VERIFY_OK((*file)->unitOfWork().begin(CommitClass::Change));
            VERIFY_OK((*file)->manifest().putRoot(bytes('1', 10)));
        }
        QCOMPARE(openVault(m_place->vault()).value()->manifest().root().value(), bytes('r', 200));
        QVERIFY(!m_place->names().contains(QStringLiteral("vault.db-wal")));
    }

    void misuseIsAnError()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        auto &work = (*file)->unitOfWork();
        work.rollback();
        COMPARE_CODE(work.commit(), ErrorCode::Internal);
        VERIFY_OK(work.begin(CommitClass::Change));
        COMPARE_CODE(work.begin(CommitClass::Release), ErrorCode::Internal);
        VERIFY_OK(work.commit());
    }

    void aSnapshotIsOfOneMoment()
    {
        const auto reader = openVault(m_place->vault());
        const auto writer = openVault(m_place->vault());
        VERIFY_OK(reader);
        VERIFY_OK(writer);
        auto &work = (*reader)->unitOfWork();
        VERIFY_OK(work.begin(CommitClass::Snapshot));
        VERIFY_OK(change(**writer, [&] { return (*writer)->manifest().putRoot(bytes('2', 10)); }));
        QCOMPARE((*reader)->manifest().root().value(), bytes('r', 200));
        QVERIFY(!(*reader)->records().find({owner(1), 1, 1}).value().has_value());
        COMPARE_CODE((*reader)->manifest().putRoot(bytes('3', 10)), ErrorCode::Internal);
        COMPARE_CODE((*writer)->checkpoint(), ErrorCode::Busy);
        work.rollback();
        QCOMPARE((*reader)->manifest().root().value(), bytes('2', 10));
        VERIFY_OK(work.begin(CommitClass::Snapshot));
        QCOMPARE((*reader)->manifest().root().value(), bytes('2', 10));
        VERIFY_OK(work.commit());
        VERIFY_OK((*writer)->checkpoint());
        VERIFY_OK(release(**reader, 1));
    }

    void writingNeedsATransaction()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        COMPARE_CODE((*file)->manifest().putRoot(bytes('3', 10)), ErrorCode::Internal);
        COMPARE_CODE((*file)->records().put(record(owner(1), 1, 1)), ErrorCode::Internal);
        VERIFY_OK(release(**file, 1));
        COMPARE_CODE((*file)->audit().append(auditRow(2), bytes('a', 8)), ErrorCode::Internal);
        QCOMPARE((*file)->manifest().root().value(), bytes('r', 200));
    }

    void onlyChangesAreFlushed()
    {
        auto opened = Connection::open(m_place->vault(), Connection::Mode::ReadWrite, std::chrono::seconds{1});
        VERIFY_OK(opened);
        Connection &connection = **opened;
        storage::WriteLog writes;
        storage::SpaceReserve reserve(m_place->vault(), false);
        storage::SqliteUnitOfWork work(connection, writes, reserve, storage::identityOf(m_place->vault()).value());
        const QString pragma = QStringLiteral("PRAGMA synchronous");
        const QList<CommitClass> order{CommitClass::Release, CommitClass::Release, CommitClass::Change, CommitClass::Change,
                                       CommitClass::Release};
        for (const CommitClass commitClass : order) {
            VERIFY_OK(work.begin(commitClass));
            QCOMPARE(connection.number(pragma).value(), commitClass == CommitClass::Change ? 2 : 1);
            VERIFY_OK(work.commit());
        }
    }

    void aSecondWriterWaitsThenIsBusy()
    {
        constexpr int kTimeoutMs = 300;
        ChildProcess other({QStringLiteral("hold"), m_place->vault()});
        QVERIFY(other.waitFor("ready"));
        const auto file = openVault(m_place->vault(), kTimeoutMs);
        VERIFY_OK(file);
        QElapsedTimer timer;
        timer.start();
        COMPARE_CODE((*file)->unitOfWork().begin(CommitClass::Change), ErrorCode::Busy);
        QVERIFY2(timer.elapsed() >= kTimeoutMs - 50, "did not wait");
        COMPARE_CODE((*file)->unitOfWork().begin(CommitClass::Release), ErrorCode::Busy);
        QCOMPARE((*file)->manifest().root().value(), bytes('r', 200)); // reading goes on, and sees the old state
        QCOMPARE(other.finish(), 0);
        VERIFY_OK(release(**file, 1));
    }

    void aWaitingWriterGoesOnWhenTheOtherEnds()
    {
        ChildProcess other({QStringLiteral("hold"), m_place->vault()});
        QVERIFY(other.waitFor("ready"));
        const auto file = openVault(m_place->vault(), 20'000);
        VERIFY_OK(file);
        other.kill9();
        VERIFY_OK(release(**file, 1));
        QCOMPARE((*file)->manifest().root().value(), bytes('r', 200));
    }

    void dataVersionTellsForeignCommits()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        auto &work = (*file)->unitOfWork();
        const std::int64_t before = work.dataVersion().value();
        VERIFY_OK(release(**file, 1));
        QCOMPARE(work.dataVersion().value(), before);
        ChildProcess other({QStringLiteral("write"), m_place->vault()});
        QCOMPARE(other.finish(), 0);
        const std::int64_t after = work.dataVersion().value();
        QVERIFY(after != before);
        QVERIFY((*file)->records().find({owner(40), 2, 5}).value().has_value());
        QCOMPARE(work.dataVersion().value(), after);
        VERIFY_OK(release(**file, 2));
    }

    void aFileThatWentAwayIsNotWritten_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("renamed") << false;
        QTest::newRow("replaced") << true;
    }
    void aFileThatWentAwayIsNotWritten()
    {
        QFETCH(bool, replaced);
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        VERIFY_OK(release(**file, 1));
        const QString aside = m_place->file(QStringLiteral("aside.db"));
        QVERIFY(QFile::rename(m_place->vault(), aside));
        if (replaced)
            QVERIFY(QFile::copy(aside, m_place->vault()));
        COMPARE_CODE(release(**file, 2), ErrorCode::IoFailure);
        if (replaced)
            QVERIFY(QFile::remove(m_place->vault()));
        QVERIFY(QFile::rename(aside, m_place->vault()));
        VERIFY_OK(release(**file, 2));
    }

    void syncingReleasesNeedsNoWal()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        VERIFY_OK((*file)->unitOfWork().syncReleases());
        VERIFY_OK(release(**file, 1));
        VERIFY_OK((*file)->unitOfWork().syncReleases());
        VERIFY_OK((*file)->checkpoint());
        VERIFY_OK((*file)->unitOfWork().syncReleases());
    }

    void twoOpeningsInOneProcessKeepTheirLocks()
    {
        // A file descriptor closed behind SQLite's back would drop its POSIX locks; then the other process would take itself
        // for the last user and delete the WAL under us.
        const auto first = openVault(m_place->vault());
        VERIFY_OK(first);
        VERIFY_OK(release(**first, 1));
        VERIFY_OK(openVault(m_place->vault()));
        {
            ChildProcess other({QStringLiteral("touch"), m_place->vault()});
            QCOMPARE(other.finish(), 0);
        }
        QVERIFY(m_place->names().contains(QStringLiteral("vault.db-wal")));
        VERIFY_OK(release(**first, 2));
        QCOMPARE(openVault(m_place->vault()).value()->audit().head().value(), bytes(2, 80));
    }

private:
    std::unique_ptr<Place> m_place;
};

LATCHKEY_TEST_MAIN(TestSqliteUnitOfWork)
#include "tst_sqliteunitofwork.moc"
