// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ports/appearancestore.h"

#include <QJsonObject>
#include <QString>

namespace platform {

/// `desktop.json` in a folder: plain settings of the window, which hold no secret. A file that cannot be understood counts as
/// none and is said so in the log; what others keep in it stays when something is changed. Main thread.
class DesktopSettings final : public service::ports::AppearanceStore {
public:
    /// `folder` is made when it is needed.
    explicit DesktopSettings(QString folder);

    [[nodiscard]] service::Appearance appearance() const override;
    [[nodiscard]] base::Result<void> setAppearance(service::Appearance appearance) override;
    [[nodiscard]] QString path() const;

private:
    [[nodiscard]] base::Result<QJsonObject> read() const;

    QString m_folder;
};

} // namespace platform
