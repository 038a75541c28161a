// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secretjson.h"

#include <QByteArrayList>

namespace service::ports {

/// How a child receives the secrets.
enum class SecretDelivery {
    Variables,  ///< one environment variable each
    Descriptor, ///< a JSON object on a sealed, readable descriptor whose number stands in LATCHKEY_FD; no secret variable
};

/// Everything that a child gets besides what it inherits from the system (folder, standard descriptors, process group).
struct ChildSpec {
    /// Program and arguments, byte for byte. A program without a slash is searched on the PATH of `inherited`.
    QByteArrayList command;
    /// "NAME=value" entries that hold no secret of the vault, in the order in which the child sees them.
    QByteArrayList inherited;
    /// Variable name -> value. An inherited entry of the same name is dropped.
    base::SecretFields secrets;
    SecretDelivery delivery = SecretDelivery::Variables;
};

/// How a child ended.
struct ChildExit {
    int status = 0; ///< its exit status, or 128 + the signal that ended it
};

/// Starts programs. No shell ever takes part.
class ProcessLauncher {
public:
    virtual ~ProcessLauncher() = default;
    /// The environment that this process was given, "NAME=value" each, byte for byte.
    [[nodiscard]] virtual QByteArrayList inheritedEnvironment() const = 0;
    /// Starts the child and waits for its end without blocking the thread, which needs an event loop. Until then signals
    /// sent to this process go to the child. Errors mean that the program was never started: CommandNotFound,
    /// CommandNotExecutable, InvalidArgument (an impossible name or a NUL in a value), Busy (one child at a time),
    /// OutOfSecureMemory, IoFailure.
    [[nodiscard]] virtual base::Async<ChildExit> run(ChildSpec spec) = 0;
};

} // namespace service::ports
