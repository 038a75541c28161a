// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/integrity.h"

#include <QAbstractTableModel>

namespace presentation {

/// The audit log as a table, newest first, read piece by piece as the view comes near the end (fetchMore). Holds codes and
/// names, never a secret. GUI thread.
class ActivityModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, WhatColumn, NameColumn, ProgramColumn, OutcomeColumn };
    static constexpr int kColumns = 5;
    /// Rows that one fetchMore() adds.
    static constexpr int kPage = 200;

    explicit ActivityModel(service::Integrity &integrity, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] const service::AuditFilter &filter() const noexcept { return m_filter; }
    /// Reads anew if the filter is another.
    void setFilter(const service::AuditFilter &filter);
    /// Reads from the newest entry on; what was asked for before and comes later is dropped.
    void reload();
    /// Puts entries that came since the last reading on top; rows that stand there stay. Nothing before the first reload().
    void refresh();
    /// Empties the table; at lock.
    void clear();

    /// Entries are on their way.
    [[nodiscard]] bool isReading() const noexcept { return m_reading; }
    /// Everything that passes the filter stands in the table.
    [[nodiscard]] bool isComplete() const noexcept { return m_started && !m_reading && m_before == 0; }
    /// Why the log cannot be shown; level None when it can.
    [[nodiscard]] const StripMessage &problem() const noexcept { return m_problem; }

Q_SIGNALS:
    /// Rows came, or it is known that none will, or that they cannot be read.
    void read();

private:
    void readOn(int wanted);
    void take(const service::Integrity::Page &page, int wanted);
    void putOnTop(const service::Integrity::Page &page);
    void fail(const base::Error &error);

    service::Integrity &m_integrity;
    service::AuditFilter m_filter;
    QList<vault::AuditEntry> m_entries; ///< newest first
    std::uint64_t m_before = 0;         ///< where to read on; 0: at the end
    std::uint64_t m_asked = 0;          ///< grows with each reload() and clear(): older answers are dropped
    bool m_started = false;
    bool m_reading = false;
    bool m_refreshing = false;
    StripMessage m_problem;
};

} // namespace presentation
