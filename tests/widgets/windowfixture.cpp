// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace windowtest {

namespace {

template<typename T>
T mustHave(base::Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(vaulttest::describe(result.error())));
    return *std::move(result);
}

} // namespace

WindowBench::WindowBench(Begin begin, vault::ports::KeySlotSecretStore *keychain)
{
    if (begin == Begin::WithVault)
        static_cast<void>(home.create()); // locked again at once: the window opens it by itself
    if (keychain == nullptr)
        keychain = &noKeychain;
    const service::HostPorts ports{home.environment(), *keychain, gate};
    host = std::make_unique<service::VaultHost>(ports, home.path());
    catalogue = std::make_unique<exchange::ExchangeCatalogue>(mustHave(exchange::ExchangeCatalogue::load()));
    auto probe = std::make_unique<servicetest::FakeProbe>();
    bitget = probe.get();
    probes.emplace(QStringLiteral("bitget"), std::move(probe));
    exchanges = std::make_unique<service::Exchanges>(service::Exchanges::Parts{
        *host, *catalogue, probes, {QStringLiteral("test")}});
    integrity = std::make_unique<service::Integrity>(*host);
    diagnostics = std::make_unique<service::Diagnostics>(*host, [this] { return facts; });
    keySlots = std::make_unique<service::KeySlots>(*host, ports, service::Caller{QStringLiteral("test")});
    rotation = std::make_unique<service::KeyRotation>(*host, ports, service::Caller{QStringLiteral("test")});
    presenter = std::make_unique<presentation::VaultPresenter>(presentation::VaultPresenter::Parts{
        *host, *exchanges, *integrity, *diagnostics, home.random, *keySlots, *rotation});
    window = std::make_unique<widgets::MainWindow>(*presenter);
}

void WindowBench::unlock()
{
    service::WaysIn ways;
    ways.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    ways.useKeychain = false;
    static_cast<void>(mustHave(testsupport::await(host->unlock(std::move(ways)))));
}

void WindowBench::lock()
{
    static_cast<void>(mustHave(testsupport::await(host->lock(service::LockReason::User))));
}

void WindowBench::addAccount(const QString &what)
{
    bitget->answer = servicetest::report(what);
    static_cast<void>(mustHave(testsupport::await(exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {},
                                                                 servicetest::bitgetFields()))));
}

QLineEdit *innerOf(const QWidget &parent, const char *name)
{
    return child<QLineEdit>(*child<QWidget>(parent, name), "secret");
}

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

QPushButton *visibleButton(const QWidget &parent, const QString &text)
{
    const QList<QPushButton *> all = parent.findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(all, [&](const QPushButton *button) {
        return button->isVisible() && withoutMnemonic(button->text()) == text;
    });
    return found == all.end() ? nullptr : *found;
}

} // namespace windowtest
