// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trayicon.h"

#include "support/guitestmain.h"
#include "windowfixture.h"

using windowtest::WindowBench;

/// The menu by the state of the vault. No icon is shown: Qt would remember "no tray" for the whole process.
class TestTrayIcon final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void notSetUp();
    void followsTheLock();
};

void TestTrayIcon::notSetUp()
{
    WindowBench bench(WindowBench::Begin::WithoutVault);
    const widgets::TrayIcon tray(*bench.presenter);
    QCOMPARE(tray.menuTexts(), (QStringList{QStringLiteral("Open Latchkey"), QStringLiteral("-"), QStringLiteral("Quit")}));
    QVERIFY(!tray.isShown());
}

void TestTrayIcon::followsTheLock()
{
    const QStringList locked{QStringLiteral("Unlock..."), QStringLiteral("Open Latchkey"), QStringLiteral("-"),
                             QStringLiteral("Quit")};
    const QStringList unlocked{QStringLiteral("Open Latchkey"), QStringLiteral("-"), QStringLiteral("Lock now"),
                               QStringLiteral("-"), QStringLiteral("Quit")};
    WindowBench bench(WindowBench::Begin::WithVault);
    const widgets::TrayIcon tray(*bench.presenter);
    QCOMPARE(tray.menuTexts(), locked);
    bench.unlock();
    bench.addAccount(QStringLiteral("works"));
    // Any program on the session bus can read the menu: no account stands in it.
    QCOMPARE(tray.menuTexts(), unlocked);
    bench.lock();
    QCOMPARE(tray.menuTexts(), locked);
    QVERIFY(!tray.isShown());
}

LATCHKEY_GUI_TEST_MAIN(TestTrayIcon)

#include "tst_trayicon.moc"
