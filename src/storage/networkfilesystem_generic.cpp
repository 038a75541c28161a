// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/networkfilesystem.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace storage {

QString fileSystemTypeAt(const QString &path)
{
    QString at = QFileInfo(path).absoluteFilePath();
    if (at.startsWith(QLatin1StringView("//"))) // a Windows share, whatever is behind it
        return QStringLiteral("unc");
    while (!QFileInfo::exists(at) && !QFileInfo(at).isRoot())
        at = QFileInfo(at).absolutePath();
    return QString::fromLatin1(QStorageInfo(at).fileSystemType());
}

} // namespace storage
