// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/header.h"

#include "support/testmain.h"
#include "vault/slotmanager.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::Header;

namespace {

Header sample()
{
    Header out;
    out.vault = QUuid::fromString(QStringLiteral("11111111-2222-4333-8444-555555555555"));
    out.gen = 7;
    out.commitment.fill(0x5a);
    out.recoveryId = QUuid::fromString(QStringLiteral("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"));
    out.createdAtMs = 1'763'843'465'120;
    return out;
}

QByteArray storedHeader(const Home &home)
{
    return query(home.path(), QStringLiteral("SELECT body FROM header")).toByteArray();
}

void store(const Home &home, const QByteArray &header)
{
    QCOMPARE(tamper(home.path(), QStringLiteral("UPDATE header SET body = ?"), {header}), 1);
}

} // namespace

class TestHeader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void roundTrip()
    {
        const QByteArray body = sample().body();
        QCOMPARE(body.size(), 84);
        const auto parsed = Header::parse(base::view(body));
        VERIFY_OK(parsed);
        QCOMPARE(parsed->body(), body);
        QCOMPARE(parsed->vault, sample().vault);
        QCOMPARE(parsed->recoveryId, sample().recoveryId);
        QCOMPARE(parsed->gen, 7U);
        QCOMPARE(parsed->createdAtMs, sample().createdAtMs);
    }

    void shapes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = sample().body();
        QTest::newRow("empty") << QByteArray() << ErrorCode::NotAVault;
        QTest::newRow("another magic") << flipped(good, 3) << ErrorCode::NotAVault;
        QTest::newRow("short") << good.chopped(1) << ErrorCode::IntegrityFailure;
        QTest::newRow("long") << good + 'x' << ErrorCode::IntegrityFailure;
        Header header = sample();
        header.major = 2;
        QTest::newRow("newer major") << header.body() << ErrorCode::NewerFormat;
        // Whatever follows then is none of our business.
        QTest::newRow("newer major, longer") << header.body() + "more" << ErrorCode::NewerFormat;
        header = sample();
        header.major = 0;
        QTest::newRow("major 0") << header.body() << ErrorCode::IntegrityFailure;
        header = sample();
        header.gen = 0;
        QTest::newRow("gen 0") << header.body() << ErrorCode::IntegrityFailure;
        header = sample();
        header.vault = QUuid();
        QTest::newRow("null uuid") << header.body() << ErrorCode::IntegrityFailure;
    }
    void shapes()
    {
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        COMPARE_CODE(Header::parse(base::view(body)), code);
    }

    // Any bit of the header: never opens, by no slot, and the reason is an honest one.
    void everyByteFlipped()
    {
        Home home;
        home.create().reset();
        const QByteArray good = storedHeader(home);
        QCOMPARE(good.size(), 116);
        for (qsizetype at = 0; at < good.size(); ++at) {
            store(home, flipped(good, at, static_cast<int>(at % 8)));
            vault::Vault vault(home.environment(), home.path());
            for (const bool recovery : {false, true}) {
                const auto opened = vault.unlock(recovery ? home.byRecovery() : home.byPassphrase());
                QVERIFY2(!opened, qPrintable(QStringLiteral("opened with byte %1 flipped").arg(at)));
                const ErrorCode code = opened.error().code;
                const bool honest = code == ErrorCode::IntegrityFailure || code == ErrorCode::WrongPassphrase
                    || (at < 4 && code == ErrorCode::NotAVault) || (at == 4 && code == ErrorCode::NewerFormat)
                    || (at == 5 && code == ErrorCode::NewerFormat);
                QVERIFY2(honest, qPrintable(QStringLiteral("byte %1: %2").arg(at).arg(describe(opened.error()))));
            }
        }
        store(home, good);
        VERIFY_OK(home.open());
    }

    void slotTable_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("a slot removed") << QStringLiteral("DELETE FROM slot WHERE substr(body, 5, 1) = x'04'");
        QTest::newRow("a slot copied") << QStringLiteral(
            "INSERT INTO slot SELECT x'00000000000040008000000000000001', body FROM slot LIMIT 1");
        QTest::newRow("a slot renamed") << QStringLiteral(
            "UPDATE slot SET uuid = x'00000000000040008000000000000001' WHERE substr(body, 5, 1) = x'04'");
        QTest::newRow("rubbish added") << QStringLiteral(
            "INSERT INTO slot VALUES(x'00000000000040008000000000000001', x'00')");
    }
    void slotTable()
    {
        QFETCH(QString, statement);
        Home home;
        home.create().reset();
        QCOMPARE(tamper(home.path(), statement), 1);
        COMPARE_CODE(home.open(), ErrorCode::IntegrityFailure);
        COMPARE_CODE(home.open(vault::VerifyDepth::Touched), ErrorCode::IntegrityFailure);
    }

    void noSlotsOrTooMany()
    {
        Home home;
        home.create().reset();
        for (int i = 0; i < 31; ++i) {
            QByteArray uuid(16, '\x01');
            uuid[15] = static_cast<char>(i);
            QCOMPARE(tamper(home.path(), QStringLiteral("INSERT INTO slot SELECT ?, body FROM slot LIMIT 1"), {uuid}), 1);
        }
        vault::Vault vault(home.environment(), home.path());
        COMPARE_CODE(vault.inspect(), ErrorCode::IntegrityFailure);
        QCOMPARE(tamper(home.path(), QStringLiteral("DELETE FROM slot")), 33);
        COMPARE_CODE(vault.inspect(), ErrorCode::IntegrityFailure);
    }

    // The whole pair of header and slots of an earlier moment, with its good MAC: the root pins the newer one.
    void olderHeaderWithItsSlots()
    {
        Home home;
        auto vault = home.create();
        const QByteArray header = storedHeader(home);
        const QString dump = QStringLiteral("SELECT hex(body) FROM slot WHERE substr(body, 5, 1) = x'01'");
        const QByteArray slot = QByteArray::fromHex(query(home.path(), dump).toByteArray());
        VERIFY_OK(vault::SlotManager(sessionOf(*vault)).changePassphrase(secret("a new passphrase"), kCheapKdf, {}));
        vault.reset();
        store(home, header);
        QCOMPARE(tamper(home.path(), QStringLiteral("UPDATE slot SET body = ? WHERE substr(body, 5, 1) = x'01'"), {slot}),
                 1);
        COMPARE_CODE(home.open(), ErrorCode::IntegrityFailure); // the old passphrase, which the old slot would take
        COMPARE_CODE(home.open(vault::VerifyDepth::Touched), ErrorCode::IntegrityFailure);
    }

    // A newer minor format can be shown; nothing is given out or written.
    void newerMinor()
    {
        Home home;
        auto vault = home.create();
        vault::Session &session = sessionOf(*vault);
        const auto added = vault::CredentialStore(session).add(named(QStringLiteral("a")),
                                                               newVersion({QStringLiteral("value=1")}),
                                                               auditEvent(QStringLiteral("credential-added")));
        VERIFY_OK(added);
        VERIFY_OK(session.change(auditEvent(QStringLiteral("migrated")), [&]() -> base::Result<void> {
            LATCHKEY_TRY(vault::HeaderBlock block, vault::readHeader(session.slotStore()));
            block.header.minor = 1;
            return vault::SlotManager(session).install({}, block.header);
        }));
        vault.reset();
        auto opened = home.open();
        VERIFY_OK(opened);
        vault::CredentialStore store(sessionOf(**opened));
        const auto list = store.list();
        VERIFY_OK(list);
        QCOMPARE(list->size(), 1);
        vault::ReleaseRequest request;
        request.credential = added->id;
        COMPARE_CODE(store.release({request}, auditEvent(QStringLiteral("released"))), ErrorCode::NewerFormat);
        COMPARE_CODE(store.remove(added->id, auditEvent(QStringLiteral("removed"))), ErrorCode::NewerFormat);
    }
};

LATCHKEY_TEST_MAIN(TestHeader)
#include "tst_header.moc"
