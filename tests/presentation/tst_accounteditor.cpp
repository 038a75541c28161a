// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/accounteditor.h"

#include "editorbench.h"
#include "support/testmain.h"

using base::ErrorCode;
using editortest::kFirstKey;
using editortest::kKey;
using editortest::kName;
using editortest::kSecondKey;
using presentation::AccountEditor;
using presentation::StripMessage;
using servicetest::bitgetFields;
using testsupport::await;
using Action = StripMessage::Action;

/// What the form of an account shows, and its first save.
class TestAccountEditor final : public editortest::EditorCase {
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void nothingAtFirst();
    void startsNew();
    void showsStored();
    void clockInWords_data();
    void clockInWords();
    void firstSave_data();
    void firstSave();
    void badNameIsAFieldError_data();
    void badNameIsAFieldError();
    void missingFieldIsAFieldError();
    void takenName();
    void fieldsThatCouldNotBeRead();
    void noticesAreTold();
    void showingAgainKeepsTheMessage();
};

void TestAccountEditor::nothingAtFirst()
{
    QCOMPARE(m_editor->exchange(), nullptr);
    QCOMPARE(m_editor->account(), nullptr);
    QVERIFY(!m_editor->isNew() && !m_editor->isBusy() && !m_editor->facts().isDemo());
    QCOMPARE(message(), StripMessage{});
    QVERIFY(m_editor->title().isEmpty() && m_editor->accountName().isEmpty() && m_editor->facts().storedText().isEmpty());
    QVERIFY(m_editor->facts().checkedText().isEmpty() && m_editor->facts().rights().isEmpty()
            && m_editor->facts().howTo().isEmpty());
    // Buttons that come too late do nothing.
    m_editor->checkNow();
    m_editor->perform(Action::UseAnyway);
    m_editor->keepAnyway(QStringLiteral("main"));
    m_editor->remove();
    m_editor->save(QStringLiteral("main"), false, bitgetFields());
    QVERIFY(!m_editor->isBusy());
    QCOMPARE(message(), StripMessage{});
}

void TestAccountEditor::startsNew()
{
    QSignalSpy changed(m_editor.get(), &AccountEditor::changed);
    m_editor->startNew(QStringLiteral("bitget"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_editor->isNew());
    QCOMPARE(m_editor->title(), QStringLiteral("New Bitget account"));
    QVERIFY(m_editor->accountName().isEmpty() && m_editor->facts().storedText().isEmpty()
            && m_editor->facts().rights().isEmpty());
    QVERIFY(m_editor->facts().howTo().size() > 3);
    for (const QString &step : m_editor->facts().howTo())
        QVERIFY(step.endsWith(QLatin1Char('.'))); // words, no codes
    m_editor->checkNow();                         // there is nothing to check
    QVERIFY(!m_editor->isBusy());
    QCOMPARE(m_checking->size(), 0);
    m_editor->clear();
    QVERIFY(!m_editor->isNew());
    m_editor->startNew(QStringLiteral("no such exchange"));
    QVERIFY(!m_editor->isNew());
}

void TestAccountEditor::showsStored()
{
    service::ExchangeOptions demo;
    demo.demo = true;
    m_bench->bitget->answer = servicetest::report(QStringLiteral("withdraw"));
    VERIFY_OK(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), demo, bitgetFields())));
    m_editor->show(stored(kName));
    QVERIFY(!m_editor->isNew());
    QCOMPARE(m_editor->title(), QStringLiteral("Bitget main"));
    QCOMPARE(m_editor->accountName(), QStringLiteral("main"));
    QVERIFY(m_editor->facts().isDemo());
    QVERIFY(m_editor->facts().storedText().startsWith(QStringLiteral("Stored on ")));
    QVERIFY(m_editor->facts().checkedText().startsWith(QStringLiteral("Checked ")));
    QStringList rows;
    for (const presentation::RightRow &row : m_editor->facts().rights())
        rows << row.label + QLatin1Char('=') + row.text + (row.warn ? QStringLiteral(" !") : QString());
    QCOMPARE(rows.join(QStringLiteral("; ")),
             QStringLiteral("Read balances=Yes; Trade=Yes; Transfer between accounts=No; Withdraw=Yes !; "
                            "Allowed IP addresses=203.0.113.7; Expires=Not told by the exchange; Account ID=1"));
    QCOMPARE(strip(), QStringLiteral("warn: keep anyway"));

    service::AccountSummary other = stored(kName);
    other.lastCheck = servicetest::report(QStringLiteral("unknown"));
    m_editor->show(other);
    QCOMPARE(m_editor->facts().rights().first().text, QStringLiteral("Unknown")); // never shown as "No"
    QVERIFY(m_editor->facts().rights().first().warn);
}

void TestAccountEditor::clockInWords_data()
{
    QTest::addColumn<qint64>("skew");
    QTest::addColumn<QString>("end");
    QTest::newRow("right") << qint64{10} << "Your clock is right to 0.01 s.";
    QTest::newRow("behind, but little") << qint64{-900} << "Your clock is right to 0.90 s.";
    QTest::newRow("ahead") << qint64{47'000} << "Your clock is 47.00 s ahead.";
    QTest::newRow("behind") << qint64{-2500} << "Your clock is 2.50 s behind.";
}

void TestAccountEditor::clockInWords()
{
    QFETCH(qint64, skew);
    QFETCH(QString, end);
    add(QStringLiteral("main"), QStringLiteral("works"));
    service::AccountSummary account = stored(kName);
    account.lastCheck->skewMs = skew;
    m_editor->show(account);
    QVERIFY2(m_editor->facts().checkedText().endsWith(end), qPrintable(m_editor->facts().checkedText()));
}

void TestAccountEditor::firstSave_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("strip");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("got"); // by a program
    QTest::newRow("works") << "works" << "ok: nothing" << "Saved. Bitget accepts this key."
                           << "It may read and trade; it may not withdraw." << kFirstKey;
    QTest::newRow("may withdraw") << "withdraw" << "warn: keep anyway" << "Works, but this key may withdraw money."
                                  << "A bot does not need that. Switch it off at Bitget, then check again."
                                  << "consent_required";
    QTest::newRow("rights unknown") << "unknown" << "warn: nothing" << "Works, but what this key may do is not known."
                                    << "Look at its rights at Bitget; until then treat it as one that may withdraw."
                                    << kFirstKey;
    QTest::newRow("refused") << "refused:passphrase" << "bad: nothing" << "Bitget refused the passphrase."
                             << "Your key was saved. The passphrase is the one you chose when making the key, not your "
                                "login password."
                             << kFirstKey;
    QTest::newRow("not this address")
        << "refused:ip" << "bad: used elsewhere" << "Bitget knows this key, but not this computer's address."
        << "Your key was saved. Add the address at Bitget, or say that the key is used from another computer." << kFirstKey;
    QTest::newRow("unreachable") << "unchecked:network" << "info: check now" << "Not checked: Bitget could not be reached."
                                 << "Your key is safe; check again later." << kFirstKey;
}

void TestAccountEditor::firstSave()
{
    QFETCH(QString, answer);
    m_bench->bitget->answer = servicetest::report(answer);
    m_editor->startNew(QStringLiteral("bitget"));
    m_editor->save(QStringLiteral("main"), false, bitgetFields());
    QVERIFY(m_editor->isBusy());
    QCOMPARE(strip(), QStringLiteral("busy: nothing"));
    QTRY_COMPARE(m_saved->size(), 1);
    QVERIFY(!m_editor->isBusy());
    QVERIFY(!m_editor->isNew());
    QCOMPARE(m_saved->first().first().toString(), kName);
    QTEST(strip(), "strip");
    QTEST(message().title, "title");
    QTEST(message().text, "text");
    QVERIFY(message().details.endsWith(QStringLiteral("2025-11-22T20:31:05.000Z")));
    QTEST(m_bench->got(kKey), "got");
    QCOMPARE(m_refused->size(), 0);
    // What is shown again later says the same.
    const StripMessage before = message();
    m_editor->clear();
    m_editor->show(stored(kName));
    QCOMPARE(message().level, before.level);
    QCOMPARE(message().action, before.action);
}

void TestAccountEditor::badNameIsAFieldError_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << "" << "Give the account a name, for example main.";
    QTest::newRow("spaces") << "   " << "Give the account a name, for example main.";
    QTest::newRow("two parts") << "a/b" << "Use letters, digits, dots, dashes and underscores.";
    QTest::newRow("a field") << "a#b" << "Use letters, digits, dots, dashes and underscores.";
}

void TestAccountEditor::badNameIsAFieldError()
{
    QFETCH(QString, name);
    m_editor->startNew(QStringLiteral("bitget"));
    m_editor->save(name, false, bitgetFields());
    QCOMPARE(m_refused->size(), 1);
    QCOMPARE(m_refused->first().first().toString(), QStringLiteral("account_name"));
    QTEST(m_refused->first().last().toString(), "words");
    QVERIFY(m_editor->isNew() && !m_editor->isBusy());
    QCOMPARE(m_bench->bitget->asked.size(), 0);
}

void TestAccountEditor::missingFieldIsAFieldError()
{
    QSignalSpy changed(m_editor.get(), &AccountEditor::changed);
    qsizetype changedBefore = 0;
    connect(m_editor.get(), &AccountEditor::fieldRefused, m_editor.get(), [&] { changedBefore = changed.size(); });
    save(QStringLiteral("works"), vaulttest::fields({QStringLiteral("api_key=") + kFirstKey}));
    QCOMPARE(m_refused->size(), 1);
    QCOMPARE(changedBefore, changed.size()); // the form is no longer busy when its field is to take the focus
    QCOMPARE(m_refused->first().first().toString(), QStringLiteral("api_secret"));
    QCOMPARE(strip(), QStringLiteral("bad: nothing"));
    QCOMPARE(message().details, QStringLiteral("missing_field"));
    QVERIFY(m_editor->isNew()); // the form stays as it is
    QCOMPARE(m_saved->size(), 0);
    QCOMPARE(m_bench->bitget->asked.size(), 0);
    save(QStringLiteral("works"));
    QCOMPARE(m_saved->size(), 1);
}

void TestAccountEditor::takenName()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    save(QStringLiteral("works"), bitgetFields(kSecondKey));
    QCOMPARE(message().details, QStringLiteral("already_exists"));
    QVERIFY(message().title.contains(kName));
    QCOMPARE(m_saved->size(), 0);
    QCOMPARE(m_bench->got(kKey), kFirstKey);
}

void TestAccountEditor::fieldsThatCouldNotBeRead()
{
    m_editor->startNew(QStringLiteral("bitget"));
    m_editor->save(QStringLiteral("main"), false, base::fail(ErrorCode::OutOfSecureMemory));
    QCOMPARE(message().title, QStringLiteral("The memory for secrets is full."));
    QCOMPARE(message().level, StripMessage::Level::Bad);
    QVERIFY(!m_editor->isBusy());
}

void TestAccountEditor::noticesAreTold()
{
    base::SecretFields fields = bitgetFields();
    fields.insert_or_assign(QStringLiteral("passphrase"), vaulttest::secret(" Passphrase123"));
    save(QStringLiteral("works"), std::move(fields));
    QVERIFY2(message().text.contains(QStringLiteral("Spaces around Passphrase were taken away.")),
             qPrintable(message().text));
    QVERIFY(!message().text.contains(QStringLiteral("Passphrase123")));
}

void TestAccountEditor::showingAgainKeepsTheMessage()
{
    save(QStringLiteral("works"));
    const StripMessage before = message();
    QVERIFY(before.title.startsWith(QStringLiteral("Saved.")));
    m_editor->show(stored(kName)); // the list was read again
    QCOMPARE(message(), before);
}

LATCHKEY_TEST_MAIN(TestAccountEditor)
#include "tst_accounteditor.moc"
