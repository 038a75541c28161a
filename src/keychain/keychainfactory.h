// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/keychaindeadlines.h"
#include "vault/ports/keyslotsecretstore.h"

#include <memory>

namespace keychain {

/// The keychain of this operating system, for composition roots: a SystemKeychain where there is an adapter, a
/// DisabledKeychain elsewhere. Needs the application object; belongs to the thread that calls, which should be the main
/// thread (libsecret answers through its event loop).
[[nodiscard]] std::unique_ptr<vault::ports::KeySlotSecretStore> makeKeychain(KeychainDeadlines deadlines = {});

} // namespace keychain
