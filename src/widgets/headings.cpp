// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/headings.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QLabel>

#include <utility>

namespace widgets {

namespace {

/// Paints a label anew when its palette is another. Lives and dies with the label.
class Repainter final : public QObject {
public:
    Repainter(QLabel &label, std::function<void(QLabel &)> paint)
        : QObject(&label)
        , m_label(label)
        , m_paint(std::move(paint))
    {
        setObjectName(kName);
        label.installEventFilter(this);
        run();
    }

    static void remove(const QLabel &label) { delete label.findChild<QObject *>(kName, Qt::FindDirectChildrenOnly); }

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
        m_paint(m_label);
        m_running = false;
    }

    inline static const QString kName = QStringLiteral("latchkeyRepainter");
    QLabel &m_label;
    std::function<void(QLabel &)> m_paint;
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
    Repainter::remove(label);
    new Repainter(label, std::move(paint)); // owned by the label
}

void makeHeading(QLabel &label, int level)
{
    QFont font = label.font();
    font.setPointSizeF(font.pointSizeF() + (level == 1 ? 3 : 1));
    font.setBold(true);
    label.setFont(font);
}

void makeMuted(QLabel &label)
{
    keepPainted(label, [](QLabel &of) { setWindowText(of, mutedText(of.palette())); });
}

void setInk(QLabel &label, presentation::StripMessage::Level level)
{
    keepPainted(label, [level](QLabel &of) { setWindowText(of, colorsFor(level, of.palette()).ink); });
}

void showGlyph(QLabel &label, Glyph glyph, int size, const std::function<QColor(const QPalette &)> &ink)
{
    keepPainted(label, [glyph, size, ink](QLabel &of) {
        const QColor color = ink ? ink(of.palette()) : of.palette().color(QPalette::WindowText);
        of.setPixmap(glyphIcon(glyph, color).pixmap(QSize(size, size), of.devicePixelRatioF()));
    });
}

} // namespace widgets
