// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exchangespage.h"

#include "ui_exchangespage.h"
#include "widgets/accountdelegate.h"
#include "widgets/confirmdialogs.h"
#include "widgets/glyphicon.h"
#include "widgets/headings.h"
#include "widgets/secretclipboard.h"
#include "widgets/secretfield.h"

#include <QDialog>
#include <QRegularExpression>
#include <QScopedValueRollback>

namespace widgets {

namespace {

/// Rows of the form above the secret fields: name, reference, environment.
constexpr int kFixedRows = 3;

} // namespace

ExchangesPage::ExchangesPage(presentation::VaultPresenter &presenter, SecretClipboard &clipboard, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::ExchangesPage>())
    , m_presenter(presenter)
    , m_clipboard(clipboard)
    , m_model(presenter.accounts())
    , m_editor(presenter.editor())
    , m_drafts(presenter.drafts(), QStringLiteral("exchange"))
    , m_filter(m_model)
    , m_fieldError(new QLabel(this))
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->titleLabel, 1);
    makeHeading(*m_ui->emptyHeading, 1);
    makeHeading(*m_ui->rightsHeading, 2);
    for (QLabel *label :
         {m_ui->emptyLabel, m_ui->referenceLabel, m_ui->checkedLabel, m_ui->saveHintLabel, m_ui->noMatchLabel})
        makeMuted(*label);
    m_ui->searchEdit->addAction(mutedGlyphIcon(Glyph::Search), QLineEdit::LeadingPosition)
        ->setText(m_ui->searchEdit->placeholderText()); // what a screen reader calls the picture
    for (QPushButton *add : {m_ui->addButton, m_ui->emptyAddButton})
        add->setIcon(glyphIcon(Glyph::Plus));
    m_ui->detailLayout->setAlignment(m_ui->howToButton, Qt::AlignLeading);
    m_fieldError->setWordWrap(true);
    m_fieldError->hide();
    connectList();
    connectEditor();
    connectDrafts();
    m_ui->emptyStrip->reserveLines(0);
    refresh();
}

ExchangesPage::~ExchangesPage() = default;

void ExchangesPage::connectList()
{
    m_ui->accountList->setModel(&m_filter);
    m_ui->accountList->setItemDelegate(new AccountDelegate(m_ui->accountList));
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        const QScopedValueRollback searching(m_searching, true);
        m_filter.setText(text);
        refreshList();
    });
    connect(m_ui->accountList->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ExchangesPage::selectionChanged);
    connect(&m_model, &presentation::AccountListModel::reloaded, this, &ExchangesPage::refreshList);
    connect(&m_model, &presentation::AccountListModel::reloaded, this, &ExchangesPage::dropOrphans);
    for (QPushButton *add : {m_ui->addButton, m_ui->emptyAddButton})
        connect(add, &QPushButton::clicked, this, &ExchangesPage::startNew);
    m_ui->emptyImportButton->hide(); // until somebody can import
    connect(m_ui->emptyImportButton, &QPushButton::clicked, this, &ExchangesPage::importRequested);
}

void ExchangesPage::connectEditor()
{
    using presentation::AccountEditor;
    connect(&m_editor, &AccountEditor::changed, this, &ExchangesPage::refresh);
    connect(&m_editor, &AccountEditor::saved, this, &ExchangesPage::afterSave);
    connect(&m_editor, &AccountEditor::removed, this, &ExchangesPage::afterRemoval);
    connect(&m_editor, &AccountEditor::putBack, this, [this](const QString &name) {
        m_wanted = name;
        reload();
    });
    connect(&m_editor, &AccountEditor::fieldRefused, this, &ExchangesPage::refuseField);
    connect(&m_editor, &AccountEditor::checkingChanged, this, [this](const QString &name, bool checking) {
        m_model.setChecking(name, checking);
        if (!checking)
            reload();
    });
    for (const MessageStrip *strip : {m_ui->strip, m_ui->emptyStrip})
        connect(strip, &MessageStrip::actionRequested, this, &ExchangesPage::runAction);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ExchangesPage::save);
    connect(m_ui->checkButton, &QPushButton::clicked, &m_editor, &AccountEditor::checkNow);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ExchangesPage::askRemoval);
    connect(m_ui->discardButton, &QPushButton::clicked, this, &ExchangesPage::discard);
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &ExchangesPage::updateButtons);
    connect(m_ui->nameEdit, &QLineEdit::returnPressed, m_ui->saveButton, &QPushButton::click);
    connect(m_ui->howToButton, &QPushButton::toggled, this, &ExchangesPage::refresh);
}

void ExchangesPage::discard()
{
    wipeFields();
    if (m_editor.isNew())
        m_editor.clear();
    else if (m_editor.account() != nullptr)
        m_editor.show(service::AccountSummary(*m_editor.account()));
    refreshList();
}

void ExchangesPage::wipeFields()
{
    for (auto &[id, field] : m_fields) {
        field->edit().wipe();
        field->conceal();
    }
}

void ExchangesPage::reload()
{
    m_model.reload();
}

void ExchangesPage::reset()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
    wipeFields();
    m_ui->searchEdit->clear();
    m_ui->nameEdit->clear();
    m_editor.clear();
    m_model.clear();
}

void ExchangesPage::setGuided(bool guided)
{
    m_guided = guided;
    for (QWidget *part :
         {m_ui->listColumn, static_cast<QWidget *>(m_ui->discardButton), static_cast<QWidget *>(m_ui->removeButton)})
        part->setVisible(!guided);
    m_ui->emptyImportButton->setVisible(m_importOffered && !guided);
    if (!guided && m_editor.isNew() && !isTyped()) // the form came by itself: nobody has asked for it
        m_editor.clear();
}

void ExchangesPage::offerImport()
{
    m_importOffered = true;
    m_ui->emptyImportButton->setVisible(!m_guided);
}

void ExchangesPage::refreshList()
{
    const bool none = m_model.rowCount() == 0;
    const bool noMatch = !none && m_filter.rowCount() == 0;
    m_ui->noMatchLabel->setVisible(noMatch);
    m_ui->noMatchLabel->setText(tr("No account matches \"%1\".").arg(m_ui->searchEdit->text()));
    m_ui->accountList->setVisible(!noMatch);
    m_ui->searchEdit->setEnabled(!none);
    const QString wanted = std::exchange(m_wanted, QString());
    const QString current = m_editor.account() != nullptr ? m_editor.account()->credential.name : QString();
    int row = m_model.rowOf(wanted.isEmpty() ? current : wanted);
    // While one is removed its row goes before the answer comes, and the answer is about what is shown.
    const bool leftToEditor = m_editor.isNew() || m_editor.isBusy()
        || m_editor.message().action == presentation::StripMessage::Action::Undo;
    if (row < 0 && !leftToEditor && !none)
        row = 0;
    if (row >= 0)
        m_ui->accountList->setCurrentIndex(m_filter.mapFromSource(m_model.index(row)));
    refresh();
    openOffered();
    const bool readable = m_model.problem().level == presentation::StripMessage::Level::None;
    if (m_guided && none && readable && m_editor.exchange() == nullptr)
        startNew();
}

void ExchangesPage::selectionChanged()
{
    const QModelIndex index = m_filter.mapToSource(m_ui->accountList->currentIndex());
    const service::AccountSummary *account = m_model.account(index.row());
    if (account == nullptr || !m_ui->accountList->selectionModel()->isSelected(m_ui->accountList->currentIndex()))
        return;
    // What was typed for one account must never be saved into another.
    const bool other = m_editor.account() == nullptr || m_editor.account()->credential.id != account->credential.id;
    if (!other && m_searching)
        return; // the list came anew, the account did not
    if (other)
        keepDraft();
    m_editor.show(*account);
    if (other)
        openDraft();
}

void ExchangesPage::startNew()
{
    const QString exchange = m_presenter.defaultExchange();
    if (exchange.isEmpty())
        return;
    keepDraft();
    m_ui->accountList->clearSelection();
    m_ui->liveRadio->setChecked(true);
    m_editor.startNew(exchange);
    m_ui->nameEdit->setText(m_model.rowOf(exchange + QStringLiteral("/main")) < 0 ? QStringLiteral("main") : QString());
    openDraft();
    m_ui->nameEdit->setFocus();
}

void ExchangesPage::rebuildFields()
{
    const exchange::ExchangeInfo *info = m_editor.exchange();
    if (info == nullptr || m_builtFor == info->id)
        return;
    while (m_ui->fieldLayout->rowCount() > kFixedRows)
        m_ui->fieldLayout->removeRow(kFixedRows);
    m_fields.clear();
    QWidget *before = m_ui->demoRadio;
    for (const exchange::FieldInfo &field : info->fields) {
        if (!field.insteadOf.isEmpty())
            continue; // a private key is pasted into the secret's field: it is recognised there
        SecretField *edit = makeField(field);
        m_ui->fieldLayout->addRow(field.label + QLatin1Char(':'), edit);
        setTabOrder(before, edit);
        before = edit;
        m_fields.emplace(field.id, edit);
    }
    setTabOrder(before, m_ui->howToButton);
    m_builtFor = info->id;
}

SecretField *ExchangesPage::makeField(const exchange::FieldInfo &info)
{
    auto *field = new SecretField(info.label, this);
    SecretLineEdit &edit = field->edit();
    edit.setObjectName(info.id + QStringLiteral("Edit"));
    edit.setTakesBlocks(true);
    connect(&edit, &SecretLineEdit::edited, this, &ExchangesPage::updateButtons);
    connect(&edit, &SecretLineEdit::returnPressed, m_ui->saveButton, &QPushButton::click);
    connect(&edit, &SecretLineEdit::pasted, this, [this] { m_pasted = true; });
    connect(&edit, &SecretLineEdit::blockPasted, this, [this, field] { pasteBlock(*field); });
    connect(field, &SecretField::revealRequested, this,
            [this, id = info.id] { reveal(id, service::Secrets::Shown::OnScreen); });
    connect(field, &SecretField::copyRequested, this,
            [this, id = info.id] { reveal(id, service::Secrets::Shown::OnClipboard); });
    return field;
}

bool ExchangesPage::isDraft() const
{
    return m_editor.isNew() || isTyped();
}

void ExchangesPage::updateButtons()
{
    const bool busy = m_editor.isBusy();
    const bool draft = isDraft();
    const QString account = m_ui->nameEdit->text().trimmed();
    if (m_editor.exchange() != nullptr)
        m_ui->referenceLabel->setText(m_editor.exchange()->id + QLatin1Char('/')
                                      + (account.isEmpty() ? QStringLiteral("...") : account));
    m_ui->saveButton->setEnabled(draft && !busy);
    m_ui->discardButton->setEnabled(draft && !busy);
    m_ui->checkButton->setEnabled(!draft && !busy);
    m_ui->removeButton->setEnabled(!m_editor.isNew() && !busy);
    m_ui->strip->setActionEnabled(!isTyped() || !m_editor.message().isAboutStored());
    m_fieldError->hide();
    Q_EMIT draftChanged();
}

void ExchangesPage::refresh()
{
    const exchange::ExchangeInfo *info = m_editor.exchange();
    m_ui->stack->setCurrentWidget(info == nullptr ? m_ui->emptyPage : m_ui->editorPage);
    const bool none = m_model.rowCount() == 0;
    const presentation::StripMessage &problem = m_model.problem();
    const bool readable = problem.level == presentation::StripMessage::Level::None;
    m_ui->emptyHeading->setText(!readable ? problem.title : none ? tr("No exchange keys yet") : tr("Choose an account"));
    m_ui->emptyLabel->setText(readable ? tr("Add a key and Latchkey shows what it may do before a bot uses it.")
                                       : problem.text);
    for (QPushButton *add : {m_ui->addButton, m_ui->emptyAddButton})
        add->setEnabled(readable);
    m_ui->emptyAddButton->setDefault(info == nullptr);
    m_ui->saveButton->setDefault(info != nullptr);
    m_ui->emptyStrip->showMessage(info == nullptr ? m_editor.message() : presentation::StripMessage{});
    if (info == nullptr)
        return;
    rebuildFields();
    const service::AccountSummary *account = m_editor.account();
    const bool demo = m_editor.facts().isDemo();
    m_ui->titleLabel->setText(m_editor.title());
    keepPainted(*m_ui->chipLabel, [shown = account != nullptr, demo](QLabel &label) {
        label.setPixmap(shown ? chipPixmap(demo, label) : QPixmap());
    });
    m_ui->chipLabel->setAccessibleName(account == nullptr ? QString() : demo ? tr("Demo") : tr("Live"));
    m_ui->manageLabel->setText(QStringLiteral("<a href=\"%1\">%2</a>")
                                   .arg(info->manageKeysUrl.toString().toHtmlEscaped(),
                                        tr("Manage keys at %1").arg(info->displayName).toHtmlEscaped()));
    if (account != nullptr) {
        m_ui->nameEdit->setText(m_editor.accountName());
        (demo ? m_ui->demoRadio : m_ui->liveRadio)->setChecked(true);
    }
    m_ui->nameEdit->setEnabled(account == nullptr && !m_editor.isBusy());
    m_ui->environmentBox->setEnabled(account == nullptr && info->demo.has_value() && !m_editor.isBusy());
    for (auto &[id, field] : m_fields) {
        field->setStored(account != nullptr, m_editor.facts().storedText());
        field->setEnabled(!m_editor.isBusy());
    }
    m_ui->howToButton->setText(tr("How to make a key at %1").arg(info->displayName));
    m_ui->howToButton->setIcon(glyphIcon(m_ui->howToButton->isChecked() ? Glyph::ChevronDown : Glyph::ChevronRight));
    QString steps;
    for (const QString &step : m_editor.facts().howTo())
        steps += QStringLiteral("<li>%1</li>").arg(step.toHtmlEscaped());
    m_ui->howToLabel->setText(QStringLiteral("<ol>%1</ol>").arg(steps));
    m_ui->howToLabel->setVisible(m_ui->howToButton->isChecked());
    m_ui->saveHintLabel->setText(tr("Saving also asks %1 whether the key works.").arg(info->displayName));
    m_ui->strip->showMessage(m_editor.message());
    refreshRights();
    updateButtons();
}

void ExchangesPage::refreshRights()
{
    const QList<presentation::RightRow> rows = m_editor.facts().rights();
    while (m_ui->rightsLayout->rowCount() > 0)
        m_ui->rightsLayout->removeRow(0);
    for (const presentation::RightRow &row : rows) {
        auto *value = new QLabel(row.text, m_ui->rightsBox);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        alignToReading(*value);
        value->setWordWrap(true);
        if (row.warn) {
            setInk(*value, presentation::StripMessage::Level::Warn);
            QFont bold = value->font();
            bold.setBold(true);
            value->setFont(bold);
        }
        m_ui->rightsLayout->addRow(row.label + QLatin1Char(':'), value);
    }
    m_ui->rightsHeading->setVisible(!rows.isEmpty());
    m_ui->rightsBox->setVisible(!rows.isEmpty());
    m_ui->checkedLabel->setText(m_editor.facts().checkedText());
}

base::Result<base::SecretFields> ExchangesPage::typedFields() const
{
    base::SecretFields fields;
    for (const auto &[id, field] : m_fields) {
        if (field->edit().isEmpty())
            continue;
        LATCHKEY_TRY(base::SecretBytes typed, field->edit().peek());
        fields.emplace(id, std::move(typed));
    }
    return fields;
}

void ExchangesPage::save()
{
    m_editor.save(m_ui->nameEdit->text().trimmed(), m_ui->demoRadio->isChecked(), typedFields());
}

void ExchangesPage::afterSave(const QString &name)
{
    wipeFields();
    if (std::exchange(m_pasted, false))
        m_editor.tell(presentation::FormNote::ClipboardMayHoldIt);
    m_wanted = name;
    reload();
}

void ExchangesPage::refuseField(const QString &field, const QString &words)
{
    QWidget *target = field == QLatin1StringView("account_name") ? static_cast<QWidget *>(m_ui->nameEdit) : nullptr;
    if (const auto found = m_fields.find(field); found != m_fields.end())
        target = found->second;
    if (target == nullptr)
        return;
    setInk(*m_fieldError, presentation::StripMessage::Level::Bad);
    m_fieldError->setText(words);
    int row = 0;
    QFormLayout::ItemRole role{};
    m_ui->fieldLayout->removeWidget(m_fieldError);
    m_ui->fieldLayout->getWidgetPosition(target, &row, &role);
    m_ui->fieldLayout->insertRow(row + 1, QString(), m_fieldError);
    m_fieldError->show();
    target->setFocus();
}

void ExchangesPage::runAction(presentation::StripMessage::Action action)
{
    if (action == presentation::StripMessage::Action::KeepAnyway)
        askConsent();
    else if (action == presentation::StripMessage::Action::ClearClipboard)
        clearClipboard();
    else
        m_editor.perform(action);
}

void ExchangesPage::askConsent()
{
    if (m_editor.account() == nullptr)
        return;
    auto *dialog = makeConsentDialog(m_editor.title(), m_editor.accountName(), this);
    connect(dialog, &ConsentDialog::confirmed, &m_editor, &presentation::AccountEditor::keepAnyway);
    dialog->open();
}

void ExchangesPage::askRemoval()
{
    auto *dialog = makeRemovalDialog(m_editor.title(),
                                     m_editor.exchange() != nullptr ? m_editor.exchange()->displayName : QString(), this);
    connect(dialog, &RemovalDialog::confirmed, &m_editor, &presentation::AccountEditor::remove);
    dialog->open();
}

} // namespace widgets
