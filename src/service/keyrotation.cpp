// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/keyrotation.h"

#include "service/keychaincleanup.h"
#include "service/keyslots.h"

namespace service {

namespace {

constexpr std::size_t kHalfBytes = 32;
/// A lock may be wanted any moment, and stands in line behind this.
constexpr std::chrono::milliseconds kKdfPatience = std::chrono::seconds(3);

} // namespace

struct KeyRotation::Work {
    RotationRequest request;
    QUuid vault;
    vault::RotationInput input;
    vault::RotationPlan plan;
    vault::RotationOutcome outcome;
    QStringList newEntries; ///< in the keychain by now
    std::atomic_bool wanted = true;
};

KeyRotation::KeyRotation(VaultHost &host, HostPorts ports, Caller caller, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_ports(ports)
    , m_caller(std::move(caller))
{
    connect(&m_host, &VaultHost::stateChanged, this, [this] {
        const auto work = m_work.lock();
        if (work && m_host.state() != LockState::Unlocked)
            work->wanted = false;
    });
}

KeyRotation::~KeyRotation()
{
    if (const auto work = m_work.lock())
        work->wanted = false;
}

void KeyRotation::cancel()
{
    if (const auto work = m_work.lock())
        work->wanted = false;
}

base::Async<RotationResult> KeyRotation::rotate(RotationRequest request)
{
    if (m_work.lock())
        return base::readyError<RotationResult>(base::ErrorCode::Busy);
    auto work = std::make_shared<Work>();
    m_work = work;
    work->request = std::move(request);
    work->input.passphrases = std::move(work->request.passphrases);
    for (base::SecretBytes &passphrase : work->input.passphrases)
        passphrase.maskInLogs();
    work->input.drop = work->request.drop;
    work->input.mustProve = asksCurrentPassphrase(m_host);

    const auto planned = base::chain(m_host.keySlots(), this, [this, work](const QList<vault::SlotInfo> &all) {
        QList<QUuid> halves;
        for (const vault::SlotInfo &slot : all) {
            if (!vault::needsKeychain(slot.kind) || work->input.drop.contains(slot.id))
                continue;
            if (!work->request.useKeychain)
                return base::readyError<Done>(base::ErrorCode::KeychainUnavailable);
            if (vault::needsPassphrase(slot.kind))
                halves << slot.id;
        }
        const auto identified = m_host.withSession([](vault::Session &session) -> base::Result<QUuid> {
            return session.keys().vault();
        });
        return base::chain(identified, this, [this, work, halves](const QUuid &vaultId) {
            work->vault = vaultId;
            return base::chain(readHalves(work, halves), this, [this, work](Done) { return plan(work); });
        });
    });
    const auto kept = base::chain(planned, this, [this, work](Done) { return keepHalves(work, 0); });
    const auto rotated = base::chain(kept, this, [this, work](Done) { return run(work); });
    auto promise = std::make_shared<QPromise<base::Result<RotationResult>>>();
    promise->start();
    base::whenDone(rotated, this, [this, work, promise](const base::Result<Done> &done) {
        if (!done) {
            m_work.reset(); // whoever gets the answer may ask again at once
            forgetEntries(work->newEntries, m_ports.keychain, &m_host);
            promise->addResult(std::unexpected(done.error()));
            promise->finish();
            return;
        }
        base::whenDone(finish(work), this, [this, promise](base::Result<RotationResult> result) {
            m_work.reset();
            promise->addResult(std::move(result));
            promise->finish();
        });
    });
    return promise->future();
}

base::Async<Done> KeyRotation::readHalves(const std::shared_ptr<Work> &work, QList<QUuid> slotIds)
{
    if (slotIds.isEmpty())
        return base::ready<Done>(Done{});
    const QUuid id = slotIds.takeFirst();
    const auto read = m_ports.keychain.read(vault::KeySlot::keychainName(work->vault, id), true);
    return base::chain(read, this, [this, work, slotIds, id](base::SecretBytes half) {
        work->input.keychainSecrets.emplace(id, std::move(half));
        return readHalves(work, slotIds);
    });
}

base::Async<Done> KeyRotation::plan(const std::shared_ptr<Work> &work)
{
    return m_host.withSession([this, work](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_TRY(const std::shared_ptr<void> turn, m_ports.kdfGate.enter(kKdfPatience));
        work->input.availableMemoryKiB = m_ports.kdfGate.availableMemoryKiB();
        LATCHKEY_TRY(work->plan, vault::Rotation(session, m_caller.program).plan(work->input));
        return Done{};
    });
}

base::Async<Done> KeyRotation::keepHalves(const std::shared_ptr<Work> &work, std::size_t index)
{
    std::vector<vault::KeptSlot> &kept = work->plan.kept;
    while (index < kept.size() && !vault::needsKeychain(kept[index].slot.kind))
        ++index;
    if (index == kept.size())
        return base::ready<Done>(Done{});
    vault::KeptSlot &slot = kept[index];
    auto id = base::newUuid(m_ports.environment.random);
    auto half = base::newSecret(m_ports.environment.random, kHalfBytes);
    if (!id || !half)
        return base::ready<Done>(std::unexpected(id ? half.error() : id.error()));
    slot.newId = *id;
    slot.newHalf = *std::move(half);
    const QString name = vault::KeySlot::keychainName(work->vault, slot.newId);
    // Noted before the answer: a write whose answer failed may have kept it all the same.
    work->newEntries << name;
    return base::chain(keepHalf(m_ports.keychain, name, slot.newHalf, this), this,
                       [this, work, index](Done) { return keepHalves(work, index + 1); });
}

base::Async<Done> KeyRotation::run(const std::shared_ptr<Work> &work)
{
    return m_host.withSession([this, work](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_TRY(std::shared_ptr<void> turn, m_ports.kdfGate.enter(kKdfPatience));
        if (!work->wanted)
            return base::fail(base::ErrorCode::Cancelled);
        vault::RotationOrder order;
        order.deliver = work->request.deliverRecoveryKey;
        order.keysDerived = [&turn] { turn.reset(); }; // nobody else should wait for a person who types, or for the rows
        order.isWanted = [work] { return work->wanted.load(); };
        LATCHKEY_TRY(work->outcome, vault::Rotation(session, m_caller.program).run(work->plan, order));
        return Done{};
    });
}

base::Async<RotationResult> KeyRotation::finish(const std::shared_ptr<Work> &work)
{
    m_host.notifyChanged();
    RotationResult result{work->outcome.gen, work->plan.dropped, 0};
    if (work->outcome.oldKeychainEntries.isEmpty() || !work->request.useKeychain) {
        result.entriesLeft = static_cast<int>(work->outcome.oldKeychainEntries.size());
        return base::ready<RotationResult>(std::move(result));
    }
    auto promise = std::make_shared<QPromise<base::Result<RotationResult>>>();
    promise->start();
    // The vault has its new key; what became of the old entries is no reason to call that a failure.
    base::whenDone(cleanKeychain(m_host, m_ports.keychain, m_caller.program), this,
                   [promise, result](const base::Result<int> &left) mutable {
                       result.entriesLeft = left.value_or(1);
                       promise->addResult(std::move(result));
                       promise->finish();
                   });
    return promise->future();
}

} // namespace service
