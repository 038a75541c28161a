// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitevaultfilesystem.h"

#include "posixtools.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QObject>
#include <QProcess>

using base::ErrorCode;
using vault::ports::VaultFile;
using namespace storagetest;

namespace {

/// Not of this adapter.
class StrangeFile final : public VaultFile {
public:
    [[nodiscard]] vault::ports::RecordStore &records() override { qFatal("unused"); }
    [[nodiscard]] vault::ports::SlotStore &slotStore() override { qFatal("unused"); }
    [[nodiscard]] vault::ports::ManifestStore &manifest() override { qFatal("unused"); }
    [[nodiscard]] vault::ports::AuditStore &audit() override { qFatal("unused"); }
    [[nodiscard]] vault::ports::UnitOfWork &unitOfWork() override { qFatal("unused"); }
    [[nodiscard]] base::Result<void> checkpoint() override { return {}; }
};

} // namespace

class TestSqliteVaultFileSystem final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
    }

    void createThenPublish()
    {
        const QString path = m_place->file(QStringLiteral("new folder/vault.db"));
        auto created = m_files.createTemporary(path);
        VERIFY_OK(created);
        QVERIFY(!m_files.exists(path));
        COMPARE_CODE(m_files.open(path), ErrorCode::NotInitialized);
        VERIFY_OK(change(**created, [&] { return (*created)->slotStore().putHeader("header"); }));
        VERIFY_OK(m_files.publish(*std::move(created), path));
        QVERIFY(m_files.exists(path));
        QCOMPARE(QDir(m_place->file(QStringLiteral("new folder")))
                     .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("vault.db")});
        QCOMPARE(m_files.open(path).value()->slotStore().header().value(), QByteArray("header"));
    }

    void aDroppedCreationLeavesNothing()
    {
        {
            auto created = m_files.createTemporary(m_place->vault());
            VERIFY_OK(created);
            VERIFY_OK(change(**created, [&] { return (*created)->slotStore().putHeader("header"); }));
            QVERIFY(!m_place->names().isEmpty());
        }
        QCOMPARE(m_place->names(), QStringList());
    }

    void nothingIsEverReplaced_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"file", "empty", "directory", "dangling link", "fifo", "vault"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void nothingIsEverReplaced()
    {
        QFETCH(QString, what);
        auto created = m_files.createTemporary(m_place->vault());
        VERIFY_OK(created);
        QVERIFY(put(what));
        QVERIFY(m_files.exists(m_place->vault()));
        const QByteArray before = what == QLatin1StringView("fifo") ? QByteArray() : contentOf(m_place->vault());
        COMPARE_CODE(m_files.createTemporary(m_place->vault()), ErrorCode::AlreadyExists);
        COMPARE_CODE(m_files.publish(*std::move(created), m_place->vault()), ErrorCode::AlreadyExists);
        QCOMPARE(what == QLatin1StringView("fifo") ? QByteArray() : contentOf(m_place->vault()), before);
        QCOMPARE(m_place->names(), QStringList{QStringLiteral("vault.db")});
    }

    void onlyItsOwnFilesArePublished()
    {
        COMPARE_CODE(m_files.publish(std::make_unique<StrangeFile>(), m_place->vault()), ErrorCode::Internal);
        COMPARE_CODE(m_files.publish(nullptr, m_place->vault()), ErrorCode::Internal);
    }

    void twoCreationsDoNotMeet()
    {
        auto first = m_files.createTemporary(m_place->vault());
        auto second = m_files.createTemporary(m_place->vault());
        VERIFY_OK(first);
        VERIFY_OK(second);
        VERIFY_OK(m_files.publish(*std::move(second), m_place->vault()));
        COMPARE_CODE(m_files.publish(*std::move(first), m_place->vault()), ErrorCode::AlreadyExists);
    }

    void leftoversOfTheDeadAreRemoved()
    {
        QProcess gone;
        gone.start(QStringLiteral("true"), QStringList());
        QVERIFY(gone.waitForStarted());
        const qint64 dead = gone.processId();
        QVERIFY(gone.waitForFinished());
        const QString stale = QStringLiteral("vault.db.new-%1-0").arg(dead);
        const QString alive = QStringLiteral("vault.db.new-%1-50").arg(QCoreApplication::applicationPid());
        const QString foreign = QStringLiteral("vault.db.new-idea");
        for (const QString &name : {stale, stale + QStringLiteral("-wal"), alive, foreign})
            QVERIFY(writeFile(m_place->file(name), "x"));
        VERIFY_OK(m_files.createTemporary(m_place->vault()));
        QCOMPARE(m_place->names(), (QStringList{alive, foreign}));
    }

    void whatIsNoVaultIsRefusedUntouched_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *what, ErrorCode code) { QTest::newRow(what) << QString::fromLatin1(what) << code; };
        row("nothing", ErrorCode::NotInitialized);
        row("empty", ErrorCode::NotAVault);
        row("file", ErrorCode::NotAVault);
        row("garbage", ErrorCode::NotAVault);
        row("magic and garbage", ErrorCode::NotAVault);
        row("directory", ErrorCode::NotAVault);
        row("fifo", ErrorCode::NotAVault);
        row("dangling link", ErrorCode::NotAVault);
        row("cut to 50 bytes", ErrorCode::IntegrityFailure);
        row("cut to 3000 bytes", ErrorCode::IntegrityFailure);
        row("cut to one page", ErrorCode::IntegrityFailure);
        row("cut by one page", ErrorCode::IntegrityFailure);
        row("journal beside", ErrorCode::IntegrityFailure);
        row("link as wal", ErrorCode::UnsafePermissions);
        row("fifo as wal", ErrorCode::UnsafePermissions);
        row("directory as shm", ErrorCode::UnsafePermissions);
    }
    void whatIsNoVaultIsRefusedUntouched()
    {
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        QVERIFY(put(what));
        const bool readable = what != QLatin1StringView("fifo");
        const QByteArray before = readable ? contentOf(m_place->vault()) : QByteArray();
        const QStringList names = m_place->names();
        COMPARE_CODE(m_files.open(m_place->vault()), code);
        QCOMPARE(readable ? contentOf(m_place->vault()) : QByteArray(), before);
        QCOMPARE(m_place->names(), names);
    }

    void flippedBytesOfTheFirstPageNeverCrash()
    {
        VERIFY_OK(makeVault(m_place->vault()));
        const QByteArray good = contentOf(m_place->vault());
        int refused = 0;
        for (qsizetype i = 0; i < 4096; i += 3) {
            QByteArray bad = good;
            bad[i] = static_cast<char>(bad[i] ^ 0x55);
            QVERIFY(writeFile(m_place->vault(), bad));
            const auto opened = m_files.open(m_place->vault());
            if (opened)
                continue; // unused bytes, or ones the domain judges
            ++refused;
            const ErrorCode code = opened.error().code;
            QVERIFY2(code == ErrorCode::NotAVault || code == ErrorCode::IntegrityFailure,
                     qPrintable(describe(opened.error())));
        }
        QVERIFY2(refused > 300, qPrintable(QString::number(refused)));
    }

    void whatCannotBeLookedAtIsThere()
    {
        // Any other answer than "no such file", here one that root gets as well.
        const QString unseen = m_place->file(QString(300, QLatin1Char('v')));
        QVERIFY(m_files.exists(unseen));
        COMPARE_CODE(m_files.open(unseen), ErrorCode::IoFailure);
        COMPARE_CODE(m_files.createTemporary(unseen), ErrorCode::AlreadyExists);
        QVERIFY(writeFile(m_place->file(QStringLiteral("file")), "x"));
        QVERIFY(!m_files.exists(m_place->file(QStringLiteral("file/below"))));
    }

    void aLinkToOurVaultWorks()
    {
        const QString real = m_place->file(QStringLiteral("real.db"));
        VERIFY_OK(makeVault(real));
        QVERIFY(QFile::link(real, m_place->vault()));
        const auto file = m_files.open(m_place->vault());
        VERIFY_OK(file);
        VERIFY_OK(release(**file, 1));
        QVERIFY(m_place->names().contains(QStringLiteral("real.db-wal")));
        QVERIFY(!m_place->names().contains(QStringLiteral("vault.db-wal")));
    }

private:
    [[nodiscard]] bool cut(qsizetype size)
    {
        const QByteArray whole = contentOf(m_place->vault());
        return writeFile(m_place->vault(), size > 0 ? whole.first(size) : whole.chopped(-size));
    }
    [[nodiscard]] bool put(const QString &what)
    {
        const QString path = m_place->vault();
        const auto is = [&what](const char *name) { return what == QLatin1StringView(name); };
        if (is("nothing"))
            return true;
        if (is("empty") || is("file") || is("garbage") || is("magic and garbage")) {
            const QByteArray start = is("magic and garbage") ? QByteArray("SQLite format 3\0", 16) : QByteArray();
            return writeFile(path, is("empty") ? QByteArray() : start + bytes('g', is("file") ? 10 : 20'000));
        }
        if (is("directory"))
            return QDir().mkdir(path);
        if (is("fifo"))
            return makeFifo(path);
        if (is("dangling link"))
            return QFile::link(m_place->file(QStringLiteral("nowhere")), path);
        return makeVault(path).has_value() && spoil(what);
    }
    [[nodiscard]] bool spoil(const QString &what)
    {
        const QString path = m_place->vault();
        const QMap<QString, qsizetype> cuts{{QStringLiteral("cut to 50 bytes"), 50},
                                            {QStringLiteral("cut to 3000 bytes"), 3000},
                                            {QStringLiteral("cut to one page"), 4096},
                                            {QStringLiteral("cut by one page"), -4096}};
        if (cuts.contains(what))
            return cut(cuts.value(what));
        if (what == QLatin1StringView("journal beside"))
            return writeFile(path + QStringLiteral("-journal"), bytes('j', 512));
        if (what == QLatin1StringView("link as wal"))
            return QFile::link(path, path + QStringLiteral("-wal"));
        if (what == QLatin1StringView("fifo as wal"))
            return makeFifo(path + QStringLiteral("-wal"));
        return what == QLatin1StringView("vault") || QDir().mkdir(path + QStringLiteral("-shm"));
    }

    std::unique_ptr<Place> m_place;
    storage::SqliteVaultFileSystem m_files;
};

LATCHKEY_TEST_MAIN(TestSqliteVaultFileSystem)
#include "tst_sqlitevaultfilesystem.moc"
