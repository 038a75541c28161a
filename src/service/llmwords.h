// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/llmchecks.h"
#include "service/words.h"

// Words about providers of language models, for every front end; like all of service/words.

namespace service::words {

/// Bold result and explanation of a check.
[[nodiscard]] Message forLlmReport(const llm::ProviderReport &report, const LlmPlace &place);
/// State of settings in a list: "Works", "Refused: key", "No such model", "Not checked", ...
[[nodiscard]] QString llmState(const std::optional<llm::ProviderReport> &report);
/// A sentence of its own, for the warnings that the message does not tell already.
[[nodiscard]] QString forLlmWarning(llm::Warning warning);
/// What is wrong with a field of the form, in its own words; empty for an error that is about no field.
[[nodiscard]] QString llmFieldProblem(const base::Error &error, const llm::ProviderInfo &provider);
/// Question before something is sent unencrypted.
[[nodiscard]] QString plainQuestion(const QString &host);

} // namespace service::words
