// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/backups.h"

#include "service/heldgate.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QObject>

using base::ErrorCode;
using servicetest::Bench;
using testsupport::await;
using vaulttest::secret;

namespace {

service::HostPorts portsOf(Bench &bench)
{
    return {bench.home.environment(), bench.noKeychain, bench.gate};
}

service::BackupRequest to(const QString &path, std::string_view passphrase = {})
{
    service::BackupRequest out;
    out.path = path;
    if (!passphrase.empty())
        out.passphrase = secret(passphrase);
    return out;
}

/// Another computer, without a vault.
struct Elsewhere {
    Elsewhere()
        : host({home.environment(), keychain, gate}, home.path())
        , backups({host, {home.environment(), keychain, gate}, {QStringLiteral("test")}})
    {
    }
    [[nodiscard]] service::RestoreRequest from(const QString &path, const QByteArray &recovery) const
    {
        service::RestoreRequest out;
        out.path = path;
        out.ways.recoveryKey = secret(recovery.toStdString());
        return out;
    }
    vaulttest::Home home;
    servicetest::OpenGate gate;
    keychain::DisabledKeychain keychain;
    service::VaultHost host;
    service::Backups backups;
};

} // namespace

class TestBackups final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<Bench>();
        m_backups = std::make_unique<service::Backups>(service::Backups::Parts{
            *m_bench->host, portsOf(*m_bench), {QStringLiteral("test")}});
        m_bench->putSecret(QStringLiteral("s"), {QStringLiteral("value=kept")});
        m_path = m_bench->home.file(QStringLiteral("b.lkb"));
    }
    void cleanup()
    {
        m_backups.reset();
        m_bench.reset();
    }

    void thereAndBack()
    {
        const auto made = await(m_backups->create(to(m_path)));
        VERIFY_OK(made);
        QCOMPARE(made->path, m_path);
        QCOMPARE(made->credentials, std::uint64_t{1});
        QCOMPARE(made->bytes, QFileInfo(m_path).size());
        QVERIFY(made->audited);
        QVERIFY(!made->hasPassphrase);
        QCOMPARE(m_bench->auditKinds().last(), QStringLiteral("backup-made"));

        Elsewhere other;
        service::BackupWays ways;
        ways.recoveryKey = secret(m_bench->home.recoveryText.toStdString());
        const auto contents = await(other.backups.inspect(m_path, std::move(ways)));
        VERIFY_OK(contents);
        QCOMPARE(contents->entries.size(), 1);
        QCOMPARE(contents->entries.first().name, QStringLiteral("s"));
        QVERIFY(!QFile::exists(other.home.path()));
        const auto restored = await(other.backups.restore(other.from(m_path, m_bench->home.recoveryText)));
        VERIFY_OK(restored);
        service::WaysIn in;
        in.recoveryKey = secret(m_bench->home.recoveryText.toStdString());
        VERIFY_OK(await(other.host.unlock(std::move(in))));
        COMPARE_CODE(await(other.backups.restore(other.from(m_path, m_bench->home.recoveryText))), ErrorCode::AlreadyExists);
    }

    void replacingLocksTheOpenVaultFirst()
    {
        VERIFY_OK(await(m_backups->create(to(m_path))));
        service::RestoreRequest order;
        order.path = m_path;
        order.ways.recoveryKey = secret(m_bench->home.recoveryText.toStdString());
        order.replace = true;
        const auto restored = await(m_backups->restore(std::move(order)));
        VERIFY_OK(restored);
        QCOMPARE(m_bench->host->state(), service::LockState::Locked);
        QVERIFY(QFile::exists(restored->keptAs));
    }

    void onlyAStrongPassphraseOfItsOwn()
    {
        COMPARE_CODE(await(m_backups->create(to(m_path, "password1"))), ErrorCode::WeakPassphrase);
        QVERIFY(!QFile::exists(m_path));
    }

    void aLockedVaultGivesNone()
    {
        VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
        COMPARE_CODE(await(m_backups->create(to(m_path))), ErrorCode::Locked);
        QVERIFY(!QFile::exists(m_path));
    }

    void aLockEndsItAndNothingIsLeft()
    {
        const auto before = QDir(m_bench->home.file(QString())).entryList(QDir::Files);
        auto making = m_backups->create(to(m_path));
        auto locked = m_bench->host->lock(service::LockReason::User);
        const auto made = await(making);
        VERIFY_OK(await(locked));
        QVERIFY(!made);
        QVERIFY(made.error().code == ErrorCode::Locked || made.error().code == ErrorCode::Cancelled);
        QCOMPARE(QDir(m_bench->home.file(QString())).entryList(QDir::Files), before);
    }

    void whoBeganItStopsItAndNothingElse()
    {
        VERIFY_OK(await(m_backups->create(to(m_path))));
        servicetest::HeldGate gate;
        service::Backups backups(
            {*m_bench->host, {m_bench->home.environment(), m_bench->noKeychain, gate}, {QStringLiteral("test")}});
        const QString mine = m_bench->home.file(QStringLiteral("mine.lkb"));
        const QString planned = m_bench->home.file(QStringLiteral("planned.lkb"));
        service::BackupRequest request = to(mine);
        const service::BackupStop stop = request.stop;
        service::BackupWays ways;
        ways.recoveryKey = secret(m_bench->home.recoveryText.toStdString());
        service::BackupWays other;
        other.recoveryKey = secret(m_bench->home.recoveryText.toStdString());
        std::optional<servicetest::Occupied> occupied(std::in_place, gate, backups, m_path);
        const auto stopped = backups.create(std::move(request));
        const auto goesOn = backups.create(to(planned));
        const auto looks = backups.inspect(m_path, std::move(ways));
        const auto looksNoMore = backups.inspect(m_path, std::move(other), stop);
        stop.stop();
        occupied.reset();
        COMPARE_CODE(await(stopped), ErrorCode::Cancelled);
        VERIFY_OK(await(goesOn));
        VERIFY_OK(await(looks));
        COMPARE_CODE(await(looksNoMore), ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(mine) && QFile::exists(planned));
    }

    void aStoppedRestoreMakesNothing()
    {
        VERIFY_OK(await(m_backups->create(to(m_path))));
        Elsewhere other;
        service::RestoreRequest order = other.from(m_path, m_bench->home.recoveryText);
        order.stop.stop();
        COMPARE_CODE(await(other.backups.restore(std::move(order))), ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(other.home.path()));
        VERIFY_OK(await(other.backups.restore(other.from(m_path, m_bench->home.recoveryText))));
    }

    void nothingIsOverwritten()
    {
        QVERIFY(vaulttest::writeFile(m_path, "somebody's"));
        COMPARE_CODE(await(m_backups->create(to(m_path))), ErrorCode::AlreadyExists);
        QCOMPARE(vaulttest::contentOf(m_path), QByteArray("somebody's"));
    }

private:
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<service::Backups> m_backups;
    QString m_path;
};

LATCHKEY_TEST_MAIN(TestBackups)
#include "tst_backups.moc"
