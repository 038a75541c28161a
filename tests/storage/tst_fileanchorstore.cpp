// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fileanchorstore.h"

#include "base/filelock.h"
#include "posixtools.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QObject>

#include <thread>

using base::ErrorCode;
using storage::FileAnchorStore;
using Write = vault::ports::AnchorStore::Write;
using namespace storagetest;

namespace {

base::Result<void> write(FileAnchorStore &store, int slot, const QByteArray &value)
{
    return store.update(owner(1), [&](const QList<QByteArray> &) { return Write{slot, value}; });
}

/// Adds one to a counter kept the way the domain keeps it: always into the slot that holds the smaller number.
base::Result<void> addOne(FileAnchorStore &store)
{
    return store.update(owner(1), [](const QList<QByteArray> &slots) {
        const int a = slots.value(0).toInt();
        const int b = slots.value(1).toInt();
        return Write{a <= b ? 0 : 1, QByteArray::number(qMax(a, b) + 1)};
    });
}

} // namespace

class TestFileAnchorStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
        m_store = std::make_unique<FileAnchorStore>(m_place->folder(), std::chrono::milliseconds{200});
    }

    void noAnchorIsNoSlot()
    {
        QCOMPARE(m_store->read(owner(1)).value(), QList<QByteArray>());
        QCOMPARE(m_place->names(), QStringList()); // reading makes nothing
        bool asked = false;
        VERIFY_OK(m_store->update(owner(1), [&asked](const QList<QByteArray> &slots) -> std::optional<Write> {
            asked = slots.isEmpty();
            return std::nullopt;
        }));
        QVERIFY(asked);
        QCOMPARE(m_store->read(owner(1)).value(), QList<QByteArray>());
    }

    void roundTrip()
    {
        VERIFY_OK(write(*m_store, 1, "second"));
        QCOMPARE(m_store->read(owner(1)).value(), (QList<QByteArray>{QByteArray(), "second"}));
        VERIFY_OK(write(*m_store, 0, bytes('\0', FileAnchorStore::kMaxValue)));
        VERIFY_OK(write(*m_store, 1, "2"));
        FileAnchorStore other(m_place->folder());
        QCOMPARE(other.read(owner(1)).value(), (QList<QByteArray>{bytes('\0', FileAnchorStore::kMaxValue), "2"}));
        QCOMPARE(other.read(owner(2)).value(), QList<QByteArray>());
        QCOMPARE(QFileInfo(m_store->pathOf(owner(1))).fileName(),
                 owner(1).toString(QUuid::WithoutBraces) + QStringLiteral(".anchor"));
    }

    void isWrittenInPlace()
    {
        VERIFY_OK(write(*m_store, 0, "first"));
        VERIFY_OK(write(*m_store, 1, "second"));
        const qint64 size = QFileInfo(m_store->pathOf(owner(1))).size();
        for (int i = 0; i < 20; ++i)
            VERIFY_OK(write(*m_store, i % 2, "other!"));
        QCOMPARE(QFileInfo(m_store->pathOf(owner(1))).size(), size);
    }

    void aTornSlotIsEmptyAndTheOtherStands()
    {
        VERIFY_OK(write(*m_store, 0, "the first value"));
        VERIFY_OK(write(*m_store, 1, "the second value"));
        const QString path = m_store->pathOf(owner(1));
        const QByteArray good = contentOf(path);
        for (qsizetype i = 0; i < 2 + 15 + 8; ++i) {
            QByteArray torn = good;
            torn[i] = static_cast<char>(torn[i] ^ 1);
            QVERIFY(writeFile(path, torn));
            QCOMPARE(m_store->read(owner(1)).value(), (QList<QByteArray>{QByteArray(), "the second value"}));
        }
        QVERIFY(writeFile(path, good.first(4096 + 10)));
        QCOMPARE(m_store->read(owner(1)).value(), (QList<QByteArray>{"the first value", QByteArray()}));
        QVERIFY(writeFile(path, good.first(7)));
        QCOMPARE(m_store->read(owner(1)).value(), (QList<QByteArray>{QByteArray(), QByteArray()}));
        QVERIFY(writeFile(path, bytes('\xff', 20'000)));
        QCOMPARE(m_store->read(owner(1)).value(), (QList<QByteArray>{QByteArray(), QByteArray()}));
        VERIFY_OK(write(*m_store, 0, "again"));
        QCOMPARE(m_store->read(owner(1)).value().constFirst(), QByteArray("again"));
    }

    void concurrentUpdatesLoseNothing()
    {
        constexpr int kEach = 150;
        constexpr int kThreads = 4;
        std::atomic<int> failures = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&] {
                FileAnchorStore store(m_place->folder(), std::chrono::seconds{60});
                for (int i = 0; i < kEach; ++i)
                    failures += addOne(store) ? 0 : 1;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        const QList<QByteArray> slots = m_store->read(owner(1)).value();
        QCOMPARE(qMax(slots[0].toInt(), slots[1].toInt()), kEach * kThreads);
    }

    void aHeldLockIsBusy()
    {
        VERIFY_OK(write(*m_store, 0, "value"));
        const auto lock = base::FileLock::acquire(m_store->pathOf(owner(1)) + QStringLiteral(".lock"),
                                                  std::chrono::seconds{1});
        VERIFY_OK(lock);
        COMPARE_CODE(write(*m_store, 0, "other"), ErrorCode::Busy);
        QCOMPARE(m_store->read(owner(1)).value().constFirst(), QByteArray("value"));
    }

    void badWritesAreRefused_data()
    {
        QTest::addColumn<int>("slot");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("slot -1") << -1 << QByteArray("x");
        QTest::newRow("slot 2") << 2 << QByteArray("x");
        QTest::newRow("empty") << 0 << QByteArray();
        QTest::newRow("too long") << 0 << bytes('x', FileAnchorStore::kMaxValue + 1);
    }
    void badWritesAreRefused()
    {
        QFETCH(int, slot);
        QFETCH(QByteArray, value);
        VERIFY_OK(write(*m_store, 0, "value"));
        COMPARE_CODE(write(*m_store, slot, value), ErrorCode::InvalidArgument);
        QCOMPARE(m_store->read(owner(1)).value(), (QList<QByteArray>{"value", QByteArray()}));
    }

    void strangeFilesAreRefused_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"link", "fifo", "directory", "writable for all"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void strangeFilesAreRefused()
    {
        QFETCH(QString, what);
        const QString path = m_store->pathOf(owner(1));
        const QString victim = m_place->file(QStringLiteral("victim"));
        QVERIFY(writeFile(victim, "precious"));
        QVERIFY(QDir(m_place->folder()).mkdir(QStringLiteral("latchkey")));
        if (what == QLatin1StringView("link"))
            QVERIFY(QFile::link(victim, path));
        else if (what == QLatin1StringView("fifo"))
            QVERIFY(makeFifo(path));
        else if (what == QLatin1StringView("directory"))
            QVERIFY(QDir().mkdir(path));
        else
            QVERIFY(writeFile(path, "x") && setMode(path, 0666));
        COMPARE_CODE(m_store->read(owner(1)), ErrorCode::UnsafePermissions);
        COMPARE_CODE(write(*m_store, 0, "value"), ErrorCode::UnsafePermissions);
        QCOMPARE(contentOf(victim), QByteArray("precious"));
    }

    void anOpenFolderIsRefused()
    {
        QVERIFY(QDir(m_place->folder()).mkdir(QStringLiteral("latchkey")));
        QVERIFY(setMode(m_place->file(QStringLiteral("latchkey")), 0777));
        COMPARE_CODE(write(*m_store, 0, "value"), ErrorCode::UnsafePermissions);
    }

private:
    std::unique_ptr<Place> m_place;
    std::unique_ptr<FileAnchorStore> m_store;
};

LATCHKEY_TEST_MAIN(TestFileAnchorStore)
#include "tst_fileanchorstore.moc"
