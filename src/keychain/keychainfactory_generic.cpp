// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/keychainfactory.h"

#include "keychain/disabledkeychain.h"

namespace keychain {

std::unique_ptr<vault::ports::KeySlotSecretStore> makeKeychain(KeychainDeadlines /*deadlines*/)
{
    return std::make_unique<DisabledKeychain>();
}

} // namespace keychain
