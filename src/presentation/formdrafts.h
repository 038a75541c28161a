// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/draftkeeper.h"

#include <QUuid>

#include <functional>
#include <utility>

namespace presentation {

/// The drafts of one page, by the id of their record; the null id is the one record that is new. GUI thread.
class FormDrafts final : public QObject {
    Q_OBJECT

public:
    /// `page` is the keeper's word for it, "exchange".
    FormDrafts(DraftKeeper &keeper, QString page, QObject *parent = nullptr);

    /// Replaces an older one. Whoever puts one away wants to see another record: what waited to be shown waits no longer.
    void put(const QUuid &record, service::Draft draft);
    /// Hands it out; it is no longer kept.
    [[nodiscard]] std::optional<service::Draft> take(const QUuid &record) { return m_keeper.take(keyOf(record)); }
    void discardAll();
    /// Those whose record `isThere` not are dropped: it was removed, and they could be saved nowhere.
    void discardOrphans(const std::function<bool(const QUuid &)> &isThere);
    [[nodiscard]] bool isEmpty() const { return m_keeper.keysOf(m_page).isEmpty(); }
    [[nodiscard]] bool hasNew() const { return m_keeper.has(keyOf(QUuid())); }

    /// From now on one of them waits to be shown.
    void offer();
    /// The record whose draft waits to be shown; nullopt when none waits or its record `isThere` not (yet): one that was removed
    /// meanwhile waits for nothing.
    [[nodiscard]] std::optional<QUuid> offeredRecord(const std::function<bool(const QUuid &)> &isThere) const;
    /// One is shown: whether it was waited for. From now on none waits.
    [[nodiscard]] bool endOffer() noexcept { return std::exchange(m_offered, false); }

Q_SIGNALS:
    /// A lock comes: the form puts what it holds, at once, and wipes its fields.
    void collecting();
    void changed();
    /// One waits to be shown: offeredRecord().
    void offered();

private:
    [[nodiscard]] QString keyOf(const QUuid &record) const;
    /// Null for the new one.
    [[nodiscard]] static QUuid recordOf(const QString &key);

    DraftKeeper &m_keeper;
    QString m_page;
    bool m_offered = false;
};

} // namespace presentation
