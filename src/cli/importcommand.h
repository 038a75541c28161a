// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/imports.h"

#include <memory>

namespace cli {

/// `import`: tells what the file is taken for, what became of each entry, and what to do with the file now.
class ImportCommand final : public Command {
public:
    ImportCommand();
    ~ImportCommand() override;
    void declare(Syntax &syntax) override;
    [[nodiscard]] bool readsInput() const override { return m_path == QLatin1StringView("-"); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Result<service::ImportRequest> request() const;
    static void print(Composition &parts, const service::ImportReport &report);

    QString m_path;
    QString m_format;
    QString m_keyFile;
    QString m_account;
    bool m_dryRun = false;
    std::unique_ptr<transfer::ports::FernetDatabase> m_database;
    std::unique_ptr<service::Imports> m_imports;
};

} // namespace cli
