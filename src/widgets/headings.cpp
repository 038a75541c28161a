// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/headings.h"

#include "widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include <utility>

namespace widgets {

namespace {

/// Paints a widget anew when its palette is another. Lives and dies with the widget.
class Repainter final : public QObject {
public:
    /// Takes the place of the widget's earlier one.
    Repainter(QWidget &widget, std::function<void()> paint) : m_paint(std::move(paint))
    {
        delete widget.findChild<QObject *>(kName, Qt::FindDirectChildrenOnly);
        setParent(&widget);
        setObjectName(kName);
        widget.installEventFilter(this);
        run();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            run();
        return QObject::eventFilter(watched, event);
    }

private:
    void run()
    {
        // What it sets changes the palette too.
        if (std::exchange(m_running, true))
            return;
        m_paint();
        m_running = false;
    }

    inline static const QString kName = QStringLiteral("latchkeyRepainter");
    std::function<void()> m_paint;
    bool m_running = false;
};

void setWindowText(QLabel &label, const QColor &ink)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::Active, QPalette::WindowText, ink);
    palette.setColor(QPalette::Inactive, QPalette::WindowText, ink);
    label.setPalette(palette);
}

} // namespace

void keepPainted(QLabel &label, std::function<void(QLabel &)> paint)
{
    new Repainter(label, [&label, paint = std::move(paint)] { paint(label); }); // owned by the label
}

void makeHeading(QLabel &label, int level)
{
    QFont font = label.font();
    font.setPointSizeF(font.pointSizeF() + (level == 1 ? 3 : 1));
    font.setBold(true);
    label.setFont(font);
}

void keepNarrow(QVBoxLayout &column, QLabel &text, int width)
{
    const int at = column.indexOf(&text);
    column.removeWidget(&text);
    auto *row = new QHBoxLayout;
    column.insertLayout(at, row);
    text.setMaximumWidth(width);
    row->addWidget(&text, 1);
    row->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding));
}

void makeMuted(QLabel &label)
{
    keepPainted(label, [](QLabel &of) { setWindowText(of, mutedText(of.palette())); });
}

void setInk(QLabel &label, presentation::StripMessage::Level level)
{
    keepPainted(label, [level](QLabel &of) {
        // Its own palette may still hold the ink of the level before.
        const bool plain = level == presentation::StripMessage::Level::None;
        setWindowText(of, colorsFor(level, plain ? QApplication::palette(&of) : of.palette()).ink);
    });
}

void makeLink(QPushButton &button)
{
    button.setFlat(true);
    QFont underlined = button.font();
    underlined.setUnderline(true);
    button.setFont(underlined);
    const auto paint = [&button] {
        QPalette colors = button.palette();
        for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
            colors.setColor(group, QPalette::ButtonText, colors.color(group, QPalette::Link));
        button.setPalette(colors);
    };
    new Repainter(button, paint); // owned by the button
}

void alignToReading(QLabel &label)
{
    label.setAlignment(QStyle::visualAlignment(label.layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)
                       | Qt::AlignAbsolute);
}

void showGlyph(QLabel &label, Glyph glyph, int size, const std::function<QColor(const QPalette &)> &ink)
{
    keepPainted(label, [glyph, size, ink](QLabel &of) {
        const QColor color = ink ? ink(of.palette()) : of.palette().color(QPalette::WindowText);
        of.setPixmap(glyphIcon(glyph, color).pixmap(QSize(size, size), of.devicePixelRatioF()));
    });
}

} // namespace widgets
