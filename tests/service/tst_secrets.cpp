// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/secrets.h"

#include "service/servicefixture.h"
#include "support/memoryscan.h"
#include "support/testmain.h"

using service::SecretChange;
using servicetest::Bench;
using servicetest::bitgetFields;
using servicetest::report;
using testsupport::await;

class TestSecrets final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void refused_data();
    void refused();
    void setAndGet();
    void shownToAPerson();
    void versions();
    void valuesAreNotTouched();
    void aliasMakesAnAccount();
    void aliasWritesOneField();
    void fieldsOfAnAccountAreCleaned();
    void heldBackStaysHeldBack();
    void remove();
    void locked();
    void generate();
    void generateRefused_data();
    void generateRefused();
    void verify();
    void verifyWritesBeforeItTells();
    void clear();
    void onceLeavesNothing();

private:
    QString generated(const service::GenerateRequest &request);
    QString verified(const QString &reference, const char *value);
    QString set(const QString &name, const QStringList &items, const std::optional<QString> &kind = std::nullopt);

    std::unique_ptr<Bench> m_bench;
};

void TestSecrets::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
}

QString TestSecrets::set(const QString &name, const QStringList &items, const std::optional<QString> &kind)
{
    SecretChange change;
    change.name = name;
    change.kind = kind;
    change.fields = vaulttest::fields(items);
    const auto stored = await(m_bench->secrets->set(std::move(change)));
    return stored ? QStringLiteral("ok") : vaulttest::describe(stored.error());
}

void TestSecrets::refused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("items");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("expected");

    const QStringList value{QStringLiteral("value=1")};
    QTest::newRow("bad name") << "a//b" << value << "" << "invalid_name: a//b";
    QTest::newRow("nothing") << "a" << QStringList() << "" << "missing_field: value";
    QTest::newRow("empty") << "a" << QStringList{QStringLiteral("value=")} << "" << "empty_field: value";
    QTest::newRow("bad field") << "a" << QStringList{QStringLiteral("a b=1")} << "" << "invalid_name: a b";
    QTest::newRow("bad kind") << "a" << value << "card" << "invalid_argument: card";
    QTest::newRow("kind with a command of its own") << "foo/ex" << value << "exchange" << "invalid_argument: exchange";
    QTest::newRow("the other one") << "foo/llm" << value << "llm" << "invalid_argument: llm";
    QTest::newRow("blank through an alias")
        << "bitget_passphrase" << QStringList{QStringLiteral("value=  ")} << "" << "empty_field: passphrase";
    QTest::newRow("control character through an alias")
        << "bitget_passphrase" << QStringList{QStringLiteral("value=a\x07z")} << "" << "invalid_argument: passphrase";
    QTest::newRow("two fields through an alias")
        << "bitget_api_key" << QStringList{QStringLiteral("a=1"), QStringLiteral("b=2")} << ""
        << "invalid_argument: api_key";
}

void TestSecrets::refused()
{
    QFETCH(QString, name);
    QFETCH(QStringList, items);
    QFETCH(QString, kind);
    QTEST(set(name, items, kind.isEmpty() ? std::nullopt : std::optional(kind)), "expected");
    QCOMPARE(await(m_bench->secrets->list())->size(), 0);
}

void TestSecrets::setAndGet()
{
    QCOMPARE(set(QStringLiteral("db/main"), {QStringLiteral("user=u"), QStringLiteral("password=p")},
                 QStringLiteral("database")),
             QStringLiteral("ok"));
    QCOMPARE(m_bench->got(QStringLiteral("DB/Main#password")),
             QStringLiteral("p")); // names are the same whatever their case
    QCOMPARE(m_bench->got(QStringLiteral("latchkey://db/main/user")), QStringLiteral("u"));
    QCOMPARE(m_bench->got(QStringLiteral("db/main")), QStringLiteral("ambiguous_field"));
    QCOMPARE(m_bench->got(QStringLiteral("db/main#host")), QStringLiteral("field_not_found"));
    QCOMPARE(m_bench->got(QStringLiteral("db/other#user")), QStringLiteral("not_found"));
    QCOMPARE(m_bench->got(QStringLiteral("latchkey://db")), QStringLiteral("invalid_reference"));
    QCOMPARE(set(QStringLiteral("db/main"), {QStringLiteral("value=1")}, QStringLiteral("oauth")),
             QStringLiteral("conflict: db/main"));
}

void TestSecrets::shownToAPerson()
{
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=1")});
    using Shown = service::Secrets::Shown;
    for (const Shown where : {Shown::OnScreen, Shown::OnClipboard}) {
        const auto value = await(m_bench->secrets->reveal(QStringLiteral("a#value"), where));
        QVERIFY(value);
        QCOMPARE(vaulttest::textOf(*value), QByteArray("1"));
    }
    QCOMPARE(m_bench->auditKinds().last(2), (QStringList{QStringLiteral("revealed"), QStringLiteral("copied")}));
    QVERIFY(!await(m_bench->secrets->reveal(QStringLiteral("absent#x"), Shown::OnScreen)));
}

void TestSecrets::versions()
{
    QCOMPARE(set(QStringLiteral("a"), {QStringLiteral("value=1")}), QStringLiteral("ok"));
    QCOMPARE(set(QStringLiteral("a"), {QStringLiteral("value=2")}), QStringLiteral("ok"));
    QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("2"));
    QCOMPARE(m_bench->got(QStringLiteral("latchkey://a/value?version=1")), QStringLiteral("1"));
    QCOMPARE(m_bench->got(QStringLiteral("latchkey://a/value?version=3")), QStringLiteral("version_not_found"));
    QCOMPARE(m_bench->versions(QStringLiteral("a")), QStringLiteral("1 previous, 2 current"));
}

void TestSecrets::valuesAreNotTouched()
{
    QCOMPARE(set(QStringLiteral("a"), {QStringLiteral("value=  spaces and = \n")}), QStringLiteral("ok"));
    QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("  spaces and = \n"));
}

void TestSecrets::aliasMakesAnAccount()
{
    QCOMPARE(set(QStringLiteral("bitget_api_key"), {QStringLiteral("value=bg_0123456789abcdef")}), QStringLiteral("ok"));
    const vault::Credential account = m_bench->stored(QStringLiteral("bitget/main"));
    QCOMPARE(account.kind, vault::CredentialKind::Exchange);
    QCOMPARE(account.attributeValue(vault::attribute::kExchange), QStringLiteral("bitget"));
    QCOMPARE(account.current()->keyHint, QStringLiteral("bg_0...cdef"));
    QCOMPARE(m_bench->got(QStringLiteral("bitget_api_key")), QStringLiteral("bg_0123456789abcdef"));
}

void TestSecrets::aliasWritesOneField()
{
    m_bench->bitget->answer = report(QStringLiteral("works"));
    QVERIFY(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, bitgetFields())));
    QCOMPARE(set(QStringLiteral("bitget_passphrase"), {QStringLiteral("value=Another12")}), QStringLiteral("ok"));
    QCOMPARE(m_bench->got(QStringLiteral("bitget/main#passphrase")), QStringLiteral("Another12"));
    QCOMPARE(m_bench->got(QStringLiteral("bitget/main#api_key")), QStringLiteral("bg_0123456789abcdef0123456789abcdef"));
    QCOMPARE(m_bench->bitget->asked.size(), 1); // an alias writes unchecked
}

void TestSecrets::fieldsOfAnAccountAreCleaned()
{
    const QString key = QStringLiteral("bg_0123456789abcdef0123456789abcdef");
    QCOMPARE(set(QStringLiteral("bitget_api_key"), {QStringLiteral("value= ") + key + QStringLiteral("\u200b\n")}),
             QStringLiteral("ok"));
    QCOMPARE(m_bench->got(QStringLiteral("bitget_api_key")), key);
    QCOMPARE(set(QStringLiteral("bitget_api_key"), {QStringLiteral("value=\t") + key + QStringLiteral("1 ")}),
             QStringLiteral("ok"));
    QCOMPARE(m_bench->got(QStringLiteral("bitget_api_key")), key + QLatin1Char('1'));
    QCOMPARE(set(QStringLiteral("bitget/main"), {QStringLiteral("api_key= ") + key}), QStringLiteral("ok"));
    QCOMPARE(m_bench->got(QStringLiteral("bitget_api_key")), key);
    QCOMPARE(set(QStringLiteral("bitget/main"), {QStringLiteral("api_key= ")}), QStringLiteral("empty_field: api_key"));
}

void TestSecrets::heldBackStaysHeldBack()
{
    m_bench->bitget->answer = report(QStringLiteral("withdraw"));
    QVERIFY(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, bitgetFields())));
    QCOMPARE(set(QStringLiteral("bitget_passphrase"), {QStringLiteral("value=Another12")}), QStringLiteral("ok"));
    QCOMPARE(m_bench->got(QStringLiteral("bitget/main#passphrase")), QStringLiteral("consent_required"));
    QVERIFY(await(m_bench->exchanges->consent(QStringLiteral("bitget/main"))));
    QCOMPARE(m_bench->got(QStringLiteral("bitget/main#passphrase")), QStringLiteral("Another12"));
    QCOMPARE(m_bench->got(QStringLiteral("bitget/main#api_key")), QStringLiteral("bg_0123456789abcdef0123456789abcdef"));
}

void TestSecrets::remove()
{
    QCOMPARE(set(QStringLiteral("a"), {QStringLiteral("value=1")}), QStringLiteral("ok"));
    QVERIFY(await(m_bench->secrets->remove(QStringLiteral("A"))));
    QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("not_found"));
    COMPARE_CODE(await(m_bench->secrets->remove(QStringLiteral("a"))), base::ErrorCode::NotFound);
}

void TestSecrets::locked()
{
    QCOMPARE(set(QStringLiteral("a"), {QStringLiteral("value=1")}), QStringLiteral("ok"));
    QVERIFY(await(m_bench->host->lock(service::LockReason::User)));
    QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("locked"));
    QCOMPARE(set(QStringLiteral("b"), {QStringLiteral("value=1")}).section(u':', 0, 0), QStringLiteral("locked"));
}

QString TestSecrets::generated(const service::GenerateRequest &request)
{
    const auto stored = await(m_bench->secrets->generate(request));
    return stored ? m_bench->versions(stored->name) : vaulttest::describe(stored.error());
}

void TestSecrets::generate()
{
    service::GenerateRequest request;
    request.name = QStringLiteral("bot/key");
    request.policy.form = service::GeneratedForm::Aes256;
    QCOMPARE(generated(request), QStringLiteral("1 current"));
    QCOMPARE(m_bench->stored(QStringLiteral("bot/key")).kind, vault::CredentialKind::EncryptionKey);
    const QString first = m_bench->got(QStringLiteral("bot/key"));
    QCOMPARE(QByteArray::fromBase64(first.toLatin1()).size(), 32);
    QCOMPARE(generated(request), QStringLiteral("1 previous, 2 current"));
    QVERIFY(m_bench->got(QStringLiteral("bot/key")) != first);
    QCOMPARE(m_bench->got(QStringLiteral("latchkey://bot/key/value?version=1")), first);
    // One field of several; the others stay.
    m_bench->putSecret(QStringLiteral("db"), {QStringLiteral("user=u"), QStringLiteral("password=p")});
    request = {};
    request.name = QStringLiteral("db#password");
    QCOMPARE(generated(request), QStringLiteral("1 previous, 2 current"));
    QCOMPARE(m_bench->got(QStringLiteral("db#user")), QStringLiteral("u"));
    QCOMPARE(m_bench->got(QStringLiteral("db#password")).size(), 24);
    // The only field there is.
    m_bench->putSecret(QStringLiteral("pin"), {QStringLiteral("code=1")});
    request.name = QStringLiteral("pin");
    QCOMPARE(generated(request), QStringLiteral("1 previous, 2 current"));
    QCOMPARE(m_bench->got(QStringLiteral("pin#code")).size(), 24);
}

void TestSecrets::generateRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("expected");
    QTest::newRow("several fields") << "db" << "" << "ambiguous_field: password, user";
    QTest::newRow("an account") << "bitget/main" << "" << "invalid_argument: bitget/main";
    QTest::newRow("an account's alias") << "bitget_api_key" << "" << "invalid_argument: bitget_api_key";
    QTest::newRow("another kind") << "pin" << "oauth" << "invalid_argument: pin";
    QTest::newRow("no kind") << "new" << "card" << "invalid_argument: card";
    QTest::newRow("an old version") << "latchkey://pin/code?version=1" << ""
                                    << "invalid_reference: latchkey://pin/code?version=1";
    QTest::newRow("no name") << "a//b" << "" << "invalid_name: a//b";
}

void TestSecrets::generateRefused()
{
    m_bench->putSecret(QStringLiteral("db"), {QStringLiteral("user=u"), QStringLiteral("password=p")});
    m_bench->putSecret(QStringLiteral("pin"), {QStringLiteral("code=1")});
    service::ExchangeOptions options;
    options.check = false;
    QVERIFY(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), options, bitgetFields())));
    QFETCH(QString, name);
    QFETCH(QString, kind);
    service::GenerateRequest request;
    request.name = name;
    if (!kind.isEmpty())
        request.kind = kind;
    QTEST(generated(request), "expected");
    QCOMPARE(await(m_bench->secrets->list())->size(), 3);
}

QString TestSecrets::verified(const QString &reference, const char *value)
{
    const auto done = await(m_bench->secrets->verify(reference, vaulttest::secret(value)));
    return done ? QStringLiteral("same") : QString(base::codeName(done.error().code));
}

void TestSecrets::verify()
{
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=hunter2")});
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=hunter3")});
    m_bench->putSecret(QStringLiteral("two"), {QStringLiteral("x=1"), QStringLiteral("y=2")});
    QCOMPARE(verified(QStringLiteral("a"), "hunter3"), QStringLiteral("same"));
    QCOMPARE(verified(QStringLiteral("latchkey://a/value?version=1"), "hunter2"), QStringLiteral("same"));
    for (const char *other : {"hunter2", "hunter3\n", "Hunter3", "hunter", "hunter33", ""})
        QCOMPARE(verified(QStringLiteral("a"), other), QStringLiteral("no_match"));
    QCOMPARE(verified(QStringLiteral("two"), "1"), QStringLiteral("ambiguous_field"));
    QCOMPARE(verified(QStringLiteral("two#y"), "2"), QStringLiteral("same"));
    QCOMPARE(verified(QStringLiteral("nobody"), "2"), QStringLiteral("not_found"));
    const auto entries = await(m_bench->integrity->entries(0, 0));
    QVERIFY(entries);
    QStringList outcomes;
    for (const vault::AuditEntry &entry : *entries) {
        if (entry.event.kind != QLatin1StringView("verified"))
            continue;
        outcomes << entry.event.outcome;
        QVERIFY(!QStringList(entry.event.details.values()).join(QLatin1Char(' ')).contains(QLatin1StringView("hunter")));
    }
    QCOMPARE(outcomes.count(QStringLiteral("ok")), 3);
    QCOMPARE(outcomes.count(QStringLiteral("no-match")), 6);
}

// A guess that leaves no trace would be a way to try them all.
void TestSecrets::verifyWritesBeforeItTells()
{
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=hunter2")});
    const qsizetype before = m_bench->auditKinds().size();
    QCOMPARE(verified(QStringLiteral("a"), "wrong"), QStringLiteral("no_match"));
    QCOMPARE(m_bench->auditKinds().size(), before + 1);
    QVERIFY(await(m_bench->host->lock(service::LockReason::User)));
    QCOMPARE(verified(QStringLiteral("a"), "hunter2"), QStringLiteral("locked"));
}

void TestSecrets::clear()
{
    QCOMPARE(*await(m_bench->secrets->clear({})), 0);
    const qsizetype before = m_bench->auditKinds().size();
    for (const char *name : {"a", "b", "c"})
        m_bench->putSecret(QString::fromLatin1(name), {QStringLiteral("value=1")});
    QVERIFY(await(m_bench->host->withSession([](vault::Session &session) -> base::Result<service::Done> {
        vault::CredentialStore store(session);
        LATCHKEY_TRY(const auto found, store.find(QStringLiteral("c")));
        LATCHKEY_CHECK(store.removeForNow(found->id, vaulttest::auditEvent(QStringLiteral("credential-removed"))));
        return service::Done{};
    })));
    const auto old = await(m_bench->secrets->list());
    QVERIFY(old);
    m_bench->putSecret(QStringLiteral("b"), {QStringLiteral("value=2")});
    QCOMPARE(await(m_bench->secrets->clear(*old)).error().code, base::ErrorCode::Conflict); // changed since
    QCOMPARE(await(m_bench->secrets->clear({})).error().code, base::ErrorCode::Conflict);   // never seen
    QCOMPARE(m_bench->got(QStringLiteral("a")), QStringLiteral("1"));
    QCOMPARE(*await(m_bench->secrets->clear(*await(m_bench->secrets->list()))), 2);
    QCOMPARE(m_bench->auditKinds().mid(before).count(QStringLiteral("credential-removed")), 3);
    QCOMPARE(m_bench->auditKinds().last(), QStringLiteral("secrets-cleared"));
    QVERIFY(await(m_bench->secrets->list())->isEmpty());
    QVERIFY(await(m_bench->integrity->verify()));
    QCOMPARE(vaulttest::query(m_bench->home.path(), QStringLiteral("SELECT count(*) FROM record WHERE kind < 10")).toInt(),
             0);
    QCOMPARE(set(QStringLiteral("a"), {QStringLiteral("value=2")}), QStringLiteral("ok"));
}

// While the answer is held it stands in memory, as does what was decoded for it; afterwards neither does.
void TestSecrets::onceLeavesNothing()
{
    const testsupport::Needle value;
    {
        SecretChange change;
        change.name = QStringLiteral("a");
        base::SecretBytes bytes = *base::SecretBytes::allocate(value.size());
        value.reveal(bytes.exposeForWriting().data());
        change.fields.emplace(QStringLiteral("value"), std::move(bytes));
        QVERIFY(await(m_bench->secrets->set(std::move(change))));
    }
    QCOMPARE(value.occurrences(), 0);
    {
        const auto got = await(m_bench->secrets->getOnce(QStringLiteral("a"), {QStringLiteral("test")}));
        QVERIFY(got);
        QCOMPARE(value.occurrences(), 1);
    }
    QCOMPARE(value.occurrences(), 0);
    const auto decoded = [this](bool once) {
        const service::Caller caller{QStringLiteral("test")};
        const auto got = await(once ? m_bench->secrets->getOnce(QStringLiteral("a"), caller)
                                    : m_bench->secrets->get(QStringLiteral("a"), caller));
        return got ? *await(m_bench->host->withSession([](vault::Session &session) {
            return base::Result<bool>(!session.decoded().isEmpty());
        }))
                   : false;
    };
    QVERIFY(decoded(false));
    QVERIFY(!decoded(true));
}

LATCHKEY_TEST_MAIN(TestSecrets)
#include "tst_secrets.moc"
