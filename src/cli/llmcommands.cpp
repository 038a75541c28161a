// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opener.h"
#include "cli/removecommand.h"
#include "cli/secretinput.h"

namespace cli {

namespace {

class LlmSet final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("PROVIDER", m_change.provider, "ollama, openai or azure (also written azure-openai)");
        syntax.option("--name ACCOUNT", m_change.name, "Your name for the account (default: main)");
        syntax.option("--base-url URL", m_change.baseUrl, "Address of the API");
        syntax.option("--model MODEL", m_change.model, "Model");
        syntax.option("--deployment NAME", m_change.deployment, "Azure: deployment");
        syntax.option("--api-version DATE", m_change.apiVersion, "Azure: API version");
        syntax.footer(R"(The key comes as {"api_key":"..."} from standard input; on a terminal it is asked for.)");
    }
    [[nodiscard]] bool readsInput() const override { return true; }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        const llm::ProviderInfo *info = parts.providerCatalogue().find(m_change.provider);
        if (info == nullptr)
            return base::readyError<int>(base::ErrorCode::UnknownProvider, m_change.provider);
        auto fields = readSecretFields(prompts(*info), EmptyInput::MeansNothing);
        if (!fields)
            return base::ready<int>(std::unexpected(fields.error()));
        m_change.fields = *std::move(fields);
        return withVault(
            parts, this, [this, &parts] { return parts.llm().set(m_change); },
            [&parts](const vault::Credential &stored) {
                parts.output().document(service::json::llmRow(stored, stored.name));
                parts.output().line(QStringLiteral("Stored %1. Programs get it from now on.").arg(stored.name));
                return 0;
            });
    }

private:
    /// A key that is stored already may be left as it is.
    static QList<FieldPrompt> prompts(const llm::ProviderInfo &info)
    {
        QList<FieldPrompt> prompts;
        for (const llm::ProviderField &field : info.fields) {
            if (field.secret)
                prompts << FieldPrompt{field.id, field.label, false};
        }
        return prompts;
    }

    service::LlmChange m_change;
};

class LlmList final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        const auto all = std::make_shared<QList<vault::Credential>>();
        return withVault(
            parts, this,
            [this, &parts, all] {
                return base::chain(parts.llm().list(), this, [&parts, all](QList<vault::Credential> listed) {
                    *all = std::move(listed);
                    return parts.llm().effective(QProcessEnvironment::systemEnvironment());
                });
            },
            [&parts, all](const service::LlmEffective &effective) {
                print(parts.output(), *all, effective.credential);
                return 0;
            });
    }

private:
    static void print(Output &out, const QList<vault::Credential> &all, const QString &defaultName)
    {
        QJsonArray rows;
        QList<QStringList> table;
        for (const vault::Credential &each : all) {
            rows.append(service::json::llmRow(each, defaultName));
            table << QStringList{each.name, each.attributeValue(vault::attribute::kModel),
                                 each.attributeValue(vault::attribute::kBaseUrl),
                                 each.name == defaultName ? QStringLiteral("yes") : QStringLiteral("no")};
        }
        out.document(rows);
        out.table({QStringLiteral("NAME"), QStringLiteral("MODEL"), QStringLiteral("ADDRESS"), QStringLiteral("IN USE")},
                  table, QStringLiteral("No provider is set. Programs use Ollama on this computer."));
    }
};

class LlmShow final : public Command {
public:
    void declare(Syntax &syntax) override { syntax.positional("NAME", m_name, "Account; without it the one in use", false); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return parts.llm().show(m_name); },
            [this, &parts](const vault::Credential &found) {
                print(parts.output(), found, m_name.isEmpty() ? found.name : QString());
                return 0;
            });
    }

private:
    static void print(Output &out, const vault::Credential &found, const QString &defaultName)
    {
        out.document(service::json::llmRow(found, defaultName));
        const vault::VersionInfo *version = found.current();
        out.facts({{QStringLiteral("Name"), found.name},
                   {QStringLiteral("Provider"), found.attributeValue(vault::attribute::kProvider)},
                   {QStringLiteral("Model"), found.attributeValue(vault::attribute::kModel)},
                   {QStringLiteral("Address"), found.attributeValue(vault::attribute::kBaseUrl)},
                   {QStringLiteral("Deployment"), found.attributeValue(vault::attribute::kDeployment)},
                   {QStringLiteral("API version"), found.attributeValue(vault::attribute::kApiVersion)},
                   {QStringLiteral("Key"),
                    version != nullptr ? version->fields.join(QStringLiteral(", ")) : QStringLiteral("none")}});
    }

    QString m_name;
};

class LlmRemove final : public RemoveCommand {
    [[nodiscard]] QString question() const override { return QStringLiteral("Remove %1?").arg(name()); }
    [[nodiscard]] base::Async<service::Done> remove(Composition &parts) override { return parts.llm().remove(name()); }
};

} // namespace

void addLlmCommands(Syntax &root)
{
    Syntax llm = root.group("llm", "LLM providers");
    llm.command<LlmSet>("set", "Store a provider's settings and use them");
    llm.command<LlmList>("list", "List the providers, without keys");
    llm.command<LlmShow>("show", "Show one provider, without its key");
    llm.command<LlmRemove>("remove", "Remove a provider's settings");
}

} // namespace cli
