// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/llmlistmodel.h"

#include "service/llmwords.h"

#include <algorithm>

namespace presentation {

namespace {

StripMessage::Level levelOf(const std::optional<llm::ProviderReport> &check)
{
    if (!check || check->verdict == llm::Verdict::Unchecked)
        return StripMessage::Level::Info;
    return check->verdict == llm::Verdict::Works ? StripMessage::Level::Ok : StripMessage::Level::Bad;
}

StripMessage problemOf(const base::Error &error)
{
    const service::words::Message words = service::words::forError(error);
    return {StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None, error.detail};
}

} // namespace

LlmListModel::LlmListModel(service::LlmChecks &checks, QObject *parent) : QAbstractListModel(parent), m_checks(checks)
{
}

int LlmListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_settings.size());
}

QString LlmListModel::title(const service::LlmSummary &settings)
{
    return settings.providerName + QLatin1Char(' ') + settings.credential.name.section(QLatin1Char('/'), 1);
}

QVariant LlmListModel::data(const QModelIndex &index, int role) const
{
    const service::LlmSummary *row = settings(index.row());
    if (row == nullptr)
        return {};
    const QString state = m_checking.contains(row->credential.name) ? tr("Checking...")
                                                                    : service::words::llmState(row->lastCheck);
    switch (role) {
    case Qt::DisplayRole:
        return title(*row);
    case Qt::AccessibleTextRole:
        return row->isInUse ? tr("%1, in use, %2").arg(title(*row), state) : tr("%1, %2").arg(title(*row), state);
    case NameRole:
        return row->credential.name;
    case StateTextRole:
        return state;
    case InUseRole:
        return row->isInUse;
    case LevelRole:
        return static_cast<int>(levelOf(row->lastCheck));
    default:
        return {};
    }
}

const service::LlmSummary *LlmListModel::settings(int row) const
{
    return row >= 0 && row < m_settings.size() ? &m_settings.at(row) : nullptr;
}

int LlmListModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find_if(m_settings, [&name](const service::LlmSummary &settings) {
        return settings.credential.name == name;
    });
    return found == m_settings.end() ? -1 : static_cast<int>(found - m_settings.begin());
}

int LlmListModel::rowOfId(const QUuid &id) const
{
    const auto found = std::ranges::find_if(m_settings, [&id](const service::LlmSummary &settings) {
        return settings.credential.id == id;
    });
    return found == m_settings.end() ? -1 : static_cast<int>(found - m_settings.begin());
}

void LlmListModel::reload()
{
    base::whenDone(m_checks.list(), this, [this, asked = ++m_asked](base::Result<QList<service::LlmSummary>> settings) {
        // Read before the lock, or an answer that a later one has overtaken: errors come faster.
        if (asked != m_asked)
            return;
        const bool readable = settings || settings.error().code == base::ErrorCode::Locked;
        m_problem = readable ? StripMessage{} : problemOf(settings.error());
        replace(settings ? *std::move(settings) : QList<service::LlmSummary>());
    });
}

void LlmListModel::replace(QList<service::LlmSummary> settings)
{
    beginResetModel();
    m_settings = std::move(settings);
    endResetModel();
    Q_EMIT reloaded();
}

void LlmListModel::clear()
{
    ++m_asked;
    m_problem = {};
    m_checking.clear();
    replace({});
}

void LlmListModel::setChecking(const QString &name, bool checking)
{
    m_checking.removeAll(name);
    if (checking)
        m_checking << name;
    const int row = rowOf(name);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

} // namespace presentation
