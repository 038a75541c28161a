// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/cleanuplist.h"

#include "vault/credentialcodec.h"
#include "vault/credentialrows.h"

namespace vault {

namespace {

const ports::RecordKey kRow{{}, static_cast<std::uint16_t>(RecordKind::KeychainCleanup), 0};

} // namespace

base::Result<ports::RecordRow> CleanupList::rowOf(const QStringList &names, const Keyring &keys, base::RandomSource &random)
{
    QMap<QString, QString> map;
    for (const QString &name : names)
        map.insert(name, QString());
    ports::RecordRow row;
    row.key = kRow;
    LATCHKEY_TRY(row.meta, keys.seal(metaBinding({}, RecordKind::KeychainCleanup), base::view(encodeMap(map)), random));
    return row;
}

base::Result<QStringList> CleanupList::read(Integrity &integrity, const Keyring &keys)
{
    LATCHKEY_TRY(const auto row, integrity.find(kRow));
    if (!row)
        return QStringList();
    LATCHKEY_TRY(const base::SecretBytes plain,
                 keys.open(metaBinding({}, RecordKind::KeychainCleanup), base::view(row->meta)));
    LATCHKEY_TRY(const auto map, decodeMap(plain.exposeBytes()));
    return map.keys();
}

base::Result<QStringList> CleanupList::names()
{
    QStringList out;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(out, read(m_session.integrity(), m_session.keys()));
        return {};
    }));
    return out;
}

base::Result<void> CleanupList::store(const QStringList &names)
{
    if (names.isEmpty())
        return m_session.integrity().remove(kRow);
    LATCHKEY_TRY(const ports::RecordRow row, rowOf(names, m_session.keys(), m_session.random()));
    return m_session.integrity().put(row);
}

base::Result<void> CleanupList::add(const QStringList &names)
{
    LATCHKEY_TRY(const QStringList stored, read(m_session.integrity(), m_session.keys()));
    return store(stored + names);
}

base::Result<void> CleanupList::done(const QStringList &names, const QString &program)
{
    LATCHKEY_TRY(const QStringList before, this->names());
    const auto without = [&names](QStringList list) {
        list.removeIf([&names](const QString &name) { return names.contains(name); });
        return list;
    };
    if (without(before).size() == before.size())
        return {};
    AuditEvent event;
    event.kind = QStringLiteral("keychain-cleaned");
    event.program = program;
    event.details.insert(QStringLiteral("entries"), QString::number(before.size() - without(before).size()));
    return m_session.change(event, [&]() -> base::Result<void> {
        LATCHKEY_TRY(const QStringList stored, read(m_session.integrity(), m_session.keys()));
        return store(without(stored));
    });
}

} // namespace vault
