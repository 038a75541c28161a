// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/systemerror.h"

#include <cerrno>
#include <cstring>

namespace base {

std::unexpected<Error> systemError(int number, const QString &path)
{
    ErrorCode code = ErrorCode::IoFailure;
    if (number == ENOSPC || number == EDQUOT || number == EFBIG)
        code = ErrorCode::DiskFull;
    else if (number == EROFS)
        code = ErrorCode::ReadOnly;
    else if (number == EEXIST)
        code = ErrorCode::AlreadyExists;
    return fail(code, QStringLiteral("%1: %2").arg(path, QString::fromLocal8Bit(std::strerror(number))));
}

} // namespace base
