// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/backupstream.h"

#include "support/testmain.h"
#include "vault/vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using transfer::BackupTotals;
using transfer::ChunkReader;
using transfer::ChunkWriter;
using transfer::ItemReader;
using transfer::ItemWriter;
using transfer::NewFile;
using vault::ports::RecordRow;

namespace {

const base::Digest32 kBound{};

base::SecretBytes key()
{
    return secret("0123456789abcdef0123456789abcdef");
}

RecordRow row(const char *owner, std::uint16_t kind, std::uint32_t n, const QByteArray &meta, const QByteArray &value = {})
{
    RecordRow out;
    out.key = {QUuid(QLatin1StringView(owner)), kind, n};
    out.meta = meta;
    out.secret = value;
    return out;
}

const char *const kFirst = "11111111-0000-4000-8000-000000000000";
const char *const kSecond = "f1111111-0000-4000-8000-000000000000";

QList<RecordRow> sample()
{
    return {row(kFirst, 1, 0, "meta"), row(kFirst, 2, 1, {}, "secret"), row(kFirst, 2, 2, {}, QByteArray(200'000, 's')),
            row(kSecond, 1, 0, "other"), row(kSecond, 3, 0, QByteArray())};
}

/// Plain bytes as the content of a sealed file.
bool sealRaw(const QString &path, const QByteArray &content)
{
    auto file = NewFile::create(path);
    if (!file)
        return false;
    ChunkWriter chunks(**file, key(), kBound);
    return chunks.append(base::view(content)) && chunks.finish() && (*file)->close() && (*file)->publish();
}

base::Result<BackupTotals> write(const QString &path, const QList<RecordRow> &rows)
{
    LATCHKEY_TRY(const auto file, NewFile::create(path));
    ItemWriter items(ChunkWriter(*file, key(), kBound));
    LATCHKEY_CHECK(items.origin({{42, {7}}, 9}));
    for (const RecordRow &one : rows)
        LATCHKEY_CHECK(items.record(one));
    LATCHKEY_TRY(const BackupTotals totals, items.finish());
    LATCHKEY_CHECK(file->close());
    LATCHKEY_CHECK(file->publish());
    return totals;
}

struct Read {
    transfer::BackupOrigin origin;
    QList<RecordRow> rows;
    BackupTotals totals;
};

base::Result<Read> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::IoFailure);
    ItemReader items(ChunkReader(file, key(), kBound));
    Read out;
    LATCHKEY_TRY(out.origin, items.origin());
    for (;;) {
        LATCHKEY_TRY(const auto next, items.next());
        if (const auto *totals = std::get_if<BackupTotals>(&next)) {
            out.totals = *totals;
            return out;
        }
        out.rows << std::get<RecordRow>(next);
    }
}

QByteArray item(std::uint8_t type, const QByteArray &payload)
{
    base::CanonicalWriter out;
    out.u8(type).sized(base::view(payload));
    return out.bytes();
}

} // namespace

class TestBackupStream final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void roundTrip()
    {
        const QTemporaryDir dir;
        const auto totals = write(dir.filePath(QStringLiteral("f")), sample());
        VERIFY_OK(totals);
        QCOMPARE(totals->records, std::uint64_t{5});
        QCOMPARE(totals->credentials, std::uint64_t{2});
        QCOMPARE(totals->versions, std::uint64_t{2});
        const auto got = read(dir.filePath(QStringLiteral("f")));
        VERIFY_OK(got);
        QVERIFY(got->totals == *totals);
        QCOMPARE(got->origin.auditHead.seq, std::uint64_t{42});
        QCOMPARE(got->origin.auditHead.mac.front(), static_cast<unsigned char>(7));
        QCOMPARE(got->origin.counter, std::uint64_t{9});
        const QList<RecordRow> rows = sample();
        QCOMPARE(got->rows.size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QVERIFY(got->rows.at(i).key == rows.at(i).key);
            QCOMPARE(got->rows.at(i).meta, rows.at(i).meta);
            QCOMPARE(got->rows.at(i).secret, rows.at(i).secret);
        }
    }

    void anEmptyVaultIsOne()
    {
        const QTemporaryDir dir;
        VERIFY_OK(write(dir.filePath(QStringLiteral("f")), {}));
        const auto got = read(dir.filePath(QStringLiteral("f")));
        VERIFY_OK(got);
        QVERIFY(got->rows.isEmpty());
    }

    void otherOrderIsRefused()
    {
        const QTemporaryDir dir;
        QList<RecordRow> twice = sample();
        twice << twice.last();
        QList<RecordRow> swapped = sample();
        swapped.swapItemsAt(0, 3);
        int i = 0;
        for (const QList<RecordRow> &rows : {twice, swapped}) {
            const QString path = dir.filePath(QString::number(++i));
            VERIFY_OK(write(path, rows));
            COMPARE_CODE(read(path), ErrorCode::IntegrityFailure);
        }
    }

    // All of it well sealed: what only a faulty program, or somebody who holds the key, could write.
    void otherContentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray origin = item(1, QByteArray(48, '\0'));
        QTest::newRow("no origin") << item(2, QByteArray(30, '\0'));
        QTest::newRow("short origin") << item(1, QByteArray(47, '\0'));
        QTest::newRow("long origin") << item(1, QByteArray(49, '\0'));
        QTest::newRow("origin alone") << origin;
        QTest::newRow("two origins") << origin + origin;
        QTest::newRow("unknown item") << origin + item(9, "x");
        QTest::newRow("short record") << origin + item(2, QByteArray(29, '\0'));
        QTest::newRow("long record") << origin + item(2, QByteArray(31, '\0'));
        QTest::newRow("wrong totals") << origin + item(3, QByteArray(56, '\0'));
        QTest::newRow("huge item") << origin + QByteArray::fromHex("02ffffffff") + QByteArray(100, 'x');
        QTest::newRow("longer than the file") << origin + QByteArray::fromHex("0200ffffff") + QByteArray(100, 'x');
        QTest::newRow("half a head") << origin + QByteArray::fromHex("0200");
    }
    void otherContentIsRefused()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir dir;
        QVERIFY(sealRaw(dir.filePath(QStringLiteral("f")), content));
        COMPARE_CODE(read(dir.filePath(QStringLiteral("f"))), ErrorCode::IntegrityFailure);
    }

    void nothingFollowsTheTotals()
    {
        const QTemporaryDir dir;
        VERIFY_OK(write(dir.filePath(QStringLiteral("good")), sample()));
        QFile file(dir.filePath(QStringLiteral("good")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        ChunkReader chunks(file, key(), kBound);
        QByteArray content;
        while (!chunks.atEnd())
            VERIFY_OK(chunks.read(1, content));
        QVERIFY(sealRaw(dir.filePath(QStringLiteral("same")), content));
        VERIFY_OK(read(dir.filePath(QStringLiteral("same"))));
        QVERIFY(sealRaw(dir.filePath(QStringLiteral("more")), content + item(2, QByteArray(30, '\0'))));
        COMPARE_CODE(read(dir.filePath(QStringLiteral("more"))), ErrorCode::IntegrityFailure);
        for (const qsizetype at : {qsizetype{2}, qsizetype{60}, content.size() - 1, content.size() - 40}) {
            const QString path = dir.filePath(QString::number(at));
            QVERIFY(sealRaw(path, flipped(content, at)));
            COMPARE_CODE(read(path), ErrorCode::IntegrityFailure);
        }
    }
};

LATCHKEY_TEST_MAIN(TestBackupStream)
#include "tst_backupstream.moc"
