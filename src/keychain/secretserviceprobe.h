// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/serviceprobe.h"
#include "keychain/sessionbus.h"

#include <QDBusMessage>
#include <QObject>

namespace keychain {

/// Looks at the freedesktop.org Secret Service (or, on a KDE desktop, at KWallet) over a private connection to the session
/// bus, with methods that never prompt. Source: Secret Service API Draft, specifications.freedesktop.org/secret-service.
/// Starts the service when the bus can activate it. Lives in one thread with an event loop.
class SecretServiceProbe final : public QObject, public ServiceProbe {
    Q_OBJECT
public:
    explicit SecretServiceProbe(QObject *parent = nullptr);

    [[nodiscard]] base::Async<ServiceView> look(const QString &name, QDeadlineTimer until) override;

private:
    struct Request {
        QString name;
        QDeadlineTimer until;
    };
    [[nodiscard]] base::Async<ServiceView> lookAtBackend(const Request &request);
    [[nodiscard]] base::Async<ServiceView> lookAtService(const Request &request);
    [[nodiscard]] base::Async<bool> requireService(const Request &request);
    [[nodiscard]] base::Async<ServiceView> lookAtCollection(const Request &request);
    [[nodiscard]] base::Async<ServiceView> lookForItems(const Request &request, ServiceView view);
    [[nodiscard]] base::Async<QDBusMessage> askBus(const Request &request, const QString &method,
                                                   const QVariantList &arguments);
    [[nodiscard]] base::Async<QDBusMessage> askService(const Request &request, const QString &method,
                                                       const QVariantList &arguments);

    SessionBus m_bus;
};

} // namespace keychain
