// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secretbytes.h"

#include <QString>

namespace service::ports {

/// One document for a printer's queue.
struct PrintJob {
    QString printer; ///< name of the queue; empty: the user's usual one
    int copies = 1;
    base::SecretBytes document; ///< a PDF
};

/// Hands documents that hold secrets to the computer's print service, without a file of our own in between: Qt's own way to CUPS
/// writes one. Main thread.
class PrintSpooler {
public:
    virtual ~PrintSpooler() = default;
    /// Answers when the service has taken the job; never blocks. CommandNotFound when this computer has no print service,
    /// TimedOut, IoFailure with what the service said.
    [[nodiscard]] virtual base::Async<bool> print(PrintJob job) = 0;
};

} // namespace service::ports
