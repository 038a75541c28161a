// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/imports.h"

#include <QAbstractTableModel>

namespace presentation {

/// What a file of keys holds and what becomes of each of it, as a table in the order of the file. Names, never a value. GUI thread.
class ImportRowsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, SourceColumn, OutcomeColumn };
    static constexpr int kColumns = 3;

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setRows(QList<service::ImportRow> rows);

private:
    QList<service::ImportRow> m_rows;
};

} // namespace presentation
