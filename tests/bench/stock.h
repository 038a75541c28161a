// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/place.h"

#include <QTemporaryDir>

#include <map>

namespace bench {

/// Vaults of each size, filled when first asked for; every benchmark works on a copy of its own.
class Stock final {
public:
    /// Below this folder; all of it goes with the object.
    explicit Stock(const QString &folder);
    Q_DISABLE_COPY_MOVE(Stock)

    /// A copy that the caller has for itself; its folder goes with it.
    [[nodiscard]] std::shared_ptr<Place> copyOf(int accounts);
    [[nodiscard]] std::shared_ptr<Place> emptyPlace() const;
    /// Of the accounts in a vault of that size.
    [[nodiscard]] const QList<QUuid> &ids(int accounts);

private:
    struct Vault {
        std::shared_ptr<Place> place;
        QList<QUuid> ids;
    };
    [[nodiscard]] const Vault &original(int accounts);

    QString m_folder;
    std::map<int, Vault> m_vaults;
};

} // namespace bench
