// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/llmdelegate.h"

#include "presentation/llmlistmodel.h"
#include "widgets/glyphicon.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QWidget>

namespace widgets {

namespace {

using Level = presentation::StripMessage::Level;
using Model = presentation::LlmListModel;
constexpr int kMargin = 8;
constexpr int kIcon = 16;
constexpr int kGap = 6;

} // namespace

QSize LlmDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * option.fontMetrics.height() + 2 * kMargin + 4};
}

void LlmDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const auto level = static_cast<Level>(index.data(Model::LevelRole).toInt());
    const QRect inner = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const int line = option.fontMetrics.height();
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, inner, rect); };
    const auto leading = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    const auto elided = [&](const QString &text, const QRect &rect) {
        painter->drawText(rect, leading, option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
    };
    const QColor high = option.palette.color(QPalette::HighlightedText);
    const QColor muted = selected ? high : mutedText(option.palette);

    painter->save();
    painter->setFont(option.font);
    const QString mark = index.data(Model::InUseRole).toBool() ? tr("in use") : QString();
    const int markWidth = mark.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(mark) + kGap;
    painter->setPen(selected ? high : option.palette.color(QPalette::Text));
    elided(index.data().toString(), mirrored({inner.left(), inner.top(), inner.width() - markWidth, line}));
    painter->setPen(muted);
    elided(mark, mirrored({inner.right() - markWidth + kGap, inner.top(), markWidth, line}));

    const QColor ink = selected || level == Level::Info ? muted : colorsFor(level, option.palette).ink;
    const int second = inner.top() + line + 4;
    glyphIcon(glyphFor(level), ink).paint(painter, mirrored({inner.left(), second + (line - kIcon) / 2, kIcon, kIcon}));
    painter->setPen(ink);
    elided(index.data(Model::StateTextRole).toString(),
           mirrored({inner.left() + kIcon + kGap, second, inner.width() - kIcon - kGap, line}));
    painter->restore();
}

} // namespace widgets
