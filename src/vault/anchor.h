// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/integrity.h"

namespace vault {

/// The witness outside the vault file (see ports::AnchorStore): it remembers the last state that this computer saw, so that an
/// older copy of the whole file put back in its place is noticed. Written after each change and at closing.
class Anchor final {
public:
    Anchor(ports::AnchorStore &store, const Keyring &keys);
    Q_DISABLE_COPY_MOVE(Anchor)

    enum class Verdict {
        First,        ///< nothing was remembered: a new computer, or the witness was deleted
        Fits,         ///< the file is the one last seen, or newer
        Accepted,     ///< older than last seen or another history, and the user said that this is meant
        LogWasLonger, ///< fits, but the audit log had more entries: the last releases before a power loss are missing
    };

    /// What the store remembers; read before the database is, so that a change in between can only make the file newer.
    [[nodiscard]] base::Result<QList<QByteArray>> remembered();
    /// OlderThanLastSeen, or IntegrityFailure for another history with the same counter.
    [[nodiscard]] base::Result<Verdict> judge(const QList<QByteArray> &remembered, const Integrity &integrity,
                                              std::uint64_t auditSeq) const;
    /// Highest counter of this generation that the store vouches for; 0 when there is none.
    [[nodiscard]] std::uint64_t highestCounter(const QList<QByteArray> &remembered) const;
    /// Remembers the state whatever stands there, in both slots: after an older file was accepted.
    [[nodiscard]] base::Result<void> replace(const Integrity &integrity, std::uint64_t auditSeq);
    /// Remembers the state if it is newer than what stands there. A failure is reported and does not undo the change.
    [[nodiscard]] base::Result<void> remember(const Integrity &integrity, std::uint64_t auditSeq);

private:
    struct Seen {
        std::uint32_t gen = 0;
        std::uint64_t counter = 0;
        std::uint64_t auditSeq = 0;
        QByteArray rootTag;
        bool authentic = false;
        int slot = 0; ///< where it stands
        [[nodiscard]] auto order() const noexcept { return std::tie(gen, counter, auditSeq); }
    };
    [[nodiscard]] std::optional<Seen> parse(const QByteArray &slot) const;
    [[nodiscard]] std::optional<Seen> newest(const QList<QByteArray> &slotValues) const;
    [[nodiscard]] QByteArray encode(const Seen &seen) const;
    [[nodiscard]] Seen stateOf(const Integrity &integrity, std::uint64_t auditSeq) const;

    ports::AnchorStore &m_store;
    const Keyring &m_keys;
};

} // namespace vault
