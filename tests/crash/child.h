// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deeds.h"
#include "faultyio_linux.h"

#include <chrono>
#include <functional>
#include <optional>

// The process that works on the vault and is killed, or meets faults, while it does.

namespace crashtest {

struct Orders {
    QList<Step> steps;
    QString passphrase;
    bool creates = false; ///< makes the vault first
    /// Instead of all that: one thing, acknowledged when it is done. It opens the vault itself.
    std::function<base::Result<void>(const vault::Environment &)> job;
    FaultPlan faults;              ///< without tellFd
    bool opensUndisturbed = false; ///< the faults begin after the vault is open
    bool triesAgain = false;       ///< a step that fails is done once more, without faults, in the same session
    bool diesRefused = false;      ///< a step that fails is the last thing that it does: nothing is closed
    QString point;   ///< place of the program to die at: "begin", "append", "root", "commit", "publish", "delivered",
                     ///< "replace"
    int pointAt = 1; ///< which time
    std::optional<std::chrono::microseconds> killAfter; ///< by the parent
    std::uint64_t seed = 1;                             ///< of ids and nonces
};

/// What the parent learnt.
struct News {
    int acknowledged = 0;           ///< steps that were reported as done
    bool created = false;           ///< creating was reported as done
    QString opening;                ///< "ok", or why the vault did not open
    QString refusal;                ///< code of the first step that failed
    QString again;                  ///< code of its repetition, or "ok"
    QList<QByteArray> recoveryKeys; ///< handed over, each before it opens anything
    QString at;                     ///< the call or place of its death, when it was its own
    long calls = 0;                 ///< counted until its last message
    bool finished = false;          ///< it came to its end
    std::chrono::microseconds took{0};
    QString oddity; ///< it ended in a way that it should not
};

/// Places that Orders::point knows.
[[nodiscard]] QStringList points(const Orders &orders);

/// Forks, lets the child follow the orders, kills it when they say so, and waits for its end. No vault may be open here.
[[nodiscard]] News runChild(vaulttest::Home &home, const Orders &orders);

} // namespace crashtest
