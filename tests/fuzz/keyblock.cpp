// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/keyblock.h"
#include "fuzzing.h"

// A block of keys as it is pasted from an exchange's page.

namespace {

exchange::ExchangeInfo bitget()
{
    exchange::ExchangeInfo out;
    out.id = QStringLiteral("bitget");
    for (const char *id : {"api_key", "api_secret", "passphrase"}) {
        exchange::FieldInfo field;
        field.id = QString::fromLatin1(id);
        field.label = field.id;
        out.fields << field;
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const exchange::ExchangeInfo info = bitget();
    const auto parsed = exchange::parseKeyBlock(info, fuzzing::secret(fuzzing::view(data, size)));
    if (!parsed)
        return 0;
    for (const auto &[name, value] : *parsed) {
        FUZZ_CHECK(info.field(name) != nullptr);
        FUZZ_CHECK(value.size() <= size);
    }
    return 0;
}
