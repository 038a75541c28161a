// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace widgets {

/// What Tab stops at in a window, in the order in which its layouts show it. Qt goes by the order of creation, in which fields
/// that come later, and whole pages, would follow the buttons at the foot. What lies over the layouts comes last.
[[nodiscard]] QList<QWidget *> tabStops(const QWidget &window);

/// Moves the focus to the next or the previous of them; false when it is at none of them now.
[[nodiscard]] bool moveFocus(const QWidget &window, bool next);

} // namespace widgets
