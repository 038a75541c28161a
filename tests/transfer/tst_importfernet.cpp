// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importfernet.h"

#include "transfer/importfixture.h"

using namespace transfertest;
using transfer::ports::FernetRow;

namespace {

// Made by python3-cryptography's Fernet under a key that is no secret; tests/cli/test_import.py makes fresh ones.
constexpr std::string_view kKey = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
constexpr std::string_view kOtherKey = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
/// "hello", of the specification.
const QByteArray
    kHello("gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==");
/// {"bitget_api_key": "k-1", "t": {"value": "v-2", "description": "d"}}
const QByteArray kStore(
    "gAAAAABrCU0sCCLabUdJNa-fUR4IXUIfX4R5HU6uyAPMu6zB0H_EN5PtyIlo-Ju2C48qLB3PFevVRSPBoyzh54mLfaiDhArp9U18"
    "IqiDLo_Sek8r5I-2n9m_F29JM_x95bZByWEhI3sktFnV4hFH49sEBArIPWV0gFgQTXgvMbZVo0Af7RQSjms=");

crypto::FernetKey key(std::string_view text)
{
    return *crypto::FernetKey::parse(text);
}

} // namespace

class TestImportFernet final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void store();
    void rows();
};

void TestImportFernet::store()
{
    QCOMPARE(shown(transfer::parseFernetStore(kStore.toStdString(), key(kKey))),
             QStringLiteral("bitget_api_key{value=k-1}\nt{value=v-2}\"d\""));
    QVERIFY(shown(transfer::parseFernetStore(kStore.toStdString(), key(kOtherKey)))
                .startsWith(QStringLiteral("invalid_argument: the key file does not belong to this file")));
    QCOMPARE(shown(transfer::parseFernetStore("words", key(kKey))), QStringLiteral("invalid_argument: fernet token"));
    QCOMPARE(shown(transfer::parseFernetStore(kHello.toStdString(), key(kKey))), QStringLiteral("invalid_json: "));
}

void TestImportFernet::rows()
{
    const FernetRow good{QStringLiteral("a"), QStringLiteral("d"), kHello};
    const FernetRow bad{QStringLiteral("b"), {}, "gAAAAA"};
    QCOMPARE(shown(transfer::parseFernetRows({good, bad}, key(kKey))), QStringLiteral("a{value=hello}\"d\"\nb{}!4"));
    QCOMPARE(shown(transfer::parseFernetRows({}, key(kKey))), QString());
    QVERIFY(shown(transfer::parseFernetRows({good, bad}, key(kOtherKey)))
                .startsWith(QStringLiteral("invalid_argument: the key")));
}

LATCHKEY_TEST_MAIN(TestImportFernet)
#include "tst_importfernet.moc"
