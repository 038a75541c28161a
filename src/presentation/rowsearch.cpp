// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/rowsearch.h"

#include <QStringMatcher>

#include <algorithm>

namespace presentation {

RowSearch::RowSearch(QAbstractItemModel &source, QObject *parent) : QAbstractProxyModel(parent), m_source(source)
{
    QAbstractProxyModel::setSourceModel(&source);
    connect(&source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&source, &QAbstractItemModel::modelReset, this, [this] {
        readTexts();
        m_rows = matches();
        endResetModel();
    });
    connect(&source, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                for (int row = first.row(); row <= last.row(); ++row) {
                    const QModelIndex shown = mapFromSource(m_source.index(row, 0));
                    if (shown.isValid())
                        Q_EMIT dataChanged(shown, shown, roles);
                }
            });
    readTexts();
    m_rows = matches();
}

void RowSearch::readTexts()
{
    m_texts.clear();
    m_ends.clear();
    const int count = m_source.rowCount();
    m_ends.reserve(count);
    for (int row = 0; row < count; ++row) {
        m_texts += m_source.index(row, 0).data().toString().toCaseFolded() + QLatin1Char('\n');
        m_ends << m_texts.size();
    }
}

QList<int> RowSearch::matches() const
{
    QList<int> rows;
    if (m_needle.isEmpty()) {
        rows.reserve(m_ends.size());
        for (int row = 0; row < m_ends.size(); ++row)
            rows << row;
        return rows;
    }
    const QStringMatcher matcher(m_needle);
    auto end = m_ends.begin();
    for (qsizetype at = matcher.indexIn(m_texts); at >= 0; at = matcher.indexIn(m_texts, *end)) {
        end = std::upper_bound(end, m_ends.end(), at);
        rows << static_cast<int>(end - m_ends.begin());
    }
    return rows;
}

void RowSearch::setText(const QString &text)
{
    m_needle = text.toCaseFolded();
    QList<int> rows = matches();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QModelIndex RowSearch::mapToSource(const QModelIndex &proxy) const
{
    return proxy.isValid() && proxy.row() < m_rows.size() ? m_source.index(m_rows.at(proxy.row()), 0) : QModelIndex();
}

QModelIndex RowSearch::mapFromSource(const QModelIndex &source) const
{
    if (!source.isValid())
        return {};
    const auto found = std::ranges::lower_bound(m_rows, source.row());
    return found != m_rows.end() && *found == source.row() ? createIndex(static_cast<int>(found - m_rows.begin()), 0)
                                                           : QModelIndex();
}

QModelIndex RowSearch::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex RowSearch::parent(const QModelIndex &) const
{
    return {};
}

int RowSearch::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowSearch::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

} // namespace presentation
