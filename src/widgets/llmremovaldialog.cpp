// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/llmremovaldialog.h"

#include "widgets/headings.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int kTextWidth = 420;

} // namespace

LlmRemovalDialog::LlmRemovalDialog(const service::LlmSummary &settings, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Remove provider"));
    auto *heading = new QLabel(tr("Remove %1?").arg(presentation::LlmListModel::title(settings)), this);
    makeHeading(*heading, 2);
    QStringList sentences;
    if (settings.isInUse)
        sentences << tr("Programs get other settings from then on.");
    sentences << (service::hasLlmKey(settings.credential)
                      ? tr("The key at %1 itself is not deleted.").arg(settings.providerName)
                      : tr("The server itself is left alone."));
    auto *text = new QLabel(sentences.join(QLatin1Char(' ')), this);
    text->setWordWrap(true);
    text->setMinimumWidth(kTextWidth);
    auto *box = new QDialogButtonBox(this);
    QPushButton *keep = box->addButton(tr("&Keep"), QDialogButtonBox::RejectRole);
    QPushButton *remove = box->addButton(tr("&Remove"), QDialogButtonBox::DestructiveRole);
    for (QPushButton *button : {keep, remove})
        button->setAutoDefault(false);
    keep->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(text);
    layout->addWidget(box);
    setTabOrder(remove, keep); // as they stand
    keep->setFocus();
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(remove, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed();
        accept();
    });
}

} // namespace widgets
