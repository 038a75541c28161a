// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"

#include <QObject>

namespace widgets {

/// Property of a dialog that shows nothing of an open vault and has to outlive a lock: true while that is so.
inline constexpr const char *kStaysAtLock = "staysAtLock";

/// At every lock, whoever or whatever locked: closes every popup, menu and dialog of the program, so that nothing of an open
/// vault stays on the screen. GUI thread.
class LockCurtain final : public QObject {
    Q_OBJECT

public:
    explicit LockCurtain(presentation::VaultPresenter &presenter, QObject *parent = nullptr);

    static void closeEverything();
};

} // namespace widgets
