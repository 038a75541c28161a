// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/agentdispatcher.h"
#include "desktop/options.h"
#include "desktop/traywatcher.h"
#include "platform/runtimepaths.h"
#include "widgets/inputwatch.h"
#include "widgets/lockcurtain.h"
#include "widgets/lockshortcut.h"
#include "widgets/lockwarning.h"
#include "widgets/mainwindow.h"
#include "widgets/trayicon.h"

#include <QObject>

#include <memory>

class QApplication;

namespace desktop {

/// The composition root of latchkey-desktop: builds everything once and wires it. GUI thread.
class Application final : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] static base::Result<std::unique_ptr<Application>> create(const Options &options);
    ~Application() override;

    /// Takes the single-instance lock, serves the agent's socket, shows the window. False when another instance was raised
    /// instead.
    [[nodiscard]] base::Result<bool> start(QApplication &application);

private:
    struct Parts;
    Application(Options options, std::unique_ptr<Parts> parts);
    [[nodiscard]] base::Result<void> watchSignals();
    [[nodiscard]] base::Result<void> serveAgent();
    void raiseOther() const;
    void connectWindow(QApplication &application);
    void connectLocking(QApplication &application);
    void followTray();
    void followState();
    /// Locks the agent that serves this vault in the desktop's place.
    void lockOther();
    /// Asks first when programs lose access, or something that was typed is forgotten.
    void quitByUser();
    void quit();

    Options m_options;
    platform::VaultPaths m_paths;
    bool m_quitting = false;
    std::unique_ptr<Parts> m_parts;
};

} // namespace desktop
