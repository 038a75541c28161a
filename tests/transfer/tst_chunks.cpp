// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/chunks.h"

#include "support/testmain.h"
#include "vault/vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using transfer::ChunkReader;
using transfer::ChunkWriter;
using transfer::kChunkBytes;
using transfer::NewFile;

namespace {

constexpr qsizetype kSealed = static_cast<qsizetype>(kChunkBytes) + 16;
const base::Digest32 kBound{1, 2, 3};

base::SecretBytes key(unsigned char first = 7)
{
    QByteArray bytes(32, 'k');
    bytes[0] = static_cast<char>(first);
    return secret(bytes.toStdString());
}

QByteArray content(qsizetype size)
{
    QByteArray out(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        out[i] = static_cast<char>((i * 31 + i / 257) & 0xff);
    return out;
}

base::Result<void> seal(const QString &path, const QByteArray &bytes, qsizetype step)
{
    LATCHKEY_TRY(const auto file, NewFile::create(path));
    ChunkWriter writer(*file, key(), kBound);
    for (qsizetype at = 0; at < bytes.size(); at += step)
        LATCHKEY_CHECK(writer.append(base::view(bytes.mid(at, step))));
    LATCHKEY_CHECK(writer.finish());
    LATCHKEY_CHECK(file->close());
    return file->publish();
}

base::Result<QByteArray> unseal(const QString &path, qsizetype size, base::SecretBytes with = key(),
                                const base::Digest32 &bound = kBound)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::fail(ErrorCode::IoFailure);
    ChunkReader reader(file, std::move(with), bound);
    QByteArray out;
    LATCHKEY_CHECK(reader.read(static_cast<std::size_t>(size), out));
    if (!reader.atEnd())
        return base::fail(ErrorCode::Internal, QStringLiteral("not at the end"));
    return out;
}

} // namespace

class TestChunks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void roundTrip_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<qsizetype>("step");
        const auto chunk = static_cast<qsizetype>(kChunkBytes);
        for (const qsizetype size : {qsizetype{1}, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 5}) {
            for (const qsizetype step : {qsizetype{1000}, chunk, 5 * chunk})
                QTest::addRow("%lld by %lld", static_cast<long long>(size), static_cast<long long>(step)) << size << step;
        }
    }
    void roundTrip()
    {
        QFETCH(qsizetype, size);
        QFETCH(qsizetype, step);
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("f"));
        VERIFY_OK(seal(path, content(size), step));
        const auto chunk = static_cast<qsizetype>(kChunkBytes);
        QCOMPARE(QFileInfo(path).size(), size + 16 * ((size + chunk - 1) / chunk));
        const auto read = unseal(path, size);
        VERIFY_OK(read);
        QCOMPARE(*read, content(size));
        COMPARE_CODE(unseal(path, size + 1), ErrorCode::IntegrityFailure);
        COMPARE_CODE(unseal(path, size, key(8)), ErrorCode::IntegrityFailure);
        COMPARE_CODE(unseal(path, size, key(), {}), ErrorCode::IntegrityFailure);
    }

    void nothingToSealIsRefused()
    {
        const QTemporaryDir dir;
        auto file = NewFile::create(dir.filePath(QStringLiteral("f")));
        VERIFY_OK(file);
        ChunkWriter writer(**file, key(), kBound);
        COMPARE_CODE(writer.finish(), ErrorCode::InvalidArgument);
    }

    void everyOtherOrderIsRefused()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("f"));
        const qsizetype size = 3 * static_cast<qsizetype>(kChunkBytes) + 100;
        VERIFY_OK(seal(path, content(size), size));
        const QByteArray good = contentOf(path);
        const QByteArray a = good.mid(0, kSealed);
        const QByteArray b = good.mid(kSealed, kSealed);
        const QByteArray c = good.mid(2 * kSealed, kSealed);
        const QByteArray last = good.mid(3 * kSealed);
        const QList<QByteArray> bad{a,
                                    a + b,
                                    a + b + c,
                                    a + c + b + last,
                                    b + a + c + last,
                                    a + b + last,
                                    a + a + b + c + last,
                                    good + last,
                                    good + a,
                                    good + QByteArray(1, '\0'),
                                    good + QByteArray(16, '\0'),
                                    good + QByteArray(17, '\0'),
                                    good.chopped(1),
                                    good.chopped(16),
                                    last,
                                    QByteArray()};
        for (qsizetype i = 0; i < bad.size(); ++i) {
            QVERIFY(writeFile(path, bad.at(i)));
            const auto read = unseal(path, size);
            QVERIFY2(!read && read.error().code == ErrorCode::IntegrityFailure, qPrintable(QString::number(i)));
        }
        QVERIFY(writeFile(path, good));
        VERIFY_OK(unseal(path, size));
    }
};

LATCHKEY_TEST_MAIN(TestChunks)
#include "tst_chunks.moc"
