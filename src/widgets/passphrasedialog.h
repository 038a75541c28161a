// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/securitycontroller.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PassphraseDialog;
}

namespace widgets {

/// Old passphrase, new one twice. Closes when the passphrase was changed; a refusal keeps it open. Deletes itself; shown with
/// open(). GUI thread.
class PassphraseDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PassphraseDialog(presentation::SecurityController &controller, QWidget *parent = nullptr);
    ~PassphraseDialog() override;

private:
    void refresh();
    void refreshStrength();
    void submit();

    std::unique_ptr<Ui::PassphraseDialog> m_ui;
    presentation::SecurityController &m_controller;
    bool m_wasChanging = false;
};

} // namespace widgets
