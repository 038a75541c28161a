// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/kdflock.h"

#include "base/workerthread.h"
#include "support/testmain.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <sys/stat.h>

using namespace std::chrono_literals;
using base::ErrorCode;

class TestKdfLock : public QObject {
    Q_OBJECT

private:
    static void startHolder(QProcess &process, const QString &folder)
    {
        process.start(QStringLiteral(PLATFORM_PROBE), {QStringLiteral("kdflock"), folder});
        QVERIFY(process.waitForReadyRead());
        QCOMPARE(process.readAllStandardOutput(), QByteArray("locked\n"));
    }

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void otherProcessWaitsForItsTurn()
    {
        QTemporaryDir base;
        const QString folder = base.filePath(QStringLiteral("run"));
        QProcess holder;
        startHolder(holder, folder);
        QCOMPARE(platform::lockKdf(folder, 50ms).error().code, ErrorCode::Busy);
        holder.closeWriteChannel();
        QVERIFY(platform::lockKdf(folder, 10s));
        QVERIFY(holder.waitForFinished());
        QVERIFY(QFileInfo(folder).permissions() & QFile::ExeOwner);
        QVERIFY(!(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void killedHolderReleases()
    {
        QTemporaryDir folder;
        QProcess holder;
        startHolder(holder, folder.path());
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QVERIFY(platform::lockKdf(folder.path(), 0ms));
    }

    void threadsExcludeEachOther()
    {
        QTemporaryDir folder;
        base::WorkerThread one(QStringLiteral("one"));
        base::WorkerThread two(QStringLiteral("two"));
        std::atomic<int> inside = 0;
        std::atomic<int> worst = 0;
        const auto job = [&]() -> base::Result<bool> {
            for (int i = 0; i < 20; ++i) {
                LATCHKEY_TRY(const base::FileLock lock, platform::lockKdf(folder.path(), 30s));
                worst = std::max(worst.load(), ++inside);
                --inside;
            }
            return true;
        };
        auto first = one.run(job);
        auto second = two.run(job);
        QTRY_VERIFY_WITH_TIMEOUT(first.isFinished() && second.isFinished(), 30'000);
        QVERIFY(first.result() && second.result());
        QCOMPARE(worst.load(), 1);
    }

    void lockFileThatWasReplacedIsNotALock()
    {
        QTemporaryDir folder;
        const auto first = platform::lockKdf(folder.path(), 0ms);
        QVERIFY(first);
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("argon2.lock"))));
        // Whoever comes now locks a new file; a third must meet the second, not the first.
        const auto second = platform::lockKdf(folder.path(), 0ms);
        QVERIFY(second);
        QCOMPARE(platform::lockKdf(folder.path(), 0ms).error().code, ErrorCode::Busy);
    }

    void linkIsRefused()
    {
        QTemporaryDir folder;
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("target")), folder.filePath(QStringLiteral("argon2.lock"))));
        QCOMPARE(platform::lockKdf(folder.path(), 0ms).error().code, ErrorCode::UnsafePermissions);
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("target"))));
    }

    void folderThatOthersMayWriteIsRefused()
    {
        QTemporaryDir folder;
        QVERIFY(::chmod(QFile::encodeName(folder.path()).constData(), 0777) == 0);
        QCOMPARE(platform::lockKdf(folder.path(), 0ms).error().code, ErrorCode::UnsafePermissions);
    }
};

LATCHKEY_TEST_MAIN(TestKdfLock)
#include "tst_kdflock.moc"
