// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outlinestyle.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>

namespace widgets {

namespace {

constexpr int kButtonPadding = 6;
constexpr int kSmallestButton = 72;
constexpr double kRadius = 3;
constexpr double kCurve = 1.4;
constexpr double kRing = 2; ///< width of the line around what has the focus

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return (option.state & flag) != 0;
}

/// The edge of a field or button, inside its rectangle.
void drawEdge(QPainter &painter, const QStyleOption &option, double radius = kRadius)
{
    const bool focused = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_Enabled);
    const double width = focused ? kRing : 1;
    const double inset = width / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focused ? accent(option.palette) : outline(option.palette), width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

/// Fills the square or circle of a check box or radio button, and says in which colour its mark is to be drawn.
QColor drawIndicator(QPainter &painter, const QStyleOption &option, const QRectF &square, double radius, bool filled)
{
    const bool round = radius > kRadius; // a curve of one pixel is paler than a straight line
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor full = enabled ? accent(option.palette) : outline(option.palette);
    const QColor paper = option.palette.color(enabled ? QPalette::Base : QPalette::Window);
    const bool lit = has(option, QStyle::State_Sunken) && enabled;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(filled || lit ? full : outline(option.palette), lit ? kRing : round ? kCurve : 1));
    painter.setBrush(filled ? full : paper);
    painter.drawRoundedRect(square, radius, radius);
    return filled ? paper : full;
}

QRectF indicatorSquare(const QStyleOption &option)
{
    const int side = qMin(option.rect.width(), option.rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(option.rect).center());
    return square.adjusted(0.5, 0.5, -0.5, -0.5);
}

void drawCheckBox(QPainter &painter, const QStyleOption &option)
{
    const bool partly = has(option, QStyle::State_NoChange);
    const bool filled = has(option, QStyle::State_On) || partly;
    const QRectF square = indicatorSquare(option);
    painter.save();
    const QColor mark = drawIndicator(painter, option, square, kRadius, filled);
    painter.setPen(QPen(mark, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](double x, double y) {
        return QPointF(square.left() + x * square.width(), square.top() + y * square.height());
    };
    if (partly)
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    else if (filled)
        painter.drawPolyline(QPolygonF({at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.3)}));
    painter.restore();
}

void drawRadioButton(QPainter &painter, const QStyleOption &option)
{
    const QRectF square = indicatorSquare(option);
    painter.save();
    const QColor dot = drawIndicator(painter, option, square, square.width() / 2, false);
    if (has(option, QStyle::State_On)) {
        const double inset = square.width() * 0.25;
        painter.setPen(Qt::NoPen);
        painter.setBrush(dot);
        painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
}

/// A raised button has the ring on its edge already.
bool isRaisedButton(const QWidget *widget)
{
    const auto *button = qobject_cast<const QPushButton *>(widget);
    return button != nullptr && !button->isFlat();
}

void drawFocusRing(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(accent(option.palette), kRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), kRadius, kRadius);
    painter.restore();
}

} // namespace

OutlineStyle::OutlineStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

QSize OutlineStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    QSize out = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton) {
        // Fusion lets a long word touch the frame, and gives a short one more room than a narrow form has.
        const int frame = proxy()->pixelMetric(PM_ButtonMargin, option, widget)
            + 2 * proxy()->pixelMetric(PM_DefaultFrameWidth, option, widget);
        out.setWidth(qMax(kSmallestButton, size.width() + frame + 2 * kButtonPadding));
    }
    return out;
}

void OutlineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
        return drawCheckBox(*painter, *option);
    case PE_IndicatorRadioButton:
        return drawRadioButton(*painter, *option);
    case PE_FrameFocusRect:
        // Lists mark their row already; a page that scrolls needs no ring around all of it.
        if (!isRaisedButton(widget) && has(*option, State_KeyboardFocusChange))
            drawFocusRing(*painter, *option);
        return;
    case PE_FrameLineEdit:
    case PE_PanelButtonCommand:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return drawEdge(*painter, *option);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void OutlineStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    // QCommonStyle places words beside an icon itself and asks for their right edge; a painter that reads from right to left
    // would turn that round once more, and the words would stand at the far edge of the button.
    const Qt::LayoutDirection direction = painter->layoutDirection();
    if (element == CE_PushButtonLabel && option->direction == Qt::RightToLeft)
        painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    QProxyStyle::drawControl(element, option, painter, widget);
    painter->setLayoutDirection(direction);
}

void OutlineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    // Both are painted from pictures that Fusion keeps, with edges of their own.
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawEdge(*painter, *option);
}

} // namespace widgets
