// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "vault/ports/keyslotsecretstore.h"

#include <QDeadlineTimer>
#include <QString>

#include <cstddef>

namespace keychain {

/// What the system's secret store says about itself and one entry, without any prompt.
struct ServiceView {
    vault::ports::KeychainState state = vault::ports::KeychainState::NoService;
    QString backend;
    /// False when the store cannot list entries without a prompt (KWallet): the two counts then say nothing.
    bool searchable = true;
    std::size_t unlockedItems = 0;
    std::size_t lockedItems = 0;
    QString detail; ///< what the store or the bus said, for people; never a secret

    [[nodiscard]] bool knowsItem() const noexcept { return unlockedItems + lockedItems > 0; }
};

/// Looks at the secret store. Called from the thread it lives in; never prompts, never blocks, answers before `until`.
class ServiceProbe {
public:
    virtual ~ServiceProbe() = default;
    /// An empty `name` asks for the state alone. Never ends in an error other than Cancelled: a failure is a state.
    [[nodiscard]] virtual base::Async<ServiceView> look(const QString &name, QDeadlineTimer until) = 0;
};

} // namespace keychain
