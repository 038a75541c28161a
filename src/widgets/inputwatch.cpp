// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inputwatch.h"

#include <QEvent>

namespace widgets {

bool InputWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        if (watched->isWindowType()) // once, before it goes to the widgets
            Q_EMIT used();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace widgets
