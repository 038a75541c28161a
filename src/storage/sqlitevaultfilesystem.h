// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/networkfilesystem.h"
#include "vault/ports/vaultfile.h"

#include <chrono>

namespace storage {

/// Vault files as SQLite databases (docs/FORMAT.md). On a network file system none is made, opened or replaced: IoFailure with
/// the detail "network_file_system". Stateless; each file it returns belongs to the thread that asked for it.
class SqliteVaultFileSystem final : public vault::ports::VaultFileSystem {
public:
    /// How long a write waits for another writer before it is Busy; tests shorten it.
    explicit SqliteVaultFileSystem(std::chrono::milliseconds busyTimeout = std::chrono::seconds{5},
                                   FileSystemTypes typeAt = fileSystemTypeAt);

    [[nodiscard]] bool exists(const QString &path) const override;
    [[nodiscard]] base::Result<std::unique_ptr<vault::ports::VaultFile>> createTemporary(const QString &path) override;
    [[nodiscard]] base::Result<void> publish(std::unique_ptr<vault::ports::VaultFile> created, const QString &path) override;
    [[nodiscard]] base::Result<void> replace(std::unique_ptr<vault::ports::VaultFile> created, const QString &path,
                                             const QString &aside) override;
    [[nodiscard]] base::Result<std::unique_ptr<vault::ports::VaultFile>> open(const QString &path) override;

private:
    /// Closes what stands at the path cleanly, if it is a vault at all. Busy when somebody else has it open.
    [[nodiscard]] base::Result<void> settle(const QString &path);

    std::chrono::milliseconds m_busyTimeout;
    FileSystemTypes m_typeAt;
};

} // namespace storage
