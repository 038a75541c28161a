// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/rotation.h"

#include "vault/cleanuplist.h"
#include "vault/credentialrows.h"
#include "vault/rowrewriter.h"
#include "vault/settings.h"

#include <algorithm>
#include <limits>

namespace vault {

namespace {

constexpr std::size_t kVaultKeyBytes = 32;

/// The slots of one moment, whole and as facts.
struct SlotTable {
    HeaderBlock block;
    base::Digest32 headerMac{};
};

base::Result<SlotTable> readTable(Session &session)
{
    SlotTable out;
    LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
        LATCHKEY_CHECK(session.integrity().checkHeader());
        LATCHKEY_TRY(out.block, readHeader(session.slotStore()));
        out.headerMac = session.integrity().root().headerMac;
        return {};
    }));
    return out;
}

/// Finds the passphrase of each slot that takes one.
class PassphraseFinder final {
public:
    PassphraseFinder(const Session &session, const RotationInput &input) : m_session(session), m_input(input) {}

    [[nodiscard]] base::Result<void> take()
    {
        for (const base::SecretBytes &given : m_input.passphrases) {
            LATCHKEY_TRY(base::SecretBytes normal, normalizedPassphrase(given));
            m_passphrases.push_back({std::make_shared<const base::SecretBytes>(std::move(normal)), false});
        }
        return {};
    }
    /// nullptr when none of them opens it.
    [[nodiscard]] base::Result<std::shared_ptr<const base::SecretBytes>> find(const KeySlot &slot)
    {
        SlotInput input;
        if (needsKeychain(slot.info().kind)) {
            const auto half = m_input.keychainSecrets.find(slot.info().id);
            if (half == m_input.keychainSecrets.end())
                return base::fail(base::ErrorCode::KeychainUnavailable, slotKindName(slot.info().kind));
            input.keychainSecret = &half->second;
        }
        if (m_input.availableMemoryKiB > 0)
            LATCHKEY_CHECK(crypto::checkAutomaticLimits(slot.info().kdf, m_input.availableMemoryKiB));
        for (Passphrase &candidate : m_passphrases) {
            input.passphrase = candidate.normal.get();
            const auto opened = slot.unwrap(m_session.keys().vault(), input);
            if (opened && opened->equals(m_session.keys().vaultKey())) {
                candidate.used = true;
                return candidate.normal;
            }
            if (!opened && opened.error().code != base::ErrorCode::WrongPassphrase)
                return std::unexpected(opened.error());
        }
        return std::shared_ptr<const base::SecretBytes>();
    }
    [[nodiscard]] bool allUsed() const { return std::ranges::all_of(m_passphrases, &Passphrase::used); }

private:
    struct Passphrase {
        std::shared_ptr<const base::SecretBytes> normal;
        bool used = false;
    };
    const Session &m_session;
    const RotationInput &m_input;
    std::vector<Passphrase> m_passphrases;
};

template<typename Predicate>
bool hasKind(const QList<SlotInfo> &infos, Predicate predicate)
{
    return std::ranges::any_of(infos, predicate, &SlotInfo::kind);
}

/// What ends is something that may end, and what goes on is enough.
base::Result<void> checkDropped(const QList<SlotInfo> &all, const RotationPlan &plan, const RotationInput &input)
{
    if (plan.dropped.size() != input.drop.size())
        return base::fail(base::ErrorCode::NotFound);
    if (hasKind(plan.dropped, [](SlotKind kind) { return kind == SlotKind::Recovery; }))
        return base::fail(base::ErrorCode::Denied, QStringLiteral("slot_recovery"));
    const bool unknownGoesOn = std::ranges::any_of(all, [&input](const SlotInfo &info) {
        return info.kind == SlotKind::Unknown && !input.drop.contains(info.id);
    });
    if (unknownGoesOn)
        return base::fail(base::ErrorCode::MissingField, QStringLiteral("slot_unknown"));
    if (plan.kept.empty())
        return base::fail(base::ErrorCode::Denied, QStringLiteral("slot_last"));
    return {};
}

} // namespace

struct Rotation::Made {
    Header header; ///< of the new generation
    Keyring keys;
    QList<KeySlot> keySlots;
    base::SecretBytes recoveryText;
};

base::Result<RotationPlan> Rotation::plan(const RotationInput &input)
{
    LATCHKEY_TRY(const SlotTable table, readTable(m_session));
    PassphraseFinder finder(m_session, input);
    LATCHKEY_CHECK(finder.take());
    RotationPlan out;
    out.seen = table.headerMac;
    bool lacksPassphrase = false;
    for (const KeySlot &slot : table.block.keySlots) {
        const SlotInfo &info = slot.info();
        const bool drop = input.drop.contains(info.id);
        const bool canTry = !needsKeychain(info.kind) || input.keychainSecrets.contains(info.id);
        std::shared_ptr<const base::SecretBytes> passphrase;
        if (needsPassphrase(info.kind) && (!drop || canTry)) {
            LATCHKEY_TRY(passphrase, finder.find(slot));
            lacksPassphrase = lacksPassphrase || (!drop && passphrase == nullptr);
        }
        if (!drop && info.kind != SlotKind::Recovery)
            out.kept.push_back({info, passphrase, {}, {}});
    }
    for (const SlotInfo &info : table.block.infos) {
        if (input.drop.contains(info.id))
            out.dropped << info;
    }
    if (!finder.allUsed())
        return base::fail(base::ErrorCode::WrongPassphrase);
    if (lacksPassphrase || (input.mustProve && input.passphrases.empty() && hasKind(table.block.infos, &needsPassphrase)))
        return base::fail(base::ErrorCode::MissingField, QStringLiteral("slot_passphrase"));
    LATCHKEY_CHECK(checkDropped(table.block.infos, out, input));
    return out;
}

base::Result<Rotation::Made> Rotation::makeKeys(const RotationPlan &plan, const crypto::Argon2Params &kdf)
{
    base::RandomSource &random = m_session.random();
    LATCHKEY_TRY(const SlotTable table, readTable(m_session));
    Header header = table.block.header;
    if (header.gen == std::numeric_limits<std::uint32_t>::max())
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("generation"));
    ++header.gen;
    LATCHKEY_TRY(const base::SecretBytes vaultKey, base::newSecret(random, kVaultKeyBytes));
    LATCHKEY_TRY(Keyring keys, Keyring::derive(vaultKey, header.vault, header.gen));
    header.commitment = keys.commitment();
    const std::int64_t now = m_session.clock().nowMs();
    QList<KeySlot> keySlots;
    for (const KeptSlot &kept : plan.kept) {
        SlotInfo info = kept.slot;
        SlotInput input;
        input.passphrase = kept.passphrase.get();
        if (needsKeychain(info.kind)) {
            if (kept.newId.isNull())
                return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("keychain entry"));
            info.id = kept.newId;
            input.keychainSecret = &kept.newHalf;
        }
        info.gen = header.gen;
        info.createdAtMs = now;
        info.kdf = kdf;
        LATCHKEY_TRY(KeySlot slot, KeySlot::wrapTried(info, header.vault, input, vaultKey, random));
        keySlots << std::move(slot);
    }
    LATCHKEY_TRY(NewRecovery recovery, makeRecovery(header, vaultKey, now, random));
    keySlots << recovery.slot;
    return Made{header, std::move(keys), std::move(keySlots), std::move(recovery.text)};
}

base::Result<RotationOutcome> Rotation::run(const RotationPlan &plan, const RotationOrder &order)
{
    LATCHKEY_TRY(Made made, makeKeys(plan, order.kdf));
    if (order.keysDerived)
        order.keysDerived();
    // The paper first: a vault whose recovery key nobody holds must not come into being.
    if (order.deliver)
        LATCHKEY_CHECK(order.deliver(made.recoveryText));
    Keyring keys = std::move(made.keys);
    LATCHKEY_CHECK(m_session.changeKeys(std::move(keys),
                                        [&](Session::Successor &to) { return write(to, made, plan, order); }));
    m_session.scrub(); // what the old key opens still stands in the write-ahead log
    return RotationOutcome{made.header.gen, oldEntries(plan)};
}

base::Result<void> Rotation::write(Session::Successor &to, const Made &made, const RotationPlan &plan,
                                   const RotationOrder &order)
{
    // Argon2, or a person, took their time: a slot that somebody removed meanwhile must not come back.
    if (m_session.integrity().root().headerMac != plan.seen)
        return base::fail(base::ErrorCode::Conflict, QStringLiteral("key slots"));
    LATCHKEY_TRY(QStringList cleanup, CleanupList::read(m_session.integrity(), m_session.keys()));
    cleanup << oldEntries(plan);
    LATCHKEY_CHECK(rewriteRows(to, order));
    if (!cleanup.isEmpty()) {
        LATCHKEY_TRY(const ports::RecordRow row, CleanupList::rowOf(cleanup, to.keys, m_session.random()));
        LATCHKEY_CHECK(to.integrity.put(row));
    }
    if (!order.deliver) {
        LATCHKEY_TRY(const ports::RecordRow row,
                     Settings::pendingRecoveryRow(made.recoveryText, to.keys, m_session.random()));
        LATCHKEY_CHECK(to.integrity.put(row));
    }
    LATCHKEY_TRY(const ports::RecordRow auditKeys,
                 PastAuditKeys::rowOf(m_session.keys(), m_session.audit().head(), to.keys, m_session.random()));
    LATCHKEY_CHECK(to.integrity.put(auditKeys));
    LATCHKEY_CHECK(replaceSlots(to, made));
    return record(to, plan);
}

base::Result<void> Rotation::rewriteRows(Session::Successor &to, const RotationOrder &order)
{
    RowRewriter rewriter(m_session.keys(), to.keys, m_session.random());
    const auto rewrite = [&rewriter](const QList<ports::RecordRow> &rows) -> base::Result<Session::NewRows> {
        Session::NewRows out;
        out.reserve(rows.size());
        for (const ports::RecordRow &row : rows) {
            out.emplace_back();
            const auto kind = static_cast<RecordKind>(row.key.kind);
            // Both are made anew: an old recovery key that was never confirmed ends with the old slot.
            if (kind != RecordKind::PendingRecovery && kind != RecordKind::KeychainCleanup) {
                LATCHKEY_TRY(out.last(), rewriter.rewritten(row));
            }
        }
        return out;
    };
    return m_session.rewriteRows(to, rewrite, order.isWanted);
}

base::Result<void> Rotation::replaceSlots(Session::Successor &to, const Made &made)
{
    ports::SlotStore &store = m_session.slotStore();
    LATCHKEY_TRY(const QList<ports::SlotRow> before, store.slotRows());
    for (const ports::SlotRow &row : before)
        LATCHKEY_CHECK(store.removeSlot(row.uuid));
    for (const KeySlot &slot : made.keySlots)
        LATCHKEY_CHECK(store.putSlot(slot.row()));
    LATCHKEY_TRY(const base::Digest32 mac, writeHeader(store, to.keys, made.header));
    to.integrity.setHeaderMac(mac);
    // What is about to be committed has to open: the slots that stand there are those that were tried.
    LATCHKEY_CHECK(verifyHeader(store, to.keys));
    LATCHKEY_TRY(const QList<ports::SlotRow> after, store.slotRows());
    const auto stands = [&after](const KeySlot &slot) {
        return std::ranges::any_of(after, [row = slot.row()](const ports::SlotRow &stored) {
            return stored.uuid == row.uuid && stored.body == row.body;
        });
    };
    if (after.size() != made.keySlots.size() || !std::ranges::all_of(made.keySlots, stands))
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("key slots"));
    return {};
}

base::Result<void> Rotation::record(Session::Successor &to, const RotationPlan &plan)
{
    const AuditPosition last = m_session.audit().head();
    AuditEvent checkpoint;
    checkpoint.kind = QStringLiteral("checkpoint");
    checkpoint.program = m_program;
    checkpoint.details = {{QStringLiteral("gen"), QString::number(m_session.keys().gen())},
                          {QStringLiteral("seq"), QString::number(last.seq)},
                          {QStringLiteral("mac"), QString::fromLatin1(base::toByteArray(last.mac).toHex())}};
    LATCHKEY_CHECK(to.audit.append(checkpoint));
    AuditEvent rotated;
    rotated.kind = QStringLiteral("key-rotated");
    rotated.program = m_program;
    rotated.details.insert(QStringLiteral("gen"), QString::number(to.keys.gen()));
    QStringList dropped;
    for (const SlotInfo &slot : plan.dropped)
        dropped << slotKindName(slot.kind);
    if (!dropped.isEmpty())
        rotated.details.insert(QStringLiteral("dropped"), dropped.join(QLatin1Char(',')));
    return to.audit.append(rotated);
}

QStringList Rotation::oldEntries(const RotationPlan &plan) const
{
    QList<SlotInfo> ended = plan.dropped;
    for (const KeptSlot &kept : plan.kept)
        ended << kept.slot;
    QStringList names;
    for (const SlotInfo &slot : std::as_const(ended)) {
        if (needsKeychain(slot.kind))
            names << KeySlot::keychainName(m_session.keys().vault(), slot.id);
    }
    return names;
}

} // namespace vault
