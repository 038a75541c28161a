// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/walletprobe.h"

#include "keychain/servicecall.h"

#include <QDBusMessage>
#include <QStringList>

namespace keychain {

using base::Async;
using vault::ports::KeychainState;

namespace {

ServiceMethod method(const WalletService &wallet, const QString &name)
{
    return {wallet.service, wallet.path, QStringLiteral("org.kde.KWallet"), name};
}

ServiceView viewOf(KeychainState state)
{
    ServiceView view;
    view.state = state;
    view.backend = QStringLiteral("KWallet");
    view.searchable = false;
    return view;
}

// The variables that QtKeychain 0.13 looks at, in its order.
bool isKde()
{
    const QByteArray desktop = qgetenv("XDG_CURRENT_DESKTOP");
    if (desktop == "KDE")
        return true;
    if (desktop == "GNOME" || desktop == "Unity")
        return false;
    const QByteArray session = qgetenv("DESKTOP_SESSION");
    if (session == "kde")
        return true;
    const bool other = session == "gnome" || session.contains("xfce") || session == "xubuntu"
        || !qEnvironmentVariableIsEmpty("GNOME_DESKTOP_SESSION_ID");
    return !other && !qEnvironmentVariableIsEmpty("KDE_FULL_SESSION");
}

} // namespace

std::optional<WalletService> preferredWallet()
{
    if (!isKde())
        return std::nullopt;
    const QByteArray version = qgetenv("KDE_SESSION_VERSION");
    if (version == "5")
        return WalletService{QStringLiteral("org.kde.kwalletd5"), QStringLiteral("/modules/kwalletd5")};
    if (version == "6" && LATCHKEY_QTKEYCHAIN_KNOWS_KWALLET6 != 0)
        return WalletService{QStringLiteral("org.kde.kwalletd6"), QStringLiteral("/modules/kwalletd6")};
    return std::nullopt;
}

Async<ServiceView> lookAtWallet(const QDBusConnection &bus, const WalletService &wallet, QDeadlineTimer until,
                                QObject *context)
{
    const auto ask = [bus, wallet, until, context](const QString &name, const QVariantList &arguments) {
        return callService(bus, method(wallet, name), arguments, until, context);
    };
    return base::chain(ask(QStringLiteral("networkWallet"), {}), context, [ask, context](const QDBusMessage &named) {
        const QString wanted = named.arguments().value(0).toString();
        return base::chain(
            ask(QStringLiteral("isOpen"), {wanted}), context, [ask, context, wanted](const QDBusMessage &open) {
                if (open.arguments().value(0).toBool())
                    return base::ready<ServiceView>(viewOf(KeychainState::Ready));
                return base::chain(ask(QStringLiteral("wallets"), {}), context, [wanted](const QDBusMessage &listed) {
                    const bool exists = listed.arguments().value(0).toStringList().contains(wanted);
                    return base::ready<ServiceView>(viewOf(exists ? KeychainState::Locked : KeychainState::NoCollection));
                });
            });
    });
}

} // namespace keychain
