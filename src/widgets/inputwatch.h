// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace widgets {

/// Notices that somebody uses this program: keys, mouse, wheel, touch in any of its windows. Install on the application. GUI
/// thread.
class InputWatch final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void used();
};

} // namespace widgets
