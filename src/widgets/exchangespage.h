// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <map>
#include <memory>

class QDialog;
class QLabel;

namespace Ui {
class ExchangesPage;
}

namespace widgets {

class SecretLineEdit;

/// The Exchanges page: accounts on the left, the form of one on the right. GUI thread.
class ExchangesPage final : public QWidget {
    Q_OBJECT

public:
    ExchangesPage(presentation::VaultPresenter &presenter, QWidget *parent = nullptr);
    ~ExchangesPage() override;

    void reload();
    /// Empties every field, list and message and closes dialogs; at lock.
    void reset();

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
    [[nodiscard]] bool isDraft() const;
    void updateButtons();
    [[nodiscard]] base::Result<base::SecretFields> typedFields() const;
    void save();
    void afterSave(const QString &name);
    void refuseField(const QString &field, const QString &words);
    void runAction(presentation::StripMessage::Action action);
    void askConsent();
    void askRemoval();

    std::unique_ptr<Ui::ExchangesPage> m_ui;
    presentation::VaultPresenter &m_presenter;
    presentation::AccountListModel &m_model;
    presentation::AccountEditor &m_editor;
    QSortFilterProxyModel m_filter;
    std::map<QString, SecretLineEdit *> m_fields;
    QLabel *m_fieldError = nullptr;
    QString m_builtFor; ///< exchange whose fields stand in the form
    QString m_wanted;   ///< account to select after the next reload
};

} // namespace widgets
