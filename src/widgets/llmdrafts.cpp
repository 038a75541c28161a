// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_llmpage.h"
#include "widgets/llmpage.h"
#include "widgets/secretclipboard.h"
#include "widgets/secretfield.h"

// What is typed on the page of LLM providers and not saved, and what goes over the clipboard.

namespace widgets {

namespace {

const QString kProvider = QStringLiteral("provider");
const QString kAccount = QStringLiteral("account");
const QString kBaseUrl = QStringLiteral("base_url");
const QString kModel = QStringLiteral("model");
const QString kDeployment = QStringLiteral("deployment");
const QString kApiVersion = QStringLiteral("api_version");
const QString kPlain = QStringLiteral("plain");
const QString kYes = QStringLiteral("yes");
const QString kApiKey = QStringLiteral("api_key");

} // namespace

void LlmPage::connectDrafts()
{
    using presentation::FormDrafts;
    connect(&m_drafts, &FormDrafts::collecting, this, [this] { keepDraft(While::Locking); });
    connect(&m_drafts, &FormDrafts::changed, this, [this] {
        m_ui->addButton->setText(m_drafts.hasNew() ? tr("Continue the new one...") : tr("&Add provider..."));
        Q_EMIT draftChanged();
    });
    connect(&m_drafts, &FormDrafts::offered, this, &LlmPage::openOffered);
}

std::optional<QUuid> LlmPage::shownRecord() const
{
    if (m_editor.isNew())
        return QUuid();
    return m_editor.settings() != nullptr ? std::optional(m_editor.settings()->credential.id) : std::nullopt;
}

bool LlmPage::isTyped() const
{
    const bool named = m_editor.isNew()
        && (m_ui->nameEdit->isModified() || m_editor.provider()->id != m_catalogue.fallback().id);
    return named || !m_key->edit().isEmpty() || texts() != m_filled;
}

bool LlmPage::hasDraft() const
{
    return isTyped() || !m_drafts.isEmpty();
}

void LlmPage::saveDraft()
{
    if (!isTyped()) // it is the draft of other settings
        m_drafts.offer();
    if (isTyped())
        save();
}

void LlmPage::discardDrafts()
{
    m_drafts.discardAll();
    discard();
}

void LlmPage::keepDraft(While when)
{
    const auto record = shownRecord();
    // What is being stored is on its way into the vault, unless the lock comes first; what another program removed has nowhere to go.
    const bool hasPlace = record && (record->isNull() || m_model.rowOfId(*record) >= 0);
    if (hasPlace && isTyped() && (when == While::Locking || !m_editor.isStoring())) {
        const presentation::LlmTexts typed = texts();
        service::Draft draft;
        draft.title = m_editor.title();
        draft.texts = {{kProvider, m_editor.provider()->id},
                       {kAccount, m_ui->nameEdit->text()},
                       {kBaseUrl, typed.baseUrl},
                       {kModel, typed.model},
                       {kDeployment, typed.deployment},
                       {kApiVersion, typed.apiVersion},
                       {kPlain, typed.plainAccepted ? kYes : QString()}};
        if (auto fields = typedKey())
            draft.secrets = *std::move(fields);
        m_drafts.put(*record, std::move(draft));
    }
    wipeKey();
    m_ui->nameEdit->setModified(false);
    fill();
}

void LlmPage::openDraft()
{
    const auto record = shownRecord();
    const auto draft = record ? m_drafts.take(*record) : std::nullopt;
    if (!draft)
        return;
    if (m_editor.isNew()) {
        m_editor.startNew(draft->texts.value(kProvider));
        m_ui->nameEdit->setText(draft->texts.value(kAccount));
        m_ui->nameEdit->setModified(true);
    }
    put({draft->texts.value(kBaseUrl), draft->texts.value(kModel), draft->texts.value(kDeployment),
         draft->texts.value(kApiVersion), draft->texts.value(kPlain) == kYes});
    if (const auto key = draft->secrets.find(kApiKey); key != draft->secrets.end())
        m_key->edit().restore(key->second);
    updateButtons();
    if (m_drafts.endOffer())
        m_editor.tell(presentation::FormNote::DraftIsBack);
}

void LlmPage::openOffered()
{
    if (isTyped())
        return;
    const auto record = m_drafts.offeredRecord([this](const QUuid &id) { return m_model.rowOfId(id) >= 0; });
    if (!record)
        return;
    if (record->isNull()) {
        startNew();
    } else {
        m_ui->providerList->setCurrentIndex(m_model.index(m_model.rowOfId(*record)));
        openDraft(); // they may have been the current ones already
    }
}

void LlmPage::dropOrphans()
{
    if (m_model.problem().level == presentation::StripMessage::Level::None)
        m_drafts.discardOrphans([this](const QUuid &id) { return m_model.rowOfId(id) >= 0; });
}

void LlmPage::wipeKey()
{
    m_key->edit().wipe();
    m_key->conceal();
}

void LlmPage::reveal(service::Secrets::Shown where)
{
    m_editor.reveal(where, [this, where](base::SecretBytes secret) {
        if (where == service::Secrets::Shown::OnClipboard)
            m_clipboard.copy(std::move(secret));
        else
            m_key->reveal(std::move(secret));
    });
}

void LlmPage::runAction(presentation::StripMessage::Action action)
{
    if (action != presentation::StripMessage::Action::ClearClipboard)
        return m_editor.perform(action);
    m_clipboard.clearForeign();
    m_editor.tell(presentation::FormNote::ClipboardIsEmpty);
}

} // namespace widgets
