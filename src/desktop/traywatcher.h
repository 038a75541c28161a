// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

namespace desktop {

/// Tells whether a tray exists, without touching QSystemTrayIcon: Qt would remember "no tray" for the whole process, and at
/// login the panel is often later than the programs that start with it. GUI thread.
class TrayWatcher final : public QObject {
    Q_OBJECT

public:
    explicit TrayWatcher(QObject *parent = nullptr);
    ~TrayWatcher() override;
    void start();

Q_SIGNALS:
    /// Icons may be shown from now on. Again after each time that it was gone.
    void available();
    /// There is none: it did not come within a few seconds after start(), or went away and did not come back as fast. It may
    /// still come.
    void missing();

private:
    void announce();

    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace desktop
