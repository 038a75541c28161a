// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include "base/secretbytes.h"
#include "support/testmain.h"

#include <QProcess>

#include <cstring>

/// What the test starts as a second process: a program that logs.
static int logSomething()
{
    base::initSecureHeap();
    base::installLogHandler();
    base::SecretBytes secret = base::SecretBytes::copyOf("open-sesame-77").value();
    secret.maskInLogs();
    qCWarning(base::lcVault) << "first" << QString::fromLatin1("open-sesame-77");
    qCWarning(base::lcNet).noquote() << "Authorization: Bearer abcdefgh";
    qCDebug(base::lcNet) << "debug is off by default";
    qDebug() << "chatter of a library";
    qWarning("warning of a library");
    return 0;
}

class TestLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void everyLineIsMaskedAndGoesToStandardError()
    {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("QT_LOGGING_RULES"));
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--log")});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitCode(), 0);
        QCOMPARE(child.readAllStandardOutput(), QByteArray());
        QCOMPARE(child.readAllStandardError(),
                 QByteArray("latchkey: latchkey.vault: first \"***\"\n"
                            "latchkey: latchkey.net: Authorization: Bearer ***\n"
                            "latchkey: default: warning of a library\n"));
    }
};

int main(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--log") == 0)
        return logSomething();
    base::initSecureHeap();
    const QCoreApplication app(argc, argv);
    TestLog test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_log.moc"
