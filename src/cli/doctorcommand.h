// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/diagnostics.h"

#include <memory>

namespace cli {

/// `doctor`: what protects the vault on this computer, asked of the system. Opens nothing.
class DoctorCommand final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    std::unique_ptr<service::Diagnostics> m_diagnostics;
};

} // namespace cli
