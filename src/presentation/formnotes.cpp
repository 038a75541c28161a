// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/formnotes.h"

namespace presentation {

using Level = StripMessage::Level;
using Action = StripMessage::Action;

StripMessage FormNotes::noted(StripMessage message, FormNote note, const QString &title)
{
    switch (note) {
    case FormNote::DraftIsBack:
        return {Level::Info,
                tr("You were editing %1.").arg(title),
                tr("What you typed is here again: save it, or discard it."),
                Action::None,
                {}};
    case FormNote::ClipboardMayHoldIt:
        // A result that asks for something comes first.
        if (message.action != Action::None || message.level == Level::Busy)
            break;
        message.text = (message.text + QLatin1Char(' ') + tr("The secret may still be on the clipboard.")).trimmed();
        message.action = Action::ClearClipboard;
        break;
    case FormNote::ClipboardIsEmpty:
        if (message.action != Action::ClearClipboard)
            break;
        message.text = tr("The clipboard is empty now.");
        message.action = Action::None;
        break;
    }
    return message;
}

StripMessage FormNotes::removed(const QString &title, const QString &kept)
{
    return {Level::Ok, tr("%1 was removed.").arg(title), kept, Action::Undo, {}};
}

} // namespace presentation
