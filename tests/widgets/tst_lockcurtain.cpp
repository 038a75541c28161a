// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lockcurtain.h"

#include "lockingbench.h"
#include "support/guitestmain.h"
#include "widgets/lockshortcut.h"
#include "widgets/unlockpage.h"

#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QVBoxLayout>

using windowtest::LockingBench;

namespace {

/// A dialog that would ask back before it closes.
class StubbornDialog final : public QDialog {
public:
    using QDialog::QDialog;
    void reject() override {}
};

/// What may be open; each returns the widget that has the keyboard then.
struct Scene {
    std::function<QWidget *(QWidget &window)> open;
};

template<typename T>
T *make(QWidget &window)
{
    auto *dialog = new T(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

QWidget *openMenu(QWidget &window)
{
    auto *menu = new QMenu(&window);
    menu->addAction(QStringLiteral("Bitget main"));
    QMenu *more = menu->addMenu(QStringLiteral("More"));
    more->addAction(QStringLiteral("Bitget demo"));
    menu->popup(window.mapToGlobal(QPoint(10, 10)));
    more->popup(window.mapToGlobal(QPoint(60, 40)));
    return more;
}

QWidget *openCombo(QWidget &window)
{
    auto *combo = new QComboBox(&window);
    combo->addItems({QStringLiteral("one"), QStringLiteral("two")});
    combo->show();
    combo->showPopup();
    return QApplication::activePopupWidget();
}

QWidget *openDialog(QWidget &window)
{
    auto *dialog = make<QDialog>(window);
    auto *field = new QLineEdit(dialog);
    dialog->setModal(true);
    dialog->open();
    field->setFocus();
    return field;
}

QWidget *openStubborn(QWidget &window)
{
    auto *dialog = make<StubbornDialog>(window);
    dialog->open();
    return dialog;
}

QWidget *openMessage(QWidget &window)
{
    auto *box = make<QMessageBox>(window);
    box->setText(QStringLiteral("?"));
    box->setStandardButtons(QMessageBox::Yes | QMessageBox::No); // without a button that Escape would press
    box->open();
    return box;
}

QWidget *openFile(QWidget &window)
{
    auto *dialog = new QFileDialog(&window, QStringLiteral("Save"), QDir::tempPath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->open();
    return dialog->findChild<QLineEdit *>();
}

QWidget *openNested(QWidget &window)
{
    auto *outer = make<QDialog>(window);
    outer->open();
    auto *inner = new QDialog(outer);
    inner->open();
    return openCombo(*inner);
}

QWidget *openMenuOfDialog(QWidget &window)
{
    auto *dialog = make<QDialog>(window);
    dialog->resize(200, 100);
    dialog->open();
    return openMenu(*dialog);
}

QWidget *openNothing(QWidget &window)
{
    return &window;
}

} // namespace
Q_DECLARE_METATYPE(Scene)

/// Ctrl+L with everything open that can be open: it locks, and nothing stays on the screen.
class TestLockCurtain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void controlL_data() { scenes(); }
    void controlL();
    void windowOnly_data() { scenes(); }
    void windowOnly();
    void screenLock_data() { scenes(); }
    void screenLock();
    void otherKeysPass();

private:
    static void scenes();
    /// Nothing but the window is seen, and that shows the unlock page.
    static void isCovered(const LockingBench &b);
};

void TestLockCurtain::scenes()
{
    QTest::addColumn<Scene>("scene");
    QTest::newRow("window") << Scene{openNothing};
    QTest::newRow("menu with submenu") << Scene{openMenu};
    QTest::newRow("combo popup") << Scene{openCombo};
    QTest::newRow("modal dialog") << Scene{openDialog};
    QTest::newRow("dialog that asks back") << Scene{openStubborn};
    QTest::newRow("message box") << Scene{openMessage};
    QTest::newRow("file dialog") << Scene{openFile};
    QTest::newRow("popup in a dialog of a dialog") << Scene{openNested};
    QTest::newRow("menu of a dialog") << Scene{openMenuOfDialog};
}

void TestLockCurtain::isCovered(const LockingBench &b)
{
    QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    for (const QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible())
            QVERIFY2(widget == b.bench.window.get(), widget->metaObject()->className());
    }
    QVERIFY(b.bench.window->findChild<widgets::UnlockPage *>()->isVisible());
}

void TestLockCurtain::controlL()
{
    QFETCH(const Scene, scene);
    LockingBench b;
    const widgets::LockCurtain curtain(*b.bench.presenter);
    widgets::LockShortcut shortcut;
    connect(&shortcut, &widgets::LockShortcut::triggered, &b.locking, &presentation::LockingController::lockNow);
    qApp->installEventFilter(&shortcut);
    b.bench.unlock();
    b.bench.window->show();
    QWidget *focus = scene.open(*b.bench.window);
    QVERIFY(focus != nullptr);
    QTest::keyClick(focus, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(b.bench.host->state() == service::LockState::Locked);
    isCovered(b);
}

void TestLockCurtain::windowOnly()
{
    QFETCH(const Scene, scene);
    LockingBench b;
    const widgets::LockCurtain curtain(*b.bench.presenter);
    widgets::LockShortcut shortcut;
    connect(&shortcut, &widgets::LockShortcut::windowTriggered, &b.locking, &presentation::LockingController::lockWindow);
    qApp->installEventFilter(&shortcut);
    b.bench.unlock();
    b.bench.addAccount(QStringLiteral("works"));
    b.bench.window->show();
    QWidget *focus = scene.open(*b.bench.window);
    QVERIFY(focus != nullptr);
    QTest::keyClick(focus, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(b.bench.host->state() == service::LockState::Unlocked);
    QVERIFY(b.bench.host->lastLock().windowOnly);
    isCovered(b);
    QCOMPARE(b.bench.presenter->accounts().rowCount(), 0);
}

void TestLockCurtain::screenLock()
{
    QFETCH(const Scene, scene);
    LockingBench b;
    const widgets::LockCurtain curtain(*b.bench.presenter);
    b.bench.unlock();
    b.bench.window->show();
    QVERIFY(scene.open(*b.bench.window) != nullptr);
    b.session.tell(service::ports::SessionSignal::ScreenLock);
    QVERIFY(b.bench.host->state() == service::LockState::Locked);
    isCovered(b);
}

void TestLockCurtain::otherKeysPass()
{
    LockingBench b;
    widgets::LockShortcut shortcut;
    int locks = 0;
    connect(&shortcut, &widgets::LockShortcut::triggered, this, [&locks] { ++locks; });
    connect(&shortcut, &widgets::LockShortcut::windowTriggered, this, [&locks] { ++locks; });
    qApp->installEventFilter(&shortcut);
    QLineEdit field;
    field.show();
    QTest::keyClicks(&field, QStringLiteral("lL"));
    QTest::keyClick(&field, Qt::Key_L, Qt::AltModifier);
    QTest::keyClick(&field, Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(locks, 0);
    QVERIFY(field.text().startsWith(QStringLiteral("lL")));
}

LATCHKEY_GUI_TEST_MAIN(TestLockCurtain)

#include "tst_lockcurtain.moc"
