// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/draftkeeper.h"

#include "base/log.h"

namespace presentation {

DraftKeeper::DraftKeeper(service::VaultHost &host, QObject *parent) : QObject(parent), m_host(host), m_seal(host)
{
    connect(&host, &service::VaultHost::aboutToLock, this, &DraftKeeper::sealAll);
    connect(&host, &service::VaultHost::stateChanged, this, &DraftKeeper::openAll);
}

void DraftKeeper::put(const QString &key, service::Draft draft)
{
    m_drafts.insert_or_assign(key, std::move(draft));
    Q_EMIT changed();
}

std::optional<service::Draft> DraftKeeper::take(const QString &key)
{
    auto node = m_drafts.extract(key);
    if (node.empty())
        return std::nullopt;
    Q_EMIT changed();
    return std::move(node.mapped());
}

void DraftKeeper::discard(const QString &key)
{
    if (m_drafts.erase(key) > 0)
        Q_EMIT changed();
}

QStringList DraftKeeper::keysOf(const QString &page) const
{
    QStringList keys;
    for (const auto &[key, draft] : m_drafts) {
        if (key.startsWith(page + QLatin1Char(':')))
            keys << key;
    }
    return keys;
}

bool DraftKeeper::isOpen() const
{
    return m_host.state() == service::LockState::Unlocked && !m_host.lastLock().windowOnly;
}

void DraftKeeper::sealAll()
{
    Q_EMIT collecting();
    if (m_drafts.empty())
        return;
    auto sealed = m_seal.seal(std::exchange(m_drafts, service::Drafts()));
    ++m_sealing;
    Q_EMIT changed();
    base::whenDone(sealed, this, [this](const base::Result<QByteArray> &bytes) {
        --m_sealing;
        if (!bytes)
            return giveUp("what was being typed is lost at the lock:", bytes.error());
        m_sealed << *bytes;
        openAll(); // it may be open again before this answer comes
    });
}

void DraftKeeper::openAll()
{
    if (!isOpen())
        return;
    const QByteArrayList all = std::exchange(m_sealed, QByteArrayList());
    for (const QByteArray &sealed : all)
        open(sealed);
}

void DraftKeeper::open(const QByteArray &sealed)
{
    base::whenDone(m_seal.open(sealed), this, [this, sealed](base::Result<service::Drafts> drafts) {
        // Locked again meanwhile: nothing of it may lie open, and it is not lost either.
        if (!isOpen() || (!drafts && drafts.error().code == base::ErrorCode::Locked)) {
            m_sealed << sealed;
            return;
        }
        if (!drafts)
            return giveUp("what was being typed cannot be read again:", drafts.error());
        m_drafts.merge(*drafts); // what was typed since then is newer
        Q_EMIT changed();
        Q_EMIT offered();
    });
}

void DraftKeeper::giveUp(const char *what, const base::Error &error)
{
    qCWarning(base::lcUi) << what << base::codeName(error.code);
    Q_EMIT lost();
}

} // namespace presentation
