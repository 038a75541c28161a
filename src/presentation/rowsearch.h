// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractProxyModel>
#include <QList>

namespace presentation {

/// The rows of a list whose text contains what is typed, upper and lower case alike; all of them while nothing is. A
/// QSortFilterProxyModel asks the list for each row at each key stroke and tells the view of each gap, which takes seconds with
/// 100 000 rows. Here the folded texts stand in one string, and a search is one reset. The list may be reset and its data may
/// change, as long as texts stay; it has no other changes. GUI thread.
class RowSearch final : public QAbstractProxyModel {
    Q_OBJECT

public:
    /// `source` must outlive this.
    explicit RowSearch(QAbstractItemModel &source, QObject *parent = nullptr);

    /// Resets the model when other rows match than before. A selection does not survive that.
    void setText(const QString &text);

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxy) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &source) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

private:
    void readTexts();
    [[nodiscard]] QList<int> matches() const;

    QAbstractItemModel &m_source;
    QString m_needle;        ///< folded
    QString m_texts;         ///< folded, each with a line feed behind it
    QList<qsizetype> m_ends; ///< of each text in `m_texts`, behind its line feed
    QList<int> m_rows;       ///< of the source, ascending
};

} // namespace presentation
