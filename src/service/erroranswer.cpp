// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/erroranswer.h"

#include "service/words.h"

#include <algorithm>

namespace service::json {

namespace {

using base::ErrorCode;

struct ExitRow {
    int status;
    QList<ErrorCode> codes;
};

} // namespace

QJsonObject errorObject(const base::Error &error)
{
    const words::Message message = words::forError(error);
    return {{QStringLiteral("error"),
             QJsonObject{{QStringLiteral("code"), QString(base::codeName(error.code))},
                         {QStringLiteral("message"), message.text},
                         {QStringLiteral("hint"), message.hint}}}};
}

int exitStatus(ErrorCode code) noexcept
{
    using enum ErrorCode;
    static const QList<ExitRow> kRows{
        ExitRow{2,
                {InvalidArgument, InvalidName, InvalidReference, InvalidJson, MissingField, EmptyField, WeakPassphrase,
                 NotATerminal, AmbiguousField, UnsupportedProfile, NoAgent, UnknownExchange, UnknownProvider,
                 InsecureTransport}},
        ExitRow{3, {Locked, LockedByAgent, WrongPassphrase, NoWayIn, KdfTooCostly}},
        ExitRow{4, {NotFound, FieldNotFound, VersionNotFound, NotInitialized}},
        ExitRow{5, {ConsentRequired, Denied, NoMatch}},
        ExitRow{6, {CredentialRefused}},
        ExitRow{7, {NetworkFailure, TlsFailure, TimedOut, ResponseTooLarge, RedirectRefused, BadResponse}},
        ExitRow{8, {IntegrityFailure, NotAVault, OlderThanLastSeen, NewerFormat}},
        ExitRow{9,
                {KeychainUnavailable, KeychainLocked, KeychainEntryMissing, KeychainEntryChanged, KeychainDenied,
                 KeychainTimeout, KeychainWriteFailed}},
        ExitRow{10, {AlreadyExists, Conflict}},
        ExitRow{126, {CommandNotExecutable}},
        ExitRow{127, {CommandNotFound}},
    };
    for (const ExitRow &row : kRows) {
        if (std::ranges::find(row.codes, code) != row.codes.end())
            return row.status;
    }
    return 1;
}

} // namespace service::json
