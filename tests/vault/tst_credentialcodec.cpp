// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialcodec.h"

#include "support/testmain.h"
#include "vaultfixture.h"

#include <QCborArray>
#include <QCborMap>
#include <QObject>

#include <limits>

using namespace vaulttest;
using base::ErrorCode;
using vault::Credential;
using vault::VersionState;

namespace {

const QUuid kId = QUuid::fromString(QStringLiteral("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"));

Credential full()
{
    Credential out;
    out.id = kId;
    out.name = QStringLiteral("bitget/main");
    out.kind = vault::CredentialKind::Exchange;
    out.description = QStringLiteral("ключ № 1");
    out.tags = {QStringLiteral("b"), QStringLiteral("a"), QString()};
    out.attributes = {{QStringLiteral("exchange"), QStringLiteral("bitget")}, {QStringLiteral("note"), QString()}};
    out.versions = {
        {1, VersionState::Retired, 1000, QString(), {QStringLiteral("api_key")}, QString()},
        {7,
         VersionState::Current,
         2000,
         QStringLiteral("from the web site"),
         {QStringLiteral("api_key"), QStringLiteral("api_secret")},
         QStringLiteral("bg_1…9abc")},
        {4'294'967'295U,
         VersionState::Pending,
         -5,
         QString(),
         {},
         QString(),
         QStringLiteral("00ff"),
         {{QStringLiteral("base_url"), QStringLiteral("https://example.org")}, {QStringLiteral("proxy"), QString()}}}};
    out.keepVersions = 3;
    out.createdAtMs = 1'763'843'465'120;
    out.updatedAtMs = 1'763'843'465'121;
    out.revision = 9;
    return out;
}

void compare(const Credential &a, const Credential &b)
{
    QCOMPARE(a.id, b.id);
    QCOMPARE(a.name, b.name);
    QCOMPARE(a.kind, b.kind);
    QCOMPARE(a.description, b.description);
    QCOMPARE(a.tags, b.tags);
    QCOMPARE(a.attributes, b.attributes);
    QCOMPARE(a.keepVersions, b.keepVersions);
    QCOMPARE(a.createdAtMs, b.createdAtMs);
    QCOMPARE(a.updatedAtMs, b.updatedAtMs);
    QCOMPARE(a.revision, b.revision);
    QCOMPARE(a.versions.size(), b.versions.size());
    for (qsizetype i = 0; i < a.versions.size(); ++i) {
        QCOMPARE(a.versions[i].number, b.versions[i].number);
        QCOMPARE(a.versions[i].state, b.versions[i].state);
        QCOMPARE(a.versions[i].createdAtMs, b.versions[i].createdAtMs);
        QCOMPARE(a.versions[i].note, b.versions[i].note);
        QCOMPARE(a.versions[i].fields, b.versions[i].fields);
        QCOMPARE(a.versions[i].keyHint, b.versions[i].keyHint);
        QCOMPARE(a.versions[i].keyId, b.versions[i].keyId);
        QCOMPARE(a.versions[i].changes, b.versions[i].changes);
    }
}

QCborMap asMap(const Credential &credential)
{
    return QCborValue::fromCbor(vault::encodeCredential(credential)).toMap();
}

QByteArray cborOf(const QCborMap &map)
{
    return QCborValue(map).toCbor();
}

} // namespace

class TestCredentialCodec final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void roundTrip()
    {
        for (const Credential &credential : {full(), Credential()}) {
            const auto decoded = vault::decodeCredential(credential.id, base::view(vault::encodeCredential(credential)));
            VERIFY_OK(decoded);
            compare(*decoded, credential);
        }
    }

    // Qt's reader of CBOR drops a byte order mark in front of a text.
    void byteOrderMarksAreNotKept()
    {
        const QString mark(QChar::ByteOrderMark);
        Credential marked = full();
        marked.description.prepend(mark + mark);
        marked.tags.first().prepend(mark);
        marked.attributes.insert(mark + QStringLiteral("exchange"), mark + QStringLiteral("bitget"));
        marked.versions[1].note.prepend(mark);
        const auto decoded = vault::decodeCredential(marked.id, base::view(vault::encodeCredential(marked)));
        VERIFY_OK(decoded);
        compare(*decoded, full());
        QCOMPARE(vault::keptText(QStringLiteral("a") + mark), QStringLiteral("a") + mark);
        QCOMPARE(vault::keptText(mark), QString());
    }

    // Found by tests/fuzz.
    void numbersThatAreNone()
    {
        for (const double number : {std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::quiet_NaN(),
                                    std::numeric_limits<double>::infinity(), 1e300, 1.5}) {
            for (const int key : {2, 7, 8, 10}) {
                QCborMap map = asMap(full());
                map.insert(key, number);
                COMPARE_CODE(vault::decodeCredential(full().id, base::view(cborOf(map))), ErrorCode::IntegrityFailure);
            }
        }
    }

    void everyKindAndState()
    {
        for (int kind = 0; kind <= static_cast<int>(vault::CredentialKind::ServiceAccount); ++kind) {
            Credential credential = full();
            credential.kind = static_cast<vault::CredentialKind>(kind);
            credential.versions.first().state = static_cast<VersionState>(kind % 6 < 2 ? 2 : kind % 6);
            const auto decoded = vault::decodeCredential(kId, base::view(vault::encodeCredential(credential)));
            VERIFY_OK(decoded);
            compare(*decoded, credential);
            QCOMPARE(vault::kindFromName(vault::kindName(credential.kind)), std::optional(credential.kind));
        }
        QVERIFY(!vault::kindFromName(QStringLiteral("Exchange")));
        QVERIFY(!vault::kindFromName(QString()));
    }

    // docs/FORMAT.md section 6.3.
    void layoutIsTheDocumentedOne()
    {
        const QCborMap map = asMap(full());
        QCOMPARE(map.value(1).toString(), QStringLiteral("bitget/main"));
        QCOMPARE(map.value(2).toInteger(), 1);
        QCOMPARE(map.value(4).toArray().size(), 3);
        QCOMPARE(map.value(5).toMap().value(QStringLiteral("exchange")).toString(), QStringLiteral("bitget"));
        QCOMPARE(map.value(6).toArray().at(1).toMap().value(1).toInteger(), 7);
        QCOMPARE(map.value(6).toArray().at(1).toMap().value(2).toInteger(), 1);
        QCOMPARE(map.value(10).toInteger(), 9);
        QCOMPARE(map.size(), 10);
    }

    void unknownKeysAreLeftAlone()
    {
        QCborMap map = asMap(full());
        map[99] = QStringLiteral("of a newer program");
        const auto decoded = vault::decodeCredential(kId, base::view(cborOf(map)));
        VERIFY_OK(decoded);
        compare(*decoded, full());
    }

    void eachKeyIsNeeded()
    {
        for (int key = 1; key <= 10; ++key) {
            QCborMap map = asMap(full());
            map.remove(key);
            COMPARE_CODE(vault::decodeCredential(kId, base::view(cborOf(map))), ErrorCode::IntegrityFailure);
            map = asMap(full());
            map[key] = QCborValue(true);
            COMPARE_CODE(vault::decodeCredential(kId, base::view(cborOf(map))), ErrorCode::IntegrityFailure);
        }
        for (int key = 1; key <= 6; ++key) {
            QCborMap map = asMap(full());
            QCborArray versions = map.value(6).toArray();
            QCborMap version = versions.at(0).toMap();
            version.remove(key);
            versions[0] = version;
            map[6] = versions;
            COMPARE_CODE(vault::decodeCredential(kId, base::view(cborOf(map))), ErrorCode::IntegrityFailure);
        }
    }

    void badContent_data()
    {
        QTest::addColumn<QByteArray>("cbor");
        const QByteArray good = vault::encodeCredential(full());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << good.chopped(1);
        QTest::newRow("trailing byte") << good + '\0';
        QTest::newRow("an array") << QCborValue(QCborArray()).toCbor();
        QTest::newRow("text") << QCborValue(QStringLiteral("x")).toCbor();
        QTest::newRow("deep nesting") << QByteArray(5000, '\x81');
        QTest::newRow("giant map") << QByteArray("\xbb\x7f\xff\xff\xff\xff\xff\xff\xff", 9);
        const auto changed = [](int key, const QCborValue &value) {
            QCborMap map = asMap(full());
            map[key] = value;
            return cborOf(map);
        };
        QTest::newRow("kind 9") << changed(2, 9);
        QTest::newRow("kind -1") << changed(2, -1);
        QTest::newRow("tag that is a number") << changed(4, QCborArray{1});
        QTest::newRow("attribute that is a number") << changed(5, QCborMap{{QStringLiteral("a"), 1}});
        QTest::newRow("attribute under a number") << changed(5, QCborMap{{1, QStringLiteral("a")}});
        QTest::newRow("keep beyond 32 bits") << changed(7, qint64{1} << 32);
        QTest::newRow("negative revision") << changed(10, -1);
        QTest::newRow("a version that is no map") << changed(6, QCborArray{1});
        Credential credential = full();
        credential.versions[2].number = 7;
        QTest::newRow("number twice") << vault::encodeCredential(credential);
        credential = full();
        credential.versions[0].number = 0;
        QTest::newRow("number 0") << vault::encodeCredential(credential);
        credential = full();
        credential.versions[2].state = VersionState::Current;
        QTest::newRow("two current") << vault::encodeCredential(credential);
        credential = full();
        credential.versions[0].state = VersionState::Pending;
        QTest::newRow("two pending") << vault::encodeCredential(credential);
        credential = full();
        credential.versions[0].state = static_cast<VersionState>(6);
        QTest::newRow("state 6") << vault::encodeCredential(credential);
    }
    void badContent()
    {
        QFETCH(QByteArray, cbor);
        COMPARE_CODE(vault::decodeCredential(kId, base::view(cbor)), ErrorCode::IntegrityFailure);
    }

    void maps()
    {
        const QMap<QString, QString> map{
            {QStringLiteral("a"), QStringLiteral("1")}, {QString(), QString()}, {QStringLiteral("ы"), QStringLiteral("ü")}};
        const auto decoded = vault::decodeMap(base::view(vault::encodeMap(map)));
        VERIFY_OK(decoded);
        QCOMPARE(*decoded, map);
        COMPARE_CODE(vault::decodeMap(base::view(QCborValue(QCborArray()).toCbor())), ErrorCode::IntegrityFailure);
        COMPARE_CODE(vault::decodeMap({}), ErrorCode::IntegrityFailure);
        COMPARE_CODE(vault::decodeMap(base::view(vault::encodeMap(map) + 'x')), ErrorCode::IntegrityFailure);
        COMPARE_CODE(vault::decodeMap(base::view(QByteArray("\xa2\x61\x61\x60\x61\x61\x60", 7))),
                     ErrorCode::IntegrityFailure); // "a" twice
    }

    // Each attribute that says where a secret goes must move the digest, and none may pass for another.
    void destination()
    {
        const base::Digest32 plain = full().destination();
        QList<QByteArray> seen{base::toByteArray(plain)};
        for (const QString &key : {vault::attribute::kExchange, vault::attribute::kEnvironment, vault::attribute::kRegion,
                                   vault::attribute::kBaseUrl, vault::attribute::kCaPem, vault::attribute::kProvider,
                                   vault::attribute::kAllowedOperations}) {
            Credential credential = full();
            credential.attributes[key] = QStringLiteral("elsewhere");
            const QByteArray digest = base::toByteArray(credential.destination());
            QVERIFY2(!seen.contains(digest), qPrintable(key));
            seen << digest;
        }
        Credential other = full();
        other.kind = vault::CredentialKind::Llm;
        QVERIFY(other.destination() != plain);
        other = full();
        other.description = QStringLiteral("else");
        other.attributes[vault::attribute::kModel] = QStringLiteral("m");
        other.attributes[vault::attribute::kProxy] = QStringLiteral("p");
        QVERIFY(other.destination() == plain);
    }
};

LATCHKEY_TEST_MAIN(TestCredentialCodec)
#include "tst_credentialcodec.moc"
