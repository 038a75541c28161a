// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <string>
#include <string_view>

namespace crypto {

/// Bech32m (BIP-350): text with a checksum that finds up to four wrong characters. Data are groups of 5 bits, one a byte.
/// Everything that may be secret stays in secure memory.
struct Bech32mText {
    std::string hrp; ///< human-readable part, lower case; public
    base::SecretBytes groups;
};

/// Data and checksum characters, lower case, without the human-readable part (which goes into the checksum).
/// InvalidArgument for a group above 31, a bad human-readable part or more than 90 characters in all.
[[nodiscard]] base::Result<base::SecretBytes> bech32mEncodeData(std::string_view hrp, base::ByteView groups);
/// The groups of data and checksum characters (lower case) under a known human-readable part. InvalidArgument otherwise.
[[nodiscard]] base::Result<base::SecretBytes> bech32mDecodeData(std::string_view hrp, std::string_view text);

/// The complete form "hrp1data".
[[nodiscard]] base::Result<base::SecretBytes> bech32mEncode(std::string_view hrp, base::ByteView groups);
/// Reads the complete form, all lower or all upper case. InvalidArgument for anything that BIP-350 calls invalid.
[[nodiscard]] base::Result<Bech32mText> bech32mDecode(std::string_view text);

} // namespace crypto
