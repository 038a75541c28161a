// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/manifesttable.h"

#include "storagefixture.h"
#include "support/testmain.h"

#include <QObject>

using base::ErrorCode;
using namespace storagetest;

class TestManifestTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
        VERIFY_OK(makeVault(m_place->vault()));
    }

    void roundTrip()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        auto &table = (*file)->manifest();
        QCOMPARE(table.root().value(), bytes('r', 200));
        VERIFY_OK(change(**file, [&]() -> base::Result<void> {
            LATCHKEY_CHECK(table.putRoot(bytes('R', 210)));
            LATCHKEY_CHECK(table.putBucket(0, bytes('z', 32)));
            return table.putBucket(255, bytes('y', 32));
        }));
        QCOMPARE(table.root().value(), bytes('R', 210));
        const QList<QByteArray> buckets = table.buckets().value();
        QCOMPARE(buckets.size(), 256);
        QCOMPARE(buckets[0], bytes('z', 32));
        QCOMPARE(buckets[1], bytes(1, 32));
        QCOMPARE(buckets[255], bytes('y', 32));
    }

    void aMacHas32Bytes()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        COMPARE_CODE(change(**file, [&] { return (*file)->manifest().putBucket(3, bytes('z', 31)); }),
                     ErrorCode::InvalidArgument);
        QCOMPARE((*file)->manifest().buckets().value()[3], bytes(3, 32));
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("one missing") << QStringLiteral("DELETE FROM bucket WHERE i = 100");
        QTest::newRow("all missing") << QStringLiteral("DELETE FROM bucket");
        QTest::newRow("one too many") << QStringLiteral("INSERT INTO bucket VALUES(256, zeroblob(32))");
        QTest::newRow("negative instead") << QStringLiteral("UPDATE bucket SET i = -1 WHERE i = 0");
        QTest::newRow("short") << QStringLiteral("UPDATE bucket SET mac = zeroblob(31) WHERE i = 9");
        QTest::newRow("text") << QStringLiteral("UPDATE bucket SET mac = '01234567890123456789012345678901' WHERE i = 9");
    }
    void damageIsNamed()
    {
        QFETCH(QString, statement);
        QVERIFY(tamper(m_place->vault(), {statement}));
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        const auto buckets = (*file)->manifest().buckets();
        COMPARE_CODE(buckets, ErrorCode::IntegrityFailure);
        QVERIFY(buckets.error().detail.contains(QStringLiteral("bucket")));
        VERIFY_OK((*file)->manifest().root());
    }

    void aMissingRootIsDamage()
    {
        QVERIFY(tamper(m_place->vault(), {QStringLiteral("DELETE FROM root")}));
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        COMPARE_CODE((*file)->manifest().root(), ErrorCode::IntegrityFailure);
        VERIFY_OK((*file)->manifest().buckets());
    }

private:
    std::unique_ptr<Place> m_place;
};

LATCHKEY_TEST_MAIN(TestManifestTable)
#include "tst_manifesttable.moc"
