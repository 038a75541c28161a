// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/activitymodel.h"

namespace presentation {

/// What the Activity page does: shows, searches, verifies and exports the audit log. GUI thread.
class ActivityController final : public QObject {
    Q_OBJECT

public:
    ActivityController(service::Integrity &integrity, const base::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] ActivityModel &model() noexcept { return m_model; }
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }

    /// `period` is a span as `latchkey audit --since` takes it ("24h"); empty: all.
    void search(const QString &text, service::AuditGroup group, const QString &period);
    [[nodiscard]] bool isSearching() const;
    void verify();
    /// What the filter lets pass, into a new file.
    void exportTo(const QString &path, service::AuditFormat format);
    /// Empties the table and drops what is under way; at lock.
    void clear();

Q_SIGNALS:
    /// message() or isBusy() is another.
    void changed();

private:
    void begin(const QString &words);
    void finish(StripMessage message);
    void fail(const base::Error &error);

    service::Integrity &m_integrity;
    const base::Clock &m_clock;
    ActivityModel m_model;
    StripMessage m_message;
    bool m_busy = false;
    std::uint64_t m_asked = 0; ///< grows with clear(): older answers are dropped
};

} // namespace presentation
