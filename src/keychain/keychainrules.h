// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "keychain/secretjobs.h"
#include "keychain/serviceprobe.h"
#include "vault/ports/keyslotsecretstore.h"

namespace keychain {

/// What to do after a look at the secret store and before any job is started.
struct Plan {
    enum class Step { Refuse, RunJob, NothingToDo };
    Step step = Step::Refuse;
    bool mayPrompt = false; ///< of RunJob: the user may be asked, so wait long
    base::Error error;      ///< of Refuse
};

/// False for names that a backend would cut or refuse: empty ones, ones with a NUL (libsecret takes C strings).
[[nodiscard]] bool isUsableName(const QString &name) noexcept;

/// Absent only when a searchable store with an unlocked default collection lists nothing under the name.
[[nodiscard]] vault::ports::KeychainEntryState entryStateOf(const ServiceView &view) noexcept;

[[nodiscard]] Plan planRead(const ServiceView &view, bool mayPrompt);
[[nodiscard]] Plan planWrite(const ServiceView &view);
[[nodiscard]] Plan planRemove(const ServiceView &view);

/// The error of a job that failed. A job's "not found" is no proof of absence (QtKeychain says it for a locked or cancelled
/// collection too) and therefore never becomes KeychainEntryMissing here.
[[nodiscard]] base::Error errorOfJob(JobKind kind, JobFailure failure, const QString &text);

/// The error of a failed read in the light of a second look at the store.
[[nodiscard]] base::Error errorOfRead(const ServiceView &after, JobFailure failure, const QString &text);

/// Whether a delete that was reported as done did anything (QtKeychain reports success for a locked entry too).
[[nodiscard]] base::Result<bool> outcomeOfRemove(const ServiceView &after);

} // namespace keychain
