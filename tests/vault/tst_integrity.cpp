// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/integrity.h"

#include "hookedfile.h"
#include "support/testmain.h"
#include "vault/settings.h"
#include "vaultfixture.h"

#include <QObject>
#include <QSet>

using namespace vaulttest;
using base::ErrorCode;
using vault::VerifyDepth;

namespace {

QString blobOf(const QUuid &id)
{
    return QStringLiteral("x'%1'").arg(QString::fromLatin1(id.toRfc4122().toHex()));
}

QString bucketName(const QUuid &id)
{
    return QStringLiteral("records %1").arg(id.data1 >> 24, 2, 16, QLatin1Char('0'));
}

/// Two credentials of two versions each, one report, settings. The ids differ in every run of a test with another seed.
struct Stock {
    QUuid first;
    QUuid second;
};

Stock fill(vault::Session &session)
{
    vault::CredentialStore store(session);
    Stock out;
    for (QUuid *id : {&out.first, &out.second}) {
        const QString name = id == &out.first ? QStringLiteral("bitget/main") : QStringLiteral("openai/main");
        const auto added = store.add(named(name),
                                     newVersion({QStringLiteral("api_key=k1"), QStringLiteral("api_secret=s1")}),
                                     auditEvent(QStringLiteral("credential-added")));
        if (!added
            || !store.addVersion(added->id, newVersion({QStringLiteral("api_key=k2"), QStringLiteral("api_secret=s2")}), {})
            || !store.setReport(added->id, "{}", {}))
            qFatal("no stock");
        *id = added->id;
    }
    if (!vault::Settings(session).set({{QStringLiteral("a"), QStringLiteral("b")}}))
        qFatal("no settings");
    return out;
}

} // namespace

class TestIntegrity final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_home = std::make_unique<Home>();
        m_vault = m_home->create();
        m_stock = fill(sessionOf(*m_vault));
    }
    void cleanup() { m_vault.reset(); }

    void intact()
    {
        const auto damage = sessionOf(*m_vault).verifyEverything();
        VERIFY_OK(damage);
        QCOMPARE(*damage, QStringList());
        m_vault.reset();
        VERIFY_OK(m_home->open());
    }

    // Rows of the record table, each changed in one way. FIRST and SECOND stand for the two credentials.
    void tamperedRows_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("meta: first byte") << QStringLiteral(
            "UPDATE record SET meta = CAST(x'02' || substr(meta, 2) AS BLOB) WHERE owner = FIRST AND kind = 1");
        QTest::newRow("meta: last byte") << QStringLiteral("UPDATE record SET meta = CAST(substr(meta, 1, length(meta) - 1) "
                                                           "|| x'ff' AS BLOB) WHERE owner = FIRST AND kind = 1");
        QTest::newRow("meta: longer") << QStringLiteral(
            "UPDATE record SET meta = CAST(meta || x'00' AS BLOB) WHERE owner = FIRST AND kind = 1");
        QTest::newRow("meta: NULL") << QStringLiteral("UPDATE record SET meta = NULL WHERE owner = FIRST AND kind = 1");
        QTest::newRow("meta of the other") << QStringLiteral("UPDATE record SET meta = (SELECT meta FROM record WHERE owner "
                                                             "= SECOND AND kind = 1) WHERE owner = FIRST AND kind = 1");
        QTest::newRow("secret of the other version") << QStringLiteral(
            "UPDATE record SET secret = (SELECT secret FROM record WHERE owner = FIRST AND kind = 2 AND n = 1) "
            "WHERE owner = FIRST AND kind = 2 AND n = 2");
        QTest::newRow("secret of the other credential") << QStringLiteral(
            "UPDATE record SET secret = (SELECT secret FROM record WHERE owner = SECOND AND kind = 2 AND n = 2) "
            "WHERE owner = FIRST AND kind = 2 AND n = 2");
        QTest::newRow("secret: field count") << QStringLiteral("UPDATE record SET secret = CAST(x'0001' || substr(secret, "
                                                               "3) AS BLOB) WHERE owner = FIRST AND kind = 2 AND n = 2");
        QTest::newRow("name index: changed")
            << QStringLiteral("UPDATE record SET name_idx = randomblob(16) WHERE owner = FIRST AND kind = 1");
        QTest::newRow("name index: blanked")
            << QStringLiteral("UPDATE record SET name_idx = NULL WHERE owner = FIRST AND kind = 1");
        QTest::newRow("name index: given to a nameless row")
            << QStringLiteral("UPDATE record SET name_idx = randomblob(16) WHERE owner = FIRST AND kind = 2 AND n = 1");
        QTest::newRow("owner: another bucket")
            << QStringLiteral("UPDATE record SET owner = randomblob(16) WHERE owner = FIRST AND kind = 1");
        QTest::newRow("owner: same bucket") << QStringLiteral(
            "UPDATE record SET owner = CAST(substr(owner, 1, 15) || x'fe' AS BLOB) WHERE owner = FIRST AND kind = 1");
        QTest::newRow("kind") << QStringLiteral("UPDATE record SET kind = 9 WHERE owner = FIRST AND kind = 1");
        QTest::newRow("n") << QStringLiteral("UPDATE record SET n = 3 WHERE owner = FIRST AND kind = 2 AND n = 2");
        QTest::newRow("row deleted") << QStringLiteral("DELETE FROM record WHERE owner = FIRST AND kind = 1");
        QTest::newRow("version deleted") << QStringLiteral("DELETE FROM record WHERE owner = FIRST AND kind = 2 AND n = 2");
        QTest::newRow("report deleted") << QStringLiteral("DELETE FROM record WHERE owner = FIRST AND kind = 3");
        QTest::newRow("settings deleted") << QStringLiteral("DELETE FROM record WHERE kind = 10");
        QTest::newRow("row copied under a new owner")
            << QStringLiteral("INSERT INTO record SELECT randomblob(16), kind, n, NULL, meta, secret FROM record WHERE "
                              "owner = FIRST AND kind = 1");
        QTest::newRow("row added in a bucket of its own")
            << QStringLiteral("INSERT INTO record VALUES(x'7f000000000040008000000000000000', 1, 0, NULL, x'01', NULL)");
    }
    void tamperedRows()
    {
        QFETCH(QString, statement);
        m_vault.reset();
        QVERIFY(change(statement) > 0);
        COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
        // A one-shot command opens it, and never shows the changed row.
        auto touched = m_home->open(VerifyDepth::Touched);
        VERIFY_OK(touched);
        vault::Session &session = sessionOf(**touched);
        COMPARE_CODE(vault::CredentialStore(session).list(), ErrorCode::IntegrityFailure);
        const auto damage = session.verifyEverything();
        VERIFY_OK(damage);
        QVERIFY(!damage->isEmpty());
        verifyWhatIsLeft(session, *damage);
    }

    void nothingIsLeftOf_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("root") << QStringLiteral(
            "UPDATE root SET body = CAST(substr(body, 1, length(body) - 32) || randomblob(32) AS BLOB)");
        QTest::newRow("bucket MAC") << QStringLiteral("UPDATE bucket SET mac = randomblob(32) WHERE i = 5");
        QTest::newRow("header") << QStringLiteral(
            "UPDATE header SET body = CAST(substr(body, 1, length(body) - 32) || randomblob(32) AS BLOB)");
        QTest::newRow("key slots") << QStringLiteral("DELETE FROM slot WHERE uuid = (SELECT max(uuid) FROM slot)");
        QTest::newRow("audit head") << QStringLiteral("UPDATE audit_head SET body = x'00'");
    }
    // What proves the buckets is itself damaged, under an open session.
    void nothingIsLeftOf()
    {
        QFETCH(QString, statement);
        QVERIFY(change(statement) > 0);
        QStringList named;
        COMPARE_CODE(vault::CredentialStore(sessionOf(*m_vault)).list(&named), ErrorCode::IntegrityFailure);
        QCOMPARE(named, QStringList());
    }

    // Rows that go behind the back of an open session: what it remembers of a bucket proves nothing about the file.
    void whatIsLeftUnderAnOpenSession()
    {
        vault::Session &session = sessionOf(*m_vault);
        QStringList named;
        const auto all = vault::CredentialStore(session).list(&named);
        VERIFY_OK(all);
        QCOMPARE(all->size(), 2);
        QCOMPARE(named, QStringList());
        QCOMPARE(change(QStringLiteral("DELETE FROM record WHERE owner = FIRST AND kind = 3")), 1);
        verifyWhatIsLeft(session, {bucketName(m_stock.first)});
    }

    void valuesOfTheWrongType_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("meta is text") << QStringLiteral("UPDATE record SET meta = 'abc' WHERE owner = FIRST AND kind = 1");
        QTest::newRow("meta is a number") << QStringLiteral("UPDATE record SET meta = 7 WHERE owner = FIRST AND kind = 1");
        QTest::newRow("meta is an empty blob")
            << QStringLiteral("UPDATE record SET meta = x'' WHERE owner = FIRST AND kind = 1");
        QTest::newRow("name index of 15 bytes")
            << QStringLiteral("UPDATE record SET name_idx = randomblob(15) WHERE owner = FIRST AND kind = 1");
        QTest::newRow("owner of 15 bytes")
            << QStringLiteral("UPDATE record SET owner = substr(owner, 1, 15) WHERE owner = FIRST AND kind = 1");
        QTest::newRow("owner is text") << QStringLiteral("UPDATE record SET owner = 'x' WHERE owner = FIRST AND kind = 1");
        QTest::newRow("owner is empty") << QStringLiteral("UPDATE record SET owner = x'' WHERE owner = FIRST AND kind = 1");
        QTest::newRow("kind is negative") << QStringLiteral("UPDATE record SET kind = -1 WHERE owner = FIRST AND kind = 1");
        QTest::newRow("kind is 65537") << QStringLiteral("UPDATE record SET kind = 65537 WHERE owner = FIRST AND kind = 1");
        QTest::newRow("n is 2^32") << QStringLiteral("UPDATE record SET n = 4294967296 WHERE owner = FIRST AND kind = 1");
        QTest::newRow("kind is text") << QStringLiteral("UPDATE record SET kind = 'a' WHERE owner = FIRST AND kind = 1");
    }
    void valuesOfTheWrongType()
    {
        QFETCH(QString, statement);
        m_vault.reset();
        QCOMPARE(change(statement), 1);
        COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
    }

    void tamperedManifest_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("a bucket") << QStringLiteral("UPDATE bucket SET mac = randomblob(32) WHERE i = 0");
        QTest::newRow("two buckets swapped") << QStringLiteral(
            "UPDATE bucket SET mac = (SELECT mac FROM bucket AS other WHERE other.i = 1 - bucket.i) WHERE i IN (0, 1)");
        QTest::newRow("a bucket missing") << QStringLiteral("DELETE FROM bucket WHERE i = 255");
        QTest::newRow("a bucket too many") << QStringLiteral("INSERT INTO bucket VALUES(256, randomblob(32))");
        QTest::newRow("no root") << QStringLiteral("DELETE FROM root");
        QTest::newRow("root too short") << QStringLiteral("UPDATE root SET body = x'00'");
        QTest::newRow("root without MAC") << QStringLiteral("UPDATE root SET body = substr(body, 1, 152)");
        QTest::newRow("root longer") << QStringLiteral("UPDATE root SET body = CAST(body || x'00' AS BLOB)");
    }
    void tamperedManifest()
    {
        QFETCH(QString, statement);
        m_vault.reset();
        QVERIFY(change(statement) > 0);
        COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
        COMPARE_CODE(m_home->open(VerifyDepth::Touched), ErrorCode::IntegrityFailure);
    }

    void everyByteOfTheRoot()
    {
        m_vault.reset();
        const QByteArray good = query(m_home->path(), QStringLiteral("SELECT body FROM root")).toByteArray();
        QCOMPARE(good.size(), 184);
        for (qsizetype at = 0; at < good.size(); ++at) {
            QCOMPARE(tamper(m_home->path(), QStringLiteral("UPDATE root SET body = ?"),
                            {flipped(good, at, static_cast<int>(at % 8))}),
                     1);
            COMPARE_CODE(m_home->open(VerifyDepth::Touched), ErrorCode::IntegrityFailure);
        }
        QCOMPARE(tamper(m_home->path(), QStringLiteral("UPDATE root SET body = ?"), {good}), 1);
        VERIFY_OK(m_home->open());
    }

    // An old row with its old bucket: both authentic once, the root knows better.
    void olderRowAndBucket()
    {
        const QString meta = QStringLiteral("SELECT meta FROM record WHERE kind = 10");
        const QString bucket = QStringLiteral("SELECT mac FROM bucket WHERE i = 0");
        const QVariant oldMeta = query(m_home->path(), meta);
        const QVariant oldBucket = query(m_home->path(), bucket);
        VERIFY_OK(vault::Settings(sessionOf(*m_vault)).set({{QStringLiteral("a"), QStringLiteral("c")}}));
        m_vault.reset();
        QCOMPARE(tamper(m_home->path(), QStringLiteral("UPDATE record SET meta = ? WHERE kind = 10"), {oldMeta}), 1);
        COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
        QCOMPARE(tamper(m_home->path(), QStringLiteral("UPDATE bucket SET mac = ? WHERE i = 0"), {oldBucket}), 1);
        COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
        COMPARE_CODE(m_home->open(VerifyDepth::Touched), ErrorCode::IntegrityFailure);
    }

    // A row changed under an open session: using it is refused, and writing its neighbour does not make it good.
    void tamperingIsNotLaundered_data()
    {
        QTest::addColumn<int>("depth");
        QTest::newRow("verified at unlock") << static_cast<int>(VerifyDepth::Everything);
        QTest::newRow("verified when touched") << static_cast<int>(VerifyDepth::Touched);
    }
    void tamperingIsNotLaundered()
    {
        QFETCH(int, depth);
        m_vault.reset();
        auto opened = m_home->open(static_cast<VerifyDepth>(depth));
        VERIFY_OK(opened);
        m_vault = *std::move(opened);
        vault::Session &session = sessionOf(*m_vault);
        vault::CredentialStore store(session);
        const auto credential = store.get(m_stock.first);
        VERIFY_OK(credential);
        QCOMPARE(change(QStringLiteral(
                     "UPDATE record SET secret = (SELECT secret FROM record WHERE owner = SECOND AND kind = 2 AND n = 2) "
                     "WHERE owner = FIRST AND kind = 2 AND n = 2")),
                 1);
        vault::ReleaseRequest request;
        request.credential = m_stock.first;
        COMPARE_CODE(store.release({request}, auditEvent(QStringLiteral("released"))), ErrorCode::IntegrityFailure);
        // The row of the metadata stands in the same bucket; it may be written, the damage stays.
        vault::Credential edited = *credential;
        edited.description = QStringLiteral("new");
        const auto written = store.update(edited, {});
        QVERIFY(written || written.error().code == ErrorCode::IntegrityFailure);
        COMPARE_CODE(store.release({request}, auditEvent(QStringLiteral("released"))), ErrorCode::IntegrityFailure);
        m_vault.reset();
        COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
    }

    void deletedUnderAnOpenSession()
    {
        vault::Session &session = sessionOf(*m_vault);
        vault::CredentialStore store(session);
        QCOMPARE(change(QStringLiteral("DELETE FROM record WHERE owner = FIRST AND kind = 1")), 1);
        // Not "not found": it was there.
        COMPARE_CODE(store.get(m_stock.first), ErrorCode::IntegrityFailure);
        COMPARE_CODE(store.find(QStringLiteral("bitget/main")), ErrorCode::IntegrityFailure);
        COMPARE_CODE(store.list(), ErrorCode::IntegrityFailure);
        COMPARE_CODE(store.add(named(QStringLiteral("bitget/main")), newVersion({QStringLiteral("a=b")}), {}),
                     ErrorCode::IntegrityFailure);
        // What was not touched still works.
        VERIFY_OK(store.get(m_stock.second));
    }

    void blankedNameIsNotAbsent()
    {
        m_vault.reset();
        QCOMPARE(change(QStringLiteral("UPDATE record SET name_idx = NULL WHERE owner = FIRST AND kind = 1")), 1);
        auto touched = m_home->open(VerifyDepth::Touched);
        VERIFY_OK(touched);
        COMPARE_CODE(vault::CredentialStore(sessionOf(**touched)).find(QStringLiteral("bitget/main")),
                     ErrorCode::IntegrityFailure);
    }

    // The tables of a damaged file may answer with another good row.
    void anotherRowAnswers()
    {
        m_vault.reset();
        Hooks hooks;
        HookedFileSystem files(m_home->files, hooks);
        vault::Vault vault({files, *m_home->anchors, m_home->clock, m_home->random}, m_home->path());
        VERIFY_OK(vault.unlock(m_home->byPassphrase()));
        vault::Session &session = sessionOf(vault);
        vault::CredentialStore store(session);
        const auto second = store.get(m_stock.second);
        VERIFY_OK(second);
        vault::ports::RecordRow answer;
        VERIFY_OK(session.read([&]() -> base::Result<void> {
            LATCHKEY_TRY(const auto row, session.integrity().find({m_stock.second, 1, 0}));
            answer = *row;
            return {};
        }));
        hooks.foundRow = [&answer](vault::ports::RecordRow &row) { row = answer; };
        COMPARE_CODE(store.get(m_stock.first), ErrorCode::IntegrityFailure);
        COMPARE_CODE(store.find(QStringLiteral("bitget/main")), ErrorCode::IntegrityFailure);
        VERIFY_OK(store.get(m_stock.second));
    }

    void foreignChangeIsPickedUp()
    {
        auto other = m_home->open();
        VERIFY_OK(other);
        vault::CredentialStore here(sessionOf(*m_vault));
        vault::CredentialStore there(sessionOf(**other));
        const std::uint64_t counter = sessionOf(*m_vault).integrity().root().counter;
        const auto added = there.add(named(QStringLiteral("new/one")), newVersion({QStringLiteral("value=1")}), {});
        VERIFY_OK(added);
        const auto changed = sessionOf(*m_vault).changedElsewhere();
        VERIFY_OK(changed);
        QVERIFY(*changed);
        VERIFY_OK(here.get(added->id));
        QCOMPARE(sessionOf(*m_vault).integrity().root().counter, counter + 1);
        // And back again, with writes from both sides in turn.
        for (int i = 0; i < 10; ++i) {
            VERIFY_OK(here.add(named(QStringLiteral("here/%1").arg(i)), newVersion({QStringLiteral("value=1")}), {}));
            VERIFY_OK(there.add(named(QStringLiteral("there/%1").arg(i)), newVersion({QStringLiteral("value=1")}), {}));
        }
        VERIFY_OK(here.remove(added->id, {}));
        COMPARE_CODE(there.get(added->id), ErrorCode::NotFound);
        const auto list = there.list();
        VERIFY_OK(list);
        QCOMPARE(list->size(), 22);
        QCOMPARE(sessionOf(**other).integrity().root().counter, counter + 22);
        QCOMPARE(*sessionOf(*m_vault).verifyEverything(), QStringList());
    }

    void olderStateUnderAnOpenSession()
    {
        // The rows of the manifest and of one change put back by hand, as by somebody who kept a copy.
        const QVariant root = query(m_home->path(), QStringLiteral("SELECT body FROM root"));
        const QVariant bucket = query(m_home->path(), QStringLiteral("SELECT mac FROM bucket WHERE i = 0"));
        const QVariant meta = query(m_home->path(), QStringLiteral("SELECT meta FROM record WHERE kind = 10"));
        vault::Settings settings(sessionOf(*m_vault));
        VERIFY_OK(settings.set({{QStringLiteral("a"), QStringLiteral("c")}}));
        QCOMPARE(tamper(m_home->path(), QStringLiteral("UPDATE root SET body = ?"), {root}), 1);
        QCOMPARE(tamper(m_home->path(), QStringLiteral("UPDATE bucket SET mac = ? WHERE i = 0"), {bucket}), 1);
        QCOMPARE(tamper(m_home->path(), QStringLiteral("UPDATE record SET meta = ? WHERE kind = 10"), {meta}), 1);
        COMPARE_CODE(settings.all(), ErrorCode::OlderThanLastSeen);
        COMPARE_CODE(settings.set({{QStringLiteral("x"), QStringLiteral("y")}}), ErrorCode::OlderThanLastSeen);
    }

    // `verify` reads the manifest again and names everything at once.
    void findsAllDamage()
    {
        QCOMPARE(change(QStringLiteral(
                     "UPDATE record SET meta = CAST(x'02' || substr(meta, 2) AS BLOB) WHERE owner = FIRST AND kind = 1")),
                 1);
        QCOMPARE(change(QStringLiteral("DELETE FROM record WHERE owner = SECOND AND kind = 3")), 1);
        const auto damage = sessionOf(*m_vault).verifyEverything();
        VERIFY_OK(damage);
        QVERIFY(bucketName(m_stock.first) != bucketName(m_stock.second));
        QVERIFY2(damage->contains(bucketName(m_stock.first)), qPrintable(damage->join(QLatin1Char(0x2c))));
        QVERIFY(damage->contains(bucketName(m_stock.second)));
        QCOMPARE(damage->size(), 2);
    }

    void rotatedElsewhere()
    {
        // Unauthenticated from here: a root of a later generation. Whoever opens anew learns the truth.
        QByteArray root = query(m_home->path(), QStringLiteral("SELECT body FROM root")).toByteArray();
        root[23] = 2; // the last byte of gen
        QCOMPARE(tamper(m_home->path(), QStringLiteral("UPDATE root SET body = ?"), {root}), 1);
        COMPARE_CODE(vault::CredentialStore(sessionOf(*m_vault)).list(), ErrorCode::Locked);
        COMPARE_CODE(m_home->open(), ErrorCode::IntegrityFailure);
    }

    void totalIsCounted()
    {
        // Settings, two credentials, four versions, two reports.
        QCOMPARE(sessionOf(*m_vault).integrity().root().total, std::uint64_t{9});
        VERIFY_OK(vault::CredentialStore(sessionOf(*m_vault)).remove(m_stock.first, {}));
        QCOMPARE(sessionOf(*m_vault).integrity().root().total, std::uint64_t{5});
        QCOMPARE(query(m_home->path(), QStringLiteral("SELECT count(*) FROM record")).toInt(), 5);
    }

private:
    /// What can be saved of a vault whose groups `damage` are damaged: all that stands in others, as it was stored.
    void verifyWhatIsLeft(vault::Session &session, const QStringList &damage)
    {
        vault::CredentialStore store(session);
        QStringList named;
        const auto left = store.list(&named);
        VERIFY_OK(left);
        QCOMPARE(named, damage);
        QSet<QUuid> ids;
        for (const vault::Credential &each : *left) {
            ids << each.id;
            const auto fields = store.release({{each.id, std::nullopt, {}, false}}, auditEvent(QStringLiteral("exported")));
            VERIFY_OK(fields);
            QCOMPARE(shown(fields->front()), QStringLiteral("api_key=k2;api_secret=s2"));
        }
        for (const QUuid &id : {m_stock.first, m_stock.second})
            QCOMPARE(ids.contains(id), !damage.contains(bucketName(id)));
        QCOMPARE(ids.size(), left->size());
        COMPARE_CODE(store.list(), ErrorCode::IntegrityFailure); // for everybody else
    }

    int change(QString statement)
    {
        statement.replace(QStringLiteral("FIRST"), blobOf(m_stock.first));
        statement.replace(QStringLiteral("SECOND"), blobOf(m_stock.second));
        return tamper(m_home->path(), statement);
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<vault::Vault> m_vault;
    Stock m_stock;
};

LATCHKEY_TEST_MAIN(TestIntegrity)
#include "tst_integrity.moc"
