// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/restorecontroller.h"

#include "service/heldgate.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QSignalSpy>

using base::ErrorCode;
using presentation::RestoreController;
using presentation::StripMessage;
using service::LockState;
using servicetest::Occupied;
using Step = RestoreController::Step;
using testsupport::await;
using vaulttest::secret;

namespace {

constexpr int kPatience = 60'000;
constexpr std::string_view kNew = "four words of another";

/// A vault with a secret, locked, and its backup.
struct Source {
    Source()
    {
        bench.putSecret(QStringLiteral("s"), {QStringLiteral("value=kept")});
        service::Backups backups(
            {*bench.host, {bench.home.environment(), bench.noKeychain, bench.gate}, {QStringLiteral("test")}});
        service::BackupRequest request;
        request.path = bench.home.file(QStringLiteral("whole.lkb"));
        const auto report = await(backups.create(std::move(request)));
        if (!report)
            qFatal("no backup");
        path = report->path;
    }
    [[nodiscard]] base::SecretBytes paper() const { return secret(bench.home.recoveryText.toStdString()); }

    servicetest::Bench bench;
    QString path;
};

/// A restore at a place that has no vault, or has the source's own.
struct Place {
    explicit Place(service::VaultHost *there = nullptr, vaulttest::Home *homeThere = nullptr)
        : home(homeThere == nullptr ? own : *homeThere)
        , ownHost({own.environment(), keychain, gate}, own.path())
        , host(there == nullptr ? ownHost : *there)
        , backups({host, {home.environment(), keychain, gate}, {QStringLiteral("test")}})
        , controller(host, backups)
    {
    }
    void look(const Source &source)
    {
        controller.look(source.path, source.paper());
        if (!QTest::qWaitFor([this] { return controller.step() == Step::Confirm; }, kPatience))
            qFatal("the backup does not open: %s", qPrintable(controller.message().title));
    }
    [[nodiscard]] const StripMessage &message() const { return controller.message(); }
    [[nodiscard]] QStringList names() const { return QFileInfo::exists(home.path()) ? home.names() : QStringList(); }

    vaulttest::Home own;
    vaulttest::Home &home;
    servicetest::HeldGate gate;
    keychain::DisabledKeychain keychain;
    service::VaultHost ownHost;
    service::VaultHost &host;
    service::Backups backups;
    RestoreController controller;
    QSignalSpy restored{&controller, &RestoreController::restored};
};

/// A restore over the vault that the backup was made of.
struct OwnPlace : Place {
    explicit OwnPlace(Source &source) : Place(source.bench.host.get(), &source.bench.home) {}
};

} // namespace

class TestRestoreController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_source = std::make_unique<Source>();
    }
    void cleanup() { m_source.reset(); }
    void whereThereIsNoVault();
    void overAVault();
    void overTheWindowLock();
    void wrongKey();
    void refusedFiles_data();
    void refusedFiles();
    void damagedAfterTheLook();
    void notTheSame();
    void aVaultThatCameMeanwhile();
    void diskRefuses();
    void cancelOfALook();
    void cancelOfARestore();
    void forgetsWhileItLooks();
    void forgetsWhileItRestores();
    void back();
    void onlyWhereItBelongs();
    void refusalOfTheField();

private:
    std::unique_ptr<Source> m_source;
};

void TestRestoreController::whereThereIsNoVault()
{
    Place place;
    QCOMPARE(place.controller.step(), Step::Choose);
    place.controller.look(m_source->path, m_source->paper());
    QVERIFY(place.controller.isBusy());
    QCOMPARE(place.message().level, StripMessage::Level::Busy);
    QCOMPARE(place.message().title, QStringLiteral("Looking inside..."));
    QTRY_COMPARE(place.controller.step(), Step::Confirm);
    QVERIFY(!place.controller.isBusy());
    QCOMPARE(place.message(), StripMessage());
    QCOMPARE(place.names(), QStringList()); // looking makes nothing
    QCOMPARE(place.controller.contents().entries.size(), 1);
    QCOMPARE(place.controller.contents().entries.first().name, QStringLiteral("s"));
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_source->bench.home.clock.nowMs()),
                                            QLocale::ShortFormat);
    QVERIFY(place.controller.contentsText().endsWith(QStringLiteral("as they were on %1.").arg(time)));
    QVERIFY(!place.controller.replaces());
    QVERIFY(place.controller.consequenceText().startsWith(QStringLiteral("There is no vault here yet")));
    place.controller.restore(secret(kNew), secret(kNew));
    QCOMPARE(place.message().title, QStringLiteral("Restoring..."));
    QTRY_COMPARE_WITH_TIMEOUT(place.controller.step(), Step::Done, kPatience);
    QCOMPARE(place.restored.size(), 1);
    QCOMPARE(place.message().level, StripMessage::Level::Ok);
    QCOMPARE(place.message().title, QStringLiteral("The backup was restored."));
    QVERIFY(!place.message().text.contains(QStringLiteral("kept as")));
    // Both ways in: the passphrase that was typed, and the key on the old paper.
    service::WaysIn ways;
    ways.passphrase = secret(kNew);
    VERIFY_OK(await(place.host.unlock(std::move(ways)), kPatience));
    VERIFY_OK(await(place.host.lock(service::LockReason::User)));
    service::WaysIn paper;
    paper.recoveryKey = m_source->paper();
    VERIFY_OK(await(place.host.unlock(std::move(paper))));
}

void TestRestoreController::overAVault()
{
    OwnPlace place(*m_source);
    const QByteArray before = vaulttest::contentOf(m_source->bench.home.path());
    m_source->bench.putSecret(QStringLiteral("later"), {QStringLiteral("value=x")});
    place.look(*m_source);
    QVERIFY(place.controller.replaces());
    QVERIFY(place.controller.consequenceText().startsWith(QStringLiteral("The vault that is here now is not deleted")));
    QCOMPARE(place.host.state(), LockState::Unlocked); // nothing happened yet
    place.controller.restore(secret(kNew), secret(kNew));
    QTRY_COMPARE_WITH_TIMEOUT(place.controller.step(), Step::Done, kPatience);
    QCOMPARE(place.host.state(), LockState::Locked);
    const QString kept = place.message().text.section(QStringLiteral("kept as "), 1).chopped(1);
    QVERIFY2(QFileInfo(kept).isFile(), qPrintable(place.message().text));
    QVERIFY(vaulttest::contentOf(kept).size() >= before.size());
    service::WaysIn old;
    old.passphrase = secret(vaulttest::Home::kPassphrase);
    COMPARE_CODE(await(place.host.unlock(std::move(old)), kPatience), ErrorCode::WrongPassphrase);
    service::WaysIn ways;
    ways.passphrase = secret(kNew);
    VERIFY_OK(await(place.host.unlock(std::move(ways)), kPatience));
    QCOMPARE(m_source->bench.got(QStringLiteral("s#value")), QStringLiteral("kept"));
    QCOMPARE(m_source->bench.got(QStringLiteral("later#value")), QStringLiteral("not_found"));
}

/// Only the window is locked, and the vault beneath is open: it is locked first.
void TestRestoreController::overTheWindowLock()
{
    OwnPlace place(*m_source);
    place.host.lockWindow(service::LockReason::ScreenLock);
    place.look(*m_source);
    place.controller.restore(secret(kNew), secret(kNew));
    QTRY_COMPARE_WITH_TIMEOUT(place.controller.step(), Step::Done, kPatience);
    QCOMPARE(place.host.state(), LockState::Locked);
    QVERIFY(!place.host.lastLock().windowOnly);
}

void TestRestoreController::wrongKey()
{
    Place place;
    vaulttest::Home stranger;
    static_cast<void>(base::newUuid(stranger.random)); // or it would be the same key
    static_cast<void>(stranger.create());
    for (const QByteArray &paper : {QByteArray("no recovery key"), stranger.recoveryText}) {
        place.controller.look(m_source->path, secret(paper.toStdString()));
        QTRY_COMPARE(place.message().level, StripMessage::Level::Bad);
        QVERIFY(!place.controller.isBusy());
        QCOMPARE(place.controller.step(), Step::Choose);
        QVERIFY(!place.message().title.contains(QStringLiteral("damaged")));
        QVERIFY(!place.message().title.isEmpty() && !place.message().text.isEmpty());
    }
    place.look(*m_source); // and then the right one
    QCOMPARE(place.message(), StripMessage());
}

void TestRestoreController::refusedFiles_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("title");
    QTest::newRow("not there") << QStringLiteral("absent") << QString();
    QTest::newRow("a folder") << QStringLiteral("folder") << QString();
    QTest::newRow("something else") << QStringLiteral("letter") << QStringLiteral("This file is not a Latchkey backup.");
    QTest::newRow("empty") << QStringLiteral("empty") << QString();
    QTest::newRow("damaged") << QStringLiteral("damaged")
                             << QStringLiteral("This backup is damaged, or was changed. Nothing was restored.");
    QTest::newRow("cut off") << QStringLiteral("cut")
                             << QStringLiteral("This backup is damaged, or was changed. Nothing was restored.");
}

void TestRestoreController::refusedFiles()
{
    QFETCH(const QString, what);
    QFETCH(const QString, title);
    Place place;
    const QString path = place.own.file(what);
    const QByteArray whole = vaulttest::contentOf(m_source->path);
    if (what == QLatin1StringView("folder"))
        QVERIFY(QDir().mkpath(path));
    else if (what == QLatin1StringView("letter"))
        QVERIFY(vaulttest::writeFile(path, QByteArray(4096, 'x')));
    else if (what == QLatin1StringView("empty"))
        QVERIFY(vaulttest::writeFile(path, {}));
    else if (what == QLatin1StringView("damaged"))
        QVERIFY(vaulttest::writeFile(path, vaulttest::flipped(whole, whole.size() - 40)));
    else if (what == QLatin1StringView("cut"))
        QVERIFY(vaulttest::writeFile(path, whole.chopped(20)));
    place.controller.look(path, m_source->paper());
    QTRY_COMPARE(place.message().level, StripMessage::Level::Bad);
    QVERIFY(!place.controller.isBusy());
    QCOMPARE(place.controller.step(), Step::Choose);
    QVERIFY(!place.message().title.isEmpty() && !place.message().text.isEmpty());
    if (!title.isEmpty())
        QCOMPARE(place.message().title, title);
    QCOMPARE(place.names(), QStringList());
}

void TestRestoreController::damagedAfterTheLook()
{
    OwnPlace place(*m_source);
    VERIFY_OK(await(place.host.lock(service::LockReason::User)));
    const QStringList before = place.names();
    place.look(*m_source);
    const QByteArray whole = vaulttest::contentOf(m_source->path);
    QVERIFY(vaulttest::writeFile(m_source->path, vaulttest::flipped(whole, whole.size() / 2)));
    place.controller.restore(secret(kNew), secret(kNew));
    QTRY_COMPARE_WITH_TIMEOUT(place.message().level, StripMessage::Level::Bad, kPatience);
    QCOMPARE(place.message().title, QStringLiteral("This backup is damaged, or was changed. Nothing was restored."));
    QCOMPARE(place.controller.step(), Step::Confirm);
    QCOMPARE(place.names(), before);
    m_source->bench.unlock(); // as it was
    QCOMPARE(m_source->bench.got(QStringLiteral("s#value")), QStringLiteral("kept"));
}

void TestRestoreController::notTheSame()
{
    Place place;
    place.look(*m_source);
    place.controller.restore(secret("one"), secret("two"));
    QVERIFY(!place.controller.isBusy());
    QCOMPARE(place.message().level, StripMessage::Level::Bad);
    QCOMPARE(place.message().title, QStringLiteral("The two new passphrases are not the same."));
    QCOMPARE(place.controller.step(), Step::Confirm);
    QCOMPARE(place.names(), QStringList());
    place.controller.restore(secret(kNew), secret(kNew)); // the recovery key is still there
    QTRY_COMPARE_WITH_TIMEOUT(place.controller.step(), Step::Done, kPatience);
}

/// Nobody has read what becomes of that one.
void TestRestoreController::aVaultThatCameMeanwhile()
{
    Place place;
    place.look(*m_source);
    static_cast<void>(place.own.create());
    const QByteArray before = vaulttest::contentOf(place.own.path());
    place.controller.restore(secret(kNew), secret(kNew));
    QTRY_COMPARE_WITH_TIMEOUT(place.message().level, StripMessage::Level::Bad, kPatience);
    QCOMPARE(place.message().details, QStringLiteral("already_exists"));
    QCOMPARE(vaulttest::contentOf(place.own.path()), before);
    QVERIFY(place.restored.isEmpty());
}

void TestRestoreController::diskRefuses()
{
    Place place;
    place.look(*m_source);
    // A file where the folder of the vault would be.
    const QString folder = QFileInfo(place.own.path()).path();
    QVERIFY(QDir(folder).removeRecursively());
    QVERIFY(vaulttest::writeFile(folder, "somebody's"));
    place.controller.restore(secret(kNew), secret(kNew));
    QTRY_COMPARE_WITH_TIMEOUT(place.message().level, StripMessage::Level::Bad, kPatience);
    QVERIFY(!place.controller.isBusy());
    QCOMPARE(place.controller.step(), Step::Confirm);
    QVERIFY(!place.message().title.isEmpty() && !place.message().details.isEmpty());
    QCOMPARE(vaulttest::contentOf(folder), QByteArray("somebody's"));
    QVERIFY(QFile::remove(folder));
    place.controller.restore(secret(kNew), secret(kNew)); // again, once there is room
    QTRY_COMPARE_WITH_TIMEOUT(place.controller.step(), Step::Done, kPatience);
}

void TestRestoreController::cancelOfALook()
{
    Place place;
    place.controller.cancel(); // nothing is under way
    {
        const Occupied occupied(place.gate, place.backups, m_source->path);
        place.controller.look(m_source->path, m_source->paper());
        place.controller.cancel();
        QVERIFY(place.controller.isBusy());
    }
    QTRY_VERIFY(!place.controller.isBusy());
    QCOMPARE(place.controller.step(), Step::Choose);
    QCOMPARE(place.message(), StripMessage());
    place.look(*m_source);
}

void TestRestoreController::cancelOfARestore()
{
    OwnPlace place(*m_source);
    VERIFY_OK(await(place.host.lock(service::LockReason::User)));
    place.look(*m_source);
    const QStringList before = place.names();
    {
        const Occupied occupied(place.gate, place.backups, m_source->path);
        place.controller.restore(secret(kNew), secret(kNew));
        place.controller.cancel();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!place.controller.isBusy(), kPatience);
    QCOMPARE(place.controller.step(), Step::Confirm);
    QCOMPARE(place.message(), StripMessage());
    QCOMPARE(place.names(), before);
    QVERIFY(place.restored.isEmpty());
    m_source->bench.unlock();
}

void TestRestoreController::forgetsWhileItLooks()
{
    Place place;
    {
        const Occupied occupied(place.gate, place.backups, m_source->path);
        place.controller.look(m_source->path, m_source->paper());
        place.controller.forget();
        QVERIFY(!place.controller.isBusy());
    }
    place.look(*m_source); // stands in line behind it
    place.controller.forget();
    QCOMPARE(place.controller.step(), Step::Choose);
    QVERIFY(place.controller.contents().entries.isEmpty());
    QCOMPARE(place.message(), StripMessage());
}

void TestRestoreController::forgetsWhileItRestores()
{
    Place place;
    place.look(*m_source);
    {
        const Occupied occupied(place.gate, place.backups, m_source->path);
        place.controller.restore(secret(kNew), secret(kNew));
        place.controller.forget();
    }
    place.look(*m_source);
    QCOMPARE(place.names(), QStringList());
    QVERIFY(place.restored.isEmpty());
}

void TestRestoreController::back()
{
    Place place;
    place.controller.goBack();
    QCOMPARE(place.controller.step(), Step::Choose);
    place.look(*m_source);
    place.controller.goBack();
    QCOMPARE(place.controller.step(), Step::Choose);
    QVERIFY(place.controller.contents().entries.isEmpty());
    place.look(*m_source);
}

void TestRestoreController::onlyWhereItBelongs()
{
    Place place;
    place.controller.restore(secret(kNew), secret(kNew));
    QVERIFY(!place.controller.isBusy());
    place.look(*m_source);
    place.controller.look(m_source->path, m_source->paper());
    QVERIFY(!place.controller.isBusy());
    place.controller.restore(secret(kNew), secret(kNew));
    place.controller.restore(secret("another"), secret("another")); // a double click
    place.controller.goBack();
    QTRY_COMPARE_WITH_TIMEOUT(place.controller.step(), Step::Done, kPatience);
    QCOMPARE(place.restored.size(), 1);
    service::WaysIn ways;
    ways.passphrase = secret(kNew);
    VERIFY_OK(await(place.host.unlock(std::move(ways)), kPatience));
}

void TestRestoreController::refusalOfTheField()
{
    Place place;
    place.controller.refuse({ErrorCode::OutOfSecureMemory, {}});
    QCOMPARE(place.message().level, StripMessage::Level::Bad);
    QCOMPARE(place.message().title, QStringLiteral("The memory for secrets is full."));
}

LATCHKEY_TEST_MAIN(TestRestoreController)
#include "tst_restorecontroller.moc"
