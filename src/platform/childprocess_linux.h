// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/hardening.h"
#include "service/ports/processlauncher.h"

#include <QByteArrayList>

#include <vector>

#include <sys/types.h>

namespace platform {

/// A descriptor that closes itself.
class OwnedDescriptor final {
public:
    explicit OwnedDescriptor(int fd = -1) noexcept : m_fd(fd) {}
    OwnedDescriptor(OwnedDescriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    OwnedDescriptor &operator=(OwnedDescriptor &&other) noexcept;
    ~OwnedDescriptor();
    Q_DISABLE_COPY(OwnedDescriptor)
    [[nodiscard]] int get() const noexcept { return m_fd; }
    [[nodiscard]] bool isOpen() const noexcept { return m_fd >= 0; }

private:
    int m_fd;
};

/// A child between fork() and the moment when exec() is known to have worked.
struct StartedChild {
    pid_t pid = -1;
    /// Becomes readable when exec() has happened (end of file) or failed (the error number as an int).
    OwnedDescriptor execReport;
    QByteArray program;        ///< as it was named
    QByteArrayList candidates; ///< files that are tried, in order

    /// The error of a child whose exec() failed with `number`.
    [[nodiscard]] base::Error startError(int number) const;
};

/// A child that is ready to be started: everything that needs memory or can be refused is done before fork(), because the
/// child of a process with threads may only make async-signal-safe calls. Holds the secrets until it is destroyed, which is
/// right after start(): the child has its own copy.
class ChildProcess final {
public:
    [[nodiscard]] static base::Result<ChildProcess> prepare(service::ports::ChildSpec spec);

    /// Forks, with all signals blocked meanwhile. The child runs with the signals, umask and core limit of `caller`.
    [[nodiscard]] base::Result<StartedChild> start(const CallerState &caller);

private:
    ChildProcess() = default;
    [[nodiscard]] base::Result<void> takeSecrets(service::ports::ChildSpec &spec);

    QByteArrayList m_arguments;
    QByteArrayList m_plain;                   ///< "NAME=value"
    std::vector<base::SecretBytes> m_secrets; ///< "NAME=value" and a NUL
    QByteArrayList m_candidates;
    OwnedDescriptor m_document; ///< sealed memfd, when asked for
};

} // namespace platform
