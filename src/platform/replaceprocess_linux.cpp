// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/replaceprocess.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace platform {

namespace {

void putBack(const CallerState &caller) noexcept
{
    ::umask(static_cast<mode_t>(caller.fileModeMask));
    rlimit core{};
    if (::getrlimit(RLIMIT_CORE, &core) == 0) {
        core.rlim_cur = caller.coreLimit;
        ::setrlimit(RLIMIT_CORE, &core);
    }
}

} // namespace

base::Error replaceProcess(const QString &program, char *const *arguments, const std::optional<CallerState> &caller)
{
    // Not argv[0], which is whatever the caller wrote there.
    const QFileInfo self(QFile::symLinkTarget(QStringLiteral("/proc/self/exe")));
    const QString path = QDir::cleanPath(self.absolutePath() + QLatin1Char('/') + program);
    if (caller)
        putBack(*caller);
    ::execv(QFile::encodeName(path).constData(), arguments);
    return {base::ErrorCode::IoFailure, path};
}

} // namespace platform
