// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/recoverykey.h"
#include "fuzzing.h"

// A recovery key as somebody types it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const base::ByteView bytes = fuzzing::view(data, size);
    const auto decoded = crypto::decodeRecoveryKey(fuzzing::secret(bytes), fuzzing::fixedUuid());
    if (decoded) {
        FUZZ_CHECK(decoded->size() == crypto::kRecoverySecretSize);
        const auto written = crypto::encodeRecoveryKey(*decoded, fuzzing::fixedUuid());
        FUZZ_CHECK(written.has_value());
        const auto again = crypto::decodeRecoveryKey(*written, fuzzing::fixedUuid());
        FUZZ_CHECK(again && again->equals(*decoded));
    }
    if (size != crypto::kRecoverySecretSize)
        return 0;
    // Every secret has a text of its own, and one wrong character is noticed.
    const auto written = crypto::encodeRecoveryKey(fuzzing::secret(bytes), fuzzing::fixedUuid());
    FUZZ_CHECK(written.has_value());
    QByteArray changed = base::toByteArray(written->exposeBytes());
    for (char &character : changed) {
        const char was = character;
        character = was == 'Q' ? 'P' : 'Q';
        if (was != '-')
            FUZZ_CHECK(!crypto::decodeRecoveryKey(fuzzing::secret(base::view(changed)), fuzzing::fixedUuid()));
        character = was;
    }
    return 0;
}
