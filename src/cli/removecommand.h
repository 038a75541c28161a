// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/vaulthost.h"

namespace cli {

/// `... remove NAME`: asks, removes, says so. What is removed is the subclass's.
class RemoveCommand : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) final;

protected:
    [[nodiscard]] const QString &name() const noexcept { return m_name; }
    [[nodiscard]] virtual QString question() const = 0;
    [[nodiscard]] virtual base::Async<service::Done> remove(Composition &parts) = 0;

private:
    QString m_name;
};

} // namespace cli
