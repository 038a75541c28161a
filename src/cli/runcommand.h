// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/runplanner.h"

#include <QByteArrayList>

namespace cli {

/// `run`: the vault is closed again before the program starts.
class RunCommand final : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] QString failurePrefix() const override { return QStringLiteral("not started: "); }
    void setChild(QByteArrayList command) { m_child = std::move(command); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Result<service::RunRequest> request(const Composition &parts) const;
    [[nodiscard]] base::Async<service::RunPlan> plan(Composition &parts, service::RunRequest request);
    [[nodiscard]] base::Async<int> start(Composition &parts, service::RunPlan plan);

    QStringList m_with;
    QString m_profile;
    QStringList m_variables;
    QString m_envFile;
    bool m_descriptor = false;
    bool m_onlyEnv = false;
    QByteArrayList m_child;
};

} // namespace cli
