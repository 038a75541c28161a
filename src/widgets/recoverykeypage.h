// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/createvaultcontroller.h"

#include <QWidget>

#include <memory>

namespace Ui {
class RecoveryKeyPage;
}

namespace widgets {

/// "Keep this recovery key". GUI thread.
class RecoveryKeyPage final : public QWidget {
    Q_OBJECT

public:
    explicit RecoveryKeyPage(presentation::CreateVaultController &controller, QWidget *parent = nullptr);
    ~RecoveryKeyPage() override;

    /// Empties fields and grid; before the controller forgets the key.
    void reset();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void confirm();
    void chooseFile();

    std::unique_ptr<Ui::RecoveryKeyPage> m_ui;
    presentation::CreateVaultController &m_controller;
};

} // namespace widgets
