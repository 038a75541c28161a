// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/exchanges.h"
#include "service/jsonshapes.h"
#include "service/llmsettings.h"
#include "service/secrets.h"

#include <QProcessEnvironment>

namespace service {

/// What `status` needs of an environment. Variables that hold a secret are only told to be set.
[[nodiscard]] QMap<QString, QString> statusEnvironment(const llm::ProviderCatalogue &catalogue,
                                                       const QProcessEnvironment &environment);

/// Gathers what `status` tells about a vault as it is: opens nothing and asks the user nothing. Main thread.
class StatusQuery final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        VaultHost &host;
        Secrets &secrets;
        Exchanges &exchanges;
        LlmSettings &llm;
    };
    explicit StatusQuery(Parts parts, QObject *parent = nullptr);

    /// `environment` answers for LLM settings that the vault does not hold. What a locked vault does not tell stays unknown.
    /// Errors: those of VaultHost::inspect() but NotInitialized, and of reading an open vault.
    [[nodiscard]] base::Async<json::StatusFacts> gather(const QProcessEnvironment &environment);

private:
    using Facts = std::shared_ptr<json::StatusFacts>;
    [[nodiscard]] base::Async<Done> addFile(const Facts &facts);
    /// Of an open vault. Should it turn out that another program has rotated its key, it counts as locked.
    [[nodiscard]] base::Async<Done> addContent(const Facts &facts, const QProcessEnvironment &environment);
    [[nodiscard]] base::Async<Done> addOpenContent(const Facts &facts, const QProcessEnvironment &environment);
    [[nodiscard]] base::Async<Done> addLlm(const Facts &facts, const QProcessEnvironment &environment);

    Parts m_parts;
};

} // namespace service
