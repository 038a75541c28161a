// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/masterkeypanel.h"

#include "widgets/headings.h"
#include "widgets/vaultkeydialog.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int kTextWidth = 560;
constexpr int kRowGap = 8;

} // namespace

MasterKeyPanel::MasterKeyPanel(presentation::VaultPresenter &presenter, QWidget *parent) : SettingsPage(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kRowGap);
    auto *note = new QLabel(
        tr("The master key encrypts everything in the vault. Change it when somebody may have seen a "
           "passphrase, the recovery key or a copy of the file. Older copies still open with the old ways in: "
           "delete them."),
        this);
    note->setWordWrap(true);
    makeMuted(*note);
    layout->addWidget(note);
    keepNarrow(*layout, *note, kTextWidth);
    auto *changed = new QLabel(this);
    changed->setObjectName(QStringLiteral("changedLabel"));
    layout->addWidget(changed);
    const auto refresh = [changed, &page = presenter.security()] {
        changed->setText(page.masterKeyText());
        changed->setVisible(!page.masterKeyText().isEmpty());
    };
    connect(&presenter.security(), &presentation::SecurityController::changed, this, refresh);
    refresh();
    auto *button = new QPushButton(tr("Change &master key..."), this);
    button->setObjectName(QStringLiteral("masterKeyButton"));
    button->setAutoDefault(false);
    layout->addWidget(button, 0, Qt::AlignLeading);
    connect(button, &QPushButton::clicked, this,
            [this, &presenter] { (new VaultKeyDialog(presenter, VaultKeyDialog::Change::MasterKey, this))->open(); });
}

void MasterKeyPanel::reset()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
}

} // namespace widgets
