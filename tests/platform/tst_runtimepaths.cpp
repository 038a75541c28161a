// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/runtimepaths.h"

#include "support/testmain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

class TestRuntimePaths : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        for (const char *name : {"LATCHKEY_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
            qunsetenv(name);
        qputenv("HOME", "/home/trader");
    }

    void defaultsFollowTheHomeFolder()
    {
        QCOMPARE(platform::defaultHome(), QStringLiteral("/home/trader/.local/share/latchkey"));
        QCOMPARE(platform::stateDirectory(), QStringLiteral("/home/trader/.local/state/latchkey"));
        QCOMPARE(platform::configDirectory(), QStringLiteral("/home/trader/.config/latchkey"));
        QCOMPARE(platform::runtimeDirectory(QStringLiteral("/home/trader/v")), QStringLiteral("/home/trader/v/run"));
    }

    void variablesWin()
    {
        qputenv("LATCHKEY_HOME", "/vaults/a/");
        qputenv("XDG_STATE_HOME", "/state");
        qputenv("XDG_CONFIG_HOME", "/config");
        QCOMPARE(platform::defaultHome(), QStringLiteral("/vaults/a"));
        QCOMPARE(platform::stateDirectory(), QStringLiteral("/state/latchkey"));
        QCOMPARE(platform::configDirectory(), QStringLiteral("/config/latchkey"));
    }

    void emptyAndRelativeValuesCountAsUnset()
    {
        qputenv("LATCHKEY_HOME", "");
        qputenv("XDG_STATE_HOME", "relative/state");
        qputenv("XDG_RUNTIME_DIR", "relative");
        QCOMPARE(platform::defaultHome(), QStringLiteral("/home/trader/.local/share/latchkey"));
        QCOMPARE(platform::stateDirectory(), QStringLiteral("/home/trader/.local/state/latchkey"));
        QCOMPARE(platform::runtimeDirectory(QStringLiteral("/h")), QStringLiteral("/h/run"));
    }

    void runtimeFolderMustBeThereAndOurs()
    {
        QTemporaryDir folder;
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
        QCOMPARE(platform::runtimeDirectory(QStringLiteral("/h")), folder.path() + QStringLiteral("/latchkey"));
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.filePath(QStringLiteral("missing"))));
        QCOMPARE(platform::runtimeDirectory(QStringLiteral("/h")), QStringLiteral("/h/run"));
        if (::geteuid() != 0)
            QSKIP("only root can give a folder to somebody else");
        QVERIFY(::chown(QFile::encodeName(folder.path()).constData(), 65534, 65534) == 0);
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
        QCOMPARE(platform::runtimeDirectory(QStringLiteral("/h")), QStringLiteral("/h/run"));
    }

    void vaultIdIsTheHashOfTheCanonicalPath()
    {
        QTemporaryDir folder;
        const QString home = QDir(folder.path()).canonicalPath();
        const QByteArray expected = QCryptographicHash::hash((home + QStringLiteral("/vault.db")).toUtf8(),
                                                             QCryptographicHash::Sha256)
                                        .toHex()
                                        .left(16);
        const platform::VaultPaths before = platform::vaultPaths(home);
        QCOMPARE(before.vaultId, QString::fromLatin1(expected));
        QCOMPARE(before.vaultFile, home + QStringLiteral("/vault.db"));
        QCOMPARE(before.controlSocket, home + QStringLiteral("/run/") + before.vaultId + QStringLiteral(".ctl"));
        QCOMPARE(before.apiSocket, home + QStringLiteral("/run/") + before.vaultId + QStringLiteral(".sock"));
        // Known answer, independent of this code: printf %s /latchkey-test/none/vault.db | sha256sum
        QCOMPARE(platform::vaultPaths(QStringLiteral("/latchkey-test/none")).vaultId, QStringLiteral("b9e6407fcb3d4da7"));
        QFile file(before.vaultFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QCOMPARE(platform::vaultPaths(home).vaultId, before.vaultId);
        // Detours and links lead to the same vault.
        QCOMPARE(platform::vaultPaths(home + QStringLiteral("/./x/../")).vaultId, before.vaultId);
        QTemporaryDir other;
        const QString link = other.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(home, link));
        QCOMPARE(platform::vaultPaths(link).vaultId, before.vaultId);
        QVERIFY(QFile::remove(before.vaultFile));
        QCOMPARE(platform::vaultPaths(link).vaultId, before.vaultId);
        QVERIFY(platform::vaultPaths(other.path()).vaultId != before.vaultId);
    }
};

LATCHKEY_TEST_MAIN(TestRuntimePaths)
#include "tst_runtimepaths.moc"
