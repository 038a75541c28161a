// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"
#include "widgets/settingspage.h"

#include <memory>

namespace Ui {
class SecurityPage;
}

namespace widgets {

/// The Security page: ways to unlock, recovery key, and the panels that others add. GUI thread.
class SecurityPage final : public SettingsPage {
    Q_OBJECT

public:
    explicit SecurityPage(presentation::VaultPresenter &presenter, QWidget *parent = nullptr);
    ~SecurityPage() override;

    /// Puts a section with this heading under those that are there; it is reloaded and reset with the page. The page takes the
    /// panel over.
    void addPanel(const QString &heading, SettingsPage *panel);

    void reload() override;
    void reset() override;

private:
    void refresh();
    void rebuildWays();
    void addRow(const presentation::WayToUnlock &way);
    void changePassphrase();

    std::unique_ptr<Ui::SecurityPage> m_ui;
    presentation::VaultPresenter &m_presenter;
    presentation::SecurityController &m_controller;
    QList<SettingsPage *> m_panels;
    QList<presentation::WayToUnlock> m_shown; ///< in the rows
};

} // namespace widgets
