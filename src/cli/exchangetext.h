// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "service/exchanges.h"

namespace cli {

/// The failure that a status stands for, for standard error.
[[nodiscard]] base::Error failureOf(int status, const service::SaveOutcome &outcome);

/// A report for people.
void printReport(Output &out, const service::SaveOutcome &outcome, const exchange::ExchangeCatalogue &catalogue);
/// What was noticed about the given fields.
void printNotices(Output &out, const service::SaveOutcome &outcome, const exchange::ExchangeCatalogue &catalogue);

} // namespace cli
