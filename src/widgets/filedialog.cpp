// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filedialog.h"

#include <QStandardPaths>

namespace widgets {

namespace {

QString homeFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
}

} // namespace

FileDialog::FileDialog(const QString &title, QWidget *parent) : QFileDialog(parent, title, homeFolder())
{
    setAttribute(Qt::WA_DeleteOnClose);
    // Not the system's dialog: it cannot speak to a process that refuses to be read (PR_SET_DUMPABLE).
    setOption(DontUseNativeDialog);
    setHistory({}); // what other programs opened is nobody's business here
}

/// Qt's destructor writes the folder and those before it into a file of Qt's, however the dialog ended.
FileDialog::~FileDialog()
{
    setDirectory(homeFolder());
    setHistory({});
}

} // namespace widgets
