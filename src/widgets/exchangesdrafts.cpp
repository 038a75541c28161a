// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_exchangespage.h"
#include "widgets/exchangespage.h"
#include "widgets/secretclipboard.h"
#include "widgets/secretfield.h"

#include <algorithm>

// What is typed on the Exchanges page and not saved, and what goes over the clipboard.

namespace widgets {

namespace {

const QString kAccount = QStringLiteral("account");
const QString kDemo = QStringLiteral("demo");
const QString kYes = QStringLiteral("yes");

} // namespace

void ExchangesPage::connectDrafts()
{
    using presentation::FormDrafts;
    connect(&m_drafts, &FormDrafts::collecting, this, [this] { keepDraft(While::Locking); });
    connect(&m_drafts, &FormDrafts::changed, this, [this] {
        m_ui->addButton->setText(m_drafts.hasNew() ? tr("Continue the new account...") : tr("Add account..."));
        Q_EMIT draftChanged();
    });
    connect(&m_drafts, &FormDrafts::offered, this, &ExchangesPage::openOffered);
}

std::optional<QUuid> ExchangesPage::shownRecord() const
{
    if (m_editor.isNew())
        return QUuid();
    return m_editor.account() != nullptr ? std::optional(m_editor.account()->credential.id) : std::nullopt;
}

bool ExchangesPage::isTyped() const
{
    const bool secret = std::ranges::any_of(m_fields, [](const auto &field) { return !field.second->edit().isEmpty(); });
    return secret || (m_editor.isNew() && m_ui->nameEdit->isModified());
}

bool ExchangesPage::hasDraft() const
{
    return isTyped() || !m_drafts.isEmpty();
}

void ExchangesPage::saveDraft()
{
    if (!isTyped()) {              // it is the draft of another account
        m_ui->searchEdit->clear(); // its row must be there to be chosen
        m_drafts.offer();
    }
    if (isTyped())
        save();
}

void ExchangesPage::discardDrafts()
{
    m_drafts.discardAll();
    discard();
}

void ExchangesPage::keepDraft(While when)
{
    const auto record = shownRecord();
    // What is being stored is on its way into the vault, unless the lock comes first.
    if (record && isTyped() && (when == While::Locking || !m_editor.isStoring())) {
        service::Draft draft;
        draft.title = m_editor.title();
        draft.texts.insert(kAccount, m_ui->nameEdit->text());
        draft.texts.insert(kDemo, m_ui->demoRadio->isChecked() ? kYes : QString());
        if (auto fields = typedFields())
            draft.secrets = *std::move(fields);
        m_drafts.put(*record, std::move(draft));
    }
    wipeFields();
    m_ui->nameEdit->setModified(false);
}

void ExchangesPage::openDraft()
{
    const auto record = shownRecord();
    const auto draft = record ? m_drafts.take(*record) : std::nullopt;
    if (!draft)
        return;
    if (m_editor.isNew()) {
        m_ui->nameEdit->setText(draft->texts.value(kAccount));
        m_ui->nameEdit->setModified(true);
        (draft->texts.value(kDemo) == kYes ? m_ui->demoRadio : m_ui->liveRadio)->setChecked(true);
    }
    for (const auto &[id, secret] : draft->secrets) {
        if (const auto field = m_fields.find(id); field != m_fields.end())
            field->second->edit().restore(secret);
    }
    updateButtons();
    if (m_drafts.endOffer())
        m_editor.tell(presentation::FormNote::DraftIsBack);
}

void ExchangesPage::openOffered()
{
    if (isTyped())
        return;
    const auto record = m_drafts.offeredRecord([this](const QUuid &id) { return m_model.rowOfId(id) >= 0; });
    if (!record)
        return;
    if (record->isNull()) {
        startNew();
    } else {
        const QModelIndex row = m_filter.mapFromSource(m_model.index(m_model.rowOfId(*record)));
        if (!row.isValid())
            return; // the search hides it
        m_ui->accountList->setCurrentIndex(row);
        openDraft(); // it may have been the current one already
    }
}

void ExchangesPage::dropOrphans()
{
    if (m_model.problem().level == presentation::StripMessage::Level::None)
        m_drafts.discardOrphans([this](const QUuid &id) { return m_model.rowOfId(id) >= 0; });
}

/// What was typed for it went with it, from a form that nobody sees any more.
void ExchangesPage::afterRemoval()
{
    wipeFields();
    refresh();
    Q_EMIT draftChanged();
    reload();
}

void ExchangesPage::pasteBlock(SecretField &target)
{
    const base::SecretFields fields = m_editor.readBlock(SecretLineEdit::clipboardText());
    if (fields.empty())
        return target.edit().paste();
    for (const auto &[id, value] : fields) {
        if (const auto field = m_fields.find(id); field != m_fields.end())
            field->second->edit().restore(value);
    }
    m_pasted = true;
    m_ui->saveButton->setFocus();
}

void ExchangesPage::reveal(const QString &field, service::Secrets::Shown where)
{
    m_editor.reveal(field, where, [this, field, where](base::SecretBytes secret) {
        if (where == service::Secrets::Shown::OnClipboard)
            return m_clipboard.copy(std::move(secret));
        if (const auto found = m_fields.find(field); found != m_fields.end())
            found->second->reveal(std::move(secret));
    });
}

void ExchangesPage::clearClipboard()
{
    m_clipboard.clearForeign();
    m_editor.tell(presentation::FormNote::ClipboardIsEmpty);
}

} // namespace widgets
