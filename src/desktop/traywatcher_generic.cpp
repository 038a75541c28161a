// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/traywatcher.h"

namespace desktop {

struct TrayWatcher::Private {};

TrayWatcher::TrayWatcher(QObject *parent) : QObject(parent), m_d(std::make_unique<Private>())
{
}

TrayWatcher::~TrayWatcher() = default;

void TrayWatcher::announce()
{
    Q_EMIT available();
}

// Windows and macOS always have one.
void TrayWatcher::start()
{
    QTimer::singleShot(0, this, &TrayWatcher::announce);
}

} // namespace desktop
