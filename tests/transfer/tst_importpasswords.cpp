// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importpasswords.h"

#include "transfer/importfixture.h"

using namespace transfertest;

class TestImportPasswords final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void bitwarden_data();
    void bitwarden();
    void keePassXc();
    void onePassword();
    void hostile_data();
    void hostile();
};

void TestImportPasswords::bitwarden_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("CSV") << QByteArray(
        "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n"
        "Bots,,login,Bitget,\"two\nlines\",,0,https://b,u,p,\n"
        ",,note,Alone,n,,0,,,,\n")
                         << "Bots/Bitget{username=u,password=p,url=https://b,notes=two\nlines}\nAlone{notes=n}";
    QTest::newRow("JSON")
        << QByteArray(R"({"encrypted":false,"folders":[{"id":"f1","name":"Bots"}],"items":[
        {"type":1,"folderId":"f1","name":"Bitget","notes":null,"fields":[{"name":"API Key","value":"k","type":1},{"name":"x","value":null}],
         "login":{"username":"u","password":"p","totp":null,"uris":[{"uri":"https://b"},{"uri":"https://c"}]}},
        {"type":2,"folderId":null,"name":"Note","notes":"n"},
        {"type":3,"name":"Card","card":{"number":"4"}}]})")
        << "Bots/Bitget{username=u,password=p,url=https://b,url_2=https://c,API_Key=k}\nNote{notes=n}\nCard{}!3";
    QTest::newRow("encrypted") << QByteArray(R"({"encrypted":true,"data":"x"})")
                               << "invalid_argument: an encrypted Bitwarden export; export it as plain .json or .csv";
    QTest::newRow("other JSON") << QByteArray(R"({"items":[]})") << "invalid_argument: not what Bitwarden exports";
    QTest::newRow("other CSV") << QByteArray("name,value\na,1\n") << "invalid_argument: not what Bitwarden exports";
}

void TestImportPasswords::bitwarden()
{
    QFETCH(QByteArray, text);
    const auto batch = transfer::parseBitwarden(secret(text));
    QTEST(shown(batch), "expected");
    QVERIFY(!batch || batch->namesRepeat);
}

void TestImportPasswords::keePassXc()
{
    QCOMPARE(shown(transfer::parseKeePassXc(
                 secret("\"Group\",\"Title\",\"Username\",\"Password\",\"URL\",\"Notes\",\"TOTP\",\"Icon\",\"Last "
                        "Modified\",\"Created\"\n"
                        "\"Root/Bots\",\"Bitget\",\"u\",\"p\"\"q\",\"\",\"\",\"\",\"0\",\"x\",\"y\"\n"))),
             QStringLiteral("Root/Bots/Bitget{username=u,password=p\"q}"));
    QCOMPARE(shown(transfer::parseKeePassXc(secret("name,value\na,1\n"))),
             QStringLiteral("invalid_argument: not what KeePassXC exports"));
}

void TestImportPasswords::onePassword()
{
    QCOMPARE(
        shown(transfer::parseOnePassword(secret(
            "Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\nBitget,https://b,u,p,otpauth://x,,,,\n"))),
        QStringLiteral("Bitget{username=u,password=p,totp=otpauth://x,url=https://b}"));
    QCOMPARE(shown(transfer::parseOnePassword(secret("name,value\na,1\n"))),
             QStringLiteral("invalid_argument: not what 1Password exports"));
}

void TestImportPasswords::hostile_data()
{
    QTest::addColumn<QByteArray>("text");
    addHostileRows();
    QTest::newRow("items that are none") << QByteArray(R"({"encrypted":"x","items":{}})");
}

void TestImportPasswords::hostile()
{
    QFETCH(QByteArray, text);
    for (const auto parser : {&transfer::parseBitwarden, &transfer::parseKeePassXc, &transfer::parseOnePassword}) {
        const auto batch = parser(secret(text));
        QVERIFY(!batch);
        QVERIFY(batch.error().code == base::ErrorCode::InvalidArgument
                || batch.error().code == base::ErrorCode::InvalidJson);
    }
}

LATCHKEY_TEST_MAIN(TestImportPasswords)
#include "tst_importpasswords.moc"
