// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace platform {

// Where things stand. Sources: docs/INTERFACE.md "Files and environment" and "Agent"; XDG Base Directory Specification 0.8
// (relative paths in its variables are ignored). Nothing here creates anything.

/// Folder of the vault: $LATCHKEY_HOME, else the platform's application data folder (~/.local/share/latchkey). An empty
/// variable counts as unset.
[[nodiscard]] QString defaultHome();
/// The folder that `--home` named, absolute; defaultHome() when it is empty.
[[nodiscard]] QString homeFrom(const QString &option);

/// $XDG_STATE_HOME, else ~/.local/state: what storage::FileAnchorStore takes.
[[nodiscard]] QString stateBase();
/// Folder of the anchors: `latchkey` in stateBase().
[[nodiscard]] QString stateDirectory();

/// Folder of the settings that are not secret: $XDG_CONFIG_HOME/latchkey, else ~/.config/latchkey.
[[nodiscard]] QString configDirectory();

/// Folder of sockets and locks: $XDG_RUNTIME_DIR/latchkey when that folder is there and ours, else `<home>/run`. Through
/// sudo or su the variable may name somebody else's folder.
[[nodiscard]] QString runtimeDirectory(const QString &home);

/// Everything that belongs to one vault file.
struct VaultPaths {
    QString vaultFile; ///< absolute
    QString vaultId;   ///< first 16 hex digits of SHA-256 of the canonical path
    QString runtimeDirectory;
    QString controlSocket; ///< private channel of our own command line
    QString apiSocket;     ///< public HTTP API
    QString desktopLock;
};

/// Paths of the vault in `home`. The file need not exist; through a symbolic link it has the identity of its target.
[[nodiscard]] VaultPaths vaultPaths(const QString &home);

} // namespace platform
