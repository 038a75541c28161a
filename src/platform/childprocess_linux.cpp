// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/childprocess_linux.h"

#include "platform/childexec_linux.h"
#include "platform/sealedmemory_linux.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace platform {

namespace {

using base::ErrorCode;

/// Where the sealed descriptor stands in the child.
constexpr int kDocumentDescriptor = 3;
/// Ours are moved out of the way of the numbers that the child uses.
constexpr int kFirstOwnDescriptor = 10;

QString systemText(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

QByteArray nameOf(const QByteArray &entry)
{
    const qsizetype equals = entry.indexOf('=');
    return equals < 0 ? entry : entry.left(equals);
}

bool isVariableName(const QByteArray &name)
{
    return !name.isEmpty() && !name.contains('=') && !name.contains('\0');
}

/// Files that execvp(3) would try. Without PATH in the environment the system's default is used, which lacks the current
/// folder; an empty element of PATH is the current folder.
QByteArrayList candidatesFor(const QByteArray &program, const QByteArrayList &environment)
{
    if (program.contains('/'))
        return {program};
    QByteArray path = "/bin:/usr/bin";
    for (const QByteArray &entry : environment) {
        if (entry.startsWith("PATH=")) {
            path = entry.mid(5);
            break;
        }
    }
    QByteArrayList out;
    for (const QByteArray &folder : path.split(':'))
        out.append(folder.isEmpty() ? "./" + program : folder + '/' + program);
    return out;
}

base::Result<base::SecretBytes> assignment(const QString &name, const base::SecretBytes &value)
{
    const QByteArray utf8 = name.toUtf8();
    if (!isVariableName(utf8))
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("not a variable name: ") + name);
    if (value.exposeText().contains('\0'))
        return base::fail(ErrorCode::InvalidArgument, name + QStringLiteral(": a variable cannot hold a zero byte"));
    base::SecretBuilder out;
    LATCHKEY_CHECK(out.append(base::view(utf8)));
    LATCHKEY_CHECK(out.append("="));
    LATCHKEY_CHECK(out.append(value.exposeBytes()));
    LATCHKEY_CHECK(out.append(std::string_view("\0", 1)));
    return out.take();
}

OwnedDescriptor movedUp(const OwnedDescriptor &fd)
{
    return OwnedDescriptor(::fcntl(fd.get(), F_DUPFD_CLOEXEC, kFirstOwnDescriptor));
}

std::vector<char *> pointers(QByteArrayList &texts)
{
    std::vector<char *> out;
    std::ranges::transform(texts, std::back_inserter(out), [](QByteArray &text) { return text.data(); });
    return out;
}

} // namespace

OwnedDescriptor &OwnedDescriptor::operator=(OwnedDescriptor &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

OwnedDescriptor::~OwnedDescriptor()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

base::Result<ChildProcess> ChildProcess::prepare(service::ports::ChildSpec spec)
{
    if (spec.command.isEmpty() || spec.command.first().isEmpty())
        return base::fail(ErrorCode::CommandNotFound);
    const auto hasNul = [](const QByteArray &text) { return text.contains('\0'); };
    if (std::ranges::any_of(spec.command, hasNul) || std::ranges::any_of(spec.inherited, hasNul))
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("a zero byte in the command or its environment"));
    ChildProcess out;
    out.m_candidates = candidatesFor(spec.command.first(), spec.inherited);
    out.m_arguments = std::move(spec.command);
    for (const QByteArray &entry : std::as_const(spec.inherited)) {
        const bool replaced = spec.secrets.contains(QString::fromUtf8(nameOf(entry)));
        if (!replaced && nameOf(entry) != "LATCHKEY_FD")
            out.m_plain.append(entry);
    }
    LATCHKEY_CHECK(out.takeSecrets(spec));
    return out;
}

base::Result<void> ChildProcess::takeSecrets(service::ports::ChildSpec &spec)
{
    if (spec.delivery == service::ports::SecretDelivery::Variables) {
        for (const auto &[name, value] : spec.secrets) {
            LATCHKEY_TRY(base::SecretBytes entry, assignment(name, value));
            m_secrets.push_back(std::move(entry));
        }
        return {};
    }
    LATCHKEY_TRY(const base::SecretBytes json, base::writeSecretObject(spec.secrets));
    LATCHKEY_TRY(const int fd, sealedMemory(json));
    const OwnedDescriptor made(fd);
    m_document = movedUp(made);
    if (!m_document.isOpen())
        return base::fail(ErrorCode::IoFailure, systemText(errno));
    m_plain.append("LATCHKEY_FD=" + QByteArray::number(kDocumentDescriptor));
    return {};
}

base::Result<StartedChild> ChildProcess::start(const CallerState &caller)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return base::fail(ErrorCode::IoFailure, systemText(errno));
    OwnedDescriptor readEnd(ends[0]);
    const OwnedDescriptor lowWriteEnd(ends[1]);
    const OwnedDescriptor writeEnd = movedUp(lowWriteEnd);
    if (!writeEnd.isOpen())
        return base::fail(ErrorCode::IoFailure, systemText(errno));

    std::vector<char *> arguments = pointers(m_arguments);
    arguments.push_back(nullptr);
    std::vector<char *> environment = pointers(m_plain);
    for (base::SecretBytes &entry : m_secrets)
        environment.push_back(reinterpret_cast<char *>(entry.exposeForWriting().data()));
    environment.push_back(nullptr);
    const std::vector<char *> files = pointers(m_candidates);
    const ExecPlan plan = makeExecPlan(caller,
                                       {files, arguments.data(), environment.data(), m_document.get(), writeEnd.get()});

    sigset_t all;
    sigset_t former;
    ::sigfillset(&all);
    // No handler of ours may run in the child: it would write into the pipe that it shares with us.
    ::pthread_sigmask(SIG_SETMASK, &all, &former);
    const pid_t pid = ::fork();
    if (pid == 0)
        executeChild(plan);
    const int forkError = errno;
    ::pthread_sigmask(SIG_SETMASK, &former, nullptr);
    if (pid < 0)
        return base::fail(ErrorCode::IoFailure, systemText(forkError));
    return StartedChild{pid, std::move(readEnd), m_arguments.first(), m_candidates};
}

base::Error StartedChild::startError(int number) const
{
    const QString name = QFile::decodeName(program);
    // "No such file" for a file that is there: its interpreter or loader is missing.
    const auto exists = [](const QByteArray &file) { return ::access(file.constData(), F_OK) == 0; };
    if (number == ENOENT && std::ranges::none_of(candidates, exists))
        return {ErrorCode::CommandNotFound, name};
    return {ErrorCode::CommandNotExecutable, name + QStringLiteral(": ") + systemText(number)};
}

} // namespace platform
