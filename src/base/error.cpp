// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <algorithm>
#include <array>

namespace base {

namespace {

struct CodeName {
    ErrorCode code;
    QLatin1StringView name;
};

constexpr std::array kCodeNames{
    CodeName{ErrorCode::InvalidArgument, QLatin1StringView("invalid_argument")},
    CodeName{ErrorCode::InvalidName, QLatin1StringView("invalid_name")},
    CodeName{ErrorCode::InvalidReference, QLatin1StringView("invalid_reference")},
    CodeName{ErrorCode::InvalidJson, QLatin1StringView("invalid_json")},
    CodeName{ErrorCode::MissingField, QLatin1StringView("missing_field")},
    CodeName{ErrorCode::EmptyField, QLatin1StringView("empty_field")},
    CodeName{ErrorCode::WeakPassphrase, QLatin1StringView("weak_passphrase")},
    CodeName{ErrorCode::NotATerminal, QLatin1StringView("not_a_terminal")},
    CodeName{ErrorCode::AmbiguousField, QLatin1StringView("ambiguous_field")},
    CodeName{ErrorCode::UnsupportedProfile, QLatin1StringView("unsupported_profile")},
    CodeName{ErrorCode::NoAgent, QLatin1StringView("no_agent")},
    CodeName{ErrorCode::Locked, QLatin1StringView("locked")},
    CodeName{ErrorCode::LockedByAgent, QLatin1StringView("locked_by_agent")},
    CodeName{ErrorCode::WrongPassphrase, QLatin1StringView("wrong_passphrase")},
    CodeName{ErrorCode::NoWayIn, QLatin1StringView("no_way_in")},
    CodeName{ErrorCode::KdfTooCostly, QLatin1StringView("kdf_too_costly")},
    CodeName{ErrorCode::NotFound, QLatin1StringView("not_found")},
    CodeName{ErrorCode::FieldNotFound, QLatin1StringView("field_not_found")},
    CodeName{ErrorCode::VersionNotFound, QLatin1StringView("version_not_found")},
    CodeName{ErrorCode::UnknownExchange, QLatin1StringView("unknown_exchange")},
    CodeName{ErrorCode::UnknownProvider, QLatin1StringView("unknown_provider")},
    CodeName{ErrorCode::NotInitialized, QLatin1StringView("not_initialized")},
    CodeName{ErrorCode::ConsentRequired, QLatin1StringView("consent_required")},
    CodeName{ErrorCode::Denied, QLatin1StringView("denied")},
    CodeName{ErrorCode::NoMatch, QLatin1StringView("no_match")},
    CodeName{ErrorCode::CredentialRefused, QLatin1StringView("credential_refused")},
    CodeName{ErrorCode::NetworkFailure, QLatin1StringView("network_failure")},
    CodeName{ErrorCode::TlsFailure, QLatin1StringView("tls_failure")},
    CodeName{ErrorCode::TimedOut, QLatin1StringView("timed_out")},
    CodeName{ErrorCode::ResponseTooLarge, QLatin1StringView("response_too_large")},
    CodeName{ErrorCode::RedirectRefused, QLatin1StringView("redirect_refused")},
    CodeName{ErrorCode::InsecureTransport, QLatin1StringView("insecure_transport")},
    CodeName{ErrorCode::BadResponse, QLatin1StringView("bad_response")},
    CodeName{ErrorCode::IntegrityFailure, QLatin1StringView("integrity_failure")},
    CodeName{ErrorCode::NotAVault, QLatin1StringView("not_a_vault")},
    CodeName{ErrorCode::OlderThanLastSeen, QLatin1StringView("older_than_last_seen")},
    CodeName{ErrorCode::NewerFormat, QLatin1StringView("newer_format")},
    CodeName{ErrorCode::KeychainUnavailable, QLatin1StringView("keychain_unavailable")},
    CodeName{ErrorCode::KeychainLocked, QLatin1StringView("keychain_locked")},
    CodeName{ErrorCode::KeychainEntryMissing, QLatin1StringView("keychain_entry_missing")},
    CodeName{ErrorCode::KeychainEntryChanged, QLatin1StringView("keychain_entry_changed")},
    CodeName{ErrorCode::KeychainDenied, QLatin1StringView("keychain_denied")},
    CodeName{ErrorCode::KeychainTimeout, QLatin1StringView("keychain_timeout")},
    CodeName{ErrorCode::KeychainWriteFailed, QLatin1StringView("keychain_write_failed")},
    CodeName{ErrorCode::AlreadyExists, QLatin1StringView("already_exists")},
    CodeName{ErrorCode::Conflict, QLatin1StringView("conflict")},
    CodeName{ErrorCode::IoFailure, QLatin1StringView("io_failure")},
    CodeName{ErrorCode::DiskFull, QLatin1StringView("disk_full")},
    CodeName{ErrorCode::ReadOnly, QLatin1StringView("read_only")},
    CodeName{ErrorCode::Busy, QLatin1StringView("busy")},
    CodeName{ErrorCode::CannotAudit, QLatin1StringView("cannot_audit")},
    CodeName{ErrorCode::OutOfSecureMemory, QLatin1StringView("out_of_secure_memory")},
    CodeName{ErrorCode::CryptoFailure, QLatin1StringView("crypto_failure")},
    CodeName{ErrorCode::UnsafePermissions, QLatin1StringView("unsafe_permissions")},
    CodeName{ErrorCode::Cancelled, QLatin1StringView("cancelled")},
    CodeName{ErrorCode::CommandNotFound, QLatin1StringView("command_not_found")},
    CodeName{ErrorCode::CommandNotExecutable, QLatin1StringView("command_not_executable")},
    CodeName{ErrorCode::Internal, QLatin1StringView("internal")},
};

} // namespace

QLatin1StringView codeName(ErrorCode code) noexcept
{
    const auto *found = std::ranges::find(kCodeNames, code, &CodeName::code);
    return found == kCodeNames.end() ? QLatin1StringView("internal") : found->name;
}

ErrorCode codeFromName(QStringView name) noexcept
{
    const auto *found = std::ranges::find_if(kCodeNames, [name](const CodeName &entry) { return name == entry.name; });
    return found == kCodeNames.end() ? ErrorCode::Internal : found->code;
}

} // namespace base
