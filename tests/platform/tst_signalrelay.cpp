// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a launcher does with signals and job control, seen from outside: it runs in a process of its own.

#include "ptyprocess.h"

#include "support/testmain.h"

#include <QProcess>
#include <QTest>

#include <csignal>

#include <unistd.h>

namespace {

const QString kProbe = QStringLiteral(PLATFORM_PROBE);

QByteArray signalLine(int number)
{
    return "signal " + QByteArray::number(number).rightJustified(2, '0');
}

/// Reads from `process` until `text` has come.
bool waitForOutput(QProcess &process, QByteArray &seen, const QByteArray &text)
{
    while (!seen.contains(text)) {
        if (process.bytesAvailable() == 0 && !process.waitForReadyRead(10'000))
            return false;
        seen += process.readAllStandardOutput();
    }
    return true;
}

} // namespace

class TestSignalRelay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void signalsArePassedOn()
    {
        QProcess launcher;
        launcher.start(kProbe, {QStringLiteral("launch"), kProbe, QStringLiteral("signals")});
        QByteArray seen;
        QVERIFY(waitForOutput(launcher, seen, "ready\n"));
        for (const int number : {SIGUSR1, SIGUSR2, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGCONT}) {
            QVERIFY(::kill(static_cast<pid_t>(launcher.processId()), number) == 0);
            QVERIFY2(waitForOutput(launcher, seen, signalLine(number)), QByteArray::number(number).constData());
        }
        QVERIFY(::kill(static_cast<pid_t>(launcher.processId()), SIGTERM) == 0);
        QVERIFY(launcher.waitForFinished());
        QCOMPARE(launcher.exitCode(), 7);
    }

    void aChildThatIsKilledGives128PlusSignal()
    {
        QProcess launcher;
        launcher.start(kProbe,
                       {QStringLiteral("launch"), QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                        QStringLiteral("echo ready; exec sleep 60")});
        QByteArray seen;
        QVERIFY(waitForOutput(launcher, seen, "ready\n"));
        QVERIFY(::kill(static_cast<pid_t>(launcher.processId()), SIGTERM) == 0);
        QVERIFY(launcher.waitForFinished());
        QCOMPARE(launcher.exitStatus(), QProcess::NormalExit);
        QCOMPARE(launcher.exitCode(), 128 + SIGTERM);
    }

    void notStartedIsToldFromStarted()
    {
        QProcess launcher;
        launcher.start(kProbe, {QStringLiteral("launch"), QStringLiteral("/no/such/program")});
        QVERIFY(launcher.waitForFinished());
        QCOMPARE(launcher.readAllStandardOutput(), QByteArray("not started: command_not_found\n"));
    }

    void keyboardSignalArrivesOnce()
    {
        PtyProcess pty({kProbe, QStringLiteral("launch"), kProbe, QStringLiteral("signals")});
        QVERIFY(pty.waitFor("ready"));
        pty.type("\x03");
        QVERIFY(pty.waitFor(signalLine(SIGINT)));
        // A later signal comes after anything that was still on its way.
        QVERIFY(::kill(pty.pid(), SIGUSR1) == 0);
        QVERIFY(pty.waitFor(signalLine(SIGUSR1)));
        QCOMPARE(pty.output().count(signalLine(SIGINT)), 1);
        QVERIFY(::kill(pty.pid(), SIGTERM) == 0);
        QCOMPARE(pty.end(), 7);
    }

    void stopAndContinueFromTheKeyboard()
    {
        PtyProcess pty({kProbe, QStringLiteral("jobshell"), kProbe, QStringLiteral("launch"), kProbe,
                        QStringLiteral("signals")});
        QVERIFY(pty.waitFor("ready"));
        for (int round = 0; round < 2; ++round) {
            pty.forget();
            pty.type("\x1a");
            QVERIFY(pty.waitFor("job stopped"));
            pty.type("fg\n");
            QVERIFY(pty.waitFor("job continued"));
            QVERIFY(pty.waitFor(signalLine(SIGCONT)));
        }
        pty.type("\x1c");
        QVERIFY(pty.waitFor(signalLine(SIGQUIT)));
        // The job takes every other signal, the end of its terminal too: it would outlive the test.
        QVERIFY(pty.signalForeground(SIGTERM));
        QVERIFY(pty.waitFor("job ended 7"));
    }

    void stopSentByAProcessStopsBoth()
    {
        PtyProcess pty({kProbe, QStringLiteral("jobshell"), kProbe, QStringLiteral("launch"), QStringLiteral("/bin/sh"),
                        QStringLiteral("-c"), QStringLiteral("kill -TSTP $PPID; read x; echo went on; exit 5")});
        QVERIFY(pty.waitFor("job stopped"));
        pty.type("fg\n");
        QVERIFY(pty.waitFor("job continued"));
        pty.type("go\n");
        QVERIFY(pty.waitFor("went on"));
        QVERIFY(pty.waitFor("job ended 5"));
    }

    void theChildMayReadTheTerminal()
    {
        PtyProcess pty({kProbe, QStringLiteral("launch"), QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                        QStringLiteral("echo ask; read x; echo \"[$x]\"; exit 4")});
        QVERIFY(pty.waitFor("ask"));
        pty.type("answer\n");
        QVERIFY(pty.waitFor("[answer]"));
        QCOMPARE(pty.end(), 4);
    }
};

LATCHKEY_TEST_MAIN(TestSignalRelay)
#include "tst_signalrelay.moc"
