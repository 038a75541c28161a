// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/keyslots.h"

#include "service/keychaincleanup.h"

#include <algorithm>

namespace service {

namespace {

constexpr std::size_t kHalfBytes = 32;
/// A lock may be wanted any moment, and stands in line behind this.
constexpr std::chrono::milliseconds kKdfPatience = std::chrono::seconds(3);

} // namespace

struct KeySlots::Addition {
    NewWayIn request;
    QUuid id;
    QString entry; ///< in the keychain; empty: none was written
    QString backend;
    base::SecretBytes half;
};

base::Async<Done> proveOwner(VaultHost &host, KeySlots::Current current)
{
    if (!current || !asksCurrentPassphrase(host))
        return base::ready<Done>(Done{});
    auto held = std::make_shared<base::SecretBytes>(*std::move(current));
    return base::chain(host.keySlots(), &host, [&host, held](const QList<vault::SlotInfo> &all) {
        const bool isAsked = std::ranges::any_of(all, &vault::needsPassphrase, &vault::SlotInfo::kind);
        return isAsked ? host.provePassphrase(std::move(*held)) : base::ready<Done>(Done{});
    });
}

base::Async<Done> keepHalf(vault::ports::KeySlotSecretStore &keychain, const QString &name, const base::SecretBytes &half,
                           QObject *context)
{
    auto given = half.clone();
    auto kept = half.clone();
    if (!given || !kept)
        return base::readyError<Done>(base::ErrorCode::OutOfSecureMemory);
    auto expected = std::make_shared<const base::SecretBytes>(*std::move(kept));
    return base::chain(keychain.write(name, *std::move(given)), context, [&keychain, name, expected, context](bool) {
        return base::chain(keychain.read(name, true), context, [expected](const base::SecretBytes &stored) {
            return stored.equals(*expected) ? base::ready<Done>(Done{})
                                            : base::readyError<Done>(base::ErrorCode::KeychainWriteFailed);
        });
    });
}

KeySlots::KeySlots(VaultHost &host, HostPorts ports, Caller caller, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_ports(ports)
    , m_caller(std::move(caller))
{
}

base::Async<vault::SlotInfo> KeySlots::add(NewWayIn request, Current current)
{
    if (vault::needsPassphrase(request.kind) && request.passphrase.isEmpty())
        return base::readyError<vault::SlotInfo>(base::ErrorCode::EmptyField, QStringLiteral("passphrase"));
    if (vault::needsKeychain(request.kind) && !request.useKeychain)
        return base::readyError<vault::SlotInfo>(base::ErrorCode::KeychainUnavailable);
    auto addition = std::make_shared<Addition>();
    addition->request = std::move(request);
    addition->request.passphrase.maskInLogs();
    return base::chain(proveOwner(m_host, std::move(current)), this, [this, addition](Done) {
        auto id = base::newUuid(m_ports.environment.random);
        if (!id)
            return base::ready<vault::SlotInfo>(std::unexpected(id.error()));
        addition->id = *id;
        if (!vault::needsKeychain(addition->request.kind))
            return addWith(addition);
        return base::chain(writeHalf(addition), this, [this, addition](Done) { return addWith(addition); });
    });
}

base::Async<Done> KeySlots::writeHalf(const std::shared_ptr<Addition> &addition)
{
    const auto identified = m_host.withSession([](vault::Session &session) -> base::Result<QUuid> {
        return session.keys().vault();
    });
    return base::chain(identified, this, [this, addition](const QUuid &vaultId) {
        return base::chain(m_host.keychainStatus(), this,
                           [this, addition, vaultId](const vault::ports::KeychainStatus &status) {
                               auto half = base::newSecret(m_ports.environment.random, kHalfBytes);
                               if (!half)
                                   return base::ready<Done>(std::unexpected(half.error()));
                               addition->half = *std::move(half);
                               addition->backend = status.backend;
                               addition->entry = vault::KeySlot::keychainName(vaultId, addition->id);
                               auto promise = std::make_shared<QPromise<base::Result<Done>>>();
                               promise->start();
                               const auto kept = keepHalf(m_ports.keychain, addition->entry, addition->half, this);
                               base::whenDone(kept, this, [this, addition, promise](base::Result<Done> done) {
                                   if (!done)
                                       forgetEntries({addition->entry}, m_ports.keychain, &m_host);
                                   promise->addResult(std::move(done));
                                   promise->finish();
                               });
                               return promise->future();
                           });
    });
}

base::Async<vault::SlotInfo> KeySlots::addWith(const std::shared_ptr<Addition> &addition)
{
    const auto added = m_host.withSession([this, addition](vault::Session &session) -> base::Result<vault::SlotInfo> {
        LATCHKEY_TRY(const std::shared_ptr<void> turn, m_ports.kdfGate.enter(kKdfPatience));
        vault::NewSlot slot;
        slot.id = addition->id;
        slot.kind = addition->request.kind;
        slot.passphrase = &addition->request.passphrase;
        slot.keychainSecret = &addition->half;
        slot.keychainBackend = addition->backend;
        return vault::SlotManager(session, m_caller.program).add(slot);
    });
    auto promise = std::make_shared<QPromise<base::Result<vault::SlotInfo>>>();
    promise->start();
    base::whenDone(added, this, [this, addition, promise](base::Result<vault::SlotInfo> slot) {
        if (!slot && !addition->entry.isEmpty())
            forgetEntries({addition->entry}, m_ports.keychain, &m_host);
        if (slot)
            m_host.notifyChanged();
        promise->addResult(std::move(slot));
        promise->finish();
    });
    return promise->future();
}

base::Async<KeySlots::Removed> KeySlots::remove(const QUuid &id, Current current)
{
    return base::chain(proveOwner(m_host, std::move(current)), this, [this, id](Done) {
        const auto removed = m_host.withSession([this, id](vault::Session &session) {
            return vault::SlotManager(session, m_caller.program).remove(id);
        });
        return base::chain(removed, this, [this](const vault::SlotInfo &slot) {
            m_host.notifyChanged();
            if (!vault::needsKeychain(slot.kind))
                return base::ready<Removed>(Removed{slot, 0});
            auto promise = std::make_shared<QPromise<base::Result<Removed>>>();
            promise->start();
            // The way in is gone; what became of its entry is no reason to call that a failure.
            base::whenDone(cleanKeychain(m_host, m_ports.keychain, m_caller.program), this,
                           [promise, slot](const base::Result<int> &left) {
                               promise->addResult(Removed{slot, left.value_or(1)});
                               promise->finish();
                           });
            return promise->future();
        });
    });
}

base::Async<vault::SlotInfo> KeySlots::renewRecoveryKey(vault::RecoveryKeyDelivery deliver, Current current)
{
    return base::chain(proveOwner(m_host, std::move(current)), this, [this, deliver = std::move(deliver)](Done) {
        const auto renewed = m_host.withSession([this, deliver](vault::Session &session) {
            return vault::SlotManager(session, m_caller.program).renewRecoveryKey(deliver);
        });
        return base::chain(renewed, this, [this](const vault::SlotInfo &slot) {
            m_host.notifyChanged();
            return base::ready<vault::SlotInfo>(slot);
        });
    });
}

} // namespace service
