// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/references.h"

#include "support/testmain.h"

class TestReferences final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aliases_data();
    void aliases();
    void resolved_data();
    void resolved();
};

void TestReferences::aliases_data()
{
    QTest::addColumn<QString>("alias");
    QTest::addColumn<QString>("expected");

    QTest::newRow("key") << "bitget_api_key" << "bitget/main#api_key";
    QTest::newRow("as a variable") << "BITGET_API_SECRET" << "bitget/main#api_secret";
    QTest::newRow("passphrase") << "bitget_passphrase" << "bitget/main#passphrase";
    QTest::newRow("azure") << "azure_openai_api_key" << "azure/main#api_key";
    QTest::newRow("no such secret") << "openai_api_secret" << "";
    QTest::newRow("plain name") << "telegram" << "";
}

void TestReferences::aliases()
{
    QFETCH(QString, alias);
    const auto reference = service::wellKnownAlias(alias);
    QTEST(reference ? reference->reference.name + u'#' + reference->reference.field : QString(), "expected");
}

void TestReferences::resolved_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("alias") << "BITGET_API_KEY" << "bitget/main#api_key";
    QTest::newRow("name and field") << "a/b#c" << "a/b#c";
    QTest::newRow("name") << "a/b" << "a/b#";
    QTest::newRow("address") << "latchkey://a/b/c?version=2" << "a/b#c 2";
    QTest::newRow("two fields") << "a#b#c" << "invalid_name";
    QTest::newRow("bad name") << "a//b#c" << "invalid_name";
}

void TestReferences::resolved()
{
    QFETCH(QString, text);
    const auto reference = service::resolveReference(text);
    QString got = reference ? reference->name + u'#' + reference->field : QString(base::codeName(reference.error().code));
    if (reference && reference->version)
        got += u' ' + QString::number(*reference->version);
    QTEST(got, "expected");
}

LATCHKEY_TEST_MAIN(TestReferences)
#include "tst_references.moc"
