// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/versions.h"

#include "service/accountstore.h"
#include "service/jsonshapes.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

using base::ErrorCode;
using service::Versions;
using servicetest::Bench;
using servicetest::bitgetFields;
using servicetest::report;
using testsupport::await;

namespace {

const QString kFirstKey = QStringLiteral("bg_0123456789abcdef0123456789abcdef");
const QString kSecondKey = QStringLiteral("bg_fedcba9876543210fedcba9876543210");
const QString kAccount = QStringLiteral("bitget/main");

} // namespace

class TestVersions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<Bench>();
        m_versions = std::make_unique<Versions>(*m_bench->host, service::Caller{QStringLiteral("test")});
    }
    void cleanup()
    {
        m_versions.reset();
        m_bench.reset();
    }

    void rollback()
    {
        three();
        QCOMPARE(step(m_versions->rollBack(QStringLiteral("A"), 1)), QStringLiteral("1 current, 2 previous, 3 previous"));
        QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("v1"));
        QCOMPARE(step(m_versions->rollBack(QStringLiteral("a"), 1)), QStringLiteral("version_not_found: a")); // it is in use
        QCOMPARE(step(m_versions->rollBack(QStringLiteral("a"), 9)), QStringLiteral("version_not_found: a"));
        QCOMPARE(step(m_versions->rollBack(QStringLiteral("b"), 1)), QStringLiteral("not_found: b"));
        QCOMPARE(step(m_versions->rollBack(QStringLiteral("a"), 3)), QStringLiteral("1 previous, 2 previous, 3 current"));
        QCOMPARE(m_bench->auditKinds().count(QStringLiteral("version-rolled-back")), 2);
        // Nothing is copied: the next one counts on.
        m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=v4")});
        QCOMPARE(m_bench->versions(QStringLiteral("a")), QStringLiteral("1 previous, 2 previous, 3 previous, 4 current"));
    }

    // Whatever was read by number before it ended is refused after.
    void endedVersionsAreNotRead()
    {
        three();
        QCOMPARE(step(m_versions->retire(QStringLiteral("a"), 1)), QStringLiteral("1 retired, 2 previous, 3 current"));
        QCOMPARE(step(m_versions->markCompromised(QStringLiteral("a"), 2)),
                 QStringLiteral("1 retired, 2 compromised, 3 current"));
        for (const int number : {1, 2}) {
            QCOMPARE(read(number), QStringLiteral("version_not_found"));
            QCOMPARE(step(m_versions->rollBack(QStringLiteral("a"), static_cast<std::uint32_t>(number))),
                     QStringLiteral("version_not_found: a"));
        }
        QCOMPARE(read(3), QStringLiteral("v3"));
        QCOMPARE(step(m_versions->retire(QStringLiteral("a"), 3)), QStringLiteral("version_not_found: a")); // in use
        QCOMPARE(step(m_versions->markCompromised(QStringLiteral("a"), 1)),
                 QStringLiteral("1 compromised, 2 compromised, 3 current"));
        // The one in use: then there is none.
        QCOMPARE(step(m_versions->markCompromised(QStringLiteral("a"), 3)),
                 QStringLiteral("1 compromised, 2 compromised, 3 compromised"));
        QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("version_not_found"));
        m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=v4")});
        QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("v4"));
    }

    void stagedThenCommitted()
    {
        m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("user=u"), QStringLiteral("password=p1")});
        QCOMPARE(stage({QStringLiteral("password=p2")}), QStringLiteral("1 current, 2 pending"));
        QCOMPARE(m_bench->got(QStringLiteral("a#password")), QStringLiteral("p1"));
        QCOMPARE(m_bench->got(QStringLiteral("latchkey://a/password?version=2")), QStringLiteral("consent_required"));
        QCOMPARE(step(m_versions->commit(QStringLiteral("a"))), QStringLiteral("1 previous, 2 current"));
        QCOMPARE(m_bench->got(QStringLiteral("a#password")), QStringLiteral("p2"));
        QCOMPARE(m_bench->got(QStringLiteral("a#user")), QStringLiteral("u"));
        QCOMPARE(step(m_versions->commit(QStringLiteral("a"))), QStringLiteral("version_not_found: a"));
        QCOMPARE(step(m_versions->retireOld(QStringLiteral("a"))), QStringLiteral("1 retired, 2 current"));
        QCOMPARE(step(m_versions->retireOld(QStringLiteral("a"))), QStringLiteral("version_not_found: a"));
        QCOMPARE(stage({}), QStringLiteral("missing_field: value"));
        QCOMPARE(stage({QStringLiteral("password=")}), QStringLiteral("empty_field: password"));
    }

    void turnedBack()
    {
        three();
        QCOMPARE(stage({QStringLiteral("value=v4")}), QStringLiteral("1 previous, 2 previous, 3 current, 4 pending"));
        QCOMPARE(step(m_versions->turnBack(QStringLiteral("a"))),
                 QStringLiteral("1 previous, 2 previous, 3 current, 4 rejected"));
        QCOMPARE(read(4), QStringLiteral("version_not_found"));
        QCOMPARE(step(m_versions->turnBack(QStringLiteral("a"))),
                 QStringLiteral("1 previous, 2 current, 3 previous, 4 rejected"));
        // What waits goes on waiting while the one in use is exchanged for an earlier one.
        stage({QStringLiteral("value=v5")});
        QCOMPARE(step(m_versions->rollBack(QStringLiteral("a"), 1)),
                 QStringLiteral("1 current, 2 previous, 3 previous, 4 rejected, 5 pending"));
        m_bench->putSecret(QStringLiteral("only"), {QStringLiteral("value=1")});
        QCOMPARE(step(m_versions->turnBack(QStringLiteral("only"))), QStringLiteral("version_not_found: only"));
    }

    // A key that may withdraw is not brought back by a rollback either.
    void consentIsNotSkipped()
    {
        account();
        hold(kFirstKey);
        const QString before = m_bench->versions(kAccount);
        QCOMPARE(step(m_versions->rollBack(kAccount, 1)), QStringLiteral("consent_required: bitget/main"));
        QCOMPARE(step(m_versions->turnBack(kAccount)), QStringLiteral("consent_required: bitget/main"));
        QCOMPARE(m_bench->versions(kAccount), before);
    }

    void accountRollsBack()
    {
        account();
        QCOMPARE(m_bench->versions(kAccount), QStringLiteral("1 previous, 2 current"));
        QCOMPARE(m_bench->stored(kAccount).attributeValue(vault::attribute::kAccountUid), QStringLiteral("1"));
        QCOMPARE(step(m_versions->rollBack(kAccount, 1)), QStringLiteral("1 current, 2 previous"));
        QCOMPARE(m_bench->got(QStringLiteral("bitget/main#api_key")), kFirstKey);
        // What was found about the other key says nothing about this one.
        QVERIFY(!m_bench->stored(kAccount).attributes.contains(vault::attribute::kAccountUid));
        const auto shown = await(m_bench->exchanges->show(kAccount));
        QVERIFY(shown);
        QVERIFY(!shown->lastCheck);
        m_bench->bitget->answer = report(QStringLiteral("works"));
        const auto checked = await(m_bench->exchanges->check(kAccount));
        QVERIFY(checked);
        QVERIFY(checked->inUse);
    }

    // A replacement at another address: brought back, the key goes where it went.
    void accountGoesBackToItsAddress()
    {
        account();
        service::ExchangeOptions options;
        options.check = false;
        options.baseUrl = QStringLiteral("https://api.bitget.example");
        QVERIFY(await(m_bench->exchanges->update(kAccount, options,
                                                 bitgetFields(QStringLiteral("bg_00000000000000000000000000000003")))));
        QCOMPARE(m_bench->stored(kAccount).attributeValue(vault::attribute::kBaseUrl), options.baseUrl);
        QCOMPARE(step(m_versions->rollBack(kAccount, 2)), QStringLiteral("1 previous, 2 current, 3 previous"));
        QVERIFY(!m_bench->stored(kAccount).attributes.contains(vault::attribute::kBaseUrl));
        QVERIFY(await(m_bench->integrity->verify()));
    }

    void accountsReplacementIsTheExchangesToJudge()
    {
        account();
        QCOMPARE(step(m_versions->stage(kAccount, bitgetFields())), QStringLiteral("invalid_argument: bitget/main"));
        m_bench->bitget->answer = report(QStringLiteral("unchecked:network"));
        QVERIFY(await(m_bench->exchanges->update(kAccount, {},
                                                 bitgetFields(QStringLiteral("bg_00000000000000000000000000000003")))));
        QCOMPARE(m_bench->versions(kAccount), QStringLiteral("1 previous, 2 current, 3 pending"));
        QCOMPARE(step(m_versions->commit(kAccount)), QStringLiteral("1 previous, 2 previous, 3 current"));
        QCOMPARE(step(m_versions->turnBack(kAccount)), QStringLiteral("1 previous, 2 current, 3 previous"));
        QCOMPARE(step(m_versions->retireOld(kAccount)), QStringLiteral("1 retired, 2 current, 3 retired"));
    }

    void policy()
    {
        three();
        service::PolicyChange change;
        change.keep = 2;
        change.every = std::chrono::days(90);
        QCOMPARE(step(m_versions->setPolicy(QStringLiteral("a"), change)), QStringLiteral("2 previous, 3 current"));
        const vault::Credential stored = m_bench->stored(QStringLiteral("a"));
        QCOMPARE(stored.rotationDueMs(),
                 std::optional<std::int64_t>(stored.current()->createdAtMs + std::int64_t(90) * 86'400'000));
        const QJsonObject row = service::json::secretRow(stored);
        QCOMPARE(row.value(QLatin1StringView("keep")).toInt(), 2);
        QCOMPARE(row.value(QLatin1StringView("rotation_due_at")).toString(), base::toRfc3339(*stored.rotationDueMs()));
        m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=v4")});
        QCOMPARE(m_bench->versions(QStringLiteral("a")), QStringLiteral("3 previous, 4 current"));
        service::PolicyChange never;
        never.every = std::chrono::milliseconds::zero();
        QVERIFY(await(m_versions->setPolicy(QStringLiteral("a"), never)));
        QVERIFY(!m_bench->stored(QStringLiteral("a")).rotationDueMs());
        QCOMPARE(m_bench->stored(QStringLiteral("a")).keepVersions, 2U); // what is not given stays
        for (const std::uint32_t keep : {0U, 1001U}) {
            service::PolicyChange bad;
            bad.keep = keep;
            QCOMPARE(step(m_versions->setPolicy(QStringLiteral("a"), bad)), QStringLiteral("invalid_argument: --keep"));
        }
    }

    void intervals()
    {
        using std::chrono::milliseconds;
        QCOMPARE(service::parseInterval(QStringLiteral("90d")), base::Result<milliseconds>(std::chrono::days(90)));
        QCOMPARE(service::parseInterval(QStringLiteral("12h")), base::Result<milliseconds>(std::chrono::hours(12)));
        QCOMPARE(service::parseInterval(QStringLiteral("2w")), base::Result<milliseconds>(std::chrono::days(14)));
        QCOMPARE(service::parseInterval(QStringLiteral("never")), base::Result<milliseconds>(milliseconds::zero()));
        for (const char *text : {"", "d", "90", "-1d", "1.5d", " 1d", "1y", "99999999d"})
            QVERIFY2(!service::parseInterval(QString::fromLatin1(text)), text);
    }

    void rename()
    {
        three();
        m_bench->putSecret(QStringLiteral("b"), {QStringLiteral("value=x")});
        const QUuid id = m_bench->stored(QStringLiteral("a")).id;
        QVERIFY(await(m_versions->rename(QStringLiteral("a"), QStringLiteral("New/Name"))));
        QCOMPARE(m_bench->stored(QStringLiteral("new/name")).id, id);
        QCOMPARE(m_bench->got(QStringLiteral("new/name")), QStringLiteral("v3"));
        QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("not_found"));
        QVERIFY(await(m_versions->rename(QStringLiteral("new/name"), QStringLiteral("NEW/name")))); // another spelling
        const auto refused = [this](const char *from, const char *to) {
            return step(m_versions->rename(QString::fromLatin1(from), QString::fromLatin1(to)));
        };
        QCOMPARE(refused("new/name", "B"), QStringLiteral("already_exists: B"));
        QCOMPARE(refused("new/name", "bitget_api_key"), QStringLiteral("already_exists: bitget_api_key"));
        QCOMPARE(refused("new/name", "a//b"), QStringLiteral("invalid_name: a//b"));
        QCOMPARE(refused("a", "c"), QStringLiteral("not_found: a"));
        service::AuditFilter filter;
        filter.name = QStringLiteral("new/name");
        const auto entries = await(m_bench->integrity->entries(filter, 0));
        QVERIFY(entries);
        QCOMPARE(entries->first().event.kind, QStringLiteral("credential-added")); // found under its name of then
        QCOMPARE(entries->first().event.name, QStringLiteral("a"));
    }

    void chosenProviderStaysChosen()
    {
        service::LlmChange change;
        change.provider = QStringLiteral("ollama");
        change.model = QStringLiteral("llama3");
        QVERIFY(await(m_bench->llm->set(std::move(change))));
        QVERIFY(await(m_versions->rename(QStringLiteral("ollama/main"), QStringLiteral("local/llm"))));
        const auto chosen = await(m_bench->llm->show(QString()));
        QVERIFY(chosen);
        QCOMPARE(chosen->name, QStringLiteral("local/llm"));
    }

    void lockedAndAbsent()
    {
        three();
        QVERIFY(await(m_bench->host->lock(service::LockReason::User)));
        QCOMPARE(step(m_versions->history(QStringLiteral("a"))), QStringLiteral("locked: "));
        QCOMPARE(step(m_versions->rollBack(QStringLiteral("a"), 1)), QStringLiteral("locked: "));
    }

private:
    /// Three versions of "a": v1, v2 and v3, which is in use.
    void three()
    {
        for (int i = 1; i <= 3; ++i)
            m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=v%1").arg(i)});
    }
    QString read(int number) { return m_bench->got(QStringLiteral("latchkey://a/value?version=%1").arg(number)); }
    /// "1 previous, 2 current", or what went wrong.
    static QString step(const base::Async<vault::Credential> &asked)
    {
        const auto done = await(asked);
        if (!done)
            return vaulttest::describe(done.error());
        QStringList out;
        for (const vault::VersionInfo &version : done->versions)
            out << QStringLiteral("%1 %2").arg(QString::number(version.number), vault::stateName(version.state));
        return out.join(QStringLiteral(", "));
    }
    QString stage(const QStringList &items)
    {
        return step(m_versions->stage(QStringLiteral("a"), vaulttest::fields(items)));
    }
    /// An account with two keys of one owner, both of which worked.
    void account()
    {
        m_bench->bitget->answer = report(QStringLiteral("works"));
        QVERIFY(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {},
                                              bitgetFields(kFirstKey))));
        QVERIFY(await(m_bench->exchanges->update(kAccount, {}, bitgetFields(kSecondKey))));
    }
    /// What a check that finds the withdrawal right would note about a key.
    void hold(const QString &key)
    {
        const QString mark = vault::keyIdOf(vaulttest::secret(key.toStdString()));
        const auto held = await(m_bench->host->withSession([mark](vault::Session &session) {
            vault::CredentialStore store(session);
            const auto found = store.find(kAccount);
            vault::CredentialChange change;
            change.attributes = {{vault::attribute::kHeldBack, mark}};
            return store.change(**found, change, vaulttest::auditEvent(QStringLiteral("held-back")));
        }));
        QVERIFY(held);
    }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<Versions> m_versions;
};

LATCHKEY_TEST_MAIN(TestVersions)
#include "tst_versions.moc"
