// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/integrity.h"

#include "service/jsonshapes.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QRegularExpression>

using servicetest::Bench;
using testsupport::await;

class TestServiceIntegrity final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void entries();
    void head();
    void malformedHead_data();
    void malformedHead();
    void damageIsNamed();
    void pages();
    void searchGoesPieceByPiece();
    void damagedPage();
    void exports();
    void exportOfDamagedLog();
    void since_data();
    void since();

private:
    /// `count` uses of "a" by the program `who`, in one transaction.
    void use(int count, const QString &who);
    [[nodiscard]] QStringList programs(const service::AuditFilter &filter, std::uint64_t before = 0,
                                       std::size_t limit = 100);

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<service::Integrity> m_integrity;
};

void TestServiceIntegrity::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
    m_integrity = std::make_unique<service::Integrity>(*m_bench->host);
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=1")});
}

void TestServiceIntegrity::cleanup()
{
    m_integrity.reset();
    m_bench.reset();
}

void TestServiceIntegrity::entries()
{
    m_bench->home.clock.advance(60'000);
    QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("1"));
    const auto all = await(m_integrity->entries(0, 0));
    QVERIFY(all && all->size() >= 3);
    QCOMPARE(all->last().event.kind, QStringLiteral("released"));
    const auto recent = await(m_integrity->entries(m_bench->home.clock.nowMs(), 0));
    QCOMPARE(recent->size(), 1);
    QCOMPARE(await(m_integrity->entries(0, 2))->size(), 2);
}

void TestServiceIntegrity::head()
{
    const auto first = await(m_integrity->verifyAudit({}));
    VERIFY_OK(first);
    QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("1"));
    const auto second = await(m_integrity->verifyAudit(first->text())); // an old head is still part of the chain
    VERIFY_OK(second);
    QVERIFY(second->seq > first->seq);
    service::Integrity::Head forged = *first;
    forged.macHex[0] = forged.macHex[0] == u'0' ? u'1' : u'0';
    COMPARE_CODE(await(m_integrity->verifyAudit(forged.text())), base::ErrorCode::IntegrityFailure);
    forged = *second;
    forged.seq += 1; // a head that the log does not reach: it was cut
    COMPARE_CODE(await(m_integrity->verifyAudit(forged.text())), base::ErrorCode::IntegrityFailure);
    VERIFY_OK(await(m_integrity->verify()));
}

void TestServiceIntegrity::malformedHead_data()
{
    QTest::addColumn<QString>("text");

    const QString mac(64, QLatin1Char('a'));
    QTest::newRow("no colon") << mac;
    QTest::newRow("no number") << QString(QStringLiteral(":") + mac);
    QTest::newRow("words") << QString(QStringLiteral("x:") + mac);
    QTest::newRow("short") << QString(QStringLiteral("1:") + mac.mid(1));
    QTest::newRow("no hex") << QString(QStringLiteral("1:") + mac.mid(1) + u'g');
}

void TestServiceIntegrity::malformedHead()
{
    QFETCH(QString, text);
    COMPARE_CODE(await(m_integrity->verifyAudit(text)), base::ErrorCode::InvalidArgument);
}

void TestServiceIntegrity::damageIsNamed()
{
    QVERIFY(vaulttest::tamper(m_bench->home.path(), QStringLiteral("DELETE FROM record WHERE kind = 2")) > 0);
    const auto verdict = await(m_integrity->verify());
    COMPARE_CODE(verdict, base::ErrorCode::IntegrityFailure);
    QVERIFY(!verdict.error().detail.isEmpty());
    QVERIFY2(verdict.error().detail.contains(QRegularExpression(QStringLiteral("records of a \\(group \\d+ of 256\\)"))),
             qPrintable(verdict.error().detail));
    QVERIFY(!verdict.error().detail.contains(u'\n'));
}

void TestServiceIntegrity::use(int count, const QString &who)
{
    QList<vault::AuditEvent> events;
    for (int i = 0; i < count; ++i) {
        vault::AuditEvent event = vaulttest::auditEvent(QStringLiteral("released"));
        event.name = QStringLiteral("a");
        event.program = who;
        events << event;
    }
    const auto done = await(m_bench->host->withSession([events](vault::Session &session) -> base::Result<bool> {
        LATCHKEY_CHECK(session.release(events, [] { return base::Result<void>(); }));
        return true;
    }));
    VERIFY_OK(done);
}

QStringList TestServiceIntegrity::programs(const service::AuditFilter &filter, std::uint64_t before, std::size_t limit)
{
    const auto page = await(m_integrity->page(filter, before, limit));
    QStringList out;
    if (page) {
        for (const vault::AuditEntry &entry : page->entries)
            out << entry.event.program;
        out << QStringLiteral("go on at %1").arg(page->before);
    }
    return out;
}

void TestServiceIntegrity::pages()
{
    use(1, QStringLiteral("one"));
    use(1, QStringLiteral("two"));
    use(1, QStringLiteral("three"));
    service::AuditFilter uses;
    uses.group = service::AuditGroup::Uses;
    QCOMPARE(programs(uses),
             (QStringList{QStringLiteral("three"), QStringLiteral("two"), QStringLiteral("one"),
                          QStringLiteral("go on at 0")}));
    const auto first = await(m_integrity->page(uses, 0, 2));
    VERIFY_OK(first);
    QCOMPARE(first->entries.size(), 2);
    QCOMPARE(first->before, first->entries.last().seq);
    QCOMPARE(programs(uses, first->before), (QStringList{QStringLiteral("one"), QStringLiteral("go on at 0")}));
    service::AuditFilter filter;
    filter.text = QStringLiteral("TWO");
    QCOMPARE(programs(filter), (QStringList{QStringLiteral("two"), QStringLiteral("go on at 0")}));
    filter.sinceMs = m_bench->home.clock.nowMs() + 1;
    QCOMPARE(programs(filter), QStringList{QStringLiteral("go on at 0")});
}

/// Programs that want a key wait no longer than for one piece of a search.
void TestServiceIntegrity::searchGoesPieceByPiece()
{
    use(1, QStringLiteral("needle"));
    use(4500, QStringLiteral("hay"));
    service::AuditFilter filter;
    filter.text = QStringLiteral("needle");
    std::uint64_t before = 0;
    int pieces = 0;
    qsizetype found = 0;
    do {
        const auto page = await(m_integrity->page(filter, before, 100));
        VERIFY_OK(page);
        QVERIFY(page->before == 0 || before == 0 || page->before < before);
        before = page->before;
        found += page->entries.size();
        ++pieces;
    } while (before != 0 && pieces < 100);
    QCOMPARE(found, 1);
    QCOMPARE(pieces, 3);
}

void TestServiceIntegrity::damagedPage()
{
    use(5, QStringLiteral("p"));
    QVERIFY(vaulttest::tamper(m_bench->home.path(), QStringLiteral("UPDATE audit SET mac = randomblob(32) WHERE seq = 4"))
            > 0);
    COMPARE_CODE(await(m_integrity->page({}, 0, 100)), base::ErrorCode::IntegrityFailure);
}

void TestServiceIntegrity::exports()
{
    use(4500, QStringLiteral("p")); // more than one piece
    const QString path = m_bench->home.file(QStringLiteral("log.jsonl"));
    const auto count = await(m_integrity->exportAudit({}, path, service::AuditFormat::JsonLines));
    VERIFY_OK(count);
    const QByteArrayList lines = vaulttest::contentOf(path).trimmed().split('\n');
    QCOMPARE(lines.size(), *count);
    const auto all = await(m_integrity->entries(0, 0));
    QCOMPARE(*count, all->size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject row = QJsonDocument::fromJson(lines[i]).object();
        QCOMPARE(row, service::json::auditRow((*all)[i])); // each once, oldest first
    }
    QCOMPARE(QFile::permissions(path) & QFile::Permissions(0x77), QFile::Permissions{}); // group and others
    COMPARE_CODE(await(m_integrity->exportAudit({}, path, service::AuditFormat::Csv)), base::ErrorCode::AlreadyExists);
    QCOMPARE(vaulttest::contentOf(path).count('\n'), *count);

    service::AuditFilter openings;
    openings.group = service::AuditGroup::Openings;
    const QString table = m_bench->home.file(QStringLiteral("log.csv"));
    const auto few = await(m_integrity->exportAudit(openings, table, service::AuditFormat::Csv));
    VERIFY_OK(few);
    QVERIFY(*few > 0 && *few < 10);
    QCOMPARE(vaulttest::contentOf(table).count('\n'), *few + 1);
    QVERIFY(vaulttest::contentOf(table).startsWith("\"seq\",\"time\",\"kind\""));
}

void TestServiceIntegrity::exportOfDamagedLog()
{
    use(5, QStringLiteral("p"));
    QVERIFY(vaulttest::tamper(m_bench->home.path(), QStringLiteral("UPDATE audit SET mac = randomblob(32) WHERE seq = 4"))
            > 0);
    const QString path = m_bench->home.file(QStringLiteral("log.jsonl"));
    COMPARE_CODE(await(m_integrity->exportAudit({}, path, service::AuditFormat::JsonLines)),
                 base::ErrorCode::IntegrityFailure);
    QVERIFY(!QFile::exists(path));
}

void TestServiceIntegrity::since_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected"); // 0: refused

    const qint64 now = 1'763'843'465'000; // 2025-11-22T20:31:05Z
    QTest::newRow("hours") << "24h" << now - 86'400'000;
    QTest::newRow("minutes") << "30m" << now - 1'800'000;
    QTest::newRow("days") << "7d" << now - 7 * 86'400'000LL;
    QTest::newRow("nothing ago") << "0s" << now;
    QTest::newRow("time") << "2025-11-22T20:31:05Z" << now;
    QTest::newRow("with fraction") << "2025-11-22T20:31:05.120Z" << now + 120;
    QTest::newRow("other zone") << "2025-11-22T21:31:05+01:00" << now;
    QTest::newRow("no zone") << "2025-11-22T20:31:05" << qint64(0);
    QTest::newRow("empty") << "" << qint64(0);
    QTest::newRow("unit alone") << "h" << qint64(0);
    QTest::newRow("negative") << "-1h" << qint64(0);
    QTest::newRow("unknown unit") << "3y" << qint64(0);
    QTest::newRow("before the epoch") << "999999999d" << qint64(0);
    QTest::newRow("words") << "yesterday" << qint64(0);
}

void TestServiceIntegrity::since()
{
    QFETCH(QString, text);
    QFETCH(qint64, expected);
    const auto found = service::parseSince(text, 1'763'843'465'000);
    if (expected == 0)
        COMPARE_CODE(found, base::ErrorCode::InvalidArgument);
    else
        QCOMPARE(static_cast<qint64>(found.value_or(-1)), expected);
}

LATCHKEY_TEST_MAIN(TestServiceIntegrity)
#include "tst_serviceintegrity.moc"
