// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/randomsource.h"
#include "storage/fileanchorstore.h"
#include "storage/sqlitevaultfilesystem.h"
#include "vault/vault.h"
#include "vault/vaultfixture.h"

#include <type_traits>

namespace bench {

/// Ends the program when a step failed: a figure about something that did not happen is none.
template<typename T>
T must(base::Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(vaulttest::describe(result.error())));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// A folder on a real disk with a vault and its witness file, and the adapters, clock and randomness that the programs use.
/// HOME/vault.db and STATE/latchkey stand where LATCHKEY_HOME and XDG_STATE_HOME would have them.
class Place final {
public:
    explicit Place(QString folder);
    Q_DISABLE_COPY_MOVE(Place)

    [[nodiscard]] const QString &folder() const noexcept { return m_folder; }
    [[nodiscard]] QString vaultFile() const { return m_folder + QStringLiteral("/home/vault.db"); }
    [[nodiscard]] vault::Environment environment() { return {m_files, m_anchors, m_clock, m_random}; }
    /// A new vault whose passphrase slot has the cheapest key derivation of the format; unlocked.
    [[nodiscard]] base::Result<std::unique_ptr<vault::Vault>> create(const base::SecretBytes &passphrase);
    /// Takes over the files of a place whose vault is closed, and waits until they are on the disk.
    void copyFrom(const Place &other) const;

private:
    QString m_folder;
    base::SystemClock m_clock;
    base::SystemRandomSource m_random;
    storage::SqliteVaultFileSystem m_files;
    storage::FileAnchorStore m_anchors;
};

} // namespace bench
