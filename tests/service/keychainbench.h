// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/playedkeychain.h"
#include "service/servicefixture.h"
#include "vault/cleanuplist.h"
#include "vault/rotation.h"

namespace servicetest {

/// An open vault of passphrase and keychain, with the played keychain that holds its half; a second way in is added on demand.
/// Its slots are as cheap as the format allows.
class KeychainBench final {
public:
    explicit KeychainBench(vault::SlotKind method = vault::SlotKind::PassphraseKeychain)
    {
        vault::CreateRequest request = home.request(method);
        if (vault::needsKeychain(method))
            static_cast<void>(keychain.write(entryOf(home.slotId), vaulttest::secret(vaulttest::Home::kKeychainSecret)));
        vault::Vault vault(home.environment(), home.path());
        if (!vault.create(request))
            qFatal("no vault");
        vault.lock();
        host = std::make_unique<service::VaultHost>(ports(), home.path());
    }
    [[nodiscard]] service::HostPorts ports() { return {home.environment(), keychain, gate}; }
    [[nodiscard]] QString entryOf(const QUuid &slot) const { return vault::KeySlot::keychainName(home.vaultId, slot); }
    [[nodiscard]] base::Result<vault::SlotInfo> unlock(std::string_view passphrase = vaulttest::Home::kPassphrase,
                                                       bool interactive = false)
    {
        service::WaysIn ways;
        ways.passphrase = vaulttest::secret(passphrase);
        ways.interactive = interactive;
        return testsupport::await(host->unlock(std::move(ways)));
    }
    [[nodiscard]] base::Result<vault::SlotInfo> unlockByPaper(const QByteArray &text)
    {
        service::WaysIn ways;
        ways.recoveryKey = vaulttest::secret(text.toStdString());
        return testsupport::await(host->unlock(std::move(ways)));
    }
    [[nodiscard]] QStringList cleanup()
    {
        const auto names = testsupport::await(host->withSession([](vault::Session &session) {
            return vault::CleanupList(session).names();
        }));
        return names.value_or(QStringList{QStringLiteral("<locked>")});
    }
    [[nodiscard]] QStringList kinds()
    {
        const auto slots_ = testsupport::await(host->keySlots());
        QStringList out;
        if (slots_) {
            for (const vault::SlotInfo &slot : *slots_)
                out << vault::slotKindName(slot.kind);
        }
        out.sort();
        return out;
    }
    [[nodiscard]] QStringList audit()
    {
        QStringList out;
        const auto read = testsupport::await(host->withSession([&out](vault::Session &session) -> base::Result<bool> {
            LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
                LATCHKEY_TRY(const auto entries, session.audit().list(0, 0));
                for (const vault::AuditEntry &entry : entries)
                    out << entry.event.kind;
                return {};
            }));
            return true;
        }));
        return read ? out : QStringList{base::codeName(read.error().code)};
    }

    vaulttest::Home home;
    OpenGate gate;
    PlayedKeychain keychain;
    std::unique_ptr<service::VaultHost> host;
};

/// Another program gives the vault of `home` a new key; ends the test program when that fails.
inline void rotateElsewhere(vaulttest::Home &home)
{
    auto other = home.open();
    if (!other)
        qFatal("cannot be opened a second time");
    vault::Rotation rotation(vaulttest::sessionOf(**other), QStringLiteral("elsewhere"));
    vault::RotationInput input;
    input.passphrases.push_back(vaulttest::secret(vaulttest::Home::kPassphrase));
    const auto plan = rotation.plan(input);
    vault::RotationOrder order;
    order.kdf = vaulttest::kCheapKdf;
    if (!plan || !rotation.run(*plan, order))
        qFatal("no other key");
}

} // namespace servicetest
