// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangeanswer.h"

#include "exchange/exchangefixture.h"
#include "net/httpmessage.h"
#include "support/testmain.h"

using base::ErrorCode;
using exchange::Category;
using exchange::ExchangeAnswer;
using exchange::Judgement;
using exchange::Verdict;
using exchange::Warning;

class TestExchangeAnswer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void answers_data();
    void answers();
    void everyCodeOfTheTable_data();
    void everyCodeOfTheTable();
    void wayErrors_data();
    void wayErrors();
    void html();
};

void TestExchangeAnswer::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code"); ///< empty: no JSON of the exchange
    QTest::addColumn<bool>("isHtml");
    QTest::addColumn<QString>("expected"); ///< verdict category warning
    const auto row = [](const char *name, int status, const char *code, bool isHtml, const char *expected) {
        QTest::newRow(name) << status << QString::fromLatin1(code) << isHtml << QString::fromLatin1(expected);
    };
    row("wrong signature", 400, "40009", false, "refused secret ");
    row("wrong signature with 200", 200, "40009", false, "refused secret ");
    row("wrong signature with 401", 401, "40009", false, "refused secret ");
    row("wrong signature with 500 is trouble of the server", 500, "40009", false, "unchecked maintenance ");
    row("demo key on the live side", 400, "40099", false, "refused environment demo_live_mixup");
    row("unknown code", 400, "49999", false, "refused key unknown_code");
    row("unknown code with 403", 403, "49999", false, "refused key unknown_code");
    row("unknown code with 404", 404, "49999", false, "unchecked maintenance unknown_code");
    row("unknown code with 200", 200, "49999", false, "unchecked maintenance unknown_code");
    row("unknown code with 500", 500, "49999", false, "unchecked maintenance unknown_code");
    row("our own fault", 400, "40017", false, "unchecked maintenance ");
    row("maintenance", 400, "40200", false, "unchecked maintenance ");
    row("too many, by status", 429, "", false, "unchecked rate ");
    row("too many, whatever the code", 429, "40037", false, "unchecked rate ");
    row("banned for a while", 418, "", false, "unchecked rate ");
    row("region", 451, "", true, "unchecked blocked region_blocked");
    row("region, with a code", 451, "40037", false, "unchecked blocked region_blocked");
    row("wall 403", 403, "", true, "unchecked blocked ");
    row("wall 503", 503, "", true, "unchecked blocked ");
    row("wall in plain text", 403, "", false, "unchecked blocked ");
    row("portal with 200", 200, "", true, "unchecked blocked ");
    row("portal with 404", 404, "", true, "unchecked blocked ");
    row("gateway page", 502, "", true, "unchecked maintenance ");
    row("503 without a page", 503, "", false, "unchecked maintenance ");
    row("500", 500, "", false, "unchecked maintenance ");
    row("200 that is not JSON", 200, "", false, "unchecked maintenance ");
    row("400 that is not JSON", 400, "", false, "unchecked maintenance ");
    row("401 with nothing", 401, "", false, "refused key unknown_code");
    row("401 with a page", 401, "", true, "refused key unknown_code");
}

void TestExchangeAnswer::answers()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(bool, isHtml);
    QFETCH(QString, expected);
    ExchangeAnswer answer;
    answer.status = status;
    answer.isJson = !code.isEmpty();
    answer.isHtml = isHtml;
    answer.code = code;
    const Judgement judgement = judge(exchangetest::bitget(), answer);
    const QString warning = judgement.warning ? nameOf(*judgement.warning) : QString();
    QCOMPARE(nameOf(judgement.verdict) + u' ' + nameOf(judgement.category) + u' ' + warning, expected);
}

void TestExchangeAnswer::everyCodeOfTheTable_data()
{
    QTest::addColumn<QString>("code");
    const QStringList codes = exchangetest::bitget().codes.keys();
    for (const QString &code : codes)
        QTest::newRow(qPrintable(code)) << code;
}

void TestExchangeAnswer::everyCodeOfTheTable()
{
    QFETCH(QString, code);
    const Category category = exchangetest::bitget().codes.value(code);
    const bool aboutTheWay = category == Category::Rate || category == Category::Maintenance || category == Category::Network
        || category == Category::None;
    ExchangeAnswer answer;
    answer.status = 400;
    answer.isJson = true;
    answer.code = code;
    const Judgement judgement = judge(exchangetest::bitget(), answer);
    QCOMPARE(judgement.verdict, aboutTheWay ? Verdict::Unchecked : Verdict::Refused);
    QCOMPARE(judgement.category, category == Category::None ? Category::Maintenance : category);
}

void TestExchangeAnswer::wayErrors_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("expected"); ///< empty: not about the way
    QTest::newRow("network") << ErrorCode::NetworkFailure << QStringLiteral("unchecked network");
    QTest::newRow("time") << ErrorCode::TimedOut << QStringLiteral("unchecked network");
    QTest::newRow("no HTTP") << ErrorCode::BadResponse << QStringLiteral("unchecked network");
    QTest::newRow("tls") << ErrorCode::TlsFailure << QStringLiteral("unchecked tls");
    QTest::newRow("redirect") << ErrorCode::RedirectRefused << QStringLiteral("unchecked blocked");
    QTest::newRow("size") << ErrorCode::ResponseTooLarge << QStringLiteral("unchecked maintenance");
    QTest::newRow("argument") << ErrorCode::InvalidArgument << QString();
    QTest::newRow("transport") << ErrorCode::InsecureTransport << QString();
    QTest::newRow("cancelled") << ErrorCode::Cancelled << QString();
    QTest::newRow("memory") << ErrorCode::OutOfSecureMemory << QString();
}

void TestExchangeAnswer::wayErrors()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, expected);
    const std::optional<Judgement> judgement = exchange::judge(base::Error{code, {}});
    QCOMPARE(judgement ? nameOf(judgement->verdict) + u' ' + nameOf(judgement->category) : QString(), expected);
}

void TestExchangeAnswer::html()
{
    const auto response = [](const char *type, const char *body) {
        return net::HttpResponse{200, {}, {{"Content-Type", type}}, body, 0};
    };
    QVERIFY(exchange::looksLikeHtml(response("text/html; charset=utf-8", "")));
    QVERIFY(exchange::looksLikeHtml(response("Text/HTML", "{}")));
    QVERIFY(exchange::looksLikeHtml(response("application/json", " \n<!DOCTYPE html>")));
    QVERIFY(!exchange::looksLikeHtml(response("application/json", "{\"a\":\"<html>\"}")));
    QVERIFY(!exchange::looksLikeHtml(response("text/plain", "error code: 1020")));
}

LATCHKEY_TEST_MAIN(TestExchangeAnswer)
#include "tst_exchangeanswer.moc"
