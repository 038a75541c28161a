// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "exchange/checkreport.h"
#include "exchange/formatcheck.h"
#include "service/exchanges.h"
#include "service/vaulthost.h"

#include <QString>

// The one place where codes become words, for every front end. Everything goes through tr().

namespace service::words {

struct Message {
    QString text; ///< what happened, one or two sentences
    QString hint; ///< what to do; may be empty
};

/// Open secrets in the detail are masked; where it repeats arguments, also what follows a telling name (api_key=...). Details
/// that are codes: "recovery_key", "recovery_checksum", "recovery_other_vault", "recovery_revoked" and "slot_damaged" of
/// WrongPassphrase, "slot_passphrase" and "slot_unknown" of MissingField, "slot_recovery" and "slot_last" of Denied, "not_given" and
/// "locked_by_hand" of NoWayIn, "consent" of NotFound, "other_agent" of TimedOut, "new_vault" of the keychain's.
[[nodiscard]] Message forError(const base::Error &error);
/// Bold result and explanation of a check, for example "Works, but this key may withdraw money." DESKTOP's ten messages.
[[nodiscard]] Message forReport(const exchange::CheckReport &report, const QString &exchangeName);
/// The key works, but belongs to another account at the exchange than the one that it was to replace.
[[nodiscard]] Message forOtherAccount(const QString &exchangeName);
/// Neutral: the exchange knows the key, and this computer's address is not among those that it takes, as the user said.
[[nodiscard]] Message forElsewhere(const QString &exchangeName);
/// State of an account in a list: "Works", "May withdraw", "Refused: passphrase", "Not checked", "Used elsewhere", ...
[[nodiscard]] QString accountState(const AccountSummary &account);
[[nodiscard]] QString forWarning(exchange::Warning warning);
[[nodiscard]] QString forFinding(const exchange::FormatFinding &finding, const QString &fieldLabel);
/// What choosing the keychain means, in the window that makes a vault.
[[nodiscard]] QString forKeychain(vault::ports::KeychainState state);
/// The state as it is, anywhere else.
[[nodiscard]] QString forKeychainNow(vault::ports::KeychainState state);
[[nodiscard]] QString slotKind(vault::SlotKind kind);
[[nodiscard]] QString howToStep(const QString &code);
/// What happened, for example "Value read".
[[nodiscard]] QString auditKind(const QString &kind);
/// How it ended, or what an unlock was made with.
[[nodiscard]] QString auditOutcome(const vault::AuditEvent &event);
/// What `doctor` may find; OpenToOthers has a %1 for the path.
enum class Diagnosis { HeapNotLocked, Dumpable, CoreFile, OpenToOthers };
[[nodiscard]] QString forDiagnosis(Diagnosis diagnosis);
/// A passphrase's strength 0-4 in words.
[[nodiscard]] QString strength(int score);

} // namespace service::words
