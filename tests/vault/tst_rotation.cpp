// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/rotation.h"

#include "rotationbench.h"
#include "support/testmain.h"
#include "vault/auditprune.h"
#include "vault/cleanuplist.h"
#include "vault/settings.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::Rotation;
using vault::SlotKind;
using vault::SlotManager;

namespace {

QStringList column(const QString &path, const QString &name)
{
    return query(path, QStringLiteral("SELECT group_concat(hex(%1)) FROM record WHERE %1 IS NOT NULL").arg(name))
        .toString()
        .split(QLatin1Char(','));
}

QStringList kinds(vault::Session &session)
{
    QStringList out;
    const auto done = session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(const auto entries, session.audit().list(0, 0));
        for (const vault::AuditEntry &entry : entries)
            out << entry.event.kind;
        return {};
    });
    return done ? out : QStringList{describe(done.error())};
}

} // namespace

class TestRotation final : public QObject, protected RotationBench {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        start();
    }
    void cleanup() { m_vault.reset(); }

    void everythingGoesOn();
    void nothingOfTheOldKeyIsLeft();
    void logGoesOn();
    void severalGenerations();
    void prunedLog();
    void oldEntriesStayProtected_data();
    void oldEntriesStayProtected();
    void waysIn();
    void keychainHalf();
    void pendingRecoveryKey();
    void otherProcessNotices();
    void olderCopyIsNoticed();
};

void TestRotation::everythingGoesOn()
{
    const QString before = everything(*m_vault);
    QVERIFY(before.contains(QStringLiteral("k1")));
    const std::uint64_t counter = session().integrity().root().counter;
    const auto done = rotate();
    VERIFY_OK(done);
    QCOMPARE(done->gen, 2U);
    QCOMPARE(done->oldKeychainEntries, QStringList());
    QCOMPARE(session().keys().gen(), 2U);
    QCOMPARE(session().integrity().root().counter, counter + 1);
    QCOMPARE(*session().verifyEverything(), QStringList());
    QCOMPARE(everything(*m_vault), before);
    // The session that rotated goes on writing, and whoever opens the file afterwards sees the same.
    vault::CredentialStore store(session());
    VERIFY_OK(store.add(named(QStringLiteral("later")), newVersion({QStringLiteral("value=x")}), {}));
    auto gone = vault::Settings(session()).all()->value(QStringLiteral("removed"));
    VERIFY_OK(store.putBack(QUuid::fromString(gone), auditEvent(QStringLiteral("credential-put-back"))));
    auto other = m_home->open();
    VERIFY_OK(other);
    QCOMPARE(everything(**other), everything(*m_vault));
    QCOMPARE(*sessionOf(**other).verifyEverything(), QStringList());
    QCOMPARE(*vault::CredentialStore(sessionOf(**other)).findUnreadable(), QStringList());
    QVERIFY(everything(**other).contains(QStringLiteral("value=old")));
    const auto found = vault::CredentialStore(sessionOf(**other)).find(QStringLiteral("BITGET/main"));
    QVERIFY(found && *found);
}

void TestRotation::nothingOfTheOldKeyIsLeft()
{
    const QStringList names{QStringLiteral("name_idx"), QStringLiteral("meta"), QStringLiteral("secret")};
    QMap<QString, QStringList> before;
    for (const QString &name : names)
        before[name] = column(m_home->path(), name);
    const QByteArray slot = query(m_home->path(), QStringLiteral("SELECT body FROM slot LIMIT 1")).toByteArray();
    const QByteArray header = query(m_home->path(), QStringLiteral("SELECT body FROM header")).toByteArray();
    VERIFY_OK(rotate());
    const QByteArray file = contentOf(m_home->path()) + contentOf(m_home->path() + QStringLiteral("-wal"));
    QVERIFY(!file.contains(slot.last(48)));
    QVERIFY(!file.contains(header.last(32)));
    for (const QString &name : names) {
        const QStringList after = column(m_home->path(), name);
        QVERIFY(!before[name].isEmpty());
        for (const QString &value : std::as_const(before[name])) {
            QVERIFY(!after.contains(value));
            QVERIFY(!file.contains(QByteArray::fromHex(value.toLatin1())));
        }
    }
}

void TestRotation::logGoesOn()
{
    const QStringList before = kinds(session());
    const vault::AuditPosition head = session().audit().head();
    VERIFY_OK(rotate());
    QCOMPARE(kinds(session()), before + QStringList({QStringLiteral("checkpoint"), QStringLiteral("key-rotated")}));
    QCOMPARE(session().integrity().root().checkpoint, session().audit().head());
    VERIFY_OK(session().read([&]() -> base::Result<void> {
        LATCHKEY_CHECK(session().audit().verify({}, head)); // what was noted of the head before is still true
        LATCHKEY_TRY(const auto page, session().audit().page(head.seq + 2, 3));
        if (page.size() != 3 || page.at(2).event.kind != QStringLiteral("checkpoint") || page.at(1).seq != head.seq)
            return base::fail(ErrorCode::Internal, QStringLiteral("page"));
        const auto &details = page.at(2).event.details;
        if (details.value(QStringLiteral("gen")) != QStringLiteral("1")
            || details.value(QStringLiteral("seq")) != QString::number(head.seq)
            || details.value(QStringLiteral("mac")) != QString::fromLatin1(base::toByteArray(head.mac).toHex()))
            return base::fail(ErrorCode::Internal, QStringLiteral("checkpoint"));
        LATCHKEY_TRY(const auto last, session().audit().list(0, 4));
        return last.size() == 4 ? base::Result<void>() : base::fail(ErrorCode::Internal);
    }));
}

void TestRotation::severalGenerations()
{
    const QString before = everything(*m_vault);
    for (const std::uint32_t gen : {2U, 3U, 4U}) {
        const auto done = rotate();
        VERIFY_OK(done);
        QCOMPARE(done->gen, gen);
        if (gen == 3) { // once by a process that has seen none of the earlier keys
            VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
        }
        QCOMPARE(everything(*m_vault), before);
    }
    VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
    QCOMPARE(*session().verifyEverything(), QStringList());
    QCOMPARE(kinds(session()).count(QStringLiteral("checkpoint")), 3);
    QCOMPARE(kinds(session()).first(), QStringLiteral("vault-created"));
    QCOMPARE(everything(*m_vault), before);
}

/// A log may be cut before a rotation, and afterwards across it.
void TestRotation::prunedLog()
{
    const auto prune = [this] {
        m_home->clock.advance(1000);
        return vault::pruneAudit(session(), m_home->clock.nowMs(), QStringLiteral("test"));
    };
    const auto isWhole = [this] {
        const auto damage = session().verifyEverything();
        return damage && damage->isEmpty();
    };
    const QString before = everything(*m_vault);
    VERIFY_OK(prune());
    VERIFY_OK(rotate());
    QVERIFY(isWhole());
    QCOMPARE(everything(*m_vault), before);
    VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
    QVERIFY(isWhole());
    VERIFY_OK(prune());
    QVERIFY(isWhole());
    QVERIFY(!kinds(session()).contains(QStringLiteral("key-rotated")));
    VERIFY_OK(rotate());
    VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
    QVERIFY(isWhole());
    QCOMPARE(everything(*m_vault), before);
}

void TestRotation::oldEntriesStayProtected_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("named");
    QTest::newRow("first generation") << "UPDATE audit SET mac = zeroblob(32) WHERE seq = 2" << "audit entry 2";
    QTest::newRow("detail") << "UPDATE audit SET detail = (SELECT detail FROM audit WHERE seq = 4) WHERE seq = 3"
                            << "audit entry 3";
    QTest::newRow("dropped") << "DELETE FROM audit WHERE seq = 1" << "audit entry 1";
    QTest::newRow("keys gone") << "DELETE FROM record WHERE kind = 13 AND n = 1" << "records 00";
    QTest::newRow("keys changed") << "UPDATE record SET secret = zeroblob(length(secret)) WHERE kind = 13 AND n = 2"
                                  << "records 00";
    QTest::newRow("keys of another") << "UPDATE record SET secret = (SELECT secret FROM record WHERE kind = 13 AND n = 1) "
                                        "WHERE kind = 13 AND n = 2"
                                     << "records 00";
}

void TestRotation::oldEntriesStayProtected()
{
    QFETCH(QString, statement);
    QFETCH(QString, named);
    VERIFY_OK(rotate());
    VERIFY_OK(rotate());
    m_vault.reset();
    QCOMPARE(tamper(m_home->path(), statement), 1);
    const auto open = m_home->open(vault::VerifyDepth::Touched);
    VERIFY_OK(open);
    const auto damage = sessionOf(**open).verifyEverything();
    VERIFY_OK(damage);
    QVERIFY2(damage->join(QLatin1Char(';')).contains(named), qPrintable(damage->join(QLatin1Char(';'))));
    COMPARE_CODE(sessionOf(**open).read([&] { return sessionOf(**open).audit().verify({}, {}); }),
                 ErrorCode::IntegrityFailure);
}

void TestRotation::waysIn()
{
    const QByteArray old = m_home->recoveryText;
    VERIFY_OK(rotate());
    QVERIFY(m_delivered != old);
    const auto refused = openBy(old);
    COMPARE_CODE(refused, ErrorCode::WrongPassphrase);
    QCOMPARE(refused.error().detail, QStringLiteral("recovery_revoked"));
    const auto byPaper = openBy(m_delivered);
    VERIFY_OK(byPaper);
    QCOMPARE(byPaper->gen, 2U);
    const auto byPassphrase = m_vault->unlock(m_home->byPassphrase());
    VERIFY_OK(byPassphrase);
    QCOMPARE(byPassphrase->id, m_home->slotId);
    QCOMPARE(byPassphrase->gen, 2U);
    QCOMPARE(SlotManager(session()).list()->size(), 2);
}

void TestRotation::keychainHalf()
{
    Home home;
    auto vault = home.create(SlotKind::PassphraseKeychain);
    Rotation rotation(sessionOf(*vault), {});
    vault::RotationInput input = with({Home::kPassphrase});
    COMPARE_CODE(rotation.plan(input), ErrorCode::KeychainUnavailable);
    input.keychainSecrets.emplace(home.slotId, secret(kNewHalf));
    COMPARE_CODE(rotation.plan(input), ErrorCode::KeychainEntryChanged);
    input.keychainSecrets.clear();
    input.keychainSecrets.emplace(home.slotId, secret(Home::kKeychainSecret));
    auto plan = rotation.plan(input);
    VERIFY_OK(plan);
    QCOMPARE(plan->kept.size(), std::size_t(1));
    COMPARE_CODE(rotation.run(*plan, order()), ErrorCode::InvalidArgument); // no new half
    const QUuid next = *base::newUuid(home.random);
    plan->kept.front().newId = next;
    plan->kept.front().newHalf = secret(kNewHalf);
    const auto done = rotation.run(*plan, order());
    VERIFY_OK(done);
    const QStringList old{vault::KeySlot::keychainName(home.vaultId, home.slotId)};
    QCOMPARE(done->oldKeychainEntries, old);
    QCOMPARE(*vault::CleanupList(sessionOf(*vault)).names(), old);
    vault::UnlockRequest request = home.byPassphrase();
    request.keychainSecrets.emplace(home.slotId, secret(Home::kKeychainSecret));
    COMPARE_CODE(vault->unlock(request), ErrorCode::NoWayIn);
    request.keychainSecrets.emplace(next, secret(Home::kKeychainSecret));
    COMPARE_CODE(vault->unlock(request), ErrorCode::KeychainEntryChanged);
    request.keychainSecrets.clear();
    request.keychainSecrets.emplace(next, secret(kNewHalf));
    VERIFY_OK(vault->unlock(request));
    // What is still to be deleted goes on to the next generation.
    input.keychainSecrets.clear();
    input.keychainSecrets.emplace(next, secret(kNewHalf));
    Rotation again(sessionOf(*vault), {});
    plan = again.plan(input);
    VERIFY_OK(plan);
    plan->kept.front().newId = *base::newUuid(home.random);
    plan->kept.front().newHalf = secret(Home::kKeychainSecret);
    VERIFY_OK(again.run(*plan, order()));
    QCOMPARE(vault::CleanupList(sessionOf(*vault)).names()->size(), 2);
    QCOMPARE(*sessionOf(*vault).verifyEverything(), QStringList());
}

void TestRotation::pendingRecoveryKey()
{
    Rotation rotation(session(), {});
    const auto plan = rotation.plan(with({Home::kPassphrase}));
    VERIFY_OK(plan);
    vault::RotationOrder pending = order();
    pending.deliver = {};
    VERIFY_OK(rotation.run(*plan, pending));
    const auto first = vault::Settings(session()).pendingRecoveryKey();
    QVERIFY(first && *first);
    VERIFY_OK(openBy(textOf(**first)));
    // A key that nobody confirmed ends with its slot, and its text with it.
    VERIFY_OK(rotate());
    const auto none = vault::Settings(session()).pendingRecoveryKey();
    QVERIFY(none && !*none);
    QCOMPARE(*session().verifyEverything(), QStringList());
    COMPARE_CODE(openBy(textOf(**first)), ErrorCode::WrongPassphrase);
    VERIFY_OK(openBy(m_delivered));
}

void TestRotation::otherProcessNotices()
{
    auto other = m_home->open();
    VERIFY_OK(other);
    VERIFY_OK(contents(**other));
    VERIFY_OK(rotate());
    vault::Session &stale = sessionOf(**other);
    QVERIFY(*stale.changedElsewhere());
    const auto nothing = [] { return base::Result<void>(); };
    for (const auto &answer : {stale.read(nothing), stale.change(auditEvent(QStringLiteral("x")), nothing),
                               stale.release({auditEvent(QStringLiteral("x"))}, nothing)}) {
        COMPARE_CODE(answer, ErrorCode::Locked);
        QCOMPARE(answer.error().detail, QStringLiteral("key_rotated"));
    }
    VERIFY_OK((*other)->unlock(m_home->byPassphrase()));
    QCOMPARE(*contents(**other), *contents(*m_vault));
}

void TestRotation::olderCopyIsNoticed()
{
    m_vault->lock();
    const QByteArray old = contentOf(m_home->path());
    VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
    VERIFY_OK(rotate());
    m_vault->lock();
    const QByteArray now = contentOf(m_home->path());
    QVERIFY(writeFile(m_home->path(), old));
    COMPARE_CODE(m_vault->unlock(m_home->byPassphrase()), ErrorCode::OlderThanLastSeen);
    QVERIFY(writeFile(m_home->path(), now));
    VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
    QCOMPARE(session().anchorVerdict(), vault::Anchor::Verdict::Fits);
}

LATCHKEY_TEST_MAIN(TestRotation)
#include "tst_rotation.moc"
