// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/recordtable.h"

#include "storagefixture.h"
#include "support/testmain.h"

#include <QObject>

using base::ErrorCode;
using vault::ports::RecordKey;
using vault::ports::RecordRow;
using namespace storagetest;

namespace {

using Outcome = base::Result<void>;

bool same(const RecordRow &a, const RecordRow &b)
{
    return a.key == b.key && a.nameIndex == b.nameIndex && a.meta == b.meta && a.secret == b.secret;
}

} // namespace

class TestRecordTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
        VERIFY_OK(makeVault(m_place->vault()));
        reopen();
    }
    void cleanup() { m_file.reset(); }

    void roundTrip_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("meta");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("all") << bytes('i', 16) << bytes('m', 300) << bytes('\0', 70'000);
        QTest::newRow("no name") << QByteArray() << bytes('m', 1) << bytes('s', 1);
        QTest::newRow("meta only") << QByteArray() << bytes('m', 4096) << QByteArray();
        QTest::newRow("secret only") << QByteArray() << QByteArray() << bytes('s', 4096);
        QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray();
    }
    void roundTrip()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, meta);
        QFETCH(QByteArray, secret);
        const RecordRow row{{owner(5), 0xffff, 0xffff'ffff}, name, meta, secret};
        VERIFY_OK(put(row));
        reopen();
        const auto found = records().find(row.key);
        VERIFY_OK(found);
        QVERIFY(found->has_value());
        QVERIFY(same(**found, row));
        if (!name.isEmpty())
            QVERIFY(same(*records().findByNameIndex(name).value(), row));
    }

    void absentIsNoError()
    {
        QVERIFY(!records().find({owner(1), 1, 1}).value().has_value());
        QVERIFY(!records().findByNameIndex(bytes('i', 16)).value().has_value());
        QVERIFY(!records().findByNameIndex({}).value().has_value());
        VERIFY_OK(change(*m_file, [this] { return records().remove({owner(1), 1, 1}); }));
    }

    void putReplaces()
    {
        const RecordRow first = record(owner(5), 1, 1, bytes('i', 16));
        VERIFY_OK(put(first));
        RecordRow second = first;
        second.nameIndex = bytes('j', 16);
        second.secret.clear();
        VERIFY_OK(put(second));
        QVERIFY(same(*records().find(first.key).value(), second));
        QVERIFY(!records().findByNameIndex(first.nameIndex).value().has_value());
        VERIFY_OK(change(*m_file, [&] { return records().remove(first.key); }));
        QVERIFY(!records().find(first.key).value().has_value());
    }

    void aNameBelongsToOneRow()
    {
        VERIFY_OK(put(record(owner(5), 1, 1, bytes('i', 16))));
        COMPARE_CODE(put(record(owner(6), 1, 1, bytes('i', 16))), ErrorCode::Conflict);
        QVERIFY2(records().find({owner(5), 1, 1}).value().has_value(), "the first holder must not have been replaced");
        QVERIFY(!records().find({owner(6), 1, 1}).value().has_value());
        COMPARE_CODE(put(record(owner(6), 1, 1, bytes('i', 15))), ErrorCode::InvalidArgument);
    }

    void visitGoesInOrder()
    {
        const QList<RecordKey> keys{
            {owner(0), 1, 1},   {owner(0), 1, 2},      {owner(0), 2, 1},   {owner(127), 9, 0},
            {owner(128), 1, 7}, {owner(128, 9), 1, 1}, {owner(255), 1, 1}, {owner(255), 1, 0xffff'ffff}};
        for (auto key = keys.crbegin(); key != keys.crend(); ++key)
            VERIFY_OK(put({*key, {}, bytes('m', 8), {}}));
        QCOMPARE(visited(std::nullopt), keys);
        QList<RecordKey> byBucket;
        for (int bucket = 0; bucket < 256; ++bucket)
            byBucket += visited(static_cast<std::uint8_t>(bucket));
        QCOMPARE(byBucket, keys);
        QCOMPARE(visited(128), keys.mid(4, 2));
        QCOMPARE(visited(1), QList<RecordKey>());
    }

    void visitorMayStopWriteAndNest()
    {
        for (std::uint32_t n = 0; n < 20; ++n)
            VERIFY_OK(put(record(owner(3), 1, n)));
        int seen = 0;
        COMPARE_CODE(records().visit(3,
                                     [&seen](const RecordRow &) -> Outcome {
                                         return ++seen == 4 ? base::fail(ErrorCode::Cancelled) : Outcome();
                                     }),
                     ErrorCode::Cancelled);
        QCOMPARE(seen, 4);
        seen = 0;
        VERIFY_OK(change(*m_file, [&] {
            return records().visit(std::nullopt, [&](const RecordRow &row) -> Outcome {
                seen += static_cast<int>(visited(3).size());
                RecordRow changed = row;
                changed.meta = bytes('n', 3000);
                return row.key.n % 2 == 0 ? records().remove(row.key) : records().put(changed);
            });
        }));
        QCOMPARE(seen, 20 + 19 + 19 + 18 + 18 + 17 + 17 + 16 + 16 + 15 + 15 + 14 + 14 + 13 + 13 + 12 + 12 + 11 + 11 + 10);
        QCOMPARE(visited(3).size(), 10);
        QCOMPARE(records().find({owner(3), 1, 7}).value()->meta, bytes('n', 3000));
    }

    void strangeRowsAreDamage_data()
    {
        QTest::addColumn<QString>("values");
        QTest::addColumn<int>("bucket");
        const QString good = QStringLiteral("x'80111111111111111111111111111111'");
        const auto row = [](const char *name, const QString &values, int bucket) {
            QTest::newRow(name) << values << bucket;
        };
        row("short owner", QStringLiteral("x'8011', 1, 1, NULL, x'01', x'01'"), 128);
        row("long owner", QStringLiteral("x'8011111111111111111111111111111111', 1, 1, NULL, x'01', x'01'"), 128);
        row("empty owner", QStringLiteral("x'', 1, 1, NULL, x'01', x'01'"), 0);
        row("text owner", QStringLiteral("'1234567890123456', 1, 1, NULL, x'01', x'01'"), 0);
        row("number owner", QStringLiteral("7, 1, 1, NULL, x'01', x'01'"), 0);
        row("negative kind", good + QStringLiteral(", -1, 1, NULL, x'01', x'01'"), 128);
        row("large kind", good + QStringLiteral(", 65536, 1, NULL, x'01', x'01'"), 128);
        row("text kind", good + QStringLiteral(", 'a', 1, NULL, x'01', x'01'"), 128);
        row("negative n", good + QStringLiteral(", 1, -1, NULL, x'01', x'01'"), 128);
        row("large n", good + QStringLiteral(", 1, 4294967296, NULL, x'01', x'01'"), 128);
        row("real n", good + QStringLiteral(", 1, 1.5, NULL, x'01', x'01'"), 128);
        row("short name", good + QStringLiteral(", 1, 1, x'01', x'01', x'01'"), 128);
        row("text name", good + QStringLiteral(", 1, 1, 'abcdefghijklmnop', x'01', x'01'"), 128);
        row("text meta", good + QStringLiteral(", 1, 1, NULL, 'x', x'01'"), 128);
        row("empty secret", good + QStringLiteral(", 1, 1, NULL, x'01', x''"), 128);
        row("number secret", good + QStringLiteral(", 1, 1, NULL, x'01', 3"), 128);
    }
    void strangeRowsAreDamage()
    {
        QFETCH(QString, values);
        QFETCH(int, bucket);
        m_file.reset();
        QVERIFY(
            tamper(m_place->vault(),
                   {QStringLiteral("INSERT INTO record(owner, kind, n, name_idx, meta, secret) VALUES(%1)").arg(values)}));
        reopen();
        const auto ignore = [](const RecordRow &) { return Outcome(); };
        COMPARE_CODE(records().visit(std::nullopt, ignore), ErrorCode::IntegrityFailure);
        COMPARE_CODE(records().visit(static_cast<std::uint8_t>(bucket), ignore), ErrorCode::IntegrityFailure);
    }

private:
    void reopen()
    {
        m_file.reset();
        auto opened = openVault(m_place->vault());
        VERIFY_OK(opened);
        m_file = *std::move(opened);
    }
    [[nodiscard]] vault::ports::RecordStore &records() { return m_file->records(); }
    [[nodiscard]] Outcome put(const RecordRow &row)
    {
        return change(*m_file, [&] { return records().put(row); });
    }
    [[nodiscard]] QList<RecordKey> visited(std::optional<std::uint8_t> bucket)
    {
        QList<RecordKey> out;
        const auto done = records().visit(bucket, [&out](const RecordRow &row) {
            out << row.key;
            return Outcome();
        });
        return done ? out : QList<RecordKey>{{}};
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<vault::ports::VaultFile> m_file;
};

LATCHKEY_TEST_MAIN(TestRecordTable)
#include "tst_recordtable.moc"
