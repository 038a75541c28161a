// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/keyring.h"

#include "crypto/hkdf.h"
#include "support/testmain.h"
#include "vault/labels.h"
#include "vaultfixture.h"

#include <QObject>

#include <set>

using namespace vaulttest;
using base::ErrorCode;
using vault::EnvelopeBinding;
using vault::Keyring;
using vault::Role;

namespace {

const QUuid kVault = QUuid::fromString(QStringLiteral("11111111-2222-4333-8444-555555555555"));
const QUuid kOwner = QUuid::fromString(QStringLiteral("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"));
constexpr std::string_view kKey = "a vault key has thirty-two bytes";

Keyring keyring(const QUuid &vault = kVault, std::uint32_t gen = 1, std::string_view key = kKey)
{
    auto out = Keyring::derive(secret(key), vault, gen);
    if (!out)
        qFatal("no keyring");
    return *std::move(out);
}

EnvelopeBinding fullBinding()
{
    EnvelopeBinding out;
    out.role = Role::Secret;
    out.owner = kOwner;
    out.kind = 2;
    out.n = 7;
    out.field = QStringLiteral("api_key");
    out.destination.fill(0x5a);
    return out;
}

} // namespace

class TestKeyring final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void labelsAreDistinctAndPrefixFree()
    {
        for (const std::string_view a : vault::labels::kAll) {
            QVERIFY(!a.empty());
            QVERIFY(a.find('\0') == std::string_view::npos);
            const auto same = std::ranges::count(vault::labels::kAll, a);
            QCOMPARE(same, std::ptrdiff_t{1});
            for (const std::string_view b : vault::labels::kAll)
                QVERIFY2(a == b || !b.starts_with(a), std::string(a).c_str());
        }
    }

    // Every key of the keyring answers differently, so no two of them can be the same.
    void keysAreDistinct()
    {
        const Keyring keys = keyring();
        std::set<base::Digest32> answers;
        for (const crypto::HmacSha256 *mac : {&keys.headerMac(), &keys.leafMac(), &keys.bucketMac(), &keys.rootMac(),
                                              &keys.auditMac(), &keys.auditHeadMac(), &keys.anchorMac()})
            answers.insert(mac->compute(base::view(std::string_view("x"))));
        QCOMPARE(answers.size(), std::size_t{7});
        QVERIFY(!answers.contains(keys.commitment()));
    }

    // RFC 5869 with the label table, recomputed with the primitives alone.
    void derivationIsTheDocumentedOne()
    {
        const Keyring keys = keyring(kVault, 3);
        base::CanonicalWriter salt;
        salt.uuid(kVault).u32(3);
        const auto prk = crypto::hkdfExtract(salt.view(), base::view(kKey));
        VERIFY_OK(prk);
        const auto commitment = crypto::hkdfExpand(*prk, base::view(QByteArray("latchkey/v1/commit\0", 19)), 32);
        VERIFY_OK(commitment);
        QCOMPARE(textOf(*commitment), base::toByteArray(keys.commitment()));
        const auto root = crypto::hkdfExpand(*prk, base::view(QByteArray("latchkey/v1/manifest-root\0", 26)), 32);
        VERIFY_OK(root);
        const auto mac = crypto::hmacSha256(root->exposeBytes(), base::view(std::string_view("x")));
        VERIFY_OK(mac);
        QCOMPARE(*mac, keys.rootMac().compute(base::view(std::string_view("x"))));
    }

    void vaultGenerationAndKeyMatter()
    {
        const base::Digest32 one = keyring().commitment();
        QVERIFY(keyring(kVault, 2).commitment() != one);
        QVERIFY(keyring(kOwner).commitment() != one);
        QVERIFY(keyring(kVault, 1, "another vault key, also 32 bytes").commitment() != one);
        COMPARE_CODE(Keyring::derive(secret("too short"), kVault, 1), ErrorCode::CryptoFailure);
    }

    void sealAndOpen()
    {
        const Keyring keys = keyring();
        testsupport::SequenceRandom random;
        for (const qsizetype size : {0, 1, 60, 61, 1000}) {
            const QByteArray plain(size, 'p');
            const auto sealed = keys.seal(fullBinding(), base::view(plain), random);
            VERIFY_OK(sealed);
            const auto opened = keys.open(fullBinding(), base::view(*sealed));
            VERIFY_OK(opened);
            QCOMPARE(textOf(*opened), plain);
        }
    }

    void bindingChangesFail_data()
    {
        QTest::addColumn<int>("what");
        const char *names[]{"role", "owner", "kind", "n", "field", "no field", "destination", "vault", "gen", "key"};
        for (int i = 0; i < 10; ++i)
            QTest::newRow(names[i]) << i;
    }
    void bindingChangesFail()
    {
        QFETCH(int, what);
        testsupport::SequenceRandom random;
        const auto sealed = keyring().seal(fullBinding(), base::view(std::string_view("value")), random);
        VERIFY_OK(sealed);
        EnvelopeBinding other = fullBinding();
        switch (what) {
        case 0:
            other.role = Role::Meta;
            break;
        case 1:
            other.owner = kVault;
            break;
        case 2:
            other.kind = 1;
            break;
        case 3:
            other.n = 8;
            break;
        case 4:
            other.field = QStringLiteral("api_secret");
            break;
        case 5:
            other.field.clear();
            break;
        case 6:
            other.destination[31] ^= 1;
            break;
        default:
            break;
        }
        const Keyring keys = what == 7 ? keyring(kOwner)
            : what == 8                ? keyring(kVault, 2)
            : what == 9                ? keyring(kVault, 1, "another vault key, also 32 bytes")
                                       : keyring();
        COMPARE_CODE(keys.open(other, base::view(*sealed)), ErrorCode::IntegrityFailure);
    }

    // The binding is written with lengths: moving a character between neighbours must not give the same bytes.
    void bindingIsInjective()
    {
        testsupport::SequenceRandom random;
        EnvelopeBinding a = fullBinding();
        a.field = QStringLiteral("a");
        EnvelopeBinding b = fullBinding();
        b.field = QStringLiteral("a") + QChar(0);
        const Keyring keys = keyring();
        const auto sealed = keys.seal(a, base::view(std::string_view("v")), random);
        VERIFY_OK(sealed);
        COMPARE_CODE(keys.open(b, base::view(*sealed)), ErrorCode::IntegrityFailure);
    }

    void nameIndex()
    {
        const Keyring keys = keyring();
        QCOMPARE(keys.nameIndex(QStringLiteral("bitget/main")).size(), 16);
        QCOMPARE(keys.nameIndex(QStringLiteral("bitget/main")), keys.nameIndex(QStringLiteral("bitget/main")));
        QVERIFY(keys.nameIndex(QStringLiteral("bitget/main")) != keys.nameIndex(QStringLiteral("bitget/demo")));
        QVERIFY(keys.nameIndex(QStringLiteral("a")) != keyring(kOwner).nameIndex(QStringLiteral("a")));
    }

    void movedKeyringStillWorks()
    {
        testsupport::SequenceRandom random;
        Keyring first = keyring();
        const auto sealed = first.seal(fullBinding(), base::view(std::string_view("v")), random);
        VERIFY_OK(sealed);
        const Keyring second = std::move(first);
        VERIFY_OK(second.open(fullBinding(), base::view(*sealed)));
    }
};

LATCHKEY_TEST_MAIN(TestKeyring)
#include "tst_keyring.moc"
