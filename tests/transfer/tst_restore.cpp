// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/restore.h"

#include "support/testmain.h"
#include "transferfixture.h"
#include "vault/hookedfile.h"

#include <QDir>
#include <QObject>

using namespace transfertest;
using namespace vaulttest;
using base::ErrorCode;

namespace {

/// A vault with something in it and a backup of it.
struct Source {
    Source()
    {
        vault = home.create();
        fill(*vault);
        if (const auto all = everything(*vault))
            before = *all;
        path = home.file(QStringLiteral("b.lkb"));
        if (const auto made = backUp(sessionOf(*vault), path, kBackupPassphrase); !made)
            qFatal("%s", qPrintable(describe(made.error())));
        bytes = contentOf(path);
    }
    Home home;
    std::unique_ptr<vault::Vault> vault;
    QStringList before;
    QString path;
    QByteArray bytes;
};

/// Files in the folder of the vault, and state files: nothing of a restore that failed may stay.
QStringList leftovers(Target &target)
{
    return target.home.names() + QDir(target.home.file(QStringLiteral("state"))).entryList(QDir::Files);
}

} // namespace

class TestRestore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void everythingIsThereUnderNewKeys()
    {
        Source source;
        Target target;
        target.home.clock.advance(86'400'000);
        const auto restored = target.restore(source.path, byRecovery(source.home.recoveryText), target.request());
        VERIFY_OK(restored);
        QVERIFY(restored->vault != source.home.vaultId);
        QVERIFY(restored->hasPassphrase);
        QVERIFY(!restored->hasNewRecoveryKey);
        QVERIFY(restored->keptAs.isEmpty());
        QVERIFY(target.newRecoveryKey.isEmpty());
        QCOMPARE(target.home.names(), QStringList{QStringLiteral("vault.db")});

        auto byNew = target.open(kNewPassphrase);
        VERIFY_OK(byNew);
        const auto after = everything(**byNew);
        VERIFY_OK(after);
        QCOMPARE(*after, source.before);
        QVERIFY(!after->join(u'\n').contains(QStringLiteral("DAMAGED")));
        QVERIFY(after->join(u'\n').contains(QStringLiteral("api_secret=s1")));
        // Other keys: who had the old vault key opens nothing of this one.
        const vault::Keyring &keys = sessionOf(**byNew).keys();
        QCOMPARE(keys.vault(), restored->vault);
        QVERIFY(!keys.vaultKey().equals(sessionOf(*source.vault).keys().vaultKey()));
        byNew->reset();
        VERIFY_OK(target.open({}, source.home.recoveryText.toStdString()));
        COMPARE_CODE(target.open(Home::kPassphrase), ErrorCode::WrongPassphrase);
        COMPARE_CODE(target.open(kBackupPassphrase), ErrorCode::WrongPassphrase);
        // A name is free or taken as it was, and what was removed can still be put back.
        auto open = target.open(kNewPassphrase);
        VERIFY_OK(open);
        vault::CredentialStore store(sessionOf(**open));
        const auto event = auditEvent(QStringLiteral("x"));
        COMPARE_CODE(store.add(named(QStringLiteral("BITGET/main")), newVersion({QStringLiteral("value=1")}), event),
                     ErrorCode::AlreadyExists);
        const auto found = store.find(QStringLiteral("bitget/main"));
        VERIFY_OK(found);
        QVERIFY(found->has_value());
    }

    void theLogBeginsWithWhereItCameFrom()
    {
        Source source;
        const vault::AuditPosition head = sessionOf(*source.vault).audit().head();
        Target target;
        VERIFY_OK(target.restore(source.path, byRecovery(source.home.recoveryText), target.request()));
        auto open = target.open(kNewPassphrase);
        VERIFY_OK(open);
        QList<vault::AuditEntry> entries;
        vault::Session &session = sessionOf(**open);
        VERIFY_OK(session.read([&]() -> base::Result<void> {
            LATCHKEY_TRY(entries, session.audit().list(0, 0));
            return {};
        }));
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.at(0).event.kind, QStringLiteral("vault-created"));
        QCOMPARE(entries.at(1).event.kind, QStringLiteral("restored"));
        const auto &details = entries.at(1).event.details;
        QCOMPARE(details.value(QStringLiteral("vault")), source.home.vaultId.toString(QUuid::WithoutBraces));
        QVERIFY(details.value(QStringLiteral("head")).startsWith(QString::number(head.seq) + u':'));
        QCOMPARE(details.value(QStringLiteral("credentials")), QStringLiteral("3"));
    }

    void byPassphraseItGetsANewRecoveryKey()
    {
        Source source;
        Target target;
        transfer::RestoreRequest order = target.request();
        order.newPassphrase.clear();
        const auto restored = target.restore(source.path, byPassphrase(kBackupPassphrase), order);
        VERIFY_OK(restored);
        QVERIFY(restored->hasNewRecoveryKey);
        QVERIFY(!restored->hasPassphrase);
        QVERIFY(!target.newRecoveryKey.isEmpty());
        QVERIFY(target.newRecoveryKey != source.home.recoveryText);
        auto open = target.open({}, target.newRecoveryKey.toStdString());
        VERIFY_OK(open);
        const auto after = everything(**open);
        VERIFY_OK(after);
        QCOMPARE(*after, source.before);
        const auto old = target.open({}, source.home.recoveryText.toStdString());
        QCOMPARE(old.error(), (base::Error{ErrorCode::WrongPassphrase, QStringLiteral("recovery_revoked")}));
    }

    void nobodyTakesTheNewRecoveryKey()
    {
        Source source;
        Target target;
        transfer::RestoreRequest order = target.request();
        order.deliverRecoveryKey = [](const base::SecretBytes &) { return base::fail(ErrorCode::NotATerminal); };
        COMPARE_CODE(target.restore(source.path, byPassphrase(kBackupPassphrase), order), ErrorCode::NotATerminal);
        QCOMPARE(leftovers(target), QStringList());
        order.deliverRecoveryKey = {};
        COMPARE_CODE(target.restore(source.path, byPassphrase(kBackupPassphrase), order), ErrorCode::InvalidArgument);
        QCOMPARE(leftovers(target), QStringList());
    }

    void everyChangedByteIsFoundBeforeAnythingIsMade()
    {
        Home home;
        auto vault = home.create();
        VERIFY_OK(vault::CredentialStore(sessionOf(*vault))
                      .add(named(QStringLiteral("a")), newVersion({QStringLiteral("value=1")}),
                           auditEvent(QStringLiteral("credential-added"))));
        const QString path = home.file(QStringLiteral("b.lkb"));
        VERIFY_OK(backUp(sessionOf(*vault), path));
        const QByteArray good = contentOf(path);
        const QString bad = home.file(QStringLiteral("bad.lkb"));
        Target target;
        transfer::RestoreRequest order = target.request();
        order.newPassphrase.clear();
        for (qsizetype i = 0; i < good.size(); ++i) {
            QVERIFY(writeFile(bad, flipped(good, i, static_cast<int>(i % 8))));
            const auto restored = target.restore(bad, byRecovery(home.recoveryText), order);
            const bool named = !restored
                && (restored.error().code == ErrorCode::IntegrityFailure || restored.error().code == ErrorCode::NotAVault);
            QVERIFY2(named, qPrintable(QStringLiteral("byte %1").arg(i)));
        }
        for (qsizetype i = 0; i < good.size(); ++i) {
            QVERIFY(writeFile(bad, good.first(i)));
            const auto restored = target.restore(bad, byRecovery(home.recoveryText), order);
            QVERIFY2(!restored, qPrintable(QStringLiteral("cut to %1").arg(i)));
        }
        QCOMPARE(leftovers(target), QStringList());
        QVERIFY(writeFile(bad, good));
        VERIFY_OK(target.restore(bad, byRecovery(home.recoveryText), order));
        qInfo("%lld bytes flipped, as many lengths cut", static_cast<long long>(good.size()));
    }

    void nothingStandsInItsWay()
    {
        Source source;
        Target target;
        auto vault = target.home.create();
        vault->lock();
        const QByteArray standing = contentOf(target.home.path());
        COMPARE_CODE(target.restore(source.path, byRecovery(source.home.recoveryText), target.request()),
                     ErrorCode::AlreadyExists);
        QCOMPARE(contentOf(target.home.path()), standing);
        QCOMPARE(target.home.names().filter(QStringLiteral("vault.db")).size(), target.home.names().size());
    }

    void replacingKeepsTheOldOneAside()
    {
        Source source;
        Target target;
        auto old = target.home.create();
        old->lock();
        const QByteArray standing = contentOf(target.home.path());
        transfer::RestoreRequest order = target.request();
        order.replace = true;
        const auto restored = target.restore(source.path, byRecovery(source.home.recoveryText), order);
        VERIFY_OK(restored);
        QCOMPARE(contentOf(restored->keptAs), standing);
        QCOMPARE(QFileInfo(restored->keptAs).path(), QFileInfo(target.home.path()).path());
        auto open = target.open(kNewPassphrase);
        VERIFY_OK(open);
        const auto after = everything(**open);
        VERIFY_OK(after);
        QCOMPARE(*after, source.before);
        open->reset();
        // The old one still opens, under its new name.
        vault::Vault aside(target.home.environment(), restored->keptAs);
        VERIFY_OK(aside.unlock(target.home.byPassphrase()));
        aside.lock();
        // Twice in the same second.
        const auto again = target.restore(source.path, byRecovery(source.home.recoveryText), order);
        VERIFY_OK(again);
        QVERIFY(again->keptAs != restored->keptAs);
        QCOMPARE(contentOf(restored->keptAs), standing);
    }

    void replacingWhatIsDamagedOrNoVault()
    {
        Source source;
        for (const bool vaultLike : {true, false}) {
            Target target;
            auto old = target.home.create();
            old->lock();
            QByteArray broken = vaultLike ? contentOf(target.home.path()) : QByteArray("something else");
            if (vaultLike)
                broken.replace(0, 100, QByteArray(100, 'z'));
            QVERIFY(writeFile(target.home.path(), broken));
            QVERIFY(writeFile(target.home.path() + QStringLiteral("-wal"), "a log"));
            transfer::RestoreRequest order = target.request();
            order.replace = true;
            const auto restored = target.restore(source.path, byRecovery(source.home.recoveryText), order);
            VERIFY_OK(restored);
            QCOMPARE(contentOf(restored->keptAs), broken);
            QCOMPARE(contentOf(restored->keptAs + QStringLiteral("-wal")), QByteArray("a log"));
            auto open = target.open(kNewPassphrase);
            VERIFY_OK(open);
            const auto after = everything(**open);
            VERIFY_OK(after);
            QCOMPARE(*after, source.before);
        }
    }

    void replacingAnOpenVaultIsRefused()
    {
        Source source;
        Target target;
        auto old = target.home.create();
        const QStringList names = target.home.names();
        transfer::RestoreRequest order = target.request();
        order.replace = true;
        COMPARE_CODE(target.restore(source.path, byRecovery(source.home.recoveryText), order), ErrorCode::Busy);
        VERIFY_OK(everything(*old));
        QCOMPARE(target.home.names().filter(QStringLiteral("before-restore")), QStringList());
        QCOMPARE(target.home.names().filter(QStringLiteral(".new-")), QStringList());
        old->lock();
        VERIFY_OK(target.restore(source.path, byRecovery(source.home.recoveryText), order));
    }

    void aFaultOnTheWayMakesNothing()
    {
        Source source;
        for (const ErrorCode code : {ErrorCode::DiskFull, ErrorCode::IoFailure}) {
            for (int point = 0; point < 3; ++point) {
                Target target;
                Hooks hooks;
                const auto fault = [code]() -> base::Result<void> { return base::fail(code); };
                if (point == 0)
                    hooks.beforeCommit = fault;
                if (point == 1)
                    hooks.beforePutRoot = fault;
                if (point == 2)
                    hooks.beforeAppend = fault;
                HookedFileSystem files(target.home.files, hooks);
                const vault::Environment environment{files, *target.home.anchors, target.home.clock, target.random};
                const auto reader = transfer::BackupReader::open(source.path);
                VERIFY_OK(reader);
                const auto opened = (*reader)->unlock(byRecovery(source.home.recoveryText));
                VERIFY_OK(opened);
                QVERIFY(!transfer::restoreBackup(environment, **reader, *opened, target.request()));
                QCOMPARE(leftovers(target), QStringList());
            }
        }
    }

    void itGivesWayWhenAsked()
    {
        Source source;
        Target target;
        int rows = 0;
        transfer::RestoreRequest order = target.request();
        order.stop = [&rows] { return ++rows < 0; };
        VERIFY_OK(target.restore(source.path, byRecovery(source.home.recoveryText), order));
        const int all = rows;
        for (const int at : {1, all / 2 + 1, all}) {
            Target other;
            int asked = 0;
            transfer::RestoreRequest stopped = other.request();
            stopped.stop = [&asked, at] { return ++asked == at; };
            COMPARE_CODE(other.restore(source.path, byRecovery(source.home.recoveryText), stopped), ErrorCode::Cancelled);
            QCOMPARE(leftovers(other), QStringList());
        }
    }

    void aDryRunTellsWhatIsInIt()
    {
        Source source;
        Target target;
        const auto reader = transfer::BackupReader::open(source.path);
        VERIFY_OK(reader);
        const auto opened = (*reader)->unlock(byRecovery(source.home.recoveryText));
        VERIFY_OK(opened);
        const auto listing = transfer::listBackup(target.environment(), **reader, *opened, {});
        VERIFY_OK(listing);
        QCOMPARE(listing->vault, source.home.vaultId);
        QCOMPARE(listing->entries.size(), 2); // what was removed is not told
        QVERIFY(listing->hasPassphrase);
        QStringList names;
        for (const auto &entry : listing->entries)
            names << QStringLiteral("%1 %2 %3").arg(entry.name, vault::kindName(entry.kind)).arg(entry.versions);
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("a note generic 1"), QStringLiteral("bitget/main exchange 3")}));
        QCOMPARE(leftovers(target), QStringList());
    }

    void restoredAgainAndAgain()
    {
        // A backup of a restored vault: new uuid, same paper.
        Source source;
        Target first;
        VERIFY_OK(first.restore(source.path, byRecovery(source.home.recoveryText), first.request()));
        auto open = first.open(kNewPassphrase);
        VERIFY_OK(open);
        const QString path = first.home.file(QStringLiteral("second.lkb"));
        VERIFY_OK(backUp(sessionOf(**open), path));
        Target second(7);
        VERIFY_OK(second.restore(path, byRecovery(source.home.recoveryText), second.request()));
        auto last = second.open(kNewPassphrase);
        VERIFY_OK(last);
        const auto after = everything(**last);
        VERIFY_OK(after);
        QCOMPARE(*after, source.before);
    }

    void aBackupOfTheFirstVersionRestores()
    {
        Target target;
        const QString golden = QStringLiteral(LATCHKEY_TEST_DATA "/backup-1.lkb");
        const auto restored = target.restore(golden, byRecovery(contentOf(golden + QStringLiteral(".recovery")).trimmed()),
                                             target.request());
        VERIFY_OK(restored);
        auto open = target.open(kNewPassphrase);
        VERIFY_OK(open);
        const auto after = everything(**open);
        VERIFY_OK(after);
        QCOMPARE(after->join(u'\n') + u'\n', QString::fromUtf8(contentOf(golden + QStringLiteral(".txt"))));
        Target other;
        VERIFY_OK(other.restore(golden, byPassphrase(kBackupPassphrase), other.request()));
    }
};

LATCHKEY_TEST_MAIN(TestRestore)
#include "tst_restore.moc"
