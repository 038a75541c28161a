// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/vaulthost.h"

namespace service {

/// What locking by itself does.
enum class LockAction {
    Everything, ///< keys are wiped, programs stop
    Window,     ///< the window asks again, programs go on
};

/// When Latchkey locks by itself. Kept in the vault, so that nobody loosens it by editing a file.
struct LockSettings {
    static constexpr int kMostIdleMinutes = 24 * 60;
    static constexpr int kMostClipboardSeconds = 600;

    int idleMinutes = 10; ///< without input; 0: never
    bool onScreenLock = true;
    bool onSleep = true;
    bool onUserSwitch = true;
    bool onLid = true;
    LockAction action = LockAction::Everything;
    /// Any program of the session can read the tray's menu; names stand there only while the vault is open, and only with this.
    bool namesInTray = true;

    int clipboardSeconds = 20; ///< for so long a copied secret stays there; at least 1

    friend bool operator==(const LockSettings &, const LockSettings &) = default;
};

/// From the settings of the vault; what is missing or makes no sense has its default.
[[nodiscard]] LockSettings lockSettingsFrom(const QMap<QString, QString> &settings);
/// Whether `to` locks later, less often or less than `from`, or leaves secrets on the clipboard for longer.
[[nodiscard]] bool isWeaker(const LockSettings &from, const LockSettings &to);

/// Reads and changes when the vault locks by itself. Main thread.
class LockPolicy final : public QObject {
    Q_OBJECT

public:
    explicit LockPolicy(VaultHost &host, QObject *parent = nullptr) : QObject(parent), m_host(host) {}

    /// Locked while the vault is.
    [[nodiscard]] base::Async<LockSettings> load();
    /// What weakens the lock takes the passphrase: EmptyField ("passphrase") when it was not given, WrongPassphrase, and
    /// whatever stands in the way of the keychain's half; a vault without a passphrase asks for none. InvalidArgument for an
    /// impossible number of minutes or seconds; Conflict when another program changed the settings meanwhile.
    [[nodiscard]] base::Async<Done> save(const LockSettings &next, base::SecretBytes passphrase);

private:
    [[nodiscard]] base::Async<Done> confirm(const std::shared_ptr<base::SecretBytes> &passphrase);
    [[nodiscard]] base::Async<Done> store(const LockSettings &expected, const LockSettings &next);

    VaultHost &m_host;
};

} // namespace service
