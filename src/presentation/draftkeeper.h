// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/draftseal.h"

#include <QObject>

#include <optional>

namespace presentation {

/// The drafts of all pages: several at once, kept while another record or page is shown, sealed under the vault's key at lock and
/// there again after unlock. In memory only. GUI thread.
class DraftKeeper final : public QObject {
    Q_OBJECT

public:
    explicit DraftKeeper(service::VaultHost &host, QObject *parent = nullptr);

    /// `key` is "page:record", for example "exchange:" and the id of the account. Replaces an older one.
    void put(const QString &key, service::Draft draft);
    /// Hands it out; it is no longer kept.
    [[nodiscard]] std::optional<service::Draft> take(const QString &key);
    void discard(const QString &key);
    [[nodiscard]] bool has(const QString &key) const { return m_drafts.contains(key); }
    /// Keys that begin with `page` and a colon, sorted.
    [[nodiscard]] QStringList keysOf(const QString &page) const;
    [[nodiscard]] bool isEmpty() const noexcept { return m_drafts.empty(); }
    /// Whether drafts wait for the next unlock, or are about to.
    [[nodiscard]] bool hasSealed() const noexcept { return m_sealing > 0 || !m_sealed.isEmpty(); }

Q_SIGNALS:
    /// A lock comes: forms put() what they hold, at once, and wipe their fields.
    void collecting();
    /// Another set of drafts, or other ones.
    void changed();
    /// After unlock: the drafts from before the lock are there again.
    void offered();
    /// What was being typed could not be sealed, or not be opened again: another program changed the vault key.
    void lost();

private:
    [[nodiscard]] bool isOpen() const;
    void sealAll();
    void openAll();
    void open(const QByteArray &sealed);
    void giveUp(const char *what, const base::Error &error);

    service::VaultHost &m_host;
    service::DraftSeal m_seal;
    service::Drafts m_drafts;
    QByteArrayList m_sealed;
    int m_sealing = 0; ///< how many are being sealed
};

} // namespace presentation
