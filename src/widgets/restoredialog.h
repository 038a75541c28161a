// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/restorecontroller.h"

#include <QDialog>

#include <memory>

namespace Ui {
class RestoreDialog;
}

namespace widgets {

/// A backup's file and key, then what is in it and the new passphrase, then the result. Deletes itself; shown with open().
/// GUI thread.
class RestoreDialog final : public QDialog {
    Q_OBJECT

public:
    explicit RestoreDialog(presentation::RestoreController &controller, QWidget *parent = nullptr);
    ~RestoreDialog() override;

    /// Gives up what is under way and wipes what was typed.
    void done(int result) override;

protected:
    /// Tab goes as one reads.
    bool focusNextPrevChild(bool next) override;

private:
    void refresh();
    void showStep();
    /// Grows when what is said needs more lines.
    void makeRoom();
    void refreshStrength();
    void chooseFile();
    void goOn();
    void look();
    void restore();

    std::unique_ptr<Ui::RestoreDialog> m_ui;
    presentation::RestoreController &m_controller;
    bool m_wasBusy = false;
};

} // namespace widgets
