// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"
#include "transfer/envparser.h"
#include "transfer/importdetection.h"

// Files of other programs. The first byte chooses the parser; the last choice is to let the content tell.

namespace {

void isWellFormed(const transfer::ImportBatch &batch)
{
    FUZZ_CHECK(batch.entries.size() <= transfer::kMostEntries);
    for (const transfer::ImportedEntry &entry : batch.entries) {
        for (const transfer::ImportedField &field : entry.fields)
            FUZZ_CHECK(!field.name.isEmpty() && field.value.exposeText().size() == field.value.size());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    base::ByteView bytes = fuzzing::view(data, size);
    const int choice = fuzzing::takeByte(bytes) % 14;
    const base::SecretBytes text = fuzzing::secret(bytes);
    if (choice < 12) {
        if (const auto batch = transfer::parseImport(static_cast<transfer::ImportFormat>(choice), text))
            isWellFormed(*batch);
        return 0;
    }
    const auto formats = transfer::detectFormats(text);
    FUZZ_CHECK(formats.has_value());
    for (const transfer::ImportFormat format : *formats) {
        if (const auto batch = transfer::parseImport(format, text))
            isWellFormed(*batch);
    }
    if (const auto assignments = transfer::parseEnv(text)) {
        for (const transfer::EnvAssignment &one : *assignments)
            FUZZ_CHECK(!one.name.isEmpty() && one.line > 0);
    }
    return 0;
}
