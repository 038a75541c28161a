// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretjson.h"
#include "base/secretjsontree.h"
#include "fuzzing.h"

// JSON over secret memory: fields on standard input, and the trees of importers.

namespace {

void fields(const base::SecretBytes &text)
{
    const auto parsed = base::parseSecretObject(text);
    if (!parsed)
        return;
    const auto written = base::writeSecretObject(*parsed);
    FUZZ_CHECK(written.has_value());
    const auto again = base::parseSecretObject(*written);
    FUZZ_CHECK(again && again->size() == parsed->size());
    for (const auto &[name, value] : *parsed)
        FUZZ_CHECK(again->contains(name) && again->at(name).equals(value));
}

std::size_t nodesOf(const base::SecretJson &tree)
{
    std::size_t out = 1;
    for (const base::SecretJson &item : tree.items)
        out += nodesOf(item);
    for (const auto &[name, member] : tree.members) {
        FUZZ_CHECK(tree.find(name) == &member);
        out += nodesOf(member);
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const base::SecretBytes text = fuzzing::secret(fuzzing::view(data, size));
    fields(text);
    const auto strict = base::parseSecretJson(text);
    const auto relaxed = base::parseSecretJson(text, base::JsonDialect::Relaxed);
    // What is right by the standard is right for people too, and the same.
    if (strict)
        FUZZ_CHECK(relaxed && nodesOf(*strict) == nodesOf(*relaxed));
    return 0;
}
