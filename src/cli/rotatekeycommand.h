// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/recoverykeydelivery.h"
#include "service/keyrotation.h"

namespace cli {

/// `rotate-key`: another vault key and recovery key. The passphrase that opens the vault goes on with it; those of other ways in are
/// read from files, or asked for where somebody can be asked.
class RotateKeyCommand final : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Result<void> readGiven();
    /// Keeps what the vault is opened with.
    [[nodiscard]] base::Result<void> keep(const service::WaysIn &ways);
    [[nodiscard]] base::Result<service::RotationRequest> request(const Composition &parts,
                                                                 const RecoveryKeyDelivery &delivery) const;
    /// Asks for one more passphrase as often as one is missing.
    [[nodiscard]] base::Async<service::RotationResult> rotate(Composition &parts, const RecoveryKeyDelivery &delivery);
    static int report(Composition &parts, const service::RotationResult &result);

    QStringList m_files;
    QStringList m_dropTexts;
    QSet<QUuid> m_drop;
    std::vector<base::SecretBytes> m_passphrases;
    std::unique_ptr<service::KeyRotation> m_rotation;
};

} // namespace cli
