// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/llmpage.h"

#include "ui_llmpage.h"
#include "widgets/glyphicon.h"
#include "widgets/headings.h"
#include "widgets/llmdelegate.h"
#include "widgets/llmremovaldialog.h"
#include "widgets/secretclipboard.h"
#include "widgets/secretfield.h"

#include <QSignalBlocker>

namespace widgets {

namespace {

QString fieldLabel(const llm::ProviderInfo &info, const QString &field)
{
    const llm::ProviderField *known = info.field(field);
    return known != nullptr ? known->label + QLatin1Char(':') : QString();
}

QString fallbackOf(const llm::ProviderInfo &info, const QString &field)
{
    const llm::ProviderField *known = info.field(field);
    return known != nullptr ? known->fallback : QString();
}

} // namespace

LlmPage::LlmPage(presentation::LlmController &controller, SecretClipboard &clipboard, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::LlmPage>())
    , m_catalogue(controller.catalogue())
    , m_model(controller.list())
    , m_editor(controller.editor())
    , m_drafts(controller.drafts(), QStringLiteral("llm"))
    , m_clipboard(clipboard)
    , m_key(new SecretField(tr("Key"), this))
    , m_fieldError(new QLabel(this))
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->titleLabel, 1);
    makeHeading(*m_ui->emptyHeading, 1);
    for (QLabel *label : {m_ui->emptyLabel, m_ui->referenceLabel, m_ui->checkedLabel, m_ui->saveHintLabel, m_ui->inUseLabel})
        makeMuted(*label);
    for (QPushButton *add : {m_ui->addButton, m_ui->emptyAddButton})
        add->setIcon(glyphIcon(Glyph::Plus));
    m_ui->loadButton->setIcon(glyphIcon(Glyph::Refresh));
    m_ui->modelCombo->setLineEdit(new QLineEdit(m_ui->modelCombo));
    m_ui->modelCombo->lineEdit()->setAccessibleName(tr("Model"));
    m_ui->modelCombo->setCompleter(nullptr); // what is typed is what is meant
    m_fieldError->setWordWrap(true);
    m_fieldError->hide();
    makeKeyField();
    for (const llm::ProviderInfo &info : m_catalogue.list())
        m_ui->providerCombo->addItem(info.label, info.id);
    connectList();
    connectEditor();
    connectForm();
    connectDrafts();
    m_ui->emptyStrip->reserveLines(0);
    refresh();
}

LlmPage::~LlmPage() = default;

void LlmPage::makeKeyField()
{
    int row = 0;
    QFormLayout::ItemRole role{};
    m_ui->fieldLayout->getWidgetPosition(m_ui->keyLabel, &row, &role);
    m_ui->fieldLayout->setWidget(row, QFormLayout::FieldRole, m_key);
    SecretLineEdit &edit = m_key->edit();
    edit.setObjectName(QStringLiteral("api_keyEdit"));
    edit.setFocusPolicy(Qt::StrongFocus); // without one the letter of the label does not lead there
    m_ui->keyLabel->setBuddy(&edit);
    setTabOrder(m_ui->plainCheck, m_key);
    setTabOrder(m_key, m_ui->deploymentEdit);
    connect(&edit, &SecretLineEdit::edited, this, &LlmPage::updateButtons);
    connect(&edit, &SecretLineEdit::returnPressed, m_ui->saveButton, &QPushButton::click);
    connect(&edit, &SecretLineEdit::pasted, this, [this] { m_pasted = true; });
    connect(m_key, &SecretField::revealRequested, this, [this] { reveal(service::Secrets::Shown::OnScreen); });
    connect(m_key, &SecretField::copyRequested, this, [this] { reveal(service::Secrets::Shown::OnClipboard); });
}

void LlmPage::connectList()
{
    m_ui->providerList->setModel(&m_model);
    m_ui->providerList->setItemDelegate(new LlmDelegate(m_ui->providerList));
    connect(m_ui->providerList->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LlmPage::selectionChanged);
    connect(&m_model, &presentation::LlmListModel::reloaded, this, &LlmPage::refreshList);
    connect(&m_model, &presentation::LlmListModel::reloaded, this, &LlmPage::dropOrphans);
    for (QPushButton *add : {m_ui->addButton, m_ui->emptyAddButton})
        connect(add, &QPushButton::clicked, this, &LlmPage::startNew);
}

void LlmPage::connectEditor()
{
    using presentation::LlmEditor;
    connect(&m_editor, &LlmEditor::changed, this, &LlmPage::refresh);
    connect(&m_editor, &LlmEditor::saved, this, &LlmPage::afterSave);
    connect(&m_editor, &LlmEditor::removed, this, [this] {
        wipeKey();
        fill();
        reload();
    });
    connect(&m_editor, &LlmEditor::putBack, this, [this](const QString &name) {
        m_wanted = name;
        reload();
    });
    connect(&m_editor, &LlmEditor::fieldRefused, this, &LlmPage::refuseField);
    for (const MessageStrip *strip : {m_ui->strip, m_ui->emptyStrip})
        connect(strip, &MessageStrip::actionRequested, this, &LlmPage::runAction);
    connect(m_ui->checkButton, &QPushButton::clicked, &m_editor, &LlmEditor::checkNow);
    connect(m_ui->useButton, &QPushButton::clicked, &m_editor, &LlmEditor::useThis);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &LlmPage::save);
    connect(m_ui->loadButton, &QPushButton::clicked, this, &LlmPage::loadModels);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &LlmPage::askRemoval);
    connect(m_ui->discardButton, &QPushButton::clicked, this, &LlmPage::discard);
}

void LlmPage::connectForm()
{
    connect(m_ui->providerCombo, &QComboBox::activated, this, [this] {
        if (m_editor.isNew())
            m_editor.startNew(m_ui->providerCombo->currentData().toString());
    });
    QLineEdit *model = m_ui->modelCombo->lineEdit();
    for (QLineEdit *edit : {m_ui->nameEdit, m_ui->baseUrlEdit, m_ui->deploymentEdit, m_ui->apiVersionEdit, model}) {
        connect(edit, &QLineEdit::textChanged, this, &LlmPage::updateButtons);
        connect(edit, &QLineEdit::returnPressed, m_ui->saveButton, &QPushButton::click);
    }
    connect(m_ui->plainCheck, &QCheckBox::toggled, this, &LlmPage::updateButtons);
}

void LlmPage::reload()
{
    m_model.reload();
}

void LlmPage::reset()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
    wipeKey();
    m_ui->nameEdit->clear();
    m_editor.clear();
    m_model.clear();
    fill();
}

void LlmPage::refreshList()
{
    const QString wanted = std::exchange(m_wanted, QString());
    const QString current = m_editor.settings() != nullptr ? m_editor.settings()->credential.name : QString();
    int row = m_model.rowOf(wanted.isEmpty() ? current : wanted);
    // While some are removed their row goes before the answer comes, and the answer is about what is shown.
    const bool leftToEditor = m_editor.isNew() || m_editor.isStoring()
        || m_editor.message().action == presentation::StripMessage::Action::Undo;
    if (row < 0 && !leftToEditor && m_model.rowCount() > 0)
        row = 0;
    if (row >= 0)
        m_ui->providerList->setCurrentIndex(m_model.index(row));
    else if (!leftToEditor && m_editor.settings() != nullptr)
        m_editor.clear(); // another program removed them
    refresh();
    openOffered();
}

void LlmPage::selectionChanged()
{
    const QModelIndex index = m_ui->providerList->currentIndex();
    const service::LlmSummary *settings = m_model.settings(index.row());
    if (settings == nullptr || !m_ui->providerList->selectionModel()->isSelected(index))
        return;
    // What was typed for one server must never be saved for another.
    const bool other = m_editor.settings() == nullptr || m_editor.settings()->credential.id != settings->credential.id;
    if (other)
        keepDraft();
    m_editor.show(*settings);
    if (!other)
        return;
    fill();
    openDraft();
}

void LlmPage::startNew()
{
    keepDraft();
    m_ui->providerList->clearSelection();
    const QString provider = m_catalogue.fallback().id;
    m_editor.startNew(provider);
    fill();
    m_ui->nameEdit->setText(m_model.rowOf(provider + QStringLiteral("/main")) < 0 ? QStringLiteral("main") : QString());
    openDraft();
    m_ui->providerCombo->setFocus();
}

void LlmPage::discard()
{
    wipeKey();
    if (m_editor.isNew())
        m_editor.clear();
    fill();
    refreshList();
}

void LlmPage::fill()
{
    m_filled = m_editor.facts().storedTexts();
    put(m_filled);
    updateButtons();
}

void LlmPage::put(const presentation::LlmTexts &texts)
{
    m_ui->baseUrlEdit->setText(texts.baseUrl);
    m_ui->deploymentEdit->setText(texts.deployment);
    m_ui->apiVersionEdit->setText(texts.apiVersion);
    m_ui->modelCombo->setEditText(texts.model);
    m_ui->plainCheck->setChecked(texts.plainAccepted);
}

presentation::LlmTexts LlmPage::texts() const
{
    return {m_ui->baseUrlEdit->text().trimmed(), m_ui->modelCombo->currentText().trimmed(),
            m_ui->deploymentEdit->text().trimmed(), m_ui->apiVersionEdit->text().trimmed(), m_ui->plainCheck->isChecked()};
}

bool LlmPage::isDraft() const
{
    return m_editor.isNew() || !m_key->edit().isEmpty() || texts() != m_filled;
}

void LlmPage::refresh()
{
    const llm::ProviderInfo *info = m_editor.provider();
    m_ui->stack->setCurrentWidget(info == nullptr ? m_ui->emptyPage : m_ui->editorPage);
    const presentation::StripMessage &problem = m_model.problem();
    const bool readable = problem.level == presentation::StripMessage::Level::None;
    const bool none = m_model.rowCount() == 0;
    m_ui->emptyHeading->setText(!readable ? problem.title : none ? tr("No provider set.") : tr("Choose a provider"));
    m_ui->emptyLabel->setText(!readable ? problem.text : none ? tr("Programs use Ollama on this computer.") : QString());
    for (QPushButton *add : {m_ui->addButton, m_ui->emptyAddButton})
        add->setEnabled(readable);
    m_ui->emptyAddButton->setDefault(info == nullptr);
    m_ui->saveButton->setDefault(info != nullptr);
    m_ui->emptyStrip->showMessage(info == nullptr ? m_editor.message() : presentation::StripMessage{});
    if (info == nullptr)
        return;
    refreshHeader();
    refreshFields();
    refreshModels();
    if (!isDraft())
        fill(); // what another program stored
    m_ui->strip->showMessage(m_editor.message());
    updateButtons();
}

void LlmPage::refreshHeader()
{
    const llm::ProviderInfo &info = *m_editor.provider();
    const service::LlmSummary *settings = m_editor.settings();
    m_ui->titleLabel->setText(m_editor.title());
    m_ui->inUseLabel->setText(settings != nullptr && settings->isInUse ? tr("Programs get this one") : QString());
    m_ui->manageLabel->setText(info.manageKeysUrl.isEmpty()
                                   ? QString()
                                   : QStringLiteral("<a href=\"%1\">%2</a>")
                                         .arg(info.manageKeysUrl.toString().toHtmlEscaped(),
                                              tr("Manage keys at %1").arg(info.label).toHtmlEscaped()));
    m_ui->checkedLabel->setText(m_editor.facts().checkedText());
    m_ui->saveHintLabel->setText(tr("Saving also asks %1 whether it answers. That costs nothing.").arg(info.label));
}

void LlmPage::refreshFields()
{
    const llm::ProviderInfo &info = *m_editor.provider();
    namespace attribute = vault::attribute;
    const bool busy = m_editor.isBusy();
    const bool fresh = m_editor.isNew();
    m_ui->providerCombo->setCurrentIndex(m_ui->providerCombo->findData(info.id));
    m_ui->providerCombo->setEnabled(fresh && !busy);
    if (!fresh)
        m_ui->nameEdit->setText(m_editor.facts().accountName());
    m_ui->nameEdit->setEnabled(fresh && !busy);
    m_ui->fieldLayout->setRowVisible(m_ui->deploymentEdit, info.field(attribute::kDeployment) != nullptr);
    m_ui->fieldLayout->setRowVisible(m_ui->apiVersionEdit, info.field(attribute::kApiVersion) != nullptr);
    m_ui->baseUrlLabel->setText(QLatin1Char('&') + fieldLabel(info, attribute::kBaseUrl));
    m_ui->baseUrlEdit->setAccessibleName(fieldLabel(info, attribute::kBaseUrl).chopped(1));
    m_ui->baseUrlEdit->setPlaceholderText(fallbackOf(info, attribute::kBaseUrl));
    m_ui->apiVersionEdit->setPlaceholderText(fallbackOf(info, attribute::kApiVersion));
    const QString stored = m_editor.facts().storedText();
    m_key->setStored(!stored.isEmpty(), stored.isEmpty() && !info.needsKey() ? tr("None needed on this computer") : stored);
    for (QWidget *field : {static_cast<QWidget *>(m_ui->baseUrlEdit), static_cast<QWidget *>(m_ui->plainCheck),
                           static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_ui->deploymentEdit),
                           static_cast<QWidget *>(m_ui->apiVersionEdit), static_cast<QWidget *>(m_ui->modelCombo)})
        field->setEnabled(!busy);
}

void LlmPage::refreshModels()
{
    QStringList shown;
    for (int i = 0; i < m_ui->modelCombo->count(); ++i)
        shown << m_ui->modelCombo->itemText(i);
    if (shown == m_editor.models())
        return;
    const QString typed = m_ui->modelCombo->currentText();
    const QSignalBlocker quiet(m_ui->modelCombo->lineEdit());
    m_ui->modelCombo->clear();
    m_ui->modelCombo->addItems(m_editor.models());
    m_ui->modelCombo->setEditText(typed); // a list that comes in chooses nothing
}

void LlmPage::updateButtons()
{
    const bool busy = m_editor.isBusy();
    const bool draft = isDraft();
    const QString account = m_ui->nameEdit->text().trimmed();
    if (m_editor.provider() != nullptr)
        m_ui->referenceLabel->setText(m_editor.provider()->id + QLatin1Char('/')
                                      + (account.isEmpty() ? QStringLiteral("...") : account));
    m_ui->fieldLayout->setRowVisible(m_ui->plainCheck, m_editor.facts().isPlain(m_ui->baseUrlEdit->text()));
    m_ui->saveButton->setEnabled(draft && !busy);
    m_ui->discardButton->setEnabled(draft && !busy);
    m_ui->checkButton->setEnabled(!draft && !busy);
    m_ui->loadButton->setEnabled(!busy);
    m_ui->removeButton->setEnabled(!m_editor.isNew() && !busy);
    m_ui->strip->setActionEnabled(!isTyped() || !m_editor.message().isAboutStored());
    const service::LlmSummary *settings = m_editor.settings();
    m_ui->useButton->setVisible(settings != nullptr && !settings->isInUse);
    m_ui->useButton->setEnabled(!draft && !busy);
    m_fieldError->hide();
    Q_EMIT draftChanged();
}

base::Result<base::SecretFields> LlmPage::typedKey() const
{
    base::SecretFields fields;
    if (!m_key->edit().isEmpty()) {
        LATCHKEY_TRY(base::SecretBytes typed, m_key->edit().peek());
        fields.emplace(QStringLiteral("api_key"), std::move(typed));
    }
    return fields;
}

void LlmPage::save()
{
    m_editor.save(m_ui->nameEdit->text().trimmed(), texts(), typedKey());
}

void LlmPage::loadModels()
{
    m_editor.loadModels(m_ui->nameEdit->text().trimmed(), texts(), typedKey());
}

void LlmPage::afterSave(const QString &name)
{
    wipeKey();
    fill();
    if (std::exchange(m_pasted, false))
        m_editor.tell(presentation::FormNote::ClipboardMayHoldIt);
    m_wanted = name;
    reload();
}

void LlmPage::refuseField(const QString &field, const QString &words)
{
    const std::map<QString, QWidget *> fields{{QStringLiteral("account_name"), m_ui->nameEdit},
                                              {vault::attribute::kBaseUrl, m_ui->baseUrlEdit},
                                              {QStringLiteral("api_key"), m_key}};
    const auto found = fields.find(field);
    if (found == fields.end())
        return;
    setInk(*m_fieldError, presentation::StripMessage::Level::Bad);
    m_fieldError->setText(words);
    int row = 0;
    QFormLayout::ItemRole role{};
    m_ui->fieldLayout->removeWidget(m_fieldError);
    m_ui->fieldLayout->getWidgetPosition(found->second, &row, &role);
    m_ui->fieldLayout->insertRow(row + 1, QString(), m_fieldError);
    m_fieldError->show();
    found->second->setFocus();
}

void LlmPage::askRemoval()
{
    if (m_editor.settings() == nullptr)
        return;
    auto *dialog = new LlmRemovalDialog(*m_editor.settings(), this);
    connect(dialog, &LlmRemovalDialog::confirmed, &m_editor, &presentation::LlmEditor::remove);
    dialog->open();
}

} // namespace widgets
