// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"

#include <QCoreApplication>

namespace presentation {

/// What the strip of a form says beside results: a draft is open again that a lock had closed; the secret which was just saved
/// may still be on the clipboard; it is no longer there.
enum class FormNote { DraftIsBack, ClipboardMayHoldIt, ClipboardIsEmpty };

/// Messages that the forms of all records have in common.
class FormNotes final {
    Q_DECLARE_TR_FUNCTIONS(presentation::FormNotes)

public:
    /// What the strip says after `note` about a record of this title; as it was where a result comes first.
    [[nodiscard]] static StripMessage noted(StripMessage message, FormNote note, const QString &title);
    /// The record of this title is gone and can be put back; `kept` tells what is not.
    [[nodiscard]] static StripMessage removed(const QString &title, const QString &kept);
};

} // namespace presentation
