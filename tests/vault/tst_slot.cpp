// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/slot.h"

#include "support/testmain.h"
#include "vaultfixture.h"

#include <QElapsedTimer>
#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::KeySlot;
using vault::SlotInput;
using vault::SlotKind;

namespace {

const QUuid kVault = QUuid::fromString(QStringLiteral("11111111-2222-4333-8444-555555555555"));
const QUuid kSlot = QUuid::fromString(QStringLiteral("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"));
constexpr std::string_view kKey = "a vault key has thirty-two bytes";
constexpr std::string_view kOther32 = "another secret, also of 32 bytes";
constexpr std::string_view kRecovery = "twenty bytes of key!";

// Offsets in the body, see docs/FORMAT.md section 5; the backend's name has 4 bytes in these tests.
constexpr qsizetype kMemoryAt = 17;
constexpr qsizetype kCheckAt = 45;
constexpr qsizetype kBackendAt = 61;
constexpr qsizetype kSaltAt = kBackendAt + 4 + 4;
constexpr qsizetype kBodySize = kSaltAt + 32 + 12 + 32 + 48;

struct Inputs {
    base::SecretBytes passphrase = secret(Home::kPassphrase);
    base::SecretBytes keychain = secret(Home::kKeychainSecret);
    base::SecretBytes recovery = secret(kRecovery);
    [[nodiscard]] SlotInput all() const { return {&passphrase, &keychain, &recovery}; }
};

base::Result<KeySlot> wrap(SlotKind kind, const SlotInput &input)
{
    vault::SlotInfo info;
    info.id = kSlot;
    info.kind = kind;
    info.createdAtMs = 1'763'843'465'120;
    info.gen = 1;
    info.kdf = kCheapKdf;
    info.keychainBackend = QStringLiteral("test");
    testsupport::SequenceRandom random;
    const base::SecretBytes key = secret(kKey);
    return KeySlot::wrap(info, kVault, input, key, random);
}

vault::ports::SlotRow rowOf(SlotKind kind)
{
    const Inputs inputs;
    const auto slot = wrap(kind, inputs.all());
    if (!slot)
        qFatal("no slot");
    return slot->row();
}

void addKinds()
{
    QTest::addColumn<SlotKind>("kind");
    for (const SlotKind kind : {SlotKind::Passphrase, SlotKind::PassphraseKeychain, SlotKind::Keychain, SlotKind::Recovery})
        QTest::newRow(qPrintable(vault::slotKindName(kind))) << kind;
}

/// The row with a big-endian number written over.
vault::ports::SlotRow withNumber(vault::ports::SlotRow row, qsizetype at, std::uint32_t value)
{
    base::CanonicalWriter number;
    number.u32(value);
    row.body.replace(at, 4, number.bytes());
    return row;
}

} // namespace

class TestSlot final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void wrapAndUnwrap_data() { addKinds(); }
    void wrapAndUnwrap()
    {
        QFETCH(SlotKind, kind);
        const Inputs inputs;
        const vault::ports::SlotRow row = rowOf(kind);
        QCOMPARE(row.uuid, kSlot);
        QCOMPARE(row.body.size(), kBodySize);
        QVERIFY(!row.body.contains(QByteArray(kKey.data(), 32)));
        const auto slot = KeySlot::parse(row);
        VERIFY_OK(slot);
        QCOMPARE(slot->row().body, row.body);
        QCOMPARE(slot->info().id, kSlot);
        QCOMPARE(slot->info().kind, kind);
        QCOMPARE(slot->info().createdAtMs, std::int64_t{1'763'843'465'120});
        QCOMPARE(slot->info().gen, 1U);
        QCOMPARE(slot->info().keychainBackend, QStringLiteral("test"));
        const crypto::Argon2Params none{0, 0, 0};
        QVERIFY(slot->info().kdf == (vault::needsPassphrase(kind) ? kCheapKdf : none));
        const auto key = slot->unwrap(kVault, inputs.all());
        VERIFY_OK(key);
        QCOMPARE(textOf(*key), QByteArray(kKey.data(), 32));
    }

    void wrongInputs_data() { addKinds(); }
    void wrongInputs()
    {
        QFETCH(SlotKind, kind);
        const auto slot = KeySlot::parse(rowOf(kind));
        VERIFY_OK(slot);
        Inputs wrong;
        if (vault::needsPassphrase(kind)) {
            wrong.passphrase = secret("correct horse battery stapl");
            COMPARE_CODE(slot->unwrap(kVault, wrong.all()), ErrorCode::WrongPassphrase);
        }
        if (kind == SlotKind::Recovery) {
            wrong.recovery = secret("twenty bytes of key?");
            COMPARE_CODE(slot->unwrap(kVault, wrong.all()), ErrorCode::WrongPassphrase);
        }
        if (vault::needsKeychain(kind)) {
            // Told apart from a wrong passphrase, whatever the passphrase is.
            wrong.keychain = secret(kOther32);
            COMPARE_CODE(slot->unwrap(kVault, wrong.all()), ErrorCode::KeychainEntryChanged);
        }
        COMPARE_CODE(slot->unwrap(kSlot, Inputs().all()), ErrorCode::WrongPassphrase); // another vault
    }

    void missingInputs_data() { addKinds(); }
    void missingInputs()
    {
        QFETCH(SlotKind, kind);
        const auto slot = KeySlot::parse(rowOf(kind));
        VERIFY_OK(slot);
        COMPARE_CODE(slot->unwrap(kVault, {}), ErrorCode::InvalidArgument);
        COMPARE_CODE(wrap(kind, {}), ErrorCode::InvalidArgument);
        Inputs shorter;
        shorter.passphrase = {};
        shorter.keychain = secret("short");
        shorter.recovery = secret("short");
        COMPARE_CODE(wrap(kind, shorter.all()), ErrorCode::InvalidArgument);
    }

    // A slot of one kind never opens as another, even when the wrapping inputs are known.
    void kindIsBound()
    {
        vault::ports::SlotRow row = rowOf(SlotKind::PassphraseKeychain);
        row.body[4] = static_cast<char>(SlotKind::Passphrase);
        const auto slot = KeySlot::parse(row);
        VERIFY_OK(slot);
        const Inputs inputs;
        COMPARE_CODE(slot->unwrap(kVault, inputs.all()), ErrorCode::WrongPassphrase);
    }

    void anotherUuid()
    {
        vault::ports::SlotRow row = rowOf(SlotKind::Passphrase);
        row.uuid = kVault;
        const auto slot = KeySlot::parse(row);
        VERIFY_OK(slot);
        const Inputs inputs;
        COMPARE_CODE(slot->unwrap(kVault, inputs.all()), ErrorCode::WrongPassphrase);
    }

    void everyByteFlipped_data() { addKinds(); }
    void everyByteFlipped()
    {
        QFETCH(SlotKind, kind);
        const vault::ports::SlotRow row = rowOf(kind);
        const Inputs inputs;
        for (qsizetype at = 0; at < row.body.size(); ++at) {
            vault::ports::SlotRow damaged = row;
            damaged.body = flipped(row.body, at, static_cast<int>(at % 8));
            const auto slot = KeySlot::parse(damaged);
            if (!slot) {
                QVERIFY2(slot.error().code == ErrorCode::IntegrityFailure, qPrintable(QString::number(at)));
                continue;
            }
            // A flipped bit may ask for gigabytes; that the parameters are bound is shown below with small ones.
            if (at >= kMemoryAt && at < kMemoryAt + 12 && vault::needsPassphrase(kind))
                continue;
            const auto key = slot->unwrap(kVault, inputs.all());
            QVERIFY2(!key, qPrintable(QStringLiteral("opened with byte %1 flipped").arg(at)));
            const bool check = vault::needsKeychain(kind) && at >= kCheckAt && at < kCheckAt + 16;
            QVERIFY2(key.error().code == (check ? ErrorCode::KeychainEntryChanged : ErrorCode::WrongPassphrase),
                     qPrintable(describe(key.error())));
        }
    }

    void parametersAreBound_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<uint>("value");
        QTest::newRow("more memory") << 0 << 64U;
        QTest::newRow("more passes") << 4 << 2U;
        QTest::newRow("fewer lanes") << 8 << 1U;
    }
    void parametersAreBound()
    {
        QFETCH(int, at);
        QFETCH(uint, value);
        const auto slot = KeySlot::parse(withNumber(rowOf(SlotKind::Passphrase), kMemoryAt + at, value));
        VERIFY_OK(slot);
        const Inputs inputs;
        COMPARE_CODE(slot->unwrap(kVault, inputs.all()), ErrorCode::WrongPassphrase);
    }

    // Refused by looking at the numbers, before anything is allocated or computed.
    void giantParameters_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<uint>("value");
        QTest::newRow("m = 2^32-1") << 0 << 0xffff'ffffU;
        QTest::newRow("m below 8p") << 0 << 31U;
        QTest::newRow("m = 0") << 0 << 0U;
        QTest::newRow("t = 2^32-1") << 4 << 0xffff'ffffU;
        QTest::newRow("t = 0") << 4 << 0U;
        QTest::newRow("p = 2^24-1") << 8 << 0xff'ffffU;
        QTest::newRow("p = 0") << 8 << 0U;
    }
    void giantParameters()
    {
        QFETCH(int, at);
        QFETCH(uint, value);
        QElapsedTimer timer;
        timer.start();
        for (const SlotKind kind : {SlotKind::Passphrase, SlotKind::PassphraseKeychain})
            COMPARE_CODE(KeySlot::parse(withNumber(rowOf(kind), kMemoryAt + at, value)), ErrorCode::IntegrityFailure);
        QVERIFY(timer.elapsed() < 1000);
    }

    void shapes_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray good = rowOf(SlotKind::Keychain).body;
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << good.chopped(1);
        QTest::newRow("long") << good + '\0';
        QTest::newRow("magic") << flipped(good, 0);
        QByteArray kind = good;
        kind[4] = 0;
        QTest::newRow("kind 0") << kind;
        kind[4] = 5;
        QTest::newRow("kind 5") << kind;
        QByteArray length = good;
        length.replace(kBackendAt, 4, QByteArray("\xff\xff\xff\xff", 4));
        QTest::newRow("length of the backend") << length;
        QByteArray utf8 = good;
        utf8[kBackendAt + 4] = '\xff';
        QTest::newRow("backend is not UTF-8") << utf8;
    }
    void shapes()
    {
        QFETCH(QByteArray, body);
        COMPARE_CODE(KeySlot::parse({kSlot, body}), ErrorCode::IntegrityFailure);
    }

    // The same secret in two slots must not give two times the same bytes.
    void freshSaltEachTime()
    {
        const Inputs inputs;
        testsupport::SequenceRandom random;
        vault::SlotInfo info;
        info.id = kSlot;
        info.kind = SlotKind::Keychain;
        const base::SecretBytes key = secret(kKey);
        const auto first = KeySlot::wrap(info, kVault, inputs.all(), key, random);
        const auto second = KeySlot::wrap(info, kVault, inputs.all(), key, random);
        VERIFY_OK(first);
        VERIFY_OK(second);
        QVERIFY(first->row().body.last(80) != second->row().body.last(80));
    }

    void keychainName()
    {
        QCOMPARE(KeySlot::keychainName(kVault, kSlot),
                 QStringLiteral("latchkey/11111111-2222-4333-8444-555555555555/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"));
    }

    void normalization_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("normal");
        QTest::newRow("ASCII") << QByteArray("a b  ") << QByteArray("a b  ");
        QTest::newRow("decomposed") << QByteArray("cafe\xcc\x81") << QByteArray("caf\xc3\xa9");
        QTest::newRow("composed") << QByteArray("caf\xc3\xa9") << QByteArray("caf\xc3\xa9");
        QTest::newRow("beyond the BMP") << QByteArray("\xf0\x9f\x94\x91") << QByteArray("\xf0\x9f\x94\x91");
    }
    void normalization()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, normal);
        const auto out = vault::normalizedPassphrase(secret(typed.toStdString()));
        VERIFY_OK(out);
        QCOMPARE(textOf(*out), normal);
    }
    // Latin-1 from a file: both would become the same replacement character.
    void notUtf8()
    {
        COMPARE_CODE(vault::normalizedPassphrase(secret("caf\xe9")), ErrorCode::InvalidArgument);
        COMPARE_CODE(vault::normalizedPassphrase(secret("\xf0\x9f\x94")), ErrorCode::InvalidArgument); // cut short
    }
    void emptyPassphrase() { COMPARE_CODE(vault::normalizedPassphrase({}), ErrorCode::EmptyField); }
};

LATCHKEY_TEST_MAIN(TestSlot)
#include "tst_slot.moc"
