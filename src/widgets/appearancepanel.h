// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/appearancecontroller.h"
#include "widgets/settingspage.h"

#include <memory>

namespace Ui {
class AppearancePanel;
}

namespace widgets {

/// System, Light or Dark; a panel of the About page. GUI thread.
class AppearancePanel final : public SettingsPage {
    Q_OBJECT

public:
    explicit AppearancePanel(presentation::AppearanceController &controller, QWidget *parent = nullptr);
    ~AppearancePanel() override;

    void reload() override { refresh(); }
    void reset() override { refresh(); }

private:
    void refresh();

    std::unique_ptr<Ui::AppearancePanel> m_ui;
    presentation::AppearanceController &m_controller;
};

} // namespace widgets
