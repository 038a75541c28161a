// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lockshortcut.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace widgets {

bool LockShortcut::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_L || key->modifiers() != Qt::ControlModifier)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress && !key->isAutoRepeat()) {
        // Popups hold the keyboard: they go first.
        while (QWidget *popup = QApplication::activePopupWidget()) {
            if (!popup->close())
                break;
        }
        Q_EMIT triggered();
    }
    event->accept();
    return true;
}

} // namespace widgets
