// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deeds.h"

#include "vault/rotation.h"
#include "vault/settings.h"

#include <algorithm>
#include <ranges>

namespace crashtest {

namespace {

using base::Result;
using vault::CredentialStore;

const QString kField = QStringLiteral("value");
const QString kSetting = QStringLiteral("crash_setting");

vault::AuditEvent eventOf(const Step &step)
{
    return vaulttest::auditEvent(stepName(step.kind));
}

vault::Credential credentialNamed(const QString &name)
{
    vault::Credential out = vaulttest::named(name);
    out.keepVersions = 100;
    return out;
}

vault::NewVersion versionOf(const QString &value)
{
    return vaulttest::newVersion({kField + QLatin1Char('=') + value});
}

Result<vault::Credential> lookUp(CredentialStore &store, const QString &name)
{
    LATCHKEY_TRY(auto found, store.find(name));
    if (!found)
        return base::fail(base::ErrorCode::NotFound, name);
    return *std::move(found);
}

Result<void> edit(CredentialStore &store, const Step &step)
{
    LATCHKEY_TRY(vault::Credential credential, lookUp(store, step.name));
    credential.description = step.value;
    credential.attributes.insert(vault::attribute::kBaseUrl, QStringLiteral("https://%1.example").arg(step.value));
    LATCHKEY_CHECK(store.update(credential, eventOf(step)));
    return {};
}

Result<void> rollBack(CredentialStore &store, const Step &step)
{
    LATCHKEY_TRY(const vault::Credential credential, lookUp(store, step.name));
    const auto newestFirst = std::views::reverse(credential.versions);
    const auto older = std::ranges::find_if(newestFirst, [](const vault::VersionInfo &v) {
        return v.state == vault::VersionState::Previous;
    });
    if (older == newestFirst.end())
        return base::fail(base::ErrorCode::VersionNotFound, step.name);
    LATCHKEY_CHECK(store.setState(credential.id, older->number, vault::VersionState::Current, eventOf(step)));
    return {};
}

Result<void> importMany(CredentialStore &store, const Step &step)
{
    std::vector<vault::NewCredential> items;
    items.reserve(static_cast<std::size_t>(step.count));
    for (int i = 0; i < step.count; ++i)
        items.push_back({credentialNamed(QStringLiteral("%1.%2").arg(step.name).arg(i)), versionOf(step.value)});
    LATCHKEY_TRY(const auto stored, store.addMany(std::move(items), eventOf(step)));
    if (std::ranges::any_of(stored, [](const auto &one) { return !one; }))
        return base::fail(base::ErrorCode::AlreadyExists, step.name);
    return {};
}

Result<void> onCredential(CredentialStore &store, const Step &step)
{
    LATCHKEY_TRY(const vault::Credential credential, lookUp(store, step.name));
    switch (step.kind) {
    case StepKind::Save:
        LATCHKEY_CHECK(store.addVersion(credential.id, versionOf(step.value), eventOf(step)));
        return {};
    case StepKind::Remove:
        return store.remove(credential.id, eventOf(step));
    case StepKind::SetAside:
        LATCHKEY_CHECK(store.removeForNow(credential.id, eventOf(step)));
        return {};
    case StepKind::Report:
        return store.setReport(credential.id, step.value.toUtf8(), eventOf(step));
    default:
        LATCHKEY_CHECK(store.release({vaulttest::request(credential.id)}, eventOf(step)));
        return {};
    }
}

/// The way's slot and the half of its key that a keychain would keep: both follow from its name.
QUuid slotOf(const QString &way)
{
    return QUuid::createUuidV5(QUuid(), way);
}

base::SecretBytes halfOf(const QString &way)
{
    return vaulttest::secret(way.leftJustified(32, QLatin1Char('.')).toStdString());
}

Result<void> addWay(vault::Session &session, const QString &way)
{
    const base::SecretBytes half = halfOf(way);
    vault::NewSlot slot;
    slot.id = slotOf(way);
    slot.kind = vault::SlotKind::Keychain;
    slot.keychainSecret = &half;
    slot.keychainBackend = QStringLiteral("test");
    slot.kdf = kFreeKdf;
    LATCHKEY_CHECK(vault::SlotManager(session).add(slot));
    return {};
}

/// The second way in ends with the old key.
Result<void> rotate(vault::Session &session, const QString &passphrase, const vault::RecoveryKeyDelivery &deliver)
{
    vault::Rotation rotation(session, QStringLiteral("test"));
    vault::RotationInput input;
    input.passphrases.push_back(vaulttest::secret(passphrase.toStdString()));
    LATCHKEY_TRY(const auto ways, vault::SlotManager(session).list());
    for (const vault::SlotInfo &way : ways) {
        if (way.kind == vault::SlotKind::Keychain)
            input.drop << way.id;
    }
    LATCHKEY_TRY(const vault::RotationPlan plan, rotation.plan(input));
    vault::RotationOrder order;
    order.kdf = kFreeKdf;
    order.deliver = deliver;
    LATCHKEY_CHECK(rotation.run(plan, order));
    return {};
}

Result<QString> valueOf(CredentialStore &store, const QUuid &id, const vault::VersionInfo &version)
{
    LATCHKEY_TRY(const auto fields,
                 store.release({vaulttest::request(id, version.number)}, vaulttest::auditEvent(QStringLiteral("observed"))));
    const auto found = fields.front().find(kField);
    return found == fields.front().end() ? QString() : QString::fromUtf8(vaulttest::textOf(found->second));
}

} // namespace

Result<void> perform(vault::Vault &vault, const Step &step, const vault::RecoveryKeyDelivery &deliver)
{
    LATCHKEY_TRY(vault::Session *const session, vault.session());
    CredentialStore store(*session);
    switch (step.kind) {
    case StepKind::Add:
        LATCHKEY_CHECK(store.add(credentialNamed(step.name), versionOf(step.value), eventOf(step)));
        return {};
    case StepKind::Edit:
        return edit(store, step);
    case StepKind::RollBack:
        return rollBack(store, step);
    case StepKind::Purge:
        return store.purgeRemoved(session->clock().nowMs(), eventOf(step));
    case StepKind::Import:
        return importMany(store, step);
    case StepKind::Setting:
        return vault::Settings(*session).set({{kSetting, step.value}});
    case StepKind::Passphrase:
        return vault::SlotManager(*session).changePassphrase(vaulttest::secret(step.value.toStdString()), kFreeKdf, {});
    case StepKind::Rotate:
        return rotate(*session, step.value, deliver);
    case StepKind::AddWay:
        return addWay(*session, step.value);
    case StepKind::RemoveWay:
        LATCHKEY_CHECK(vault::SlotManager(*session).remove(slotOf(step.value)));
        return {};
    case StepKind::RecoveryKey:
        LATCHKEY_CHECK(vault::SlotManager(*session).renewRecoveryKey(deliver));
        return {};
    default:
        return onCredential(store, step);
    }
}

Result<State> observe(vault::Vault &vault, std::uint64_t &audited)
{
    LATCHKEY_TRY(vault::Session *const session, vault.session());
    State out;
    out.auditSeq = session->audit().head().seq;
    out.counter = session->integrity().root().counter;
    CredentialStore store(*session);
    LATCHKEY_TRY(const auto list, store.list());
    for (const vault::Credential &credential : list) {
        ModelEntry &entry = out.entries[credential.name];
        entry.description = credential.description;
        entry.address = credential.attributeValue(vault::attribute::kBaseUrl);
        LATCHKEY_TRY(const QByteArray report, store.report(credential.id));
        entry.report = QString::fromUtf8(report);
        for (const vault::VersionInfo &version : credential.versions) {
            LATCHKEY_TRY(const QString value, valueOf(store, credential.id, version));
            entry.versions << ModelVersion{version.number, vault::stateName(version.state), value};
        }
    }
    LATCHKEY_TRY(const auto settings, vault::Settings(*session).all());
    out.setting = settings.value(kSetting);
    out.aside = static_cast<int>(
        settings.value(QStringLiteral("removed")).split(QLatin1Char(','), Qt::SkipEmptyParts).size());
    audited = session->audit().head().seq - out.auditSeq;
    return out;
}

Result<QStringList> verify(vault::Vault &vault)
{
    LATCHKEY_TRY(vault::Session *const session, vault.session());
    LATCHKEY_TRY(QStringList damage, session->verifyEverything());
    LATCHKEY_TRY(const QStringList unreadable, CredentialStore(*session).findUnreadable());
    return damage + unreadable;
}

vault::UnlockRequest byRecoveryKey(const QByteArray &text)
{
    vault::UnlockRequest out;
    out.recoveryKey = vaulttest::secret(text.toStdString());
    return out;
}

vault::UnlockRequest byWay(const QString &way)
{
    vault::UnlockRequest out;
    out.keychainSecrets.emplace(slotOf(way), halfOf(way));
    return out;
}

vault::UnlockRequest byPassphrase(const QString &passphrase)
{
    vault::UnlockRequest out;
    out.passphrase = vaulttest::secret(passphrase.toStdString());
    return out;
}

} // namespace crashtest
