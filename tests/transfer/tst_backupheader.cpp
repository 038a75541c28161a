// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/backupheader.h"

#include "crypto/hash.h"
#include "support/testmain.h"
#include "vault/vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using transfer::BackupHeader;

namespace {

constexpr qsizetype kSum = 32;
constexpr qsizetype kVersionAt = 8;
constexpr qsizetype kVaultAt = 14; ///< after version and length

vault::KeySlot slotOf(vault::SlotKind kind, const QUuid &vault, base::RandomSource &random)
{
    vault::SlotInfo info;
    info.id = *base::newUuid(random);
    info.kind = kind;
    info.gen = 1;
    info.kdf = kCheapKdf;
    const base::SecretBytes passphrase = secret("a passphrase");
    const base::SecretBytes half = secret(Home::kKeychainSecret);
    const base::SecretBytes recovery = secret("01234567890123456789");
    const base::SecretBytes vaultKey = secret(Home::kKeychainSecret);
    auto slot = vault::KeySlot::wrap(info, vault, {&passphrase, &half, &recovery}, vaultKey, random);
    if (!slot)
        qFatal("no slot");
    return *slot;
}

BackupHeader sample(const QList<vault::SlotKind> &kinds = {vault::SlotKind::Recovery, vault::SlotKind::Passphrase})
{
    testsupport::SequenceRandom random;
    BackupHeader out;
    out.vault.vault = *base::newUuid(random);
    out.vault.recoveryId = *base::newUuid(random);
    out.vault.gen = 3;
    out.vault.createdAtMs = 1234567;
    out.madeAtMs = 7654321;
    out.nonce = QByteArray(16, 'n');
    out.commitment = {9, 8, 7};
    for (const vault::SlotKind kind : kinds)
        out.keySlots << slotOf(kind, out.vault.vault, random);
    return out;
}

/// As somebody would change it who knows the format: with the right sum.
QByteArray resummed(QByteArray bytes)
{
    bytes.chop(kSum);
    return bytes + base::toByteArray(crypto::sha256(base::view(bytes)));
}

} // namespace

class TestBackupHeader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void roundTrip()
    {
        BackupHeader header = sample();
        const QByteArray bytes = header.encode();
        const auto length = transfer::backupHeaderLength(base::view(bytes).first(transfer::kBackupPreambleBytes));
        VERIFY_OK(length);
        QCOMPARE(*length, static_cast<std::size_t>(bytes.size()));
        const auto read = BackupHeader::parse(base::view(bytes));
        VERIFY_OK(read);
        QCOMPARE(read->vault.body(), header.vault.body());
        QCOMPARE(read->madeAtMs, header.madeAtMs);
        QCOMPARE(read->nonce, header.nonce);
        QCOMPARE(read->commitment, header.commitment);
        QCOMPARE(read->sum, header.sum);
        QCOMPARE(read->keySlots.size(), 2);
        QCOMPARE(read->keySlots.at(1).row().body, header.keySlots.at(1).row().body);
        QVERIFY(read->hasPassphrase());
        QVERIFY(!sample({vault::SlotKind::Recovery}).hasPassphrase());
    }

    void everyChangedByteIsNoticed()
    {
        const QByteArray bytes = sample().encode();
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const auto read = BackupHeader::parse(base::view(flipped(bytes, i, static_cast<int>(i % 8))));
            const ErrorCode expected = i < 4 ? ErrorCode::NotAVault : ErrorCode::IntegrityFailure;
            QVERIFY2(!read && read.error().code == expected, qPrintable(QString::number(i)));
            QCOMPARE(read.error().detail, QStringLiteral("backup"));
        }
        for (qsizetype i = 0; i < bytes.size(); ++i)
            QVERIFY(!BackupHeader::parse(base::view(bytes.first(i))));
        COMPARE_CODE(BackupHeader::parse(base::view(bytes + 'x')), ErrorCode::IntegrityFailure);
    }

    void newerOnesAreToldFromDamage()
    {
        QByteArray bytes = sample().encode();
        bytes[kVersionAt + 1] = 2;
        COMPARE_CODE(BackupHeader::parse(base::view(bytes)), ErrorCode::IntegrityFailure);
        COMPARE_CODE(BackupHeader::parse(base::view(resummed(bytes))), ErrorCode::NewerFormat);
        // Of a later version nothing but magic, length and sum is known.
        const QByteArray later = bytes.first(kVersionAt + 2) + QByteArray(500, 'z');
        base::CanonicalWriter length;
        length.u32(static_cast<std::uint32_t>(later.size()));
        QByteArray whole = later;
        whole.replace(4, 4, length.bytes());
        COMPARE_CODE(BackupHeader::parse(base::view(resummed(whole))), ErrorCode::NewerFormat);
        bytes[kVersionAt + 1] = 0;
        COMPARE_CODE(BackupHeader::parse(base::view(resummed(bytes))), ErrorCode::IntegrityFailure);

        BackupHeader newerVault = sample();
        newerVault.vault.major = 2;
        COMPARE_CODE(BackupHeader::parse(base::view(newerVault.encode())), ErrorCode::NewerFormat);
        BackupHeader newerMinor = sample();
        newerMinor.vault.minor = 1;
        VERIFY_OK(BackupHeader::parse(base::view(newerMinor.encode())));
    }

    void hostileOnesAreRefused()
    {
        COMPARE_CODE(BackupHeader::parse(base::view(sample({}).encode())), ErrorCode::IntegrityFailure);
        const auto keychain = sample({vault::SlotKind::Recovery, vault::SlotKind::Keychain}).encode();
        COMPARE_CODE(BackupHeader::parse(base::view(keychain)), ErrorCode::IntegrityFailure);
        QList<vault::SlotKind> many(34, vault::SlotKind::Recovery);
        COMPARE_CODE(BackupHeader::parse(base::view(sample(many).encode())), ErrorCode::IntegrityFailure);
        QByteArray noVault = sample().encode();
        noVault[kVaultAt] = 'X';
        COMPARE_CODE(BackupHeader::parse(base::view(resummed(noVault))), ErrorCode::IntegrityFailure);
        for (const std::uint32_t length : {0U, 8U, 40U, 65537U, 0xffffffffU}) {
            base::CanonicalWriter preamble;
            preamble.fixed(base::view(std::string_view("LKB1"))).u32(length);
            COMPARE_CODE(transfer::backupHeaderLength(preamble.view()), ErrorCode::IntegrityFailure);
        }
        COMPARE_CODE(transfer::backupHeaderLength(base::view(std::string_view("SQLite f"))), ErrorCode::NotAVault);
        COMPARE_CODE(transfer::backupHeaderLength({}), ErrorCode::NotAVault);
        COMPARE_CODE(transfer::backupHeaderLength(base::view(std::string_view("LKB1"))), ErrorCode::IntegrityFailure);
    }

    void keysBelongToOneBackupOfOneVault()
    {
        BackupHeader header = sample();
        header.vault.vault = QUuid(QStringLiteral("00112233-4455-6677-8899-aabbccddeeff"));
        const base::SecretBytes vaultKey = secret(Home::kKeychainSecret);
        const auto keys = transfer::deriveBackupKeys(vaultKey, header.vault, base::view(header.nonce));
        VERIFY_OK(keys);
        // From Python's hmac and hashlib, by docs/FORMAT.md.
        QCOMPARE(textOf(keys->fileKey).toHex(),
                 QByteArrayLiteral("326e773579a240d8490e8d017641389e0fabcf38b7d43373ca311efc080289cc"));
        QCOMPARE(base::toByteArray(keys->commitment).toHex(),
                 QByteArrayLiteral("3e233b64305433b9c74426dcf07303d15ea89aaa77817fafbab4fd529812ce36"));
        BackupHeader other = header;
        other.vault.gen = 4;
        const auto otherGen = transfer::deriveBackupKeys(vaultKey, other.vault, base::view(header.nonce));
        const auto otherNonce = transfer::deriveBackupKeys(vaultKey, header.vault, base::view(QByteArray(16, 'm')));
        VERIFY_OK(otherGen);
        VERIFY_OK(otherNonce);
        QVERIFY(!otherGen->fileKey.equals(keys->fileKey));
        QVERIFY(!otherNonce->fileKey.equals(keys->fileKey));
    }
};

LATCHKEY_TEST_MAIN(TestBackupHeader)
#include "tst_backupheader.moc"
