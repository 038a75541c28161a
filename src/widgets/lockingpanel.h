// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/lockingcontroller.h"
#include "widgets/settingspage.h"

#include <memory>

namespace Ui {
class LockingPanel;
}

namespace widgets {

/// "Lock automatically" on the Security page. Every switch is stored at once; one that locks less waits for the passphrase.
/// GUI thread.
class LockingPanel final : public SettingsPage {
    Q_OBJECT

public:
    explicit LockingPanel(presentation::LockingController &controller, QWidget *parent = nullptr);
    ~LockingPanel() override;

    void reload() override { refresh(); }
    void reset() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectSwitches();
    void refresh();
    void refreshSeen();
    void store();
    void confirm();
    [[nodiscard]] service::LockSettings shown() const;

    std::unique_ptr<Ui::LockingPanel> m_ui;
    presentation::LockingController &m_controller;
};

} // namespace widgets
