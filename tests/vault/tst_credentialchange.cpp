// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialstore.h"

#include "support/testmain.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::Credential;
using vault::ReleaseRequest;
using vault::VersionState;

/// Several things about a credential in one transaction, and what waits with a pending version.
class TestCredentialChange final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_home = std::make_unique<Home>();
        m_vault = m_home->create();
    }
    void cleanup() { m_vault.reset(); }

    void changeIsOneStep()
    {
        const QUuid id = add(QStringLiteral("a"));
        const Credential seen = *store().get(id);
        QStringList many;
        for (int i = 0; i < 257; ++i)
            many << QStringLiteral("f%1=v").arg(i);
        const vault::NewVersion tooMany = newVersion(many);
        vault::CredentialChange change;
        change.attributes = {{QStringLiteral("x"), QStringLiteral("1")}};
        change.version = &tooMany;
        change.report = "{}";
        COMPARE_CODE(store().change(seen, change, auditEvent(QStringLiteral("e"))), ErrorCode::InvalidArgument);
        QCOMPARE(store().get(id)->attributes, seen.attributes);
        QCOMPARE(*store().report(id), QByteArray());
        const vault::NewVersion second = newVersion({QStringLiteral("value=2")});
        change.version = &second;
        const auto done = store().change(seen, change, auditEvent(QStringLiteral("e")), auditEvent(QStringLiteral("also")));
        VERIFY_OK(done);
        QCOMPARE(done->attributes, change.attributes);
        QCOMPARE(states(*done), QStringLiteral("1:previous 2:current"));
        QCOMPARE(*store().report(id), QByteArray("{}"));
        const QList<vault::AuditEntry> log = lastEntries(2);
        QCOMPARE(log[0].event.kind + log[1].event.kind, QStringLiteral("alsoe"));
        QCOMPARE(log[0].event.name, QStringLiteral("a"));
        COMPARE_CODE(store().change(seen, change, {}), ErrorCode::Conflict);
    }

    // A pending version is sealed for where it is to go; the one in use stays where it is.
    void pendingHasItsOwnDestination()
    {
        const QUuid id = add(QStringLiteral("a"));
        const QString there = QStringLiteral("https://example.org");
        const base::Digest32 here = store().get(id)->destination();
        const auto pend = [&] {
            vault::NewVersion next = newVersion({QStringLiteral("value=2")}, VersionState::Pending);
            next.changes = {{vault::attribute::kBaseUrl, there}};
            return store().addVersion(id, next, {});
        };
        const auto pended = pend();
        VERIFY_OK(pended);
        QVERIFY(pended->attributes.isEmpty());
        QVERIFY(pended->destination() == here);
        QVERIFY(pended->destination(*pended->pending()) != here);
        ReleaseRequest waiting = request(id, 2);
        waiting.allowPending = true;
        QCOMPARE(released(waiting), QStringLiteral("value=2"));
        QCOMPARE(released(request(id)), QStringLiteral("value=1"));
        QVERIFY(store().findUnreadable()->isEmpty());
        // Replaced before it came to that: nothing of it is left.
        const auto replaced = pend();
        VERIFY_OK(replaced);
        QVERIFY(replaced->version(2)->changes.isEmpty());
        QVERIFY(store().findUnreadable()->isEmpty());
        const auto used = store().setState(id, 3, VersionState::Current, {});
        VERIFY_OK(used);
        QCOMPARE(used->attributeValue(vault::attribute::kBaseUrl), there);
        QVERIFY(used->current()->changes.isEmpty());
        QCOMPARE(released(request(id)), QStringLiteral("value=2"));
        QCOMPARE(released(request(id, 1)), QStringLiteral("value=1"));
        QVERIFY(store().findUnreadable()->isEmpty());
        QCOMPARE(*sessionOf(*m_vault).verifyEverything(), QStringList());
    }

    void heldBackByKey()
    {
        const auto keyed = [](const char *key) {
            vault::NewVersion out = newVersion({QStringLiteral("value=") + QString::fromLatin1(key)});
            out.keyId = vault::keyIdOf(secret(key));
            return out;
        };
        const auto added = store().add(named(QStringLiteral("a")), keyed("k"), {});
        VERIFY_OK(added);
        VERIFY_OK(store().addVersion(added->id, keyed("other"), {}));
        const auto last = store().addVersion(added->id, keyed("k"), {});
        VERIFY_OK(last);
        vault::CredentialChange mark;
        const QString key = Credential::markOf(*last->current());
        mark.attributes = {{vault::attribute::kHeldBack, last->markedList(vault::attribute::kHeldBack, key, true)}};
        const auto held = store().change(*last, mark, {});
        VERIFY_OK(held);
        COMPARE_CODE(store().release({request(added->id)}, {}), ErrorCode::ConsentRequired);
        COMPARE_CODE(store().release({request(added->id, 1)}, {}), ErrorCode::ConsentRequired);
        QCOMPARE(released(request(added->id, 2)), QStringLiteral("value=other"));
        mark.attributes = {{vault::attribute::kWithdrawConsent, key}};
        VERIFY_OK(store().change(*held, mark, {}));
        QCOMPARE(released(request(added->id, 1)), QStringLiteral("value=k"));
    }

private:
    vault::CredentialStore store() { return vault::CredentialStore(sessionOf(*m_vault)); }
    QUuid add(const QString &name)
    {
        const auto out = store().add(named(name), newVersion({QStringLiteral("value=1")}), {});
        return out ? out->id : QUuid();
    }
    QString released(const ReleaseRequest &what)
    {
        const auto out = store().release({what}, auditEvent(QStringLiteral("released")));
        return out ? shown(out->front()) : describe(out.error());
    }
    QList<vault::AuditEntry> lastEntries(std::size_t limit)
    {
        QList<vault::AuditEntry> out;
        vault::Session &session = sessionOf(*m_vault);
        const auto done = session.read([&]() -> base::Result<void> {
            LATCHKEY_TRY(out, session.audit().list(0, limit));
            return {};
        });
        return done ? out : QList<vault::AuditEntry>();
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<vault::Vault> m_vault;
};

LATCHKEY_TEST_MAIN(TestCredentialChange)
#include "tst_credentialchange.moc"
