// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/formdrafts.h"
#include "presentation/rowsearch.h"
#include "presentation/vaultpresenter.h"
#include "widgets/settingspage.h"

#include <map>
#include <memory>

class QDialog;
class QLabel;

namespace Ui {
class ExchangesPage;
}

namespace widgets {

class SecretClipboard;
class SecretField;

/// The Exchanges page: accounts on the left, the form of one on the right. GUI thread.
class ExchangesPage final : public SettingsPage {
    Q_OBJECT

public:
    /// `clipboard` outlives the page.
    ExchangesPage(presentation::VaultPresenter &presenter, SecretClipboard &clipboard, QWidget *parent = nullptr);
    ~ExchangesPage() override;

    void reload() override;
    void reset() override;
    [[nodiscard]] bool hasDraft() const override;
    void saveDraft() override;
    void discardDrafts() override;
    /// In the wizard: the first account alone, without the list and what belongs to several.
    void setGuided(bool guided);
    /// Keys can be taken over from other programs: offered while there is no account.
    void offerImport();

Q_SIGNALS:
    void importRequested();

private:
    void connectList();
    void connectEditor();
    void selectionChanged();
    void startNew();
    void refresh();
    void refreshRights();
    void refreshList();
    void rebuildFields();
    void wipeFields();
    [[nodiscard]] SecretField *makeField(const exchange::FieldInfo &info);
    void connectDrafts();
    /// The account whose form is shown, null for a new one; nullopt when no form is shown.
    [[nodiscard]] std::optional<QUuid> shownRecord() const;
    [[nodiscard]] bool isTyped() const;
    enum class While { Editing, Locking };
    /// Keeps what was typed and empties the form.
    void keepDraft(While when = While::Editing);
    void openDraft();
    void dropOrphans();
    void afterRemoval();
    /// Opens one that a lock had closed, once the list is there.
    void openOffered();
    void pasteBlock(SecretField &target);
    void reveal(const QString &field, service::Secrets::Shown where);
    [[nodiscard]] bool isDraft() const;
    void updateButtons();
    [[nodiscard]] base::Result<base::SecretFields> typedFields() const;
    void save();
    void afterSave(const QString &name);
    void refuseField(const QString &field, const QString &words);
    void runAction(presentation::StripMessage::Action action);
    void askConsent();
    void askRemoval();
    void discard();
    void clearClipboard();

    std::unique_ptr<Ui::ExchangesPage> m_ui;
    presentation::VaultPresenter &m_presenter;
    SecretClipboard &m_clipboard;
    presentation::AccountListModel &m_model;
    presentation::AccountEditor &m_editor;
    presentation::FormDrafts m_drafts;
    presentation::RowSearch m_filter;
    std::map<QString, SecretField *> m_fields;
    QLabel *m_fieldError = nullptr;
    QString m_builtFor; ///< exchange whose fields stand in the form
    QString m_wanted;   ///< account to select after the next reload
    bool m_guided = false;
    bool m_importOffered = false;
    bool m_searching = false;
    bool m_pasted = false; ///< something came from the clipboard since the last save
};

} // namespace widgets
