// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"
#include "service/runplanner.h"

// The file of `run --env-file`.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto parsed = service::parseEnvFile(fuzzing::secret(fuzzing::view(data, size)));
    if (!parsed)
        return 0;
    for (const service::ExtraVariable &variable : *parsed)
        FUZZ_CHECK(!variable.name.isEmpty() && !variable.name.contains(QLatin1Char('=')));
    return 0;
}
