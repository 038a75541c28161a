// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/exports.h"

#include "service/imports.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QFile>
#include <QMap>

using service::ExportGap;
using service::ExportReport;
using servicetest::Bench;
using servicetest::bitgetFields;
using servicetest::report;
using testsupport::await;
using transfer::ExportFormat;

class TestExports final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void passphraseIsAskedAgain();
    void recoveryKeyIsEnough();
    void json();
    void env();
    void heldBackStays();
    void toAFile();
    void damagedRecordsAreLeftOut_data();
    void damagedRecordsAreLeftOut();
    void cannotAudit();

private:
    [[nodiscard]] base::Result<ExportReport> run(ExportFormat format, const QString &path = {},
                                                 std::string_view passphrase = vaulttest::Home::kPassphrase);

    std::unique_ptr<Bench> m_bench;
};

namespace {

QByteArray textOf(const ExportReport &report)
{
    QByteArray out;
    for (const base::SecretBytes &piece : report.text)
        out += base::toByteArray(piece.exposeBytes());
    return out;
}

} // namespace

void TestExports::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
}

base::Result<ExportReport> TestExports::run(ExportFormat format, const QString &path, std::string_view passphrase)
{
    service::Exports exports(*m_bench->host, service::Caller{QStringLiteral("test")});
    service::ExportRequest request;
    request.format = format;
    request.path = path;
    request.passphrase = vaulttest::secret(passphrase);
    return await(exports.run(std::move(request)));
}

void TestExports::passphraseIsAskedAgain()
{
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=1")});
    for (const std::string_view wrong : {"", "another one"}) {
        const auto refused = run(ExportFormat::Json, {}, wrong);
        COMPARE_CODE(refused, base::ErrorCode::WrongPassphrase);
    }
    QVERIFY(!m_bench->auditKinds().contains(QStringLiteral("exported")));
    QVERIFY(run(ExportFormat::Json));
    QCOMPARE(m_bench->auditKinds().count(QStringLiteral("exported")), 1);
}

void TestExports::recoveryKeyIsEnough()
{
    QVERIFY(await(m_bench->host->lock(service::LockReason::User)));
    service::WaysIn ways;
    ways.recoveryKey = vaulttest::secret(m_bench->home.recoveryText.toStdString());
    QVERIFY(await(m_bench->host->unlock(std::move(ways))));
    QVERIFY(run(ExportFormat::Json, {}, ""));
}

void TestExports::json()
{
    m_bench->putSecret(QStringLiteral("b"), {QStringLiteral("x=1"), QStringLiteral("y=\"\n")});
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=1")});
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=2")}); // the version in use
    const auto report = run(ExportFormat::Json);
    QVERIFY(report);
    QCOMPARE(report->exported, 2);
    QVERIFY(report->left.isEmpty());
    QCOMPARE(textOf(*report),
             QByteArray("{\n  \"a\": {\n    \"kind\": \"generic\",\n    \"fields\": {\n      \"value\": \"2\"\n    }\n  },\n"
                        "  \"b\": {\n    \"kind\": \"generic\",\n    \"fields\": {\n      \"x\": \"1\",\n"
                        "      \"y\": \"\\\"\\n\"\n    }\n  }\n}\n"));
}

void TestExports::env()
{
    m_bench->bitget->answer = report(QStringLiteral("works"));
    QVERIFY(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, bitgetFields())));
    m_bench->putSecret(QStringLiteral("TOKEN"), {QStringLiteral("value=a b")});
    m_bench->putSecret(QStringLiteral("bot/tele gram"), {QStringLiteral("value=1")});
    m_bench->putSecret(QStringLiteral("bot_tele/gram"), {QStringLiteral("value=2")});
    m_bench->putSecret(QStringLiteral("9"), {QStringLiteral("x=3")});
    const auto report = run(ExportFormat::Env);
    QVERIFY(report);
    const QByteArray text = textOf(*report);
    QVERIFY(text.contains("\nBITGET_API_KEY=bg_0123456789abcdef0123456789abcdef\n"));
    QVERIFY(text.contains("# bitget/main#api_secret\nBITGET_SECRET_KEY=00112233"));
    QVERIFY(text.contains("\nBITGET_PASSPHRASE=Passphrase123\n"));
    QVERIFY(text.contains("\nTOKEN='a b'\n"));
    QVERIFY(text.contains("# bot/tele gram#value\nBOT_TELE_GRAM_VALUE=1\n"));
    QVERIFY(text.contains("\n_9_X=3\n"));
    QCOMPARE(report->left.size(), 1);
    QCOMPARE(report->left.first().name, QStringLiteral("bot_tele/gram#value"));
    QCOMPARE(report->left.first().gap, ExportGap::NameTaken);
    QCOMPARE(report->exported, 4);
}

void TestExports::heldBackStays()
{
    m_bench->bitget->answer = report(QStringLiteral("withdraw"));
    QVERIFY(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, bitgetFields())));
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=1")});
    for (const ExportFormat format : {ExportFormat::Json, ExportFormat::Env}) {
        const auto made = run(format);
        QVERIFY(made);
        QCOMPARE(made->exported, 1);
        QCOMPARE(made->left.size(), 1);
        QCOMPARE(made->left.first().name, QStringLiteral("bitget/main"));
        QCOMPARE(made->left.first().gap, ExportGap::HeldBack);
        QVERIFY(!textOf(*made).contains("bg_"));
    }
}

void TestExports::toAFile()
{
    m_bench->putSecret(QStringLiteral("A"), {QStringLiteral("value=1")});
    const QString path = m_bench->home.file(QStringLiteral("out.env"));
    const auto made = run(ExportFormat::Env, path);
    QVERIFY(made);
    QVERIFY(made->text.empty());
    QCOMPARE(vaulttest::contentOf(path), QByteArray("A=1\n"));
    QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    const QStringList log = m_bench->auditKinds();
    COMPARE_CODE(run(ExportFormat::Json, path), base::ErrorCode::AlreadyExists);
    QCOMPARE(vaulttest::contentOf(path), QByteArray("A=1\n"));
    QCOMPARE(m_bench->auditKinds(), log);
}

void TestExports::damagedRecordsAreLeftOut_data()
{
    QTest::addColumn<QString>("statement"); // OWNER stands for the credential "s3"

    QTest::newRow("value") << QStringLiteral(
        "UPDATE record SET secret = randomblob(length(secret)) WHERE owner = OWNER AND kind = 2");
    QTest::newRow("description") << QStringLiteral("UPDATE record SET meta = x'01' WHERE owner = OWNER AND kind = 1");
    QTest::newRow("gone") << QStringLiteral("DELETE FROM record WHERE owner = OWNER");
    QTest::newRow("name") << QStringLiteral("UPDATE record SET name_idx = NULL WHERE owner = OWNER AND kind = 1");
}

void TestExports::damagedRecordsAreLeftOut()
{
    QFETCH(QString, statement);
    QMap<QString, QUuid> ids;
    for (int i = 0; i < 8; ++i) {
        const QString name = QStringLiteral("s%1").arg(i);
        m_bench->putSecret(name, {QStringLiteral("value=v%1").arg(i)});
        ids.insert(name, m_bench->stored(name).id);
    }
    const QUuid victim = ids.value(QStringLiteral("s3"));
    statement.replace(QStringLiteral("OWNER"), QStringLiteral("x'%1'").arg(QString::fromLatin1(victim.toRfc4122().toHex())));
    QVERIFY(vaulttest::tamper(m_bench->home.path(), statement) > 0);
    const auto verdict = await(m_bench->integrity->verify());
    COMPARE_CODE(verdict, base::ErrorCode::IntegrityFailure);
    QVERIFY(verdict.error().detail.contains(QStringLiteral("s3")));

    QString expected; // the credentials in other groups of records
    for (const auto &[name, id] : ids.asKeyValueRange()) {
        if (id.data1 >> 24 != victim.data1 >> 24)
            expected += name + QStringLiteral("=v") + name.last(1) + u'\n';
    }
    QVERIFY(!expected.isEmpty());
    const QString path = m_bench->home.file(QStringLiteral("out.env"));
    const auto made = run(ExportFormat::Env, path);
    VERIFY_OK(made);
    QVERIFY(made->hasDamage());
    QCOMPARE(made->exported, expected.count(u'\n'));
    QCOMPARE(made->left.size(), 1);
    QCOMPARE(made->left.first().gap, ExportGap::Damaged);
    QCOMPARE(made->left.first().name, verdict.error().detail); // as `verify` calls it
    QCOMPARE(m_bench->auditKinds().count(QStringLiteral("exported")), made->exported);
    QCOMPARE(QString::fromUtf8(vaulttest::contentOf(path)), expected);
    QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);

    // What proves the rest must itself be whole.
    QVERIFY(vaulttest::tamper(m_bench->home.path(), QStringLiteral("UPDATE bucket SET mac = randomblob(32) WHERE i = 7"))
            == 1);
    const QString other = m_bench->home.file(QStringLiteral("other.env"));
    COMPARE_CODE(run(ExportFormat::Env, other), base::ErrorCode::IntegrityFailure);
    QVERIFY(!QFile::exists(other));
}

void TestExports::cannotAudit()
{
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=1")});
    QVERIFY(vaulttest::tamper(m_bench->home.path(), QStringLiteral("UPDATE audit_head SET body=x'00'")) == 1);
    const QString path = m_bench->home.file(QStringLiteral("out"));
    QVERIFY(!run(ExportFormat::Json, path));
    QVERIFY(!QFile::exists(path));
}

LATCHKEY_TEST_MAIN(TestExports)
#include "tst_exports.moc"
