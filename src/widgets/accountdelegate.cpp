// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accountdelegate.h"

#include "presentation/accountlistmodel.h"
#include "widgets/glyphicon.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QWidget>

namespace widgets {

namespace {

using Level = presentation::StripMessage::Level;
constexpr int kMargin = 8;
constexpr int kIcon = 16;

QFont chipFont(const QFont &base)
{
    QFont font = base;
    font.setBold(true);
    font.setPointSizeF(base.pointSizeF() - 1.5);
    return font;
}

QString chipText(bool demo)
{
    return demo ? AccountDelegate::tr("DEMO") : AccountDelegate::tr("LIVE");
}

} // namespace

QSize chipSize(bool demo, const QFont &font)
{
    const QFontMetrics metrics(chipFont(font));
    return {metrics.horizontalAdvance(chipText(demo)) + 12, metrics.height() + 2};
}

QSize paintChip(QPainter &painter, const QPoint &topLeft, bool demo, const QPalette &palette)
{
    const QFont font = painter.font();
    const ChipColors colors = chipColors(demo, palette);
    const QRect rect(topLeft, chipSize(demo, font));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.outline, 1, colors.dashed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(colors.fill.isValid() ? QBrush(colors.fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(chipFont(font));
    painter.setPen(colors.ink);
    painter.drawText(rect, Qt::AlignCenter, chipText(demo));
    painter.restore();
    return rect.size();
}

QPixmap chipPixmap(bool demo, const QWidget &widget)
{
    const qreal ratio = widget.devicePixelRatioF();
    QPixmap out(chipSize(demo, widget.font()) * ratio);
    out.setDevicePixelRatio(ratio);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setFont(widget.font());
    paintChip(painter, QPoint(), demo, widget.palette());
    return out;
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * option.fontMetrics.height() + 2 * kMargin + 4};
}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const bool demo = index.data(presentation::AccountListModel::DemoRole).toBool();
    const auto level = static_cast<Level>(index.data(presentation::AccountListModel::LevelRole).toInt());
    const QRect inner = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const int line = option.fontMetrics.height();
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, inner, rect); };
    const Qt::Alignment leading = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);

    painter->save();
    painter->setFont(option.font);
    const QSize chip = chipSize(demo, option.font);
    const QRect nameRect = mirrored({inner.left(), inner.top(), inner.width() - chip.width() - 6, line});
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(nameRect, static_cast<int>(leading),
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, nameRect.width()));
    const QRect chipRect = mirrored({inner.right() - chip.width(), inner.top(), chip.width(), chip.height()});
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Base));
        painter->drawRoundedRect(chipRect.adjusted(-1, -1, 1, 1), 4, 4);
    }
    paintChip(*painter, chipRect.topLeft(), demo, option.palette);

    const QColor ink = selected                        ? option.palette.color(QPalette::HighlightedText)
        : level == Level::None || level == Level::Info ? mutedText(option.palette)
                                                       : colorsFor(level, option.palette).ink;
    const int second = inner.top() + line + 4;
    const QRect iconRect = mirrored({inner.left(), second + (line - kIcon) / 2, kIcon, kIcon});
    glyphIcon(glyphFor(level), ink).paint(painter, iconRect);
    const QRect stateRect = mirrored({inner.left() + kIcon + 6, second, inner.width() - kIcon - 6, line});
    painter->setPen(ink);
    const QString state = index.data(presentation::AccountListModel::StateTextRole).toString();
    painter->drawText(stateRect, static_cast<int>(leading),
                      option.fontMetrics.elidedText(state, Qt::ElideRight, stateRect.width()));
    painter->restore();
}

} // namespace widgets
