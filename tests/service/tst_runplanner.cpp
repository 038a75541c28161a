// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/runplanner.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

using service::ExtraVariable;
using service::RunPlan;
using service::RunRequest;
using servicetest::Bench;
using servicetest::bitgetFields;
using servicetest::report;
using testsupport::await;

namespace {

constexpr const char *kKey = "bg_0123456789abcdef0123456789abcdef";
constexpr const char *kSecret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

QString told(const base::Result<RunPlan> &plan)
{
    return plan ? vaulttest::shown(plan->variables) : vaulttest::describe(plan.error());
}

} // namespace

class TestRunPlanner final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void cleanupTestCase() { m_bench.reset(); }
    void rules_data();
    void rules();
    void strip_data();
    void strip();
    void onlyFitting();
    void heldBack();
    void audit();
    void refusedIsNotRecorded();
    void extras();
    void envFile_data();
    void envFile();
    void spec_data();
    void spec();

private:
    base::Result<RunPlan> plan(const QStringList &with, const QString &profile, const QList<ExtraVariable> &extra = {});

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<service::ProfileCatalogue> m_profiles;
    std::unique_ptr<service::RunPlanner> m_planner;
};

void TestRunPlanner::initTestCase()
{
    m_bench = std::make_unique<Bench>();
    auto profiles = service::ProfileCatalogue::load();
    QVERIFY(profiles);
    m_profiles = std::make_unique<service::ProfileCatalogue>(*std::move(profiles));
    m_planner = std::make_unique<service::RunPlanner>(*m_bench->host, *m_profiles, *m_bench->catalogue);
    m_bench->bitget->answer = report(QStringLiteral("works"));
    QVERIFY(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, bitgetFields())));
    m_bench->putSecret(QStringLiteral("telegram/bot-1"), {QStringLiteral("token=123:abc")});
    m_bench->putSecret(QStringLiteral("telegram/bot.1"), {QStringLiteral("token=456:def")});
    m_bench->putSecret(QStringLiteral("two"), {QStringLiteral("a=1"), QStringLiteral("b=2")});
    service::LlmChange llm;
    llm.provider = QStringLiteral("ollama");
    llm.model = QStringLiteral("qwen3");
    QVERIFY(await(m_bench->llm->set(llm)));
}

base::Result<RunPlan> TestRunPlanner::plan(const QStringList &with, const QString &profile,
                                           const QList<ExtraVariable> &extra)
{
    return await(m_planner->plan({with, profile, extra, {QStringLiteral("test")}, QStringLiteral("bot")}));
}

void TestRunPlanner::rules_data()
{
    QTest::addColumn<QStringList>("with");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("expected");

    const QStringList main{QStringLiteral("bitget/main")};
    const QString key = QLatin1StringView(kKey);
    const QString secret = QLatin1StringView(kSecret);
    QTest::newRow("generic") << QStringList{QStringLiteral("telegram/bot-1")} << "" << "TELEGRAM_BOT_1_TOKEN=123:abc";
    QTest::newRow("generic of an account")
        << main << ""
        << QStringLiteral("BITGET_MAIN_API_KEY=%1;BITGET_MAIN_API_SECRET=%2;BITGET_MAIN_PASSPHRASE=Passphrase123")
               .arg(key, secret);
    QTest::newRow("bitget")
        << main << "bitget"
        << QStringLiteral("BITGET_API_KEY=%1;BITGET_PASSPHRASE=Passphrase123;BITGET_SECRET_KEY=%2").arg(key, secret);
    QTest::newRow("ccxt")
        << main << "ccxt"
        << QStringLiteral("BITGET_APIKEY=%1;BITGET_PASSWORD=Passphrase123;BITGET_SECRET=%2").arg(key, secret);
    QTest::newRow("freqtrade") << main << "freqtrade"
                               << QStringLiteral(
                                      "FREQTRADE__EXCHANGE__KEY=%1;FREQTRADE__EXCHANGE__NAME=bitget;"
                                      "FREQTRADE__EXCHANGE__PASSWORD=Passphrase123;FREQTRADE__EXCHANGE__SECRET=%2")
                                      .arg(key, secret);
    QTest::newRow("the only fitting one")
        << QStringList() << "bitget"
        << QStringLiteral("BITGET_API_KEY=%1;BITGET_PASSPHRASE=Passphrase123;BITGET_SECRET_KEY=%2").arg(key, secret);
    QTest::newRow("ollama") << QStringList() << "ollama"
                            << "OLLAMA_API_BASE=http://127.0.0.1:11434;OLLAMA_BASE_URL=http://127.0.0.1:11434;"
                               "OLLAMA_HOST=http://127.0.0.1:11434;OLLAMA_MODEL=qwen3";
    QTest::newRow("nothing at all") << QStringList() << "" << "";
    QTest::newRow("no such name") << QStringList{QStringLiteral("nobody")} << "bitget" << "not_found: nobody";
    QTest::newRow("a missing name before an unfit profile")
        << QStringList{QStringLiteral("two"), QStringLiteral("nobody")} << "bitget" << "not_found: nobody";
    QTest::newRow("malformed name") << QStringList{QStringLiteral("a//b")} << "" << "invalid_name: a//b";
    QTest::newRow("does not fit") << QStringList{QStringLiteral("two")} << "bitget" << "unsupported_profile: bitget (two)";
    QTest::newRow("no such profile") << main << "jesse" << "unsupported_profile: jesse";
    QTest::newRow("nothing fits") << QStringList() << "openai" << "unsupported_profile: openai";
    QTest::newRow("two would fit")
        << QStringList() << "generic"
        << "unsupported_profile: generic (bitget/main, ollama/main, telegram/bot-1, telegram/bot.1, two)";
    QTest::newRow("names collide") << QStringList{QStringLiteral("telegram/bot-1"), QStringLiteral("telegram/bot.1")} << ""
                                   << "invalid_argument: TELEGRAM_BOT_1_TOKEN";
}

void TestRunPlanner::rules()
{
    QFETCH(QStringList, with);
    QFETCH(QString, profile);
    QTEST(told(plan(with, profile)), "expected");
}

void TestRunPlanner::strip_data()
{
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QStringList>("stripped");
    QTest::addColumn<QStringList>("kept");

    const QStringList spellings{QStringLiteral("BITGET_API_KEY"),    QStringLiteral("BITGET_APIKEY"),
                                QStringLiteral("BITGET_API_SECRET"), QStringLiteral("BITGET_SECRET_KEY"),
                                QStringLiteral("BITGET_SECRET"),     QStringLiteral("BITGET_APISECRET"),
                                QStringLiteral("BITGET_PASSPHRASE"), QStringLiteral("BITGET_API_PASSPHRASE"),
                                QStringLiteral("BITGET_API_PASS"),   QStringLiteral("BITGET_PASSWORD")};
    const QStringList freqtrade{QStringLiteral("FREQTRADE__EXCHANGE__API_KEY"), QStringLiteral("FREQTRADE__EXCHANGE__KEY")};
    QTest::newRow("generic") << "bitget/main" << "" << spellings << freqtrade;
    QTest::newRow("freqtrade") << "bitget/main" << "freqtrade" << (spellings + freqtrade) << QStringList();
    QTest::newRow("ccxt") << "bitget/main" << "ccxt" << (QStringList(spellings) << QStringLiteral("BITGET_TWOFA"))
                          << freqtrade;
    QTest::newRow("no account") << "two" << "" << QStringList() << spellings;
}

void TestRunPlanner::strip()
{
    QFETCH(QString, with);
    QFETCH(QString, profile);
    QFETCH(QStringList, stripped);
    QFETCH(QStringList, kept);
    const auto made = plan({with}, profile);
    VERIFY_OK(made);
    for (const QString &name : stripped)
        QVERIFY2(made->strip.contains(name), qPrintable(name));
    for (const QString &name : kept)
        QVERIFY2(!made->strip.contains(name), qPrintable(name));
}

void TestRunPlanner::onlyFitting()
{
    QVERIFY(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("second"), {}, bitgetFields())));
    QCOMPARE(told(plan({}, QStringLiteral("bitget"))),
             QStringLiteral("unsupported_profile: bitget (bitget/main, bitget/second)"));
    QVERIFY(await(m_bench->exchanges->remove(QStringLiteral("bitget/second"))));
}

void TestRunPlanner::heldBack()
{
    m_bench->bitget->answer = report(QStringLiteral("withdraw"));
    QVERIFY(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("held"), {}, bitgetFields())));
    COMPARE_CODE(plan({QStringLiteral("bitget/held")}, {}), base::ErrorCode::ConsentRequired);
    QVERIFY(await(m_bench->exchanges->remove(QStringLiteral("bitget/held"))));
    // Written through an alias only in part: the set of the profile is not whole.
    m_bench->bitget->answer = report(QStringLiteral("works"));
    m_bench->putSecret(QStringLiteral("openai_api_key"), {QStringLiteral("value=sk-1")});
    QCOMPARE(told(plan({QStringLiteral("openai/main")}, QStringLiteral("openai"))), QStringLiteral("OPENAI_API_KEY=sk-1"));
    m_bench->putSecret(QStringLiteral("azure_openai_api_key"), {QStringLiteral("value=k")});
    QCOMPARE(told(plan({QStringLiteral("azure/main")}, QStringLiteral("azure-openai"))),
             QStringLiteral("missing_field: base_url"));
}

void TestRunPlanner::audit()
{
    const qsizetype before = m_bench->auditKinds().size();
    const QList<ExtraVariable> extra{{QStringLiteral("ONE"), QStringLiteral("two#a"), false},
                                     {QStringLiteral("TWO"), QStringLiteral("two#b"), false},
                                     {QStringLiteral("KEY"), QStringLiteral("bitget_api_key"), false}};
    QVERIFY(plan({QStringLiteral("bitget/main")}, QStringLiteral("bitget"), extra));
    // One entry per credential, however many variables it feeds.
    QCOMPARE(m_bench->auditKinds().mid(before), (QStringList{QStringLiteral("run"), QStringLiteral("run")}));
}

void TestRunPlanner::refusedIsNotRecorded()
{
    const qsizetype before = m_bench->auditKinds().size();
    // Two fields for one variable; both could be read.
    const QList<ExtraVariable> twice{{QStringLiteral("ONE"), QStringLiteral("two#a"), false},
                                     {QStringLiteral("ONE"), QStringLiteral("two#b"), false}};
    QCOMPARE(told(plan({}, {}, twice)), QStringLiteral("invalid_argument: ONE"));
    // A profile's set that is not complete.
    m_bench->putSecret(QStringLiteral("azure_openai_api_key"), {QStringLiteral("value=k")});
    const qsizetype stored = m_bench->auditKinds().size();
    QCOMPARE(told(plan({QStringLiteral("azure/main")}, QStringLiteral("azure-openai"))),
             QStringLiteral("missing_field: base_url"));
    QVERIFY(stored > before);
    QCOMPARE(m_bench->auditKinds().size(), stored);
}

void TestRunPlanner::extras()
{
    const auto one = [this](const QString &text, bool plain = false) {
        return told(plan({}, {}, {{QStringLiteral("X"), text, plain}}));
    };
    QCOMPARE(one(QStringLiteral("two#b")), QStringLiteral("X=2"));
    QCOMPARE(one(QStringLiteral("latchkey://two/a?version=1")), QStringLiteral("X=1"));
    QCOMPARE(one(QStringLiteral("telegram/bot-1")), QStringLiteral("X=123:abc"));
    QCOMPARE(one(QStringLiteral("BITGET_PASSPHRASE")), QStringLiteral("X=Passphrase123")); // an alias
    QCOMPARE(one(QStringLiteral("two")), QStringLiteral("ambiguous_field: a, b"));
    QCOMPARE(one(QStringLiteral("two#c")), QStringLiteral("field_not_found: c"));
    QCOMPARE(one(QStringLiteral("nobody#a")), QStringLiteral("not_found: nobody"));
    QCOMPARE(one(QStringLiteral("latchkey://two")), QStringLiteral("invalid_reference: two"));
    QCOMPARE(one(QStringLiteral("paper"), true), QStringLiteral("X=paper"));
    QCOMPARE(one(QStringLiteral("telegram/bot-1"), true), QStringLiteral("X=123:abc"));
    const QList<ExtraVariable> twice{{QStringLiteral("X"), QStringLiteral("two#a"), false},
                                     {QStringLiteral("X"), QStringLiteral("two#b"), false}};
    QCOMPARE(told(plan({}, {}, twice)), QStringLiteral("invalid_argument: X"));
}

void TestRunPlanner::envFile_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // "NAME=text" with ~ for what may be plain text

    QTest::newRow("empty") << "" << "";
    QTest::newRow("comments and blanks") << "# one\n\n   \n  # two" << "";
    QTest::newRow("reference") << "A=bitget/main#api_key" << "A=bitget/main#api_key";
    QTest::newRow("long reference") << "A=latchkey://bitget/main/api_key" << "A=latchkey://bitget/main/api_key";
    QTest::newRow("alias") << "A=bitget_api_key" << "A=bitget_api_key";
    QTest::newRow("plain") << "MODE=paper\r\nURL=https://x.example/#frag\n" << "MODE~paper;URL~https://x.example/#frag";
    QTest::newRow("empty value") << "A=" << "A~";
    QTest::newRow("export") << "export A=1" << "A~1";
    QTest::newRow("comment behind") << "A=two#b # the second" << "A=two#b";
    QTest::newRow("single quotes") << "A='a # \\n'" << "A~a # \\n";
    QTest::newRow("double quotes") << "A=\"a\\n\\\"b\" # c" << "A~a\n\"b";
    QTest::newRow("equals in value") << "A=b=c" << "A~b=c";
    QTest::newRow("no equals") << "A=1\nB" << "invalid_argument: line 2";
    QTest::newRow("bad name") << "1A=1" << "invalid_argument: line 1";
    QTest::newRow("open quote") << "A=\"b" << "invalid_argument: line 1";
    QTest::newRow("behind quote") << "A=\"b\"c" << "invalid_argument: line 1";
    QTest::newRow("malformed reference") << "\nA=latchkey://x" << "invalid_reference: line 2";
}

void TestRunPlanner::envFile()
{
    QFETCH(QString, text);
    const auto parsed = service::parseEnvFile(vaulttest::secret(text.toStdString()));
    QString found;
    if (parsed) {
        QStringList items;
        for (const ExtraVariable &variable : *parsed)
            items << variable.name + (variable.plain ? u'~' : u'=') + variable.text;
        found = items.join(u';');
    } else {
        found = vaulttest::describe(parsed.error());
    }
    QTEST(found, "expected");
}

void TestRunPlanner::spec_data()
{
    QTest::addColumn<bool>("onlyEnv");
    QTest::addColumn<QByteArrayList>("expected");

    QTest::newRow("inherits") << false << QByteArrayList{"PATH=/bin", "HOME=/root", "BITGETX=1", "LATCHKE=1",
                                                         "ODD",       "LANG=C",     "PATHS=1"};
    QTest::newRow("only env") << true << QByteArrayList{"PATH=/bin", "HOME=/root", "LANG=C"};
}

void TestRunPlanner::spec()
{
    QFETCH(bool, onlyEnv);
    const QByteArrayList inherited{"PATH=/bin",
                                   "HOME=/root",
                                   "BITGET_API_KEY=live=1",
                                   "BITGETX=1",
                                   "LATCHKEY_HOME=x",
                                   "LATCHKE=1",
                                   "CREDENTIALS_DIRECTORY=/run/c",
                                   "ODD",
                                   "LATCHKEY_PASSPHRASE_FILE=y",
                                   "LANG=C",
                                   "PATHS=1"};
    RunPlan made;
    made.strip << QStringLiteral("BITGET_API_KEY");
    made.variables = vaulttest::fields({QStringLiteral("A=1")});
    const auto spec = service::childSpec(std::move(made), inherited, {"bot", "--x"}, onlyEnv,
                                         service::ports::SecretDelivery::Descriptor);
    QTEST(spec.inherited, "expected");
    QCOMPARE(spec.command, (QByteArrayList{"bot", "--x"}));
    QCOMPARE(vaulttest::shown(spec.secrets), QStringLiteral("A=1"));
    QCOMPARE(spec.delivery, service::ports::SecretDelivery::Descriptor);
}

LATCHKEY_TEST_MAIN(TestRunPlanner)
#include "tst_runplanner.moc"
