// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lockshortcut.h"

#include <QKeyEvent>

namespace widgets {

bool LockShortcut::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool window = key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (key->key() != Qt::Key_L || (key->modifiers() != Qt::ControlModifier && !window))
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress && !key->isAutoRepeat()) {
        if (window)
            Q_EMIT windowTriggered();
        else
            Q_EMIT triggered();
    }
    event->accept();
    return true;
}

} // namespace widgets
