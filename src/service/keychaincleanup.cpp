// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/keychaincleanup.h"

#include "base/log.h"
#include "vault/cleanuplist.h"
#include "vault/slotmanager.h"

namespace service {

namespace {

struct Cleanup {
    VaultHost &host;
    vault::ports::KeySlotSecretStore &keychain;
    QString program;
    QStringList waiting;
    QStringList gone;
    int left = 0;
    std::shared_ptr<QPromise<base::Result<int>>> promise;
};

/// What may be deleted: entries of this vault that none of its slots needs, whatever the list says.
base::Result<QStringList> namesToDelete(vault::Session &session)
{
    LATCHKEY_TRY(QStringList names, vault::CleanupList(session).names());
    if (names.isEmpty())
        return names;
    const QString own = vault::KeySlot::keychainName(session.keys().vault(), QUuid()).section(QLatin1Char('/'), 0, 1)
        + QLatin1Char('/');
    LATCHKEY_TRY(const QList<vault::SlotInfo> all, vault::SlotManager(session).list());
    QStringList needed;
    for (const vault::SlotInfo &slot : all)
        needed << vault::KeySlot::keychainName(session.keys().vault(), slot.id);
    names.removeIf([&](const QString &name) { return !name.startsWith(own) || needed.contains(name); });
    return names;
}

void finish(const std::shared_ptr<Cleanup> &work, base::Result<int> result)
{
    work->promise->addResult(std::move(result));
    work->promise->finish();
}

void strikeOut(const std::shared_ptr<Cleanup> &work)
{
    if (work->gone.isEmpty())
        return finish(work, work->left);
    const auto struck = work->host.withSession([work](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_CHECK(vault::CleanupList(session).done(work->gone, work->program));
        return Done{};
    });
    base::whenDone(struck, &work->host, [work](const base::Result<Done> &done) {
        finish(work, done ? base::Result<int>(work->left) : std::unexpected(done.error()));
    });
}

void removeNext(const std::shared_ptr<Cleanup> &work)
{
    if (work->waiting.isEmpty())
        return strikeOut(work);
    const QString name = work->waiting.takeFirst();
    base::whenDone(work->keychain.remove(name), &work->host, [work, name](const base::Result<bool> &removed) {
        if (removed) {
            work->gone << name;
        } else {
            ++work->left;
            qCDebug(base::lcVault) << "a keychain entry could not be deleted yet:" << base::codeName(removed.error().code);
        }
        removeNext(work);
    });
}

} // namespace

base::Async<int> cleanKeychain(VaultHost &host, vault::ports::KeySlotSecretStore &keychain, const QString &program)
{
    const auto listed = host.withSession([](vault::Session &session) { return namesToDelete(session); });
    return base::chain(listed, &host, [&host, &keychain, program](QStringList names) {
        auto promise = std::make_shared<QPromise<base::Result<int>>>();
        promise->start();
        auto future = promise->future();
        removeNext(std::make_shared<Cleanup>(Cleanup{host, keychain, program, std::move(names), {}, 0, promise}));
        return future;
    });
}

void forgetEntries(QStringList names, vault::ports::KeySlotSecretStore &keychain, QObject *context)
{
    if (names.isEmpty())
        return;
    const QString name = names.takeFirst();
    base::whenDone(keychain.remove(name), context, [names, &keychain, context](const base::Result<bool> &removed) {
        if (!removed)
            qCWarning(base::lcVault) << "a keychain entry that nothing needs stays:" << base::codeName(removed.error().code);
        forgetEntries(names, keychain, context);
    });
}

} // namespace service
