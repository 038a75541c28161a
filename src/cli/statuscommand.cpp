// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/statuscommand.h"

#include "access/agentprotocol.h"
#include "cli/opener.h"

#include <QJsonDocument>

namespace cli {

namespace {

QString stateText(const QJsonObject &status)
{
    if (!status[QLatin1StringView("initialized")].toBool())
        return QStringLiteral("no vault yet (latchkey init makes one)");
    const QString state = status[QLatin1StringView("state")].toString();
    return status[QLatin1StringView("agent")].toBool() ? state + QStringLiteral(", held by an agent") : state;
}

QString slotsText(const QJsonObject &status)
{
    QStringList kinds;
    for (const QJsonValue slot : status[QLatin1StringView("slots")].toArray())
        kinds << slot[QLatin1StringView("kind")].toString();
    return kinds.join(QStringLiteral(", "));
}

QString exchangesText(const QJsonObject &status)
{
    const QJsonObject exchanges = status[QLatin1StringView("exchange")].toObject();
    QStringList lines;
    for (auto item = exchanges.begin(); item != exchanges.end(); ++item) {
        const QJsonValue configured = item.value()[QLatin1StringView("configured")];
        const QString text = configured.isBool()
            ? (configured.toBool() ? QStringLiteral("configured") : QStringLiteral("not configured"))
            : QStringLiteral("unknown while locked");
        lines << QStringLiteral("%1 %2").arg(item.key(), text);
    }
    return lines.isEmpty() ? QStringLiteral("unknown while locked") : lines.join(QStringLiteral(", "));
}

QString llmText(const QJsonObject &status)
{
    const QJsonObject llm = status[QLatin1StringView("llm")].toObject();
    QString text = llm[QLatin1StringView("provider")].toString();
    if (const QString model = llm[QLatin1StringView("model")].toString(); !model.isEmpty())
        text += QLatin1Char(' ') + model;
    const QString source = llm[QLatin1StringView("source")][QLatin1StringView("provider")].toString();
    const QString origin = source == QLatin1StringView("default") ? QStringLiteral("by default")
                                                                  : QStringLiteral("from the ") + source;
    return QStringLiteral("%1 (%2)").arg(text, origin);
}

void print(Output &out, const QJsonObject &status, const QString &path)
{
    out.document(status);
    const QJsonValue count = status[QLatin1StringView("credential_count")];
    const QJsonObject keychain = status[QLatin1StringView("keychain")].toObject();
    QList<std::pair<QString, QString>> facts{{QStringLiteral("Vault"), path}, {QStringLiteral("State"), stateText(status)}};
    if (status[QLatin1StringView("initialized")].toBool()) {
        facts << std::pair(QStringLiteral("Ways in"), slotsText(status));
        facts << std::pair(QStringLiteral("Credentials"),
                           count.isDouble() ? QString::number(count.toInt()) : QStringLiteral("unknown while locked"));
        facts << std::pair(QStringLiteral("Exchanges"), exchangesText(status));
    }
    facts << std::pair(QStringLiteral("LLM provider"), llmText(status));
    facts << std::pair(QStringLiteral("Keychain"), keychain[QLatin1StringView("state")].toString());
    out.facts(facts);
}

} // namespace

base::Result<int> StatusCommand::runThroughAgent(Composition &parts, AgentLink &link)
{
    const auto environment = service::statusEnvironment(parts.providerCatalogue(), QProcessEnvironment::systemEnvironment());
    LATCHKEY_TRY(const agent::ControlResponse answer, link.call(agent::statusRequest(environment)));
    const auto document = QJsonDocument::fromJson(answer.values.value(agent::member::kDocument).toUtf8());
    if (!document.isObject())
        return base::fail(base::ErrorCode::BadResponse, QStringLiteral("agent"));
    QJsonObject status = document.object();
    // An agent that serves no HTTP API is reached at the socket that has just answered.
    if (status[QLatin1StringView("agent_socket")].isNull())
        status[QLatin1StringView("agent_socket")] = parts.paths().controlSocket;
    print(parts.output(), status, parts.paths().vaultFile);
    return 0;
}

base::Async<int> StatusCommand::gather(Composition &parts)
{
    auto gathered = parts.statusQuery().gather(QProcessEnvironment::systemEnvironment());
    return base::chain(gathered, this, [&parts](const service::json::StatusFacts &facts) {
        print(parts.output(), service::json::status(facts), parts.paths().vaultFile);
        return base::ready<int>(0);
    });
}

base::Async<int> StatusCommand::runAlone(Composition &parts)
{
    if (parts.host().state() == service::LockState::NotInitialized)
        return gather(parts);
    auto ways = WaysInReader(parts.options()).given();
    if (!ways) {
        // Given, and no way in: a vault that stays shut, not a fault of this program or of the command.
        const bool empty = ways.error().code == base::ErrorCode::EmptyField;
        return base::readyError<int>(base::ErrorCode::NoWayIn,
                                     empty ? QStringLiteral("the file is empty") : ways.error().detail);
    }
    if (!*ways)
        return gather(parts);
    return base::chain(parts.host().unlock(**std::move(ways)), this,
                       [this, &parts](const vault::SlotInfo &) { return gather(parts); });
}

base::Async<int> StatusCommand::run(Composition &parts)
{
    auto link = findAgent(parts);
    if (!link)
        return base::ready<int>(std::unexpected(link.error()));
    if (*link)
        return base::ready<int>(runThroughAgent(parts, **link));
    return runAlone(parts);
}

} // namespace cli
