// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/createvaultcontroller.h"
#include "widgets/setupstep.h"

#include <memory>

class QPrinter;

namespace Ui {
class RecoveryKeyPage;
}

namespace widgets {

/// "Keep this recovery key". GUI thread.
class RecoveryKeyPage final : public SetupStep {
    Q_OBJECT

public:
    explicit RecoveryKeyPage(presentation::CreateVaultController &controller, QWidget *parent = nullptr);
    ~RecoveryKeyPage() override;

    [[nodiscard]] bool mayGoOn() const override { return m_controller.recoveryKey() != nullptr; }
    void goOn() override;
    /// Before the controller forgets the key.
    void reset() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void chooseFile();
    void choosePrinter();
    void print(const QPrinter &printer);

    std::unique_ptr<Ui::RecoveryKeyPage> m_ui;
    presentation::CreateVaultController &m_controller;
};

} // namespace widgets
