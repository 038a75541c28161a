// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/secretlineedit.h"

#include "support/guitestmain.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>

#include <memory>

using widgets::SecretLineEdit;

namespace {

const QString kOnClipboard = QStringLiteral("what was on the clipboard before");

QByteArray textOf(const base::Result<base::SecretBytes> &value)
{
    if (!value)
        return QByteArrayLiteral("(error)");
    const std::string_view text = value->exposeText();
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

/// The field that secrets are typed into: everything goes in, only take() and peek() get it out.
class TestSecretLineEdit final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takeGivesUtf8_data();
    void takeGivesUtf8();
    void takeEmpties();
    void peekKeeps();
    void edited();
    void returnPressedMayTake();
    void keysGiveNothingOut_data();
    void keysGiveNothingOut();
    void undoBringsNothingBack_data();
    void undoBringsNothingBack();
    void calledDirectly();
    void noContextMenu();
    void dropRefused();
    void paste_data();
    void paste();
    void accessible();
    void noInputMethod();
    void focusSurvivesTake();
    void tabOrderSurvivesWipe();
    void enabledFollows();

private:
    /// A new one after each take() and wipe().
    [[nodiscard]] QLineEdit *inner() const { return m_field->findChild<QLineEdit *>(); }
    void press(QKeySequence::StandardKey key) const;

    std::unique_ptr<SecretLineEdit> m_field;
};

void TestSecretLineEdit::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    QGuiApplication::clipboard()->setText(kOnClipboard);
    m_field = std::make_unique<SecretLineEdit>();
    m_field->setFieldName(QStringLiteral("Secret Key"));
    m_field->show();
    m_field->activateWindow();
    m_field->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
}

void TestSecretLineEdit::cleanup()
{
    m_field.reset();
}

void TestSecretLineEdit::press(QKeySequence::StandardKey key) const
{
    QTest::keySequence(inner(), QKeySequence(key));
}

void TestSecretLineEdit::takeGivesUtf8_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("ASCII") << "correct horse 42!";
    QTest::newRow("spaces around") << "  kept as typed  ";
    QTest::newRow("two bytes a character") << QStringLiteral("P\u00e4ssw\u00f6rt");
    QTest::newRow("three bytes a character") << QStringLiteral("\u20ac\u30ad\u30fc");
    QTest::newRow("outside the first plane") << QStringLiteral("key \U0001F511!");
}

void TestSecretLineEdit::takeGivesUtf8()
{
    QFETCH(const QString, typed);
    QTest::sendKeyEvent(QTest::Click, inner(), Qt::Key_unknown, typed, Qt::NoModifier);
    QCOMPARE(textOf(m_field->take()), typed.toUtf8());
}

void TestSecretLineEdit::takeEmpties()
{
    QVERIFY(m_field->isEmpty());
    QTest::keyClicks(inner(), QStringLiteral("hunter2"));
    QVERIFY(!m_field->isEmpty());
    const QPointer<QLineEdit> first = inner();
    QCOMPARE(textOf(m_field->take()), QByteArrayLiteral("hunter2"));
    QVERIFY(m_field->isEmpty());
    QVERIFY(first.isNull()); // its undo history held the whole text
    QCOMPARE(inner()->text(), QString());
    QCOMPARE(textOf(m_field->take()), QByteArray());
    QTest::keyClicks(inner(), QStringLiteral("again"));
    QCOMPARE(textOf(m_field->take()), QByteArrayLiteral("again"));
}

void TestSecretLineEdit::peekKeeps()
{
    QTest::keyClicks(inner(), QStringLiteral("hunter2"));
    QCOMPARE(textOf(m_field->peek()), QByteArrayLiteral("hunter2"));
    QCOMPARE(textOf(m_field->peek()), QByteArrayLiteral("hunter2"));
    QVERIFY(!m_field->isEmpty());
}

void TestSecretLineEdit::edited()
{
    QSignalSpy spy(m_field.get(), &SecretLineEdit::edited);
    QTest::keyClicks(inner(), QStringLiteral("abc"));
    QCOMPARE(spy.count(), 3);
    static_cast<void>(m_field->take());
    QCOMPARE(spy.count(), 4);
    m_field->wipe();
    QCOMPARE(spy.count(), 4); // there was nothing to wipe
}

void TestSecretLineEdit::returnPressedMayTake()
{
    QByteArray taken;
    connect(m_field.get(), &SecretLineEdit::returnPressed, m_field.get(), [&] { taken = textOf(m_field->take()); });
    QTest::keyClicks(inner(), QStringLiteral("hunter2"));
    QTest::keyClick(inner(), Qt::Key_Return);
    QVERIFY(taken.isNull()); // not from inside the key handler of the edit that take() deletes
    QTRY_COMPARE(taken, QByteArrayLiteral("hunter2"));
    QVERIFY(m_field->isEmpty());
}

void TestSecretLineEdit::keysGiveNothingOut_data()
{
    QTest::addColumn<QKeySequence::StandardKey>("key");
    QTest::newRow("copy") << QKeySequence::Copy;
    QTest::newRow("cut") << QKeySequence::Cut;
}

void TestSecretLineEdit::keysGiveNothingOut()
{
    QFETCH(const QKeySequence::StandardKey, key);
    QTest::keyClicks(inner(), QStringLiteral("hunter2"));
    press(QKeySequence::SelectAll);
    press(key);
    QCOMPARE(QGuiApplication::clipboard()->text(), kOnClipboard);
    QCOMPARE(textOf(m_field->peek()), QByteArrayLiteral("hunter2"));
    static_cast<void>(m_field->take());
    press(QKeySequence::SelectAll);
    press(key);
    QCOMPARE(QGuiApplication::clipboard()->text(), kOnClipboard);
}

void TestSecretLineEdit::undoBringsNothingBack_data()
{
    QTest::addColumn<bool>("take");
    QTest::newRow("after take") << true;
    QTest::newRow("after wipe") << false;
}

void TestSecretLineEdit::undoBringsNothingBack()
{
    QFETCH(const bool, take);
    QTest::keyClicks(inner(), QStringLiteral("hunter2"));
    press(QKeySequence::Undo);
    QCOMPARE(textOf(m_field->peek()), QByteArrayLiteral("hunter2")); // the key does nothing at all
    if (take)
        static_cast<void>(m_field->take());
    else
        m_field->wipe();
    for (const QKeySequence::StandardKey key : {QKeySequence::Undo, QKeySequence::Redo, QKeySequence::Undo}) {
        press(key);
        QCOMPARE(textOf(m_field->peek()), QByteArray());
    }
}

void TestSecretLineEdit::calledDirectly()
{
    // What a screen reader or an input method may call past the keyboard.
    QTest::keyClicks(inner(), QStringLiteral("hunter2"));
    inner()->selectAll();
    inner()->copy();
    inner()->cut();
    QCOMPARE(QGuiApplication::clipboard()->text(), kOnClipboard);
    m_field->wipe();
    QVERIFY(!inner()->isUndoAvailable());
    QVERIFY(!inner()->isRedoAvailable());
    inner()->undo();
    inner()->redo();
    QCOMPARE(inner()->text(), QString());
}

void TestSecretLineEdit::noContextMenu()
{
    QTest::keyClicks(inner(), QStringLiteral("hunter2"));
    QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(3, 3), inner()->mapToGlobal(QPoint(3, 3)));
    QApplication::sendEvent(inner(), &event);
    QCOMPARE(QApplication::activePopupWidget(), nullptr);
    QCOMPARE(m_field->findChildren<QMenu *>().size(), 0);
}

void TestSecretLineEdit::dropRefused()
{
    QMimeData data;
    data.setText(QStringLiteral("dropped"));
    QVERIFY(!inner()->acceptDrops());
    QVERIFY(!m_field->acceptDrops());
    QDragEnterEvent enter(QPoint(3, 3), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(inner(), &enter);
    QVERIFY(!enter.isAccepted());
    QDropEvent drop(QPointF(3, 3), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(inner(), &drop);
    QVERIFY(m_field->isEmpty());
    // And nothing can be dragged out of it.
    QTest::keyClicks(inner(), QStringLiteral("hunter2"));
    QVERIFY(!inner()->dragEnabled());
}

void TestSecretLineEdit::paste_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::newRow("Ctrl+V") << QKeySequence(Qt::CTRL | Qt::Key_V);
    QTest::newRow("Shift+Insert") << QKeySequence(Qt::SHIFT | Qt::Key_Insert);
}

void TestSecretLineEdit::paste()
{
    QFETCH(const QKeySequence, keys);
    const QString text = QStringLiteral("p\u00e4sted \u20ac");
    QGuiApplication::clipboard()->setText(text);
    QSignalSpy spy(m_field.get(), &SecretLineEdit::pasted);
    QTest::keySequence(inner(), keys);
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(textOf(m_field->take()), text.toUtf8());
}

void TestSecretLineEdit::accessible()
{
    for (int round = 0; round < 2; ++round) { // the second inner edit must be like the first
        QTest::keyClicks(inner(), QStringLiteral("hunter2"));
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(inner());
        QVERIFY(interface != nullptr);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Secret Key"));
        QCOMPARE(interface->text(QAccessible::Value), QString());
        QCOMPARE(interface->textInterface(), nullptr);
        QCOMPARE(interface->editableTextInterface(), nullptr);
        QVERIFY(interface->state().passwordEdit);
        static_cast<void>(m_field->take());
    }
}

void TestSecretLineEdit::noInputMethod()
{
    QTest::keyClicks(inner(), QStringLiteral("hunter2"));
    QVERIFY(!inner()->testAttribute(Qt::WA_InputMethodEnabled));
    QVERIFY(inner()->inputMethodHints().testFlag(Qt::ImhSensitiveData));
    QCOMPARE(inner()->echoMode(), QLineEdit::Password);
    QVERIFY(!inner()->displayText().contains(QLatin1StringView("hunter2")));
}

void TestSecretLineEdit::focusSurvivesTake()
{
    QTRY_VERIFY(inner()->hasFocus());
    QTest::keyClicks(inner(), QStringLiteral("hunter2"));
    static_cast<void>(m_field->take());
    QVERIFY(inner()->hasFocus());
    QCOMPARE(m_field->focusProxy(), inner());
}

void TestSecretLineEdit::tabOrderSurvivesWipe()
{
    QWidget window;
    QLineEdit before(&window);
    SecretLineEdit secret(&window);
    QLineEdit after(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto walk = [&] {
        before.setFocus();
        QTest::keyClick(&before, Qt::Key_Tab);
        const bool inSecret = secret.isAncestorOf(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const bool behind = QApplication::focusWidget() == &after;
        QTest::keyClick(&after, Qt::Key_Backtab);
        return inSecret && behind && secret.isAncestorOf(QApplication::focusWidget());
    };
    QVERIFY(walk());
    secret.wipe();
    QVERIFY(walk());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("x"));
    QVERIFY(secret.take());
    QVERIFY(walk());
}

void TestSecretLineEdit::enabledFollows()
{
    m_field->setEnabled(false);
    QVERIFY(!inner()->isEnabled());
    m_field->wipe();
    QVERIFY(!inner()->isEnabled());
    m_field->setEnabled(true);
    QVERIFY(inner()->isEnabled());
}

LATCHKEY_GUI_TEST_MAIN(TestSecretLineEdit)

#include "tst_secretlineedit.moc"
