// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/appearancecontroller.h"

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
/// Outline of fields and buttons: at least 3:1 against the window and against what stands inside.
[[nodiscard]] QColor outline(const QPalette &palette);
/// Links, the ring around what has the focus, and what is ticked: at least 4.5:1 against window and base.
[[nodiscard]] QColor accent(const QPalette &palette);
/// Chip of an environment: LIVE is filled, DEMO is outlined with dashes; word, shape and colour each tell it.
struct ChipColors {
    QColor ink;
    QColor fill; ///< invalid: no fill
    QColor outline;
    bool dashed = false;
};
[[nodiscard]] ChipColors chipColors(bool demo, const QPalette &palette);
/// Every colour of the light or of the dark window.
[[nodiscard]] QPalette tokenPalette(bool dark);

/// Style, palette and smallest font of the whole application, by the user's choice from now on. Build it before the first
/// window; there is one. What is on screen follows at once. GUI thread.
class Theme final : public QObject {
    Q_OBJECT

public:
    /// `controller` outlives it.
    explicit Theme(presentation::AppearanceController &controller, QObject *parent = nullptr);
};

} // namespace widgets
