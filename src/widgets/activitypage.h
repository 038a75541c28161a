// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/activitycontroller.h"
#include "widgets/settingspage.h"

#include <QTimer>

#include <memory>

namespace Ui {
class ActivityPage;
}

namespace widgets {

/// The Activity page: the audit log, to be searched, verified and exported. Reads it only while it is seen. GUI thread.
class ActivityPage final : public SettingsPage {
    Q_OBJECT

public:
    explicit ActivityPage(presentation::ActivityController &controller, QWidget *parent = nullptr);
    ~ActivityPage() override;

    void reload() override;
    void reset() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTable();
    void buildFilter();
    void search();
    void showEverything();
    void refresh();
    void refreshRows();
    void chooseFile();

    std::unique_ptr<Ui::ActivityPage> m_ui;
    presentation::ActivityController &m_controller;
    QTimer m_typing; ///< a search begins when the user pauses
    QTimer m_follow; ///< while the page is seen, entries appear as they are written
};

} // namespace widgets
