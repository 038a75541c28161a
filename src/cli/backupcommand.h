// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/backupschedule.h"

namespace cli {

/// `backup FILE`, and `backup --schedule`, which says when an agent makes backups by itself.
class BackupCommand final : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Async<int> make(Composition &parts);
    [[nodiscard]] base::Async<int> plan(Composition &parts);
    [[nodiscard]] base::Result<service::BackupPlan> wanted() const;

    QString m_path;
    QString m_schedule;
    QString m_folder;
    QString m_keep;
};

} // namespace cli
