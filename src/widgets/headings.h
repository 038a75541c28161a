// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "widgets/glyphicon.h"

#include <functional>

class QLabel;

namespace widgets {

/// H1 (+3 pt, bold) or H2 (+1 pt, bold).
void makeHeading(QLabel &label, int level);
/// Secondary text in the muted colour.
void makeMuted(QLabel &label);
/// Text in the ink of a level.
void setInk(QLabel &label, presentation::StripMessage::Level level);
/// The glyph as the label's picture; `ink` is asked for its colour.
void showGlyph(QLabel &label, Glyph glyph, int size, const std::function<QColor(const QPalette &)> &ink = {});
/// Runs `paint` now and each time that the label's palette changes: colours and pictures that were set by hand do not follow
/// a switch between light and dark by themselves. A label has one; another takes the place of the first.
void keepPainted(QLabel &label, std::function<void(QLabel &)> paint);

} // namespace widgets
