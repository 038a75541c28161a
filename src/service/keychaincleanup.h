// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/vaulthost.h"

namespace service {

/// Deletes the keychain entries that no way into the open vault needs any more (vault::CleanupList) and answers how many are left:
/// those of a keychain that is locked, does not answer or did not delete. They stay in the list for the next time. VaultHost does
/// this after each unlock that stays open. Main thread; `host` and `keychain` outlive the answer.
[[nodiscard]] base::Async<int> cleanKeychain(VaultHost &host, vault::ports::KeySlotSecretStore &keychain,
                                             const QString &program = {});

/// Takes entries away that were written for a change which then failed, so that no vault knows them. Best effort.
void forgetEntries(QStringList names, vault::ports::KeySlotSecretStore &keychain, QObject *context);

} // namespace service
