// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/singleinstance.h"

#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

class TestSingleInstance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void secondDesktopOfOneVaultIsRefused()
    {
        qunsetenv("XDG_RUNTIME_DIR");
        QTemporaryDir home;
        QTemporaryDir otherHome;
        {
            const auto first = platform::claimSingleInstance(platform::vaultPaths(home.path()));
            QVERIFY(first);
            const auto second = platform::claimSingleInstance(platform::vaultPaths(home.path()));
            QVERIFY(!second);
            QCOMPARE(second.error().code, base::ErrorCode::AlreadyExists);
            QVERIFY(platform::claimSingleInstance(platform::vaultPaths(otherHome.path())));
        }
        QVERIFY(platform::claimSingleInstance(platform::vaultPaths(home.path())));
    }
};

LATCHKEY_TEST_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
