// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace desktop {

struct Options {
    QString home;              ///< folder of the vault; empty: the default
    bool noKeychain = false;   ///< never touch the keychain
    bool hidden = false;       ///< start without a window (autostart), if there is a tray
    bool systemIsDark = false; ///< the desktop prefers dark windows
};

} // namespace desktop
