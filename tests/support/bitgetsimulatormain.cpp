// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/bitgetsimulator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <cstdio>

namespace {

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

int complain(const char *text)
{
    std::fprintf(stderr, "bitget-simulator: %s\n", text);
    return 2;
}

} // namespace

/// Bitget for scripts. Prints one JSON line {"url","port","ca"} when it is ready and runs until it is stopped or its life is
/// over. Later orders: curl --cacert CA -d '{"scenario":"code:40018"}' URL/_simulator
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Plays Bitget's REST interface on loopback."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("ca-out"), QStringLiteral("Where its CA certificate is written."), QStringLiteral("FILE")},
         {QStringLiteral("port"), QStringLiteral("0 = any."), QStringLiteral("N"), QStringLiteral("0")},
         {QStringLiteral("scenario"), QStringLiteral("See bitgetsimulator.h."), QStringLiteral("S")},
         {QStringLiteral("key"), QStringLiteral("A known key, may be given more than once; see keyFromJson()."),
          QStringLiteral("JSON")},
         {QStringLiteral("clock-offset"), QStringLiteral("Its clock against this computer's."), QStringLiteral("MS"),
          QStringLiteral("0")},
         {QStringLiteral("lifetime"), QStringLiteral("Ends itself, so that no script leaves one behind."),
          QStringLiteral("SECONDS"), QStringLiteral("900")}});
    parser.process(app);
    const QString caPath = parser.value(QStringLiteral("ca-out"));
    if (caPath.isEmpty())
        return complain("--ca-out is required");

    testsupport::BitgetSimulator simulator(parser.value(QStringLiteral("port")).toUShort());
    simulator.allowRemoteControl();
    simulator.setClockOffset(parser.value(QStringLiteral("clock-offset")).toLongLong());
    const QStringList keys = parser.values(QStringLiteral("key"));
    if (!keys.isEmpty())
        simulator.removeKeys();
    for (const QString &key : keys) {
        const QJsonDocument json = QJsonDocument::fromJson(key.toUtf8());
        if (!json.isObject())
            return complain("--key takes a JSON object");
        simulator.setKey(testsupport::keyFromJson(json.object()));
    }
    if (parser.isSet(QStringLiteral("scenario")) && !simulator.play(parser.value(QStringLiteral("scenario"))))
        return complain("no such scenario");
    if (!writeFile(caPath, simulator.caPem()))
        return complain("the CA certificate could not be written");

    const QJsonObject ready{{QStringLiteral("url"), simulator.baseUrl().toString()},
                            {QStringLiteral("port"), simulator.baseUrl().port()},
                            {QStringLiteral("ca"), caPath}};
    std::printf("%s\n", QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    QTimer::singleShot(std::chrono::seconds(parser.value(QStringLiteral("lifetime")).toInt()), &app,
                       &QCoreApplication::quit);
    return QCoreApplication::exec();
}
