// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace transfer::ports {

/// One row of an older tool's table `secrets`; nothing in it is secret, the value is encrypted.
struct FernetRow {
    QString name;
    QString description;
    QByteArray token;
};

/// Reads older tools' databases of Fernet tokens. May block; any thread, one call at a time.
class FernetDatabase {
public:
    virtual ~FernetDatabase() = default;
    /// All rows in the order of their ids. The file is never changed, whatever stands in it. InvalidArgument when it is no such
    /// database, Busy when a program has changes to it that are not in the file, IoFailure.
    [[nodiscard]] virtual base::Result<QList<FernetRow>> read(const QString &path) = 0;
};

} // namespace transfer::ports
