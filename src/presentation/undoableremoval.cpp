// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/undoableremoval.h"

#include <utility>

namespace presentation {

UndoableRemoval::UndoableRemoval(service::Removals &removals, std::chrono::milliseconds undoTime, QObject *parent)
    : QObject(parent)
    , m_removals(removals)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(undoTime);
    connect(&m_timer, &QTimer::timeout, this, &UndoableRemoval::expire);
}

base::Async<vault::Credential> UndoableRemoval::remove(const QString &name)
{
    return base::chain(m_removals.remove(name), this, [this](vault::Credential removed) {
        remember(removed);
        return base::ready<vault::Credential>(std::move(removed));
    });
}

void UndoableRemoval::remember(const vault::Credential &removed)
{
    if (isPending())
        expire();
    m_id = removed.id;
    m_timer.start();
}

base::Async<vault::Credential> UndoableRemoval::undo()
{
    m_timer.stop();
    const QUuid id = std::exchange(m_id, QUuid());
    return id.isNull() ? base::readyError<vault::Credential>(base::ErrorCode::NotFound) : m_removals.undo(id);
}

void UndoableRemoval::expire()
{
    m_timer.stop();
    // What cannot be deleted now is deleted when the vault is next opened for long.
    base::whenDone(m_removals.purge(std::exchange(m_id, QUuid())), this, [](const base::Result<service::Done> &) {});
    Q_EMIT timeIsOver();
}

} // namespace presentation
