// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/hardening.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace {

const QString kProbe = QStringLiteral(PLATFORM_PROBE);

/// A command as a user without privileges: root may read everything, which would prove nothing.
QStringList asPlainUser(const QStringList &command)
{
    if (::geteuid() != 0)
        return command;
    return QStringList{QStringLiteral("/usr/bin/setpriv"), QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"),
                       QStringLiteral("--clear-groups")}
    + command;
}

void start(QProcess &process, const QStringList &command)
{
    process.start(command.first(), command.mid(1));
}

} // namespace

class TestHardening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void othersOfTheSameUserCannotLookInside_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<bool>("readable");
        QTest::newRow("hardened") << QStringLiteral("hardened") << false;
        QTest::newRow("control: not hardened") << QStringLiteral("idle") << true;
    }

    void othersOfTheSameUserCannotLookInside()
    {
        QFETCH(QString, mode);
        QFETCH(bool, readable);
        QProcess victim;
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PLANTED"), QStringLiteral("needle"));
        // The leak checker traces its own process, which hardening forbids.
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        victim.setProcessEnvironment(environment);
        start(victim, asPlainUser({kProbe, mode}));
        QVERIFY(victim.waitForReadyRead());
        const QString folder = QStringLiteral("/proc/%1/").arg(victim.processId());
        for (const char *name : {"environ", "maps", "auxv"}) {
            QProcess sibling;
            start(sibling, asPlainUser({QStringLiteral("/bin/cat"), folder + QLatin1StringView(name)}));
            QVERIFY(sibling.waitForFinished());
            QCOMPARE(sibling.exitCode() == 0, readable);
            QCOMPARE(!sibling.readAllStandardOutput().isEmpty(), readable);
        }
        victim.closeWriteChannel();
        QVERIFY(victim.waitForFinished());
    }

    void noCoreFileIsWritten_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<bool>("written");
        QTest::newRow("hardened") << QStringLiteral("hardenedcrash") << false;
        QTest::newRow("control: not hardened") << QStringLiteral("crash") << true;
    }

    void noCoreFileIsWritten()
    {
        QFETCH(QString, mode);
        QFETCH(bool, written);
        rlimit limit{};
        QVERIFY(::getrlimit(RLIMIT_CORE, &limit) == 0);
        QFile pattern(QStringLiteral("/proc/sys/kernel/core_pattern"));
        QVERIFY(pattern.open(QIODevice::ReadOnly));
        if (written && (limit.rlim_max == 0 || !pattern.readAll().startsWith("core")))
            QSKIP("this system writes no core file here, with or without hardening");
        QTemporaryDir folder;
        QProcess process;
        process.setWorkingDirectory(folder.path());
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("disable_coredump=0:handle_abort=0"));
        process.setProcessEnvironment(environment);
        const rlimit former = limit;
        // Enough to see that a file appears; a sanitizer's address space would fill the disk.
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 1u << 20);
        QVERIFY(::setrlimit(RLIMIT_CORE, &limit) == 0);
        start(process, {kProbe, mode});
        const bool finished = process.waitForFinished();
        QVERIFY(::setrlimit(RLIMIT_CORE, &former) == 0);
        QVERIFY(finished);
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(!QDir(folder.path()).isEmpty(QDir::Files), written);
    }

    void closedStandardDescriptorsAreFilled()
    {
        QTemporaryDir folder;
        QProcess process;
        const QString path = folder.filePath(QStringLiteral("out"));
        start(process, {kProbe, QStringLiteral("closed"), path});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray said = file.readAll();
        const QByteArrayList words = said.split(' ');
        QVERIFY2(words.size() == 4 && words[1].toInt() > 2, said.constData());
        QVERIFY(file.permissions() == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    }

    // Last: from here on this process itself is hardened.
    void stateIsAskedOfTheSystem()
    {
        ::umask(022);
        ::signal(SIGUSR1, SIG_IGN);
        sigset_t block;
        ::sigemptyset(&block);
        ::sigaddset(&block, SIGUSR2);
        ::pthread_sigmask(SIG_BLOCK, &block, nullptr);
        rlimit limit{};
        QVERIFY(::getrlimit(RLIMIT_CORE, &limit) == 0);
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 4096);
        QVERIFY(::setrlimit(RLIMIT_CORE, &limit) == 0);
        QVERIFY(platform::hardeningState().dumpable);
        QCOMPARE(platform::hardeningState().coreLimit, limit.rlim_cur);

        const platform::CallerState caller = platform::hardenProcess(platform::Dumps::Allowed);
        QCOMPARE(caller.fileModeMask, 022u);
        QCOMPARE(caller.coreLimit, limit.rlim_cur);
        QVERIFY(caller.ignoredSignals[SIGUSR1] && !caller.ignoredSignals[SIGTERM]);
        QVERIFY(caller.blockedSignals[SIGUSR2] && !caller.blockedSignals[SIGTERM]);
        QVERIFY(platform::hardeningState().dumpable);
        platform::denyDumps();
        const platform::HardeningState state = platform::hardeningState();
        QVERIFY(!state.dumpable);
        QCOMPARE(state.coreLimit, std::uint64_t{0});
        QVERIFY(state.secureHeap != base::SecureHeapState::NotInitialized);
        QVERIFY(state.lockedKiB.has_value());
        if (state.secureHeap == base::SecureHeapState::Locked)
            QVERIFY(*state.lockedKiB >= 4096);
        QCOMPARE(::umask(0), mode_t{077});
    }
};

LATCHKEY_TEST_MAIN(TestHardening)
#include "tst_hardening.moc"
