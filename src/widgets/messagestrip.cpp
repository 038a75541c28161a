// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messagestrip.h"

#include "widgets/headings.h"
#include "widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QResizeEvent>
#include <QTimer>

namespace widgets {

namespace {

using Level = presentation::StripMessage::Level;
using Action = presentation::StripMessage::Action;

constexpr int kNarrow = 520;
constexpr int kIcon = 20;

} // namespace

MessageStrip::MessageStrip(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_action(new QPushButton(this))
    , m_details(new QPushButton(tr("Details"), this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(6);
    m_bar->setAccessibleName(tr("Working"));
    m_details->setCheckable(true);
    m_action->setObjectName(QStringLiteral("actionButton"));
    for (QPushButton *button : {m_action, m_details}) {
        button->setAutoDefault(false);
        button->hide();
    }
    layOut();
    connect(m_action, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested(m_message.action); });
    connect(m_details, &QPushButton::toggled, this, [this] { showMessage(presentation::StripMessage(m_message)); });
    reserveLines(3);
    showMessage({});
}

void MessageStrip::layOut()
{
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(12, 8, 12, 8);
    m_layout->setHorizontalSpacing(8);
    m_layout->setColumnStretch(1, 1);
    m_layout->setRowStretch(3, 1);
    m_layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    m_layout->addWidget(m_text, 0, 1);
    m_layout->addWidget(m_bar, 2, 1, 1, 2);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(6);
    m_buttons->addWidget(m_action);
    m_buttons->addWidget(m_details);
    m_layout->addLayout(m_buttons, 0, 2, Qt::AlignTop);
    // Grows with its text and no further: the form below needs the room.
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void MessageStrip::reserveLines(int lines)
{
    setMinimumHeight(fontMetrics().lineSpacing() * lines + 22);
}

void MessageStrip::setActionEnabled(bool enabled)
{
    m_action->setEnabled(enabled);
}

QString MessageStrip::actionText(Action action)
{
    switch (action) {
    case Action::CheckNow:
        return tr("Check now");
    case Action::KeepAnyway:
        return tr("Keep anyway...");
    case Action::UseAnyway:
        return tr("Use it anyway");
    case Action::UsedElsewhere:
        return tr("It is used elsewhere");
    case Action::UsedHere:
        return tr("It is used here");
    case Action::UseRecoveryKey:
        return tr("Use recovery key");
    case Action::UnlockKeyring:
        return tr("Unlock keyring");
    case Action::TryAgain:
        return tr("Try again");
    case Action::Undo:
        return tr("Undo");
    case Action::ClearClipboard:
        return tr("Clear the clipboard");
    case Action::UseOlder:
        return tr("Use this older file...");
    case Action::None:
        break;
    }
    return {};
}

void MessageStrip::applyColors()
{
    const Level level = m_message.level;
    setInk(*m_text, level);
    if (level == Level::None)
        keepPainted(*m_icon, [](QLabel &icon) { icon.clear(); });
    else
        showGlyph(*m_icon, glyphFor(level), kIcon,
                  [level](const QPalette &palette) { return colorsFor(level, palette).ink; });
    update();
}

void MessageStrip::showMessage(const presentation::StripMessage &message)
{
    if (message != m_message)
        m_details->setChecked(false);
    m_message = message;
    QString html;
    if (!message.title.isEmpty())
        html = QStringLiteral("<b>%1</b> ").arg(message.title.toHtmlEscaped());
    html += message.text.toHtmlEscaped();
    if (m_details->isChecked())
        html += QStringLiteral("<br>") + message.details.toHtmlEscaped();
    m_text->setText(html);
    m_text->setAccessibleName(message.title + QLatin1Char(' ') + message.text);
    m_action->setText(actionText(message.action));
    m_action->setVisible(message.action != Action::None);
    m_details->setVisible(!message.details.isEmpty());
    m_bar->setVisible(false);
    if (message.level == Level::Busy) {
        // A bar that flashes for a moment is worse than none.
        QTimer::singleShot(300, m_bar, [this] { m_bar->setVisible(m_message.level == Level::Busy); });
    }
    applyColors();
}

void MessageStrip::arrange(bool narrow)
{
    m_layout->removeItem(m_buttons);
    m_layout->addLayout(m_buttons, narrow ? 1 : 0, narrow ? 1 : 2, narrow ? Qt::AlignLeading : Qt::AlignTop);
}

void MessageStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = event->size().width() < kNarrow;
    if (narrow != (event->oldSize().isValid() && event->oldSize().width() < kNarrow))
        arrange(narrow);
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    if (m_message.level == Level::None)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorsFor(m_message.level, palette()).paper);
    painter.drawRoundedRect(rect(), 4, 4);
}

} // namespace widgets
