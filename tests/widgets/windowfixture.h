// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"
#include "service/servicefixture.h"
#include "widgets/mainwindow.h"

class QLineEdit;
class QPushButton;

namespace windowtest {

/// The window over a real vault in a temporary folder, without a keychain, with a played exchange.
class WindowBench final {
public:
    enum class Begin { WithoutVault, WithVault };

    /// With a `keychain`, which outlives the bench, the window uses that one.
    explicit WindowBench(Begin begin, vault::ports::KeySlotSecretStore *keychain = nullptr);
    Q_DISABLE_COPY_MOVE(WindowBench)

    /// Opens the vault past the window; ends the test program when that fails.
    void unlock();
    void lock();
    /// Stores bitget/main past the window; `what` as in servicetest::report().
    void addAccount(const QString &what);

    vaulttest::Home home;
    servicetest::OpenGate gate;
    keychain::DisabledKeychain noKeychain;
    std::unique_ptr<service::VaultHost> host;
    std::unique_ptr<exchange::ExchangeCatalogue> catalogue;
    exchange::ProbeMap probes;
    servicetest::FakeProbe *bitget = nullptr;
    std::unique_ptr<service::Exchanges> exchanges;
    std::unique_ptr<service::Integrity> integrity;
    service::ports::SystemFacts facts; ///< what the About page is told
    std::unique_ptr<service::Diagnostics> diagnostics;
    std::unique_ptr<service::KeySlots> keySlots;
    std::unique_ptr<service::KeyRotation> rotation;
    std::unique_ptr<presentation::VaultPresenter> presenter;
    std::unique_ptr<widgets::MainWindow> window;
};

/// The child of this class and object name; ends the test program when there is none.
template<typename T>
[[nodiscard]] T *child(const QWidget &parent, const char *name)
{
    T *found = parent.findChild<T *>(QString::fromLatin1(name));
    if (found == nullptr)
        qFatal("there is no %s", name);
    return found;
}

/// The line edit inside a SecretLineEdit; a new one after each take() and wipe().
[[nodiscard]] QLineEdit *innerOf(const QWidget &parent, const char *name);
/// The visible button whose text, without its mnemonic, is this; nullptr when there is none.
[[nodiscard]] QPushButton *visibleButton(const QWidget &parent, const QString &text);
[[nodiscard]] QString withoutMnemonic(QString text);

} // namespace windowtest
