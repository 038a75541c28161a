// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/llmchecks.h"

#include <QCoreApplication>

namespace presentation {

/// What stands in the form of a provider's settings, the key apart.
struct LlmTexts {
    QString baseUrl;
    QString model;
    QString deployment;
    QString apiVersion;
    bool plainAccepted = false; ///< the user agrees that requests to this address go unencrypted

    friend bool operator==(const LlmTexts &, const LlmTexts &) = default;
};

/// What the form of a provider's settings tells about them, in words. A view: both are of the editor. `settings` nullptr: new
/// ones.
class LlmFacts final {
    Q_DECLARE_TR_FUNCTIONS(presentation::LlmFacts)

public:
    LlmFacts(const llm::ProviderInfo *provider, const service::LlmSummary *settings) noexcept
        : m_provider(provider)
        , m_settings(settings)
    {
    }

    /// Account part of the name, "main"; empty while new.
    [[nodiscard]] QString accountName() const;
    /// What is stored; empty while new.
    [[nodiscard]] LlmTexts storedTexts() const;
    /// "Stored on 22 Nov 2026"; empty when no key is stored.
    [[nodiscard]] QString storedText() const;
    /// "Checked 22 Nov 2026, 20:31."
    [[nodiscard]] QString checkedText() const;
    /// Whether requests to what is typed there would go unencrypted to another computer.
    [[nodiscard]] bool isPlain(const QString &baseUrl) const;

private:
    const llm::ProviderInfo *m_provider;
    const service::LlmSummary *m_settings;
};

} // namespace presentation
