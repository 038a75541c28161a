// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/auditprune.h"

#include "hookedfile.h"
#include "support/testmain.h"
#include "vault/credentialstore.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::AuditEntry;
using vault::AuditPosition;

namespace {

QString sql(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestAuditPrune final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Entry 1 "vault-created" at the start, 2 to 10 every 10 ms.
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_hooks = Hooks();
        m_home = std::make_unique<Home>();
        m_home->create().reset();
        m_files = std::make_unique<HookedFileSystem>(m_home->files, m_hooks);
        m_start = m_home->clock.nowMs();
        m_vault = std::make_unique<vault::Vault>(
            vault::Environment{*m_files, *m_home->anchors, m_home->clock, m_home->random}, m_home->path());
        VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
        for (int i = 2; i <= 10; ++i) {
            m_home->clock.advance(10);
            VERIFY_OK(log(QString::number(i)));
        }
    }
    void cleanup() { m_vault.reset(); }

    void whatIsLeftIsWhole()
    {
        const AuditPosition dropped = positionOf(4);
        const auto range = vault::pruneAudit(session(), m_start + 35, QStringLiteral("test"));
        VERIFY_OK(range);
        QCOMPARE(range->first, std::uint64_t{1});
        QCOMPARE(range->last, std::uint64_t{4});
        QCOMPARE(numbers(), QStringLiteral("5 6 7 8 9 10 11"));
        const AuditEntry stands = list().last();
        QCOMPARE(stands.event.kind, QStringLiteral("checkpoint"));
        QCOMPARE(stands.event.program, QStringLiteral("test"));
        const QMap<QString, QString> told{
            {QStringLiteral("dropped_first"), QStringLiteral("1")},
            {QStringLiteral("dropped_last"), QStringLiteral("4")},
            {QStringLiteral("dropped_mac"), QString::fromLatin1(base::toByteArray(dropped.mac).toHex())}};
        QCOMPARE(stands.event.details, told);
        QCOMPARE(session().integrity().root().checkpoint.seq, std::uint64_t{11});
        QCOMPARE(query(m_home->path(), sql("SELECT min(seq) FROM audit")).toInt(), 5);
        QCOMPARE(*session().verifyEverything(), QStringList());
        // A head that somebody kept: in the log, where it begins, before that, and made up.
        VERIFY_OK(contains(positionOf(7)));
        VERIFY_OK(contains(dropped));
        COMPARE_CODE(contains({4, {}}), ErrorCode::IntegrityFailure);
        const auto gone = contains({3, dropped.mac});
        COMPARE_CODE(gone, ErrorCode::IntegrityFailure);
        QCOMPARE(gone.error().detail, QStringLiteral("audit entry 3: pruned"));
        m_vault->lock();
        auto opened = m_home->open();
        VERIFY_OK(opened);
        QCOMPARE(*sessionOf(**opened).verifyEverything(), QStringList());
    }

    void twiceAndGoOn()
    {
        VERIFY_OK(vault::pruneAudit(session(), m_start + 35, {}));
        VERIFY_OK(log(QStringLiteral("after")));
        const auto second = vault::pruneAudit(session(), m_start + 65, {});
        VERIFY_OK(second);
        QCOMPARE(second->first, std::uint64_t{5});
        QCOMPARE(second->last, std::uint64_t{7});
        // Everything but the entry that stands for it.
        m_home->clock.advance(1000);
        const auto all = vault::pruneAudit(session(), m_home->clock.nowMs(), {});
        VERIFY_OK(all);
        QCOMPARE(all->last, std::uint64_t{13});
        QCOMPARE(numbers(), QStringLiteral("14"));
        VERIFY_OK(log(QStringLiteral("last")));
        QCOMPARE(numbers(), QStringLiteral("14 15"));
        QCOMPARE(*session().verifyEverything(), QStringList());
        m_vault->lock();
        VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
        QCOMPARE(numbers(), QStringLiteral("14 15"));
    }

    // Only a beginning goes: after a clock that went back, what is old stands behind what is new.
    void onlyTheBeginning()
    {
        m_home->clock.setNow(m_start - 5000);
        VERIFY_OK(log(QStringLiteral("back")));
        const auto none = vault::pruneAudit(session(), m_start - 1, {});
        VERIFY_OK(none);
        QCOMPARE(none->last, std::uint64_t{0});
        QCOMPARE(numbers(), QStringLiteral("1 2 3 4 5 6 7 8 9 10 11")); // and nothing was written for it
    }

    void listsAndPages()
    {
        VERIFY_OK(vault::pruneAudit(session(), m_start + 35, {}));
        QCOMPARE(numbers(0, 2), QStringLiteral("10 11"));
        QCOMPARE(numbers(0, 7), QStringLiteral("5 6 7 8 9 10 11"));
        QCOMPARE(numbers(0, 9), QStringLiteral("5 6 7 8 9 10 11"));
        QCOMPARE(page(0, 3), QStringLiteral("9 10 11"));
        QCOMPARE(page(8, 3), QStringLiteral("5 6 7"));
        QCOMPARE(page(8, 50), QStringLiteral("5 6 7"));
        QCOMPARE(page(6, 3), QStringLiteral("5"));
        QCOMPARE(page(5, 3), QString());
        QCOMPARE(page(2, 3), QString());
    }

    void tampered_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("one more dropped") << sql("DELETE FROM audit WHERE seq = 5");
        QTest::newRow("all but the checkpoint dropped") << sql("DELETE FROM audit WHERE seq < 11");
        QTest::newRow("checkpoint dropped") << sql("DELETE FROM audit WHERE seq = 11");
        QTest::newRow("checkpoint edited") << sql("UPDATE audit SET detail = randomblob(200) WHERE seq = 11");
        QTest::newRow("first edited") << sql("UPDATE audit SET mac = randomblob(32) WHERE seq = 5");
        QTest::newRow("first's detail edited") << sql("UPDATE audit SET detail = randomblob(209) WHERE seq = 5");
        QTest::newRow("something put before") << sql("INSERT INTO audit SELECT 4, detail, mac FROM audit WHERE seq = 5");
        QTest::newRow("a beginning made up") << sql("INSERT INTO audit SELECT 1, detail, mac FROM audit WHERE seq = 5");
    }
    void tampered()
    {
        QFETCH(QString, statement);
        VERIFY_OK(vault::pruneAudit(session(), m_start + 35, {}));
        VERIFY_OK(log(QStringLiteral("after")));
        m_vault->lock();
        QVERIFY(tamper(m_home->path(), statement) > 0);
        auto opened = m_home->open(vault::VerifyDepth::Touched);
        if (!opened) {
            QCOMPARE(opened.error().code, ErrorCode::IntegrityFailure);
            return;
        }
        const auto damage = sessionOf(**opened).verifyEverything();
        VERIFY_OK(damage);
        QCOMPARE(damage->size(), 1);
        QVERIFY2(damage->first().startsWith(QStringLiteral("audit entry")), qPrintable(damage->first()));
    }

    // What was tampered with does not disappear into a checkpoint.
    void nothingIsLaundered()
    {
        m_vault->lock();
        QCOMPARE(tamper(m_home->path(), sql("UPDATE audit SET mac = randomblob(32) WHERE seq = 9")), 1);
        VERIFY_OK(m_vault->unlock(m_home->byPassphrase(vault::VerifyDepth::Touched)));
        COMPARE_CODE(vault::pruneAudit(session(), m_start + 35, {}), ErrorCode::IntegrityFailure);
        QCOMPARE(query(m_home->path(), sql("SELECT count(*) FROM audit")).toInt(), 10);
    }

    void oldOrNewAfterAFault_data()
    {
        QTest::addColumn<int>("where");
        QTest::newRow("at the entry") << 1;
        QTest::newRow("at the root") << 2;
        QTest::newRow("at the commit") << 3;
    }
    void oldOrNewAfterAFault()
    {
        QFETCH(int, where);
        const auto fails = []() -> base::Result<void> { return base::fail(ErrorCode::DiskFull); };
        if (where == 1)
            m_hooks.beforeAppend = fails;
        if (where == 2)
            m_hooks.beforePutRoot = fails;
        if (where == 3)
            m_hooks.beforeCommit = fails;
        COMPARE_CODE(vault::pruneAudit(session(), m_start + 35, {}), ErrorCode::DiskFull);
        m_hooks = Hooks();
        QCOMPARE(numbers(), QStringLiteral("1 2 3 4 5 6 7 8 9 10"));
        QCOMPARE(*session().verifyEverything(), QStringList());
        VERIFY_OK(vault::pruneAudit(session(), m_start + 35, {}));
        QCOMPARE(numbers(), QStringLiteral("5 6 7 8 9 10 11"));
    }

    // A session that last saw an entry which is gone by now.
    void prunedByAnother()
    {
        auto other = m_home->open();
        VERIFY_OK(other);
        m_home->clock.advance(1000);
        VERIFY_OK(vault::pruneAudit(sessionOf(**other), m_home->clock.nowMs(), {}));
        QCOMPARE(numbers(), QStringLiteral("11"));
        VERIFY_OK(log(QStringLiteral("here")));
        QCOMPARE(numbers(), QStringLiteral("11 12"));
        QCOMPARE(*session().verifyEverything(), QStringList());
        QCOMPARE(*sessionOf(**other).verifyEverything(), QStringList());
    }

    // The same, but what the checkpoint says was the end is not what this session saw.
    void anotherHistoryUnderAnOpenSession()
    {
        const AuditPosition seen = session().audit().head();
        QCOMPARE(seen.seq, std::uint64_t{10});
        auto other = m_home->open();
        VERIFY_OK(other);
        m_home->clock.advance(1000);
        VERIFY_OK(vault::pruneAudit(sessionOf(**other), m_home->clock.nowMs(), {}));
        QCOMPARE(tamper(m_home->path(), sql("UPDATE audit SET detail = randomblob(200) WHERE seq = 11")), 1);
        COMPARE_CODE(session().read([] { return base::Result<void>(); }), ErrorCode::IntegrityFailure);
    }

private:
    vault::Session &session() { return sessionOf(*m_vault); }
    base::Result<void> log(const QString &kind)
    {
        return session().release({auditEvent(kind)}, [] { return base::Result<void>(); });
    }
    QList<AuditEntry> list(std::int64_t since = 0, std::size_t limit = 0)
    {
        QList<AuditEntry> out;
        const auto done = session().read([&]() -> base::Result<void> {
            LATCHKEY_TRY(out, session().audit().list(since, limit));
            return {};
        });
        return done ? out : QList<AuditEntry>();
    }
    static QString numbersOf(const QList<AuditEntry> &entries)
    {
        QStringList out;
        for (const AuditEntry &entry : entries)
            out << QString::number(entry.seq);
        return out.join(QLatin1Char(' '));
    }
    QString numbers(std::int64_t since = 0, std::size_t limit = 0) { return numbersOf(list(since, limit)); }
    QString page(std::uint64_t before, std::size_t limit)
    {
        QList<AuditEntry> out;
        const auto done = session().read([&]() -> base::Result<void> {
            LATCHKEY_TRY(out, session().audit().page(before, limit));
            return {};
        });
        return done ? numbersOf(out) : describe(done.error());
    }
    base::Result<void> contains(const AuditPosition &position)
    {
        return session().read([&] { return session().audit().verify({}, position); });
    }
    AuditPosition positionOf(std::uint64_t seq)
    {
        AuditPosition out{seq, {}};
        const QByteArray mac =
            query(m_home->path(), sql("SELECT mac FROM audit WHERE seq = ?"), {static_cast<qlonglong>(seq)}).toByteArray();
        if (mac.size() == static_cast<qsizetype>(out.mac.size()))
            std::ranges::copy(base::view(mac), out.mac.begin());
        return out;
    }

    Hooks m_hooks;
    std::unique_ptr<Home> m_home;
    std::unique_ptr<HookedFileSystem> m_files;
    std::unique_ptr<vault::Vault> m_vault;
    std::int64_t m_start = 0;
};

LATCHKEY_TEST_MAIN(TestAuditPrune)
#include "tst_auditprune.moc"
