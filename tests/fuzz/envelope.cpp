// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/envelope.h"
#include "fuzzing.h"
#include "support/sequencerandom.h"

// What anybody may have put into a record, and what was sealed and then changed in one bit.

namespace {

vault::EnvelopeBinding binding()
{
    vault::EnvelopeBinding out;
    out.role = vault::Role::Secret;
    out.owner = fuzzing::fixedUuid();
    out.kind = 2;
    out.n = 1;
    out.field = QStringLiteral("api_secret");
    return out;
}

void sealedIsOpenedAndNothingElse(base::ByteView plain, std::uint8_t where)
{
    testsupport::SequenceRandom random;
    const auto sealed = fuzzing::fixedKeys().seal(binding(), plain, random);
    FUZZ_CHECK(sealed.has_value());
    const auto opened = fuzzing::fixedKeys().open(binding(), base::view(*sealed));
    FUZZ_CHECK(opened && base::equalConstantTime(opened->exposeBytes(), plain));
    QByteArray changed = *sealed;
    const qsizetype at = where % changed.size();
    changed[at] = static_cast<char>(changed.at(at) ^ (1 << where % 8));
    FUZZ_CHECK(!fuzzing::fixedKeys().open(binding(), base::view(changed)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    base::ByteView bytes = fuzzing::view(data, size);
    if (const auto opened = fuzzing::fixedKeys().open(binding(), bytes))
        FUZZ_CHECK(crypto::envelopeSize(opened->size()) == size);
    const std::uint8_t where = fuzzing::takeByte(bytes);
    sealedIsOpenedAndNothingElse(bytes, where);
    return 0;
}
