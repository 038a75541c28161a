// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include <QApplication>
#include <QFont>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

namespace widgets {

namespace {

using Level = presentation::StripMessage::Level;

constexpr int kButtonPadding = 6;

/// Fusion with outlines that can be seen: its own are below 3:1.
class OutlineStyle final : public QProxyStyle {
public:
    OutlineStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override
    {
        // Fusion lets a long word touch the frame.
        const QSize room(type == CT_PushButton ? 2 * kButtonPadding : 0, 0);
        return QProxyStyle::sizeFromContents(type, option, size, widget) + room;
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool framed = element == PE_FrameLineEdit || element == PE_PanelButtonCommand;
        if (!framed)
            return;
        const bool focused = (option->state & State_HasFocus) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(focused ? option->palette.color(QPalette::Highlight) : outline(option->palette),
                             focused ? 2.0 : 1.0));
        painter->setBrush(Qt::NoBrush);
        const double inset = focused ? 1.0 : 0.5;
        painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), 3, 3);
        painter->restore();
    }
};

void setText(QPalette &palette, const QColor &text, const QColor &placeholder, const QColor &disabled)
{
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, disabled);
    }
    palette.setColor(QPalette::PlaceholderText, placeholder);
}

QPalette tokenPalette(bool dark)
{
    const auto pick = [dark](const char *light, const char *night) {
        return QColor(QLatin1StringView(dark ? night : light));
    };
    QPalette palette(pick("#f3f3f3", "#323232"));
    palette.setColor(QPalette::Window, pick("#f3f3f3", "#323232"));
    palette.setColor(QPalette::Button, pick("#fafafa", "#3c3c3c"));
    palette.setColor(QPalette::Base, pick("#ffffff", "#242424"));
    palette.setColor(QPalette::AlternateBase, pick("#f7f7f7", "#2a2a2a"));
    palette.setColor(QPalette::ToolTipBase, pick("#ffffff", "#242424"));
    palette.setColor(QPalette::Highlight, QColor(QLatin1StringView("#1d66a0")));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, pick("#0b5cad", "#7cbcff"));
    setText(palette, pick("#1b1b1b", "#f0f0f0"), pick("#6b6b6b", "#9d9d9d"), pick("#868686", "#8c8c8c"));
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

LevelColors colorsFor(Level level, const QPalette &palette)
{
    const bool dark = isDark(palette);
    const auto pair = [](const char *ink, const char *paper) {
        return LevelColors{QColor(QLatin1StringView(ink)), QColor(QLatin1StringView(paper))};
    };
    switch (level) {
    case Level::Ok:
        return dark ? pair("#86dba0", "#17321f") : pair("#14602c", "#e2f3e6");
    case Level::Warn:
        return dark ? pair("#ffd27a", "#3a2c0a") : pair("#704400", "#fff1d0");
    case Level::Bad:
        return dark ? pair("#ffa39e", "#451a1b") : pair("#98151a", "#fde5e5");
    case Level::Info:
    case Level::Busy:
        return dark ? pair("#9bcbff", "#14304c") : pair("#0b4a86", "#e3eefa");
    case Level::None:
        break;
    }
    return {palette.color(QPalette::WindowText), palette.color(QPalette::Window)};
}

QColor mutedText(const QPalette &palette)
{
    return QColor(QLatin1StringView(isDark(palette) ? "#b9b9b9" : "#5a5a5a"));
}

QColor outline(const QPalette &palette)
{
    return QColor(QLatin1StringView(isDark(palette) ? "#8c8c8c" : "#868686"));
}

ChipColors chipColors(bool demo, const QPalette &palette)
{
    if (!demo)
        return {Qt::white, QColor(QLatin1StringView("#1d66a0")), QColor(QLatin1StringView("#1d66a0")), false};
    const QColor violet(QLatin1StringView(isDark(palette) ? "#d6b3ff" : "#5b2a86"));
    return {violet, QColor(), violet, true};
}

void applyTheme()
{
    const bool dark = isDark(QApplication::palette());
    QApplication::setStyle(new OutlineStyle); // owned by the application
    QApplication::setPalette(tokenPalette(dark));
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0 && font.pointSizeF() < 10) {
        font.setPointSizeF(10);
        QApplication::setFont(font);
    }
}

} // namespace widgets
