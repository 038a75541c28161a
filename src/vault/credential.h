// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <cstdint>
#include <optional>

namespace vault {

enum class CredentialKind : std::uint8_t {
    Generic,
    Exchange,
    Llm,
    Database,
    ApiKey,
    OAuth,
    TlsCertificate,
    EncryptionKey,
    ServiceAccount,
};

/// "generic", "exchange", "llm", "database", "api-key", "oauth", "tls-certificate", "encryption-key", "service-account".
[[nodiscard]] QString kindName(CredentialKind kind);
[[nodiscard]] std::optional<CredentialKind> kindFromName(const QString &name);

/// A version is given to programs only while it is current (or, asked for by number, previous).
enum class VersionState : std::uint8_t { Pending, Current, Previous, Retired, Rejected, Compromised };

[[nodiscard]] QString stateName(VersionState state);

/// One version of a credential's secret fields; the values are in the vault's record of that version.
struct VersionInfo {
    std::uint32_t number = 0;
    VersionState state = VersionState::Current;
    std::int64_t createdAtMs = 0;
    QString note;
    QStringList fields; ///< names of the secret fields, sorted
    QString keyHint;    ///< first and last characters of the public part of a key, for people; empty when there is none
};

/// Names of attributes with a meaning of their own.
namespace attribute {
inline const QString kExchange = QStringLiteral("exchange");
inline const QString kEnvironment = QStringLiteral("environment"); ///< "live" or "demo"
inline const QString kRegion = QStringLiteral("region");
inline const QString kBaseUrl = QStringLiteral("base_url");
inline const QString kCaPem = QStringLiteral("ca_pem");
inline const QString kProxy = QStringLiteral("proxy");
inline const QString kElsewhere = QStringLiteral("elsewhere"); ///< "true": used from another computer
inline const QString kAllowedOperations = QStringLiteral("allowed_operations");
inline const QString kProvider = QStringLiteral("provider");
inline const QString kModel = QStringLiteral("model");
inline const QString kDeployment = QStringLiteral("deployment");
inline const QString kApiVersion = QStringLiteral("api_version");
/// Number of the version whose withdrawal right the user accepted.
inline const QString kWithdrawConsent = QStringLiteral("withdraw_consent");
} // namespace attribute

/// A credential without its secret values. Value type, any thread.
struct Credential {
    QUuid id;
    QString name;
    CredentialKind kind = CredentialKind::Generic;
    QString description;
    QStringList tags;
    QMap<QString, QString> attributes;
    QList<VersionInfo> versions; ///< ascending by number
    std::uint32_t keepVersions = 10;
    std::int64_t createdAtMs = 0;
    std::int64_t updatedAtMs = 0;
    std::uint64_t revision = 0; ///< grows by one with each change; a stale one is refused (Conflict)

    [[nodiscard]] const VersionInfo *current() const noexcept;
    [[nodiscard]] const VersionInfo *pending() const noexcept;
    [[nodiscard]] const VersionInfo *version(std::uint32_t number) const noexcept;
    [[nodiscard]] QString attributeValue(const QString &key) const { return attributes.value(key); }
    /// SHA-256 over where the secret may go (exchange, environment, region, base URL, CA, provider, allowed operations);
    /// bound to every secret envelope, so that an edited destination cannot be paired with an old secret.
    [[nodiscard]] base::Digest32 destination() const;
};

} // namespace vault
