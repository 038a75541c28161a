// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/spacereserve.h"

#include "childprocess.h"
#include "posixtools.h"
#include "storage/fileops.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QObject>
#include <QRegularExpression>

using base::ErrorCode;
using storage::SpaceReserve;
using namespace storagetest;

namespace {

/// Takes every free byte of the disk.
void fillUp(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return;
    for (const qsizetype piece : {qsizetype{65536}, qsizetype{4096}, qsizetype{64}}) {
        while (file.write(bytes('f', piece)) == piece) {}
    }
}

std::uint64_t releaseUntilRefused(vault::ports::VaultFile &file, std::uint64_t from, std::uint64_t most,
                                  base::Result<void> &last)
{
    std::uint64_t done = 0;
    while (done < most && (last = release(file, from + done)))
        ++done;
    return done;
}

} // namespace

class TestSpaceReserve final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void isAllocatedAndGivenBack()
    {
        const Place place;
        SpaceReserve reserve(place.vault(), true);
        QVERIFY(reserve.isSpent());
        reserve.ensure();
        QVERIFY(!reserve.isSpent());
        QVERIFY(storage::allocatedBytes(reserve.path()) >= SpaceReserve::kBytes);
        reserve.spend();
        QVERIFY(reserve.isSpent());
        QCOMPARE(QFileInfo(reserve.path()).size(), 0);
        reserve.ensure();
        QVERIFY(storage::allocatedBytes(reserve.path()) >= SpaceReserve::kBytes);
    }

    void holesDoNotCount()
    {
        const Place place;
        SpaceReserve reserve(place.vault(), true);
        QFile sparse(reserve.path());
        QVERIFY(sparse.open(QIODevice::WriteOnly));
        QVERIFY(sparse.resize(SpaceReserve::kBytes));
        sparse.close();
        reserve.ensure();
        QVERIFY(storage::allocatedBytes(reserve.path()) >= SpaceReserve::kBytes);
    }

    void aLinkIsLeftAlone()
    {
        const Place place;
        const QString victim = place.file(QStringLiteral("victim"));
        QVERIFY(writeFile(victim, "precious"));
        SpaceReserve reserve(place.vault(), true);
        QVERIFY(QFile::link(victim, reserve.path()));
        reserve.ensure();
        reserve.spend();
        QCOMPARE(contentOf(victim), QByteArray("precious"));
    }

    void notWantedMeansNone()
    {
        const Place place;
        SpaceReserve reserve(place.vault(), false);
        reserve.ensure();
        reserve.spend();
        QCOMPARE(place.names(), QStringList());
    }

    void anOpenVaultHasOne()
    {
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        QVERIFY(!place.names().contains(QStringLiteral("vault.db.reserve")));
        VERIFY_OK(openVault(place.vault()));
        QCOMPARE(place.names(), (QStringList{QStringLiteral("vault.db"), QStringLiteral("vault.db.reserve")}));
    }

    void aFullDiskDoesNotStopReleasesAtOnce()
    {
        const Place place;
        const TinyDisk disk(place.folder(), 4096);
        if (!disk.mounted())
            QSKIP("only root may mount a small disk; cli_integrity does it in a namespace of its own");
        VERIFY_OK(makeVault(place.vault()));
        const QString ballast = place.file(QStringLiteral("ballast"));
        std::uint64_t released = 0;
        {
            const auto file = openVault(place.vault());
            VERIFY_OK(file);
            VERIFY_OK(release(**file, 1));
            fillUp(ballast);
            // A change does not touch the reserve, and leaves the old state.
            COMPARE_CODE(change(**file,
                                [&] { return (*file)->records().put({{owner(1), 1, 1}, {}, bytes('m', 90'000), {}}); }),
                         ErrorCode::DiskFull);
            QVERIFY(!(*file)->records().find({owner(1), 1, 1}).value().has_value());
            QVERIFY(storage::allocatedBytes(place.vault() + QStringLiteral(".reserve")) >= SpaceReserve::kBytes);

            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("the disk is full")));
            base::Result<void> last;
            released = 1 + releaseUntilRefused(**file, 2, 1'000, last);
            QCOMPARE(released, std::uint64_t{1'001});
            QCOMPARE(storage::allocatedBytes(place.vault() + QStringLiteral(".reserve")), 0);

            QVERIFY(QFile::remove(ballast));
            VERIFY_OK(change(**file, [&] { return (*file)->records().put(record(owner(1), 1, 1)); }));
            QVERIFY(storage::allocatedBytes(place.vault() + QStringLiteral(".reserve")) >= SpaceReserve::kBytes);
        }
        const auto file = openVault(place.vault());
        VERIFY_OK(file);
        QCOMPARE((*file)->audit().head().value(), bytes(static_cast<char>(released), 80));
        QVERIFY((*file)->audit().find(released).value().has_value());
        QVERIFY((*file)->records().find({owner(1), 1, 1}).value().has_value());
    }

    void aFullDiskIsOpenedByMeansOfTheReserve()
    {
        const Place place;
        const TinyDisk disk(place.folder(), 4096);
        if (!disk.mounted())
            QSKIP("only root may mount a small disk; cli_integrity does it in a namespace of its own");
        VERIFY_OK(makeVault(place.vault()));
        VERIFY_OK(openVault(place.vault()));
        fillUp(place.file(QStringLiteral("ballast")));
        for (std::uint64_t seq = 1; seq <= 12; ++seq) {
            {
                const auto file = openVault(place.vault());
                VERIFY_OK(file);
                VERIFY_OK(release(**file, seq));
            }
            // Whatever it gave back is taken again as far as it fits, and the next one finds it.
            QVERIFY(!place.names().contains(QStringLiteral("vault.db-wal")));
            if (storage::allocatedBytes(place.vault() + QStringLiteral(".reserve")) == 0)
                break;
        }
        QVERIFY(QFile::remove(place.file(QStringLiteral("ballast"))));
        VERIFY_OK(openVault(place.vault()));
        QVERIFY(storage::allocatedBytes(place.vault() + QStringLiteral(".reserve")) >= SpaceReserve::kBytes);
    }

    /// Read without a lock it would open, and then show no change of others and stay unwritable when there is room again.
    void aFullDiskWithoutReserveIsNotOpened()
    {
        const Place place;
        const TinyDisk disk(place.folder(), 4096);
        if (!disk.mounted())
            QSKIP("only root may mount a small disk; cli_integrity does it in a namespace of its own");
        VERIFY_OK(makeVault(place.vault()));
        QVERIFY(!storage::diskHasNoRoom(place.folder()));
        fillUp(place.file(QStringLiteral("ballast")));
        QVERIFY(storage::diskHasNoRoom(place.folder()));
        COMPARE_CODE(openVault(place.vault()), ErrorCode::DiskFull);
        QVERIFY(QFile::remove(place.file(QStringLiteral("ballast"))));
        const auto file = openVault(place.vault());
        VERIFY_OK(file);
        VERIFY_OK((*file)->audit().head());
        VERIFY_OK(release(**file, 1));
    }

    void anExhaustedReserveIsDiskFull()
    {
        const Place place;
        const TinyDisk disk(place.folder(), 4096);
        if (!disk.mounted())
            QSKIP("only root may mount a small disk; cli_integrity does it in a namespace of its own");
        VERIFY_OK(makeVault(place.vault()));
        const auto file = openVault(place.vault());
        VERIFY_OK(file);
        fillUp(place.file(QStringLiteral("ballast")));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("the disk is full")));
        base::Result<void> last;
        std::uint64_t released = releaseUntilRefused(**file, 1, 1, last);
        QCOMPARE(released, std::uint64_t{1});
        fillUp(place.file(QStringLiteral("more ballast")));
        released += releaseUntilRefused(**file, 1 + released, 20'000, last);
        QVERIFY(!last);
        QCOMPARE(last.error().code, ErrorCode::DiskFull);
        // What was refused left no trace, and what was not is there.
        QCOMPARE((*file)->audit().head().value(), bytes(static_cast<char>(released), 80));
        QVERIFY(!(*file)->audit().find(released + 1).value().has_value());
    }

    void aLimitedFileLeavesEveryLoggedRelease()
    {
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        VERIFY_OK(openVault(place.vault())); // makes the reserve
        ChildProcess other({QStringLiteral("fill"), place.vault()});
        const auto released = other.nextLine().toULongLong();
        const QByteArray code = other.nextLine();
        QCOMPARE(other.finish(), -1); // it killed itself
        QVERIFY(released > 20);
        // The disk has room: nobody is told to make some, and the reserve is not given away for nothing.
        QCOMPARE(code, QByteArray("io_failure"));
        QVERIFY(storage::allocatedBytes(place.vault() + QStringLiteral(".reserve")) >= SpaceReserve::kBytes);
        const auto file = openVault(place.vault());
        VERIFY_OK(file);
        QCOMPARE((*file)->audit().head().value(), bytes(static_cast<char>(released), 80));
        QVERIFY((*file)->audit().find(released).value().has_value());
        QVERIFY(!(*file)->audit().find(released + 1).value().has_value());
        VERIFY_OK(release(**file, released + 1));
    }
};

LATCHKEY_TEST_MAIN(TestSpaceReserve)
#include "tst_spacereserve.moc"
