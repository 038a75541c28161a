// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"
#include "widgets/waychoice.h"

#include <QDialog>

#include <memory>

namespace Ui {
class AddWayDialog;
}

namespace widgets {

/// One more way to unlock: its kind, its passphrase twice, and the one that is valid now. Closes when it was added; a refusal
/// keeps it open. Deletes itself; shown with open(). GUI thread.
class AddWayDialog final : public QDialog {
    Q_OBJECT

public:
    explicit AddWayDialog(presentation::VaultPresenter &presenter, QWidget *parent = nullptr);
    ~AddWayDialog() override;

private:
    void connectAll();
    void refresh();
    void refreshKeychain();
    void refreshStrength();
    void submit();
    [[nodiscard]] WayChoice choice() const;

    std::unique_ptr<Ui::AddWayDialog> m_ui;
    presentation::VaultKeyController &m_controller;
    presentation::CreateVaultController &m_keychain; ///< knows the keychain's state, as for the first steps
    bool m_asks;                                     ///< for the passphrase that is valid now
    bool m_chosen = false;
    bool m_wasBusy = false;
};

} // namespace widgets
