// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemprocesses.h"

#include "support/testmain.h"

#include <QProcess>

#include <algorithm>
#include <csignal>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

class TestSystemProcesses final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void ourselves()
    {
        const platform::SystemProcesses processes;
        const auto start = processes.startOf(::getpid());
        QVERIFY(start.has_value());
        QVERIFY(*start > 0);
        QCOMPARE(processes.startOf(::getpid()), start); // stays what it is
    }

    void names()
    {
        const platform::SystemProcesses processes;
        QCOMPARE(processes.nameOf(::getpid()), QStringLiteral("tst_systemprocesses").left(15));
        QVERIFY(processes.nameOf(0).isEmpty());
        QVERIFY(processes.nameOf(1LL << 40).isEmpty());
        QProcess child; // of this process, as a bot is of `latchkey run`
        child.start(QStringLiteral("sleep"), {QStringLiteral("1000")});
        QVERIFY(child.waitForStarted());
        QTRY_COMPARE(processes.nameOf(::getpid()), QStringLiteral("sleep"));
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(processes.nameOf(::getpid()), QStringLiteral("tst_systemprocesses").left(15));
        char own[16] = {};
        QCOMPARE(::prctl(PR_GET_NAME, own), 0);
        QCOMPARE(::prctl(PR_SET_NAME, "a\n\x1b[1mb\xff"), 0);
        const QString odd = processes.nameOf(::getpid());
        QCOMPARE(::prctl(PR_SET_NAME, own), 0);
        QVERIFY2(odd.startsWith(QStringLiteral("a [1mb")), qPrintable(odd));
        QVERIFY(std::ranges::all_of(odd, [](QChar c) { return c.isPrint(); }));
    }

    void whatIsNotThere()
    {
        const platform::SystemProcesses processes;
        for (const std::int64_t pid : {0LL, -1LL, 1LL << 40})
            QVERIFY(!processes.startOf(pid).has_value());
    }

    void ends()
    {
        const platform::SystemProcesses processes;
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            ::pause();
            ::_exit(0);
        }
        QVERIFY(processes.startOf(child).has_value());
        ::kill(child, SIGKILL);
        siginfo_t info{};
        QCOMPARE(::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT), 0);
        QVERIFY(!processes.startOf(child).has_value()); // not waited for, and yet it runs no more
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        QVERIFY(!processes.startOf(child).has_value());
    }
};

LATCHKEY_TEST_MAIN(TestSystemProcesses)
#include "tst_systemprocesses.moc"
