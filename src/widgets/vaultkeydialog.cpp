// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vaultkeydialog.h"

#include "widgets/headings.h"
#include "widgets/messagestrip.h"
#include "widgets/secretlineedit.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr int kWidth = 580; // room for text and button of the strip beside each other
constexpr int kMargin = 12;
constexpr int kRowGap = 8;
constexpr int kButtonGap = 6;
constexpr int kStripLines = 3;

} // namespace

struct VaultKeyDialog::Words {
    QString title;
    QString heading;
    QString intro;
    QString leave;
    QString act;
};

VaultKeyDialog::VaultKeyDialog(presentation::VaultPresenter &presenter, Change change, QWidget *parent)
    : VaultKeyDialog(presenter, change, {}, parent)
{
}

VaultKeyDialog::VaultKeyDialog(presentation::VaultPresenter &presenter, presentation::WayToUnlock way, QWidget *parent)
    : VaultKeyDialog(presenter, Change::Removal, std::move(way), parent)
{
}

VaultKeyDialog::VaultKeyDialog(presentation::VaultPresenter &presenter, Change change, presentation::WayToUnlock way,
                               QWidget *parent)
    : QDialog(parent)
    , m_page(presenter.security())
    , m_controller(presenter.vaultKeys())
    , m_change(change)
    , m_way(std::move(way))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const Words text = words();
    setWindowTitle(text.title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kRowGap);
    auto *heading = new QLabel(text.heading, this);
    heading->setWordWrap(true);
    makeHeading(*heading, 2);
    layout->addWidget(heading);
    auto *intro = new QLabel(text.intro, this);
    intro->setWordWrap(true);
    makeMuted(*intro);
    layout->addWidget(intro);
    addFields(*layout);
    m_strip = new MessageStrip(this);
    m_strip->setObjectName(QStringLiteral("strip"));
    m_strip->reserveLines(kStripLines);
    layout->addWidget(m_strip);
    addButtons(*layout, text);
    connect(this, &QDialog::rejected, &m_controller, &presentation::VaultKeyController::leave);
    connect(&m_controller, &presentation::VaultKeyController::changed, this, &VaultKeyDialog::refresh);
    connect(&m_controller, &presentation::VaultKeyController::finished, this, &QDialog::accept);
    m_controller.start();
    resize(kWidth, layout->totalHeightForWidth(kWidth));
    (m_fields.isEmpty() ? static_cast<QWidget *>(m_leave) : m_fields.first())->setFocus();
}

VaultKeyDialog::Words VaultKeyDialog::words() const
{
    switch (m_change) {
    case Change::MasterKey:
        return {
            tr("Change master key"), tr("Change the master key"),
            tr("All keys in the vault are encrypted anew. You get a new recovery key: the paper you have opens only older "
               "copies and backups. Those still open with what opens them now, so delete them and make a new backup."),
            tr("&Cancel"), tr("C&hange master key")};
    case Change::RecoveryKey:
        return {
            tr("New recovery key"), tr("Make a new recovery key"),
            tr("The paper you have opens this vault no longer, only older copies and backups. The new key is shown next."),
            tr("&Cancel"), tr("&Make a new one")};
    case Change::Removal:
        break;
    }
    return {tr("Remove a way to unlock"), tr("Remove \"%1\"?").arg(m_way.kind),
            (m_way.made + QLatin1Char(' ')
             + tr("It opens this vault no longer. Older copies of the vault file still open with it."))
                .trimmed(),
            tr("&Keep"), tr("&Remove")};
}

void VaultKeyDialog::addFields(QVBoxLayout &layout)
{
    const auto ways = std::ranges::count_if(m_page.ways(), &presentation::WayToUnlock::takesPassphrase);
    const bool all = m_change == Change::MasterKey; // each way that takes one is made anew with it
    if (ways == 0 || (!all && !m_page.asksCurrentPassphrase()))
        return;
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTrailing | Qt::AlignVCenter);
    form->setHorizontalSpacing(kRowGap);
    form->setVerticalSpacing(kRowGap);
    form->setContentsMargins(0, 0, 0, 0);
    addField(*form, tr("&Passphrase:"), tr("Passphrase"));
    for (auto number = 1; all && number < ways; ++number)
        addField(*form, tr("Of another way, if it has another:"), tr("Passphrase of another way"));
    layout.addLayout(form);
}

void VaultKeyDialog::addField(QFormLayout &form, const QString &label, const QString &name)
{
    auto *field = new SecretLineEdit(this);
    field->setObjectName(QStringLiteral("passphraseEdit%1").arg(m_fields.size()));
    field->setFieldName(name);
    auto *title = new QLabel(label, this);
    title->setBuddy(field);
    form.addRow(title, field);
    m_fields << field;
}

void VaultKeyDialog::addButtons(QVBoxLayout &layout, const Words &words)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kButtonGap);
    row->addStretch();
    m_leave = new QPushButton(words.leave, this);
    m_leave->setObjectName(QStringLiteral("leaveButton"));
    m_do = new QPushButton(words.act, this);
    m_do->setObjectName(QStringLiteral("doButton"));
    for (QPushButton *button : {m_leave, m_do}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    (m_change == Change::Removal ? m_leave : m_do)->setDefault(true);
    layout.addLayout(row);
    connect(m_leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_do, &QPushButton::clicked, this, &VaultKeyDialog::submit);
}

void VaultKeyDialog::refresh()
{
    const bool busy = m_controller.isBusy();
    for (SecretLineEdit *field : std::as_const(m_fields))
        field->setEnabled(!busy);
    m_do->setEnabled(!busy);
    // What is done in a moment cannot be stopped any more.
    m_leave->setEnabled(!busy || m_change == Change::MasterKey);
    m_strip->showMessage(m_controller.message());
    // The field lost the focus when it was disabled; after a refusal everything is typed again.
    if (std::exchange(m_wasBusy, busy) && !busy && !m_fields.isEmpty())
        m_fields.first()->setFocus();
}

void VaultKeyDialog::submit()
{
    if (!m_fields.isEmpty() && m_fields.first()->isEmpty())
        return m_fields.first()->setFocus();
    std::vector<base::SecretBytes> typed;
    for (SecretLineEdit *field : std::as_const(m_fields)) {
        if (field->isEmpty())
            continue;
        auto taken = field->take();
        if (!taken)
            return m_controller.refuse(taken.error());
        typed.push_back(*std::move(taken));
    }
    if (m_change == Change::MasterKey)
        return m_controller.rotate(std::move(typed));
    base::SecretBytes current = typed.empty() ? base::SecretBytes() : std::move(typed.front());
    if (m_change == Change::RecoveryKey)
        m_controller.renewRecoveryKey(std::move(current));
    else
        m_controller.remove(m_way, std::move(current));
}

} // namespace widgets
