// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "cli/composition.h"

namespace cli {

/// One run of the program: understands its arguments, starts the command, prints its failure, ends the event loop.
class Program final {
public:
    Program(QByteArrayList arguments, const platform::CallerState &caller);
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    /// The exit status when nothing is left to do, else nullopt: the event loop is to run, and ends with the status.
    [[nodiscard]] std::optional<int> start();

private:
    [[nodiscard]] std::optional<int> fault(const UsageFault &fault) const;
    [[nodiscard]] std::optional<int> launch();
    [[nodiscard]] int finish(const base::Result<int> &result);

    QByteArrayList m_arguments;
    platform::CallerState m_caller;
    std::unique_ptr<Composition> m_parts;
    /// Gone before the parts that its commands use.
    std::unique_ptr<Invocation> m_invocation;
};

} // namespace cli
