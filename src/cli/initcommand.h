// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/vaulthost.h"

namespace cli {

class RecoveryKeyDelivery;

/// `init`: nothing is made before a passphrase is there and somebody can receive the recovery key.
class InitCommand final : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Result<std::optional<vault::SlotKind>> method() const;
    [[nodiscard]] base::Async<service::Done> checkKeychain(Composition &parts, bool methodGiven);
    [[nodiscard]] base::Async<int> create(Composition &parts, const RecoveryKeyDelivery &delivery);
    [[nodiscard]] base::Result<service::NewVault> request(Composition &parts);
    [[nodiscard]] int report(Composition &parts) const;

    QString m_method;
    QString m_warning;
};

} // namespace cli
