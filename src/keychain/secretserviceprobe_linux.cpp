// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/secretserviceprobe.h"

#include "keychain/qtkeychainjobs.h"
#include "keychain/servicecall.h"
#include "keychain/walletprobe.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QMap>
#include <QStringList>

#include <memory>

namespace keychain {

using base::Async;
using base::ErrorCode;
using vault::ports::KeychainState;

namespace {

const auto kSecrets = QLatin1StringView("org.freedesktop.secrets");

ServiceView viewOf(KeychainState state, const QString &detail = {})
{
    ServiceView view;
    view.state = state;
    view.backend = QStringLiteral("Secret Service");
    view.detail = detail;
    return view;
}

KeychainState stateOfFailure(ErrorCode code, KeychainState whenUnavailable)
{
    return code == ErrorCode::KeychainTimeout ? KeychainState::NoAnswer : whenUnavailable;
}

/// Runs `fn(Error) -> Async<T>` in place of a failure; the counterpart of base::chain.
template<typename T, typename Fn>
Async<T> recover(const Async<T> &future, QObject *context, Fn fn)
{
    auto promise = std::make_shared<QPromise<base::Result<T>>>();
    promise->start();
    Async<T> out = promise->future();
    base::whenDone(future, context, [promise, context, fn = std::move(fn)](base::Result<T> value) mutable {
        if (value || value.error().code == ErrorCode::Cancelled) {
            promise->addResult(std::move(value));
            promise->finish();
            return;
        }
        base::whenDone(fn(std::move(value).error()), context, [promise](base::Result<T> other) {
            promise->addResult(std::move(other));
            promise->finish();
        });
    });
    return out;
}

// a{ss}, written out by hand because the type's registration would be process-wide.
QVariant stringMap(const QMap<QString, QString> &map)
{
    QDBusArgument argument;
    argument.beginMap(QMetaType::fromType<QString>(), QMetaType::fromType<QString>());
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        argument.beginMapEntry();
        argument << it.key() << it.value();
        argument.endMapEntry();
    }
    argument.endMap();
    return QVariant::fromValue(argument);
}

std::size_t countPaths(const QVariant &argument)
{
    return static_cast<std::size_t>(qdbus_cast<QList<QDBusObjectPath>>(argument).size());
}

} // namespace

SecretServiceProbe::SecretServiceProbe(QObject *parent) : QObject(parent)
{
}

Async<ServiceView> SecretServiceProbe::look(const QString &name, QDeadlineTimer until)
{
    const Request request{name, until};
    // The state is known at the first step that fails: no bus here, no service below.
    auto opened = recover(
        base::chain(m_bus.open(until), this, [](bool) { return base::ready<ServiceView>(viewOf(KeychainState::Ready)); }),
        this, [](const base::Error &error) {
            return base::ready<ServiceView>(viewOf(stateOfFailure(error.code, KeychainState::NoBus), error.detail));
        });
    return base::chain(opened, this, [this, request](ServiceView view) {
        if (view.state != KeychainState::Ready)
            return base::ready<ServiceView>(std::move(view));
        return lookAtBackend(request);
    });
}

Async<ServiceView> SecretServiceProbe::lookAtBackend(const Request &request)
{
    const auto wallet = preferredWallet();
    if (!wallet)
        return lookAtService(request);
    return recover(lookAtWallet(m_bus.connection(), *wallet, request.until, this), this,
                   [this, request](const base::Error &error) {
                       if (error.code != ErrorCode::KeychainTimeout)
                           return lookAtService(request);
                       ServiceView view = viewOf(KeychainState::NoAnswer, error.detail);
                       view.backend = QStringLiteral("KWallet");
                       view.searchable = false;
                       return base::ready<ServiceView>(std::move(view));
                   });
}

Async<ServiceView> SecretServiceProbe::lookAtService(const Request &request)
{
    auto seen = base::chain(requireService(request), this, [this, request](bool) { return lookAtCollection(request); });
    auto searched = base::chain(seen, this, [this, request](ServiceView view) {
        if (request.name.isEmpty())
            return base::ready<ServiceView>(std::move(view));
        return lookForItems(request, std::move(view));
    });
    return recover(searched, this, [](const base::Error &error) {
        return base::ready<ServiceView>(viewOf(stateOfFailure(error.code, KeychainState::NoService), error.detail));
    });
}

Async<bool> SecretServiceProbe::requireService(const Request &request)
{
    return base::chain(askBus(request, QStringLiteral("NameHasOwner"), {QString(kSecrets)}), this,
                       [this, request](const QDBusMessage &owned) {
                           if (owned.arguments().value(0).toBool())
                               return base::ready<bool>(true);
                           return base::chain(askBus(request, QStringLiteral("ListActivatableNames"), {}), this,
                                              [](const QDBusMessage &names) {
                                                  if (names.arguments().value(0).toStringList().contains(kSecrets))
                                                      return base::ready<bool>(true);
                                                  return base::readyError<bool>(
                                                      ErrorCode::KeychainUnavailable,
                                                      QStringLiteral("no secret service on the session bus"));
                                              });
                       });
}

Async<ServiceView> SecretServiceProbe::lookAtCollection(const Request &request)
{
    return base::chain(
        askService(request, QStringLiteral("ReadAlias"), {QStringLiteral("default")}), this,
        [this, request](const QDBusMessage &alias) {
            const QString path = alias.arguments().value(0).value<QDBusObjectPath>().path();
            const ServiceView none = viewOf(KeychainState::NoCollection, QStringLiteral("no keyring has been made yet"));
            if (path.isEmpty() || path == QLatin1StringView("/"))
                return base::ready<ServiceView>(none);
            const ServiceMethod get{kSecrets, path, QStringLiteral("org.freedesktop.DBus.Properties"),
                                    QStringLiteral("Get")};
            const QVariantList property{QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")};
            auto state = base::chain(
                callService(m_bus.connection(), get, property, request.until, this), this, [](const QDBusMessage &value) {
                    const bool locked = value.arguments().value(0).value<QDBusVariant>().variant().toBool();
                    return base::ready<ServiceView>(viewOf(locked ? KeychainState::Locked : KeychainState::Ready));
                });
            return recover(state, this, [none](const base::Error &error) {
                // An alias may outlive the keyring it names.
                return error.code == ErrorCode::NotFound ? base::ready<ServiceView>(none)
                                                         : base::readyError<ServiceView>(error.code, error.detail);
            });
        });
}

Async<ServiceView> SecretServiceProbe::lookForItems(const Request &request, ServiceView view)
{
    // QtKeychain's libsecret schema has user = key and server = service. Its third attribute (type) and the schema's name are
    // left out: an entry that matches these two is never to be written over, whoever made it.
    const QVariant attributes = stringMap({{QStringLiteral("user"), request.name},
                                           {QStringLiteral("server"), QString(kKeychainService)}});
    return base::chain(askService(request, QStringLiteral("SearchItems"), {attributes}), this,
                       [view = std::move(view)](const QDBusMessage &found) mutable {
                           view.unlockedItems = countPaths(found.arguments().value(0));
                           view.lockedItems = countPaths(found.arguments().value(1));
                           return base::ready<ServiceView>(std::move(view));
                       });
}

Async<QDBusMessage> SecretServiceProbe::askBus(const Request &request, const QString &method, const QVariantList &arguments)
{
    const QString bus = QStringLiteral("org.freedesktop.DBus");
    return callService(m_bus.connection(), {bus, QStringLiteral("/org/freedesktop/DBus"), bus, method}, arguments,
                       request.until, this);
}

Async<QDBusMessage> SecretServiceProbe::askService(const Request &request, const QString &method,
                                                   const QVariantList &arguments)
{
    return callService(m_bus.connection(),
                       {kSecrets, QStringLiteral("/org/freedesktop/secrets"),
                        QStringLiteral("org.freedesktop.Secret.Service"), method},
                       arguments, request.until, this);
}

} // namespace keychain
