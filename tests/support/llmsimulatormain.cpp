// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/llmsimulator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <cstdio>

/// Servers of language models for scripts. Prints one JSON line {"url","port"} when it is ready and runs until it is stopped or
/// its life is over. Later orders: curl -d '{"scenario":"html:403"}' URL/_simulator
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Plays Ollama, Azure OpenAI and OpenAI on loopback."));
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("ca-out"),
                        QStringLiteral("Where its CA certificate is written; without it plain http is spoken."),
                        QStringLiteral("FILE")},
                       {QStringLiteral("port"), QStringLiteral("0 = any."), QStringLiteral("N"), QStringLiteral("0")},
                       {QStringLiteral("scenario"), QStringLiteral("See llmsimulator.h."), QStringLiteral("S")},
                       {QStringLiteral("lifetime"), QStringLiteral("Ends itself, so that no script leaves one behind."),
                        QStringLiteral("SECONDS"), QStringLiteral("900")}});
    parser.process(app);
    const QString caPath = parser.value(QStringLiteral("ca-out"));
    using Transport = testsupport::LlmSimulator::Transport;
    testsupport::LlmSimulator simulator(caPath.isEmpty() ? Transport::Plain : Transport::Tls,
                                        parser.value(QStringLiteral("port")).toUShort());
    simulator.allowRemoteControl();
    if (parser.isSet(QStringLiteral("scenario")) && !simulator.play(parser.value(QStringLiteral("scenario")))) {
        std::fputs("llm-simulator: no such scenario\n", stderr);
        return 2;
    }
    if (!caPath.isEmpty()) {
        QFile file(caPath);
        if (!file.open(QIODevice::WriteOnly) || file.write(simulator.caPem()) != simulator.caPem().size()) {
            std::fputs("llm-simulator: the CA certificate could not be written\n", stderr);
            return 2;
        }
    }
    const QJsonObject ready{{QStringLiteral("url"), simulator.baseUrl().toString()},
                            {QStringLiteral("port"), simulator.baseUrl().port()}};
    std::puts(QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    QTimer::singleShot(std::chrono::seconds(parser.value(QStringLiteral("lifetime")).toInt()), &app,
                       &QCoreApplication::quit);
    return QCoreApplication::exec();
}
