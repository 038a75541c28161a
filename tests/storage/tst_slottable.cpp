// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/slottable.h"

#include "storagefixture.h"
#include "support/testmain.h"

#include <QObject>

using base::ErrorCode;
using vault::ports::SlotRow;
using namespace storagetest;

class TestSlotTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
        VERIFY_OK(makeVault(m_place->vault()));
    }

    void headerIsReplaced()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        auto &table = (*file)->slotStore();
        QCOMPARE(table.header().value(), bytes('h', 120));
        VERIFY_OK(change(**file, [&] { return table.putHeader(bytes('H', 500)); }));
        QCOMPARE(table.header().value(), bytes('H', 500));
        COMPARE_CODE(change(**file, [&] { return table.putHeader({}); }), ErrorCode::InvalidArgument);
        QCOMPARE(table.header().value(), bytes('H', 500));
    }

    void slotsComeInOrderOfTheirNames()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        auto &table = (*file)->slotStore();
        VERIFY_OK(change(**file, [&]() -> base::Result<void> {
            LATCHKEY_CHECK(table.putSlot({owner(200), bytes('c', 10)}));
            LATCHKEY_CHECK(table.putSlot({owner(1), bytes('a', 10)}));
            return table.putSlot({owner(7), bytes('b', 10)}); // replaces the first one
        }));
        const QList<SlotRow> rows = table.slotRows().value();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0].uuid, owner(1));
        QCOMPARE(rows[1].body, bytes('b', 10));
        QCOMPARE(rows[2].uuid, owner(200));
        VERIFY_OK(change(**file, [&]() -> base::Result<void> {
            LATCHKEY_CHECK(table.removeSlot(owner(7)));
            return table.removeSlot(owner(99));
        }));
        QCOMPARE(table.slotRows().value().size(), 2);
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<bool>("header");
        QTest::newRow("header gone") << QStringLiteral("DELETE FROM header") << true;
        QTest::newRow("header is text") << QStringLiteral("UPDATE header SET body = 'text'") << true;
        QTest::newRow("header is empty") << QStringLiteral("UPDATE header SET body = x''") << true;
        QTest::newRow("short uuid") << QStringLiteral("UPDATE slot SET uuid = x'01'") << false;
        QTest::newRow("text uuid") << QStringLiteral("UPDATE slot SET uuid = '0123456789abcdef'") << false;
        QTest::newRow("number as body") << QStringLiteral("UPDATE slot SET body = 7") << false;
    }
    void damageIsNamed()
    {
        QFETCH(QString, statement);
        QFETCH(bool, header);
        QVERIFY(tamper(m_place->vault(), {statement}));
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        auto &table = (*file)->slotStore();
        QCOMPARE(table.header().has_value(), !header);
        QCOMPARE(table.slotRows().has_value(), header);
        const base::Error error = header ? table.header().error() : table.slotRows().error();
        QCOMPARE(error.code, ErrorCode::IntegrityFailure);
        QVERIFY(error.detail.contains(header ? QStringLiteral("header") : QStringLiteral("slot")));
    }

private:
    std::unique_ptr<Place> m_place;
};

LATCHKEY_TEST_MAIN(TestSlotTable)
#include "tst_slottable.moc"
