// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/session.h"

#include "hookedfile.h"
#include "support/testmain.h"
#include "vault/settings.h"
#include "vaultfixture.h"

#include <QFile>
#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using Outcome = base::Result<void>;

namespace {

Outcome nothing()
{
    return {};
}

} // namespace

class TestSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_hooks = Hooks();
        m_home = std::make_unique<Home>();
        m_home->create().reset();
        m_files = std::make_unique<HookedFileSystem>(m_home->files, m_hooks);
        m_vault = std::make_unique<vault::Vault>(
            vault::Environment{*m_files, *m_home->anchors, m_home->clock, m_home->random}, m_home->path());
        VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
        const auto added = store().add(named(QStringLiteral("a")), newVersion({QStringLiteral("value=1")}), {});
        VERIFY_OK(added);
        m_id = added->id;
    }
    void cleanup() { m_vault.reset(); }

    // A change that fails leaves the old state, on disk and in memory, wherever it fails.
    void changeIsAtomic_data()
    {
        QTest::addColumn<int>("where");
        QTest::newRow("in the work") << 0;
        QTest::newRow("at the audit entry") << 1;
        QTest::newRow("at the root") << 2;
        QTest::newRow("at the commit") << 3;
    }
    void changeIsAtomic()
    {
        QFETCH(int, where);
        const vault::RootState before = session().integrity().root();
        const vault::AuditPosition head = session().audit().head();
        const auto fails = []() -> Outcome { return base::fail(ErrorCode::DiskFull, QStringLiteral("here")); };
        if (where == 1)
            m_hooks.beforeAppend = fails;
        if (where == 2)
            m_hooks.beforePutRoot = fails;
        if (where == 3)
            m_hooks.beforeCommit = fails;
        const auto done = session().change(auditEvent(QStringLiteral("changed")), [&]() -> Outcome {
            LATCHKEY_CHECK(session().integrity().remove({m_id, 2, 1}));
            LATCHKEY_CHECK(session().integrity().put({{m_id, 2, 9}, {}, QByteArray("x"), {}}));
            return where == 0 ? fails() : Outcome();
        });
        COMPARE_CODE(done, ErrorCode::DiskFull);
        m_hooks = Hooks();
        QCOMPARE(session().integrity().root().counter, before.counter);
        QCOMPARE(session().integrity().root().total, before.total);
        QVERIFY(session().audit().head() == head);
        // Memory and disk agree: reading verifies, and the next change builds on the old state.
        VERIFY_OK(store().list());
        QCOMPARE(*session().verifyEverything(), QStringList());
        QCOMPARE(value(), QStringLiteral("value=1"));
        VERIFY_OK(store().addVersion(m_id, newVersion({QStringLiteral("value=2")}), {}));
        QCOMPARE(session().integrity().root().counter, before.counter + 1);
        m_vault->lock();
        VERIFY_OK(m_home->open());
    }

    // A bucket that is read for the first time inside a transaction that is rolled back.
    void lazyBucketInAFailedChange()
    {
        m_vault->lock();
        VERIFY_OK(m_vault->unlock(m_home->byPassphrase(vault::VerifyDepth::Touched)));
        for (int i = 0; i < 2; ++i) {
            COMPARE_CODE(session().change(auditEvent(QStringLiteral("changed")),
                                          [&]() -> Outcome {
                LATCHKEY_TRY(const auto row, session().integrity().find({m_id, 1, 0})); // only read
                                              Q_UNUSED(row)
                                              LATCHKEY_CHECK(session().integrity().put(
                                                  {{QUuid(), 10, 0}, {}, QByteArray("x"), {}})); // first touch is a write
                                              return base::fail(ErrorCode::Cancelled);
                                          }),
                         ErrorCode::Cancelled);
        }
        VERIFY_OK(store().list());
        QCOMPARE(value(), QStringLiteral("value=1"));
        QCOMPARE(*session().verifyEverything(), QStringList());
        VERIFY_OK(vault::Settings(session()).set({{QStringLiteral("a"), QStringLiteral("b")}}));
        QCOMPARE(*session().verifyEverything(), QStringList());
    }

    void transactionsDoNotNest()
    {
        const auto inner = [this]() -> Outcome { return session().read(nothing); };
        COMPARE_CODE(session().read(inner), ErrorCode::Internal);
        COMPARE_CODE(session().change({}, inner), ErrorCode::Internal);
        COMPARE_CODE(session().release({}, inner), ErrorCode::Internal);
        // The outer one may go on when it wants to: the refusal has touched nothing.
        VERIFY_OK(session().change(auditEvent(QStringLiteral("changed")), [&]() -> Outcome {
            LATCHKEY_CHECK(session().integrity().put({{m_id, 2, 9}, {}, QByteArray("x"), {}}));
            const Outcome refused = session().change({}, nothing);
            return refused ? base::fail(ErrorCode::Internal) : Outcome();
        }));
        QCOMPARE(*session().verifyEverything(), QStringList());
    }

    void readsCannotWrite()
    {
        COMPARE_CODE(session().read([&] { return session().integrity().put({{m_id, 2, 9}, {}, QByteArray("x"), {}}); }),
                     ErrorCode::Internal);
        QCOMPARE(*session().verifyEverything(), QStringList());
        VERIFY_OK(store().list());
    }

    // No log, no secret.
    void releaseCommitsTheEntryFirst()
    {
        vault::ReleaseRequest request;
        request.credential = m_id;
        for (const ErrorCode code : {ErrorCode::DiskFull, ErrorCode::IoFailure, ErrorCode::ReadOnly}) {
            m_hooks.beforeAppend = [code]() -> Outcome { return base::fail(code); };
            COMPARE_CODE(store().release({request}, auditEvent(QStringLiteral("released"))), ErrorCode::CannotAudit);
            m_hooks = Hooks();
            m_hooks.beforeCommit = [code]() -> Outcome { return base::fail(code); };
            COMPARE_CODE(store().release({request}, auditEvent(QStringLiteral("released"))), ErrorCode::CannotAudit);
            m_hooks = Hooks();
        }
        QCOMPARE(kinds().count(QStringLiteral("released")), 0);
        int committed = 0;
        m_hooks.beforeCommit = [&committed]() -> Outcome {
            ++committed;
            return {};
        };
        QCOMPARE(value(), QStringLiteral("value=1"));
        QCOMPARE(committed, 1);
        m_hooks = Hooks();
        QCOMPARE(kinds().count(QStringLiteral("released")), 1);
        QCOMPARE(*session().verifyEverything(), QStringList());
    }

    // What goes wrong while collecting is no audit trouble.
    void releaseKeepsTheReason()
    {
        vault::ReleaseRequest request;
        request.credential = QUuid::createUuid();
        COMPARE_CODE(store().release({request}, auditEvent(QStringLiteral("released"))), ErrorCode::NotFound);
        COMPARE_CODE(session().release({}, [] { return Outcome(base::fail(ErrorCode::DiskFull)); }), ErrorCode::DiskFull);
        m_hooks.beforeAppend = []() -> Outcome { return base::fail(ErrorCode::Busy); };
        COMPARE_CODE(session().release({auditEvent(QStringLiteral("x"))}, nothing), ErrorCode::Busy);
    }

    void releaseLeavesTheRoot()
    {
        const std::uint64_t counter = session().integrity().root().counter;
        const QByteArray tag = session().integrity().rootTag();
        QCOMPARE(value(), QStringLiteral("value=1"));
        QCOMPARE(session().integrity().root().counter, counter);
        QCOMPARE(session().integrity().rootTag(), tag);
        VERIFY_OK(session().flush());
    }

    void readOnlyFile()
    {
        // The adapter's answer on a file that cannot be written (its own tests use a real one).
        m_vault->lock();
        m_hooks.beforeBegin = [](vault::ports::CommitClass commitClass) -> Outcome {
            return commitClass == vault::ports::CommitClass::Snapshot ? Outcome() : base::fail(ErrorCode::ReadOnly);
        };
        VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
        VERIFY_OK(store().list());
        vault::ReleaseRequest request;
        request.credential = m_id;
        COMPARE_CODE(store().release({request}, auditEvent(QStringLiteral("released"))), ErrorCode::CannotAudit);
        COMPARE_CODE(store().remove(m_id, {}), ErrorCode::ReadOnly);
    }

    void anotherWriterIsWaitedFor()
    {
        auto other = m_home->open();
        VERIFY_OK(other);
        vault::ReleaseRequest request;
        request.credential = m_id;
        VERIFY_OK(sessionOf(**other).change({}, [&]() -> Outcome {
            // The test's file system waits 200 ms only.
            const auto refused = store().release({request}, auditEvent(QStringLiteral("released")));
            if (refused || refused.error().code != ErrorCode::Busy)
                return base::fail(ErrorCode::Internal);
            return store().list() ? Outcome() : base::fail(ErrorCode::Internal); // readers go on
        }));
        QCOMPARE(value(), QStringLiteral("value=1"));
    }

    // A refresh that fails leaves the session refusing, not believing half of it; once the file is good again it goes on.
    void failedRefreshIsRepeated()
    {
        const QString path = m_home->path();
        const QVariant head = query(path, QStringLiteral("SELECT body FROM audit_head"));
        QCOMPARE(tamper(path, QStringLiteral("UPDATE audit_head SET body = randomblob(72)")), 1);
        for (int i = 0; i < 3; ++i) {
            COMPARE_CODE(store().list(), ErrorCode::IntegrityFailure);
            COMPARE_CODE(store().remove(m_id, {}), ErrorCode::IntegrityFailure);
            const auto changed = session().changedElsewhere();
            VERIFY_OK(changed);
            QVERIFY(*changed);
        }
        QCOMPARE(tamper(path, QStringLiteral("UPDATE audit_head SET body = ?"), {head}), 1);
        VERIFY_OK(store().list());
        QVERIFY(!*session().changedElsewhere());
        VERIFY_OK(store().addVersion(m_id, newVersion({QStringLiteral("value=2")}), {}));
        m_vault->lock();
        VERIFY_OK(m_home->open());
    }

    void fileReplacedUnderAnOpenSession()
    {
        const QByteArray content = contentOf(m_home->path());
        QVERIFY(QFile::rename(m_home->path(), m_home->file(QStringLiteral("moved"))));
        COMPARE_CODE(store().addVersion(m_id, newVersion({QStringLiteral("value=2")}), {}), ErrorCode::IoFailure);
        vault::ReleaseRequest request;
        request.credential = m_id;
        COMPARE_CODE(store().release({request}, auditEvent(QStringLiteral("released"))), ErrorCode::CannotAudit);
    }

    void verifyNamesHeaderAndManifest()
    {
        VERIFY_OK(store().list());
        // What a reader is shown changes without a commit, as by a write past SQLite.
        m_hooks.slotRows = [](QList<vault::ports::SlotRow> &rows) { rows.removeLast(); };
        const auto damage = session().verifyEverything();
        VERIFY_OK(damage);
        QCOMPARE(*damage, QStringList{QStringLiteral("header or key slots")});
    }

    void closingLeavesNoLog()
    {
        QVERIFY(m_home->names().contains(QStringLiteral("vault.db-wal")));
        m_vault->lock();
        QVERIFY(!m_home->names().contains(QStringLiteral("vault.db-wal")));
        QVERIFY(!m_home->names().contains(QStringLiteral("vault.db-shm")));
        COMPARE_CODE(m_vault->session(), ErrorCode::Locked);
    }

private:
    vault::Session &session() { return sessionOf(*m_vault); }
    vault::CredentialStore store() { return vault::CredentialStore(session()); }
    QString value()
    {
        vault::ReleaseRequest request;
        request.credential = m_id;
        const auto out = store().release({request}, auditEvent(QStringLiteral("released")));
        return out ? shown(out->front()) : describe(out.error());
    }
    QStringList kinds()
    {
        QStringList out;
        const auto done = session().read([&]() -> Outcome {
            LATCHKEY_TRY(const auto entries, session().audit().list(0, 0));
            for (const vault::AuditEntry &entry : entries)
                out << entry.event.kind;
            return {};
        });
        return done ? out : QStringList{describe(done.error())};
    }

    Hooks m_hooks;
    std::unique_ptr<Home> m_home;
    std::unique_ptr<HookedFileSystem> m_files;
    std::unique_ptr<vault::Vault> m_vault;
    QUuid m_id;
};

LATCHKEY_TEST_MAIN(TestSession)
#include "tst_session.moc"
