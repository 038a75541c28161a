// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/controlmessage.h"
#include "service/exchanges.h"
#include "service/runplanner.h"

#include <QProcessEnvironment>

// What the operations of the private channel carry: both ends, the command line and the agent, are written against this.

namespace agent {

namespace operation {
inline const QString kStatus = QStringLiteral("status");
inline const QString kLock = QStringLiteral("lock");
inline const QString kUnlock = QStringLiteral("unlock");
inline const QString kGet = QStringLiteral("get");
inline const QString kRun = QStringLiteral("run");
inline const QString kSign = QStringLiteral("sign");
inline const QString kRaise = QStringLiteral("raise"); ///< the desktop shows its window
inline const QString kState = QStringLiteral("state"); ///< the lock state alone, without asking anybody
} // namespace operation

namespace member {
inline const QString kState = QStringLiteral("state");       ///< "not-initialized", "locked", "unlocked"
inline const QString kReason = QStringLiteral("reason");     ///< why it is locked: "changed_elsewhere" or nothing
inline const QString kDocument = QStringLiteral("document"); ///< JSON text of `status`
inline const QString kReference = QStringLiteral("reference");
inline const QString kValue = QStringLiteral("value");
inline const QString kOnce = QStringLiteral("once"); ///< "yes": keep nothing of what is read
inline const QString kPassphrase = QStringLiteral("passphrase");
inline const QString kRecoveryKey = QStringLiteral("recovery_key");
inline const QString kKeychain = QStringLiteral("keychain");  ///< "no": the keychain is not to be touched
inline const QString kPrompt = QStringLiteral("prompt");      ///< "yes": the keychain may ask the user
inline const QString kOpenedBy = QStringLiteral("opened_by"); ///< name of a slot kind
} // namespace member

/// `status` answers for the caller's environment (service::statusEnvironment), not for the agent's.
[[nodiscard]] ControlRequest statusRequest(const QMap<QString, QString> &environment);
[[nodiscard]] QProcessEnvironment environmentOf(const ControlRequest &request);

[[nodiscard]] base::Result<ControlRequest> runRequest(const service::RunRequest &request);
/// Everything but the caller. BadResponse when it is malformed.
[[nodiscard]] base::Result<service::RunRequest> parseRunRequest(const ControlRequest &request);
[[nodiscard]] ControlResponse runResponse(service::RunPlan plan);
[[nodiscard]] service::RunPlan parseRunResponse(ControlResponse response);

/// The body travels with the secrets: an order may be one.
[[nodiscard]] base::Result<ControlRequest> signRequest(const QString &account, const exchange::SigningRequest &request);
struct SignMessage {
    QString account;
    exchange::SigningRequest request;
};
/// BadResponse when it is malformed.
[[nodiscard]] base::Result<SignMessage> parseSignRequest(const ControlRequest &request);

[[nodiscard]] ControlResponse failure(const base::Error &error);

} // namespace agent
