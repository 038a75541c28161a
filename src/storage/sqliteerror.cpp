// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteerror.h"

namespace storage {

namespace {

using base::ErrorCode;

// Primary codes are the low byte; Qt turns extended codes on.
constexpr int kError = 1;
constexpr int kPrimaryMask = 0xff;
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kProtocol = 15; // the race for the WAL index was lost too often
constexpr int kConstraint = 19;
constexpr int kMismatch = 20;
constexpr int kNotADatabase = 26;
constexpr int kReadOnlyMoved = 1032;
constexpr int kIoErrorWrite = 778;
constexpr int kIoErrorShmSize = 4874;
constexpr int kConstraintPrimaryKey = 1555;
constexpr int kConstraintUnique = 2067;

int nativeCode(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    return isNumber ? code : 0;
}

ErrorCode constraintCode(int code)
{
    return code == kConstraintPrimaryKey || code == kConstraintUnique ? ErrorCode::Conflict : ErrorCode::InvalidArgument;
}

ErrorCode meaning(int code)
{
    if (code == kReadOnlyMoved)
        return ErrorCode::IoFailure;
    if (code == kIoErrorShmSize) // how a disk without room for the -shm file looks
        return ErrorCode::DiskFull;
    switch (code & kPrimaryMask) {
    case kBusy:
    case kLocked:
    case kProtocol:
        return ErrorCode::Busy;
    case kReadOnly:
        return ErrorCode::ReadOnly;
    case kError: // our statements are always the same: what is wrong is the file they meet
    case kCorrupt:
    case kMismatch:
        return ErrorCode::IntegrityFailure;
    case kFull:
        return ErrorCode::DiskFull;
    case kConstraint:
        return constraintCode(code);
    case kNotADatabase:
        return ErrorCode::NotAVault;
    default:
        return ErrorCode::IoFailure;
    }
}

} // namespace

base::Error sqliteError(const QSqlError &error, const QString &what)
{
    const int code = nativeCode(error);
    return {meaning(code), QStringLiteral("%1: %2 (SQLite %3)").arg(what, error.databaseText()).arg(code)};
}

bool isFailedWrite(const QSqlError &error)
{
    return nativeCode(error) == kIoErrorWrite;
}

bool isRefused(const QSqlError &error)
{
    return (nativeCode(error) & kPrimaryMask) == kError;
}

bool isOutOfSpace(const QSqlError &error)
{
    return meaning(nativeCode(error)) == ErrorCode::DiskFull;
}

std::unexpected<base::Error> damaged(const QString &what)
{
    return base::fail(ErrorCode::IntegrityFailure, what);
}

} // namespace storage
