// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trayicon.h"

#include "lockingbench.h"
#include "support/guitestmain.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>

using widgets::TrayIcon;
using windowtest::LockingBench;
using windowtest::WindowBench;

namespace {

QStringList texts(std::initializer_list<const char *> all)
{
    QStringList out;
    for (const char *text : all)
        out << QString::fromLatin1(text);
    return out;
}

const QStringList kLocked = texts({"Unlock...", "Open Latchkey", "-", "Quit"});
const QStringList kEmpty = texts({"Open Latchkey", "-", "Lock now", "Lock window", "-", "Quit"});
const QStringList kUnlocked = texts({"Open Latchkey", "-", "Lock now", "Lock window", "-", "Check", "-", "Quit"});
const QStringList kWindowLocked = texts({"Unlock...", "Open Latchkey", "-", "Lock now", "-", "Quit"});

/// The entry of the tray's menus with this text; nullptr when there is none.
QAction *entry(const QString &text)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        const auto *menu = qobject_cast<QMenu *>(widget);
        for (QAction *action : menu != nullptr ? menu->actions() : QList<QAction *>()) {
            if (action->text() == text)
                return action;
        }
    }
    return nullptr;
}

/// Where there is ink, as text: shapes must differ by more than colour.
QByteArray inkOf(TrayIcon::Shape shape)
{
    const QImage image = TrayIcon::iconOf(shape).pixmap(22, 22).toImage().convertToFormat(QImage::Format_Alpha8);
    QByteArray out;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            out += qAlpha(image.pixel(x, y)) > 127 ? '#' : '.';
    }
    return out;
}

} // namespace

/// The menu by the state of the vault. No icon is shown: Qt would remember "no tray" for the whole process.
class TestTrayIcon final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void notSetUp();
    void followsTheLock();
    void windowLocked();
    void namesOnlyWhileUnlocked();
    void namesCanBeSwitchedOff();
    void checksOne();
    void checksAll();
    void asksForWhatItSays();
    void attention();
    void shapesDiffer();
};

void TestTrayIcon::notSetUp()
{
    LockingBench b(WindowBench::Begin::WithoutVault);
    const TrayIcon tray({*b.bench.presenter, b.locking, b.checks});
    QCOMPARE(tray.menuTexts(), texts({"Open Latchkey", "-", "Quit"}));
    QVERIFY(tray.shape() == TrayIcon::Shape::Closed);
    QVERIFY(!tray.isShown());
}

void TestTrayIcon::followsTheLock()
{
    LockingBench b;
    const TrayIcon tray({*b.bench.presenter, b.locking, b.checks});
    QCOMPARE(tray.menuTexts(), kLocked);
    QVERIFY(tray.shape() == TrayIcon::Shape::Closed);
    b.bench.unlock();
    QCOMPARE(tray.menuTexts(), kEmpty);
    QVERIFY(tray.shape() == TrayIcon::Shape::Open);
    b.bench.addAccount(QStringLiteral("works"));
    b.bench.host->notifyChanged();
    QTRY_COMPARE(tray.menuTexts(), kUnlocked);
    b.bench.lock();
    QCOMPARE(tray.menuTexts(), kLocked);
    QCOMPARE(tray.toolTip(), QStringLiteral("Latchkey: locked"));
    QVERIFY(!tray.isShown());
}

void TestTrayIcon::windowLocked()
{
    LockingBench b;
    const TrayIcon tray({*b.bench.presenter, b.locking, b.checks});
    b.bench.unlock();
    b.locking.lockWindow();
    QCOMPARE(tray.menuTexts(), kWindowLocked);
    QVERIFY(tray.shape() == TrayIcon::Shape::OpenAlert); // not closed: programs go on
    QCOMPARE(tray.toolTip(), QStringLiteral("Latchkey: the window is locked, programs go on"));
    b.locking.lockNow();
    QCOMPARE(tray.menuTexts(), kLocked);
    QVERIFY(b.bench.host->state() == service::LockState::Locked);
}

void TestTrayIcon::namesOnlyWhileUnlocked()
{
    LockingBench b;
    const TrayIcon tray({*b.bench.presenter, b.locking, b.checks});
    b.bench.unlock();
    b.bench.addAccount(QStringLiteral("works"));
    b.bench.host->notifyChanged();
    QTRY_COMPARE(tray.checkTexts(), texts({"All accounts", "-", "Bitget main (live)"}));
    b.locking.lockWindow();
    QCOMPARE(tray.checkTexts(), QStringList());
    b.bench.host->notifyChanged(); // what programs change while the window is locked is not read for it
    VERIFY_OK(testsupport::await(b.policy.load()));
    QCOMPARE(tray.checkTexts(), QStringList());
    QCOMPARE(b.bench.presenter->accounts().rowCount(), 0);
    b.bench.lock();
    QCOMPARE(tray.checkTexts(), QStringList());
    for (const QString &text : {QStringLiteral("Bitget main (live)"), QStringLiteral("All accounts")})
        QVERIFY(entry(text) == nullptr);
}

void TestTrayIcon::namesCanBeSwitchedOff()
{
    LockingBench b;
    const TrayIcon tray({*b.bench.presenter, b.locking, b.checks});
    b.bench.unlock();
    b.bench.addAccount(QStringLiteral("works"));
    service::LockSettings settings;
    settings.namesInTray = false;
    b.locking.change(settings);
    b.bench.host->notifyChanged();
    QTRY_COMPARE(tray.checkTexts(), texts({"All accounts"}));
    QTRY_COMPARE(tray.menuTexts(), kUnlocked);
}

void TestTrayIcon::checksOne()
{
    LockingBench b;
    const TrayIcon tray({*b.bench.presenter, b.locking, b.checks});
    b.bench.unlock();
    b.bench.addAccount(QStringLiteral("works"));
    b.bench.host->notifyChanged();
    QTRY_VERIFY(entry(QStringLiteral("Bitget main (live)")) != nullptr);
    QSignalSpy finished(&b.checks, &presentation::AccountChecks::finished);
    b.bench.bitget->answer = servicetest::report(QStringLiteral("refused:passphrase"));
    entry(QStringLiteral("Bitget main (live)"))->trigger();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toString(), QStringLiteral("Bitget main (live): Refused: passphrase"));
    QVERIFY(tray.shape() == TrayIcon::Shape::OpenAlert);
}

void TestTrayIcon::checksAll()
{
    LockingBench b;
    const TrayIcon tray({*b.bench.presenter, b.locking, b.checks});
    b.bench.unlock();
    b.bench.addAccount(QStringLiteral("works"));
    b.bench.host->notifyChanged();
    QTRY_VERIFY(entry(QStringLiteral("All accounts")) != nullptr);
    QSignalSpy finished(&b.checks, &presentation::AccountChecks::finished);
    entry(QStringLiteral("All accounts"))->trigger();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toString(), QStringLiteral("Bitget main (live): Works"));
    // Locked before it ends: nothing is told of it.
    entry(QStringLiteral("All accounts"))->trigger();
    b.bench.lock();
    VERIFY_OK(testsupport::await(b.bench.host->inspect()));
    QCOMPARE(finished.size(), 1);
}

void TestTrayIcon::asksForWhatItSays()
{
    LockingBench b;
    const TrayIcon tray({*b.bench.presenter, b.locking, b.checks});
    b.bench.unlock();
    QSignalSpy open(&tray, &TrayIcon::openRequested);
    QSignalSpy lock(&tray, &TrayIcon::lockRequested);
    QSignalSpy window(&tray, &TrayIcon::lockWindowRequested);
    QSignalSpy quit(&tray, &TrayIcon::quitRequested);
    for (const char *text : {"Open Latchkey", "Lock now", "Lock window", "Quit"})
        entry(QString::fromLatin1(text))->trigger();
    QCOMPARE(open.size(), 1);
    QCOMPARE(lock.size(), 1);
    QCOMPARE(window.size(), 1);
    QCOMPARE(quit.size(), 1);
}

void TestTrayIcon::attention()
{
    LockingBench b;
    const TrayIcon tray({*b.bench.presenter, b.locking, b.checks});
    b.bench.unlock();
    b.bench.addAccount(QStringLiteral("withdraw")); // waits for consent
    b.bench.host->notifyChanged();
    QTRY_VERIFY(tray.shape() == TrayIcon::Shape::OpenAlert);
    QCOMPARE(tray.toolTip(), QStringLiteral("Latchkey: unlocked, something needs attention"));
    b.bench.lock();
    QVERIFY(tray.shape() == TrayIcon::Shape::Closed);
}

void TestTrayIcon::shapesDiffer()
{
    const QList<QByteArray> inks{inkOf(TrayIcon::Shape::Closed), inkOf(TrayIcon::Shape::Open),
                                 inkOf(TrayIcon::Shape::OpenAlert)};
    for (qsizetype i = 0; i < inks.size(); ++i) {
        QVERIFY(inks[i].count('#') > 40);
        for (qsizetype k = i + 1; k < inks.size(); ++k) {
            qsizetype different = 0;
            for (qsizetype at = 0; at < inks[i].size(); ++at)
                different += inks[i][at] != inks[k][at] ? 1 : 0;
            QVERIFY2(different > 10, qPrintable(QStringLiteral("%1 and %2: %3").arg(i).arg(k).arg(different)));
        }
    }
}

LATCHKEY_GUI_TEST_MAIN(TestTrayIcon)

#include "tst_trayicon.moc"
