// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/confirmdialogs.h"

#include "widgets/headings.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int kTextWidth = 420;

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setMinimumWidth(kTextWidth);
    return label;
}

QPushButton *addButton(QDialogButtonBox &box, const QString &text, QDialogButtonBox::ButtonRole role)
{
    QPushButton *button = box.addButton(text, role);
    button->setAutoDefault(false);
    return button;
}

} // namespace

RemovalDialog::RemovalDialog(const QString &title, const QString &exchange, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Remove account"));
    auto *heading = new QLabel(tr("Remove %1?").arg(title), this);
    makeHeading(*heading, 2);
    auto *box = new QDialogButtonBox(this);
    QPushButton *keep = addButton(*box, tr("&Keep"), QDialogButtonBox::RejectRole);
    QPushButton *remove = addButton(*box, tr("&Remove"), QDialogButtonBox::DestructiveRole);
    keep->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(paragraph(
        tr("Programs can no longer get this key from Latchkey. The key at %1 itself is not deleted.").arg(exchange), this));
    layout->addWidget(box);
    setTabOrder(remove, keep); // as they stand
    keep->setFocus();
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(remove, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed();
        accept();
    });
}

ConsentDialog::ConsentDialog(const QString &title, const QString &accountName, QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keep a key that may withdraw"));
    auto *heading = new QLabel(tr("%1 may withdraw money").arg(title), this);
    makeHeading(*heading, 2);
    auto *prompt = new QLabel(tr("&Type %1 to keep it:").arg(accountName), this);
    prompt->setBuddy(m_name);
    m_name->setAccessibleName(tr("Account name"));
    auto *box = new QDialogButtonBox(this);
    QPushButton *cancel = addButton(*box, tr("&Cancel"), QDialogButtonBox::RejectRole);
    m_keep = addButton(*box, tr("&Keep anyway"), QDialogButtonBox::ActionRole);
    cancel->setDefault(true);
    m_keep->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(
        paragraph(tr("Whoever gets hold of this key, or of a bot that has it, can move your money away. A bot does not need "
                     "that right. It is safer to switch it off at the exchange and check again."),
                  this));
    layout->addWidget(prompt);
    layout->addWidget(m_name);
    layout->addWidget(box);
    connect(m_name, &QLineEdit::textChanged, this, [this, accountName](const QString &text) {
        m_keep->setEnabled(text.trimmed().compare(accountName, Qt::CaseInsensitive) == 0);
    });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(m_name->text());
        accept();
    });
}

DraftDialog::DraftDialog(QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Not saved"));
    auto *heading = new QLabel(tr("What you typed is not saved"), this);
    makeHeading(*heading, 2);
    auto *box = new QDialogButtonBox(this);
    QPushButton *keep = addButton(*box, tr("&Keep editing"), QDialogButtonBox::RejectRole);
    QPushButton *discard = addButton(*box, tr("&Discard"), QDialogButtonBox::DestructiveRole);
    QPushButton *save = addButton(*box, tr("&Save"), QDialogButtonBox::ActionRole);
    keep->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(paragraph(tr("Save it and see whether it works, or discard it and close."), this));
    layout->addWidget(box);
    keep->setFocus();
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this] {
        Q_EMIT saveChosen();
        accept();
    });
    connect(discard, &QPushButton::clicked, this, [this] {
        Q_EMIT discardChosen();
        accept();
    });
}

QuitDialog::QuitDialog(const QStringList &programs, bool forgetsDrafts, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Quit Latchkey"));
    auto *layout = new QVBoxLayout(this);
    auto *heading = new QLabel(
        programs.isEmpty() ? tr("What you typed is not saved") : tr("Programs use keys from Latchkey"), this);
    makeHeading(*heading, 2);
    layout->addWidget(heading);
    if (!programs.isEmpty()) {
        QLabel *names = paragraph(programs.join(tr(", ", "between the names of programs")), this);
        names->setTextFormat(Qt::PlainText); // a process calls itself what it likes
        layout->addWidget(names);
        layout->addWidget(paragraph(tr("They keep the keys that they were given at start. They get no more, and no "
                                       "signatures, until Latchkey runs again and is unlocked."),
                                    this));
    }
    if (forgetsDrafts)
        layout->addWidget(paragraph(
            tr("What you typed before the lock is offered again after unlocking, but not after Latchkey has quit."), this));
    auto *box = new QDialogButtonBox(this);
    QPushButton *keep = addButton(*box, tr("&Keep running"), QDialogButtonBox::RejectRole);
    QPushButton *quit = addButton(*box, tr("&Quit"), QDialogButtonBox::DestructiveRole);
    keep->setDefault(true);
    layout->addWidget(box);
    setTabOrder(quit, keep); // as they stand
    keep->setFocus();
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(quit, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed();
        accept();
    });
}

RemovalDialog *makeRemovalDialog(const QString &title, const QString &exchange, QWidget *parent)
{
    return new RemovalDialog(title, exchange, parent);
}

ConsentDialog *makeConsentDialog(const QString &title, const QString &accountName, QWidget *parent)
{
    return new ConsentDialog(title, accountName, parent);
}

} // namespace widgets
