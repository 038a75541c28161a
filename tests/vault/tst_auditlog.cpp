// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/auditlog.h"

#include "support/testmain.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::AuditEntry;
using vault::VerifyDepth;

namespace {

QString sql(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestAuditLog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_home = std::make_unique<Home>();
        m_vault = m_home->create();
    }
    void cleanup() { m_vault.reset(); }

    void entriesComeBackWhole()
    {
        vault::AuditEvent event = auditEvent(QStringLiteral("released"));
        event.credential = QUuid::fromString(QStringLiteral("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"));
        event.name = QStringLiteral("ключ");
        event.outcome = QStringLiteral("denied");
        event.details = {{QStringLiteral("version"), QStringLiteral("3")},
                         {QStringLiteral("t"), QStringLiteral("not the time")}};
        m_home->clock.advance(1000);
        VERIFY_OK(log({event}));
        const QList<AuditEntry> entries = list();
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.first().seq, std::uint64_t{1});
        QCOMPARE(entries.first().event.kind, QStringLiteral("vault-created"));
        QCOMPARE(entries.first().event.outcome, QStringLiteral("ok"));
        QVERIFY(entries.first().event.credential.isNull());
        const AuditEntry &entry = entries.last();
        QCOMPARE(entry.seq, std::uint64_t{2});
        QCOMPARE(entry.timeMs, m_home->clock.nowMs());
        QCOMPARE(entry.event.kind, event.kind);
        QCOMPARE(entry.event.credential, event.credential);
        QCOMPARE(entry.event.name, event.name);
        QCOMPARE(entry.event.program, event.program);
        QCOMPARE(entry.event.outcome, event.outcome);
        QCOMPARE(entry.event.details, event.details);
    }

    void nothingReadableOnDisk()
    {
        vault::AuditEvent event = auditEvent(QStringLiteral("a-kind-to-look-for"));
        event.name = QStringLiteral("a-name-to-look-for");
        VERIFY_OK(log({event}));
        m_vault.reset();
        const QByteArray file = contentOf(m_home->path());
        QVERIFY(!file.contains("to-look-for"));
        QVERIFY(!file.contains("vault-created"));
    }

    void limitAndSince()
    {
        const std::int64_t start = m_home->clock.nowMs();
        for (int i = 0; i < 9; ++i) {
            m_home->clock.advance(10);
            VERIFY_OK(log({auditEvent(QString::number(i))}));
        }
        const auto kinds = [this](std::int64_t since, std::size_t limit) {
            QStringList out;
            for (const AuditEntry &entry : list(since, limit))
                out << entry.event.kind;
            return out.join(QLatin1Char(' '));
        };
        QCOMPARE(kinds(0, 0), QStringLiteral("vault-created 0 1 2 3 4 5 6 7 8"));
        QCOMPARE(kinds(0, 3), QStringLiteral("6 7 8"));
        QCOMPARE(kinds(0, 1), QStringLiteral("8"));
        QCOMPARE(kinds(0, 100), QStringLiteral("vault-created 0 1 2 3 4 5 6 7 8"));
        QCOMPARE(kinds(0, 10), QStringLiteral("vault-created 0 1 2 3 4 5 6 7 8"));
        QCOMPARE(kinds(start + 80, 0), QStringLiteral("7 8"));
        QCOMPARE(kinds(start + 20, 2), QStringLiteral("7 8"));
        QCOMPARE(kinds(start + 1000, 0), QString());
        // A clock that went back: the order is that of the numbers.
        m_home->clock.setNow(start - 5);
        VERIFY_OK(log({auditEvent(QStringLiteral("back"))}));
        QCOMPARE(kinds(0, 2), QStringLiteral("8 back"));
    }

    void pages()
    {
        for (int i = 0; i < 9; ++i)
            VERIFY_OK(log({auditEvent(QString::number(i))}));
        const auto kinds = [this](std::uint64_t before, std::size_t limit) {
            QStringList out;
            for (const AuditEntry &entry : page(before, limit).value_or(QList<AuditEntry>()))
                out << entry.event.kind;
            return out.join(QLatin1Char(' '));
        };
        QCOMPARE(kinds(0, 3), QStringLiteral("6 7 8"));
        QCOMPARE(kinds(8, 3), QStringLiteral("3 4 5")); // entry 8 is "6"
        QCOMPARE(kinds(3, 5), QStringLiteral("vault-created 0"));
        QCOMPARE(kinds(1, 5), QString());
        QCOMPARE(kinds(0, 10), QStringLiteral("vault-created 0 1 2 3 4 5 6 7 8"));
        QCOMPARE(kinds(500, 2), QStringLiteral("7 8"));
    }

    void pageOfDamagedEntries_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<bool>("seen"); ///< by the page of entries 4 to 6
        QTest::newRow("detail edited") << sql(
            "UPDATE audit SET detail = (SELECT detail FROM audit WHERE seq = 4) WHERE seq = 5")
                                       << true;
        QTest::newRow("mac edited") << sql("UPDATE audit SET mac = randomblob(32) WHERE seq = 5") << true;
        QTest::newRow("dropped") << sql("DELETE FROM audit WHERE seq = 5") << true;
        QTest::newRow("the one before dropped") << sql("DELETE FROM audit WHERE seq = 3") << true;
        QTest::newRow("the one after edited") << sql("UPDATE audit SET mac = randomblob(32) WHERE seq = 7") << true;
        QTest::newRow("far away") << sql("DELETE FROM audit WHERE seq = 2") << false;
    }
    void pageOfDamagedEntries()
    {
        QFETCH(QString, statement);
        QFETCH(bool, seen);
        for (int i = 0; i < 7; ++i)
            VERIFY_OK(log({auditEvent(QString::number(i))}));
        QCOMPARE(page(7, 3)->size(), 3);
        QVERIFY(tamper(m_home->path(), statement) > 0);
        if (seen)
            COMPARE_CODE(page(7, 3), ErrorCode::IntegrityFailure);
        else
            QCOMPARE(page(7, 3)->size(), 3);
    }

    // At the next unlock; `audit verify` too. All entries are behind the last checkpoint.
    void tampered_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<bool>("touched"); ///< a one-shot command refuses it too: it concerns the head or what is pinned
        QTest::newRow("detail edited") << sql(
            "UPDATE audit SET detail = (SELECT detail FROM audit WHERE seq = 2) WHERE seq = 3")
                                       << false;
        QTest::newRow("mac edited") << sql("UPDATE audit SET mac = randomblob(32) WHERE seq = 3") << false;
        QTest::newRow("two entries swapped")
            << sql("UPDATE audit SET seq = CASE seq WHEN 2 THEN -2 WHEN 3 THEN 2 END WHERE seq IN (2, 3)") << false;
        QTest::newRow("first dropped") << sql("DELETE FROM audit WHERE seq = 1") << false;
        QTest::newRow("middle dropped") << sql("DELETE FROM audit WHERE seq = 3") << false;
        QTest::newRow("pinned dropped") << sql("DELETE FROM audit WHERE seq = 5") << true;
        QTest::newRow("head dropped") << sql("DELETE FROM audit WHERE seq = 7") << true;
        QTest::newRow("all dropped") << sql("DELETE FROM audit") << true;
        QTest::newRow("all before the head dropped") << sql("DELETE FROM audit WHERE seq < 5") << false;
        QTest::newRow("copy appended") << sql("INSERT INTO audit SELECT 8, detail, mac FROM audit WHERE seq = 7") << false;
        QTest::newRow("copy far behind") << sql("INSERT INTO audit SELECT 100, detail, mac FROM audit WHERE seq = 7")
                                         << false;
        QTest::newRow("row 0") << sql("INSERT INTO audit SELECT 0, detail, mac FROM audit WHERE seq = 7") << false;
        QTest::newRow("negative row") << sql("INSERT INTO audit SELECT -1, detail, mac FROM audit WHERE seq = 7") << false;
        QTest::newRow("head row edited") << sql("UPDATE audit_head SET body = randomblob(72)") << true;
        QTest::newRow("head row gone") << sql("DELETE FROM audit_head") << true;
        QTest::newRow("head row short") << sql("UPDATE audit_head SET body = x'00'") << true;
        QTest::newRow("detail is text") << sql("UPDATE audit SET detail = 'x' WHERE seq = 3") << false;
        QTest::newRow("mac of 31 bytes") << sql("UPDATE audit SET mac = randomblob(31) WHERE seq = 3") << false;
    }
    void tampered()
    {
        QFETCH(QString, statement);
        QFETCH(bool, touched);
        sevenEntries();
        QVERIFY(tamper(m_home->path(), statement) > 0);
        COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
        auto vault = m_home->open(VerifyDepth::Touched);
        QCOMPARE(vault.has_value(), !touched);
        if (!vault) {
            QCOMPARE(vault.error().code, ErrorCode::IntegrityFailure);
            return;
        }
        vault::Session &session = sessionOf(**vault);
        const auto damage = session.verifyEverything();
        VERIFY_OK(damage);
        QCOMPARE(damage->size(), 1);
        QVERIFY2(damage->first().startsWith(QStringLiteral("audit entry"))
                     || damage->first().contains(QStringLiteral("audit")),
                 qPrintable(damage->first()));
        // The list shows nothing out of a broken chain.
        COMPARE_CODE(session.read([&]() -> base::Result<void> {
            LATCHKEY_TRY(const auto entries, session.audit().list(0, 0));
            Q_UNUSED(entries)
            return {};
        }),
                     ErrorCode::IntegrityFailure);
    }

    // Tail and head row of an earlier moment: authentic, but the root has pinned a later entry.
    void tailCutBehindThePinned()
    {
        VERIFY_OK(log({auditEvent(QStringLiteral("one"))}));
        const QVariant head = query(m_home->path(), sql("SELECT body FROM audit_head"));
        VERIFY_OK(sessionOf(*m_vault).change(auditEvent(QStringLiteral("two")), [] { return base::Result<void>(); }));
        m_vault.reset();
        QCOMPARE(tamper(m_home->path(), sql("DELETE FROM audit WHERE seq > 2")), 1);
        QCOMPARE(tamper(m_home->path(), sql("UPDATE audit_head SET body = ?"), {head}), 1);
        COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
        COMPARE_CODE(m_home->open(VerifyDepth::Touched), ErrorCode::IntegrityFailure);
    }

    // Releases after the last change are not pinned: the anchor tells, and as a notice only, since a power loss does the same.
    void tailCutOfReleases()
    {
        const QVariant head = query(m_home->path(), sql("SELECT body FROM audit_head"));
        VERIFY_OK(log({auditEvent(QStringLiteral("one")), auditEvent(QStringLiteral("two"))}));
        m_vault.reset();
        QCOMPARE(tamper(m_home->path(), sql("DELETE FROM audit WHERE seq > 1")), 2);
        QCOMPARE(tamper(m_home->path(), sql("UPDATE audit_head SET body = ?"), {head}), 1);
        auto opened = m_home->open();
        VERIFY_OK(opened);
        QCOMPARE(sessionOf(**opened).anchorVerdict(), vault::Anchor::Verdict::LogWasLonger);
    }

    // The same under an open session, which has seen the longer log itself.
    void tailCutUnderAnOpenSession()
    {
        const QVariant head = query(m_home->path(), sql("SELECT body FROM audit_head"));
        VERIFY_OK(log({auditEvent(QStringLiteral("one")), auditEvent(QStringLiteral("two"))}));
        QCOMPARE(tamper(m_home->path(), sql("DELETE FROM audit WHERE seq > 1")), 2);
        QCOMPARE(tamper(m_home->path(), sql("UPDATE audit_head SET body = ?"), {head}), 1);
        COMPARE_CODE(log({auditEvent(QStringLiteral("three"))}), ErrorCode::IntegrityFailure);
        COMPARE_CODE(sessionOf(*m_vault).change(auditEvent(QStringLiteral("four")), [] { return base::Result<void>(); }),
                     ErrorCode::IntegrityFailure);
        QCOMPARE(query(m_home->path(), sql("SELECT max(seq) FROM audit")).toInt(), 1);
    }

    void foreignEntriesAreExtended()
    {
        auto other = m_home->open();
        VERIFY_OK(other);
        for (int i = 0; i < 3; ++i) {
            VERIFY_OK(log({auditEvent(QStringLiteral("here"))}));
            VERIFY_OK(sessionOf(**other).release({auditEvent(QStringLiteral("there"))},
                                                 [] { return base::Result<void>(); }));
        }
        QCOMPARE(list().size(), 7);
        QCOMPARE(*sessionOf(*m_vault).verifyEverything(), QStringList());
        QCOMPARE(*sessionOf(**other).verifyEverything(), QStringList());
    }

    void checkpointMovesWithAChange()
    {
        vault::Session &session = sessionOf(*m_vault);
        QList<vault::AuditEvent> events;
        for (int i = 0; i < 5000; ++i)
            events << auditEvent(QStringLiteral("released"));
        VERIFY_OK(log(events));
        QCOMPARE(session.integrity().root().checkpoint.seq, std::uint64_t{0});
        VERIFY_OK(session.change(auditEvent(QStringLiteral("changed")), [] { return base::Result<void>(); }));
        QCOMPARE(session.integrity().root().checkpoint.seq, std::uint64_t{5002});
        QCOMPARE(session.integrity().root().pinned.seq, std::uint64_t{5002});
        VERIFY_OK(session.change(auditEvent(QStringLiteral("changed")), [] { return base::Result<void>(); }));
        QCOMPARE(session.integrity().root().checkpoint.seq, std::uint64_t{5002});
        m_vault.reset();
        // Behind the checkpoint an unlock does not look; the full check does.
        QCOMPARE(tamper(m_home->path(), sql("UPDATE audit SET mac = randomblob(32) WHERE seq = 17")), 1);
        auto opened = m_home->open();
        VERIFY_OK(opened);
        QCOMPARE(*sessionOf(**opened).verifyEverything(), QStringList{QStringLiteral("audit entry 17")});
    }

private:
    base::Result<void> log(const QList<vault::AuditEvent> &events)
    {
        return sessionOf(*m_vault).release(events, [] { return base::Result<void>(); });
    }
    QList<AuditEntry> list(std::int64_t since = 0, std::size_t limit = 0)
    {
        vault::Session &session = sessionOf(*m_vault);
        QList<AuditEntry> out;
        const auto done = session.read([&]() -> base::Result<void> {
            LATCHKEY_TRY(out, session.audit().list(since, limit));
            return {};
        });
        return done ? out : QList<AuditEntry>();
    }
    base::Result<QList<AuditEntry>> page(std::uint64_t before, std::size_t limit)
    {
        vault::Session &session = sessionOf(*m_vault);
        QList<AuditEntry> out;
        LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
            LATCHKEY_TRY(out, session.audit().page(before, limit));
            return {};
        }));
        return out;
    }
    /// 1 created, 2-4 releases, 5 a change that pins, 6 and 7 releases; closed.
    void sevenEntries()
    {
        for (int i = 0; i < 3; ++i)
            VERIFY_OK(log({auditEvent(QString::number(i))}));
        VERIFY_OK(sessionOf(*m_vault).change(auditEvent(QStringLiteral("changed")), [] { return base::Result<void>(); }));
        VERIFY_OK(log({auditEvent(QStringLiteral("a")), auditEvent(QStringLiteral("b"))}));
        m_vault.reset();
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<vault::Vault> m_vault;
};

LATCHKEY_TEST_MAIN(TestAuditLog)
#include "tst_auditlog.moc"
