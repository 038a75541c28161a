// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/exchanges.h"
#include "service/llmsettings.h"
#include "vault/auditlog.h"

#include <QJsonArray>
#include <QJsonObject>

// The JSON shapes of docs/INTERFACE.md, for the command line and later the API. Never a secret value.

namespace service::json {

[[nodiscard]] QJsonObject secretRow(const vault::Credential &credential);
/// One version: version, state, created_at, note.
[[nodiscard]] QJsonObject historyRow(const vault::VersionInfo &version);
[[nodiscard]] QJsonObject accountRow(const AccountSummary &account);
[[nodiscard]] QJsonObject accountDetails(const AccountSummary &account);
[[nodiscard]] QJsonObject llmRow(const vault::Credential &credential, const QString &defaultName);
[[nodiscard]] QJsonObject auditRow(const vault::AuditEntry &entry);
[[nodiscard]] QJsonObject slotRow(const vault::SlotInfo &slot);
[[nodiscard]] QJsonArray catalogue(const exchange::ExchangeCatalogue &catalogue);
/// The whole report of docs/INTERFACE.md, also of an account that could not even be asked about.
[[nodiscard]] QJsonObject checkObject(const SaveOutcome &outcome);
[[nodiscard]] QJsonObject saveOutcome(const SaveOutcome &outcome);

/// Everything that `status` prints.
struct StatusFacts {
    bool initialized = false;
    std::optional<LockState> state;
    QString format; ///< "1.0"; empty: unknown
    std::optional<qsizetype> credentials;
    QList<vault::SlotInfo> keySlots;
    std::optional<QMap<QString, bool>> exchangesConfigured;
    LlmEffective llm;
    vault::ports::KeychainStatus keychain;
    bool agent = false;
    QString agentSocket;
};
[[nodiscard]] QJsonObject status(const StatusFacts &facts);

/// Exit status of `exchange check` and `exchange update`: 0 works (or used elsewhere and only the address is wrong), 5 consent
/// required, 6 refused or another account's key, 7 unchecked. (`exchange add` is 0 unless consent is required.)
[[nodiscard]] int exitStatusForCheck(const SaveOutcome &outcome);
/// Of `exchange check --all`: 6 over 5 over 7 over 0.
[[nodiscard]] int exitStatusForChecks(const QList<SaveOutcome> &outcomes);

} // namespace service::json
