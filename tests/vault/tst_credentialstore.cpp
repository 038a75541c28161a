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

class TestCredentialStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_home = std::make_unique<Home>();
        m_vault = m_home->create();
    }
    void cleanup() { m_vault.reset(); }

    void addAndFind()
    {
        Credential credential = named(QStringLiteral("Bitget/Main"));
        credential.kind = vault::CredentialKind::Exchange;
        credential.description = QStringLiteral("ключ");
        credential.tags = {QStringLiteral("bot")};
        credential.attributes = {{vault::attribute::kExchange, QStringLiteral("bitget")}};
        auto version = newVersion({QStringLiteral("api_key=K"), QStringLiteral("api_secret=S"),
                                   QStringLiteral("passphrase=")});
        version.note = QStringLiteral("first");
        version.keyHint = QStringLiteral("bg…");
        const auto added = store().add(credential, version, auditEvent(QStringLiteral("credential-added")));
        VERIFY_OK(added);
        QCOMPARE(added->id.version(), QUuid::Random);
        QCOMPARE(added->createdAtMs, m_home->clock.nowMs());
        QCOMPARE(added->revision, std::uint64_t{1});
        QCOMPARE(states(*added), QStringLiteral("1:current"));
        QCOMPARE(added->versions.first().fields,
                 (QStringList{QStringLiteral("api_key"), QStringLiteral("api_secret"), QStringLiteral("passphrase")}));

        for (const QString &name : {QStringLiteral("Bitget/Main"), QStringLiteral("bitget/MAIN")}) {
            const auto found = store().find(name);
            VERIFY_OK(found);
            QVERIFY(found->has_value());
            QCOMPARE((*found)->id, added->id);
            QCOMPARE((*found)->name, QStringLiteral("Bitget/Main"));
            QCOMPARE((*found)->description, credential.description);
            QCOMPARE((*found)->tags, credential.tags);
            QCOMPARE((*found)->attributes, credential.attributes);
            QCOMPARE((*found)->versions.first().note, QStringLiteral("first"));
            QCOMPARE((*found)->versions.first().keyHint, QStringLiteral("bg…"));
        }
        QVERIFY(!store().find(QStringLiteral("bitget"))->has_value());
        VERIFY_OK(store().get(added->id));
        COMPARE_CODE(store().get(QUuid::createUuid()), ErrorCode::NotFound);
        // An empty value is a value.
        QCOMPARE(released(request(added->id)), QStringLiteral("api_key=K;api_secret=S;passphrase="));
    }

    void manyAtOnce()
    {
        add(QStringLiteral("taken"));
        const auto counter = sessionOf(*m_vault).integrity().root().counter;
        const auto item = [](const QString &name, const QString &value) {
            return vault::NewCredential{named(name), newVersion({QStringLiteral("value=") + value})};
        };
        std::vector<vault::NewCredential> items;
        items.push_back(item(QStringLiteral("a"), QStringLiteral("1")));
        items.push_back(item(QStringLiteral("TAKEN"), QStringLiteral("2")));
        items.push_back(item(QStringLiteral("A"), QStringLiteral("3"))); // taken since a moment ago
        items.push_back(item(QStringLiteral("b"), QStringLiteral("4")));
        const auto out = store().addMany(std::move(items), auditEvent(QStringLiteral("imported")));
        VERIFY_OK(out);
        QCOMPARE(out->size(), 4);
        QVERIFY(out->at(0) && !out->at(1) && !out->at(2) && out->at(3));
        QCOMPARE(released(request(out->at(0)->id)), QStringLiteral("value=1"));
        QCOMPARE(released(request(out->at(3)->id)), QStringLiteral("value=4"));
        QCOMPARE(sessionOf(*m_vault).integrity().root().counter, counter + 1);
        QStringList log;
        for (const vault::AuditEntry &entry : lastEntries(5))
            log << entry.event.kind + QLatin1Char(' ') + entry.event.name;
        QCOMPARE(log.first(3),
                 (QStringList{QStringLiteral("imported a"), QStringLiteral("imported b"), QStringLiteral("imported ")}));
        // All or nothing when one of them cannot be stored.
        items.clear();
        items.push_back(item(QStringLiteral("c"), QStringLiteral("5")));
        items.push_back(item(QStringLiteral("d"), QString(2 << 20, QLatin1Char('x'))));
        COMPARE_CODE(store().addMany(std::move(items), auditEvent(QStringLiteral("imported"))), ErrorCode::InvalidArgument);
        QVERIFY(!store().find(QStringLiteral("c"))->has_value());
        QCOMPARE(store().list()->size(), 3);
        QCOMPARE(*sessionOf(*m_vault).verifyEverything(), QStringList());
    }

    // What is remembered of names goes with the rows, also when a change is taken back or another process makes it.
    void namesFollowTheRows()
    {
        const auto known = [this](const char *name) { return store().find(QString::fromLatin1(name)); };
        const QUuid id = add(QStringLiteral("a"));
        QVERIFY(!known("b")->has_value()); // a miss: from now on all names are known
        Credential credential = *store().get(id);
        credential.name = QStringLiteral("b");
        VERIFY_OK(store().update(credential, {}));
        QVERIFY(!known("a")->has_value());
        QVERIFY(known("b")->has_value());
        VERIFY_OK(store().remove(id, {}));
        QVERIFY(!known("b")->has_value());
        vault::NewVersion tooBig = newVersion({QStringLiteral("value=") + QString(2 << 20, QLatin1Char('x'))});
        std::vector<vault::NewCredential> items;
        items.push_back({named(QStringLiteral("c")), newVersion({QStringLiteral("value=1")})});
        items.push_back({named(QStringLiteral("d")), std::move(tooBig)});
        COMPARE_CODE(store().addMany(std::move(items), {}), ErrorCode::InvalidArgument);
        QVERIFY(!known("c")->has_value());
        auto other = m_home->open();
        VERIFY_OK(other);
        const auto theirs = vault::CredentialStore(sessionOf(**other))
                                .add(named(QStringLiteral("e")), newVersion({QStringLiteral("value=1")}), {});
        VERIFY_OK(theirs);
        QVERIFY(known("e")->has_value());
        VERIFY_OK(vault::CredentialStore(sessionOf(**other)).remove(theirs->id, {}));
        QVERIFY(!known("e")->has_value());
        add(QStringLiteral("e"));
        QVERIFY(known("E")->has_value());
    }

    void namesAreTakenOverAllKinds()
    {
        const QUuid id = add(QStringLiteral("a/b"));
        Credential other = named(QStringLiteral("A/B"));
        other.kind = vault::CredentialKind::Llm;
        COMPARE_CODE(store().add(other, newVersion({QStringLiteral("x=y")}), {}), ErrorCode::AlreadyExists);
        QCOMPARE(store().list()->size(), 1);
        VERIFY_OK(store().remove(id, {}));
        VERIFY_OK(store().add(other, newVersion({QStringLiteral("x=y")}), {}));
    }

    void listIsSortedByName()
    {
        for (const char *name : {"b", "C", "a/z", "A/y", "B/a"})
            add(QString::fromLatin1(name));
        QStringList names;
        const auto list = store().list();
        VERIFY_OK(list);
        for (const Credential &credential : *list)
            names << credential.name;
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("A/y a/z b B/a C"));
    }

    void versionStates()
    {
        const QUuid id = add(QStringLiteral("a"));
        const auto next = [&](VersionState state) {
            const auto out = store().addVersion(id, newVersion({QStringLiteral("value=x")}, state), {});
            return out ? states(*out) : describe(out.error());
        };
        QCOMPARE(next(VersionState::Current), QStringLiteral("1:previous 2:current"));
        QCOMPARE(next(VersionState::Pending), QStringLiteral("1:previous 2:current 3:pending"));
        // At most one pending: the one before was never accepted.
        QCOMPARE(next(VersionState::Pending), QStringLiteral("1:previous 2:current 3:rejected 4:pending"));
        QCOMPARE(next(VersionState::Current), QStringLiteral("1:previous 2:previous 3:rejected 4:rejected 5:current"));
        const auto set = [&](std::uint32_t number, VersionState state) {
            const auto out = store().setState(id, number, state, {});
            return out ? states(*out) : describe(out.error());
        };
        // Rolling back copies nothing: the old version becomes current again.
        QCOMPARE(set(2, VersionState::Current), QStringLiteral("1:previous 2:current 3:rejected 4:rejected 5:previous"));
        QCOMPARE(set(5, VersionState::Current), QStringLiteral("1:previous 2:previous 3:rejected 4:rejected 5:current"));
        QCOMPARE(set(1, VersionState::Compromised),
                 QStringLiteral("1:compromised 2:previous 3:rejected 4:rejected 5:current"));
        QCOMPARE(set(5, VersionState::Pending), QStringLiteral("1:compromised 2:previous 3:rejected 4:rejected 5:pending"));
        QCOMPARE(set(5, VersionState::Pending), QStringLiteral("1:compromised 2:previous 3:rejected 4:rejected 5:pending"));
        COMPARE_CODE(store().setState(id, 6, VersionState::Current, {}), ErrorCode::VersionNotFound);
        COMPARE_CODE(store().setState(id, 1, VersionState::Current, {}), ErrorCode::VersionNotFound);
        COMPARE_CODE(store().setState(QUuid::createUuid(), 1, VersionState::Current, {}), ErrorCode::NotFound);
        COMPARE_CODE(store().addVersion(QUuid::createUuid(), newVersion({}), {}), ErrorCode::NotFound);
    }

    void releasable_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<ErrorCode>("byNumber"); ///< Internal stands for "given"
        QTest::newRow("pending") << 0 << ErrorCode::ConsentRequired;
        QTest::newRow("current") << 1 << ErrorCode::Internal;
        QTest::newRow("previous") << 2 << ErrorCode::Internal;
        QTest::newRow("retired") << 3 << ErrorCode::VersionNotFound;
        QTest::newRow("rejected") << 4 << ErrorCode::VersionNotFound;
        QTest::newRow("compromised") << 5 << ErrorCode::VersionNotFound;
    }
    void releasable()
    {
        QFETCH(int, state);
        QFETCH(ErrorCode, byNumber);
        const QUuid id = add(QStringLiteral("a"));
        VERIFY_OK(store().addVersion(id, newVersion({QStringLiteral("value=2")}), {}));
        VERIFY_OK(reach(id, static_cast<VersionState>(state)));
        if (byNumber == ErrorCode::Internal)
            QCOMPARE(released(request(id, 1)), QStringLiteral("value=1"));
        else
            COMPARE_CODE(store().release({request(id, 1)}, {}), byNumber);
        if (state != 0)
            QCOMPARE(released(request(id)), state == 1 ? QStringLiteral("value=1") : QStringLiteral("value=2"));
    }

    void consentIsNeededForAPendingFirst()
    {
        const auto added = store().add(named(QStringLiteral("a")),
                                       newVersion({QStringLiteral("value=1")}, VersionState::Pending), {});
        VERIFY_OK(added);
        COMPARE_CODE(store().release({request(added->id)}, {}), ErrorCode::ConsentRequired);
        VERIFY_OK(store().setState(added->id, 1, VersionState::Current, {}));
        QCOMPARE(released(request(added->id)), QStringLiteral("value=1"));
        COMPARE_CODE(store().setState(added->id, 1, VersionState::Retired, {}), ErrorCode::VersionNotFound);
        VERIFY_OK(store().setState(added->id, 1, VersionState::Compromised, {}));
        COMPARE_CODE(store().release({request(added->id)}, {}), ErrorCode::VersionNotFound);
    }

    void oldVersionsGo()
    {
        const auto added = store().add(withKeep(3), newVersion({QStringLiteral("value=1")}), {});
        VERIFY_OK(added);
        for (int i = 2; i <= 6; ++i)
            VERIFY_OK(store().addVersion(added->id, newVersion({QStringLiteral("value=%1").arg(i)}), {}));
        QCOMPARE(states(*store().get(added->id)), QStringLiteral("4:previous 5:previous 6:current"));
        QCOMPARE(query(m_home->path(), QStringLiteral("SELECT count(*) FROM record WHERE kind = 2")).toInt(), 3);
        QCOMPARE(released(request(added->id, 4)), QStringLiteral("value=4"));
        COMPARE_CODE(store().release({request(added->id, 3)}, {}), ErrorCode::VersionNotFound);
        // The current one is kept however old it is; rolled back, it pushes out others.
        VERIFY_OK(store().setState(added->id, 4, VersionState::Current, {}));
        VERIFY_OK(store().addVersion(added->id, newVersion({QStringLiteral("value=7")}, VersionState::Pending), {}));
        QCOMPARE(states(*store().get(added->id)), QStringLiteral("4:current 6:previous 7:pending"));
        Credential fewer = *store().get(added->id);
        fewer.keepVersions = 0; // stands for 1
        VERIFY_OK(store().update(fewer, {}));
        QCOMPARE(states(*store().get(added->id)), QStringLiteral("4:current 7:pending"));
    }

    // The log speaks of version numbers: none may come to mean something else.
    void numbersAreNeverUsedTwice()
    {
        const auto added = store().add(withKeep(1), newVersion({QStringLiteral("value=1")}), {});
        VERIFY_OK(added);
        VERIFY_OK(store().addVersion(added->id, newVersion({QStringLiteral("value=2")}, VersionState::Pending), {}));
        VERIFY_OK(store().setState(added->id, 2, VersionState::Rejected, {}));
        VERIFY_OK(store().update(*store().get(added->id), {})); // trims to what is kept
        const auto next = store().addVersion(added->id, newVersion({QStringLiteral("value=3")}), {});
        VERIFY_OK(next);
        QCOMPARE(next->versions.last().number, 3U);
    }

    void updateChangesMetadata()
    {
        const QUuid id = add(QStringLiteral("a"));
        add(QStringLiteral("taken"));
        Credential credential = *store().get(id);
        credential.name = QStringLiteral("b/c");
        credential.tags = {QStringLiteral("t")};
        credential.versions.clear(); // versions have methods of their own
        m_home->clock.advance(7);
        const auto updated = store().update(credential, {});
        VERIFY_OK(updated);
        QCOMPARE(updated->revision, credential.revision + 1);
        QCOMPARE(updated->updatedAtMs, m_home->clock.nowMs());
        QCOMPARE(states(*updated), QStringLiteral("1:current"));
        QVERIFY(!store().find(QStringLiteral("a"))->has_value());
        QCOMPARE((*store().find(QStringLiteral("B/C")))->id, id);
        // Stale: somebody changed it since it was read.
        COMPARE_CODE(store().update(credential, {}), ErrorCode::Conflict);
        credential = *updated;
        credential.name = QStringLiteral("TAKEN");
        COMPARE_CODE(store().update(credential, {}), ErrorCode::AlreadyExists);
        credential.name = QStringLiteral("B/c"); // only its case
        VERIFY_OK(store().update(credential, {}));
        QCOMPARE(released(request(id)), QStringLiteral("value=1"));
        credential.id = QUuid::createUuid();
        COMPARE_CODE(store().update(credential, {}), ErrorCode::NotFound);
    }

    // An old secret must not be pairable with a new destination, nor the other way round.
    void destinationIsBound()
    {
        const QUuid id = add(QStringLiteral("a"));
        VERIFY_OK(store().addVersion(id, newVersion({QStringLiteral("value=2")}), {}));
        const auto secretOf = [&](int n) {
            return query(m_home->path(), QStringLiteral("SELECT secret FROM record WHERE owner = ? AND kind = 2 AND n = ?"),
                         {id.toRfc4122(), n})
                .toByteArray();
        };
        const QByteArray before1 = secretOf(1);
        const QByteArray before2 = secretOf(2);
        Credential credential = *store().get(id);
        credential.description = QStringLiteral("no matter");
        auto updated = store().update(credential, {});
        VERIFY_OK(updated);
        QCOMPARE(secretOf(1), before1);
        credential = *updated;
        credential.attributes[vault::attribute::kBaseUrl] = QStringLiteral("https://example.org");
        updated = store().update(credential, {});
        VERIFY_OK(updated);
        QVERIFY(secretOf(1) != before1);
        QVERIFY(secretOf(2) != before2);
        QCOMPARE(released(request(id, 1)), QStringLiteral("value=1"));
        QCOMPARE(released(request(id, 2)), QStringLiteral("value=2"));
        QCOMPARE(*sessionOf(*m_vault).verifyEverything(), QStringList());
    }

    // Reading drops a byte order mark; the secret must not be bound to it.
    void destinationWithByteOrderMark()
    {
        Credential credential = named(QStringLiteral("a"));
        credential.attributes = {{vault::attribute::kBaseUrl, QStringLiteral("\ufeffhttps://example.org")}};
        const auto added = store().add(credential, newVersion({QStringLiteral("value=1")}), {});
        VERIFY_OK(added);
        m_vault.reset();
        auto again = m_home->open();
        VERIFY_OK(again);
        m_vault = *std::move(again);
        QCOMPARE(store().get(added->id)->attributes.value(vault::attribute::kBaseUrl),
                 QStringLiteral("https://example.org"));
        QCOMPARE(released(request(added->id, 1)), QStringLiteral("value=1"));
    }

    void releaseManyAtOnce()
    {
        const QUuid a = add(QStringLiteral("a"));
        const auto b = store().add(named(QStringLiteral("b")), newVersion({QStringLiteral("x=1"), QStringLiteral("y=2")}),
                                   {});
        VERIFY_OK(b);
        const auto out = store().release({request(b->id, {}, {QStringLiteral("y")}), request(a), request(b->id)},
                                         auditEvent(QStringLiteral("released")));
        VERIFY_OK(out);
        QStringList all;
        for (const base::SecretFields &one : *out)
            all << shown(one);
        QCOMPARE(all.join(QLatin1Char('|')), QStringLiteral("y=2|value=1|x=1;y=2"));
        const QList<vault::AuditEntry> entries = lastEntries(3);
        QCOMPARE(entries[0].event.name, QStringLiteral("b"));
        QCOMPARE(entries[0].event.credential, b->id);
        QCOMPARE(entries[0].event.program, QStringLiteral("test"));
        QCOMPARE(entries[0].event.details.value(QStringLiteral("fields")), QStringLiteral("y"));
        QCOMPARE(entries[1].event.name, QStringLiteral("a"));
        QCOMPARE(entries[1].event.details.value(QStringLiteral("version")), QStringLiteral("1"));
        QCOMPARE(entries[2].event.details.value(QStringLiteral("fields")), QStringLiteral("x,y"));
        // All or nothing.
        COMPARE_CODE(store().release({request(a), request(QUuid::createUuid())}, auditEvent(QStringLiteral("released"))),
                     ErrorCode::NotFound);
        COMPARE_CODE(store().release({request(a, {}, {QStringLiteral("nope")})}, auditEvent(QStringLiteral("released"))),
                     ErrorCode::FieldNotFound);
        QCOMPARE(lastEntries(1).first().seq, entries[2].seq);
    }

    void releaseOnlyWhatIsUsable()
    {
        const QUuid a = add(QStringLiteral("a"));
        const std::uint64_t before = lastEntries(1).first().seq;
        const auto refuse = [](const std::vector<base::SecretFields> &read) -> base::Result<void> {
            return base::fail(ErrorCode::MissingField, shown(read.front()));
        };
        const auto refused = store().release({request(a)}, auditEvent(QStringLiteral("released")), refuse);
        COMPARE_CODE(refused, ErrorCode::MissingField);
        QCOMPARE(refused.error().detail, QStringLiteral("value=1")); // it had seen the fields
        QCOMPARE(lastEntries(1).first().seq, before);
    }

    void removeTakesEverything()
    {
        const QUuid id = add(QStringLiteral("a"));
        VERIFY_OK(store().addVersion(id, newVersion({QStringLiteral("value=2")}), {}));
        VERIFY_OK(store().setReport(id, "{\"verdict\":\"works\"}", {}));
        VERIFY_OK(store().remove(id, auditEvent(QStringLiteral("credential-removed"))));
        QCOMPARE(query(m_home->path(), QStringLiteral("SELECT count(*) FROM record")).toInt(), 0);
        COMPARE_CODE(store().get(id), ErrorCode::NotFound);
        COMPARE_CODE(store().remove(id, {}), ErrorCode::NotFound);
        COMPARE_CODE(store().release({request(id)}, {}), ErrorCode::NotFound);
        QCOMPARE(*store().report(id), QByteArray());
        QCOMPARE(lastEntries(1).first().event.name, QStringLiteral("a"));
        QCOMPARE(*sessionOf(*m_vault).verifyEverything(), QStringList());
    }

    void reports()
    {
        const QUuid id = add(QStringLiteral("a"));
        QCOMPARE(*store().report(id), QByteArray());
        VERIFY_OK(store().setReport(id, "{\"verdict\":\"works\"}", {}));
        QCOMPARE(*store().report(id), QByteArray("{\"verdict\":\"works\"}"));
        VERIFY_OK(store().setReport(id, "{}", {}));
        QCOMPARE(*store().report(id), QByteArray("{}"));
        COMPARE_CODE(store().setReport(QUuid::createUuid(), "{}", {}), ErrorCode::NotFound);
        // A report is no edit: what the user has open stays valid.
        QCOMPARE(store().get(id)->revision, std::uint64_t{1});
    }

    void sizes()
    {
        const QByteArray big(100'000, 'v');
        vault::NewVersion version;
        version.fields.emplace(QStringLiteral("value"), secret(big.toStdString()));
        const auto added = store().add(named(QStringLiteral("big")), version, {});
        VERIFY_OK(added);
        const auto out = store().release({request(added->id)}, {});
        VERIFY_OK(out);
        QCOMPARE(textOf(out->front().at(QStringLiteral("value"))), big);
        // Beyond what an envelope holds: refused, nothing stored.
        Credential wordy = named(QStringLiteral("wordy"));
        wordy.description = QString((1 << 20) + 1, QLatin1Char('d'));
        COMPARE_CODE(store().add(wordy, newVersion({QStringLiteral("a=b")}), {}), ErrorCode::InvalidArgument);
        QStringList many;
        for (int i = 0; i < 257; ++i)
            many << QStringLiteral("f%1=v").arg(i);
        COMPARE_CODE(store().add(named(QStringLiteral("many")), newVersion(many), {}), ErrorCode::InvalidArgument);
        QCOMPARE(store().list()->size(), 1);
        QCOMPARE(*sessionOf(*m_vault).verifyEverything(), QStringList());
    }

    void nothingReadableOnDisk()
    {
        Credential credential = named(QStringLiteral("name-to-look-for"));
        credential.description = QStringLiteral("text-to-look-for");
        credential.attributes = {{QStringLiteral("key-to-look-for"), QStringLiteral("attribute-to-look-for")}};
        VERIFY_OK(store().add(credential, newVersion({QStringLiteral("field-to-look-for=value-to-look-for")}), {}));
        const QByteArray log = contentOf(m_home->path() + QStringLiteral("-wal"));
        QVERIFY(log.size() > 4096);
        QVERIFY(!log.contains("to-look-for"));
        m_vault.reset();
        QVERIFY(!contentOf(m_home->path()).contains("to-look-for"));
    }

    void survivesReopening()
    {
        const QUuid id = add(QStringLiteral("a"));
        m_vault->lock();
        VERIFY_OK(m_vault->unlock(m_home->byPassphrase(vault::VerifyDepth::Touched)));
        QCOMPARE(released(request(id)), QStringLiteral("value=1"));
        add(QStringLiteral("b")); // a one-shot command writes without having read everything
        m_vault->lock();
        VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
        QCOMPARE(store().list()->size(), 2);
    }

private:
    vault::CredentialStore store() { return vault::CredentialStore(sessionOf(*m_vault)); }
    QUuid add(const QString &name)
    {
        const auto out = store().add(named(name), newVersion({QStringLiteral("value=1")}), {});
        return out ? out->id : QUuid();
    }
    /// Takes version 1, which is an earlier one, to a state by the steps that lead there.
    base::Result<Credential> reach(const QUuid &id, VersionState state)
    {
        if (state == VersionState::Previous)
            return store().get(id);
        if (state == VersionState::Pending || state == VersionState::Rejected) {
            LATCHKEY_CHECK(store().setState(id, 1, VersionState::Current, {}));
            LATCHKEY_CHECK(store().setState(id, 1, VersionState::Pending, {}));
            if (state == VersionState::Pending)
                return store().get(id);
            LATCHKEY_CHECK(store().setState(id, 2, VersionState::Current, {}));
        }
        return store().setState(id, 1, state, {});
    }
    static Credential withKeep(std::uint32_t keep)
    {
        Credential out = named(QStringLiteral("kept"));
        out.keepVersions = keep;
        return out;
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

LATCHKEY_TEST_MAIN(TestCredentialStore)
#include "tst_credentialstore.moc"
