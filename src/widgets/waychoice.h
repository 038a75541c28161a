// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/createvaultcontroller.h"

#include <QList>

class QRadioButton;
class QWidget;

namespace widgets {

/// The three ways into a vault that one chooses from, and the fields for a passphrase that belong to two of them. The widgets
/// outlive it. GUI thread.
struct WayChoice {
    QRadioButton *both;
    QRadioButton *keychain;
    QRadioButton *passphrase;
    QList<QWidget *> passphraseFields;

    [[nodiscard]] vault::SlotKind kind() const;
    /// Offers what the keychain can keep. `chosen`: the user has chosen already, and only a choice that cannot be kept changes.
    void refresh(const presentation::CreateVaultController::Keychain &state, bool busy, bool chosen) const;
};

} // namespace widgets
