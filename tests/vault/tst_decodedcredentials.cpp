// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/decodedcredentials.h"

#include "support/testmain.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;

namespace {

std::shared_ptr<const vault::Credential> credential(const QUuid &id, const QString &name)
{
    auto out = std::make_shared<vault::Credential>();
    out->id = id;
    out->name = name;
    return out;
}

QUuid numbered(uint number)
{
    return QUuid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
}

} // namespace

class TestDecodedCredentials final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersForTheSameBytesOnly()
    {
        vault::DecodedCredentials cache;
        const QUuid id = numbered(1);
        QVERIFY(!cache.find(id, "one"));
        const auto first = credential(id, QStringLiteral("a"));
        cache.insert("one", first);
        QCOMPARE(cache.find(id, "one"), first);
        QVERIFY(!cache.find(id, "two"));
        QVERIFY(!cache.find(numbered(2), "one"));
        const auto second = credential(id, QStringLiteral("b"));
        cache.insert("two", second);
        QCOMPARE(cache.find(id, "two"), second);
        QVERIFY(!cache.find(id, "one"));
    }

    void isBounded()
    {
        vault::DecodedCredentials cache;
        const auto count = [&cache] {
            qsizetype held = 0;
            for (uint i = 0; i < 3 * vault::DecodedCredentials::kMost; ++i)
                held += cache.find(numbered(i), "x") ? 1 : 0;
            return held;
        };
        for (uint i = 0; i < 2 * vault::DecodedCredentials::kMost + 7; ++i) {
            cache.insert("x", credential(numbered(i), QString()));
            QVERIFY(cache.find(numbered(i), "x"));
        }
        QVERIFY(count() > 0);
        QVERIFY(count() <= vault::DecodedCredentials::kMost);
    }

    /// What was given out once is not given out again on the strength of that: whatever became of it, here or in another process.
    void followsEveryChange()
    {
        Home home;
        const auto here = home.create();
        vault::CredentialStore store(sessionOf(*here));
        const vault::AuditEvent event = auditEvent(QStringLiteral("test"));
        const auto added = store.add(named(QStringLiteral("a")), newVersion({QStringLiteral("x=1")}), event);
        VERIFY_OK(added);
        const QList<vault::ReleaseRequest> wanted{{added->id, std::nullopt, {QStringLiteral("x")}}};
        const auto given = [&]() -> QByteArray {
            const auto out = store.release(wanted, event);
            return out ? base::toByteArray(out->front().at(QStringLiteral("x")).exposeBytes())
                       : QByteArray(base::codeName(out.error().code).data());
        };
        QCOMPARE(given(), QByteArray("1"));
        QCOMPARE(given(), QByteArray("1"));
        VERIFY_OK(store.addVersion(added->id, newVersion({QStringLiteral("x=2")}), event));
        QCOMPARE(given(), QByteArray("2"));
        const auto elsewhere = home.open();
        VERIFY_OK(elsewhere);
        vault::CredentialStore others(sessionOf(**elsewhere));
        VERIFY_OK(others.addVersion(added->id, newVersion({QStringLiteral("x=3")}), event));
        QCOMPARE(given(), QByteArray("3"));
        VERIFY_OK(others.setState(added->id, 3, vault::VersionState::Compromised, event));
        QCOMPARE(given(), QByteArray("version_not_found"));
        VERIFY_OK(others.remove(added->id, event));
        QCOMPARE(given(), QByteArray("not_found"));
    }
};

LATCHKEY_TEST_MAIN(TestDecodedCredentials)
#include "tst_decodedcredentials.moc"
