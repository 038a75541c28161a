// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/versions.h"

#include <QString>

namespace cli {

/// `rotate NAME`: a replacement that waits, then `--commit`, `--rollback` or `--retire`. Of an exchange account the exchange
/// decides, as in `exchange update`.
class RotateCommand final : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] bool readsInput() const override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    enum class Step { Replace, Commit, Rollback, Retire };
    /// InvalidArgument when more than one was asked for.
    [[nodiscard]] base::Result<Step> step() const;
    [[nodiscard]] base::Async<int> replace(Composition &parts);
    [[nodiscard]] base::Async<int> replaceWith(Composition &parts, const vault::Credential &credential,
                                               base::SecretFields fields);
    [[nodiscard]] base::Async<vault::Credential> finish(Composition &parts, Step step);

    QString m_name;
    bool m_commit = false;
    bool m_rollback = false;
    bool m_retire = false;
};

} // namespace cli
