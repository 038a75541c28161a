// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionhelpers.h"

#include "keychain/qtkeychainjobs.h"
#include "keychain/secretserviceprobe.h"
#include "keychain/systemkeychain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QLocalSocket>
#include <QObject>
#include <QProcess>
#include <QTest>
#include <QUuid>

#include <algorithm>
#include <csignal>

using base::SecretBytes;
using namespace std::chrono_literals;

namespace session {

namespace {

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

QDBusMessage call(const QString &service, const QString &path, const QString &interface, const QString &method,
                  const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

} // namespace

QString freshName()
{
    const auto id = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    return QStringLiteral("latchkey/%1/%2").arg(id(), id());
}

SecretBytes slotSecret(unsigned char seed)
{
    SecretBytes out = *SecretBytes::allocate(32);
    unsigned char value = seed;
    for (unsigned char &byte : out.exposeForWriting())
        byte = std::exchange(value, static_cast<unsigned char>(value * 13 + 10));
    out.exposeForWriting()[7] = 0;
    return out;
}

pid_t keyringProcess()
{
    return static_cast<pid_t>(qEnvironmentVariableIntValue("LATCHKEY_KEYRING_PID"));
}

pid_t busProcess()
{
    return static_cast<pid_t>(qEnvironmentVariableIntValue("LATCHKEY_BUS_PID"));
}

Stopped::Stopped(pid_t process) : m_process(process)
{
    ::kill(m_process, SIGSTOP);
}

Stopped::~Stopped()
{
    ::kill(m_process, SIGCONT);
}

Heartbeat::Heartbeat()
{
    m_clock.start();
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_longest = std::max(m_longest, m_clock.restart()); });
    m_timer.start(10ms);
}

qint64 Heartbeat::longestMs() const
{
    return std::max(m_longest, m_clock.elapsed());
}

std::unique_ptr<vault::ports::KeySlotSecretStore> interruptedKeychain(keychain::KeychainDeadlines deadlines,
                                                                      std::function<void()> afterLook)
{
    return std::make_unique<keychain::SystemKeychain>(std::make_unique<InterruptingProbe>(std::move(afterLook)),
                                                      std::make_unique<keychain::QtKeychainJobs>(), deadlines);
}

bool lockKeyring()
{
    const QList<QDBusObjectPath> all{QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))};
    const QDBusMessage reply = call(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                                    QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"),
                                    {QVariant::fromValue(all)});
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

bool press(const QString &password)
{
    QStringList arguments{QStringLiteral("search"),
                          QStringLiteral("--onlyvisible"),
                          QStringLiteral("--class"),
                          QStringLiteral("gcr-prompter"),
                          QStringLiteral("windowfocus"),
                          QStringLiteral("key"),
                          password.isEmpty() ? QStringLiteral("Escape") : QStringLiteral("ctrl+a")};
    if (!password.isEmpty())
        arguments += QStringList{QStringLiteral("type"), QStringLiteral("--args"), QStringLiteral("1"), password,
                                 QStringLiteral("key"),  QStringLiteral("Return")};
    QProcess::execute(QStringLiteral("xdotool"), arguments);
    (void)QTest::qWaitFor([] { return false; }, 300);
    return true;
}

bool openWallet(bool open)
{
    const QDBusMessage reply = call(QStringLiteral("org.kde.kwalletd5"), QStringLiteral("/modules/kwalletd5"),
                                    QStringLiteral("org.kde.KWallet"), QStringLiteral("setOpen"), {open});
    return reply.type() == QDBusMessage::ReplyMessage;
}

} // namespace session
