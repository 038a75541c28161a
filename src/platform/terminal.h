// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <QString>

namespace platform {

enum class StandardStream { Input, Output, Error };

/// True when a person sits at the other end.
[[nodiscard]] bool isTerminal(StandardStream stream) noexcept;

enum class Echo { On, Off };

/// The terminal that controls this process, whatever its standard streams are connected to. Calls block, so it is for the
/// command line only, before or between its asynchronous work. Not thread-safe.
class Terminal final {
public:
    /// NotATerminal when the process has none (cron, services, pipelines of a build server).
    [[nodiscard]] static base::Result<Terminal> open();
    Terminal(Terminal &&other) noexcept;
    Terminal &operator=(Terminal &&) = delete;
    Terminal(const Terminal &) = delete;
    ~Terminal();

    /// One line, without its end; the kernel's line editing applies and limits it to 4095 bytes. With Echo::Off typed-ahead
    /// input is discarded first, and echo is back on whatever happens short of SIGKILL: Ctrl+C and end of file give
    /// Cancelled; TERM, HUP and QUIT take effect after it was restored; after a stop and continue the prompt comes again.
    [[nodiscard]] base::Result<base::SecretBytes> read(const QString &prompt, Echo echo) const;
    /// A line that is no secret, for example the answer to a question.
    [[nodiscard]] base::Result<QString> readLine(const QString &prompt) const;
    /// Writes bytes as they are, for what must never go into a pipe or a file (a recovery key).
    [[nodiscard]] base::Result<void> write(base::ByteView text) const;

private:
    explicit Terminal(int descriptor) noexcept : m_fd(descriptor) {}

    int m_fd = -1;
};

} // namespace platform
