// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/createvaultcontroller.h"
#include "widgets/setupstep.h"
#include "widgets/waychoice.h"

#include <memory>

namespace Ui {
class ProtectionPage;
}

namespace widgets {

/// "How should your keys be protected?" GUI thread.
class ProtectionPage final : public SetupStep {
    Q_OBJECT

public:
    explicit ProtectionPage(presentation::CreateVaultController &controller, QWidget *parent = nullptr);
    ~ProtectionPage() override;

    [[nodiscard]] bool mayGoOn() const override { return !m_controller.isBusy(); }
    void goOn() override;
    void reset() override;
    [[nodiscard]] WayChoice choice() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void refreshKeychain();
    void refreshStrength();
    void takeFocus();

    std::unique_ptr<Ui::ProtectionPage> m_ui;
    presentation::CreateVaultController &m_controller;
    bool m_busy = false;
    bool m_chosen = false; ///< the user has chosen: the suggestion no longer moves the selection
};

} // namespace widgets
