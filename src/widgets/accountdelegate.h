// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QStyledItemDelegate>

namespace widgets {

/// LIVE or DEMO as a chip: word, shape and colour each tell it. Paints into `rect` and returns the chip's size.
QSize paintChip(QPainter &painter, const QPoint &topLeft, bool demo, const QPalette &palette);
[[nodiscard]] QSize chipSize(bool demo, const QFont &font);
[[nodiscard]] QPixmap chipPixmap(bool demo, const QWidget &widget);

/// A row of the account list: name and chip above, state in words with its icon below.
class AccountDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace widgets
