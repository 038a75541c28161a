// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/initcommand.h"

#include "cli/composition.h"
#include "cli/recoverykeydelivery.h"
#include "cli/syntax.h"
#include "cli/waysin.h"

#include <array>

namespace cli {

namespace {

constexpr std::array kMethods{vault::SlotKind::Passphrase, vault::SlotKind::Keychain, vault::SlotKind::PassphraseKeychain};

} // namespace

void InitCommand::declare(Syntax &syntax)
{
    syntax.option("--method METHOD", m_method, "passphrase, keychain or passphrase+keychain");
    syntax.footer("Without --method: passphrase+keychain. A recovery key is made as well; it is shown on the terminal, or\n"
                  "written to the file named by --recovery-key-out.");
}

base::Result<std::optional<vault::SlotKind>> InitCommand::method() const
{
    if (m_method.isEmpty())
        return std::optional<vault::SlotKind>();
    for (const vault::SlotKind kind : kMethods) {
        if (vault::slotKindName(kind) == m_method)
            return std::optional(kind);
    }
    return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--method"));
}

base::Async<service::Done> InitCommand::checkKeychain(Composition &parts, bool methodGiven)
{
    if (methodGiven || parts.options().noKeychain)
        return base::ready<service::Done>(service::Done{});
    return base::chain(parts.host().keychainStatus(), this, [](const vault::ports::KeychainStatus &status) {
        using State = vault::ports::KeychainState;
        if (status.state == State::Ready)
            return base::ready<service::Done>(service::Done{});
        const bool locked = status.state == State::Locked;
        const auto code = locked ? base::ErrorCode::KeychainLocked : base::ErrorCode::KeychainUnavailable;
        return base::readyError<service::Done>(code, QStringLiteral("new_vault"));
    });
}

base::Result<service::NewVault> InitCommand::request(Composition &parts)
{
    service::NewVault vault;
    vault.useKeychain = !parts.options().noKeychain;
    LATCHKEY_TRY(vault.method, method());
    if (vault.method == vault::SlotKind::Keychain)
        return vault;
    LATCHKEY_TRY(auto given, WaysInReader(parts.options()).givenPassphrase());
    if (given) {
        vault.passphrase = *std::move(given);
    } else {
        LATCHKEY_TRY(vault.passphrase, WaysInReader::askNewPassphrase());
    }
    m_warning = weakPassphraseWarning(vault.passphrase);
    if (!m_warning.isEmpty())
        parts.output().note(QStringLiteral("latchkey: ") + m_warning);
    return vault;
}

base::Async<int> InitCommand::run(Composition &parts)
{
    const auto wanted = method();
    if (!wanted)
        return base::ready<int>(std::unexpected(wanted.error()));
    if (parts.host().state() != service::LockState::NotInitialized)
        return base::readyError<int>(base::ErrorCode::AlreadyExists, parts.paths().vaultFile);
    auto delivery = RecoveryKeyDelivery::prepare(parts.options().recoveryKeyOut, parts.random());
    if (!delivery)
        return base::ready<int>(std::unexpected(delivery.error()));
    return base::chain(checkKeychain(parts, wanted->has_value()), this,
                       [this, &parts, delivery = *std::move(delivery)](service::Done) { return create(parts, delivery); });
}

base::Async<int> InitCommand::create(Composition &parts, const RecoveryKeyDelivery &delivery)
{
    auto vault = request(parts);
    if (!vault)
        return base::ready<int>(std::unexpected(vault.error()));
    vault->deliverRecoveryKey = delivery.function();
    auto promise = std::make_shared<QPromise<base::Result<int>>>();
    promise->start();
    base::whenDone(parts.host().create(*std::move(vault)), this,
                   [this, &parts, promise, delivery](base::Result<service::Done> done) {
                       if (!done)
                           delivery.undo();
                       promise->addResult(done ? base::Result<int>(report(parts)) : std::unexpected(done.error()));
                       promise->finish();
                   });
    return promise->future();
}

int InitCommand::report(Composition &parts) const
{
    Output &out = parts.output();
    const QString file = parts.options().recoveryKeyOut;
    const auto &slot = parts.host().openedBy();
    const QString kind = slot ? vault::slotKindName(slot->kind) : QString();
    QJsonObject made{{QStringLiteral("vault"), parts.paths().vaultFile},
                     {QStringLiteral("method"), kind},
                     {QStringLiteral("recovery_key_file"), file.isEmpty() ? QJsonValue() : QJsonValue(file)},
                     {QStringLiteral("warnings"), m_warning.isEmpty() ? QJsonArray() : QJsonArray{m_warning}}};
    out.document(made);
    out.line(QStringLiteral("The vault was created: %1").arg(parts.paths().vaultFile));
    if (!file.isEmpty())
        out.line(QStringLiteral("The recovery key is in %1. Move it off this computer.").arg(file));
    out.line(QStringLiteral("Next: latchkey exchange add bitget main"));
    return 0;
}

} // namespace cli
