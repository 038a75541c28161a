// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace llm {

/// One value that a provider needs, secret or not.
struct ProviderField {
    QString id;    ///< "api_key", "base_url", "model", "deployment", "api_version"
    QString label; ///< the provider's own words
    bool secret = false;
    bool required = false;
    QString fallback;        ///< value when nothing is set; empty = none
    QStringList environment; ///< variables that set it, the first that is not empty wins; after the vault, before `fallback`
};

/// The API that a provider's server speaks; "ollama", "azure", "openai" in the catalogue.
enum class ProviderApi {
    OpenAi, ///< and every server that speaks like OpenAI's; what is meant when the catalogue says nothing
    Ollama,
    Azure,
};

/// One entry of the catalogue (resources/llm-providers.json); valid by construction.
struct ProviderInfo {
    QString id;
    QStringList aliases;
    QString label;
    ProviderApi api = ProviderApi::OpenAi;
    QList<ProviderField> fields; ///< in the order of the form
    quint16 defaultPort = 0;     ///< for a base URL given as a bare host (OLLAMA_HOST); 0 = such a form is not known
    QUrl manageKeysUrl;          ///< empty where there is no key to manage
    QList<QUrl> sources;

    /// Null when there is none.
    [[nodiscard]] const ProviderField *field(QStringView fieldId) const;
    [[nodiscard]] bool needsKey() const;
};

/// LLM providers: resources/llm-providers.json, compiled in. Adding one is one entry. Immutable.
class ProviderCatalogue final {
public:
    [[nodiscard]] static base::Result<ProviderCatalogue> load();
    /// InvalidJson with the path of the member that is wrong.
    [[nodiscard]] static base::Result<ProviderCatalogue> parse(const QByteArray &json);

    [[nodiscard]] const QList<ProviderInfo> &list() const noexcept { return m_list; }
    /// By id or alias, without regard to case; null when there is none.
    [[nodiscard]] const ProviderInfo *find(QStringView idOrAlias) const;
    /// What is used when neither the vault nor the environment names a provider.
    [[nodiscard]] const ProviderInfo &fallback() const { return m_list.at(m_fallback); }
    /// Variables that set a field whatever the provider is ("provider", "model", "base_url"); they stand after the vault and
    /// before the provider's own. Empty list when there is none.
    [[nodiscard]] QStringList genericEnvironment(QStringView fieldId) const;

private:
    ProviderCatalogue() = default;
    QList<ProviderInfo> m_list;
    qsizetype m_fallback = 0;
    QList<std::pair<QString, QStringList>> m_generic;
};

/// A base URL as people and OLLAMA_HOST write it: "http://host:1/v1/", "127.0.0.1:11434", "0.0.0.0" (which means this
/// computer). Gives it without a trailing slash. InvalidArgument ("base_url") for anything that is no http or https URL, or has
/// a user, query or fragment.
[[nodiscard]] base::Result<QUrl> parseBaseUrl(const ProviderInfo &provider, const QString &text);

} // namespace llm
