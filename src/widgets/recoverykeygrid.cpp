// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recoverykeygrid.h"

#include "widgets/theme.h"

#include <QFontDatabase>
#include <QPainter>

namespace widgets {

namespace {

constexpr int kColumns = 3;
constexpr int kGroups = 9;
constexpr qsizetype kGroupSize = 5;
constexpr qsizetype kGroupStride = 6;

} // namespace

RecoveryKeyGrid::RecoveryKeyGrid(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Recovery key, nine groups of five characters"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RecoveryKeyGrid::setKey(const base::SecretBytes *key)
{
    m_key = key;
    update();
}

QFont RecoveryKeyGrid::groupFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF() + 4);
    return font;
}

QSize RecoveryKeyGrid::sizeHint() const
{
    const QFontMetrics metrics(groupFont());
    return {kColumns * (metrics.horizontalAdvance(QStringLiteral("MMMMM")) + 48) + 16,
            kColumns * (metrics.height() + 20) + 16};
}

void RecoveryKeyGrid::paintGroup(QPainter &painter, const QRect &cell, int number) const
{
    painter.setFont(font());
    painter.setPen(mutedText(palette()));
    const QRect numberRect = cell.adjusted(8, 0, 0, 0);
    painter.drawText(numberRect, Qt::AlignLeft | Qt::AlignVCenter, QString::number(number));
    painter.setFont(groupFont());
    painter.setPen(palette().color(QPalette::Text));
    const std::string_view text = m_key->exposeText();
    // One character at a time: no string of the key comes into being.
    const QFontMetrics metrics(groupFont());
    int x = cell.left() + 28;
    const int baseline = cell.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (qsizetype i = 0; i < kGroupSize; ++i) {
        const auto at = static_cast<std::size_t>((number - 1) * kGroupStride + i);
        if (at < text.size())
            painter.drawText(x, baseline, QString(QLatin1Char(text[at])));
        x += metrics.horizontalAdvance(QLatin1Char('M'));
    }
}

void RecoveryKeyGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (m_key == nullptr)
        return;
    const QRect inner = rect().adjusted(8, 8, -8, -8);
    const int width = inner.width() / kColumns;
    const int height = inner.height() / kColumns;
    for (int i = 0; i < kGroups; ++i) {
        const QRect cell(inner.left() + (i % kColumns) * width, inner.top() + (i / kColumns) * height, width, height);
        paintGroup(painter, cell, i + 1);
    }
}

} // namespace widgets
