// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/privatefile.h"

#include "support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <memory>

using namespace std::string_view_literals;
using base::ErrorCode;

namespace {

/// Permission bits as the file system has them.
int modeOf(const QString &path)
{
    struct stat info{};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? static_cast<int>(info.st_mode & 07777) : -1;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPrivateFile : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    mode_t m_umask = 0;

    QString at(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        // The worst a caller may have: nothing is taken away from the mode that is asked for.
        m_umask = ::umask(0);
    }
    void cleanup() { ::umask(m_umask); }

    void foldersAreForTheOwner()
    {
        QVERIFY(base::ensurePrivateDirectory(at("a/b/c")).has_value());
        for (const char *folder : {"a", "a/b", "a/b/c"})
            QCOMPARE(modeOf(at(folder)), 0700);
        QVERIFY(base::ensurePrivateDirectory(at("a/b/c")).has_value());
        QVERIFY(base::ensurePrivateDirectory(at("a/b/c/")).has_value());
        QVERIFY(base::ensurePrivateDirectory(at("a/b/../d")).has_value());
        QCOMPARE(modeOf(at("a/d")), 0700);
    }

    void strictUmasksAreNotInTheWay()
    {
        ::umask(0277);
        QVERIFY(base::ensurePrivateDirectory(at("strict")).has_value());
        QVERIFY(modeOf(at("strict")) <= 0700);
        QVERIFY(base::writeNewPrivateFile(at("file"), base::view("x"sv)).has_value());
        QCOMPARE(modeOf(at("file")) & 077, 0);
    }

    void foldersThatOthersMayWriteToAreRefused_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("0700") << 0700 << true;
        QTest::newRow("0755") << 0755 << true;
        QTest::newRow("0770") << 0770 << false;
        QTest::newRow("0702") << 0702 << false;
        QTest::newRow("1777") << 01777 << false;
    }

    void foldersThatOthersMayWriteToAreRefused()
    {
        QFETCH(const int, mode);
        QFETCH(const bool, accepted);
        QVERIFY(QDir().mkdir(at("folder")));
        QCOMPARE(::chmod(QFile::encodeName(at("folder")).constData(), static_cast<mode_t>(mode)), 0);
        const auto result = base::ensurePrivateDirectory(at("folder"));
        QCOMPARE(result.has_value(), accepted);
        if (!accepted)
            QCOMPARE(result.error().code, ErrorCode::UnsafePermissions);
        // An existing folder is left as it is.
        QCOMPARE(modeOf(at("folder")), mode);
    }

    void aFileIsNoFolder()
    {
        write(at("file"), "x");
        QCOMPARE(base::ensurePrivateDirectory(at("file")).error().code, ErrorCode::IoFailure);
        QVERIFY(!base::ensurePrivateDirectory(at("file/below")).has_value());
    }

    void newFilesAreForTheOwner()
    {
        QVERIFY(base::createPrivateFile(at("empty")).has_value());
        QCOMPARE(modeOf(at("empty")), 0600);
        QCOMPARE(QFileInfo(at("empty")).size(), 0);
        const QByteArray content(100'000, 'k');
        QVERIFY(base::writeNewPrivateFile(at("full"), base::view(content)).has_value());
        QCOMPARE(modeOf(at("full")), 0600);
        QCOMPARE(contentOf(at("full")), content);
    }

    void nothingIsOverwritten()
    {
        write(at("there"), "precious");
        QCOMPARE(base::writeNewPrivateFile(at("there"), base::view("new"sv)).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(base::createPrivateFile(at("there")).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(contentOf(at("there")), QByteArray("precious"));
        QCOMPARE(base::writeNewPrivateFile(m_folder->path(), base::view("new"sv)).error().code, ErrorCode::AlreadyExists);
    }

    void linksAreNotFollowed()
    {
        write(at("target"), "precious");
        QVERIFY(QFile::link(at("target"), at("link")));
        QVERIFY(QFile::link(at("nowhere"), at("dangling")));
        for (const char *name : {"link", "dangling"}) {
            QCOMPARE(base::writeNewPrivateFile(at(name), base::view("new"sv)).error().code, ErrorCode::AlreadyExists);
            QCOMPARE(base::createPrivateFile(at(name)).error().code, ErrorCode::AlreadyExists);
        }
        QCOMPARE(contentOf(at("target")), QByteArray("precious"));
        QVERIFY(!QFileInfo::exists(at("nowhere")));
    }

    void missingFoldersAreAnError()
    {
        QCOMPARE(base::writeNewPrivateFile(at("no/such/file"), base::view("x"sv)).error().code, ErrorCode::IoFailure);
    }

    void aFailedWriteLeavesNothing()
    {
        // Every write to it fails; /dev/full itself cannot be "new", so the limit on file sizes plays the full disk.
        QVERIFY(QFileInfo::exists(m_folder->path()));
        LimitedFiles limit(1000);
        const auto result = base::writeNewPrivateFile(at("big"), base::view(QByteArray(5000, 'x')));
        QVERIFY(!result.has_value());
        QVERIFY(!QFileInfo::exists(at("big")));
    }

    void whatIsNotDurableIsTakenBack()
    {
        const QString closed = at("closed");
        QVERIFY(QDir().mkdir(closed));
        const auto reopen = qScopeGuard([&closed] { QFile::setPermissions(closed, QFile::Permissions(0x7000)); });
        QVERIFY(QFile::setPermissions(closed, QFile::WriteOwner | QFile::ExeOwner)); // its entries cannot be flushed
        if (QFileInfo(closed).isReadable())
            QSKIP("root may read everything");
        QVERIFY(!base::writeNewPrivateFile(closed + QStringLiteral("/file"), base::view("x"sv)).has_value());
        QVERIFY(!QFileInfo::exists(closed + QStringLiteral("/file")));
    }

    void readsSecrets_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("no newline") << QByteArray("abc") << QByteArray("abc");
        QTest::newRow("LF") << QByteArray("abc\n") << QByteArray("abc");
        QTest::newRow("CRLF") << QByteArray("abc\r\n") << QByteArray("abc");
        QTest::newRow("only the last") << QByteArray("abc\n\n") << QByteArray("abc\n");
        QTest::newRow("only one CR") << QByteArray("abc\r\r\n") << QByteArray("abc\r");
        QTest::newRow("CR alone") << QByteArray("abc\r") << QByteArray("abc\r");
        QTest::newRow("newline alone") << QByteArray("\n") << QByteArray();
        QTest::newRow("spaces stay") << QByteArray(" a b \n") << QByteArray(" a b ");
        QTest::newRow("several pieces") << QByteArray(9000, 'z') << QByteArray(9000, 'z');
    }

    void readsSecrets()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, kept);
        write(at("secret"), content);
        QCOMPARE(base::toByteArray(base::readSecretFile(at("secret"), 10'000, true).value().exposeBytes()), kept);
        QCOMPARE(base::toByteArray(base::readSecretFile(at("secret"), 10'000, false).value().exposeBytes()), content);
    }

    void limitsHowMuchIsRead()
    {
        write(at("secret"), QByteArray(5000, 'x'));
        QVERIFY(base::readSecretFile(at("secret"), 5000, false).has_value());
        const auto tooLarge = base::readSecretFile(at("secret"), 4999, false);
        QCOMPARE(tooLarge.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!tooLarge.error().detail.contains(QStringLiteral("xxxxx")));
    }

    void whatCannotBeReadIsAnError()
    {
        QCOMPARE(base::readSecretFile(at("absent"), 100, true).error().code, ErrorCode::IoFailure);
        QCOMPARE(base::readSecretFile(m_folder->path(), 100, true).error().code, ErrorCode::IoFailure);
    }

private:
    /// Lets writes beyond `bytes` fail with EFBIG for as long as it lives.
    class LimitedFiles {
    public:
        explicit LimitedFiles(rlim_t bytes)
        {
            ::getrlimit(RLIMIT_FSIZE, &m_before);
            rlimit limit = m_before;
            limit.rlim_cur = bytes;
            ::setrlimit(RLIMIT_FSIZE, &limit);
            m_handler = ::signal(SIGXFSZ, SIG_IGN);
        }
        ~LimitedFiles()
        {
            ::setrlimit(RLIMIT_FSIZE, &m_before);
            ::signal(SIGXFSZ, m_handler);
        }
        Q_DISABLE_COPY_MOVE(LimitedFiles)

    private:
        rlimit m_before{};
        sighandler_t m_handler = SIG_DFL;
    };
};

LATCHKEY_TEST_MAIN(TestPrivateFile)
#include "tst_privatefile.moc"
