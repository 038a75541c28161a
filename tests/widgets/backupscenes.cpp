// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagegallery.h"

#include "widgets/messagestrip.h"

#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace windowtest {

namespace {

/// So that what lies below is seen.
void scrollTo(QWidget &widget)
{
    for (QWidget *parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(&widget);
    }
}

} // namespace

void PageGallery::backupStates()
{
    const auto idle = [this] { return !m_backupPage.isBusy(); };
    showPage("backUpButton");
    scrollTo(*child<QWidget>(window(), "planNote"));
    show(QStringLiteral("backup, none yet"));
    m_backup = m_locking.bench.home.file(QStringLiteral("one.lkb"));
    m_backupPage.backUp(m_backup);
    mustCome(idle, "a backup");
    scrollTo(*child<QWidget>(window(), "planNote"));
    show(QStringLiteral("backup, made"));
    m_backupPage.backUp(m_backup);
    mustCome(idle, "the refusal of a backup");
    show(QStringLiteral("backup, refused"));
    {
        const servicetest::Occupied occupied(m_gate, m_backups, m_backup);
        m_backupPage.backUp(m_locking.bench.home.file(QStringLiteral("two.lkb")));
        show(QStringLiteral("backup, being made"));
        m_backupPage.cancel();
    }
    mustCome(idle, "the end of a backup");
    const QString folder = m_locking.bench.home.file(QStringLiteral("copies"));
    if (!QDir().mkpath(folder))
        qFatal("no folder for backups");
    // The name that the first one would get is taken.
    const QString name = service::backupFileName(vaultId(), m_locking.bench.home.clock.nowMs());
    if (!vaulttest::writeFile(folder + u'/' + name, "somebody's"))
        qFatal("no file in the way");
    m_backupPage.change({service::BackupPeriod::Daily, folder, 7});
    mustCome([this] { return m_backupPage.hasFailed(); }, "the failure of a planned backup");
    show(QStringLiteral("backup, the planned one failed"));
    m_backupPage.change({service::BackupPeriod::Daily, folder + QStringLiteral("/absent"), 7});
    mustCome([this] { return m_backupPage.message().level == presentation::StripMessage::Level::Bad; },
             "the refusal of a folder");
    show(QStringLiteral("backup, no such folder"));
    m_backupPage.change({});
}

QUuid PageGallery::vaultId()
{
    const auto info = testsupport::await(m_locking.bench.host->inspect());
    if (!info)
        qFatal("the vault cannot be looked at");
    return info->header.vault;
}

void PageGallery::unlockByPaper()
{
    presentation::UnlockController &unlock = m_locking.bench.presenter->unlock();
    unlock.unlockWithRecoveryKey(vaulttest::secret(m_paper.toStdString()));
    mustCome([&unlock] { return !unlock.isBusy(); }, "the answer to a recovery key");
}

void PageGallery::olderFile()
{
    WindowBench &bench = m_locking.bench;
    const QByteArray older = vaulttest::contentOf(bench.home.path());
    unlockByPaper();
    addProvider("openai", "sk-9876543210"); // a change
    bench.lock();
    if (!vaulttest::writeFile(bench.home.path(), older))
        qFatal("the vault cannot be put back");
    unlockByPaper();
    show(QStringLiteral("locked, older file"));
    for (const char *way : {"by passphrase", "by recovery key"}) {
        auto *strip = child<widgets::MessageStrip>(*child<QWidget>(window(), "UnlockPage"), "strip");
        QPushButton *use = strip->findChildren<QPushButton *>().first();
        if (!use->isVisible())
            qFatal("an older file cannot be used");
        use->click();
        showDialog(QStringLiteral("older file, ") + QLatin1StringView(way));
        closeDialog();
        press("recoveryButton");
        settle();
    }
}

void PageGallery::restoreSteps()
{
    const auto idle = [this] { return !m_restore.isBusy(); };
    press("restoreButton");
    showDialog(QStringLiteral("restore, choose"));
    child<QLineEdit>(*openDialog(), "fileEdit")->setText(m_backup);
    m_restore.look(m_backup, vaulttest::secret("no recovery key"));
    mustCome(idle, "the refusal of a recovery key");
    showDialog(QStringLiteral("restore, refused"));
    {
        const servicetest::Occupied occupied(m_gate, m_backups, m_backup);
        m_restore.look(m_backup, vaulttest::secret(m_paper.toStdString()));
        showDialog(QStringLiteral("restore, looking"));
    }
    mustCome(idle, "the content of a backup");
    showDialog(QStringLiteral("restore, confirm"));
    m_restore.restore(vaulttest::secret("one"), vaulttest::secret("another"));
    showDialog(QStringLiteral("restore, not the same twice"));
    {
        const servicetest::Occupied occupied(m_gate, m_backups, m_backup);
        m_restore.restore(vaulttest::secret("four words of another"), vaulttest::secret("four words of another"));
        showDialog(QStringLiteral("restore, restoring"));
    }
    mustCome(idle, "a restored vault");
    showDialog(QStringLiteral("restore, done"));
    closeDialog();
}

} // namespace windowtest
