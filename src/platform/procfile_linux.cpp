// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/procfile_linux.h"

#include <QByteArray>
#include <QFile>

namespace platform {

std::optional<std::uint64_t> procValueKiB(const QString &path, std::string_view name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray key = QByteArray(name.data(), static_cast<qsizetype>(name.size())) + ':';
    // These files tell no size: readLine() until nothing comes.
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        if (!line.startsWith(key))
            continue;
        const QByteArray rest = line.mid(key.size()).trimmed();
        bool ok = false;
        const qulonglong value = rest.left(rest.indexOf(' ')).toULongLong(&ok);
        return ok ? std::optional<std::uint64_t>(value) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace platform
