// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/servicecall.h"

#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>

#include <algorithm>
#include <limits>
#include <memory>

namespace keychain {

namespace {

using base::ErrorCode;

ErrorCode codeOf(const QString &errorName)
{
    const auto is = [&](const char *name) { return errorName == QLatin1StringView(name); };
    if (is("org.freedesktop.DBus.Error.NoReply") || is("org.freedesktop.DBus.Error.Timeout")
        || is("org.freedesktop.DBus.Error.TimedOut"))
        return ErrorCode::KeychainTimeout;
    if (is("org.freedesktop.DBus.Error.UnknownObject") || is("org.freedesktop.Secret.Error.NoSuchObject")
        || is("org.freedesktop.DBus.Error.UnknownMethod")) // gnome-keyring says this of a collection that is gone
        return ErrorCode::NotFound;
    return ErrorCode::KeychainUnavailable;
}

base::Result<QDBusMessage> resultOf(const QDBusMessage &reply)
{
    if (reply.type() == QDBusMessage::ReplyMessage)
        return reply;
    return base::fail(codeOf(reply.errorName()), reply.errorName() + QStringLiteral(": ") + reply.errorMessage());
}

} // namespace

base::Async<QDBusMessage> callService(const QDBusConnection &bus, const ServiceMethod &method, const QVariantList &arguments,
                                      QDeadlineTimer until, QObject *context)
{
    const qint64 left = until.remainingTime(); // -1: for ever, which nobody here asks for
    if (left == 0)
        return base::readyError<QDBusMessage>(ErrorCode::KeychainTimeout, QStringLiteral("no time left"));
    QDBusMessage message = QDBusMessage::createMethodCall(method.service, method.path, method.interface, method.name);
    message.setArguments(arguments);
    const int timeout = static_cast<int>(std::clamp<qint64>(left, 1, std::numeric_limits<int>::max() - 1));

    auto promise = std::make_shared<QPromise<base::Result<QDBusMessage>>>();
    promise->start();
    base::Async<QDBusMessage> out = promise->future();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, timeout), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [promise](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        promise->addResult(resultOf(done->reply()));
        promise->finish();
    });
    return out;
}

} // namespace keychain
