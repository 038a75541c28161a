// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/unlockcontroller.h"

#include <QDialog>

#include <memory>

namespace Ui {
class OlderVaultDialog;
}

namespace widgets {

/// Consent to a vault file that is older than the one last used here, with the passphrase or the recovery key once more. [Cancel]
/// is the default. Deletes itself; shown with open(). GUI thread.
class OlderVaultDialog final : public QDialog {
    Q_OBJECT

public:
    OlderVaultDialog(presentation::UnlockController &controller, bool byRecoveryKey, QWidget *parent);
    ~OlderVaultDialog() override;

private:
    void submit();

    std::unique_ptr<Ui::OlderVaultDialog> m_ui;
    presentation::UnlockController &m_controller;
    bool m_byRecoveryKey;
};

} // namespace widgets
