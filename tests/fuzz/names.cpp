// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"
#include "vault/name.h"

// Names, fields and references as people and programs give them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = fuzzing::text(fuzzing::view(data, size));
    if (const auto name = vault::parseName(text)) {
        FUZZ_CHECK(vault::parseName(*name) == *name);
        const QString folded = vault::foldName(*name);
        FUZZ_CHECK(vault::foldName(folded) == folded);
    }
    if (const auto imported = vault::parseImportedName(text)) {
        const QString written = vault::encodedName(*imported);
        FUZZ_CHECK(vault::parseStoredName(written) == *imported);
    }
    if (const auto field = vault::parseFieldName(text))
        FUZZ_CHECK(vault::parseFieldName(*field) == *field);
    if (const auto reference = vault::Reference::parse(text)) {
        const auto again = vault::Reference::parse(reference->toText());
        FUZZ_CHECK(again && again->name == reference->name && again->field == reference->field);
        FUZZ_CHECK(again->version == reference->version);
    }
    return 0;
}
