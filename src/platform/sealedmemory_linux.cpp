// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sealedmemory_linux.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace platform {

namespace {

base::Error systemError()
{
    return {base::ErrorCode::IoFailure, QStringLiteral("memfd: ") + QString::fromLocal8Bit(std::strerror(errno))};
}

bool writeAll(int fd, base::ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

base::Result<int> sealedMemory(const base::SecretBytes &content)
{
    const int fd = ::memfd_create("latchkey", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (fd < 0)
        return std::unexpected(systemError());
    const bool done = writeAll(fd, content.exposeBytes())
        && ::fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) == 0
        && ::lseek(fd, 0, SEEK_SET) == 0;
    if (!done) {
        const base::Error error = systemError();
        ::close(fd);
        return std::unexpected(error);
    }
    return fd;
}

} // namespace platform
