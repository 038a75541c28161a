// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/unlockcontroller.h"

#include <QWidget>

#include <memory>

namespace Ui {
class UnlockPage;
}

namespace widgets {

/// The page of a locked vault. GUI thread.
class UnlockPage final : public QWidget {
    Q_OBJECT

public:
    explicit UnlockPage(presentation::UnlockController &controller, QWidget *parent = nullptr);
    ~UnlockPage() override;

    /// Empties every field; at lock and before the page is shown.
    void reset();
    /// Shows the link to a restore.
    void offerRestore();

Q_SIGNALS:
    /// A vault out of a backup is wanted.
    void restoreRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void submit();
    void showRecovery(bool show);
    void runAction(presentation::StripMessage::Action action);

    std::unique_ptr<Ui::UnlockPage> m_ui;
    presentation::UnlockController &m_controller;
    bool m_recovery = false;
    bool m_wasBusy = false;
};

} // namespace widgets
