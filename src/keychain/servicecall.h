// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDeadlineTimer>
#include <QObject>
#include <QString>
#include <QVariantList>

namespace keychain {

/// One method of one object on a bus.
struct ServiceMethod {
    QString service;
    QString path;
    QString interface;
    QString name;
};

/// Calls without blocking. Errors: KeychainTimeout (no reply before `until`), KeychainUnavailable (no such service, or
/// anything else that the service or the bus said), NotFound (the service knows no such object).
[[nodiscard]] base::Async<QDBusMessage> callService(const QDBusConnection &bus, const ServiceMethod &method,
                                                    const QVariantList &arguments, QDeadlineTimer until, QObject *context);

} // namespace keychain
