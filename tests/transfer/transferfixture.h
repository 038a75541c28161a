// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/restore.h"
#include "vault/vaultfixture.h"

namespace transfertest {

/// A passphrase that a backup may have for its own.
inline constexpr std::string_view kBackupPassphrase = "seven otters juggle marmalade at noon";
inline constexpr std::string_view kNewPassphrase = "an entirely new passphrase";

/// Credentials of several kinds, with versions in all states, a report, settings, and one that was removed for now.
void fill(vault::Vault &vault);

/// All that a vault holds besides uuids of its own, keys and audit log: one line a thing, secret values of all versions included.
[[nodiscard]] base::Result<QStringList> everything(vault::Vault &vault);

/// A finished backup of an open vault at `path`.
[[nodiscard]] base::Result<transfer::WrittenBackup> backUp(vault::Session &session, const QString &path,
                                                           std::string_view passphrase = {});

/// A place to restore to, with a state folder of its own, as another computer would be.
struct Target {
    explicit Target(std::uint64_t seed = 99) : random(seed) {}
    vaulttest::Home home;
    testsupport::SequenceRandom random;
    QByteArray newRecoveryKey; ///< what was delivered

    [[nodiscard]] vault::Environment environment() { return {home.files, *home.anchors, home.clock, random}; }
    [[nodiscard]] transfer::RestoreRequest request();
    [[nodiscard]] base::Result<transfer::RestoredVault> restore(const QString &backup, const transfer::BackupKey &key,
                                                                const transfer::RestoreRequest &request);
    /// Unlocked by one of the two.
    [[nodiscard]] base::Result<std::unique_ptr<vault::Vault>> open(std::string_view passphrase,
                                                                   std::string_view recovery = {});
};

[[nodiscard]] transfer::BackupKey byRecovery(const QByteArray &text);
[[nodiscard]] transfer::BackupKey byPassphrase(std::string_view text);

} // namespace transfertest
