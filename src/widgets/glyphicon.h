// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"

#include <QColor>
#include <QIcon>

namespace widgets {

/// Glyphs of the icon font in resources/icons.
enum class Glyph : char16_t {
    Lock = 0xeae2,
    LockOpen = 0xeae1,
    LockAlert = 0xf92b,
    Warning = 0xea06,
    Ok = 0xea67,
    Bad = 0xea6a,
    Info = 0xeac5,
    Key = 0xeac7,
    Exchange = 0xf1f4,
    Plus = 0xeb0b,
    Search = 0xeb1c,
    Eye = 0xea9a,
    Copy = 0xea7a,
    ShieldLock = 0xed58,
    Shield = 0xeb24,
    ChevronDown = 0xea5f,
    ChevronRight = 0xea61,
    Refresh = 0xeb13,
    Trash = 0xeb41,
    Minus = 0xeaf2,
    Check = 0xea5e,
    Chatbot = 0xf38a,
    History = 0xebea,
    Export = 0xede9,
};

/// The glyph that goes with a message's level.
[[nodiscard]] Glyph glyphFor(presentation::StripMessage::Level level) noexcept;

/// An icon that paints the glyph crisply in any size. Without a colour it takes the palette's text colour, also when disabled
/// or selected.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, const QColor &color = QColor());
/// The same in the colour of secondary text, whatever the palette is when it is painted.
[[nodiscard]] QIcon mutedGlyphIcon(Glyph glyph);

} // namespace widgets
