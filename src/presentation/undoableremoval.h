// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/removals.h"

#include <QTimer>

#include <chrono>

namespace presentation {

/// A removal that can be undone for a while: for programs the record is gone at once, and it is deleted when the time is over.
/// One at a time: what was removed before the last one is deleted when the last one is removed. GUI thread.
class UndoableRemoval final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kUsual{10'000};

    explicit UndoableRemoval(service::Removals &removals, std::chrono::milliseconds undoTime = kUsual,
                             QObject *parent = nullptr);

    /// What was removed; from then on the time runs. NotFound.
    [[nodiscard]] base::Async<vault::Credential> remove(const QString &name);
    /// There is something to undo.
    [[nodiscard]] bool isPending() const noexcept { return !m_id.isNull(); }
    /// What was put back. NotFound when nothing is pending or another program deleted it; AlreadyExists when its name was taken.
    [[nodiscard]] base::Async<vault::Credential> undo();

Q_SIGNALS:
    /// It can no longer be undone.
    void timeIsOver();

private:
    void remember(const vault::Credential &removed);
    void expire();

    service::Removals &m_removals;
    QTimer m_timer;
    QUuid m_id; ///< null: nothing to put back
};

} // namespace presentation
