// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace cli {

/// `restore --accept-older`: the way out when the vault file is older than the one that this computer saw last, and the user
/// put it back on purpose. Opens the file itself, whatever an agent holds; needs a way in like any other opening.
class RestoreCommand final : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    bool m_acceptOlder = false;
};

} // namespace cli
