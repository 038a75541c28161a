// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/settings.h"

#include "vault/credentialcodec.h"
#include "vault/credentialstore.h"

namespace vault {

namespace {

// Rows that belong to the vault itself hang under the null uuid.
ports::RecordKey keyOf(RecordKind kind)
{
    return {QUuid(), static_cast<std::uint16_t>(kind), 0};
}

EnvelopeBinding bindingOf(RecordKind kind, Role role)
{
    EnvelopeBinding out;
    out.role = role;
    out.kind = static_cast<std::uint16_t>(kind);
    return out;
}

AuditEvent eventOf(const QString &kind)
{
    AuditEvent event;
    event.kind = kind;
    return event;
}

} // namespace

base::Result<QMap<QString, QString>> Settings::load()
{
    LATCHKEY_TRY(const auto row, m_session.integrity().find(keyOf(RecordKind::Settings)));
    if (!row)
        return QMap<QString, QString>();
    LATCHKEY_TRY(const base::SecretBytes plain,
                 m_session.keys().open(bindingOf(RecordKind::Settings, Role::Meta), base::view(row->meta)));
    return decodeMap(plain.exposeBytes());
}

base::Result<QMap<QString, QString>> Settings::all()
{
    QMap<QString, QString> out;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(out, load());
        return {};
    }));
    return out;
}

base::Result<void> Settings::set(const QMap<QString, QString> &changes)
{
    AuditEvent event = eventOf(QStringLiteral("settings-changed"));
    event.details = changes;
    return m_session.change(event, [&] { return store(changes); });
}

base::Result<void> Settings::store(const QMap<QString, QString> &changes)
{
    QMap<QString, QString> next;
    LATCHKEY_TRY(next, load());
    applyChanges(next, changes);
    ports::RecordRow row;
    row.key = keyOf(RecordKind::Settings);
    LATCHKEY_TRY(row.meta,
                 m_session.keys().seal(bindingOf(RecordKind::Settings, Role::Meta), base::view(encodeMap(next)),
                                       m_session.random()));
    return m_session.integrity().put(row);
}

base::Result<std::optional<base::SecretBytes>> Settings::pendingRecoveryKey()
{
    std::optional<base::SecretBytes> out;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(const auto row, m_session.integrity().find(keyOf(RecordKind::PendingRecovery)));
        if (!row)
            return {};
        LATCHKEY_TRY(out,
                     m_session.keys().open(bindingOf(RecordKind::PendingRecovery, Role::Secret), base::view(row->secret)));
        out->maskInLogs();
        return {};
    }));
    return out;
}

base::Result<void> Settings::confirmRecoveryKey()
{
    return m_session.change(eventOf(QStringLiteral("recovery-key-confirmed")), [&] { return dropPendingRecoveryKey(); });
}

base::Result<void> Settings::dropPendingRecoveryKey()
{
    return m_session.integrity().remove(keyOf(RecordKind::PendingRecovery));
}

base::Result<ports::RecordRow> Settings::pendingRecoveryRow(const base::SecretBytes &text, const Keyring &keys,
                                                            base::RandomSource &random)
{
    ports::RecordRow row;
    row.key = keyOf(RecordKind::PendingRecovery);
    LATCHKEY_TRY(row.secret, keys.seal(bindingOf(RecordKind::PendingRecovery, Role::Secret), text.exposeBytes(), random));
    return row;
}

base::Result<void> Settings::storePendingRecoveryKey(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const ports::RecordRow row, pendingRecoveryRow(text, m_session.keys(), m_session.random()));
    return m_session.integrity().put(row);
}

} // namespace vault
