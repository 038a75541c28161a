// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secretbytes.h"

#include <QDeadlineTimer>
#include <QString>

namespace keychain {

enum class JobKind { Read, Write, Delete };

/// How a system job ended, in QtKeychain's terms.
enum class JobFailure { None, NotFound, CouldNotDelete, DeniedByUser, Denied, NoBackend, Unsupported, Other };

struct JobRequest {
    JobKind kind = JobKind::Read;
    QString name;
    base::SecretBytes secret; ///< of a Write
};

struct JobReply {
    JobFailure failure = JobFailure::None;
    QString text;             ///< the job's own words for its failure
    base::SecretBytes secret; ///< of a successful Read
};

/// Runs the system's keychain jobs, one at a time. Called from the thread it lives in.
class SecretJobs {
public:
    virtual ~SecretJobs() = default;
    /// KeychainTimeout when no answer came before `until`, and at once while an earlier job still owes its answer. May prompt.
    [[nodiscard]] virtual base::Async<JobReply> run(JobRequest request, QDeadlineTimer until) = 0;
    /// True while an abandoned job still owes its answer: any new one would only queue behind it.
    [[nodiscard]] virtual bool isStuck() const = 0;
};

} // namespace keychain
