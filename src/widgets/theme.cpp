// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include "widgets/outlinestyle.h"

#include <QApplication>
#include <QFont>
#include <QLabel>

namespace widgets {

namespace {

using Level = presentation::StripMessage::Level;

constexpr double kSmallestPoints = 10;

/// The token table: one row for each look.
struct Tokens {
    const char *window, *base, *alternate, *button;
    const char *text, *muted, *placeholder;
    const char *link, *visited, *outline;
    const char *okInk, *okPaper, *warnInk, *warnPaper, *badInk, *badPaper, *infoInk, *infoPaper;
    const char *demo;
};

constexpr const char *kSelection = "#1d66a0";
constexpr Tokens kLight{"#f3f3f3", "#ffffff", "#f7f7f7", "#fafafa", "#1b1b1b", "#5a5a5a", "#6b6b6b",
                        "#0b5cad", "#5b2a86", "#868686", "#14602c", "#e2f3e6", "#704400", "#fff1d0",
                        "#98151a", "#fde5e5", "#0b4a86", "#e3eefa", "#5b2a86"};
constexpr Tokens kDark{"#323232", "#242424", "#2a2a2a", "#2c2c2c", "#f0f0f0", "#b9b9b9", "#9d9d9d",
                       "#7cbcff", "#d6b3ff", "#8c8c8c", "#86dba0", "#17321f", "#ffd27a", "#3a2c0a",
                       "#ffa39e", "#451a1b", "#9bcbff", "#14304c", "#d6b3ff"};

const Tokens &tokens(bool dark)
{
    return dark ? kDark : kLight;
}

QColor color(const char *name)
{
    return QColor(QLatin1StringView(name));
}

void setTexts(QPalette &palette, const Tokens &of)
{
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, color(of.text));
        palette.setColor(QPalette::Disabled, role, color(of.outline));
    }
    palette.setColor(QPalette::PlaceholderText, color(of.placeholder));
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, color(of.outline));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, color(of.link));
    palette.setColor(QPalette::LinkVisited, color(of.visited));
}

/// Rich text has the colour of its links from when it was set.
void renewLinks()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *label = qobject_cast<QLabel *>(widget);
        if (label == nullptr || !label->text().contains(QLatin1StringView("<a ")))
            continue;
        const QString text = label->text();
        label->clear();
        label->setText(text);
    }
}

void applyPalette(bool dark)
{
    QApplication::setPalette(tokenPalette(dark));
    renewLinks();
}

} // namespace

QPalette tokenPalette(bool dark)
{
    const Tokens &of = tokens(dark);
    QPalette palette(color(of.window)); // the shades of edges are worked out from it
    palette.setColor(QPalette::Window, color(of.window));
    palette.setColor(QPalette::Button, color(of.button));
    palette.setColor(QPalette::Base, color(of.base));
    palette.setColor(QPalette::AlternateBase, color(of.alternate));
    palette.setColor(QPalette::ToolTipBase, color(of.base));
    palette.setColor(QPalette::Highlight, color(kSelection));
    setTexts(palette, of);
    return palette;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

LevelColors colorsFor(Level level, const QPalette &palette)
{
    const Tokens &of = tokens(isDark(palette));
    switch (level) {
    case Level::Ok:
        return {color(of.okInk), color(of.okPaper)};
    case Level::Warn:
        return {color(of.warnInk), color(of.warnPaper)};
    case Level::Bad:
        return {color(of.badInk), color(of.badPaper)};
    case Level::Info:
    case Level::Busy:
        return {color(of.infoInk), color(of.infoPaper)};
    case Level::None:
        break;
    }
    return {palette.color(QPalette::WindowText), palette.color(QPalette::Window)};
}

QColor mutedText(const QPalette &palette)
{
    return color(tokens(isDark(palette)).muted);
}

QColor outline(const QPalette &palette)
{
    return color(tokens(isDark(palette)).outline);
}

QColor accent(const QPalette &palette)
{
    return color(tokens(isDark(palette)).link);
}

ChipColors chipColors(bool demo, const QPalette &palette)
{
    if (!demo)
        return {Qt::white, color(kSelection), color(kSelection), false};
    const QColor violet = color(tokens(isDark(palette)).demo);
    return {violet, QColor(), violet, true};
}

Theme::Theme(presentation::AppearanceController &controller, QObject *parent) : QObject(parent)
{
    QApplication::setStyle(new OutlineStyle); // owned by the application
    applyPalette(controller.isDark());
    QFont font = QApplication::font();
    // Where no desktop sets a font, Qt takes one of 9 pt.
    if (font.pointSizeF() > 0 && font.pointSizeF() < kSmallestPoints) {
        font.setPointSizeF(kSmallestPoints);
        QApplication::setFont(font);
    }
    connect(&controller, &presentation::AppearanceController::changed, this,
            [&controller] { applyPalette(controller.isDark()); });
}

} // namespace widgets
