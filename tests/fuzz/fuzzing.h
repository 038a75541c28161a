// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"
#include "vault/keyring.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// What the fuzz targets share. Each is a source with LLVMFuzzerTestOneInput() (https://llvm.org/docs/LibFuzzer.html); a parser may
// refuse whatever it likes, but what it takes must keep what is promised: FUZZ_CHECK.

#define FUZZ_CHECK(...)                                                                                                     \
    do {                                                                                                                    \
        if (!(__VA_ARGS__))                                                                                                 \
            fuzzing::broken(#__VA_ARGS__, __FILE__, __LINE__);                                                              \
    } while (false)

namespace fuzzing {

[[noreturn]] void broken(const char *promise, const char *file, int line);

[[nodiscard]] inline base::ByteView view(const std::uint8_t *data, std::size_t size)
{
    return {data, size};
}

/// Ends the program when there is no memory for it.
[[nodiscard]] base::SecretBytes secret(base::ByteView bytes);
[[nodiscard]] inline base::SecretBytes secret(std::string_view text)
{
    return secret(base::view(text));
}

/// UTF-8; what is not valid becomes U+FFFD, as where a program is given arguments.
[[nodiscard]] QString text(base::ByteView bytes);

/// The same in every run, so that what makecorpus sealed can be opened.
[[nodiscard]] QUuid fixedUuid();
[[nodiscard]] const vault::Keyring &fixedKeys();

/// Takes the first byte away; 0 when there is none.
[[nodiscard]] std::uint8_t takeByte(base::ByteView &bytes);

/// A folder for this process alone.
[[nodiscard]] QString folder();

} // namespace fuzzing
