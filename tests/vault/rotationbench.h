// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hookedfile.h"
#include "vault/rotation.h"
#include "vaultfixture.h"

namespace vaulttest {

/// A second value for a keychain's half.
inline constexpr std::string_view kNewHalf = "fedcba9876543210fedcba9876543210";

/// Every table, as the file holds it.
[[nodiscard]] QStringList rowsOf(const QString &path);
/// What a user sees of a vault: credentials, all their versions, reports, settings.
[[nodiscard]] QString everything(vault::Vault &vault);
[[nodiscard]] vault::RotationInput with(std::initializer_list<std::string_view> passphrases);

/// An open vault over a file with hooks, with one of everything in it: destinations, a version that waits with changes of its own,
/// reports, settings, one removed for now. For the tests of Rotation.
class RotationBench {
protected:
    void start();

    [[nodiscard]] vault::Session &session() { return sessionOf(*m_vault); }
    [[nodiscard]] vault::RotationOrder order()
    {
        vault::RotationOrder out;
        out.kdf = kCheapKdf;
        out.deliver = [this](const base::SecretBytes &text) -> base::Result<void> {
            m_delivered = textOf(text);
            return {};
        };
        return out;
    }
    [[nodiscard]] base::Result<vault::RotationOutcome> rotate(vault::RotationInput input)
    {
        vault::Rotation rotation(session(), QStringLiteral("test"));
        LATCHKEY_TRY(const vault::RotationPlan plan, rotation.plan(input));
        return rotation.run(plan, order());
    }
    [[nodiscard]] base::Result<vault::RotationOutcome> rotate() { return rotate(with({Home::kPassphrase})); }
    [[nodiscard]] base::Result<vault::SlotInfo> openBy(const QByteArray &recoveryKey)
    {
        vault::UnlockRequest request;
        request.recoveryKey = secret(recoveryKey.toStdString());
        return m_vault->unlock(request);
    }
    [[nodiscard]] QUuid addSlot(std::string_view passphrase)
    {
        const auto id = base::newUuid(m_home->random);
        const base::SecretBytes text = secret(passphrase);
        vault::NewSlot slot;
        slot.id = *id;
        slot.passphrase = &text;
        slot.kdf = kCheapKdf;
        return vault::SlotManager(session()).add(slot) ? *id : QUuid();
    }

    std::unique_ptr<Home> m_home;
    Hooks m_hooks;
    std::unique_ptr<HookedFileSystem> m_files;
    std::unique_ptr<vault::Vault> m_vault;
    QByteArray m_delivered;
};

} // namespace vaulttest
