// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/passphrasescore.h"

#include <zxcvbn.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace service {

namespace {

/// The estimate's time grows faster than its input, and beyond this nothing gets better than "very unguessable".
constexpr std::size_t kLongestLookedAt = 100;

/// Guesses below which the scores 0 to 3 stand, as powers of ten; Wheeler, "zxcvbn", USENIX Security 2016, and its documentation.
constexpr std::array kScoreLimits{3.0, 6.0, 8.0, 10.0};

} // namespace

int passphraseScore(const base::SecretBytes &passphrase)
{
    const std::size_t size = std::min(passphrase.size(), kLongestLookedAt);
    auto terminated = base::SecretBytes::allocate(size + 1); // zxcvbn wants a C string
    if (!terminated)
        return 0; // better called weak than strong
    std::ranges::copy(passphrase.exposeBytes().first(size), terminated->exposeForWriting().begin());
    const double bits = ZxcvbnMatch(reinterpret_cast<const char *>(terminated->exposeBytes().data()), nullptr, nullptr);
    const double guesses = bits * std::log10(2.0);
    return static_cast<int>(std::ranges::count_if(kScoreLimits, [guesses](double limit) { return guesses >= limit; }));
}

} // namespace service
