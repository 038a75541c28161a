// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/importcontroller.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace Ui {
class ImportDialog;
}

namespace widgets {

/// A file of another program, then what would happen to each entry, then the result. Deletes itself; shown with open(). GUI thread.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(presentation::ImportController &controller, QWidget *parent = nullptr);
    ~ImportDialog() override;

    void done(int result) override;

protected:
    /// Tab goes as one reads.
    bool focusNextPrevChild(bool next) override;

private:
    void refresh();
    void showStep();
    void chooseFile(QLineEdit &target, const QString &title);
    void goOn();

    std::unique_ptr<Ui::ImportDialog> m_ui;
    presentation::ImportController &m_controller;
};

} // namespace widgets
