// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/llmchecks.h"

#include <QAbstractListModel>

namespace presentation {

/// The settings of LLM providers as a list shows them. Holds no secret. GUI thread.
class LlmListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< "ollama/main"
        StateTextRole,               ///< "Works", "Refused: key", ...
        InUseRole,                   ///< bool: what programs get
        LevelRole,                   ///< StripMessage::Level as int
    };

    explicit LlmListModel(service::LlmChecks &checks, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const service::LlmSummary *settings(int row) const;
    [[nodiscard]] int rowOf(const QString &name) const;
    [[nodiscard]] int rowOfId(const QUuid &id) const;
    /// "Ollama main": the provider's own name and the account's.
    [[nodiscard]] static QString title(const service::LlmSummary &settings);

    /// Reads the settings anew; the last call counts.
    void reload();
    /// Empties the list; at lock. What was asked for before and comes later is dropped.
    void clear();
    /// Why the settings cannot be shown; level None when they can.
    [[nodiscard]] const StripMessage &problem() const noexcept { return m_problem; }
    /// "Checking..." in the row of these settings, also after a reload.
    void setChecking(const QString &name, bool checking);

Q_SIGNALS:
    void reloaded();

private:
    void replace(QList<service::LlmSummary> settings);

    service::LlmChecks &m_checks;
    QList<service::LlmSummary> m_settings;
    QStringList m_checking;
    quint64 m_asked = 0; ///< grows with each reload() and clear(): only the last answer counts
    StripMessage m_problem;
};

} // namespace presentation
