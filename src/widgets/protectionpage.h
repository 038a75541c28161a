// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/createvaultcontroller.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProtectionPage;
}

namespace widgets {

/// "How should your keys be protected?" GUI thread.
class ProtectionPage final : public QWidget {
    Q_OBJECT

public:
    explicit ProtectionPage(presentation::CreateVaultController &controller, QWidget *parent = nullptr);
    ~ProtectionPage() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void refreshStrength();
    void submit();
    [[nodiscard]] vault::SlotKind method() const;

    std::unique_ptr<Ui::ProtectionPage> m_ui;
    presentation::CreateVaultController &m_controller;
    bool m_chosen = false; ///< the user has chosen: the suggestion no longer moves the selection
};

} // namespace widgets
