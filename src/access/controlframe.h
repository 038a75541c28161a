// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/controlmessage.h"
#include "base/bytes.h"

#include <array>
#include <vector>

namespace agent {

// Wire form of the private channel. One frame is one message:
//
//   be32 n | be32 p | p bytes public part | n - 4 - p bytes secret part
//
// The public part is canonical (base::CanonicalWriter): a version byte, then for a request the operation, for a response a
// byte (1 = error) followed by code name and detail; then a be32 count of names and values, names strictly ascending; then a
// be32 count of secrets, each a name and a be32 length. All texts are UTF-8 with a be32 length. The secret part is the
// values one after another. The two parts are apart so that secrets are read straight into secure memory and nothing else
// ever is. Both ends belong to one release: there is no negotiation, another version byte is BadResponse.

inline constexpr std::size_t kFrameHeaderBytes = 8;
using FrameHeader = std::array<unsigned char, kFrameHeaderBytes>;

struct FrameSizes {
    std::size_t publicBytes = 0;
    std::size_t secretBytes = 0;
};

/// A frame that is ready to be sent: `head` (header and public part), then the secrets in order. The views point into the
/// message, which must stay where it is until the frame is sent.
struct OutgoingFrame {
    QByteArray head;
    std::vector<base::ByteView> secrets;
};

/// ResponseTooLarge when the frame would exceed `limit` bytes.
[[nodiscard]] base::Result<OutgoingFrame> encode(const ControlRequest &request, std::size_t limit);
[[nodiscard]] base::Result<OutgoingFrame> encode(const ControlResponse &response, std::size_t limit);

/// BadResponse when the header cannot be true or asks for more than `limit` bytes.
[[nodiscard]] base::Result<FrameSizes> parseHeader(const FrameHeader &header, std::size_t limit);

/// BadResponse for anything that encode() would not have written.
[[nodiscard]] base::Result<ControlRequest> decodeRequest(base::ByteView publicPart, const base::SecretBytes &secretPart);
[[nodiscard]] base::Result<ControlResponse> decodeResponse(base::ByteView publicPart, const base::SecretBytes &secretPart);

} // namespace agent
