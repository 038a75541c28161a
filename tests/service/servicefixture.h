// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/disabledkeychain.h"
#include "service/diagnostics.h"
#include "service/exchanges.h"
#include "service/fakeprobe.h"
#include "service/integrity.h"
#include "service/llmsettings.h"
#include "service/secrets.h"
#include "support/await.h"
#include "vault/vaultfixture.h"

namespace servicetest {

/// No limits: key derivation is as cheap as the format allows here.
class OpenGate final : public service::ports::KdfGate {
public:
    [[nodiscard]] base::Result<std::shared_ptr<void>> enter(std::chrono::milliseconds patience) override
    {
        lastPatience = patience;
        return std::make_shared<int>(0);
    }
    [[nodiscard]] std::uint64_t availableMemoryKiB() override { return 0; }

    std::chrono::milliseconds lastPatience{0}; ///< of the last enter(); read it when its answer is here
};

/// An open vault in a temporary folder with the use cases on top of it and a played exchange beside it.
class Bench final {
public:
    Bench();
    Q_DISABLE_COPY_MOVE(Bench)

    /// Opens the vault again; ends the test program when that fails.
    void unlock();
    [[nodiscard]] vault::Credential stored(const QString &name);
    /// "1 previous, 2 current".
    [[nodiscard]] QString versions(const QString &name);
    /// What a program would get for a reference: the value, or the name of the error code.
    [[nodiscard]] QString got(const QString &reference);
    /// Kinds of the audit entries, oldest first.
    [[nodiscard]] QStringList auditKinds();
    /// Stores a plain secret; ends the test program when that fails.
    void putSecret(const QString &name, const QStringList &items);

    vaulttest::Home home;
    OpenGate gate;
    keychain::DisabledKeychain noKeychain;
    std::unique_ptr<service::VaultHost> host;
    std::unique_ptr<exchange::ExchangeCatalogue> catalogue;
    std::unique_ptr<llm::ProviderCatalogue> providers;
    exchange::ProbeMap probes;
    FakeProbe *bitget = nullptr;
    std::unique_ptr<service::Exchanges> exchanges;
    std::unique_ptr<service::Integrity> integrity;
    service::ports::SystemFacts facts; ///< what diagnostics are told of the computer
    std::unique_ptr<service::Diagnostics> diagnostics;
    std::unique_ptr<service::Secrets> secrets;
    std::unique_ptr<service::LlmSettings> llm;
};

/// A Bitget set that looks right; `key` distinguishes one from another.
[[nodiscard]] base::SecretFields bitgetFields(const QString &key = QStringLiteral("bg_0123456789abcdef0123456789abcdef"));
/// A report as Bitget's probe makes it: "works", "withdraw", "unknown", "refused:ip", "unchecked:network"; uid "1".
[[nodiscard]] exchange::CheckReport report(const QString &what, const QString &uid = QStringLiteral("1"));

} // namespace servicetest
