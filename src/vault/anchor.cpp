// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/anchor.h"

#include <algorithm>

namespace vault {

namespace {

constexpr std::string_view kMagic = "LKA1";
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kMacBytes = 32;

} // namespace

Anchor::Anchor(ports::AnchorStore &store, const Keyring &keys) : m_store(store), m_keys(keys)
{
}

QByteArray Anchor::encode(const Seen &seen) const
{
    base::CanonicalWriter out;
    out.fixed(base::view(kMagic))
        .uuid(m_keys.vault())
        .u32(seen.gen)
        .u64(seen.counter)
        .u64(seen.auditSeq)
        .fixed(base::view(seen.rootTag));
    return out.bytes() + base::toByteArray(m_keys.anchorMac().compute(out.view()));
}

std::optional<Anchor::Seen> Anchor::parse(const QByteArray &slot) const
{
    base::CanonicalReader in(base::view(slot));
    const base::ByteView magic = in.fixed(kMagic.size());
    const QUuid vault = in.uuid();
    Seen seen;
    seen.gen = in.u32();
    seen.counter = in.u64();
    seen.auditSeq = in.u64();
    seen.rootTag = base::toByteArray(in.fixed(kTagBytes));
    const base::ByteView mac = in.fixed(kMacBytes);
    if (!in.atEnd() || !std::ranges::equal(magic, base::view(kMagic)) || vault != m_keys.vault())
        return std::nullopt;
    const base::ByteView body = base::view(slot).first(base::view(slot).size() - kMacBytes);
    seen.authentic = base::equalConstantTime(mac, m_keys.anchorMac().compute(body));
    return seen;
}

std::optional<Anchor::Seen> Anchor::newest(const QList<QByteArray> &slotValues) const
{
    std::optional<Seen> best;
    for (int i = 0; i < slotValues.size(); ++i) {
        std::optional<Seen> seen = parse(slotValues.at(i));
        // Of another generation: its MAC key is not ours to check, its order still tells.
        const bool counts = seen && (seen->authentic || seen->gen != m_keys.gen());
        if (counts && (!best || best->order() < seen->order())) {
            seen->slot = i;
            best = seen;
        }
    }
    return best;
}

base::Result<QList<QByteArray>> Anchor::remembered()
{
    return m_store.read(m_keys.vault());
}

base::Result<Anchor::Verdict> Anchor::judge(const QList<QByteArray> &remembered, const Integrity &integrity,
                                            std::uint64_t auditSeq) const
{
    const std::optional<Seen> seen = newest(remembered);
    if (!seen) {
        const bool written = std::ranges::any_of(remembered, [](const QByteArray &slot) { return !slot.isEmpty(); });
        if (written)
            return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("anchor"));
        return Verdict::First;
    }
    if (seen->gen > m_keys.gen() || (seen->gen == m_keys.gen() && seen->counter > integrity.root().counter))
        return base::fail(base::ErrorCode::OlderThanLastSeen);
    if (seen->gen < m_keys.gen() || seen->counter < integrity.root().counter)
        return Verdict::Fits;
    if (seen->rootTag != integrity.rootTag())
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("root: another history"));
    return seen->auditSeq > auditSeq ? Verdict::LogWasLonger : Verdict::Fits;
}

Anchor::Seen Anchor::stateOf(const Integrity &integrity, std::uint64_t auditSeq) const
{
    Seen now;
    now.gen = m_keys.gen();
    now.counter = integrity.root().counter;
    now.auditSeq = auditSeq;
    now.rootTag = integrity.rootTag();
    return now;
}

std::uint64_t Anchor::highestCounter(const QList<QByteArray> &remembered) const
{
    std::uint64_t out = 0;
    for (const QByteArray &slot : remembered) {
        const std::optional<Seen> seen = parse(slot);
        if (seen && seen->authentic)
            out = std::max(out, seen->counter);
    }
    return out;
}

base::Result<void> Anchor::replace(const Integrity &integrity, std::uint64_t auditSeq)
{
    const QByteArray now = encode(stateOf(integrity, auditSeq));
    for (int slot = 0; slot < ports::AnchorStore::kSlots; ++slot) {
        LATCHKEY_CHECK(m_store.update(m_keys.vault(),
                                      [&](const QList<QByteArray> &) -> std::optional<ports::AnchorStore::Write> {
                                          return ports::AnchorStore::Write{slot, now};
                                      }));
    }
    return {};
}

base::Result<void> Anchor::remember(const Integrity &integrity, std::uint64_t auditSeq)
{
    const Seen now = stateOf(integrity, auditSeq);
    return m_store.update(m_keys.vault(),
                          [&](const QList<QByteArray> &slotValues) -> std::optional<ports::AnchorStore::Write> {
                              const std::optional<Seen> best = newest(slotValues);
                              if (best && best->order() >= now.order())
                                  return std::nullopt;
                              // Never the slot that holds the newest value: a torn write must leave it.
                              return ports::AnchorStore::Write{best && best->slot == 0 ? 1 : 0, encode(now)};
                          });
}

} // namespace vault
