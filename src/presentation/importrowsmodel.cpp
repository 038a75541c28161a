// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/importrowsmodel.h"

#include "service/importwords.h"

namespace presentation {

int ImportRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant ImportRowsModel::data(const QModelIndex &index, int role) const
{
    // The columns are narrow: the whole text comes where the mouse rests.
    if (!index.isValid() || index.row() >= m_rows.size() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const service::ImportRow &row = m_rows.at(index.row());
    switch (index.column()) {
    case NameColumn:
        return row.name;
    case SourceColumn:
        return row.sources.join(QStringLiteral(", "));
    default:
        return service::words::forImport(row);
    }
}

QVariant ImportRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case SourceColumn:
        return tr("In the file");
    default:
        return tr("What happens");
    }
}

void ImportRowsModel::setRows(QList<service::ImportRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace presentation
