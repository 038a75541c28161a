// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace presentation {

/// What the one message strip of a page shows. Words only, never a secret.
struct StripMessage {
    enum class Level { None, Ok, Info, Warn, Bad, Busy };
    enum class Action {
        None,
        CheckNow,
        KeepAnyway,
        UseAnyway,
        UsedElsewhere,
        UsedHere,
        UseRecoveryKey,
        UnlockKeyring,
        TryAgain,
        Undo,
        ClearClipboard,
        UseOlder,
    };

    Level level = Level::None;
    QString title; ///< bold
    QString text;
    Action action = Action::None;
    QString details; ///< code, HTTP status, time; behind "Details"

    /// The button does something with what is stored: while something else is typed its answer would stand above the wrong thing.
    [[nodiscard]] bool isAboutStored() const noexcept
    {
        return action != Action::None && action != Action::Undo && action != Action::ClearClipboard;
    }

    friend bool operator==(const StripMessage &, const StripMessage &) = default;
};

} // namespace presentation
