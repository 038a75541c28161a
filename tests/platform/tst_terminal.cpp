// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/terminal.h"

#include "ptyprocess.h"

#include "support/testmain.h"

#include <QProcess>
#include <QTest>

#include <csignal>

namespace {

const QString kProbe = QStringLiteral(PLATFORM_PROBE);

QStringList secretCommand()
{
    return {kProbe, QStringLiteral("secret"), QStringLiteral("Passphrase: ")};
}

} // namespace

class TestTerminal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void secretIsReadWithoutEcho_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("plain") << QByteArray("s3cret word\n") << QByteArray("s3cret word");
        QTest::newRow("empty") << QByteArray("\n") << QByteArray();
        QTest::newRow("UTF-8") << QByteArray("p\xc3\xa4ss\n") << QByteArray("p\xc3\xa4ss");
        QTest::newRow("erased") << QByteArray("ab\x7f"
                                              "c\n")
                                << QByteArray("ac");
        QTest::newRow("ends with Ctrl+D twice") << QByteArray("abc\x04\x04") << QByteArray("abc");
        QTest::newRow("long") << QByteArray(4000, 'x') + '\n' << QByteArray(4000, 'x');
        QTest::newRow("carriage return") << QByteArray("word\r") << QByteArray("word");
    }

    void secretIsReadWithoutEcho()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, secret);
        PtyProcess pty(secretCommand());
        QVERIFY(pty.waitFor("Passphrase: "));
        QVERIFY(!pty.echoIsOn());
        pty.type(typed);
        QVERIFY(pty.waitFor(" end"));
        QVERIFY(pty.output().contains("secret " + secret.toHex() + " end"));
        if (!secret.isEmpty())
            QVERIFY(!pty.output().contains(secret));
        QVERIFY(pty.echoIsOn());
        QCOMPARE(pty.end(), 0);
    }

    void lineIsReadWithEcho()
    {
        PtyProcess pty({kProbe, QStringLiteral("line"), QStringLiteral("Remove? ")});
        QVERIFY(pty.waitFor("Remove? "));
        QVERIFY(pty.echoIsOn());
        pty.type("yes\n");
        QVERIFY(pty.waitFor("secret " + QByteArray("yes").toHex()));
        QVERIFY(pty.output().contains("Remove? yes"));
    }

    void cancelled_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::newRow("Ctrl+C") << QByteArray("abc\x03");
        QTest::newRow("Ctrl+D") << QByteArray("\x04");
    }

    void cancelled()
    {
        QFETCH(QByteArray, typed);
        PtyProcess pty(secretCommand());
        QVERIFY(pty.waitFor("Passphrase: "));
        pty.type(typed);
        QVERIFY(pty.waitFor("error cancelled"));
        QVERIFY(pty.echoIsOn());
        QCOMPARE(pty.end(), 1);
    }

    void signalTakesEffectAfterEchoIsBack_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("TERM") << SIGTERM;
        QTest::newRow("HUP") << SIGHUP;
        QTest::newRow("QUIT") << SIGQUIT;
    }

    void signalTakesEffectAfterEchoIsBack()
    {
        QFETCH(int, number);
        PtyProcess pty(secretCommand());
        QVERIFY(pty.waitFor("Passphrase: "));
        QVERIFY(!pty.echoIsOn());
        pty.type("half a sec");
        QVERIFY(::kill(pty.pid(), number) == 0);
        QCOMPARE(pty.end(), 128 + number);
        QVERIFY(pty.echoIsOn());
        QVERIFY(!pty.output().contains("half"));
    }

    void stopPutsEchoBackAndAsksAgain()
    {
        PtyProcess pty(QStringList{kProbe, QStringLiteral("jobshell")} + secretCommand());
        QVERIFY(pty.waitFor("Passphrase: "));
        pty.forget();
        pty.type("abc\x1a");
        QVERIFY(pty.waitFor("job stopped"));
        QVERIFY(pty.echoIsOn());
        pty.type("fg\n");
        QVERIFY(pty.waitFor("Passphrase: "));
        QVERIFY(!pty.echoIsOn());
        pty.type("again\n");
        QVERIFY(pty.waitFor("secret " + QByteArray("again").toHex()));
        QVERIFY(pty.waitFor("job ended 0"));
        QVERIFY(pty.echoIsOn());
    }

    void withoutTerminalItSaysSo()
    {
        QProcess process;
        process.start(QStringLiteral("/usr/bin/setsid"), QStringList{QStringLiteral("--wait")} + secretCommand());
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput(), QByteArray("error not_a_terminal\n"));
        QCOMPARE(process.exitCode(), 1);
    }
};

LATCHKEY_TEST_MAIN(TestTerminal)
#include "tst_terminal.moc"
