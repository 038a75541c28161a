// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/argon2id.h"

#include <argon2.h>

#include <algorithm>

namespace crypto {

namespace {

constexpr std::uint32_t kGiB = 1024 * 1024; // in KiB
constexpr std::uint32_t kFormatMaxMemory = 4 * kGiB;
constexpr std::uint32_t kFormatMaxPasses = 100;
constexpr std::uint32_t kFormatMaxLanes = 16;
constexpr std::uint64_t kAutomaticMaxMemory = std::uint64_t{2} * kGiB;
constexpr std::uint64_t kAutomaticMaxWork = std::uint64_t{8} * kGiB; // KiB * passes
constexpr std::size_t kMinSalt = 8;
constexpr std::size_t kFormatSalt = 16;
constexpr std::size_t kTagSize = 32;

// Calibration (milliseconds).
constexpr std::int64_t kEnough = 700;
constexpr std::int64_t kTooLong = 1200;
constexpr std::int64_t kPatienceForDefault = 3000;
constexpr std::uint32_t kCalibrationMaxMemory = kGiB;

bool withinFormat(const Argon2Params &params) noexcept
{
    return params.passes >= 1 && params.passes <= kFormatMaxPasses && params.lanes >= 1 && params.lanes <= kFormatMaxLanes
        && params.memoryKiB >= 8 * params.lanes && params.memoryKiB <= kFormatMaxMemory;
}

std::unexpected<base::Error> failure(int code)
{
    if (code == ARGON2_MEMORY_ALLOCATION_ERROR)
        return base::fail(base::ErrorCode::OutOfSecureMemory, QStringLiteral("argon2"));
    return base::fail(base::ErrorCode::CryptoFailure, QStringLiteral("argon2 %1").arg(code));
}

std::int64_t timeLimit(std::uint32_t memoryKiB) noexcept
{
    return memoryKiB <= Argon2Params{}.memoryKiB ? kPatienceForDefault : kTooLong;
}

/// Parameters and what they were measured to cost.
struct Measured {
    Argon2Params params;
    std::int64_t ms = 1;
};

using Timer = std::function<std::int64_t(const Argon2Params &)>;

Measured measure(const Timer &timeMs, const Argon2Params &params)
{
    return {.params = params, .ms = std::max<std::int64_t>(1, timeMs(params))};
}

/// Doubles the memory while it pays.
Measured growMemory(const Timer &timeMs, Measured best, std::uint64_t cap)
{
    for (;;) {
        Argon2Params next = best.params;
        next.memoryKiB *= 2;
        const bool wanted = next.memoryKiB <= Argon2Params{}.memoryKiB || best.ms < kEnough;
        if (next.memoryKiB > cap || !wanted)
            return best;
        const Measured candidate = measure(timeMs, next);
        if (candidate.ms > timeLimit(next.memoryKiB))
            return best;
        best = candidate;
    }
}

/// Adds passes until a run takes kEnough, as far as a later unlock will run it without asking.
Measured addPasses(const Timer &timeMs, Measured best)
{
    const std::uint64_t limit = std::min<std::uint64_t>(kFormatMaxPasses, kAutomaticMaxWork / best.params.memoryKiB);
    while (best.ms < kEnough && best.params.passes < limit) {
        // Time grows in proportion to the passes; aim at the goal, and go on by single steps if that falls short.
        const auto spent = static_cast<std::uint64_t>(best.ms);
        const std::uint64_t aim = (std::uint64_t{kEnough} * best.params.passes + spent - 1) / spent;
        Argon2Params next = best.params;
        next.passes = static_cast<std::uint32_t>(std::min(limit, std::max<std::uint64_t>(aim, best.params.passes + 1)));
        const Measured candidate = measure(timeMs, next);
        if (candidate.ms > kTooLong)
            return best;
        best = candidate;
    }
    return best;
}

} // namespace

base::Result<void> checkFormatLimits(const Argon2Params &params)
{
    if (!withinFormat(params))
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("kdf_parameters"));
    return {};
}

base::Result<void> checkAutomaticLimits(const Argon2Params &params, std::uint64_t availableMemoryKiB)
{
    LATCHKEY_CHECK(checkFormatLimits(params));
    const std::uint64_t work = std::uint64_t{params.memoryKiB} * params.passes;
    if (params.memoryKiB > std::min(kAutomaticMaxMemory, availableMemoryKiB / 2) || work > kAutomaticMaxWork) {
        return base::fail(base::ErrorCode::KdfTooCostly,
                          QStringLiteral("%1 MiB, %2 passes").arg(params.memoryKiB / 1024).arg(params.passes));
    }
    return {};
}

bool meetsFloor(const Argon2Params &params) noexcept
{
#ifdef LATCHKEY_WEAK_KDF
    return withinFormat(params);
#else
    return withinFormat(params) && params.memoryKiB >= kArgon2FloorMemoryKiB && params.passes >= kArgon2FloorPasses;
#endif
}

base::Result<base::SecretBytes> argon2id(base::ByteView password, base::ByteView salt, base::ByteView secret,
                                         const Argon2Params &params)
{
    if (salt.size() != kFormatSalt)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("argon2 salt length"));
    return argon2id(Argon2Input{.password = password, .salt = salt, .secret = secret, .associatedData = {}}, params);
}

base::Result<base::SecretBytes> argon2id(const Argon2Input &input, const Argon2Params &params)
{
    if (!withinFormat(params) || input.salt.size() < kMinSalt)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("argon2 parameters"));
    // libargon2 takes writable buffers, and clears password and secret in them as soon as they are hashed: so, our copies.
    LATCHKEY_TRY(base::SecretBytes password, base::SecretBytes::copyOf(input.password));
    LATCHKEY_TRY(base::SecretBytes salt, base::SecretBytes::copyOf(input.salt));
    LATCHKEY_TRY(base::SecretBytes secret, base::SecretBytes::copyOf(input.secret));
    LATCHKEY_TRY(base::SecretBytes associated, base::SecretBytes::copyOf(input.associatedData));
    LATCHKEY_TRY(base::SecretBytes tag, base::SecretBytes::allocate(kTagSize));

    argon2_context context{};
    const auto set = [](base::SecretBytes &bytes, std::uint8_t *&data, std::uint32_t &size) {
        data = bytes.exposeForWriting().data();
        size = static_cast<std::uint32_t>(bytes.size()); // the secure heap is far smaller than 4 GiB
    };
    set(tag, context.out, context.outlen);
    set(password, context.pwd, context.pwdlen);
    set(salt, context.salt, context.saltlen);
    set(secret, context.secret, context.secretlen);
    set(associated, context.ad, context.adlen);
    context.t_cost = params.passes;
    context.m_cost = params.memoryKiB;
    context.lanes = params.lanes;
    context.threads = params.lanes;
    context.version = ARGON2_VERSION_13;
    context.flags = ARGON2_FLAG_CLEAR_PASSWORD | ARGON2_FLAG_CLEAR_SECRET;
    const int code = argon2id_ctx(&context);
    if (code != ARGON2_OK)
        return failure(code);
    return tag;
}

Argon2Params calibrate(const std::function<std::int64_t(const Argon2Params &)> &timeMs, std::uint64_t ramKiB)
{
    Argon2Params floor;
    floor.memoryKiB = kArgon2FloorMemoryKiB;
    floor.passes = kArgon2FloorPasses;
    const std::uint64_t cap = std::min<std::uint64_t>(kCalibrationMaxMemory, ramKiB / 4);
    return addPasses(timeMs, growMemory(timeMs, measure(timeMs, floor), cap)).params;
}

} // namespace crypto
