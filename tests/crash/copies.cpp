// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copies.h"

#include "transfer/restore.h"

#include <QDir>
#include <QFileInfo>

namespace crashtest {

using base::Result;
using vaulttest::describe;

namespace {

const QString kNewPassphrase = QStringLiteral("an entirely new passphrase");

} // namespace

Result<void> backUp(const vault::Environment &environment, const QString &vaultPath, const QString &passphrase,
                    const QString &file)
{
    vault::Vault vault(environment, vaultPath);
    LATCHKEY_CHECK(vault.unlock(byPassphrase(passphrase)));
    LATCHKEY_TRY(vault::Session *const session, vault.session());
    LATCHKEY_TRY(const auto made, transfer::NewFile::create(file));
    LATCHKEY_TRY(const transfer::WrittenBackup written, transfer::writeBackup(*session, *made, {}, {}));
    LATCHKEY_CHECK(made->sync());
    LATCHKEY_CHECK(transfer::verifyBackup(*session, made->partPath(), written, {}));
    LATCHKEY_CHECK(session->release({vaulttest::auditEvent(QStringLiteral("backup-made"))}, [] { return Result<void>(); }));
    return made->publish();
}

Result<void> restore(const vault::Environment &environment, const Restoring &order)
{
    LATCHKEY_TRY(const auto reader, transfer::BackupReader::open(order.file));
    transfer::BackupKey key;
    key.recoveryKey = vaulttest::secret(order.recoveryKey.toStdString());
    LATCHKEY_TRY(const transfer::OpenedBackup opened, reader->unlock(key));
    transfer::RestoreRequest request;
    request.vaultPath = order.target;
    request.replace = order.replace;
    request.newPassphrase = vaulttest::secret(order.newPassphrase.toStdString());
    request.kdf = kFreeKdf;
    LATCHKEY_CHECK(transfer::restoreBackup(environment, *reader, opened, request));
    return {};
}

Result<State> readBack(const vault::Environment &environment, const QString &path, const vault::UnlockRequest &way)
{
    vault::Vault vault(environment, path);
    LATCHKEY_CHECK(vault.unlock(way));
    LATCHKEY_TRY(const QStringList damage, verify(vault));
    if (!damage.isEmpty())
        return wrong(QStringLiteral("does not verify: ") + damage.join(QStringLiteral(", ")));
    std::uint64_t audited = 0;
    return observe(vault, audited);
}

QString contentText(State state)
{
    state.counter = 0;
    state.auditSeq = 0;
    return state.text();
}

QStringList namesBeside(const QString &file, const QString &infix)
{
    const QFileInfo info(file);
    return QDir(info.absolutePath()).entryList({info.fileName() + infix + QLatin1Char('*')}, QDir::Files | QDir::Hidden);
}

std::function<Result<void>(const vault::Environment &)> CopyRounds::backupJob()
{
    QFile::remove(file());
    return
        [path = m_bench.home().path(), passphrase = m_bench.state().passphrase,
         target = file()](const vault::Environment &environment) { return backUp(environment, path, passphrase, target); };
}

Result<bool> CopyRounds::judgeBackup(bool acknowledged)
{
    State noted = m_bench.state();
    noted.auditSeq += 1;
    const QString content = contentText(noted);
    LATCHKEY_TRY(const int which, m_bench.judge({m_bench.state(), noted}));
    const bool there = QFileInfo::exists(file());
    if (acknowledged && !there)
        return wrong(QStringLiteral("the backup that was reported as made is not there"));
    if (there && which != 1)
        return wrong(QStringLiteral("a backup has its name, and the vault knows of none"));
    if (there) {
        // What it is worth: the vault that is made of it.
        const Restoring order{file(), m_bench.state().recoveryKey, kNewPassphrase, other(), false};
        storage::FileAnchorStore anchors(m_bench.home().file(QStringLiteral("other/state"))); // as on another computer
        const vault::Environment here = m_bench.home().environment();
        const vault::Environment elsewhere{here.files, anchors, here.clock, here.random};
        if (const auto made = restore(elsewhere, order); !made)
            return wrong(QStringLiteral("a backup that has its name does not restore: ") + describe(made.error()));
        const auto found = readBack(elsewhere, other(), byPassphrase(kNewPassphrase));
        QDir(QFileInfo(other()).absolutePath()).removeRecursively();
        if (!found)
            return wrong(QStringLiteral("what was restored: ") + describe(found.error()));
        if (contentText(*found) != content)
            return wrong(
                QStringLiteral("the backup is not the vault.\nfound:\n%1\nexpected:\n%2").arg(contentText(*found), content));
    } else if (!namesBeside(file(), QStringLiteral(".part-")).isEmpty()) {
        LATCHKEY_CHECK(backUp(m_bench.home().environment(), m_bench.home().path(), m_bench.state().passphrase, file()));
        State next = m_bench.state();
        next.auditSeq += 1;
        LATCHKEY_CHECK(m_bench.judge({next}));
    }
    if (const QStringList left = namesBeside(file(), QStringLiteral(".")); !left.isEmpty())
        return wrong(QStringLiteral("left beside the backup: ") + left.join(QStringLiteral(", ")));
    return there;
}

Verdict CopyRounds::prepareRestoring(const QString &passphrase, const QList<Step> &since)
{
    m_order = {file(), m_bench.state().recoveryKey, kNewPassphrase, {}, false};
    m_backedUp = contentText(m_bench.state());
    LATCHKEY_CHECK(backUp(m_bench.home().environment(), m_bench.home().path(), passphrase, file()));
    m_file = vaulttest::contentOf(file());
    State noted = m_bench.state();
    noted.auditSeq += 1;
    LATCHKEY_CHECK(m_bench.judge({noted}));
    LATCHKEY_CHECK(m_bench.advance(since));
    m_bench.keep();
    return {};
}

std::function<Result<void>(const vault::Environment &)> CopyRounds::restoreJob(bool replace)
{
    m_bench.putBack();
    const QString path = m_bench.home().path();
    const QDir folder(QFileInfo(path).absolutePath());
    for (const QString &name : namesBeside(path, QStringLiteral("."))) {
        if (name != QStringLiteral("vault.db.reserve"))
            QFile::remove(folder.filePath(name));
    }
    QDir(QFileInfo(other()).absolutePath()).removeRecursively();
    m_order.replace = replace;
    m_order.target = replace ? path : other();
    return [order = m_order](const vault::Environment &environment) { return restore(environment, order); };
}

Result<bool> CopyRounds::judgeRestore(bool acknowledged)
{
    if (vaulttest::contentOf(file()) != m_file)
        return wrong(QStringLiteral("the backup was changed by a restore"));
    if (!m_order.replace && !m_bench.isAsKept())
        return wrong(QStringLiteral("a vault was changed by a restore beside it"));
    bool restored = QFileInfo::exists(m_order.target);
    if (m_order.replace) {
        if (!restored)
            return wrong(QStringLiteral("the vault that was to be replaced is gone, and no other is there"));
        const auto old = readBack(m_bench.home().environment(), m_order.target, byPassphrase(m_bench.state().passphrase));
        if (!old && old.error().code != base::ErrorCode::WrongPassphrase)
            return wrong(QStringLiteral("after a replacement: ") + describe(old.error()));
        restored = !old;
        if (old && old->text() != m_bench.state().text())
            return wrong(QStringLiteral("the vault that was not replaced is another one:\n") + old->text());
    }
    if (acknowledged && !restored)
        return wrong(QStringLiteral("the restore that was reported as done is not"));
    LATCHKEY_CHECK(judgeNames(restored));
    if (restored)
        LATCHKEY_CHECK(judgeRestored());
    LATCHKEY_CHECK(clearUp());
    return restored;
}

Verdict CopyRounds::judgeRestored()
{
    for (const bool byKey : {false, true}) {
        const auto found = readBack(m_bench.home().environment(), m_order.target,
                                    byKey ? byRecoveryKey(m_order.recoveryKey) : byPassphrase(kNewPassphrase));
        if (!found)
            return wrong(QStringLiteral("the restored vault: ") + describe(found.error()));
        if (contentText(*found) != m_backedUp)
            return wrong(QStringLiteral("the restored vault is not what was backed up.\nfound:\n%1\nexpected:\n%2")
                             .arg(contentText(*found), m_backedUp));
    }
    if (!m_order.replace)
        return {};
    const QStringList aside = namesBeside(m_order.target, QStringLiteral(".before-restore-"));
    if (aside.size() != 1)
        return wrong(QStringLiteral("kept of the old vault: ") + aside.join(QStringLiteral(", ")));
    return judgeOld(QFileInfo(m_order.target).absoluteDir().filePath(aside.first()));
}

Verdict CopyRounds::judgeOld(const QString &path)
{
    const auto found = readBack(m_bench.home().environment(), path, byPassphrase(m_bench.state().passphrase));
    if (!found)
        return wrong(QStringLiteral("the old vault that was kept: ") + describe(found.error()));
    if (found->text() != m_bench.state().text())
        return wrong(QStringLiteral("the old vault that was kept is another one:\n") + found->text());
    QFile::remove(path + QStringLiteral(".reserve")); // by this look at it
    return {};
}

/// Beside the vault that counts: a file that was coming into being, and a second name of the old vault.
Verdict CopyRounds::judgeNames(bool restored)
{
    QStringList names = namesBeside(m_order.target, {});
    names.removeIf([this](const QString &name) {
        const QString start = m_order.replace ? QStringLiteral("vault.db.restored.new-") : QStringLiteral("vault.db.new-");
        return name.startsWith(start) || (m_order.replace && name.startsWith(QStringLiteral("vault.db.before-restore-")))
            || name == QStringLiteral("vault.db.reserve");
    });
    const QStringList expected = restored || m_order.replace ? QStringList{QStringLiteral("vault.db")} : QStringList();
    if (names != expected)
        return wrong(QStringLiteral("left by a restore: ") + names.join(QStringLiteral(", ")));
    return {};
}

/// The next restore of the same kind takes away what was left of this one.
Verdict CopyRounds::clearUp()
{
    const QString infix = m_order.replace ? QStringLiteral(".restored.") : QStringLiteral(".new-");
    if (namesBeside(m_order.target, infix).isEmpty())
        return {};
    if (!m_order.replace)
        QFile::remove(m_order.target);
    LATCHKEY_CHECK(restore(m_bench.home().environment(), m_order));
    if (const QStringList left = namesBeside(m_order.target, infix); !left.isEmpty())
        return wrong(QStringLiteral("not taken away by the next restore: ") + left.join(QStringLiteral(", ")));
    return {};
}

} // namespace crashtest
