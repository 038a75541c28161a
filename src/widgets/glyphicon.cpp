// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/glyphicon.h"

#include "widgets/theme.h"

#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

/// Outside any namespace, as Qt's macro demands; a static library's resources are not there by themselves.
static void initIconResource() // NOLINT(misc-use-anonymous-namespace)
{
    Q_INIT_RESOURCE(icons);
}

namespace widgets {

namespace {

QString iconFamily()
{
    static const QString family = [] {
        initIconResource();
        const int id = QFontDatabase::addApplicationFont(QStringLiteral(":/latchkey/icons/tabler-subset.ttf"));
        return QFontDatabase::applicationFontFamilies(id).value(0);
    }();
    return family;
}

class GlyphEngine final : public QIconEngine {
public:
    enum class Ink { Text, Muted };

    GlyphEngine(Glyph glyph, const QColor &color, Ink ink = Ink::Text) : m_glyph(glyph), m_color(color), m_ink(ink) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFont font(iconFamily());
        font.setPixelSize(qMin(rect.width(), rect.height()));
        font.setStyleStrategy(QFont::NoFontMerging);
        painter->save();
        painter->setRenderHint(QPainter::TextAntialiasing);
        painter->setFont(font);
        painter->setPen(colorFor(mode));
        painter->drawText(rect, Qt::AlignCenter, QString(QChar(static_cast<char16_t>(m_glyph))));
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap out(size);
        out.fill(Qt::transparent);
        QPainter painter(&out);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return out;
    }
    QIconEngine *clone() const override { return new GlyphEngine(*this); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        if (m_color.isValid())
            return m_color;
        return m_ink == Ink::Muted ? mutedText(palette) : palette.color(QPalette::ButtonText);
    }

    Glyph m_glyph;
    QColor m_color;
    Ink m_ink;
};

} // namespace

Glyph glyphFor(presentation::StripMessage::Level level) noexcept
{
    switch (level) {
    case presentation::StripMessage::Level::Ok:
        return Glyph::Ok;
    case presentation::StripMessage::Level::Warn:
        return Glyph::Warning;
    case presentation::StripMessage::Level::Bad:
        return Glyph::Bad;
    default:
        return Glyph::Info;
    }
}

QIcon glyphIcon(Glyph glyph, const QColor &color)
{
    return QIcon(new GlyphEngine(glyph, color)); // the icon owns its engine
}

QIcon mutedGlyphIcon(Glyph glyph)
{
    return QIcon(new GlyphEngine(glyph, QColor(), GlyphEngine::Ink::Muted));
}

} // namespace widgets
