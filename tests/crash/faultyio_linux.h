// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// System calls that change files, replaced for the whole program and its libraries (SQLite and Qt included), so that each of
// them can be made to fail or to be the last thing that the process does. Only calls on regular files count. Not thread-safe:
// for a process that works on one thread.

namespace crashtest {

enum class Fault {
    None,
    Kill,        ///< SIGKILL instead of the call
    KillHalfway, ///< a write leaves its first half behind, then SIGKILL; other calls as Kill
    KillAfter,   ///< the call, then SIGKILL
    IoError,     ///< EIO
    DiskFull,    ///< ENOSPC for what takes space, EIO for the rest
    ShortWrite,  ///< a write does its first half and says so; other calls as IoError
};

/// From now on counts calls; the one with number `at` (from 1) meets the fault, and all later ones too when it is `lasting`.
/// `tellFd` gets a line "at CALL FILE" before a SIGKILL; -1: nobody is told.
struct FaultPlan {
    Fault fault = Fault::None;
    long at = 0;
    bool lasting = false;
    int tellFd = -1;
};

void armFaults(const FaultPlan &wanted);
/// Calls go through again and are not counted.
void disarmFaults();
/// Calls counted since armFaults().
[[nodiscard]] long countedCalls();
/// SIGKILL to this process, after "at NAME" was told.
[[noreturn]] void dieAt(const char *name, int tellFd);

} // namespace crashtest
