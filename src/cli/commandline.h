// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/syntax.h"

#include <QByteArrayList>

#include <variant>

namespace cli {

/// What was typed, understood.
struct Invocation {
    GlobalOptions options;
    CommandSet commands;  ///< `chosen` is set
    QByteArrayList child; ///< what stood behind "--" of `run`
};

/// Text that answers by itself (`--help`, `--version`).
struct HelpText {
    QString text;
};

struct UsageFault {
    QString text; ///< holds no argument: somebody may have typed a secret there
};

using Parsed = std::variant<std::unique_ptr<Invocation>, HelpText, UsageFault>;

/// Understands the program's arguments (without its name).
[[nodiscard]] Parsed parseCommandLine(const QByteArrayList &arguments);

/// True when `--json` was typed, whether or not the rest makes sense.
[[nodiscard]] bool wantsJson(const QByteArrayList &arguments);

} // namespace cli
