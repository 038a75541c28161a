// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

namespace widgets {

/// Where a file or a folder is chosen: Qt's own dialog, which begins in the home folder, deletes itself when it is closed, and
/// keeps nothing of where keys and backups lie, neither when it is cancelled nor when it goes with its parent. GUI thread.
class FileDialog final : public QFileDialog {
    Q_OBJECT

public:
    FileDialog(const QString &title, QWidget *parent);
    ~FileDialog() override;
    Q_DISABLE_COPY_MOVE(FileDialog)
};

} // namespace widgets
