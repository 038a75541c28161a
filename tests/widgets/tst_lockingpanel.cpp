// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lockingpanel.h"

#include "lockingbench.h"
#include "support/guitestmain.h"
#include "widgets/inputwatch.h"
#include "widgets/lockwarning.h"
#include "widgets/messagestrip.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QWheelEvent>

using service::LockAction;
using service::LockSettings;
using service::ports::SessionSignal;
using windowtest::child;
using windowtest::innerOf;
using windowtest::LockingBench;
using windowtest::visibleButton;

namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;

/// The panel over an open vault.
struct Shown {
    Shown()
    {
        b.bench.unlock();
        panel.resize(panel.minimumSizeHint().expandedTo({560, 0}));
        panel.show();
    }
    [[nodiscard]] QCheckBox *box(const char *name) const { return child<QCheckBox>(panel, name); }
    [[nodiscard]] QString text(const char *name) const { return child<QLabel>(panel, name)->text(); }
    [[nodiscard]] bool asks() const { return child<QWidget>(panel, "passphraseRow")->isVisible(); }
    [[nodiscard]] QString said() const { return child<widgets::MessageStrip>(panel, "strip")->message().title; }
    [[nodiscard]] LockSettings stored() { return *testsupport::await(b.policy.load()); }
    void type(std::string_view passphrase) const
    {
        QTest::keyClicks(innerOf(panel, "passphraseEdit"),
                         QString::fromUtf8(passphrase.data(), static_cast<qsizetype>(passphrase.size())));
    }

    LockingBench b;
    widgets::LockingPanel panel{b.locking};
};

} // namespace

class TestLockingPanel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void showsTheDefaults();
    void strongerIsStoredAtOnce();
    void weakerWaitsForThePassphrase();
    void wrongPassphrase();
    void keepAsItWas();
    void severalAtOnce();
    void lockEmptiesIt();
    void lastSeen();
    void whatCountsAsUse();
    void autostart();
    void enterIsHarmless();
    void wheelChangesNothing();
    void textsFit();
    void warning();
    void inputTakesTheWarningAway();
};

void TestLockingPanel::showsTheDefaults()
{
    const Shown s;
    for (const char *name : {"idleCheck", "screenCheck", "sleepCheck", "userCheck", "lidCheck", "namesCheck"})
        QVERIFY2(s.box(name)->isChecked(), name);
    QCOMPARE(child<QSpinBox>(s.panel, "idleSpin")->value(), 10);
    QVERIFY(child<QRadioButton>(s.panel, "everythingRadio")->isChecked());
    QVERIFY(!s.box("autostartCheck")->isChecked());
    QVERIFY(!s.asks());
}

void TestLockingPanel::strongerIsStoredAtOnce()
{
    Shown s;
    child<QSpinBox>(s.panel, "idleSpin")->setValue(5);
    QTRY_COMPARE(s.b.watch.settings().idleMinutes, 5);
    QCOMPARE(s.stored().idleMinutes, 5);
    QVERIFY(!s.asks());
    QCOMPARE(s.said(), QString());
}

void TestLockingPanel::weakerWaitsForThePassphrase()
{
    Shown s;
    s.box("sleepCheck")->click();
    QTRY_VERIFY(s.asks());
    QCOMPARE(s.said(), QStringLiteral("This locks Latchkey less."));
    QVERIFY(s.b.watch.settings().onSleep); // still as it was
    QVERIFY(s.stored().onSleep);
    QVERIFY(!s.box("sleepCheck")->isChecked()); // what it is about stays in view
    s.type(vaulttest::Home::kPassphrase);
    QTest::mouseClick(visibleButton(s.panel, QStringLiteral("Allow")), Qt::LeftButton);
    QTRY_VERIFY(!s.b.watch.settings().onSleep);
    QTRY_VERIFY(!s.asks());
    QVERIFY(!s.stored().onSleep);
    QVERIFY(innerOf(s.panel, "passphraseEdit")->text().isEmpty());
    s.box("sleepCheck")->click(); // back again costs nothing
    QTRY_VERIFY(s.b.watch.settings().onSleep);
    QVERIFY(!s.asks());
}

void TestLockingPanel::wrongPassphrase()
{
    Shown s;
    child<QRadioButton>(s.panel, "windowRadio")->click();
    QTRY_VERIFY(s.asks());
    s.type("wrong");
    QTest::keyClick(innerOf(s.panel, "passphraseEdit"), Qt::Key_Return);
    QTRY_COMPARE(s.said(), QStringLiteral("That passphrase is not right. Nothing was changed."));
    QVERIFY(s.asks());
    QVERIFY(s.b.bench.host->state() == service::LockState::Unlocked);
    QVERIFY(s.stored().action == LockAction::Everything);
    s.type(vaulttest::Home::kPassphrase);
    QTest::keyClick(innerOf(s.panel, "passphraseEdit"), Qt::Key_Return);
    QTRY_VERIFY(s.b.watch.settings().action == LockAction::Window);
}

void TestLockingPanel::keepAsItWas()
{
    Shown s;
    s.box("idleCheck")->click();
    QTRY_VERIFY(s.asks());
    s.type("half of i");
    QTest::mouseClick(visibleButton(s.panel, QStringLiteral("Keep as it was")), Qt::LeftButton);
    QVERIFY(!s.asks());
    QVERIFY(s.box("idleCheck")->isChecked());
    QCOMPARE(child<QSpinBox>(s.panel, "idleSpin")->value(), 10);
    QVERIFY(innerOf(s.panel, "passphraseEdit")->text().isEmpty());
    QVERIFY(s.stored() == LockSettings());
}

/// Faster than they are stored: one after the other, and the last state is what counts.
void TestLockingPanel::severalAtOnce()
{
    Shown s;
    auto *minutes = child<QSpinBox>(s.panel, "idleSpin");
    for (int value = 9; value >= 3; --value)
        minutes->setValue(value);
    s.box("namesCheck")->click();
    QTRY_COMPARE(s.b.watch.settings().idleMinutes, 3);
    QTRY_VERIFY(!s.b.watch.settings().namesInTray);
    QTRY_VERIFY(!s.b.locking.isBusy());
    QVERIFY(s.stored() == s.b.watch.settings());
    QCOMPARE(s.said(), QString());
}

void TestLockingPanel::lockEmptiesIt()
{
    Shown s;
    s.box("lidCheck")->click();
    QTRY_VERIFY(s.asks());
    s.type("typed before the lock");
    s.b.bench.lock();
    s.panel.reset();
    QVERIFY(!s.asks());
    QVERIFY(innerOf(s.panel, "passphraseEdit")->text().isEmpty());
    QCOMPARE(s.said(), QString());
    s.b.bench.unlock();
    QTRY_VERIFY(s.box("lidCheck")->isChecked());
    QVERIFY(s.stored().onLid);
}

void TestLockingPanel::lastSeen()
{
    Shown s;
    QCOMPARE(s.text("lidSeen"), QStringLiteral("This system does not tell."));
    s.b.session.addSource(SessionSignal::Lid);
    QCOMPARE(s.text("lidSeen"), QStringLiteral("Last seen: never"));
    s.b.session.tell(SessionSignal::Lid);
    const QTime at = QDateTime::fromMSecsSinceEpoch(s.b.bench.home.clock.nowMs()).time();
    QCOMPARE(s.text("lidSeen"), QStringLiteral("Last seen: ") + QLocale().toString(at, QLocale::ShortFormat));
    QCOMPARE(s.text("sleepSeen"), QStringLiteral("This system does not tell."));
    s.b.bench.home.clock.advance(24 * 60 * kMinute);
    s.panel.reload();
    QVERIFY(s.text("lidSeen").size() > QStringLiteral("Last seen: 20:31").size()); // with its day
}

void TestLockingPanel::whatCountsAsUse()
{
    Shown s;
    QTRY_VERIFY(s.text("idleNote").contains(QStringLiteral("only what you do in Latchkey counts")));
    s.b.idle.told = std::chrono::seconds(1);
    s.b.watch.look();
    QTRY_COMPARE(s.text("idleNote"), QStringLiteral("Keys and mouse count in every program."));
}

void TestLockingPanel::autostart()
{
    Shown s;
    s.box("autostartCheck")->click();
    QVERIFY(s.b.autostart.enabled);
    s.box("autostartCheck")->click();
    QVERIFY(!s.b.autostart.enabled);
    s.b.autostart.refuses = true;
    s.box("autostartCheck")->click();
    QVERIFY(!s.box("autostartCheck")->isChecked()); // it shows what is
    QVERIFY(!s.said().isEmpty());
}

void TestLockingPanel::enterIsHarmless()
{
    Shown s;
    QTest::keyClick(child<QSpinBox>(s.panel, "idleSpin"), Qt::Key_Return);
    for (const QPushButton *button : s.panel.findChildren<QPushButton *>())
        QVERIFY(!button->autoDefault());
    s.box("lidCheck")->click();
    QTRY_VERIFY(s.asks());
    QTest::keyClick(innerOf(s.panel, "passphraseEdit"), Qt::Key_Return); // nothing typed: nothing sent
    QVERIFY(s.asks());
    QVERIFY(!s.b.locking.isBusy());
    QVERIFY(s.stored() == LockSettings());
}

/// Over the minutes, the wheel scrolls the page.
void TestLockingPanel::wheelChangesNothing()
{
    Shown s;
    auto *minutes = child<QSpinBox>(s.panel, "idleSpin");
    const auto turn = [minutes] {
        QWheelEvent wheel(QPointF(5, 5), minutes->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(minutes, &wheel);
    };
    child<QCheckBox>(s.panel, "screenCheck")->setFocus();
    turn();
    QCOMPARE(minutes->value(), 10);
    QVERIFY(!s.b.locking.isBusy());
    s.panel.activateWindow();
    minutes->setFocus();
    QTRY_VERIFY(minutes->hasFocus());
    turn();
    QCOMPARE(minutes->value(), 11);
}

void TestLockingPanel::textsFit()
{
    Shown s;
    s.box("lidCheck")->click();
    QTRY_VERIFY(s.asks());
    // What has just been asked for is laid out a moment later.
    for (const QLabel *label : s.panel.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->wordWrap())
            QTRY_VERIFY2(label->sizeHint().width() <= label->width(), qPrintable(label->text()));
    }
    for (const QAbstractButton *button : s.panel.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            QTRY_VERIFY2(button->sizeHint().width() <= button->width(), qPrintable(button->text()));
    }
}

void TestLockingPanel::warning()
{
    LockingBench b;
    const widgets::LockWarning strip(b.locking, b.bench.window.get());
    b.bench.unlock();
    b.bench.window->show();
    QVERIFY(!strip.isVisible());
    const QRect before = b.bench.window->findChild<QWidget *>(QStringLiteral("closeButton"))->geometry();
    b.bench.home.clock.advance(9 * kMinute + 40 * kSecond);
    b.watch.look();
    QTRY_VERIFY(strip.isVisible());
    const auto text = [&strip] {
        QStringList out;
        for (const QLabel *label : strip.findChildren<QLabel *>())
            out << label->text();
        return out.join(QLatin1Char(' '));
    };
    QVERIFY2(text().contains(QStringLiteral("Latchkey locks in 20 s.")), qPrintable(text()));
    QVERIFY2(text().contains(QStringLiteral("Programs stop then.")), qPrintable(text()));
    QCOMPARE(strip.geometry().bottom(), b.bench.window->rect().bottom());
    QCOMPARE(strip.width(), b.bench.window->width());
    QCOMPARE(b.bench.window->findChild<QWidget *>(QStringLiteral("closeButton"))->geometry(), before); // nothing has moved
    b.bench.window->resize(b.bench.window->width() + 100, b.bench.window->height());
    QCOMPARE(strip.width(), b.bench.window->width());
    QTest::mouseClick(visibleButton(strip, QStringLiteral("Stay unlocked")), Qt::LeftButton);
    QTRY_VERIFY(!strip.isVisible());
    QVERIFY(b.bench.host->state() == service::LockState::Unlocked);
    b.bench.home.clock.advance(10 * kMinute);
    b.watch.look();
    QTRY_VERIFY(b.bench.host->state() == service::LockState::Locked);
    QVERIFY(!strip.isVisible());
}

void TestLockingPanel::inputTakesTheWarningAway()
{
    LockingBench b;
    const widgets::LockWarning strip(b.locking, b.bench.window.get());
    widgets::InputWatch input;
    connect(&input, &widgets::InputWatch::used, &b.watch, &service::LockWatch::noteInput);
    qApp->installEventFilter(&input);
    b.bench.unlock();
    b.bench.window->show();
    b.bench.home.clock.advance(9 * kMinute + 40 * kSecond);
    b.watch.look();
    QTRY_VERIFY(strip.isVisible());
    QTest::keyClick(b.bench.window->windowHandle(), Qt::Key_Shift);
    QTRY_VERIFY(!strip.isVisible());
}

LATCHKEY_GUI_TEST_MAIN(TestLockingPanel)

#include "tst_lockingpanel.moc"
