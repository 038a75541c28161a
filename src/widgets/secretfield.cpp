// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/secretfield.h"

#include <QHBoxLayout>

namespace widgets {

SecretField::SecretField(const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_edit(new SecretLineEdit(this))
    , m_view(new SecretView(this))
    , m_revealButton(new QPushButton(tr("Reveal"), this))
    , m_copyButton(new QPushButton(tr("Copy"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_edit, 1);
    row->addWidget(m_view, 1);
    row->addWidget(m_revealButton, 0, Qt::AlignTop);
    row->addWidget(m_copyButton, 0, Qt::AlignTop);
    m_view->hide();
    m_edit->setFieldName(label);
    for (QPushButton *button : {m_revealButton, m_copyButton}) {
        button->setAutoDefault(false);
        button->hide();
    }
    m_revealButton->setCheckable(true);
    // "Reveal" alone tells a screen reader nothing when a form has three of them.
    m_revealButton->setAccessibleName(tr("Reveal %1").arg(label));
    m_revealButton->setToolTip(tr("Shows it for 15 seconds. The activity log notes it."));
    m_copyButton->setAccessibleName(tr("Copy %1").arg(label));
    m_copyButton->setToolTip(tr("Puts it on the clipboard for a short time. The activity log notes it."));
    setFocusProxy(m_edit);
    connect(m_edit, &SecretLineEdit::edited, this, &SecretField::updateButtons);
    connect(m_view, &SecretView::concealed, this, &SecretField::showEdit);
    connect(m_copyButton, &QPushButton::clicked, this, &SecretField::copyRequested);
    connect(m_revealButton, &QPushButton::clicked, this, [this](bool wanted) {
        if (!wanted)
            return m_view->conceal();
        m_revealButton->setChecked(false); // until the answer is here
        Q_EMIT revealRequested();
    });
}

void SecretField::setStored(bool stored, const QString &placeholder)
{
    m_stored = stored;
    m_edit->setPlaceholderText(placeholder);
    if (!stored)
        m_view->conceal();
    updateButtons();
}

void SecretField::updateButtons()
{
    // While something new is typed it would not be clear which of the two is meant.
    const bool offered = m_stored && m_edit->isEmpty();
    m_revealButton->setVisible(offered);
    m_copyButton->setVisible(offered);
}

void SecretField::reveal(base::SecretBytes secret)
{
    m_edit->hide();
    m_view->show();
    m_view->reveal(std::move(secret));
    m_revealButton->setChecked(true);
    m_revealButton->setText(tr("Hide"));
}

void SecretField::showEdit()
{
    m_view->hide();
    m_edit->show();
    m_revealButton->setChecked(false);
    m_revealButton->setText(tr("Reveal"));
}

} // namespace widgets
