// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/backups.h"

namespace cli {

/// `restore FILE`: makes a vault of a backup. `restore --accept-older`: the way out when the vault file is older than the one that
/// this computer saw last, and the user put it back on purpose; opens the file itself, whatever an agent holds.
class RestoreCommand final : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Async<int> acceptOlder(Composition &parts);
    [[nodiscard]] base::Async<int> inspect(Composition &parts);
    [[nodiscard]] base::Async<int> restore(Composition &parts);

    QString m_path;
    bool m_acceptOlder = false;
    bool m_replace = false;
    bool m_dryRun = false;
};

} // namespace cli
