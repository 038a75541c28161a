// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/importplan.h"

#include "service/servicefixture.h"
#include "support/testmain.h"
#include "transfer/importdetection.h"

using service::ImportOutcome;
using service::ImportPlan;
using service::ImportReason;
using transfer::ImportFormat;

class TestImportPlan final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void planned_data();
    void planned();
    void repeatedTitles_data();
    void repeatedTitles();
    void emptyValues_data();
    void emptyValues();
    void accountOfAnotherName();
    void ownAliases();
    void accountsAreCleaned();
    void attributesOfAnExport();
    void settled();

private:
    [[nodiscard]] static base::Result<ImportPlan> plan(const QByteArray &text, const QString &account,
                                                       QList<service::UserAlias> aliases = {});
};

namespace {

/// "name(kind)=field,field<source,source" a line, with "!outcome:reason" where it is not simply new.
QString shown(const base::Result<ImportPlan> &plan)
{
    if (!plan)
        return vaulttest::describe(plan.error());
    QStringList lines;
    for (const service::ImportRow &row : plan->rows()) {
        QString line = row.name;
        if (row.outcome != ImportOutcome::Skipped)
            line += u'(' + vault::kindName(row.kind) + QStringLiteral(")=") + row.fields.join(u',') + u'<'
                + row.sources.join(u',');
        if (row.outcome != ImportOutcome::New)
            line += QStringLiteral("!%1:%2").arg(static_cast<int>(row.outcome)).arg(static_cast<int>(row.reason));
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace

base::Result<ImportPlan> TestImportPlan::plan(const QByteArray &text, const QString &account,
                                              QList<service::UserAlias> aliases)
{
    const auto secret = vaulttest::secret(text.toStdString());
    LATCHKEY_TRY(const auto formats, transfer::detectFormats(secret));
    if (formats.size() != 1)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("formats"));
    LATCHKEY_TRY(const auto batch, transfer::parseImport(formats.front(), secret));
    const auto catalogue = exchange::ExchangeCatalogue::load();
    return ImportPlan::make(batch, {*catalogue, std::move(aliases), account});
}

void TestImportPlan::planned_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain") << QByteArray("A=1\nEMPTY=\n") << "A(generic)=value<A\nEMPTY!3:1";
    QTest::newRow("three values of one account")
        << QByteArray("BITGET_API_KEY=k\nX=1\nBITGET_SECRET_KEY=s\nbitget_passphrase=p\n")
        << "bitget/main(exchange)=api_key,api_secret,passphrase<BITGET_API_KEY,BITGET_SECRET_KEY,bitget_passphrase\n"
           "X(generic)=value<X";
    QTest::newRow("other spellings") << QByteArray("BITGET_APIKEY=k\nBITGET_SECRET=s\nBITGET_PASSWORD=p\n")
                                     << "bitget/main(exchange)=api_key,api_secret,passphrase<BITGET_APIKEY,BITGET_SECRET,"
                                        "BITGET_PASSWORD";
    QTest::newRow("two spellings, one value") << QByteArray("BITGET_SECRET_KEY=s\nBITGET_API_SECRET=s\n")
                                              << "bitget/main(exchange)=api_secret<BITGET_SECRET_KEY,BITGET_API_SECRET";
    QTest::newRow("two spellings, two values")
        << QByteArray("BITGET_SECRET_KEY=s\nBITGET_API_SECRET=t\nX=1\n")
        << "bitget/main(exchange)=api_secret<BITGET_SECRET_KEY,BITGET_API_SECRET!2:5\nX(generic)=value<X";
    QTest::newRow("a provider's key") << QByteArray("azure_openai_api_key=k\n")
                                      << "azure/main(llm)=api_key<azure_openai_api_key";
    QTest::newRow("an exchange that is not known") << QByteArray("OKX_API_KEY=k\nOKX_API_SECRET=s\n")
                                                   << "OKX_API_KEY(generic)=value<OKX_API_KEY\n"
                                                      "OKX_API_SECRET(generic)=value<OKX_API_SECRET";
    QTest::newRow("twice, same") << QByteArray("A=1\nA=1\n") << "A(generic)=value<A,A";
    QTest::newRow("twice, other") << QByteArray("A=1\nA=2\n") << "A(generic)=value<A,A!2:5";
    QTest::newRow("names differ in case alone") << QByteArray("A=1\na=2\n") << "A(generic)=value<A,a!2:5";
    QTest::newRow("ccxt")
        << QByteArray(R"({"bitget":{"apiKey":"k","secret":"s","password":"p"},"okx":{"apiKey":"k","secret":"s"}})")
        << "bitget/main(exchange)=api_key,api_secret,passphrase<bitget\nokx/main(api-key)=api_key,api_secret<okx";
    QTest::newRow("Jesse") << QByteArray("Name,Exchange,API Key,API Secret\nMy (1),Bitget Spot,k,s\n")
                           << "bitget/My (1)(exchange)=api_key,api_secret<My (1)";
    QTest::newRow("names outside the grammar") << QByteArray(R"x({"a//b (old)":"1","":"2","x\u0007":"3"})x")
                                               << "a//b (old)(generic)=value<a//b (old)\n!3:2\nx\x07!3:2";
    QTest::newRow("long name") << "{\"" + QByteArray(256, 'a') + "\":\"1\"}" << QString(256, u'a') + QStringLiteral("!3:2");
    QTest::newRow("an account by its fields") << QByteArray(R"({"bitget/x":{"api_key":"k","api_secret":"s"}})")
                                              << "bitget/x(exchange)=api_key,api_secret<bitget/x";
    QTest::newRow("control character in a key")
        << QByteArray("BITGET_API_KEY=\"k\x07y\"\nA=1\n") << "bitget/main!3:3\nA(generic)=value<A";
    QTest::newRow("blank in a key") << QByteArray("BITGET_API_KEY=\" \"\n") << "bitget/main!3:1";
    QByteArray fields;
    for (int i = 0; i < 257; ++i)
        fields += ",\"f" + QByteArray::number(i) + "\":\"1\"";
    QTest::newRow("too many fields") << "{\"a\":{" + fields.mid(1) + "}}" << "a!3:4";
    QTest::newRow("encrypted") << QByteArray(R"({"exchanges":{"bitget":{"api-key":"gAAAAx"}}})") << "bitget!3:6";
}

void TestImportPlan::planned()
{
    QFETCH(QByteArray, text);
    QTEST(shown(plan(text, QStringLiteral("main"))), "expected");
}

void TestImportPlan::repeatedTitles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("titles of which two are the same")
        << QByteArray("Title,Url,Username,Password,OTPAuth\nB,,u,p,\nB,,u,q,\nB,,u,p,\n")
        << "B(generic)=password,username<B,B\nB 2(generic)=password,username<B";
    QTest::newRow("titles of which one comes twice under its second name")
        << QByteArray("Title,Url,Username,Password,OTPAuth\nB,,u,p,\nB,,u,q,\nB,,u,q,\nB,,u,r,\nB,,u,q,\nB 2,,u,q,\n")
        << "B(generic)=password,username<B\nB 2(generic)=password,username<B,B,B,B 2\nB 3(generic)=password,username<B";
    QTest::newRow("title whose next name is too long")
        << "Title,Url,Username,Password,OTPAuth\n" + QByteArray(255, 'a') + ",,u,p,\n" + QByteArray(255, 'a') + ",,u,q,\n"
        << QString(255, u'a') + QStringLiteral("(generic)=password,username<") + QString(255, u'a') + u'\n'
            + QString(255, u'a') + QStringLiteral("!3:2");
}

void TestImportPlan::repeatedTitles()
{
    planned();
}

void TestImportPlan::emptyValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("one value of several is empty")
        << QByteArray(R"({"a":{"x":"","y":"1"},"bitget/x":{"api_key":"k","api_secret":""},"e":{"x":"","y":""}})")
        << "a(generic)=y<a\na#x!3:1\nbitget/x(generic)=api_key<bitget/x\nbitget/x#api_secret!3:1\ne!3:1";
    QTest::newRow("an account of which one value is empty")
        << QByteArray(R"({"bitget":{"apiKey":"k","secret":"s","password":""}})")
        << "bitget/main(exchange)=api_key,api_secret<bitget\nbitget#passphrase!3:1";
}

void TestImportPlan::emptyValues()
{
    planned();
}

void TestImportPlan::accountOfAnotherName()
{
    QCOMPARE(shown(plan(R"({"bitget":{"apiKey":"k","secret":"s"}})", QStringLiteral("second"))),
             QStringLiteral("bitget/second(exchange)=api_key,api_secret<bitget"));
    QCOMPARE(shown(plan("BITGET_API_KEY=k\n", QStringLiteral("second"))),
             QStringLiteral("bitget/main(exchange)=api_key<BITGET_API_KEY"));
}

void TestImportPlan::ownAliases()
{
    const QList<service::UserAlias> aliases{
        {QStringLiteral("tg"), {QStringLiteral("bot/telegram"), QStringLiteral("token"), std::nullopt}}};
    QCOMPARE(shown(plan("TG=1\n", QStringLiteral("main"), aliases)), QStringLiteral("bot/telegram(generic)=token<TG"));
}

void TestImportPlan::accountsAreCleaned()
{
    const auto made = plan("BITGET_API_KEY=' bg_0123456789abcdef \n'\nT=' x '\n", QStringLiteral("main"));
    QVERIFY(made);
    const auto account = made->item(0);
    const auto plain = made->item(1);
    QVERIFY(account && plain);
    QCOMPARE(vaulttest::shown(account->version.fields), QStringLiteral("api_key=bg_0123456789abcdef"));
    QCOMPARE(account->version.keyHint, QStringLiteral("bg_0...cdef"));
    QVERIFY(!account->version.keyId.isEmpty());
    QCOMPARE(account->version.state, vault::VersionState::Current);
    QCOMPARE(account->credential.attributeValue(vault::attribute::kEnvironment), QStringLiteral("live"));
    QCOMPARE(vaulttest::shown(plain->version.fields), QStringLiteral("value= x "));
}

void TestImportPlan::attributesOfAnExport()
{
    const auto made = plan(R"({"b/m":{"kind":"exchange","attributes":{"exchange":"bitget","environment":"demo","region":"eu",
        "withdraw_consent":"x","held_back":"y","account_uid":"1","proxy":"p"},"fields":{"api_key":"k"}},
        "n/o":{"kind":"exchange","attributes":{"exchange":"nowhere"},"fields":{"api_key":"k"}},
        "l/m":{"kind":"llm","attributes":{"provider":"openai","base_url":"https://x"},"fields":{"api_key":"k"}},
        "l/n":{"kind":"llm","fields":{"api_key":"k"}},"k":{"kind":"database","fields":{"password":"k"}}})",
                           QStringLiteral("main"));
    QCOMPARE(shown(made),
             QStringLiteral("b/m(exchange)=api_key<b/m\nn/o(api-key)=api_key<n/o\nl/m(llm)=api_key<l/m\n"
                            "l/n(api-key)=api_key<l/n\nk(database)=password<k"));
    QCOMPARE(made->item(0)->credential.attributes,
             (QMap<QString, QString>{{QStringLiteral("exchange"), QStringLiteral("bitget")},
                                     {QStringLiteral("environment"), QStringLiteral("demo")},
                                     {QStringLiteral("region"), QStringLiteral("eu")}}));
    QCOMPARE(made->item(2)->credential.attributeValue(vault::attribute::kBaseUrl), QStringLiteral("https://x"));
}

void TestImportPlan::settled()
{
    const auto made = plan("A=1\nE=\nB=2\nC=3\n", QStringLiteral("main"));
    QVERIFY(made);
    using vault::ImportFate;
    QString outcomes;
    for (const service::ImportRow &row : made->settled({ImportFate::New, ImportFate::Same, ImportFate::Conflict}))
        outcomes += QString::number(static_cast<int>(row.outcome));
    QCOMPARE(outcomes, QStringLiteral("0312"));
}

LATCHKEY_TEST_MAIN(TestImportPlan)
#include "tst_importplan.moc"
