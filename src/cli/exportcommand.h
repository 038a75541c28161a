// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/exports.h"

#include <memory>

namespace cli {

/// `export`: needs the passphrase whatever opens the vault, and gives out all values in use.
class ExportCommand final : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Async<service::ExportReport> exportWith(Composition &parts, base::SecretBytes passphrase);
    int print(Composition &parts, const service::ExportReport &report) const;

    QString m_format;
    QString m_path;
    std::unique_ptr<service::Exports> m_exports;
};

} // namespace cli
