// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/commands.h"
#include "support/strictlog.h"
#include "support/testmain.h"

#include <QTest>

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void globalOptionsStandAnywhere_data();
    void globalOptionsStandAnywhere();
    void childIsKeptByteForByte();
    void dashesOfOtherCommands();
    void namesThatAreCommands();
    void usageFaultsRepeatNothing_data();
    void usageFaultsRepeatNothing();
    void helpAndVersion();
    void jsonIsSeenBeforeTheDashes();
};

namespace {

QByteArrayList split(const QByteArray &line)
{
    return line.isEmpty() ? QByteArrayList() : line.split(' ');
}

} // namespace

void TestCommandLine::globalOptionsStandAnywhere_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("before") << QByteArray("--json --home /h --passphrase-file p --no-agent --yes secret remove x");
    QTest::newRow("after") << QByteArray("secret remove x --json --home /h --passphrase-file p --no-agent --yes");
    QTest::newRow("between") << QByteArray("--home /h secret --json --yes remove --no-agent x --passphrase-file=p");
}

void TestCommandLine::globalOptionsStandAnywhere()
{
    QFETCH(const QByteArray, line);
    const cli::Parsed parsed = cli::parseCommandLine(split(line));
    const auto *invocation = std::get_if<std::unique_ptr<cli::Invocation>>(&parsed);
    QVERIFY(invocation != nullptr);
    const cli::GlobalOptions &options = (*invocation)->options;
    QVERIFY(options.json && options.noAgent && options.yes && !options.noKeychain);
    QCOMPARE(options.home, QStringLiteral("/h"));
    QCOMPARE(options.passphraseFile, QStringLiteral("p"));
    QVERIFY((*invocation)->commands.chosen != nullptr);
}

void TestCommandLine::childIsKeptByteForByte()
{
    const QByteArrayList child{"sh", "-c", "echo \xff", "--json", "--", "--with"};
    const cli::Parsed parsed = cli::parseCommandLine(split("run --with a --with b --") + child);
    const auto *invocation = std::get_if<std::unique_ptr<cli::Invocation>>(&parsed);
    QVERIFY(invocation != nullptr);
    QVERIFY(cli::isRunCommand(*(*invocation)->commands.chosen));
    QCOMPARE((*invocation)->child, child);
    QVERIFY(!(*invocation)->options.json);
}

void TestCommandLine::dashesOfOtherCommands()
{
    const cli::Parsed parsed = cli::parseCommandLine(split("get -- -strange"));
    const auto *invocation = std::get_if<std::unique_ptr<cli::Invocation>>(&parsed);
    QVERIFY(invocation != nullptr);
    QVERIFY(!cli::isRunCommand(*(*invocation)->commands.chosen));
}

void TestCommandLine::namesThatAreCommands()
{
    for (const char *line :
         {"get status", "secret show list", "secret set set", "exchange add bitget run", "sign get get get"}) {
        const cli::Parsed parsed = cli::parseCommandLine(split(line));
        QVERIFY2(std::holds_alternative<std::unique_ptr<cli::Invocation>>(parsed), line);
        QVERIFY(!cli::isRunCommand(*std::get<std::unique_ptr<cli::Invocation>>(parsed)->commands.chosen));
    }
}

void TestCommandLine::usageFaultsRepeatNothing_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"get a hunter2", "secret set x hunter2", "secret hunter2", "secret set x --value hunter2",
                             "get --hunter2 a", "audit --limit", "llm set", "status hunter2"})
        QTest::newRow(line) << QByteArray(line);
}

void TestCommandLine::usageFaultsRepeatNothing()
{
    QFETCH(const QByteArray, line);
    const cli::Parsed parsed = cli::parseCommandLine(split(line));
    const auto *fault = std::get_if<cli::UsageFault>(&parsed);
    QVERIFY(fault != nullptr);
    QVERIFY(!fault->text.isEmpty());
    QVERIFY2(!fault->text.contains(QStringLiteral("hunter2")), qUtf8Printable(fault->text));
}

void TestCommandLine::helpAndVersion()
{
    for (const char *line : {"--help", "--version", "secret --help", "run --help", "audit verify --help"}) {
        const cli::Parsed parsed = cli::parseCommandLine(split(line));
        const auto *help = std::get_if<cli::HelpText>(&parsed);
        QVERIFY2(help != nullptr, line);
        QVERIFY(help->text.endsWith(QLatin1Char('\n')));
    }
}

void TestCommandLine::jsonIsSeenBeforeTheDashes()
{
    QVERIFY(cli::wantsJson(split("frobnicate --json")));
    QVERIFY(!cli::wantsJson(split("run -- x --json")));
    QVERIFY(!cli::wantsJson({}));
}

LATCHKEY_TEST_MAIN(TestCommandLine)
#include "tst_commandline.moc"
