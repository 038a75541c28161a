// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/leaves.h"

#include "support/testmain.h"
#include "vaultfixture.h"

#include <QObject>

#include <algorithm>
#include <vector>

using namespace vaulttest;
using vault::LeafBucket;
using vault::ports::RecordRow;

namespace {

QUuid owner(unsigned char last)
{
    QByteArray raw(16, '\x11');
    raw[15] = static_cast<char>(last);
    return QUuid::fromRfc4122(raw);
}

RecordRow row(unsigned char last, std::uint16_t kind = 1, std::uint32_t n = 0)
{
    return {{owner(last), kind, n}, QByteArray(16, 'i'), QByteArray(180, 'm'), QByteArray(420, 's')};
}

} // namespace

class TestLeaves final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        auto keys = vault::Keyring::derive(secret("a vault key has thirty-two bytes"), owner(0), 1);
        QVERIFY(keys.has_value());
        m_keys = std::make_unique<vault::Keyring>(*std::move(keys));
    }

    void everyColumnMatters()
    {
        std::vector<RecordRow> rows(9, row(1));
        rows[1].key.owner = owner(2);
        rows[2].key.kind = 2;
        rows[3].key.n = 1;
        rows[4].nameIndex = flipped(rows[4].nameIndex, 15);
        rows[5].nameIndex.clear();
        rows[6].meta = flipped(rows[6].meta, 179, 7);
        rows[7].secret = flipped(rows[7].secret, 0);
        // A byte moved over the border between two columns.
        rows[8].meta += 's';
        rows[8].secret.chop(1);
        QList<QByteArray> macs;
        for (const RecordRow &candidate : rows) {
            const QByteArray mac = base::toByteArray(vault::leafMac(*m_keys, candidate));
            QVERIFY(!macs.contains(mac));
            macs << mac;
        }
    }

    void putFindRemove()
    {
        LeafBucket bucket;
        QVERIFY(bucket.find(row(1).key) == nullptr);
        QVERIFY(!bucket.remove(row(1).key));
        for (const unsigned char last : std::initializer_list<unsigned char>{5, 1, 3})
            QVERIFY(bucket.put(vault::makeLeaf(*m_keys, row(last))));
        QVERIFY(!bucket.put(vault::makeLeaf(*m_keys, row(3))));
        QCOMPARE(bucket.size(), std::size_t{3});
        QVERIFY(bucket.find(row(3).key) != nullptr);
        QVERIFY(bucket.find(row(3, 2).key) == nullptr);
        QVERIFY(bucket.find(row(3, 1, 1).key) == nullptr);
        QVERIFY(bucket.remove(row(3).key));
        QVERIFY(bucket.find(row(3).key) == nullptr);
        QCOMPARE(bucket.size(), std::size_t{2});
    }

    // The MAC is one of the content, not of the way it came about.
    void macDoesNotKnowHistory()
    {
        std::vector<RecordRow> rows;
        for (int last = 0; last < 20; ++last)
            rows.push_back(row(static_cast<unsigned char>(last), static_cast<std::uint16_t>(1 + last % 3),
                               static_cast<std::uint32_t>(last % 2)));
        LeafBucket loaded;
        for (const RecordRow &r : rows)
            loaded.append(vault::makeLeaf(*m_keys, r));
        LeafBucket built;
        QVERIFY(built.put(vault::makeLeaf(*m_keys, row(99))));
        std::ranges::reverse(rows);
        for (const RecordRow &r : rows)
            QVERIFY(built.put(vault::makeLeaf(*m_keys, r)));
        QVERIFY(built.mac(*m_keys, 0x11) != loaded.mac(*m_keys, 0x11));
        QVERIFY(built.remove(row(99).key));
        QVERIFY(built.mac(*m_keys, 0x11) == loaded.mac(*m_keys, 0x11));
        QVERIFY(built.mac(*m_keys, 0x12) != loaded.mac(*m_keys, 0x11));
    }

    void names()
    {
        vault::NameSet set;
        RecordRow nameless = row(2);
        nameless.nameIndex.clear();
        set.add(vault::makeLeaf(*m_keys, nameless), 7);
        QVERIFY(!set.find(base::view(QByteArray(16, 'i'))));
        QVERIFY(!set.find(base::view(QByteArray(16, '\0')))); // no name is not a name
        set.add(vault::makeLeaf(*m_keys, row(3)), 9);
        QCOMPARE(set.find(base::view(QByteArray(16, 'i'))), std::optional<std::uint8_t>(9));
        QVERIFY(!set.find(base::view(QByteArray(16, 'j'))));
        QVERIFY(!set.find({}));
        set.remove(vault::makeLeaf(*m_keys, nameless));
        QVERIFY(set.find(base::view(QByteArray(16, 'i'))));
        set.remove(vault::makeLeaf(*m_keys, row(3)));
        QVERIFY(!set.find(base::view(QByteArray(16, 'i'))));
    }

private:
    std::unique_ptr<vault::Keyring> m_keys;
};

LATCHKEY_TEST_MAIN(TestLeaves)
#include "tst_leaves.moc"
