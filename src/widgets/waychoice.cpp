// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/waychoice.h"

#include <QRadioButton>

namespace widgets {

vault::SlotKind WayChoice::kind() const
{
    if (both->isChecked())
        return vault::SlotKind::PassphraseKeychain;
    return keychain->isChecked() ? vault::SlotKind::Keychain : vault::SlotKind::Passphrase;
}

void WayChoice::refresh(const presentation::CreateVaultController::Keychain &state, bool busy, bool chosen) const
{
    if (!chosen && !busy && state.known)
        (state.suggested == vault::SlotKind::PassphraseKeychain ? both : passphrase)->setChecked(true);
    // A choice that the keychain cannot keep any more goes back to the one that always works.
    if (!state.usable && !busy && state.known && vault::needsKeychain(kind()))
        passphrase->setChecked(true);
    both->setEnabled(state.usable && !busy);
    keychain->setEnabled(state.usable && !busy);
    passphrase->setEnabled(!busy);
    const bool needed = vault::needsPassphrase(kind());
    for (QWidget *field : passphraseFields)
        field->setEnabled(needed && !busy);
}

} // namespace widgets
