// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

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

/// A text as a vault keeps it: without U+FEFF in front, of which Qt's reader of CBOR drops one. Where a secret may go must be the
/// same after it was read.
[[nodiscard]] QString keptText(const QString &text);

/// A version is given to programs only while it is current (or, asked for by number, previous).
enum class VersionState : std::uint8_t { Pending, Current, Previous, Retired, Rejected, Compromised };

[[nodiscard]] QString stateName(VersionState state);
/// Whether a version may go from one state to another. A replacement is taken into use or turned down; the one in use makes room
/// for another, or is held back; an earlier one comes back or ends. What was turned down, has ended or is known to others is
/// never used again, and to be known to others is the end of any. To stay is no step.
[[nodiscard]] bool mayBecome(VersionState from, VersionState to) noexcept;

/// One version of a credential's secret fields; the values are in the vault's record of that version.
struct VersionInfo {
    std::uint32_t number = 0;
    VersionState state = VersionState::Current;
    std::int64_t createdAtMs = 0;
    QString note;
    QStringList fields; ///< names of the secret fields, sorted
    QString keyHint;    ///< first and last characters of the public part of a key, for people; empty when there is none
    QString keyId = {}; ///< keyIdOf() its API key; empty when it has none
    /// Attributes that change when this version becomes current (empty value: taken away). Until then they count for it alone. A
    /// pending one brings new ones, a previous one those of its time.
    QMap<QString, QString> changes = {};
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
/// Lists of marks (see Credential::markOf), comma separated: keys whose withdrawal right the user accepted, and keys that were
/// found to have it. By key and not by version: the same key saved once more is still the same key.
inline const QString kWithdrawConsent = QStringLiteral("withdraw_consent");
inline const QString kHeldBack = QStringLiteral("held_back");
/// Milliseconds since 1970, of a credential that was removed and can still be put back. For every reader but that it is gone.
inline const QString kRemovedAt = QStringLiteral("removed_at");
/// The exchange's id of the account that the version in use belongs to; absent while unknown.
inline const QString kAccountUid = QStringLiteral("account_uid");
/// How long a version should be in use before it is replaced, in milliseconds; absent: nobody minds.
inline const QString kRotateEvery = QStringLiteral("rotate_every");
} // namespace attribute

/// Puts `changes` into `attributes`; an empty value takes one away.
void applyChanges(QMap<QString, QString> &attributes, const QMap<QString, QString> &changes);

/// Tells one API key from another without being it: the first 16 bytes of its SHA-256, in hex.
[[nodiscard]] QString keyIdOf(const base::SecretBytes &apiKey);

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
    /// A pending version is stored beside the one that programs get.
    [[nodiscard]] bool isReplacementWaiting() const noexcept { return pending() != nullptr && current() != nullptr; }
    [[nodiscard]] QString attributeValue(const QString &key) const { return attributes.value(key); }
    [[nodiscard]] bool isRemoved() const { return attributes.contains(attribute::kRemovedAt); }
    /// When the version in use should be replaced (milliseconds since 1970); nullopt when nothing was said about that.
    [[nodiscard]] std::optional<std::int64_t> rotationDueMs() const;
    /// SHA-256 over where the secret may go (exchange, environment, region, base URL, CA, provider, allowed operations);
    /// bound to every secret envelope, so that an edited destination cannot be paired with an old secret. A pending version
    /// may bring a destination of its own.
    [[nodiscard]] base::Digest32 destination(const VersionInfo &version = {}) const;
    /// The attributes as they are for `version`: those of the credential with the changes that wait with it.
    [[nodiscard]] QMap<QString, QString> attributesFor(const VersionInfo &version) const;

    /// What a version is called in the lists of kWithdrawConsent and kHeldBack: its key id, else its number.
    [[nodiscard]] static QString markOf(const VersionInfo &version);
    [[nodiscard]] bool isMarked(const QString &list, const QString &mark) const;
    /// The list with the mark added, or taken away.
    [[nodiscard]] QString markedList(const QString &list, const QString &mark, bool marked) const;
    /// The key is known to have the withdrawal right and nobody agreed: no version with it is given to programs.
    [[nodiscard]] bool isHeldBack(const QString &mark) const;
    [[nodiscard]] bool isHeldBack(const VersionInfo &version) const { return isHeldBack(markOf(version)); }
};

} // namespace vault
