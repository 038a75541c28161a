// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/echofilter.h"

#include "exchange/exchangefixture.h"
#include "support/testmain.h"

using exchange::EchoFilter;

class TestEchoFilter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void texts_data();
    void texts();
    void valuesMayBeAddresses();
    void secretInsideAnother();
    void lengths();
};

namespace {

EchoFilter made(std::initializer_list<std::pair<const char *, QByteArray>> sent)
{
    auto filter = EchoFilter::create(exchangetest::fields(sent));
    if (!filter)
        qFatal("no filter");
    return *std::move(filter);
}

} // namespace

void TestEchoFilter::texts_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *raw, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(raw) << QString::fromUtf8(expected);
    };
    row("ordinary", "sign signature error", "sign signature error");
    row("empty", "", "");
    row("key", "apikey bg_abc is unknown", "apikey *** is unknown");
    row("passphrase", "got 'Pass word 1'", "got '***'");
    row("twice", "bg_abcbg_abc", "******");
    row("v4", "Invalid IP 203.0.113.7, sorry", "Invalid IP ***, sorry");
    row("v4 with a port", "from 203.0.113.7:4711", "from ***:4711");
    row("v4 in brackets", "[203.0.113.7]", "[***]");
    row("v6", "Invalid IP 2001:db8::1 (v6)", "Invalid IP *** (v6)");
    row("v6 in full", "2001:0db8:0000:0000:0000:ff00:0042:8329", "***");
    row("v6 of loopback", "from ::1.", "from ***");
    row("time of day stays", "at 20:31:05", "at 20:31:05");
    row("version stays", "API 2.3.1", "API 2.3.1");
    row("code stays", "40018: refused", "40018: refused");
    row("control characters", "a\r\nb\x1b[31mc", "a b [31mc");
    row("hidden characters",
        "a\xe2\x80\xae"
        "b",
        "a b");
    row("short values are not searched for", "pin abc", "pin abc");
}

void TestEchoFilter::texts()
{
    QFETCH(QString, raw);
    QFETCH(QString, expected);
    const EchoFilter filter = made({{"api_key", "bg_abc"}, {"passphrase", "Pass word 1"}, {"pin", "abc"}});
    QCOMPARE(filter.text(raw).value_or(QString()), expected);
}

void TestEchoFilter::valuesMayBeAddresses()
{
    const EchoFilter filter = made({{"api_key", "bg_abc"}});
    QCOMPARE(filter.value(QStringLiteral(" 203.0.113.7 ")), QStringLiteral("203.0.113.7"));
    QCOMPARE(filter.value(QStringLiteral("bg_abc")), QStringLiteral("***"));
    QVERIFY(!filter.value(QStringLiteral(" ")));
}

void TestEchoFilter::secretInsideAnother()
{
    const EchoFilter filter = made({{"a", "secret"}, {"b", "secret-and-more"}});
    QCOMPARE(filter.text(QStringLiteral("x secret-and-more y")), QStringLiteral("x *** y"));
}

void TestEchoFilter::lengths()
{
    const EchoFilter filter = made({});
    QCOMPARE(filter.text(QString(500, u'x'))->size(), 200);
    QCOMPARE(filter.value(QString(500, u'x'))->size(), 64);
    QCOMPARE(filter.text(QString(1'000'000, u' ') + u'x', 10), std::nullopt);
    // No half of a pair is left at the cut.
    const QString keys = QStringLiteral("\U0001F511").repeated(10);
    QCOMPARE(filter.text(keys, 5)->size(), 4);
}

LATCHKEY_TEST_MAIN(TestEchoFilter)
#include "tst_echofilter.moc"
