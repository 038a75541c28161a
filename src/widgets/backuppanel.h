// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/backupcontroller.h"
#include "widgets/settingspage.h"

#include <memory>

class QAbstractButton;

namespace Ui {
class BackupPanel;
}

namespace widgets {

/// "Backup" on the Security page: one now, and when they are made by themselves. Every switch is stored at once. GUI thread.
class BackupPanel final : public SettingsPage {
    Q_OBJECT

public:
    explicit BackupPanel(presentation::BackupController &controller, QWidget *parent = nullptr);
    ~BackupPanel() override;

    void reload() override { m_controller.reload(); }
    void reset() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectSwitches();
    void refresh();
    void store();
    void chooseFile();
    /// Then stores what is shown with it.
    void chooseFolder();
    [[nodiscard]] service::BackupPlan shown() const;

    std::unique_ptr<Ui::BackupPanel> m_ui;
    presentation::BackupController &m_controller;
};

} // namespace widgets
