// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opener.h"
#include "cli/removecommand.h"
#include "cli/secretinput.h"
#include "service/llmwords.h"

#include <QFile>

namespace cli {

namespace {

constexpr qint64 kLargestCa = 1 << 20;

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
        syntax.option("--ca-file FILE", m_caFile, "Trust only this certificate (PEM); its content is stored");
        syntax.footer(R"(The key comes as {"api_key":"..."} from standard input; on a terminal it is asked for.
With --yes an address of another computer is accepted though it is not encrypted; a key is never sent there.)");
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
        if (auto read = readCa(); !read)
            return base::ready<int>(std::unexpected(read.error()));
        if (parts.options().yes)
            m_change.acceptPlain = true;
        return withVault(
            parts, this, [this, &parts] { return parts.llm().set(m_change); },
            [&parts](const vault::Credential &stored) {
                parts.output().document(service::json::llmRow(stored, stored.name));
                parts.output().line(QStringLiteral("Stored %1. Programs get it from now on.").arg(stored.name));
                parts.output().line(QStringLiteral("Ask the provider about it: latchkey llm check %1").arg(stored.name));
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

    [[nodiscard]] base::Result<void> readCa()
    {
        if (m_caFile.isEmpty())
            return {};
        QFile file(m_caFile);
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--ca-file: ") + file.errorString());
        m_change.caPem = file.read(kLargestCa);
        return m_change.caPem->isEmpty() ? base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--ca-file FILE"))
                                         : base::Result<void>();
    }

    service::LlmChange m_change;
    QString m_caFile;
};

class LlmList final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [&parts] { return parts.llmChecks().list(); },
            [&parts](const QList<service::LlmSummary> &all) {
                print(parts.output(), all);
                return 0;
            });
    }

private:
    static void print(Output &out, const QList<service::LlmSummary> &all)
    {
        QJsonArray rows;
        QList<QStringList> table;
        for (const service::LlmSummary &each : all) {
            rows.append(service::json::llmSummary(each));
            table << QStringList{each.credential.name, each.credential.attributeValue(vault::attribute::kModel),
                                 each.credential.attributeValue(vault::attribute::kBaseUrl), yesNo(each.isInUse),
                                 service::words::llmState(each.lastCheck)};
        }
        out.document(rows);
        out.table({QStringLiteral("NAME"), QStringLiteral("MODEL"), QStringLiteral("ADDRESS"), QStringLiteral("IN USE"),
                   QStringLiteral("STATE")},
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

/// Commands that ask a provider. Before something goes unencrypted to another computer, its owner is asked.
class LlmAsk : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("NAME", m_name, "Account; without it the one in use", false);
        syntax.footer("Before anything goes to another computer unencrypted you are asked; --yes answers for scripts.");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) final
    {
        return withVault(
            parts, this,
            [this, &parts] {
                return base::chain(parts.llmChecks().place(m_name), this, [this, &parts](const service::LlmPlace &place) {
                    const QString host = place.target.baseUrl.host();
                    const auto agreed = place.needsConsent
                        ? confirm(service::words::plainQuestion(host), parts.options().yes)
                        : base::Result<void>();
                    return agreed ? ask(parts, m_name, place.needsConsent)
                                  : base::ready<service::LlmOutcome>(std::unexpected(agreed.error()));
                });
            },
            [this, &parts](const service::LlmOutcome &outcome) {
                const int status = service::json::exitStatusForLlm(outcome.check);
                print(parts.output(), outcome);
                if (status != 0 && parts.output().json())
                    parts.output().failure(failureOf(outcome));
                return status;
            });
    }

protected:
    [[nodiscard]] virtual base::Async<service::LlmOutcome> ask(Composition &parts, const QString &name,
                                                               bool plainAccepted) = 0;
    virtual void print(Output &out, const service::LlmOutcome &outcome) const = 0;

    static void printReport(Output &out, const service::LlmOutcome &outcome)
    {
        const service::words::Message message = service::words::forLlmReport(outcome.check, outcome.place);
        const QString &name = outcome.place.name.isEmpty() ? outcome.place.providerName : outcome.place.name;
        out.line(QStringLiteral("%1: %2").arg(name, message.text));
        if (!message.hint.isEmpty())
            out.line(QStringLiteral("  ") + message.hint);
    }

private:
    static base::Error failureOf(const service::LlmOutcome &outcome)
    {
        if (outcome.check.verdict == llm::Verdict::Refused)
            return {base::ErrorCode::CredentialRefused, outcome.place.name};
        return {outcome.check.category == llm::Category::Tls ? base::ErrorCode::TlsFailure : base::ErrorCode::NetworkFailure,
                outcome.place.providerName};
    }

    QString m_name;
};

class LlmCheck final : public LlmAsk {
    [[nodiscard]] base::Async<service::LlmOutcome> ask(Composition &parts, const QString &name, bool plainAccepted) override
    {
        return parts.llmChecks().check(name, plainAccepted);
    }
    void print(Output &out, const service::LlmOutcome &outcome) const override
    {
        out.document(service::json::llmReport(outcome));
        printReport(out, outcome);
    }
};

class LlmModels final : public LlmAsk {
    [[nodiscard]] base::Async<service::LlmOutcome> ask(Composition &parts, const QString &name, bool plainAccepted) override
    {
        return parts.llmChecks().models(name, plainAccepted);
    }
    void print(Output &out, const service::LlmOutcome &outcome) const override
    {
        out.document(service::json::llmModels(outcome));
        if (outcome.check.verdict != llm::Verdict::Works)
            return printReport(out, outcome);
        QList<QStringList> table;
        for (const llm::Model &model : outcome.check.models)
            table << QStringList{model.id, yesNo(model.chat)};
        out.table({QStringLiteral("MODEL"), QStringLiteral("CHAT")}, table, QStringLiteral("The server has no model."));
    }
};

class LlmDefault final : public Command {
public:
    void declare(Syntax &syntax) override { syntax.positional("NAME", m_name, "Account"); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return parts.llm().setDefault(m_name); },
            [this, &parts](service::Done) {
                parts.output().document(QJsonObject{{QStringLiteral("default"), m_name}});
                parts.output().line(QStringLiteral("Programs get %1 from now on.").arg(m_name));
                return 0;
            });
    }

private:
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
    llm.command<LlmCheck>("check", "Ask a provider whether it answers, takes the key and has the model");
    llm.command<LlmModels>("models", "List the models that a provider has");
    llm.command<LlmDefault>("default", "Choose the provider that programs get");
    llm.command<LlmList>("list", "List the providers, without keys");
    llm.command<LlmShow>("show", "Show one provider, without its key");
    llm.command<LlmRemove>("remove", "Remove a provider's settings");
}

} // namespace cli
