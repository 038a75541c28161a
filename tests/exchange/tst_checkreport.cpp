// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/checkreport.h"

#include "support/await.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using exchange::Category;
using exchange::CheckReport;
using exchange::reportFromJson;
using exchange::Verdict;
using exchange::Warning;
using testsupport::outcome;

namespace {

CheckReport full()
{
    CheckReport report;
    report.exchange = QStringLiteral("bitget");
    report.environment = exchange::Environment::Demo;
    report.verdict = Verdict::Works;
    report.httpStatus = 200;
    report.rights = {true, true, false, std::nullopt, {QStringLiteral("zzzz")}};
    report.ipAllowlist = QStringList{QStringLiteral("203.0.113.7")};
    report.expiresAtMs = 1'800'000'000'000;
    report.account = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("main")};
    report.skewMs = -12;
    report.warnings = {Warning::UnknownRight, Warning::ClockSkew};
    report.checkedAtMs = 1'763'843'465'120;
    return report;
}

} // namespace

class TestCheckReport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void publishedShape();
    void nothingKnown();
    void roundTrip();
    void names();
    void malformed_data();
    void malformed();
    void laterVersions();
};

void TestCheckReport::publishedShape()
{
    // The members and types of INTERFACE.md, written out.
    const char *expected = R"({"exchange":"bitget","environment":"demo","verdict":"works","category":null,"code":null,
        "http_status":200,"exchange_text":null,
        "rights":{"read":true,"trade":true,"transfer":false,"withdraw":null,"unknown":["zzzz"]},
        "ip_allowlist":["203.0.113.7"],"expires_at":"2027-01-15T08:00:00.000Z",
        "account":{"uid":"1","parent":"2","label":"main"},"clock_skew_ms":-12,
        "warnings":["unknown_right","clock_skew"],"checked_at":"2025-11-22T20:31:05.120Z"})";
    QCOMPARE(toJson(full()), QJsonDocument::fromJson(expected).object());
}

void TestCheckReport::nothingKnown()
{
    const char *expected = R"({"exchange":"bitget","environment":"live","verdict":"refused","category":"ip","code":"40018",
        "http_status":400,"exchange_text":"Invalid IP",
        "rights":{"read":null,"trade":null,"transfer":null,"withdraw":null,"unknown":[]},
        "ip_allowlist":null,"expires_at":null,"account":{"uid":null,"parent":null,"label":null},"clock_skew_ms":null,
        "warnings":[],"checked_at":"1970-01-01T00:00:00.000Z"})";
    CheckReport report;
    report.exchange = QStringLiteral("bitget");
    report.verdict = Verdict::Refused;
    report.category = Category::Ip;
    report.code = QStringLiteral("40018");
    report.httpStatus = 400;
    report.exchangeText = QStringLiteral("Invalid IP");
    QCOMPARE(toJson(report), QJsonDocument::fromJson(expected).object());
    const auto back = reportFromJson(toJson(report));
    QCOMPARE(outcome(back), QStringLiteral("ok"));
    QVERIFY(*back == report);
}

void TestCheckReport::roundTrip()
{
    CheckReport report = full();
    const auto back = reportFromJson(toJson(report));
    QCOMPARE(outcome(back), QStringLiteral("ok"));
    QVERIFY(*back == report);
    report.ipAllowlist = QStringList(); // any address, which is not the same as not known
    QVERIFY(*reportFromJson(toJson(report)) == report);
}

void TestCheckReport::names()
{
    for (const char *name : {"works", "refused", "unchecked", "works-rights-unknown"}) {
        const QString text = QString::fromLatin1(name);
        QCOMPARE(nameOf(exchange::verdictFromName(text).value()), text);
    }
    for (const char *name : {"key", "secret", "passphrase", "clock", "ip", "expired", "permission", "rate", "maintenance",
                             "environment", "account", "network", "tls", "blocked"}) {
        const QString text = QString::fromLatin1(name);
        QCOMPARE(nameOf(exchange::categoryFromName(text).value()), text);
    }
    QCOMPARE(nameOf(Category::None), QString());
    QVERIFY(!exchange::verdictFromName(u"Works"));
    QVERIFY(!exchange::categoryFromName(u""));
}

void TestCheckReport::malformed_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *member, const QJsonValue &value, const char *fault = nullptr) {
        QTest::addRow("%s %d", member, static_cast<int>(value.type()))
            << QString::fromLatin1(member) << value << QString::fromLatin1(fault == nullptr ? member : fault);
    };
    row("exchange", QJsonValue());
    row("environment", QStringLiteral("moon"));
    row("verdict", QStringLiteral("maybe"));
    row("verdict", QJsonValue());
    row("category", QStringLiteral("weather"));
    row("code", 40018);
    row("http_status", QStringLiteral("200"));
    row("http_status", 200.5);
    row("rights", QJsonValue());
    row("rights", QJsonObject{{QStringLiteral("read"), QStringLiteral("yes")}}, "rights.read");
    row("rights", QJsonObject{{QStringLiteral("unknown"), 1}}, "rights.unknown");
    row("ip_allowlist", QStringLiteral("1.2.3.4"));
    row("expires_at", QStringLiteral("tomorrow"));
    row("account", QJsonArray());
    row("account", QJsonObject{{QStringLiteral("uid"), 1}}, "account.uid");
    row("clock_skew_ms", QStringLiteral("1"));
    row("warnings", QJsonArray{1});
    row("checked_at", QJsonValue());
}

void TestCheckReport::malformed()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, fault);
    QJsonObject json = toJson(full());
    json.insert(member, value);
    const auto result = reportFromJson(json);
    QCOMPARE(outcome(result), QStringLiteral("invalid_json"));
    QCOMPARE(result.error().detail, fault);
}

void TestCheckReport::laterVersions()
{
    QJsonObject json = toJson(full());
    json.insert(QStringLiteral("of_tomorrow"), 1);
    json.insert(QStringLiteral("warnings"), QJsonArray{QStringLiteral("of_tomorrow"), QStringLiteral("clock_skew")});
    const auto result = reportFromJson(json);
    QCOMPARE(outcome(result), QStringLiteral("ok"));
    QCOMPARE(result->warnings, QList<Warning>{Warning::ClockSkew});
}

LATCHKEY_TEST_MAIN(TestCheckReport)
#include "tst_checkreport.moc"
