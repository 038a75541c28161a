// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"

#include <QColor>
#include <QPalette>

namespace widgets {

/// Colours of the token table (docs/guide, DESKTOP): ink on paper for each level of a message.
struct LevelColors {
    QColor ink;
    QColor paper;
};

/// True when the palette is a dark one.
[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] LevelColors colorsFor(presentation::StripMessage::Level level, const QPalette &palette);
[[nodiscard]] QColor mutedText(const QPalette &palette);
/// Outline of fields and buttons: at least 3:1 against the window.
[[nodiscard]] QColor outline(const QPalette &palette);
/// Chip of an environment: LIVE is filled, DEMO is outlined with dashes; word, shape and colour each tell it.
struct ChipColors {
    QColor ink;
    QColor fill; ///< invalid: no fill
    QColor outline;
    bool dashed = false;
};
[[nodiscard]] ChipColors chipColors(bool demo, const QPalette &palette);

/// Sets style and palette of the whole application: light or dark as the platform's palette is. Call once, before the first
/// window.
void applyTheme();

} // namespace widgets
