// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/ports/vaultfile.h"

#include <chrono>

namespace storage {

/// Vault files as SQLite databases (docs/FORMAT.md). Stateless; each file it returns belongs to the thread that asked for it.
class SqliteVaultFileSystem final : public vault::ports::VaultFileSystem {
public:
    /// How long a write waits for another writer before it is Busy; tests shorten it.
    explicit SqliteVaultFileSystem(std::chrono::milliseconds busyTimeout = std::chrono::seconds{5});

    [[nodiscard]] bool exists(const QString &path) const override;
    [[nodiscard]] base::Result<std::unique_ptr<vault::ports::VaultFile>> createTemporary(const QString &path) override;
    [[nodiscard]] base::Result<void> publish(std::unique_ptr<vault::ports::VaultFile> created, const QString &path) override;
    [[nodiscard]] base::Result<std::unique_ptr<vault::ports::VaultFile>> open(const QString &path) override;

private:
    std::chrono::milliseconds m_busyTimeout;
};

} // namespace storage
