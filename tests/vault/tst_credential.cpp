// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credential.h"

#include "support/testmain.h"
#include "vault/credentialstore.h"
#include "vaultfixture.h"

#include <QObject>

#include <array>

using namespace vaulttest;
using base::ErrorCode;
using vault::Credential;
using vault::VersionState;
using enum vault::VersionState;

namespace {

constexpr std::array kStates{Pending, Current, Previous, Retired, Rejected, Compromised};

qsizetype countOf(const Credential &credential, VersionState state)
{
    return std::ranges::count(credential.versions, state, &vault::VersionInfo::state);
}

} // namespace

/// The states of versions and the steps between them.
class TestCredential final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void steps_data()
    {
        QTest::addColumn<VersionState>("from");
        QTest::addColumn<QList<VersionState>>("to");
        QTest::newRow("pending") << Pending << QList{Current, Rejected, Compromised};
        QTest::newRow("current") << Current << QList{Pending, Previous, Compromised};
        QTest::newRow("previous") << Previous << QList{Current, Retired, Compromised};
        QTest::newRow("retired") << Retired << QList{Compromised};
        QTest::newRow("rejected") << Rejected << QList{Compromised};
        QTest::newRow("compromised") << Compromised << QList<VersionState>();
    }
    void steps()
    {
        QFETCH(VersionState, from);
        QFETCH(QList<VersionState>, to);
        for (const VersionState state : kStates)
            QCOMPARE(vault::mayBecome(from, state), to.contains(state));
    }

    // Every step between all states is tried in a vault in an order that a fixed seed gives; the rules hold after each.
    void anyOrderOfSteps()
    {
        Home home;
        auto vault = home.create();
        vault::CredentialStore store(sessionOf(*vault));
        Credential credential = named(QStringLiteral("a"));
        credential.keepVersions = 6;
        const auto added = store.add(credential, newVersion({QStringLiteral("value=1")}), {});
        VERIFY_OK(added);
        testsupport::SequenceRandom random(5);
        const auto pick = [&random](std::size_t below) {
            std::array<unsigned char, 1> byte{};
            return random.fill(byte) ? byte[0] % below : 0;
        };
        int taken = 0;
        int refused = 0;
        for (int round = 0; round < 400; ++round) {
            const auto before = store.get(added->id);
            VERIFY_OK(before);
            if (pick(4) == 0) {
                const VersionState state = pick(2) == 0 ? Current : Pending;
                VERIFY_OK(store.addVersion(added->id, newVersion({QStringLiteral("value=x")}, state), {}));
            } else {
                const vault::VersionInfo &version = before->versions.at(
                    static_cast<qsizetype>(pick(static_cast<std::size_t>(before->versions.size()))));
                const VersionState to = kStates.at(pick(kStates.size()));
                const bool allowed = to == version.state || vault::mayBecome(version.state, to);
                const auto done = store.setState(added->id, version.number, to, {});
                QCOMPARE(done.has_value(), allowed);
                if (done)
                    QCOMPARE(done->version(version.number)->state, to);
                else
                    QCOMPARE(store.get(added->id)->revision, before->revision);
                ++(allowed ? taken : refused);
            }
            const auto after = store.get(added->id);
            VERIFY_OK(after);
            QVERIFY(countOf(*after, Pending) <= 1);
            QVERIFY(countOf(*after, Current) <= 1);
            QVERIFY(after->versions.size() <= 7); // the newest stays whatever it is
            for (const vault::VersionInfo &old : before->versions) {
                const vault::VersionInfo *now = after->version(old.number);
                if (now != nullptr && (old.state == Retired || old.state == Rejected || old.state == Compromised))
                    QVERIFY(now->state == old.state || now->state == Compromised);
            }
        }
        QVERIFY(taken > 50);
        QVERIFY(refused > 50);
        QVERIFY(store.findUnreadable()->isEmpty());
        QCOMPARE(*sessionOf(*vault).verifyEverything(), QStringList());
    }

    // Brought back, a version goes where it went in its time, and is sealed for that meanwhile.
    void destinationsGoWithVersions()
    {
        Home home;
        auto vault = home.create();
        vault::CredentialStore store(sessionOf(*vault));
        const QString &url = vault::attribute::kBaseUrl;
        const auto added = store.add(named(QStringLiteral("a")), newVersion({QStringLiteral("value=1")}), {});
        VERIFY_OK(added);
        const auto next = [&](const QString &value, const QString &address) {
            vault::NewVersion version = newVersion({QStringLiteral("value=") + value});
            version.changes = {{url, address}};
            return store.addVersion(added->id, version, {});
        };
        const base::Digest32 first = added->destination();
        VERIFY_OK(next(QStringLiteral("2"), QStringLiteral("https://b.example")));
        const auto third = next(QStringLiteral("3"), QStringLiteral("https://c.example"));
        VERIFY_OK(third);
        QVERIFY(third->destination(*third->version(1)) == first);
        QCOMPARE(third->attributesFor(*third->version(2)).value(url), QStringLiteral("https://b.example"));
        QVERIFY(store.findUnreadable()->isEmpty());
        auto back = store.setState(added->id, 1, Current, {});
        VERIFY_OK(back);
        QVERIFY(!back->attributes.contains(url));
        QVERIFY(back->destination() == first);
        QCOMPARE(back->attributesFor(*back->version(3)).value(url), QStringLiteral("https://c.example"));
        QVERIFY(store.findUnreadable()->isEmpty());
        back = store.setState(added->id, 2, Current, {});
        VERIFY_OK(back);
        QCOMPARE(back->attributeValue(url), QStringLiteral("https://b.example"));
        const auto values = store.release({request(added->id), request(added->id, 1), request(added->id, 3)}, {});
        VERIFY_OK(values);
        QCOMPARE(shown(values->at(0)) + shown(values->at(1)) + shown(values->at(2)),
                 QStringLiteral("value=2value=1value=3"));
        VERIFY_OK(store.setState(added->id, 3, Retired, {}));
        QVERIFY(store.findUnreadable()->isEmpty());
        QCOMPARE(*sessionOf(*vault).verifyEverything(), QStringList());
    }

    void retiredTogether()
    {
        Home home;
        auto vault = home.create();
        vault::CredentialStore store(sessionOf(*vault));
        const auto added = store.add(named(QStringLiteral("a")), newVersion({QStringLiteral("value=1")}), {});
        VERIFY_OK(added);
        VERIFY_OK(store.addVersion(added->id, newVersion({QStringLiteral("value=2")}), {}));
        const auto last = store.addVersion(added->id, newVersion({QStringLiteral("value=3")}), {});
        VERIFY_OK(last);
        vault::CredentialChange change;
        change.retired = {1, 3}; // the one in use is none of the earlier ones
        COMPARE_CODE(store.change(*last, change, {}), ErrorCode::VersionNotFound);
        QCOMPARE(states(*store.get(added->id)), QStringLiteral("1:previous 2:previous 3:current"));
        change.retired = {1, 2};
        VERIFY_OK(store.change(*last, change, {}));
        QCOMPARE(states(*store.get(added->id)), QStringLiteral("1:retired 2:retired 3:current"));
    }

    void rotationDue()
    {
        Credential credential = named(QStringLiteral("a"));
        QVERIFY(!credential.rotationDueMs());
        credential.attributes.insert(vault::attribute::kRotateEvery, QStringLiteral("1000"));
        QVERIFY(!credential.rotationDueMs()); // nothing is in use
        vault::VersionInfo version;
        version.number = 1;
        version.createdAtMs = 500;
        credential.versions << version;
        QCOMPARE(credential.rotationDueMs(), std::optional<std::int64_t>(1500));
        credential.attributes.insert(vault::attribute::kRotateEvery, QStringLiteral("often"));
        QVERIFY(!credential.rotationDueMs());
    }
};

LATCHKEY_TEST_MAIN(TestCredential)
#include "tst_credential.moc"
