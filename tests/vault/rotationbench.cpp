// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rotationbench.h"

#include "vault/settings.h"

namespace vaulttest {

namespace {

base::Result<void> fill(vault::Session &session)
{
    vault::CredentialStore store(session);
    vault::Credential exchange = named(QStringLiteral("bitget/main"));
    exchange.kind = vault::CredentialKind::Exchange;
    exchange.description = QStringLiteral("the main account");
    exchange.attributes = {{vault::attribute::kExchange, QStringLiteral("bitget")},
                           {vault::attribute::kEnvironment, QStringLiteral("live")}};
    LATCHKEY_TRY(const vault::Credential added,
                 store.add(exchange, newVersion({QStringLiteral("api_key=k1"), QStringLiteral("api_secret=s1")}),
                           auditEvent(QStringLiteral("credential-added"))));
    LATCHKEY_CHECK(store.addVersion(added.id, newVersion({QStringLiteral("api_key=k2"), QStringLiteral("passphrase=")}),
                                    {}));
    vault::NewVersion waiting = newVersion({QStringLiteral("api_key=k3")}, vault::VersionState::Pending);
    waiting.changes = {{vault::attribute::kBaseUrl, QStringLiteral("https://api.example.org")}};
    LATCHKEY_CHECK(store.addVersion(added.id, waiting, {}));
    LATCHKEY_CHECK(store.setReport(added.id, "{\"verdict\":\"works\"}", {}));
    LATCHKEY_CHECK(store.add(named(QStringLiteral("api/ΟΔΟΣ")), newVersion({QStringLiteral("value=v")}), {}));
    LATCHKEY_TRY(const vault::Credential gone,
                 store.add(named(QStringLiteral("gone")), newVersion({QStringLiteral("value=old")}), {}));
    LATCHKEY_CHECK(store.removeForNow(gone.id, auditEvent(QStringLiteral("credential-removed"))));
    return vault::Settings(session).set({{QStringLiteral("auto_lock"), QStringLiteral("600")}});
}

} // namespace

QStringList rowsOf(const QString &path)
{
    const QStringList selects{
        QStringLiteral("SELECT group_concat(hex(body)) FROM header"),
        QStringLiteral("SELECT group_concat(hex(uuid) || hex(body)) FROM (SELECT * FROM slot ORDER BY uuid)"),
        QStringLiteral("SELECT group_concat(hex(owner) || kind || '.' || n || hex(coalesce(name_idx, '')) || '.' || "
                       "hex(coalesce(meta, '')) || '.' || hex(coalesce(secret, ''))) FROM (SELECT * FROM record ORDER BY "
                       "owner, kind, n)"),
        QStringLiteral("SELECT group_concat(hex(mac)) FROM (SELECT * FROM bucket ORDER BY i)"),
        QStringLiteral("SELECT group_concat(hex(body)) FROM root"),
        QStringLiteral("SELECT group_concat(hex(detail) || hex(mac)) FROM (SELECT * FROM audit ORDER BY seq)"),
        QStringLiteral("SELECT group_concat(hex(body)) FROM audit_head")};
    QStringList out;
    for (const QString &select : selects)
        out << query(path, select).toString();
    return out;
}

QString everything(vault::Vault &vault)
{
    const auto seen = contents(vault);
    vault::CredentialStore store(sessionOf(vault));
    const auto list = store.list();
    if (!seen || !list)
        return QStringLiteral("<cannot be read>");
    QStringList out{*seen};
    for (const vault::Credential &credential : *list) {
        const auto report = store.report(credential.id);
        out << states(credential) + QString::fromUtf8(report.value_or("<none>")) + QString::number(credential.revision);
        for (const vault::VersionInfo &version : credential.versions) {
            vault::ReleaseRequest wanted = request(credential.id, version.number);
            wanted.allowPending = true;
            const auto fields = store.release({wanted}, auditEvent(QStringLiteral("released")));
            out << (fields ? shown(fields->front()) : describe(fields.error()));
        }
    }
    const auto settings = vault::Settings(sessionOf(vault)).all();
    if (settings)
        out << settings->value(QStringLiteral("auto_lock")) << settings->value(QStringLiteral("removed"));
    return out.join(QLatin1Char('\n'));
}

vault::RotationInput with(std::initializer_list<std::string_view> passphrases)
{
    vault::RotationInput out;
    for (const std::string_view text : passphrases)
        out.passphrases.push_back(secret(text));
    return out;
}

void RotationBench::start()
{
    m_home = std::make_unique<Home>();
    m_hooks = Hooks();
    m_home->create().reset();
    m_files = std::make_unique<HookedFileSystem>(m_home->files, m_hooks);
    m_vault = std::make_unique<vault::Vault>(vault::Environment{*m_files, *m_home->anchors, m_home->clock, m_home->random},
                                             m_home->path());
    if (!m_vault->unlock(m_home->byPassphrase()) || !fill(session()))
        qFatal("no vault to rotate");
    m_delivered.clear();
}

} // namespace vaulttest
