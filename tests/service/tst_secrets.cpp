// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/secrets.h"

#include "service/servicefixture.h"
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

private:
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

LATCHKEY_TEST_MAIN(TestSecrets)
#include "tst_secrets.moc"
