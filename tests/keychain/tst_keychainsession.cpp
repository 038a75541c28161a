// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The adapter against real daemons. keyring-session.sh MODE sets the scene; this program runs the functions whose name begins
// with that mode, and fails when there are none.
#include "keychain/keychainfactory.h"
#include "keychain/qtkeychainjobs.h"
#include "keychain/secretserviceprobe.h"
#include "keychain/systemkeychain.h"

#include "await.h"
#include "support/testmain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QElapsedTimer>
#include <QLocalSocket>
#include <QMetaMethod>
#include <QObject>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <csignal>
#include <functional>

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

QString freshName()
{
    const auto id = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    return QStringLiteral("latchkey/%1/%2").arg(id(), id());
}

// 32 bytes with everything that text handling would spoil: NULs, high bytes, line ends.
SecretBytes slotSecret(unsigned char seed)
{
    SecretBytes out = *SecretBytes::allocate(32);
    unsigned char value = seed;
    for (unsigned char &byte : out.exposeForWriting())
        byte = std::exchange(value, static_cast<unsigned char>(value * 13 + 10));
    out.exposeForWriting()[7] = 0;
    return out;
}

pid_t processFromEnvironment(const char *variable)
{
    return static_cast<pid_t>(qEnvironmentVariableIntValue(variable));
}

/// Stops a process as long as it lives.
class Stopped final {
public:
    explicit Stopped(pid_t process) : m_process(process) { ::kill(m_process, SIGSTOP); }
    ~Stopped() { ::kill(m_process, SIGCONT); }
    Q_DISABLE_COPY_MOVE(Stopped)

private:
    pid_t m_process;
};

/// Looks at the real service, then does something before the answer reaches the keychain: the daemon falls silent between the
/// look and the job.
class InterruptingProbe final : public keychain::ServiceProbe {
public:
    explicit InterruptingProbe(std::function<void()> afterLook) : m_afterLook(std::move(afterLook)) {}
    base::Async<keychain::ServiceView> look(const QString &name, QDeadlineTimer until) override
    {
        return base::chain(m_probe.look(name, until), &m_probe, [this](keychain::ServiceView view) {
            m_afterLook();
            return base::ready<keychain::ServiceView>(std::move(view));
        });
    }

private:
    std::function<void()> m_afterLook;
    keychain::SecretServiceProbe m_probe;
};

std::unique_ptr<KeySlotSecretStore> keychainThatIsInterrupted(std::function<void()> afterLook)
{
    return std::make_unique<keychain::SystemKeychain>(std::make_unique<InterruptingProbe>(std::move(afterLook)),
                                                      std::make_unique<keychain::QtKeychainJobs>(), kShort);
}

QDBusMessage call(const QString &service, const QString &path, const QString &interface, const QString &method,
                  const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

bool lockKeyring()
{
    const QList<QDBusObjectPath> all{QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))};
    const QDBusMessage reply
        = call(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
               QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"), {QVariant::fromValue(all)});
    return reply.type() == QDBusMessage::ReplyMessage;
}

// As the login screen's PAM module does it, on the daemon's control socket: a byte that carries the sender's identity, then
// length, operation (1 = unlock) and password, big-endian.
bool unlockKeyring()
{
    QLocalSocket login;
    login.connectToServer(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/keyring/control"));
    if (!login.waitForConnected())
        return false;
    const QByteArray password("testpw");
    base::CanonicalWriter request;
    request.u8(0).u32(static_cast<std::uint32_t>(12 + password.size())).u32(1).sized(base::view(password));
    login.write(request.bytes());
    while (login.bytesAvailable() < 8) {
        if (!login.waitForReadyRead(20'000))
            return false;
    }
    return login.readAll() == QByteArray("\0\0\0\10\0\0\0\0", 8);
}

bool openWallet(bool open)
{
    const QDBusMessage reply
        = call(QStringLiteral("org.kde.kwalletd5"), QStringLiteral("/modules/kwalletd5"), QStringLiteral("org.kde.KWallet"),
               QStringLiteral("setOpen"), {open});
    return reply.type() == QDBusMessage::ReplyMessage;
}

/// Longest time in which the event loop did not turn.
class Heartbeat final {
public:
    Heartbeat()
    {
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(10ms);
    }
    [[nodiscard]] qint64 longestMs() const { return std::max(m_longest, m_clock.elapsed()); }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

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
        const QString name = freshName();
        QCOMPARE(stateOf(name), KeychainEntryState::Absent);
        QVERIFY(await(m_keychain->write(name, slotSecret(1))).has_value());
        QCOMPARE(stateOf(name), KeychainEntryState::Present);
        verifyStored(name, 1);
        QVERIFY(await(m_keychain->remove(name)).has_value());
        QCOMPARE(stateOf(name), KeychainEntryState::Absent);
    }

    void unlocked_aMissingEntryIsMissing()
    {
        const QString name = freshName();
        QCOMPARE(codeOf(await(m_keychain->read(name, false))), ErrorCode::KeychainEntryMissing);
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainEntryMissing);
        QVERIFY(await(m_keychain->remove(name)).has_value());
    }

    void unlocked_nothingIsOverwritten()
    {
        const QString name = freshName();
        QVERIFY(await(m_keychain->write(name, slotSecret(1))).has_value());
        QCOMPARE(codeOf(await(m_keychain->write(name, slotSecret(2)))), ErrorCode::AlreadyExists);
        verifyStored(name, 1);
    }

    void unlocked_aSecondVaultHasItsOwnEntries()
    {
        const QString first = freshName();
        const QString second = freshName();
        QVERIFY(await(m_keychain->write(first, slotSecret(3))).has_value());
        QVERIFY(await(m_keychain->write(second, slotSecret(4))).has_value());
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
            names << freshName();
            writes.push_back(m_keychain->write(names.last(), slotSecret(seed)));
        }
        for (const auto &written : writes)
            QVERIFY(await(written).has_value());
        for (unsigned char seed = 1; seed <= 4; ++seed)
            verifyStored(names.at(seed - 1), seed);
    }

    void locked_tellsWhatIsThereAndLeavesItAlone()
    {
        const QString name = freshName();
        QVERIFY(await(m_keychain->write(name, slotSecret(5))).has_value());
        QVERIFY(lockKeyring());

        const auto status = await(m_keychain->status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, KeychainState::Locked);
        QCOMPARE(stateOf(name), KeychainEntryState::PresentLocked);
        QCOMPARE(stateOf(freshName()), KeychainEntryState::Unknown);

        // No prompter can be shown here: QtKeychain says "not found" to a read and "done" to a delete.
        QCOMPARE(codeOf(await(m_keychain->read(name, false))), ErrorCode::KeychainLocked);
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainLocked);
        QCOMPARE(codeOf(await(m_keychain->read(freshName(), true))), ErrorCode::KeychainLocked);
        QCOMPARE(codeOf(await(m_keychain->write(name, slotSecret(6)))), ErrorCode::AlreadyExists);
        QCOMPARE(codeOf(await(m_keychain->write(freshName(), slotSecret(6)))), ErrorCode::KeychainDenied);
        QCOMPARE(codeOf(await(m_keychain->remove(name))), ErrorCode::KeychainLocked);
        QCOMPARE(stateOf(name), KeychainEntryState::PresentLocked);

        QVERIFY(unlockKeyring());
        verifyStored(name, 5);
    }

    void nocollection_isNamed()
    {
        const auto status = await(m_keychain->status()); // starts the daemon: it is only activatable
        QVERIFY(status.has_value());
        QCOMPARE(status->state, KeychainState::NoCollection);
        QCOMPARE(stateOf(freshName()), KeychainEntryState::Unknown);
        QCOMPARE(codeOf(await(m_keychain->read(freshName(), true))), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(await(m_keychain->write(freshName(), slotSecret(1)))), ErrorCode::KeychainWriteFailed);
        QCOMPARE(codeOf(await(m_keychain->remove(freshName()))), ErrorCode::KeychainUnavailable);
    }

    void noservice_isNamed() { verifyNothingWorks(KeychainState::NoService); }
    void nobus_isNamed() { verifyNothingWorks(KeychainState::NoBus); }

    void hung_answersWithinTheDeadline()
    {
        const QString name = freshName();
        QVERIFY(await(m_keychain->write(name, slotSecret(7))).has_value());
        m_keychain = keychain::makeKeychain(kShort);
        {
            const Stopped daemon(processFromEnvironment("LATCHKEY_KEYRING_PID"));
            const Heartbeat heartbeat;
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
        const QString name = freshName();
        QVERIFY(await(m_keychain->write(name, slotSecret(8))).has_value());
        std::optional<Stopped> daemon;
        m_keychain = keychainThatIsInterrupted([&] {
            if (!daemon)
                daemon.emplace(processFromEnvironment("LATCHKEY_KEYRING_PID"));
        });
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(codeOf(await(m_keychain->read(name, false))), ErrorCode::KeychainTimeout);
        QVERIFY(clock.restart() < kShortWithSlackMs);
        // Nothing may queue behind it.
        QCOMPARE(codeOf(await(m_keychain->read(name, false))), ErrorCode::KeychainTimeout);
        QCOMPARE(codeOf(await(m_keychain->remove(name))), ErrorCode::KeychainTimeout);
        QVERIFY(clock.elapsed() < 500);

        ::kill(processFromEnvironment("LATCHKEY_KEYRING_PID"), SIGCONT);
        QTRY_VERIFY_WITH_TIMEOUT(await(m_keychain->read(name, false)).has_value(), 60'000);
    }

    void hung_requestsInTheQueueEndWithTheAbandonedOne()
    {
        const QString name = freshName();
        keychain::QtKeychainJobs jobs;
        const Stopped daemon(processFromEnvironment("LATCHKEY_KEYRING_PID"));
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
        const QString name = freshName();
        QVERIFY(await(m_keychain->write(name, slotSecret(9))).has_value());
        {
            const Stopped daemon(processFromEnvironment("LATCHKEY_KEYRING_PID"));
            keychain::QtKeychainJobs jobs;
            const auto read = jobs.run({keychain::JobKind::Read, name, {}}, QDeadlineTimer(200ms));
            QCOMPARE(codeOf(await(read)), ErrorCode::KeychainTimeout);
        }
        // QtKeychain runs one job at a time: this one is answered only after the late answer came.
        verifyStored(name, 9);
    }

    void pending_leavingWithUnansweredRequestsDoesNoHarm()
    {
        const QString name = freshName();
        QVERIFY(await(m_keychain->write(name, slotSecret(10))).has_value());
        m_keychain = keychainThatIsInterrupted([] { ::kill(processFromEnvironment("LATCHKEY_KEYRING_PID"), SIGSTOP); });
        const auto running = m_keychain->write(freshName(), slotSecret(11));
        const auto waiting = m_keychain->write(freshName(), slotSecret(12));
        QCOMPARE(codeOf(await(running)), ErrorCode::KeychainTimeout);
        QCOMPARE(codeOf(await(waiting)), ErrorCode::KeychainTimeout);
        // The program now ends with the job in flight: the sanitizers judge.
    }

    void hungbus_answersWithinTheDeadline()
    {
        m_keychain = keychain::makeKeychain(kShort);
        for (const char *connection : {"not yet connected", "already connected"}) {
            {
                const Stopped bus(processFromEnvironment("LATCHKEY_BUS_PID"));
                const Heartbeat heartbeat;
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

    void wallet_isNamedAndUsed()
    {
        const QString name = freshName();
        auto status = await(m_keychain->status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, KeychainState::Locked);
        QCOMPARE(status->backend, QStringLiteral("KWallet"));
        QCOMPARE(stateOf(name), KeychainEntryState::Unknown);
        QCOMPARE(codeOf(await(m_keychain->read(name, false))), ErrorCode::KeychainLocked);
        QCOMPARE(codeOf(await(m_keychain->remove(name))), ErrorCode::KeychainLocked);

        QVERIFY(await(m_keychain->write(name, slotSecret(13))).has_value());
        status = await(m_keychain->status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, KeychainState::Ready);
        verifyStored(name, 13);
        QCOMPARE(stateOf(name), KeychainEntryState::Unknown);
        QCOMPARE(codeOf(await(m_keychain->write(name, slotSecret(14)))), ErrorCode::AlreadyExists);

        QVERIFY(openWallet(false));
        QCOMPARE(codeOf(await(m_keychain->remove(name))), ErrorCode::KeychainLocked);
        QVERIFY(openWallet(true));
        QVERIFY(await(m_keychain->remove(name)).has_value());
        // KWallet's word is no proof, so this is not "missing".
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainUnavailable);
    }

private:
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
        QVERIFY(secret->equals(slotSecret(seed)));
    }

    void verifyNothingWorks(KeychainState expected)
    {
        const auto status = await(m_keychain->status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, expected);
        const QString name = freshName();
        QCOMPARE(stateOf(name), KeychainEntryState::Unknown);
        QCOMPARE(codeOf(await(m_keychain->read(name, true))), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(await(m_keychain->write(name, slotSecret(1)))), ErrorCode::KeychainUnavailable);
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
        qCritical("no test for mode \"%s\": run this program through keyring-session.sh", qgetenv("LATCHKEY_KEYRING_MODE").constData());
        return 1;
    }
    return QTest::qExec(&test, arguments);
}
#include "tst_keychainsession.moc"
