// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/xdgautostart.h"

#include "platform/sessionbuses.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using platform::XdgAutostart;

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QStringLiteral("(none)");
}

} // namespace

class TestXdgAutostart final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void switchesOnAndOff();
    void switchedOffByTheDesktop_data();
    void switchedOffByTheDesktop();
    void folderCannotBeWritten();
    void execLine_data();
    void execLine();
    void ofThisProgram();

private:
    QTemporaryDir m_folder;
};

void TestXdgAutostart::switchesOnAndOff()
{
    const QString folder = m_folder.filePath(QStringLiteral("new/autostart"));
    XdgAutostart autostart(folder, {QStringLiteral("/usr/bin/latchkey-desktop"), QStringLiteral("--hidden")});
    QVERIFY(!autostart.isEnabled()); // off until somebody wants it
    QVERIFY(!QDir(folder).exists());
    QVERIFY(autostart.setEnabled(false).has_value());
    QVERIFY(!QDir(folder).exists());
    QVERIFY(autostart.setEnabled(true).has_value());
    QVERIFY(autostart.isEnabled());
    const QString entry = contentOf(autostart.path());
    QVERIFY(entry.startsWith(QStringLiteral("[Desktop Entry]\nType=Application\n")));
    QVERIFY(entry.contains(QStringLiteral("\nExec=/usr/bin/latchkey-desktop --hidden\n")));
    QVERIFY(autostart.setEnabled(false).has_value());
    QVERIFY(!autostart.isEnabled());
    QVERIFY(QDir(folder).isEmpty());
}

void TestXdgAutostart::switchedOffByTheDesktop_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("enabled");
    QTest::newRow("hidden") << QStringLiteral("Hidden=true") << false;
    QTest::newRow("gnome") << QStringLiteral("X-GNOME-Autostart-enabled=false") << false;
    QTest::newRow("spaces") << QStringLiteral("Hidden = true ") << false;
    QTest::newRow("not hidden") << QStringLiteral("Hidden=false") << true;
}

void TestXdgAutostart::switchedOffByTheDesktop()
{
    QFETCH(const QString, line);
    QFETCH(const bool, enabled);
    XdgAutostart autostart(m_folder.filePath(QStringLiteral("desktop")), {QStringLiteral("/usr/bin/x")});
    QVERIFY(autostart.setEnabled(true).has_value());
    QString entry = contentOf(autostart.path());
    entry.replace(QStringLiteral("X-GNOME-Autostart-enabled=true"), line);
    QFile file(autostart.path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(entry.toUtf8());
    file.close();
    QCOMPARE(autostart.isEnabled(), enabled);
    QVERIFY(autostart.setEnabled(true).has_value()); // by our own switch again
    QVERIFY(autostart.isEnabled());
}

void TestXdgAutostart::folderCannotBeWritten()
{
    const QString file = m_folder.filePath(QStringLiteral("file"));
    QFile made(file);
    QVERIFY(made.open(QIODevice::WriteOnly));
    XdgAutostart autostart(file + QStringLiteral("/autostart"), {QStringLiteral("/usr/bin/x")});
    const auto set = autostart.setEnabled(true);
    QVERIFY(!set);
    QCOMPARE(set.error().code, base::ErrorCode::IoFailure);
    QVERIFY(!autostart.isEnabled());
}

void TestXdgAutostart::execLine_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QStringList &command, const char *line) {
        QTest::newRow(name) << command << QString::fromUtf8(line);
    };
    row("plain", {QStringLiteral("/opt/a-b_c/x"), QStringLiteral("--home")}, "/opt/a-b_c/x --home");
    row("space", {QStringLiteral("/home/a b/x")}, R"("/home/a b/x")");
    row("empty", {QString()}, R"("")");
    // The key file takes one of the two backslashes away, the command line the other (Desktop Entry Specification).
    row("quote", {QStringLiteral(R"(a"b)")}, R"("a\\"b")");
    row("dollar and backtick", {QStringLiteral("a$b`c")}, R"("a\\$b\\`c")");
    row("backslash", {QStringLiteral(R"(a\b)")}, R"("a\\\\b")");
    row("percent", {QStringLiteral("50%u")}, R"("50%%u")");
    row("letters of others", {QStringLiteral("/home/\u00fc/x")}, "\"/home/\u00fc/x\"");
}

void TestXdgAutostart::execLine()
{
    QFETCH(const QStringList, command);
    QFETCH(const QString, line);
    QCOMPARE(XdgAutostart::execLine(command), line);
}

void TestXdgAutostart::ofThisProgram()
{
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("config"))));
    const auto autostart = platform::makeAutostart(m_folder.filePath(QStringLiteral("my vault")));
    QVERIFY(!autostart->isEnabled());
    QVERIFY(autostart->setEnabled(true).has_value());
    const QString entry = contentOf(m_folder.filePath(QStringLiteral("config/autostart/latchkey-desktop.desktop")));
    QVERIFY2(entry.contains(QStringLiteral(" --hidden --home \"%1\"\n").arg(m_folder.filePath(QStringLiteral("my vault")))),
             qPrintable(entry));
    QVERIFY(entry.contains(QStringLiteral("Exec=") + QCoreApplication::applicationFilePath()));
}

LATCHKEY_TEST_MAIN(TestXdgAutostart)
#include "tst_xdgautostart.moc"
