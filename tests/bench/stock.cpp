// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/stock.h"

#include "bench/accounts.h"

#include <QDir>

namespace bench {

Stock::Stock(const QString &folder) : m_folder(folder)
{
    if (!QDir().mkpath(folder))
        qFatal("cannot make %s", qPrintable(folder));
}

std::shared_ptr<Place> Stock::emptyPlace() const
{
    struct Owned {
        explicit Owned(const QString &folder) : dir(folder + QStringLiteral("/XXXXXX")), place(dir.path()) {}
        QTemporaryDir dir;
        Place place;
    };
    const auto owned = std::make_shared<Owned>(m_folder);
    return {owned, &owned->place};
}

std::shared_ptr<Place> Stock::copyOf(int accounts)
{
    const Vault &from = original(accounts);
    auto out = emptyPlace();
    out->copyFrom(*from.place);
    return out;
}

const QList<QUuid> &Stock::ids(int accounts)
{
    return original(accounts).ids;
}

const Stock::Vault &Stock::original(int accounts)
{
    Vault &known = m_vaults[accounts];
    if (!known.place) {
        known.place = emptyPlace();
        const auto vault = must(known.place->create(vaulttest::secret(vaulttest::Home::kPassphrase)));
        known.ids = must(fill(vaulttest::sessionOf(*vault), accounts));
    }
    return known;
}

} // namespace bench
