// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/providerprobe.h"
#include "service/llmsettings.h"

#include <QJsonArray>
#include <QJsonObject>

namespace service {

/// Settings of a provider as lists show them.
struct LlmSummary {
    vault::Credential credential;
    std::optional<llm::ProviderReport> lastCheck; ///< of the settings as they are now; of no others
    bool isInUse = false;                         ///< what programs get
    QString providerName;                         ///< for people
};

/// Who is asked, and whether that may be done without a further question.
struct LlmPlace {
    QString name;         ///< in the vault; empty: nothing is stored, and environment and defaults say what programs get
    QString provider;     ///< id
    QString providerName; ///< for people
    llm::ProbeTarget target;
    bool needsConsent = false; ///< goes unencrypted to another computer, and nobody agreed yet
};

/// What became of asking a provider.
struct LlmOutcome {
    LlmPlace place;
    llm::ProviderReport check;
};

/// Asks providers of language models. What is stored stays stored whatever they answer. Main thread.
///
/// A stored key goes to the stored address or to the provider's own, never to one that an environment variable names.
class LlmChecks final : public QObject {
    Q_OBJECT

public:
    /// The catalogue outlives the host, whose thread reads it.
    struct Parts {
        VaultHost &host;
        const llm::ProviderCatalogue &catalogue;
        const llm::ProbeMap &probes;
        Caller caller;
        QProcessEnvironment environment;
    };
    explicit LlmChecks(Parts parts, QObject *parent = nullptr);

    [[nodiscard]] const llm::ProviderCatalogue &catalogue() const noexcept { return m_parts.catalogue; }
    [[nodiscard]] base::Async<QList<LlmSummary>> list();
    /// Where check() would ask; empty name: what programs get. NotFound, UnknownProvider, MissingField, InvalidArgument.
    [[nodiscard]] base::Async<LlmPlace> place(const QString &name);
    /// Asks about server, key and model, and keeps the report of what is stored. Trouble on the way is a report, and so is an
    /// address that needs consent and did not get it ("not_encrypted"). InsecureTransport for a key and plain http.
    [[nodiscard]] base::Async<LlmOutcome> check(const QString &name, bool plainAccepted = false);
    /// Asks for the models alone, whichever is chosen; nothing is kept.
    [[nodiscard]] base::Async<LlmOutcome> models(const QString &name, bool plainAccepted = false);
    /// The same for settings that are being typed. The stored key is used only where they go to the address it is stored for.
    [[nodiscard]] base::Async<LlmOutcome> modelsFor(LlmChange draft);

private:
    struct Question;
    enum class Keep { Nothing, Report };
    [[nodiscard]] base::Async<LlmOutcome> ask(Question question, Keep keep);
    [[nodiscard]] base::Async<LlmOutcome> finish(LlmOutcome outcome, Keep keep);
    [[nodiscard]] base::Async<LlmOutcome> note(const LlmOutcome &outcome);

    Parts m_parts;
};

/// The documents of the command line (docs/INTERFACE.md): a report, the models as an array, and a row of the list.
namespace json {
[[nodiscard]] QJsonObject llmReport(const LlmOutcome &outcome);
[[nodiscard]] QJsonArray llmModels(const LlmOutcome &outcome);
[[nodiscard]] QJsonObject llmSummary(const LlmSummary &summary);
/// 0, 6 or 7.
[[nodiscard]] int exitStatusForLlm(const llm::ProviderReport &report);
} // namespace json

} // namespace service
