// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lockwarning.h"

#include "widgets/headings.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace widgets {

namespace {

constexpr int kMargin = 12;
constexpr int kIconSize = 16;
constexpr auto kLevel = presentation::StripMessage::Level::Warn;

} // namespace

LockWarning::LockWarning(presentation::LockingController &controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("lockWarning"));
    m_text->setTextFormat(Qt::RichText);
    auto *stay = new QPushButton(tr("Stay unlocked"), this);
    stay->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(stay);
    connect(stay, &QPushButton::clicked, &m_controller, &presentation::LockingController::stayUnlocked);
    connect(&m_controller, &presentation::LockingController::warningChanged, this, &LockWarning::refresh);
    parent->installEventFilter(this);
    hide();
    refresh();
}

void LockWarning::refresh()
{
    const QString text = m_controller.warningText();
    if (text.isEmpty()) {
        hide();
        return;
    }
    setInk(*m_text, kLevel);
    m_text->setText(QStringLiteral("<b>%1</b> %2").arg(text.toHtmlEscaped(), m_controller.warningNote().toHtmlEscaped()));
    showGlyph(*m_icon, glyphFor(kLevel), kIconSize, [](const QPalette &palette) { return colorsFor(kLevel, palette).ink; });
    const bool appears = isHidden();
    place();
    show();
    raise();
    if (appears) {
        setAccessibleName(text);
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void LockWarning::place()
{
    const QRect all = parentWidget()->rect();
    const int height = sizeHint().height();
    setGeometry(0, all.height() - height, all.width(), height);
}

bool LockWarning::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void LockWarning::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const LevelColors colors = colorsFor(kLevel, palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.paper);
    painter.setPen(colors.ink);
    painter.drawLine(0, 0, width(), 0);
}

} // namespace widgets
