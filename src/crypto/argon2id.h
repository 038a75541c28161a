// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <cstdint>
#include <functional>

namespace crypto {

/// Cost of Argon2id (RFC 9106). The defaults are Latchkey's own.
struct Argon2Params {
    std::uint32_t memoryKiB = 262144;
    std::uint32_t passes = 3;
    std::uint32_t lanes = 4;

    friend bool operator==(const Argon2Params &, const Argon2Params &) = default;
};

/// Every input of Argon2id. `salt` has at least 8 bytes; `secret` (RFC 9106's K) and `associatedData` may be empty.
struct Argon2Input {
    base::ByteView password;
    base::ByteView salt;
    base::ByteView secret;
    base::ByteView associatedData;
};

inline constexpr std::uint32_t kArgon2FloorMemoryKiB = 64 * 1024;
inline constexpr std::uint32_t kArgon2FloorPasses = 3;

/// What a file may state at all: m <= 4 GiB, t <= 100, p <= 16, m >= 8p, none of them 0. Otherwise IntegrityFailure, detail
/// "kdf_parameters". Checked before anything is allocated, because a file's parameters are used before they are authenticated.
[[nodiscard]] base::Result<void> checkFormatLimits(const Argon2Params &params);

/// What is run without asking a person: format limits, m <= min(2 GiB, half of the available memory) and m*t <= 8 GiB-passes.
/// KdfTooCostly otherwise.
[[nodiscard]] base::Result<void> checkAutomaticLimits(const Argon2Params &params, std::uint64_t availableMemoryKiB);

/// Whether a new slot may be made with these parameters: format limits, 64 MiB and 3 passes or more. In a build with
/// LATCHKEY_WEAK_KDF (tests only, set by CMake) the floor is 8*p KiB and 1 pass.
[[nodiscard]] bool meetsFloor(const Argon2Params &params) noexcept;

/// 32 bytes. Blocks for as long as the parameters cost and cannot be cancelled: worker thread only, one at a time. `salt` must
/// have 16 bytes. InvalidArgument for bad lengths or parameters, OutOfSecureMemory when the memory cannot be had.
[[nodiscard]] base::Result<base::SecretBytes> argon2id(base::ByteView password, base::ByteView salt, base::ByteView secret,
                                                       const Argon2Params &params);
/// The same with every input open, for published test vectors.
[[nodiscard]] base::Result<base::SecretBytes> argon2id(const Argon2Input &input, const Argon2Params &params);

/// Chooses parameters for this computer. `timeMs` runs the given parameters and returns milliseconds; `ramKiB` is the memory
/// of the machine. Memory doubles from 64 MiB up to min(1 GiB, RAM/4) until a run takes 0.7 s, then passes are added, all
/// within 1.2 s; the default 256 MiB is kept up to 3 s, and nothing goes below 64 MiB and 3 passes.
[[nodiscard]] Argon2Params calibrate(const std::function<std::int64_t(const Argon2Params &)> &timeMs, std::uint64_t ramKiB);

} // namespace crypto
