// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "widgets/glyphicon.h"

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace widgets {

/// H1 (+3 pt, bold) or H2 (+1 pt, bold).
void makeHeading(QLabel &label, int level);
/// Secondary text in the muted colour.
void makeMuted(QLabel &label);
/// Text in the ink of a level.
void setInk(QLabel &label, presentation::StripMessage::Level level);
/// Wraps a text of the column at `width` pixels. Not by a maximum width alone: a column would ask the text how high it is at the
/// column's own width, and then cut it off or squeeze what is below.
void keepNarrow(QVBoxLayout &column, QLabel &text, int width);
/// Makes a button look like a link: flat, underlined, in the colour of links.
void makeLink(QPushButton &button);
/// For text that can be selected: begins at the side where reading begins. Left alone, such a label follows the letters in it,
/// and a number stands far from what it belongs to in a window that is read from right to left.
void alignToReading(QLabel &label);
/// The glyph as the label's picture; `ink` is asked for its colour.
void showGlyph(QLabel &label, Glyph glyph, int size, const std::function<QColor(const QPalette &)> &ink = {});
/// Runs `paint` now and each time that the label's palette changes: colours and pictures that were set by hand do not follow
/// a switch between light and dark by themselves. A label has one; another takes the place of the first.
void keepPainted(QLabel &label, std::function<void(QLabel &)> paint);

} // namespace widgets
