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

/// What the buttons of a stored account do, and answers that come when something else is shown.
class TestAccountEditorAnswers final : public editortest::EditorCase {
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void oneAtATime();
    void replacement_data();
    void replacement();
    void useAnyway();
    void checkNow();
    void consentNeedsTheName();
    void usedElsewhereAndBack();
    void remove();
    void showingAnotherDropsTheBusyState();
    void answerForAnotherAccountIsDropped_data();
    void answerForAnotherAccountIsDropped();
    void answerAfterTheLockIsDropped_data();
    void answerAfterTheLockIsDropped();
    void vaultLockedMeanwhile();
    void newsFromAnotherProgram();
};

void TestAccountEditorAnswers::oneAtATime()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    m_editor->show(stored(kName));
    const auto before = m_bench->bitget->asked.size();
    m_editor->checkNow();
    m_editor->checkNow(); // a double click
    m_editor->save(QStringLiteral("main"), false, bitgetFields(kSecondKey));
    m_editor->remove();
    QTRY_VERIFY(!m_editor->isBusy());
    QCOMPARE(m_bench->bitget->asked.size() - before, 1);
    QCOMPARE(m_bench->got(kKey), kFirstKey);
}

void TestAccountEditorAnswers::replacement_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("uid");
    QTest::addColumn<QString>("strip");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("used");
    QTest::newRow("works") << "works" << "1" << "ok: nothing" << "Saved. Bitget accepts this key." << true;
    QTest::newRow("refused") << "refused:key" << "1" << "bad: use anyway" << "Bitget does not know this key." << false;
    QTest::newRow("unreachable") << "unchecked:network" << "1" << "info: use anyway"
                                 << "Not checked: Bitget could not be reached." << false;
    QTest::newRow("may withdraw") << "withdraw" << "1" << "warn: keep anyway" << "Works, but this key may withdraw money."
                                  << false;
    QTest::newRow("somebody else's") << "works" << "2" << "warn: use anyway"
                                     << "This key works, but it belongs to another account at Bitget." << false;
}

void TestAccountEditorAnswers::replacement()
{
    QFETCH(QString, answer);
    QFETCH(QString, uid);
    QFETCH(bool, used);
    add(QStringLiteral("main"), QStringLiteral("works"));
    m_editor->show(stored(kName));
    save(answer, bitgetFields(kSecondKey), uid);
    QTEST(strip(), "strip");
    QTEST(message().title, "title");
    QCOMPARE(m_bench->got(kKey), used ? kSecondKey : kFirstKey);
    QCOMPARE(message().text.contains(QStringLiteral("The old key stays in use.")), !used);
    // The same when the account is chosen again: a replacement waits until something is done about it.
    const StripMessage before = message();
    m_editor->clear();
    m_editor->show(stored(kName));
    QCOMPARE(message().level, before.level);
    QCOMPARE(message().action, before.action);
    QCOMPARE(message().text, before.text);
}

void TestAccountEditorAnswers::useAnyway()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    m_editor->show(stored(kName));
    save(QStringLiteral("refused:key"), bitgetFields(kSecondKey));
    m_editor->perform(Action::UseAnyway);
    QVERIFY(m_editor->isBusy());
    QTRY_VERIFY(!m_editor->isBusy());
    QCOMPARE(m_bench->got(kKey), kSecondKey);
    QVERIFY(message().action != Action::UseAnyway);
    // Nothing waits now: asked again it is told, not done.
    m_editor->perform(Action::UseAnyway);
    QTRY_VERIFY(!m_editor->isBusy());
    QCOMPARE(message().details, QStringLiteral("not_found"));
}

void TestAccountEditorAnswers::checkNow()
{
    add(QStringLiteral("main"), QStringLiteral("unchecked:network"));
    m_editor->show(stored(kName));
    QCOMPARE(strip(), QStringLiteral("info: check now"));
    m_bench->bitget->answer = servicetest::report(QStringLiteral("works"));
    m_editor->checkNow();
    QCOMPARE(m_checking->size(), 1);
    QCOMPARE(m_checking->first(), (QVariantList{kName, true}));
    QTRY_COMPARE(m_checking->size(), 2);
    QCOMPARE(m_checking->last(), (QVariantList{kName, false}));
    QCOMPARE(strip(), QStringLiteral("ok: nothing"));
    QCOMPARE(message().title, QStringLiteral("Bitget accepts this key.")); // nothing was saved
    QCOMPARE(m_saved->size(), 0);
    QVERIFY(!m_editor->facts().rights().isEmpty());

    VERIFY_OK(await(m_bench->exchanges->remove(kName))); // by another program
    m_editor->checkNow();
    QTRY_COMPARE(m_checking->size(), 4);
    QCOMPARE(message().details, QStringLiteral("not_found"));
    QVERIFY(!m_editor->isBusy());
}

void TestAccountEditorAnswers::consentNeedsTheName()
{
    add(QStringLiteral("main"), QStringLiteral("withdraw"));
    m_editor->show(stored(kName));
    for (const QString &wrong : {QString(), QStringLiteral("mai"), QStringLiteral("bitget"), QStringLiteral("other/main")}) {
        m_refused->clear();
        m_editor->keepAnyway(wrong);
        QCOMPARE(m_refused->size(), 1);
        QCOMPARE(m_refused->first().first().toString(), QStringLiteral("consent"));
        QVERIFY(!m_editor->isBusy());
    }
    QCOMPARE(m_bench->got(kKey), QStringLiteral("consent_required"));
    m_editor->keepAnyway(QStringLiteral(" MAIN "));
    QVERIFY(m_editor->isBusy());
    QTRY_VERIFY(!m_editor->isBusy());
    QCOMPARE(m_bench->got(kKey), kFirstKey);
    QCOMPARE(strip(), QStringLiteral("warn: nothing")); // it still may withdraw
}

void TestAccountEditorAnswers::usedElsewhereAndBack()
{
    add(QStringLiteral("main"), QStringLiteral("refused:ip"));
    m_editor->show(stored(kName));
    QCOMPARE(strip(), QStringLiteral("bad: used elsewhere"));
    m_editor->perform(Action::UsedElsewhere);
    QTRY_VERIFY(!m_editor->isBusy());
    QCOMPARE(strip(), QStringLiteral("info: used here")); // neutral: nothing is wrong with the key
    m_editor->perform(Action::UsedHere);
    QTRY_VERIFY(!m_editor->isBusy());
    QCOMPARE(strip(), QStringLiteral("bad: used elsewhere"));
}

void TestAccountEditorAnswers::remove()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    m_editor->show(stored(kName));
    QSignalSpy removed(m_editor.get(), &AccountEditor::removed);
    m_editor->remove();
    QVERIFY(m_editor->isBusy());
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().toString(), QStringLiteral("Bitget main"));
    QCOMPARE(m_editor->account(), nullptr);
    QCOMPARE(m_editor->exchange(), nullptr);
    QVERIFY(!m_editor->isBusy());
    QCOMPARE(m_bench->got(kKey), QStringLiteral("not_found"));
}

void TestAccountEditorAnswers::showingAnotherDropsTheBusyState()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    add(QStringLiteral("other"), QStringLiteral("works"));
    const service::AccountSummary other = stored(QStringLiteral("bitget/other"));
    m_editor->show(stored(kName));
    m_editor->checkNow();
    m_editor->show(stored(kName)); // the same one: still being asked about
    QVERIFY(m_editor->isBusy());
    m_editor->show(other);
    QVERIFY(!m_editor->isBusy());
    QCOMPARE(strip(), QStringLiteral("ok: nothing"));
    m_editor->show(stored(kName));
    m_editor->checkNow();
    m_editor->startNew(QStringLiteral("bitget"));
    QVERIFY(!m_editor->isBusy());
    QCOMPARE(message(), StripMessage{});
}

void TestAccountEditorAnswers::answerForAnotherAccountIsDropped_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("works") << "works";
    QTest::newRow("refused") << "refused:key";
    QTest::newRow("fails") << "";
}

/// The user chooses another account while an exchange thinks: its answer must not take over the form, in which a key may be
/// typed for the other one by then.
void TestAccountEditorAnswers::answerForAnotherAccountIsDropped()
{
    QFETCH(QString, answer);
    add(QStringLiteral("main"), QStringLiteral("works"));
    add(QStringLiteral("other"), QStringLiteral("works"));
    const service::AccountSummary other = stored(QStringLiteral("bitget/other"));
    m_editor->show(stored(kName));
    if (answer.isEmpty())
        m_bench->bitget->answer = base::fail(ErrorCode::Internal);
    else
        m_bench->bitget->answer = servicetest::report(answer);
    m_bench->bitget->whenAsked = [this, &other] { m_editor->show(other); };
    m_editor->checkNow();
    QTRY_COMPARE(m_checking->size(), 2); // the row in the list is told all the same
    QCOMPARE(m_editor->account()->credential.name, QStringLiteral("bitget/other"));
    QCOMPARE(strip(), QStringLiteral("ok: nothing"));
    QVERIFY(!m_editor->isBusy());
}

void TestAccountEditorAnswers::answerAfterTheLockIsDropped_data()
{
    QTest::addColumn<bool>("saving");
    QTest::newRow("check") << false;
    QTest::newRow("save") << true;
}

/// What is shown is emptied at lock; nothing of the account may come back.
void TestAccountEditorAnswers::answerAfterTheLockIsDropped()
{
    QFETCH(bool, saving);
    add(QStringLiteral("main"), QStringLiteral("works"));
    m_editor->show(stored(kName));
    // Emptied when the answer is out already: the vault was open for all of it.
    m_bench->bitget->whenAsked = [this] { m_editor->clear(); };
    if (saving)
        m_editor->save(QStringLiteral("main"), false, bitgetFields(kSecondKey));
    else
        m_editor->checkNow();
    QTRY_COMPARE(m_bench->bitget->asked.size(), 2);
    settle();
    QCOMPARE(m_editor->account(), nullptr);
    QCOMPARE(message(), StripMessage{});
    QCOMPARE(m_saved->size(), 0);
    QVERIFY(!m_editor->isBusy());
}

void TestAccountEditorAnswers::vaultLockedMeanwhile()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    m_editor->show(stored(kName));
    m_bench->bitget->whenAsked = [this] { static_cast<void>(m_bench->host->lock(service::LockReason::User)); };
    m_editor->checkNow();
    QTRY_VERIFY(!m_editor->isBusy());
    QCOMPARE(message().title, QStringLiteral("The vault is locked."));
    QCOMPARE(m_checking->size(), 2);
}

/// The command line checks the account that is shown, and it may withdraw now: strip and table must not contradict each other.
void TestAccountEditorAnswers::newsFromAnotherProgram()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    m_editor->show(stored(kName));
    QCOMPARE(strip(), QStringLiteral("ok: nothing"));
    m_bench->bitget->answer = servicetest::report(QStringLiteral("withdraw"));
    VERIFY_OK(await(m_bench->exchanges->check(kName)));
    m_editor->show(stored(kName));
    QCOMPARE(strip(), QStringLiteral("warn: keep anyway"));
    VERIFY_OK(await(m_bench->exchanges->consent(kName)));
    m_editor->show(stored(kName));
    QCOMPARE(strip(), QStringLiteral("warn: nothing"));
}

LATCHKEY_TEST_MAIN(TestAccountEditorAnswers)
#include "tst_accounteditoranswers.moc"
