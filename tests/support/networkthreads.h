// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

namespace testsupport {

/// Lets the threads of Qt's network managers end before a test program does. Qt waits for the end of a thread's work, not of the
/// thread; when the process exits in between, OpenSSL forgets that thread's random generators and the leak checker reports
/// them. Call it in cleanupTestCase(). Where there is no /proc it does nothing.
inline void waitForNetworkThreads()
{
    const QDir tasks(QStringLiteral("/proc/self/task"));
    const bool ended = QTest::qWaitFor(
        [&] {
            const QStringList ids = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            return std::ranges::none_of(ids, [&](const QString &id) {
                QFile name(tasks.filePath(id) + QStringLiteral("/comm"));
                return name.open(QIODevice::ReadOnly) && name.readAll().startsWith("QNetworkAccessM");
            });
        },
        10'000);
    QVERIFY2(ended, "a network manager is still alive");
}

} // namespace testsupport
