// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/accountlistmodel.h"
#include "presentation/createvaultcontroller.h"
#include "presentation/lockingcontroller.h"

namespace presentation {

/// One thing that the first steps have made, or left undone.
struct SetupFact {
    StripMessage::Level level; ///< Ok: done; Info: left out; Warn: should be done
    QString title;
    QString text;
};

/// What is stored now, for the last of the first steps.
[[nodiscard]] QList<SetupFact> setupFacts(const CreateVaultController::Made &made, const AccountListModel &accounts);
/// How the vault is locked, in a sentence or two. Without `locking` nothing is said of locking by itself.
[[nodiscard]] QString howToLock(vault::SlotKind method, const LockingController *locking);

} // namespace presentation
