// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/aboutcontroller.h"
#include "widgets/settingspage.h"

#include <memory>

namespace Ui {
class AboutPage;
}

namespace widgets {

/// The About page: version, what is protected and what is not, and what protects the vault on this computer. GUI thread.
class AboutPage final : public SettingsPage {
    Q_OBJECT

public:
    explicit AboutPage(presentation::AboutController &controller, QWidget *parent = nullptr);
    ~AboutPage() override;

    /// Puts a section with this heading above those that are there; it is reloaded and reset with the page. The page takes
    /// the panel over.
    void addPanel(const QString &heading, SettingsPage *panel);

    void reload() override;
    void reset() override;

private:
    void refresh();
    void copy();

    std::unique_ptr<Ui::AboutPage> m_ui;
    presentation::AboutController &m_controller;
    QList<SettingsPage *> m_panels;
};

} // namespace widgets
