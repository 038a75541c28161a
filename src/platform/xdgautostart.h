// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ports/autostart.h"

#include <QString>
#include <QStringList>

namespace platform {

/// An entry in the user's autostart folder, after the XDG Desktop Application Autostart Specification. Main thread.
class XdgAutostart final : public service::ports::Autostart {
public:
    /// `folder` is made when it is needed; `command`: program and arguments.
    XdgAutostart(QString folder, QStringList command);

    [[nodiscard]] bool isEnabled() const override;
    [[nodiscard]] base::Result<void> setEnabled(bool enabled) override;
    [[nodiscard]] QString path() const;
    /// The value of Exec for a command, quoted as the Desktop Entry Specification wants it.
    [[nodiscard]] static QString execLine(const QStringList &command);

private:
    QString m_folder;
    QStringList m_command;
};

} // namespace platform
