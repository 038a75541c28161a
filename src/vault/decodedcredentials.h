// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credential.h"

#include <QByteArray>
#include <QHash>

#include <memory>

namespace vault {

/// Credentials (no secrets) that were given out lately, as decoded, so that the next release of the same one need not open and
/// decode its description again. An entry answers for exactly the sealed bytes that it was made from: those are read and verified
/// each time, so nothing can be out of date. Bounded; goes with the Session. Vault thread.
class DecodedCredentials final {
public:
    /// nullptr when it was not decoded from these bytes.
    [[nodiscard]] std::shared_ptr<const Credential> find(const QUuid &id, const QByteArray &sealed) const;
    void clear() { m_entries.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    /// Forgets all the others when there are too many.
    void insert(const QByteArray &sealed, std::shared_ptr<const Credential> credential);

    static constexpr qsizetype kMost = 256;

private:
    struct Entry {
        QByteArray sealed;
        std::shared_ptr<const Credential> credential;
    };
    QHash<QUuid, Entry> m_entries;
};

} // namespace vault
