// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/keychainfactory.h"
#include "keychain/qtkeychainjobs.h"
#include "keychain/secretserviceprobe.h"
#include "keychain/systemkeychain.h"

namespace keychain {

std::unique_ptr<vault::ports::KeySlotSecretStore> makeKeychain(KeychainDeadlines deadlines)
{
    return std::make_unique<SystemKeychain>(std::make_unique<SecretServiceProbe>(), std::make_unique<QtKeychainJobs>(),
                                            deadlines);
}

} // namespace keychain
