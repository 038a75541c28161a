// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"
#include "vault/credentialcodec.h"

// CBOR of credentials and maps. It comes out of an envelope, so whoever wrote it held the key; a fault there must still be a fault
// that is told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const base::ByteView bytes = fuzzing::view(data, size);
    if (const auto decoded = vault::decodeCredential(fuzzing::fixedUuid(), bytes)) {
        const QByteArray written = vault::encodeCredential(*decoded);
        const auto again = vault::decodeCredential(fuzzing::fixedUuid(), base::view(written));
        FUZZ_CHECK(again && vault::encodeCredential(*again) == written);
        FUZZ_CHECK(again->destination() == decoded->destination());
    }
    if (const auto map = vault::decodeMap(bytes)) {
        const QByteArray written = vault::encodeMap(*map);
        const auto again = vault::decodeMap(base::view(written));
        FUZZ_CHECK(again && *again == *map);
    }
    return 0;
}
