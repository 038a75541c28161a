// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/words.h"

#include "base/redaction.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QSet>

using base::ErrorCode;
using exchange::Category;
using exchange::Verdict;
namespace words = service::words;

namespace {

/// Enumerations are walked up to their last value, so a new one without words fails here.
template<typename Enum>
QList<Enum> allUpTo(Enum last)
{
    QList<Enum> out;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        out << static_cast<Enum>(i);
    return out;
}

/// A sentence for people: long enough, closed, and no code in it.
bool isSentence(const QString &text)
{
    return text.size() > 8 && (text.endsWith(u'.') || text.endsWith(u'?') || text.contains(QLatin1StringView(". ")))
        && !text.contains(u'_') && !text.contains(u'%');
}

} // namespace

class TestWords final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void everyErrorHasWords();
    void theDetailIsTold();
    void secretsInDetailsAreMasked();
    void detailsThatAreCodes_data();
    void detailsThatAreCodes();
    void anotherWayInIsNamed();
    void everyReportHasWords();
    void theTenMessages_data();
    void theTenMessages();
    void state_data();
    void state();
    void smallThings();
    void howToSteps();
    void auditKinds();
};

void TestWords::everyErrorHasWords()
{
    // Outcomes that are what was asked for, or nobody's fault: there is nothing to advise.
    const QSet<ErrorCode> adviseNothing{ErrorCode::NoMatch, ErrorCode::Cancelled};
    QSet<QString> seen;
    for (const ErrorCode code : allUpTo(ErrorCode::Internal)) {
        const QString name = QString(base::codeName(code));
        for (const QString &detail : {QString(), QStringLiteral("bitget/main")}) {
            const words::Message message = words::forError({code, detail});
            QVERIFY2(isSentence(message.text), qPrintable(name + u' ' + message.text));
            QVERIFY2(message.hint.isEmpty() == adviseNothing.contains(code), qPrintable(name));
            QVERIFY2(!message.text.contains(QLatin1StringView("corrupt"), Qt::CaseInsensitive), qPrintable(name));
        }
        const QString text = words::forError({code, {}}).text;
        QVERIFY2(!seen.contains(text), qPrintable(name)); // two codes, two things to say
        seen << text;
    }
}

void TestWords::theDetailIsTold()
{
    QVERIFY(words::forError({ErrorCode::NotFound, QStringLiteral("bitget/x")}).text.contains(QStringLiteral("bitget/x")));
    QVERIFY(words::forError({ErrorCode::MissingField, QStringLiteral("passphrase")})
                .text.contains(QStringLiteral("passphrase")));
    QVERIFY(
        !words::forError({ErrorCode::WrongPassphrase, QStringLiteral("slot 3")}).text.contains(QStringLiteral("slot 3")));
}

void TestWords::secretsInDetailsAreMasked()
{
    // "exists already" stands in our own words too, and stays there.
    const auto ticket = base::openSecrets().add(base::view(std::string_view("exists already")));
    QCOMPARE(words::forError({ErrorCode::AlreadyExists, QStringLiteral("x/exists already")}).text,
             QStringLiteral("\"x/***\" exists already. Nothing was changed."));
    base::openSecrets().remove(ticket);
}

void TestWords::detailsThatAreCodes_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("advises");
    const auto row = [](ErrorCode code, const char *detail, const char *says, const char *advises) {
        QTest::newRow(detail) << code << QString::fromUtf8(detail) << QString::fromUtf8(says) << QString::fromUtf8(advises);
    };
    row(ErrorCode::WrongPassphrase, "recovery_key", "That recovery key is not right", "may be damaged: use the passphrase");
    row(ErrorCode::WrongPassphrase, "recovery_checksum", "typing error", "letter by letter");
    row(ErrorCode::WrongPassphrase, "recovery_other_vault", "another vault", "passphrase");
    row(ErrorCode::WrongPassphrase, "recovery_revoked", "newer one", "passphrase");
    row(ErrorCode::WrongPassphrase, "slot_damaged", "this way in is damaged", "recovery key");
    row(ErrorCode::NoWayIn, "not_given", "No way into the vault was given.", "--passphrase-file");
    row(ErrorCode::NotFound, "consent", "Nothing waits for your consent", "exchange list");
    row(ErrorCode::KeychainLocked, "new_vault", "keyring is locked", "--method passphrase");
    row(ErrorCode::KeychainUnavailable, "new_vault", "No vault was made", "--method passphrase");
}

void TestWords::detailsThatAreCodes()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    QFETCH(QString, says);
    QFETCH(QString, advises);
    const words::Message message = words::forError({code, detail});
    QVERIFY2(message.text.contains(says), qPrintable(message.text));
    QVERIFY2(message.hint.contains(advises), qPrintable(message.hint));
    QVERIFY(isSentence(message.text));
    // There is no recovery key of a vault that was not made.
    if (code == ErrorCode::KeychainLocked || code == ErrorCode::KeychainUnavailable)
        QVERIFY(!message.hint.contains(QStringLiteral("recovery")));
}

void TestWords::anotherWayInIsNamed()
{
    const words::Message message = words::forError({ErrorCode::WrongPassphrase, {}});
    QCOMPARE(message.text, QStringLiteral("That passphrase is not right. Nothing was changed."));
    QVERIFY(message.hint.startsWith(QStringLiteral("Try again, or use the recovery key.")));
    QVERIFY(message.hint.contains(QStringLiteral("this way in may be damaged")));
    for (const auto state : allUpTo(vault::ports::KeychainState::NoAnswer)) {
        QVERIFY(isSentence(words::forKeychainNow(state)));
        QVERIFY(!words::forKeychainNow(state).contains(QStringLiteral("Next")));
        QVERIFY(!words::forKeychainNow(state).contains(QStringLiteral("will ask")));
    }
}

void TestWords::everyReportHasWords()
{
    for (const Verdict verdict : allUpTo(Verdict::Unchecked)) {
        for (const Category category : allUpTo(Category::Blocked)) {
            exchange::CheckReport report;
            report.verdict = verdict;
            report.category = category;
            const words::Message message = words::forReport(report, QStringLiteral("Bitget"));
            QVERIFY2(isSentence(message.text), qPrintable(message.text));
            QVERIFY2(isSentence(message.hint), qPrintable(message.hint));
            service::AccountSummary account;
            account.lastCheck = report;
            QVERIFY(!words::accountState(account).isEmpty());
        }
    }
    // Unknown rights never read as safe.
    for (const Verdict verdict : {Verdict::Works, Verdict::WorksRightsUnknown}) {
        exchange::CheckReport report;
        report.verdict = verdict;
        QVERIFY(!words::forReport(report, QStringLiteral("Bitget")).hint.contains(QStringLiteral("may not withdraw")));
        service::AccountSummary account;
        account.lastCheck = report;
        QCOMPARE(words::accountState(account), QStringLiteral("Works, rights unknown"));
    }
}

void TestWords::theTenMessages_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hint");

    QTest::newRow("4") << "works" << "" << "Bitget accepts this key." << "It may read and trade; it may not withdraw.";
    QTest::newRow("5") << "withdraw" << "" << "Works, but this key may withdraw money."
                       << "A bot does not need that. Switch it off at Bitget, then check again.";
    QTest::newRow("6") << "refused:passphrase" << "40012" << "Bitget refused the passphrase (40012)."
                       << "The passphrase is the one you chose when making the key, not your login password.";
    QTest::newRow("7") << "unchecked:network" << "" << "Not checked: Bitget could not be reached."
                       << "Your key is safe; check again later.";
    QTest::newRow("9") << "refused:ip" << "40018" << "Bitget knows this key, but not this computer's address (40018)."
                       << "Add the address at Bitget, or say that the key is used from another computer.";
    QTest::newRow("permission")
        << "refused:permission" << "40014"
        << "Bitget accepts key, signature and passphrase, but this key may not read its own rights (40014)."
        << "Give the key the right to read at Bitget, then check again.";
}

void TestWords::theTenMessages()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    exchange::CheckReport report = servicetest::report(what);
    if (!code.isEmpty())
        report.code = code;
    const words::Message message = words::forReport(report, QStringLiteral("Bitget"));
    QTEST(message.text, "text");
    QTEST(message.hint, "hint");

    exchange::CheckReport late = servicetest::report(QStringLiteral("works"));
    late.skewMs = -47'200;
    late.warnings << exchange::Warning::ClockSkew;
    QCOMPARE(words::forReport(late, QStringLiteral("Bitget")).text, QStringLiteral("Works, but your clock is 47 s behind."));
    late.skewMs = 1'600;
    QCOMPARE(words::forReport(late, QStringLiteral("Bitget")).text, QStringLiteral("Works, but your clock is 2 s ahead."));
}

void TestWords::state_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("consent");
    QTest::addColumn<QString>("expected");

    QTest::newRow("works") << "works" << false << "Works";
    QTest::newRow("withdraw") << "withdraw" << false << "May withdraw";
    QTest::newRow("held back, network down since") << "unchecked:network" << true << "May withdraw";
    QTest::newRow("refused") << "refused:passphrase" << false << "Refused: passphrase";
    QTest::newRow("unchecked") << "unchecked:rate" << false << "Not checked";
    QTest::newRow("unknown") << "unknown" << false << "Works, rights unknown";
}

void TestWords::state()
{
    QFETCH(QString, what);
    QFETCH(bool, consent);
    service::AccountSummary account;
    account.lastCheck = servicetest::report(what);
    account.consentRequired = consent;
    QTEST(words::accountState(account), "expected");
    account.complete = false;
    QCOMPARE(words::accountState(account), QStringLiteral("Incomplete"));
    QCOMPARE(words::accountState({}), QStringLiteral("Not checked"));
}

void TestWords::smallThings()
{
    for (const auto warning : allUpTo(exchange::Warning::UnknownCode))
        QVERIFY(isSentence(words::forWarning(warning)));
    for (const auto issue : allUpTo(exchange::FormatIssue::BothKeyKinds))
        QVERIFY(isSentence(words::forFinding({issue, QStringLiteral("api_key")}, QStringLiteral("API Key"))));
    for (const auto state : allUpTo(vault::ports::KeychainState::NoAnswer))
        QVERIFY(isSentence(words::forKeychain(state)));
    QSet<QString> slotWords;
    for (const auto kind : {vault::SlotKind::Passphrase, vault::SlotKind::PassphraseKeychain, vault::SlotKind::Keychain,
                            vault::SlotKind::Recovery})
        slotWords << words::slotKind(kind);
    QCOMPARE(slotWords.size(), 4);
    QSet<QString> strengths;
    for (int score = 0; score <= 4; ++score)
        strengths << words::strength(score);
    QCOMPARE(strengths.size(), 5);
    QVERIFY(isSentence(words::forOtherAccount(QStringLiteral("Bitget")).text));
}

void TestWords::howToSteps()
{
    const auto catalogue = exchange::ExchangeCatalogue::load();
    VERIFY_OK(catalogue);
    for (const exchange::ExchangeInfo &info : catalogue->list()) {
        for (const QString &step : info.howTo)
            QVERIFY2(isSentence(words::howToStep(step)), qPrintable(step));
    }
}

void TestWords::auditKinds()
{
    servicetest::Bench bench;
    bench.bitget->answer = servicetest::report(QStringLiteral("withdraw"));
    QVERIFY(testsupport::await(bench.exchanges->add(QStringLiteral("bitget"), QStringLiteral("a"), {},
                                                    servicetest::bitgetFields())));
    QVERIFY(testsupport::await(bench.exchanges->consent(QStringLiteral("bitget/a"))));
    QVERIFY(testsupport::await(bench.exchanges->remove(QStringLiteral("bitget/a"))));
    const QStringList kinds = bench.auditKinds();
    for (const QString &kind : kinds)
        QVERIFY2(words::auditKind(kind) != kind, qPrintable(kind));
}

LATCHKEY_TEST_MAIN(TestWords)
#include "tst_words.moc"
