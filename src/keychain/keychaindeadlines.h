// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace keychain {

/// How long an operation may take as a whole, from the call to its answer.
struct KeychainDeadlines {
    /// Operations that cannot prompt. A user waits at most this long before another way in is offered.
    std::chrono::milliseconds quiet{3'000};
    /// Operations behind which the system may be asking the user for a password.
    std::chrono::milliseconds prompting{120'000};
};

} // namespace keychain
