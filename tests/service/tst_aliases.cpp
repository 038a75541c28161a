// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/aliases.h"

#include "service/runplanner.h"
#include "service/servicefixture.h"
#include "service/versions.h"
#include "support/testmain.h"

using service::Aliases;
using servicetest::Bench;
using testsupport::await;

class TestAliases final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<Bench>();
        m_aliases = std::make_unique<Aliases>(*m_bench->host, service::Caller{QStringLiteral("test")});
        m_bench->putSecret(QStringLiteral("db/main"), {QStringLiteral("user=u"), QStringLiteral("password=p1")});
        m_bench->putSecret(QStringLiteral("one"), {QStringLiteral("value=v1")});
    }
    void cleanup()
    {
        m_aliases.reset();
        m_bench.reset();
    }

    void standsForAReference()
    {
        QCOMPARE(add("DB_Password", "DB/main#password"), QStringLiteral("db_password -> db/main#password"));
        QCOMPARE(add("plain", "one"), QStringLiteral("plain -> one"));
        QCOMPARE(add("first", "latchkey://db/main/password?version=1"),
                 QStringLiteral("first -> latchkey://db/main/password?version=1"));
        m_bench->putSecret(QStringLiteral("db/main"), {QStringLiteral("user=u"), QStringLiteral("password=p2")});
        QCOMPARE(m_bench->got(QStringLiteral("db_PASSWORD")), QStringLiteral("p2"));
        QCOMPARE(m_bench->got(QStringLiteral("first")), QStringLiteral("p1"));
        QCOMPARE(m_bench->got(QStringLiteral("plain")), QStringLiteral("v1"));
        QCOMPARE(m_bench->got(QStringLiteral("plain#value")), QStringLiteral("not_found")); // no name of a credential
        QCOMPARE(listed(), QStringLiteral("db_password first plain"));
        QCOMPARE(m_bench->stored(QStringLiteral("db_password")).name, QStringLiteral("db/main"));
        m_bench->host->lock(service::LockReason::User).waitForFinished();
        m_bench->unlock();
        QCOMPARE(listed(), QStringLiteral("db_password first plain"));
        QVERIFY(await(m_aliases->remove(QStringLiteral("FIRST"))));
        QCOMPARE(listed(), QStringLiteral("db_password plain"));
        QCOMPARE(m_bench->got(QStringLiteral("first")), QStringLiteral("not_found"));
        QCOMPARE(m_bench->auditKinds().count(QStringLiteral("alias-added")), 3);
        QCOMPARE(m_bench->auditKinds().count(QStringLiteral("alias-removed")), 1);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("alias");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a credential's name") << "ONE" << "db/main#user" << "already_exists: one";
        QTest::newRow("a well-known alias") << "Bitget_API_key" << "one" << "already_exists: Bitget_API_key";
        QTest::newRow("an alias") << "known" << "one" << "already_exists: known";
        QTest::newRow("a name of accounts") << "a/b" << "one" << "invalid_name: a/b";
        QTest::newRow("no name") << "a#b" << "one" << "invalid_name: a#b";
        QTest::newRow("no reference") << "x" << "latchkey://one" << "invalid_reference: one";
        QTest::newRow("nothing there") << "x" << "two#value" << "not_found: two";
    }
    void refused()
    {
        QFETCH(QString, alias);
        QFETCH(QString, target);
        add("known", "one");
        QTEST(add(qPrintable(alias), qPrintable(target)), "expected");
        QCOMPARE(listed(), QStringLiteral("known"));
    }

    // An alias of an alias stands for what that one stands for.
    void ofAnAlias()
    {
        add("first", "db/main#user");
        QCOMPARE(add("second", "first"), QStringLiteral("second -> db/main#user"));
        QVERIFY(await(m_aliases->remove(QStringLiteral("first"))));
        QCOMPARE(m_bench->got(QStringLiteral("second")), QStringLiteral("u"));
    }

    void writesThrough()
    {
        add("pw", "db/main#password");
        add("whole", "one");
        add("past", "latchkey://db/main/password?version=1");
        m_bench->putSecret(QStringLiteral("pw"), {QStringLiteral("value=p2")});
        QCOMPARE(m_bench->got(QStringLiteral("db/main#password")), QStringLiteral("p2"));
        QCOMPARE(m_bench->got(QStringLiteral("db/main#user")), QStringLiteral("u")); // the others stay
        m_bench->putSecret(QStringLiteral("whole"), {QStringLiteral("value=v2")});
        QCOMPARE(m_bench->got(QStringLiteral("one")), QStringLiteral("v2"));
        service::SecretChange change;
        change.name = QStringLiteral("past");
        change.fields = vaulttest::fields({QStringLiteral("value=x")});
        QCOMPARE(await(m_bench->secrets->set(std::move(change))).error().code, base::ErrorCode::InvalidReference);
        QCOMPARE(await(m_bench->secrets->list())->size(), 2);
    }

    // What was removed is not found through its alias, and its alias is not made into a credential.
    void ofWhatIsGone()
    {
        add("pw", "db/main#password");
        QVERIFY(await(m_bench->secrets->remove(QStringLiteral("db/main"))));
        QCOMPARE(m_bench->got(QStringLiteral("pw")), QStringLiteral("not_found"));
        service::SecretChange change;
        change.name = QStringLiteral("pw");
        change.fields = vaulttest::fields({QStringLiteral("value=x")});
        QCOMPARE(await(m_bench->secrets->set(std::move(change))).error().code, base::ErrorCode::NotFound);
        // An alias is removed by its own command, never its credential through it.
        add("only", "one");
        QCOMPARE(await(m_bench->secrets->remove(QStringLiteral("only"))).error().code, base::ErrorCode::NotFound);
        QCOMPARE(m_bench->got(QStringLiteral("one")), QStringLiteral("v1"));
    }

    void followsARename()
    {
        add("pw", "db/main#password");
        service::Versions versions(*m_bench->host, service::Caller{QStringLiteral("test")});
        QVERIFY(await(versions.rename(QStringLiteral("db/main"), QStringLiteral("db/other"))));
        QCOMPARE(m_bench->got(QStringLiteral("pw")), QStringLiteral("p1"));
        QCOMPARE(await(versions.rename(QStringLiteral("one"), QStringLiteral("PW"))).error().code,
                 base::ErrorCode::AlreadyExists);
    }

    void givenToPrograms()
    {
        add("pw", "db/main#password");
        const auto profiles = service::ProfileCatalogue::load();
        QVERIFY(profiles);
        service::RunPlanner planner(*m_bench->host, *profiles, *m_bench->catalogue);
        service::RunRequest request;
        request.extra = {{QStringLiteral("A"), QStringLiteral("pw"), false},
                         {QStringLiteral("B"), QStringLiteral("PW"), true},
                         {QStringLiteral("C"), QStringLiteral("nothing"), true}};
        const auto plan = await(planner.plan(request));
        QVERIFY(plan);
        QCOMPARE(vaulttest::shown(plan->variables), QStringLiteral("A=p1;B=p1;C=nothing"));
    }

private:
    QString add(const char *alias, const char *target)
    {
        const auto added = await(m_aliases->add(QString::fromUtf8(alias), QString::fromUtf8(target)));
        return added ? added->name + QStringLiteral(" -> ") + added->target.toText() : vaulttest::describe(added.error());
    }
    QString listed()
    {
        QStringList names;
        const auto all = await(m_aliases->list());
        for (const service::UserAlias &alias : all.value_or(QList<service::UserAlias>()))
            names << alias.name;
        return names.join(QLatin1Char(' '));
    }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<Aliases> m_aliases;
};

LATCHKEY_TEST_MAIN(TestAliases)
#include "tst_aliases.moc"
