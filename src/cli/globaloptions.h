// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cli {

/// Options that every command takes, before or after its name (docs/INTERFACE.md "Files and environment"). Empty: not given.
struct GlobalOptions {
    QString home;
    QString passphraseFile;
    QString recoveryKeyFile;
    QString newPassphraseFile;
    QString recoveryKeyOut;
    bool json = false;
    bool noKeychain = false;
    bool noAgent = false;
    bool yes = false;
};

} // namespace cli
