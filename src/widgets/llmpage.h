// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/formdrafts.h"
#include "presentation/llmcontroller.h"
#include "widgets/settingspage.h"

#include <memory>

class QLabel;

namespace Ui {
class LlmPage;
}

namespace widgets {

class SecretClipboard;
class SecretField;

/// The page of LLM providers: stored settings on the left, the form of one on the right. GUI thread.
class LlmPage final : public SettingsPage {
    Q_OBJECT

public:
    /// `clipboard` outlives the page.
    LlmPage(presentation::LlmController &controller, SecretClipboard &clipboard, QWidget *parent = nullptr);
    ~LlmPage() override;

    void reload() override;
    void reset() override;
    [[nodiscard]] bool hasDraft() const override;
    void saveDraft() override;
    void discardDrafts() override;

private:
    void connectList();
    void connectEditor();
    void connectForm();
    void connectDrafts();
    void makeKeyField();
    void selectionChanged();
    void startNew();
    void refresh();
    void refreshList();
    void refreshHeader();
    void refreshFields();
    void refreshModels();
    /// Puts what is stored into the form.
    void fill();
    void discard();
    /// The settings whose form is shown, null for new ones; nullopt when no form is shown.
    [[nodiscard]] std::optional<QUuid> shownRecord() const;
    [[nodiscard]] bool isTyped() const;
    /// Keeps what was typed; then the form says what is stored.
    enum class While { Editing, Locking };
    void keepDraft(While when = While::Editing);
    void openDraft();
    void dropOrphans();
    /// Opens one that a lock had closed, once the list is there.
    void openOffered();
    /// Empties the field and hides what was revealed in it.
    void wipeKey();
    void put(const presentation::LlmTexts &texts);
    void reveal(service::Secrets::Shown where);
    void runAction(presentation::StripMessage::Action action);
    [[nodiscard]] presentation::LlmTexts texts() const;
    [[nodiscard]] bool isDraft() const;
    void updateButtons();
    [[nodiscard]] base::Result<base::SecretFields> typedKey() const;
    void save();
    void loadModels();
    void afterSave(const QString &name);
    void refuseField(const QString &field, const QString &words);
    void askRemoval();

    std::unique_ptr<Ui::LlmPage> m_ui;
    const llm::ProviderCatalogue &m_catalogue;
    presentation::LlmListModel &m_model;
    presentation::LlmEditor &m_editor;
    presentation::FormDrafts m_drafts;
    SecretClipboard &m_clipboard;
    SecretField *m_key;
    presentation::LlmTexts m_filled; ///< what the form was filled with; anything else in it is a draft
    QLabel *m_fieldError = nullptr;
    QString m_wanted;      ///< settings to select after the next reload
    bool m_pasted = false; ///< the key came from the clipboard since the last save
};

} // namespace widgets
