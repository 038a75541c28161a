// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <expected>
#include <utility>

namespace base {

/// Every way in which an operation can end without its result. Expected outcomes (not found, locked, wrong passphrase)
/// stand beside faults; a code alone decides the exit status, the words and the JSON name.
enum class ErrorCode {
    // usage
    InvalidArgument,
    InvalidName,
    InvalidReference,
    InvalidJson,
    MissingField,
    EmptyField,
    WeakPassphrase,
    NotATerminal,
    AmbiguousField,
    UnsupportedProfile,
    NoAgent,
    // locked
    Locked,
    LockedByAgent,
    WrongPassphrase,
    NoWayIn,
    KdfTooCostly,
    // not found
    NotFound,
    FieldNotFound,
    VersionNotFound,
    UnknownExchange,
    UnknownProvider,
    NotInitialized,
    // refused
    ConsentRequired,
    Denied,
    NoMatch,
    // verdicts
    CredentialRefused,
    // could not be checked
    NetworkFailure,
    TlsFailure,
    TimedOut,
    ResponseTooLarge,
    RedirectRefused,
    InsecureTransport,
    BadResponse,
    // integrity
    IntegrityFailure,
    NotAVault,
    OlderThanLastSeen,
    NewerFormat,
    // keychain
    KeychainUnavailable,
    KeychainLocked,
    KeychainEntryMissing,
    KeychainEntryChanged,
    KeychainDenied,
    KeychainTimeout,
    KeychainWriteFailed,
    // conflict
    AlreadyExists,
    Conflict,
    // faults
    IoFailure,
    DiskFull,
    ReadOnly,
    Busy,
    CannotAudit,
    OutOfSecureMemory,
    CryptoFailure,
    UnsafePermissions,
    Cancelled,
    CommandNotFound,
    CommandNotExecutable,
    Internal,
};

/// Machine-readable name of a code, for example "wrong_passphrase". Stable: scripts match it.
[[nodiscard]] QLatin1StringView codeName(ErrorCode code) noexcept;

/// The code of a name that codeName() gave; Internal for an unknown one (an agent of another version).
[[nodiscard]] ErrorCode codeFromName(QStringView name) noexcept;

/// Why an operation failed. `detail` is technical context for people (a name, a path, a database code) and never holds a
/// secret; words for people are made from the code in service/words.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T>
using Result = std::expected<T, Error>;

/// Shorthand for returning an error from a function that returns a Result.
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return std::unexpected(Error{code, std::move(detail)});
}

} // namespace base

// GCC 12's std::expected has no and_then; these two keep the straight path straight. __COUNTER__, not __LINE__: a lambda with
// such lines of its own inside the argument of another has one line number for all of them.
#define LATCHKEY_CONCAT_(a, b) a##b
#define LATCHKEY_CONCAT(a, b) LATCHKEY_CONCAT_(a, b)
#define LATCHKEY_TRY_(tmp, decl, ...)                                                                                       \
    auto tmp = (__VA_ARGS__);                                                                                               \
    if (!tmp)                                                                                                               \
        return std::unexpected(std::move(tmp).error());                                                                     \
    decl = *std::move(tmp)
#define LATCHKEY_CHECK_(tmp, ...)                                                                                           \
    if (auto tmp = (__VA_ARGS__); !tmp)                                                                                     \
    return std::unexpected(std::move(tmp).error())

/// `LATCHKEY_TRY(auto key, derive(...))`: declares from a Result's value or returns its error.
#define LATCHKEY_TRY(decl, ...) LATCHKEY_TRY_(LATCHKEY_CONCAT(latchkeyTry, __COUNTER__), decl, __VA_ARGS__)

/// `LATCHKEY_CHECK(write(...))`: returns the error of a Result whose value does not matter.
#define LATCHKEY_CHECK(...) LATCHKEY_CHECK_(LATCHKEY_CONCAT(latchkeyCheck, __COUNTER__), __VA_ARGS__)
