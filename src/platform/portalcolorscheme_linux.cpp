// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/portalcolorscheme.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDeadlineTimer>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace platform {

namespace {

constexpr uint kDark = 1;

/// What the portal says, in the child.
bool ask(const QString &address, int patienceMs)
{
    int count = 0;
    const QCoreApplication application(count, nullptr); // QtDBus asks for one
    QDBusConnection bus = QDBusConnection::connectToBus(address, QStringLiteral("latchkey-portal"));
    QDBusMessage read = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"),
                                                       QStringLiteral("/org/freedesktop/portal/desktop"),
                                                       QStringLiteral("org.freedesktop.portal.Settings"),
                                                       QStringLiteral("Read"));
    read.setArguments({QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme")});
    const QDBusMessage reply = bus.call(read, QDBus::Block, patienceMs);
    QVariant value = reply.arguments().value(0);
    while (value.userType() == qMetaTypeId<QDBusVariant>()) // Read() wraps it twice
        value = value.value<QDBusVariant>().variant();
    return reply.type() == QDBusMessage::ReplyMessage && value.toUInt() == kDark;
}

/// One byte from the child, or nothing in time.
bool readAnswer(int fd, QDeadlineTimer until)
{
    pollfd waited{fd, POLLIN, 0};
    int ready = 0;
    do
        ready = ::poll(&waited, 1, static_cast<int>(until.remainingTime()));
    while (ready < 0 && errno == EINTR && !until.hasExpired());
    char answer = 0;
    return ready > 0 && ::read(fd, &answer, 1) == 1 && answer == 1;
}

} // namespace

bool portalPrefersDark(const QString &sessionBus, std::chrono::milliseconds patience)
{
    if (sessionBus.isEmpty())
        return false;
    const QDeadlineTimer until(patience);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return false;
    const pid_t child = ::fork();
    if (child == 0) {
        const char answer = ask(sessionBus, static_cast<int>(patience.count())) ? 1 : 0;
        // Not exit(): what the parent registered for its end is not the child's to run.
        ::_exit(::write(ends[1], &answer, 1) == 1 ? 0 : 1);
    }
    ::close(ends[1]);
    const bool dark = child > 0 && readAnswer(ends[0], until);
    ::close(ends[0]);
    if (child > 0) {
        ::kill(child, SIGKILL);
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {}
    }
    return dark;
}

} // namespace platform
