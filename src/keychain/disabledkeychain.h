// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/ports/keyslotsecretstore.h"

namespace keychain {

/// Stands in where no keychain is to be used (`--no-keychain`) or none can be: it says so to every question and touches nothing.
class DisabledKeychain final : public vault::ports::KeySlotSecretStore {
public:
    /// NoService.
    [[nodiscard]] base::Async<vault::ports::KeychainStatus> status() override;
    /// This and all that follow: KeychainUnavailable.
    [[nodiscard]] base::Async<vault::ports::KeychainEntryState> entryState(const QString &name) override;
    [[nodiscard]] base::Async<base::SecretBytes> read(const QString &name, bool mayPrompt) override;
    [[nodiscard]] base::Async<bool> write(const QString &name, base::SecretBytes secret) override;
    [[nodiscard]] base::Async<bool> remove(const QString &name) override;
};

} // namespace keychain
