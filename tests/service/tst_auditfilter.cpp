// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/auditfilter.h"

#include "service/jsonshapes.h"
#include "support/testmain.h"
#include "vault/vaultfixture.h"

#include <QJsonDocument>
#include <QTemporaryDir>

using service::AuditFilter;
using service::AuditFormat;
using service::AuditGroup;

namespace {

vault::AuditEntry entryOf(const QString &kind, const QString &name = {}, const QString &program = {})
{
    vault::AuditEntry entry;
    entry.seq = 7;
    entry.timeMs = 1'763'843'465'120;
    entry.event.kind = kind;
    entry.event.name = name;
    entry.event.program = program;
    return entry;
}

} // namespace

class TestAuditFilter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void text_data();
    void text();
    void groups();
    void time();
    void csv_data();
    void csv();
    void jsonLine();
    void formats();
    void newFileOnly();
    void halfWrittenFileOfAnother();
};

void TestAuditFilter::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("passes");
    QTest::newRow("nothing") << "" << true;
    QTest::newRow("name") << "GET/ma" << true;
    QTest::newRow("program") << "freq" << true;
    QTest::newRow("what, in words") << "value read" << true;
    QTest::newRow("outcome, in words") << "done" << true;
    QTest::newRow("a code is no word") << "released" << false;
    QTest::newRow("something else") << "hummingbot" << false;
}

void TestAuditFilter::text()
{
    QFETCH(QString, text);
    QFETCH(bool, passes);
    const AuditFilter filter{text, AuditGroup::All, 0};
    QCOMPARE(filter.passes(entryOf(QStringLiteral("released"), QStringLiteral("bitget/main"), QStringLiteral("freqtrade"))),
             passes);
}

void TestAuditFilter::groups()
{
    for (const char *use : {"released", "signed", "run", "revealed", "copied"})
        QCOMPARE(service::auditGroup(QString::fromLatin1(use)), AuditGroup::Uses);
    for (const char *change : {"credential-removed", "credential-put-back", "credential-purged"})
        QCOMPARE(service::auditGroup(QString::fromLatin1(change)), AuditGroup::Changes);
    QCOMPARE(service::auditGroup(QStringLiteral("checked")), AuditGroup::Checks);
    QCOMPARE(service::auditGroup(QStringLiteral("passphrase-changed")), AuditGroup::Changes);
    QCOMPARE(service::auditGroup(QStringLiteral("unlocked")), AuditGroup::Openings);
    // What a later version wrote is seen among everything, and nowhere else.
    const vault::AuditEntry later = entryOf(QStringLiteral("teleported"));
    QVERIFY(AuditFilter{}.passes(later));
    for (const AuditGroup group : {AuditGroup::Uses, AuditGroup::Checks, AuditGroup::Changes, AuditGroup::Openings})
        QVERIFY(!(AuditFilter{{}, group, 0}.passes(later)));
    QVERIFY((AuditFilter{{}, AuditGroup::Uses, 0}.passes(entryOf(QStringLiteral("run")))));
    QVERIFY(!(AuditFilter{{}, AuditGroup::Uses, 0}.passes(entryOf(QStringLiteral("locked")))));
}

void TestAuditFilter::time()
{
    const vault::AuditEntry entry = entryOf(QStringLiteral("run"));
    QVERIFY((AuditFilter{{}, AuditGroup::All, entry.timeMs}.passes(entry)));
    QVERIFY(!(AuditFilter{{}, AuditGroup::All, entry.timeMs + 1}.passes(entry)));
    AuditFilter until;
    until.untilMs = entry.timeMs;
    QVERIFY(!until.passes(entry));
    until.untilMs = entry.timeMs + 1;
    QVERIFY(until.passes(entry));
    AuditFilter kind;
    kind.kinds = {QStringLiteral("signed"), entry.event.kind};
    QVERIFY(kind.passes(entry));
    kind.kinds = {QStringLiteral("signed-not")};
    QVERIFY(!kind.passes(entry));
    vault::AuditEntry named = entry;
    named.event.name = QStringLiteral("Bitget/Main");
    named.event.credential = QUuid::createUuid();
    AuditFilter name;
    name.name = QStringLiteral("bitget/main");
    QVERIFY(name.passes(named));
    name.name = QStringLiteral("bitget");
    QVERIFY(!name.passes(named));
    name.credential = named.event.credential; // called otherwise then
    QVERIFY(name.passes(named));
}

void TestAuditFilter::csv_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << "python3" << QByteArray("\"python3\"");
    QTest::newRow("empty") << "" << QByteArray("\"\"");
    QTest::newRow("quote and comma") << R"(a "b", c)" << QByteArray(R"("a ""b"", c")");
    QTest::newRow("line break") << "a\nb" << QByteArray("\"a\nb\"");
    QTest::newRow("formula") << R"x(=HYPERLINK("x"))x" << QByteArray(R"x("'=HYPERLINK(""x"")")x");
    QTest::newRow("formula by plus") << "+1" << QByteArray("\"'+1\"");
    QTest::newRow("formula by minus") << "-1" << QByteArray("\"'-1\"");
    QTest::newRow("formula by at") << "@SUM" << QByteArray("\"'@SUM\"");
    QTest::newRow("formula after a tab") << "\t=1" << QByteArray("\"'\t=1\"");
    QTest::newRow("umlaut") << "Bär" << QByteArray("\"B\xc3\xa4r\"");
}

void TestAuditFilter::csv()
{
    QFETCH(QString, program);
    QFETCH(QByteArray, cell);
    const QByteArray line = service::auditLine(entryOf(QStringLiteral("run"), QStringLiteral("a"), program),
                                               AuditFormat::Csv);
    QCOMPARE(line, "\"7\",\"2025-11-22T20:31:05.120Z\",\"run\",\"a\"," + cell + ",\"ok\",\"\"\r\n");
}

void TestAuditFilter::jsonLine()
{
    vault::AuditEntry entry = entryOf(QStringLiteral("run"), QStringLiteral("a"), QStringLiteral("=1\n"));
    entry.event.details.insert(QStringLiteral("command"), QStringLiteral("b"));
    const QByteArray line = service::auditLine(entry, AuditFormat::JsonLines);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(QJsonDocument::fromJson(line).object(), service::json::auditRow(entry)); // as it is, nothing put in front
    QVERIFY(service::auditHeading(AuditFormat::JsonLines).isEmpty());
}

void TestAuditFilter::formats()
{
    QCOMPARE(service::auditFormat(QStringLiteral("csv")), std::optional(AuditFormat::Csv));
    QCOMPARE(service::auditFormat(QStringLiteral("jsonl")), std::optional(AuditFormat::JsonLines));
    QVERIFY(!service::auditFormat(QStringLiteral("CSV ")));
}

void TestAuditFilter::newFileOnly()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log"));
    VERIFY_OK(service::writeNewExport(path, "first"));
    QCOMPARE(vaulttest::contentOf(path), QByteArray("first"));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions{});
    COMPARE_CODE(service::writeNewExport(path, "second"), base::ErrorCode::AlreadyExists);
    QCOMPARE(vaulttest::contentOf(path), QByteArray("first"));
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("nowhere")), link));
    COMPARE_CODE(service::writeNewExport(link, "second"), base::ErrorCode::AlreadyExists);
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("nowhere"))));
    COMPARE_CODE(service::writeNewExport(folder.filePath(QStringLiteral("no/folder")), "x"), base::ErrorCode::IoFailure);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::System | QDir::Hidden).size(), 2); // no leftovers
}

void TestAuditFilter::halfWrittenFileOfAnother()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log"));
    const auto partOf = [&path](qint64 process) { return QStringLiteral("%1.part-%2").arg(path).arg(process); };
    const qint64 self = QCoreApplication::applicationPid();
    QVERIFY(vaulttest::writeFile(partOf(self + 1), "left by a crash")); // of another process: neither touched nor in the way
    VERIFY_OK(service::writeNewExport(path, "x"));
    QCOMPARE(vaulttest::contentOf(path), QByteArray("x"));
    QCOMPARE(vaulttest::contentOf(partOf(self + 1)), QByteArray("left by a crash"));
    QVERIFY(!QFile::exists(partOf(self)));

    const QString second = folder.filePath(QStringLiteral("second"));
    const QString mine = QStringLiteral("%1.part-%2").arg(second).arg(self); // an old one with this very number: refused
    QVERIFY(vaulttest::writeFile(mine, "mine"));
    COMPARE_CODE(service::writeNewExport(second, "x"), base::ErrorCode::AlreadyExists);
    QCOMPARE(vaulttest::contentOf(mine), QByteArray("mine"));
    QVERIFY(!QFile::exists(second));
}

LATCHKEY_TEST_MAIN(TestAuditFilter)
#include "tst_auditfilter.moc"
