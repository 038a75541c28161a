// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace widgets {

/// Ctrl+L (lock) and Ctrl+Shift+L (lock the window alone) from everywhere, also while a dialog, a menu or a popup is open: an application-wide event filter, because a shortcut
/// does not fire in other windows. Install on the application. GUI thread.
class LockShortcut final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void triggered();
    void windowTriggered();
};

} // namespace widgets
