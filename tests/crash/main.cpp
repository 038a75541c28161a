// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// crashharness [--rounds N | --faults | --tamper] [--stride N] [--seed S] [--operation X] [--folder DIR]
// Kills (default) or disturbs a process that works on a vault, or changes its file, and judges what is left. Exit status 1: the program has a fault.

#include "rounds.h"
#include "sweep.h"
#include "tamper.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <cstdio>

using namespace crashtest;

namespace {

void complain(const QString &text)
{
    std::fputs(qPrintable(text + QLatin1Char('\n')), stderr);
}

/// What the program says about disks that fail is expected here by the thousand.
void quiet(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg)
        complain(text);
}

/// Memory where there is a file system in it: nothing that is tested here depends on a disk, and it is faster.
QString defaultFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    return QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rounds(QStringLiteral("rounds"), {}, QStringLiteral("N"), QStringLiteral("200"));
    const QCommandLineOption faults(QStringLiteral("faults"));
    const QCommandLineOption tamper(QStringLiteral("tamper"));
    const QCommandLineOption stride(QStringLiteral("stride"), {}, QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption seed(QStringLiteral("seed"), {}, QStringLiteral("S"), QStringLiteral("1"));
    const QCommandLineOption operation(QStringLiteral("operation"), {}, QStringLiteral("X"), QStringLiteral("mixed"));
    const QCommandLineOption folder(QStringLiteral("folder"), {}, QStringLiteral("DIR"), defaultFolder());
    const QCommandLineOption list(QStringLiteral("list"));
    parser.addOptions({rounds, faults, tamper, stride, seed, operation, folder, list});
    parser.addHelpOption();
    parser.process(app);
    const QString scenario = parser.value(operation);
    if (parser.isSet(list)) {
        tell(scenarioNames().join(QLatin1Char('\n')));
        return 0;
    }
    if (!scenarioNames().contains(scenario)) {
        complain(QStringLiteral("unknown operation ") + scenario);
        return 2;
    }
    qputenv("TMPDIR", QFile::encodeName(parser.value(folder)));
    qInstallMessageHandler(quiet);
    const auto number = static_cast<std::uint64_t>(parser.value(seed).toULongLong());
    if (parser.isSet(tamper))
        return TamperSweep(number, parser.value(stride).toInt()).run() ? 0 : 1;
    const bool good = parser.isSet(faults) ? FaultSweep(scenario, number, parser.value(stride).toInt()).run()
                                           : KillRounds(scenario, number).run(parser.value(rounds).toInt());
    return good ? 0 : 1;
}
