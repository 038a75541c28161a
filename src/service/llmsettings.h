// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/providercatalogue.h"
#include "service/secrets.h"

#include <QProcessEnvironment>

namespace service {

struct LlmChange {
    QString provider; ///< id or alias
    QString name;     ///< account name; empty: "main"
    std::optional<QString> baseUrl;
    std::optional<QString> model;
    std::optional<QString> deployment;
    std::optional<QString> apiVersion;
    std::optional<QByteArray> caPem; ///< content, not a path
    base::SecretFields fields;       ///< "api_key" or nothing
    bool makeDefault = true;         ///< the provider that programs get
    bool mustBeNew = false;          ///< AlreadyExists where there are settings of that name
    std::optional<bool> acceptPlain; ///< the user agrees (or no longer) that requests to this address go unencrypted
};

/// Where a setting came from.
enum class SettingSource { Vault, Environment, Default };
/// For a rename inside a running change: a provider that was chosen stays chosen.
[[nodiscard]] base::Result<void> renameLlmChoice(vault::Session &session, const QString &from, const QString &to);
[[nodiscard]] QString nameOf(SettingSource source); ///< "vault", "environment", "default"

struct ResolvedSetting {
    QString value;
    SettingSource source = SettingSource::Default;
};

/// What programs get: vault, then environment, then default, per setting.
struct LlmEffective {
    ResolvedSetting provider;
    ResolvedSetting model;
    ResolvedSetting baseUrl;
    bool azureConfigured = false;
    QString credential; ///< name in the vault, empty when none
};

/// Without a vault (locked or none) `stored` is empty and environment and defaults answer.
[[nodiscard]] LlmEffective resolveLlm(const llm::ProviderCatalogue &catalogue, const QList<vault::Credential> &stored,
                                      const QString &defaultName, const QProcessEnvironment &environment);

/// One setting of a provider: vault, then environment, then default. `provider` and `credential` may be null.
[[nodiscard]] ResolvedSetting resolveSetting(const llm::ProviderCatalogue &catalogue, const llm::ProviderInfo *provider,
                                             const vault::Credential *credential, const QString &field,
                                             const QProcessEnvironment &environment);

/// What a vault holds of providers.
struct LlmStock {
    QList<vault::Credential> stored;
    QString defaultName; ///< as it was chosen; empty when nothing was
};
/// Vault thread.
[[nodiscard]] base::Result<LlmStock> readLlm(vault::Session &session);
/// Finds `PROVIDER/NAME`; a provider's name or alias alone means its account "main". NotFound. Vault thread.
[[nodiscard]] base::Result<vault::Credential> findLlm(vault::Session &session, const llm::ProviderCatalogue &catalogue,
                                                      const QString &text);

[[nodiscard]] bool hasLlmKey(const vault::Credential &credential);
/// Plain http to another computer: what is asked and answered can be read on the way.
[[nodiscard]] bool isPlainAddress(const QUrl &baseUrl);
/// The user agreed to that for this address; another address needs agreement of its own.
[[nodiscard]] bool isPlainAccepted(const vault::Credential &credential, const QUrl &baseUrl);

/// LLM provider settings. Main thread.
class LlmSettings final : public QObject {
    Q_OBJECT

public:
    LlmSettings(VaultHost &host, const llm::ProviderCatalogue &catalogue, Caller caller, QObject *parent = nullptr);

    [[nodiscard]] const llm::ProviderCatalogue &catalogue() const noexcept { return m_catalogue; }
    /// Stores `PROVIDER/NAME` (new or changed). NotFound for an unknown provider, InvalidArgument for a bad URL.
    [[nodiscard]] base::Async<vault::Credential> set(const LlmChange &change);
    [[nodiscard]] base::Async<QList<vault::Credential>> list();
    [[nodiscard]] base::Async<vault::Credential> show(const QString &name); ///< empty name: the default one
    [[nodiscard]] base::Async<Done> remove(const QString &name);
    [[nodiscard]] base::Async<Done> setDefault(const QString &name);
    [[nodiscard]] base::Async<LlmEffective> effective(const QProcessEnvironment &environment);

private:
    VaultHost &m_host;
    const llm::ProviderCatalogue &m_catalogue;
    Caller m_caller;
};

} // namespace service
