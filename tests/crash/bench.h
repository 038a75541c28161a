// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "child.h"

// What rounds of kills and sweeps of faults share: a vault in a home of its own, and the judgement on what a child left there.

namespace crashtest {

/// A fault of the program: what was expected, and what is there.
using Verdict = base::Result<void>;

[[nodiscard]] std::unexpected<base::Error> wrong(const QString &what);

class Bench final {
public:
    explicit Bench(std::uint64_t seed) : m_seed(seed) { renew(); }

    /// A new home without a vault.
    void renew();
    /// A vault with that passphrase, made by this process, and closed again.
    [[nodiscard]] Verdict create(const QString &passphrase);
    /// Done by this process, undisturbed.
    [[nodiscard]] Verdict advance(const QList<Step> &steps);

    /// Opens the vault with the passphrase of each candidate and reads everything. It must open, verify whole, and be exactly
    /// one of the candidates, which becomes state(); the passphrase, the recovery key and the other way of that one open it, and
    /// none of those that only another candidate has, or that state() had before. Nothing is left in the folders
    /// but what belongs there. Returns the place of the candidate.
    [[nodiscard]] base::Result<int> judge(const QList<State> &candidates);
    /// The vault that a killed or failed creation left. `mustExist`: it was reported as made. `mayLeave`: the disk refused to
    /// delete, so that a temporary file may be there until somebody creates a vault in that place again.
    [[nodiscard]] Verdict judgeCreation(const QString &passphrase, const QByteArray &recoveryKey, bool mustExist,
                                        bool mayLeave);

    /// Keeps the files as they are; putBack() brings them back.
    void keep();
    void putBack();
    /// The vault's file is the one that was kept, byte for byte.
    [[nodiscard]] bool isAsKept() const { return vaulttest::contentOf(m_home->path()) == m_keptVault; }

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] vaulttest::Home &home() { return *m_home; }
    /// Never the same twice.
    [[nodiscard]] std::uint64_t freshSeed() { return m_seed * 1'000'003 + ++m_used; }

private:
    [[nodiscard]] base::Result<std::unique_ptr<vault::Vault>> open(const QString &passphrase);
    [[nodiscard]] base::Result<std::unique_ptr<vault::Vault>> openOne(const QList<State> &candidates, QString &passphrase);
    [[nodiscard]] bool opens(const vault::UnlockRequest &way);
    [[nodiscard]] Verdict checkWays(const State &found, const QList<State> &candidates);
    [[nodiscard]] Verdict checkFolders(bool mayLeave = false) const;

    std::uint64_t m_seed;
    std::uint64_t m_used = 0;
    std::unique_ptr<vaulttest::Home> m_home;
    State m_state;
    QByteArray m_keptVault;
    QByteArray m_keptAnchor;
    State m_keptState;
};

} // namespace crashtest
