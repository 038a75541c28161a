// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/slotmanager.h"

#include <QSet>

#include <vector>

namespace vault {

/// What shows which slots can go on under a new vault key.
struct RotationInput {
    std::vector<base::SecretBytes> passphrases;         ///< UTF-8 as typed; each is tried at each slot that takes one
    std::map<QUuid, base::SecretBytes> keychainSecrets; ///< halves of passphrase+keychain slots, by slot id
    QSet<QUuid> drop;                                   ///< slots that end with the old key
    std::uint64_t availableMemoryKiB = 0;               ///< see UnlockRequest
    bool mustProve = true; ///< a vault with a passphrase wants one of them, even when none of its slots goes on
};

/// One slot that goes on.
struct KeptSlot {
    SlotInfo slot;
    std::shared_ptr<const base::SecretBytes> passphrase; ///< normalised; of slots that take one
    /// A new half of the key under a new slot id, already kept by the keychain, for slots with one: to be filled in by the caller.
    QUuid newId;
    base::SecretBytes newHalf;
};

struct RotationPlan {
    std::vector<KeptSlot> kept;
    QList<SlotInfo> dropped;
    base::Digest32 seen{}; ///< header MAC of the slots that were looked at
};

struct RotationOrder {
    crypto::Argon2Params kdf;
    RecoveryKeyDelivery deliver;
    std::function<void()> keysDerived; ///< from here on no key is derived from a passphrase any more; may be empty
    std::function<bool()> isWanted;    ///< asked before each row; false ends it, Cancelled; may be empty
};

struct RotationOutcome {
    std::uint32_t gen = 0;
    QStringList oldKeychainEntries; ///< in the clean-up list by now
};

/// Gives the vault another vault key: every record, setting, slot, index and MAC is made anew in one transaction, with a new
/// recovery key. Only copies of the file that were made before can still be opened by the old ways in. The audit log is not rewritten.
/// Either all of it happens or nothing. Vault thread.
class Rotation final {
public:
    Rotation(Session &session, QString program) : m_session(session), m_program(std::move(program)) {}

    /// Which slots go on. WrongPassphrase when one that was given opens nothing; MissingField with the detail "slot_passphrase" when
    /// a slot's was not given and it is not to be dropped, "slot_unknown" for one that this program cannot make; KeychainUnavailable
    /// without its half; Denied "slot_last" when none for every day would be left. Nothing is written.
    [[nodiscard]] base::Result<RotationPlan> plan(const RotationInput &input);
    /// Conflict when the slots are not those of the plan any more. After success the session goes on with the new key.
    [[nodiscard]] base::Result<RotationOutcome> run(const RotationPlan &plan, const RotationOrder &order);

private:
    struct Made;
    [[nodiscard]] base::Result<Made> makeKeys(const RotationPlan &plan, const crypto::Argon2Params &kdf);
    [[nodiscard]] base::Result<void> write(Session::Successor &to, const Made &made, const RotationPlan &plan,
                                           const RotationOrder &order);
    [[nodiscard]] base::Result<void> rewriteRows(Session::Successor &to, const RotationOrder &order);
    [[nodiscard]] base::Result<void> replaceSlots(Session::Successor &to, const Made &made);
    [[nodiscard]] base::Result<void> record(Session::Successor &to, const RotationPlan &plan);
    [[nodiscard]] QStringList oldEntries(const RotationPlan &plan) const;

    Session &m_session;
    QString m_program;
};

} // namespace vault
