// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/hardening.h"

#include <QByteArrayList>

#include <optional>

namespace cli {

/// True when the arguments may be a command that the front knows, so that it is worth hardening this process for it.
[[nodiscard]] bool mayBeForAgent(const QByteArrayList &arguments);

/// Answers `get` and `sign` when an agent runs: the exit status. nullopt when the whole program is to run instead, which has
/// the words for everything else: another command, a fault of usage, no agent, --no-agent. Until then nothing was read from
/// standard input and nothing written. Blocks.
[[nodiscard]] std::optional<int> answerThroughAgent(const QByteArrayList &arguments);

} // namespace cli
