// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QMap>
#include <QRect>
#include <QStringList>

class QImage;
class QWidget;

namespace windowtest {

// Each looks at what `shown` (a window or dialog) shows now and returns its faults, one a line; none when all is well.

/// The widgets of a window that can be seen: not hidden, scrolled away or covered by another.
[[nodiscard]] QList<QWidget *> seen(const QWidget &shown);
/// Contrast by the formula of WCAG 2.2: 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
/// Text at least 4.5:1 on its paper (3.0 when it is large, bold and large, or disabled), icons 3.0. By computation on what was
/// painted: the application's font must be one without antialiasing.
[[nodiscard]] QStringList weakTexts(QWidget &shown);
/// Edges of fields, buttons and boxes at least 3.0:1 against what is around them.
[[nodiscard]] QStringList weakOutlines(QWidget &shown);
/// What has the focus must be seen to have it: 3.0:1 between the two states.
[[nodiscard]] QStringList weakFocus(QWidget &shown);
/// Texts that do not fit.
[[nodiscard]] QStringList cutTexts(QWidget &shown);
/// Buttons whose words did not go through the translator, which marks what it gives out with `mark`.
[[nodiscard]] QStringList untranslated(QWidget &shown, QChar mark);
/// Alt and a letter that more than one control answers to.
[[nodiscard]] QStringList sameMnemonics(QWidget &shown);
/// Tab leads against the reading direction.
[[nodiscard]] QStringList tabOrder(QWidget &shown);
/// Nodes of the accessibility tree that can be operated and have no name.
[[nodiscard]] QStringList nameless(QWidget &shown);
/// More or fewer than one default button, a dangerous one, or an auto-default anywhere.
[[nodiscard]] QStringList defaultButtons(QWidget &shown);
/// What Enter in each field pressed besides the default button. Presses it.
[[nodiscard]] QStringList enterPresses(QWidget &shown);
/// Where every visible widget is, by its path of names; pointless for comparison where it scrolls.
[[nodiscard]] QMap<QString, QRect> places(QWidget &shown);

} // namespace windowtest
