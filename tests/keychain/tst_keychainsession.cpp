// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The adapter against real daemons. keyring-session.sh MODE sets the scene; this program runs the functions whose name begins
// with that mode, and fails when there are none.
#include "keychain/keychainfactory.h"
#include "keychain/qtkeychainjobs.h"

#include "await.h"
#include "sessionhelpers.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QMetaMethod>
#include <QObject>

#include <csignal>
#include <optional>
#include <vector>

using base::ErrorCode;
using base::SecretBytes;
using vault::ports::KeychainEntryState;
using vault::ports::KeychainState;
using vault::ports::KeySlotSecretStore;
using namespace std::chrono_literals;

namespace {

// Long enough for a loaded machine under sanitizers; the tests about deadlines bring their own.
constexpr keychain::KeychainDeadlines kPatient{30s, 60s};
constexpr keychain::KeychainDeadlines kShort{1s, 2s};
// What "within the deadline" means for kShort on a machine that does other things too.
constexpr qint64 kShortWithSlackMs = 3'000;

} // namespace

class TestKeychainSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_keychain = keychain::makeKeychain(kPatient);
    }
    void cleanup() { m_keychain.reset(); }

    void unlocked_isReady()
    {
        const auto status = await(m_keychain->status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, KeychainState::Ready);
        QCOMPARE(status->backend, QStringLiteral("Secret Service"));
    }

    void unlocked_writesReadsAndRemoves()
    {
        const QString name = session::freshName();
        QCOMPARE(stateOf(name), KeychainEntryState::Absent);
        QVERIFY(await(m_keychain->write(name, session::slotSecret(1))).has_value());
        QCOMPARE(stateOf(name), KeychainEntryState::Present);
        verifyStored(name, 1);
        QVERIFY(await(m_keychain->remove(name)).has_value());
        QCOMPARE(stateOf(name), KeychainEntryState::Absent);
    }

    void unlocked_aMissingEntryIsMissing()
    {
        const QString name = session::freshName();
        QCOMPARE(codeOf(await(m_keychain->read(name, false))), ErrorCode::KeychainEntryMissing);
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainEntryMissing);
        QVERIFY(await(m_keychain->remove(name)).has_value());
    }

    void unlocked_nothingIsOverwritten()
    {
        const QString name = session::freshName();
        QVERIFY(await(m_keychain->write(name, session::slotSecret(1))).has_value());
        QCOMPARE(codeOf(await(m_keychain->write(name, session::slotSecret(2)))), ErrorCode::AlreadyExists);
        verifyStored(name, 1);
    }

    void unlocked_aSecondVaultHasItsOwnEntries()
    {
        const QString first = session::freshName();
        const QString second = session::freshName();
        QVERIFY(await(m_keychain->write(first, session::slotSecret(3))).has_value());
        QVERIFY(await(m_keychain->write(second, session::slotSecret(4))).has_value());
        verifyStored(first, 3);
        verifyStored(second, 4);
        QVERIFY(await(m_keychain->remove(second)).has_value());
        verifyStored(first, 3);
    }

    void unlocked_requestsMayOverlap()
    {
        QStringList names;
        std::vector<base::Async<bool>> writes;
        for (unsigned char seed = 1; seed <= 4; ++seed) {
            names << session::freshName();
            writes.push_back(m_keychain->write(names.last(), session::slotSecret(seed)));
        }
        for (const auto &written : writes)
            QVERIFY(await(written).has_value());
        for (unsigned char seed = 1; seed <= 4; ++seed)
            verifyStored(names.at(seed - 1), seed);
    }

    void locked_tellsWhatIsThereAndLeavesItAlone()
    {
        const QString name = session::freshName();
        QVERIFY(await(m_keychain->write(name, session::slotSecret(5))).has_value());
        QVERIFY(session::lockKeyring());

        const auto status = await(m_keychain->status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, KeychainState::Locked);
        QCOMPARE(stateOf(name), KeychainEntryState::PresentLocked);
        QCOMPARE(stateOf(session::freshName()), KeychainEntryState::Unknown);

        // No prompter can be shown here: QtKeychain says "not found" to a read and "done" to a delete.
        QCOMPARE(codeOf(await(m_keychain->read(name, false))), ErrorCode::KeychainLocked);
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainLocked);
        QCOMPARE(codeOf(await(m_keychain->read(session::freshName(), true))), ErrorCode::KeychainLocked);
        QCOMPARE(codeOf(await(m_keychain->write(name, session::slotSecret(6)))), ErrorCode::AlreadyExists);
        QCOMPARE(codeOf(await(m_keychain->write(session::freshName(), session::slotSecret(6)))), ErrorCode::KeychainDenied);
        QCOMPARE(codeOf(await(m_keychain->remove(name))), ErrorCode::KeychainLocked);
        QCOMPARE(stateOf(name), KeychainEntryState::PresentLocked);

        QVERIFY(session::unlockKeyring());
        verifyStored(name, 5);
    }

    void prompt_theRightPasswordOpensIt()
    {
        const QString name = lockedEntry(20);
        const auto read = m_keychain->read(name, true);
        typeUntilAnswered(read, QStringLiteral("testpw"));
        const auto secret = await(read);
        QVERIFY(secret.has_value());
        QVERIFY(secret->equals(session::slotSecret(20)));
    }

    void prompt_anEntryMayBeWrittenToALockedKeyring()
    {
        QVERIFY(session::lockKeyring());
        const QString name = session::freshName();
        const auto written = m_keychain->write(name, session::slotSecret(21));
        typeUntilAnswered(written, QStringLiteral("testpw"));
        QVERIFY(await(written).has_value());
        verifyStored(name, 21);
    }

    void prompt_leftUnansweredIsATimeout()
    {
        const QString name = lockedEntry(24);
        m_keychain = keychain::makeKeychain(kShort);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainTimeout);
        QVERIFY(clock.elapsed() >= 1'500 && clock.elapsed() < kShortWithSlackMs + 2'000);
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainTimeout);
        // The window outlives the request; what is typed into it late opens the keyring all the same.
        QTRY_VERIFY_WITH_TIMEOUT(session::press(QStringLiteral("testpw")) && isReady(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(await(m_keychain->read(name, false)).has_value(), 60'000);
    }

    // The last of its kind: gcr-prompter refuses every further prompt after a cancelled one, secret-tool's too.
    void prompt_cancelledIsNeitherMissingNorLost()
    {
        const QString name = lockedEntry(22);
        const auto read = m_keychain->read(name, true);
        typeUntilAnswered(read, {});
        QCOMPARE(codeOf(await(read)), ErrorCode::KeychainLocked);
        const auto written = m_keychain->write(session::freshName(), session::slotSecret(23));
        typeUntilAnswered(written, {});
        QCOMPARE(codeOf(await(written)), ErrorCode::KeychainDenied);
        QCOMPARE(codeOf(await(m_keychain->remove(name))), ErrorCode::KeychainLocked);
        QCOMPARE(stateOf(name), KeychainEntryState::PresentLocked);
    }

    void nocollection_isNamed()
    {
        const auto status = await(m_keychain->status()); // starts the daemon: it is only activatable
        QVERIFY(status.has_value());
        QCOMPARE(status->state, KeychainState::NoCollection);
        QCOMPARE(stateOf(session::freshName()), KeychainEntryState::Unknown);
        QCOMPARE(codeOf(await(m_keychain->read(session::freshName(), true))), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(await(m_keychain->write(session::freshName(), session::slotSecret(1)))),
                 ErrorCode::KeychainWriteFailed);
        QCOMPARE(codeOf(await(m_keychain->remove(session::freshName()))), ErrorCode::KeychainUnavailable);
    }

    void noservice_isNamed() { verifyNothingWorks(KeychainState::NoService); }
    void nobus_isNamed() { verifyNothingWorks(KeychainState::NoBus); }

    void hung_answersWithinTheDeadline()
    {
        const QString name = session::freshName();
        QVERIFY(await(m_keychain->write(name, session::slotSecret(7))).has_value());
        m_keychain = keychain::makeKeychain(kShort);
        {
            const session::Stopped daemon(session::keyringProcess());
            const session::Heartbeat heartbeat;
            QElapsedTimer clock;
            clock.start();
            const auto status = await(m_keychain->status());
            QVERIFY(status.has_value());
            QCOMPARE(status->state, KeychainState::NoAnswer);
            QVERIFY2(clock.restart() < kShortWithSlackMs, "status");
            QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainTimeout);
            QVERIFY2(clock.restart() < kShortWithSlackMs, "read");
            QCOMPARE(stateOf(name), KeychainEntryState::Unknown);
            QVERIFY2(clock.elapsed() < kShortWithSlackMs, "entryState");
            QVERIFY(heartbeat.longestMs() < 500);
        }
        m_keychain = keychain::makeKeychain(kPatient);
        verifyStored(name, 7);
    }

    void hung_anUnansweredRequestIsAbandonedAndItsAnswerIgnored()
    {
        const QString name = session::freshName();
        QVERIFY(await(m_keychain->write(name, session::slotSecret(8))).has_value());
        std::optional<session::Stopped> daemon;
        m_keychain = session::interruptedKeychain(kShort, [&] {
            if (!daemon)
                daemon.emplace(session::keyringProcess());
        });
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(codeOf(await(m_keychain->read(name, false))), ErrorCode::KeychainTimeout);
        QVERIFY(clock.restart() < kShortWithSlackMs);
        // Nothing may queue behind it.
        QCOMPARE(codeOf(await(m_keychain->read(name, false))), ErrorCode::KeychainTimeout);
        QCOMPARE(codeOf(await(m_keychain->remove(name))), ErrorCode::KeychainTimeout);
        QVERIFY(clock.elapsed() < 500);

        ::kill(session::keyringProcess(), SIGCONT);
        QTRY_VERIFY_WITH_TIMEOUT(await(m_keychain->read(name, false)).has_value(), 60'000);
    }

    void hung_requestsInTheQueueEndWithTheAbandonedOne()
    {
        const QString name = session::freshName();
        keychain::QtKeychainJobs jobs;
        const session::Stopped daemon(session::keyringProcess());
        const auto first = jobs.run({keychain::JobKind::Read, name, {}}, QDeadlineTimer(300ms));
        const auto second = jobs.run({keychain::JobKind::Read, name, {}}, QDeadlineTimer(60s));
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(codeOf(await(first)), ErrorCode::KeychainTimeout);
        QCOMPARE(codeOf(await(second)), ErrorCode::KeychainTimeout);
        QVERIFY(clock.elapsed() < kShortWithSlackMs);
        QVERIFY(jobs.isStuck());
    }

    void hung_anAnswerMayComeAfterTheKeychainIsGone()
    {
        const QString name = session::freshName();
        QVERIFY(await(m_keychain->write(name, session::slotSecret(9))).has_value());
        {
            const session::Stopped daemon(session::keyringProcess());
            keychain::QtKeychainJobs jobs;
            const auto read = jobs.run({keychain::JobKind::Read, name, {}}, QDeadlineTimer(200ms));
            QCOMPARE(codeOf(await(read)), ErrorCode::KeychainTimeout);
        }
        // QtKeychain runs one job at a time: this one is answered only after the late answer came.
        verifyStored(name, 9);
    }

    void pending_leavingWithUnansweredRequestsDoesNoHarm()
    {
        const QString name = session::freshName();
        QVERIFY(await(m_keychain->write(name, session::slotSecret(10))).has_value());
        m_keychain = session::interruptedKeychain(kShort, [] { ::kill(session::keyringProcess(), SIGSTOP); });
        const auto running = m_keychain->write(session::freshName(), session::slotSecret(11));
        const auto waiting = m_keychain->write(session::freshName(), session::slotSecret(12));
        QCOMPARE(codeOf(await(running)), ErrorCode::KeychainTimeout);
        QCOMPARE(codeOf(await(waiting)), ErrorCode::KeychainTimeout);
        // The program now ends with the job in flight: the sanitizers judge.
    }

    void hungbus_answersWithinTheDeadline()
    {
        m_keychain = keychain::makeKeychain(kShort);
        for (const char *connection : {"not yet connected", "already connected"}) {
            {
                const session::Stopped bus(session::busProcess());
                const session::Heartbeat heartbeat;
                QElapsedTimer clock;
                clock.start();
                const auto status = await(m_keychain->status());
                QVERIFY(status.has_value());
                QCOMPARE(status->state, KeychainState::NoAnswer);
                QVERIFY2(clock.elapsed() < kShortWithSlackMs, connection);
                QVERIFY2(heartbeat.longestMs() < 500, connection);
            }
            QTRY_COMPARE(await(m_keychain->status())->state, KeychainState::NoService);
        }
    }

    // GLib raises SIGTERM when a shared bus connection closes (its exit-on-close property). A vault that is open must not die
    // with the desktop session.
    void buslost_weLiveOn()
    {
        const QString name = session::freshName();
        QVERIFY(await(m_keychain->write(name, session::slotSecret(15))).has_value());
        ::kill(session::busProcess(), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(await(m_keychain->status())->state == KeychainState::NoBus, 20'000);
        // GLib's own thread notices the loss in its own time; nothing tells us when it has.
        QTest::qWait(500);
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainUnavailable);
    }

    void wallet_isNamedAndUsed()
    {
        const QString name = session::freshName();
        auto status = await(m_keychain->status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, KeychainState::Locked);
        QCOMPARE(status->backend, QStringLiteral("KWallet"));
        QCOMPARE(stateOf(name), KeychainEntryState::Unknown);
        QCOMPARE(codeOf(await(m_keychain->read(name, false))), ErrorCode::KeychainLocked);
        QCOMPARE(codeOf(await(m_keychain->remove(name))), ErrorCode::KeychainLocked);

        QVERIFY(await(m_keychain->write(name, session::slotSecret(13))).has_value());
        status = await(m_keychain->status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, KeychainState::Ready);
        verifyStored(name, 13);
        QCOMPARE(stateOf(name), KeychainEntryState::Unknown);
        QCOMPARE(codeOf(await(m_keychain->write(name, session::slotSecret(14)))), ErrorCode::AlreadyExists);

        QVERIFY(session::openWallet(false));
        QCOMPARE(codeOf(await(m_keychain->remove(name))), ErrorCode::KeychainLocked);
        QVERIFY(session::openWallet(true));
        QVERIFY(await(m_keychain->remove(name)).has_value());
        // KWallet's word is no proof, so this is not "missing".
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainUnavailable);
    }

private:
    QString lockedEntry(unsigned char seed)
    {
        const QString name = session::freshName();
        if (!session::unlockKeyring() || !await(m_keychain->write(name, session::slotSecret(seed)))
            || !session::lockKeyring())
            qWarning("no locked entry");
        return name;
    }

    bool isReady()
    {
        const auto status = await(m_keychain->status());
        return status && status->state == KeychainState::Ready;
    }

    // Keys may be lost while the window is still being put up: again and again until the request has its answer.
    template<typename T>
    static void typeUntilAnswered(const base::Async<T> &request, const QString &password)
    {
        QTRY_VERIFY_WITH_TIMEOUT(request.isFinished() || (session::press(password) && request.isFinished()), 60'000);
    }

    KeychainEntryState stateOf(const QString &name)
    {
        const auto state = await(m_keychain->entryState(name));
        if (!state)
            qWarning("entryState ended in an error");
        return state.value_or(KeychainEntryState::Unknown);
    }

    void verifyStored(const QString &name, unsigned char seed)
    {
        const auto secret = await(m_keychain->read(name, false));
        QVERIFY2(secret.has_value(), secret ? "" : base::codeName(secret.error().code).data());
        QVERIFY(secret->equals(session::slotSecret(seed)));
    }

    void verifyNothingWorks(KeychainState expected)
    {
        const auto status = await(m_keychain->status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, expected);
        const QString name = session::freshName();
        QCOMPARE(stateOf(name), KeychainEntryState::Unknown);
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(await(m_keychain->write(name, session::slotSecret(1)))), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(await(m_keychain->remove(name))), ErrorCode::KeychainUnavailable);
    }

    std::unique_ptr<KeySlotSecretStore> m_keychain;
};

int main(int argc, char **argv)
{
    base::initSecureHeap();
    const QCoreApplication app(argc, argv);
    TestKeychainSession test;
    QStringList arguments = QCoreApplication::arguments();
    const QByteArray prefix = qgetenv("LATCHKEY_KEYRING_MODE") + '_';
    const qsizetype before = arguments.size();
    for (int i = 0; i < test.metaObject()->methodCount(); ++i) {
        if (const QByteArray name = test.metaObject()->method(i).name(); name.startsWith(prefix))
            arguments << QString::fromLatin1(name);
    }
    if (arguments.size() == before) {
        qCritical("no test for mode \"%s\": run this program through keyring-session.sh",
                  qgetenv("LATCHKEY_KEYRING_MODE").constData());
        return 1;
    }
    return QTest::qExec(&test, arguments);
}
#include "tst_keychainsession.moc"
