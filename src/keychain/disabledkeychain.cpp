// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/disabledkeychain.h"

namespace keychain {

namespace {

template<typename T>
base::Async<T> unavailable()
{
    return base::readyError<T>(base::ErrorCode::KeychainUnavailable, QStringLiteral("no keychain is in use"));
}

} // namespace

base::Async<vault::ports::KeychainStatus> DisabledKeychain::status()
{
    return base::ready<vault::ports::KeychainStatus>(vault::ports::KeychainStatus{vault::ports::KeychainState::NoService,
                                                                                  {}});
}

base::Async<vault::ports::KeychainEntryState> DisabledKeychain::entryState(const QString & /*name*/)
{
    return unavailable<vault::ports::KeychainEntryState>();
}

base::Async<base::SecretBytes> DisabledKeychain::read(const QString & /*name*/, bool /*mayPrompt*/)
{
    return unavailable<base::SecretBytes>();
}

base::Async<bool> DisabledKeychain::write(const QString & /*name*/, base::SecretBytes /*secret*/)
{
    return unavailable<bool>();
}

base::Async<bool> DisabledKeychain::remove(const QString & /*name*/)
{
    return unavailable<bool>();
}

} // namespace keychain
