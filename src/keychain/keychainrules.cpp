// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/keychainrules.h"

#include <algorithm>

namespace keychain {

using base::Error;
using base::ErrorCode;
using vault::ports::KeychainEntryState;
using vault::ports::KeychainState;

namespace {

Plan refuse(ErrorCode code, QString detail)
{
    return {Plan::Step::Refuse, false, Error{code, std::move(detail)}};
}

Plan runJob(bool mayPrompt)
{
    return {Plan::Step::RunJob, mayPrompt, {}};
}

Error errorOfState(const ServiceView &view)
{
    switch (view.state) {
    case KeychainState::Locked:
        return {ErrorCode::KeychainLocked, view.detail};
    case KeychainState::NoAnswer:
        return {ErrorCode::KeychainTimeout, view.detail};
    case KeychainState::Ready:
    case KeychainState::NoCollection:
    case KeychainState::NoService:
    case KeychainState::NoBus:
        break;
    }
    return {ErrorCode::KeychainUnavailable, view.detail};
}

bool isReachable(const ServiceView &view)
{
    return view.state == KeychainState::Ready || view.state == KeychainState::Locked
        || view.state == KeychainState::NoCollection;
}

Plan refuseBy(const ServiceView &view)
{
    return {Plan::Step::Refuse, false, errorOfState(view)};
}

} // namespace

bool isUsableName(const QString &name) noexcept
{
    return !name.isEmpty() && !name.contains(QChar(u'\0'));
}

KeychainEntryState entryStateOf(const ServiceView &view) noexcept
{
    if (!isReachable(view) || !view.searchable)
        return KeychainEntryState::Unknown;
    if (view.unlockedItems > 0)
        return KeychainEntryState::Present;
    if (view.lockedItems > 0)
        return KeychainEntryState::PresentLocked;
    return view.state == KeychainState::Ready ? KeychainEntryState::Absent : KeychainEntryState::Unknown;
}

Plan planRead(const ServiceView &view, bool mayPrompt)
{
    if (!isReachable(view))
        return refuseBy(view);
    if (view.unlockedItems > 0)
        return runJob(false);
    if (view.lockedItems > 0 || view.state == KeychainState::Locked)
        return mayPrompt ? runJob(true) : refuse(ErrorCode::KeychainLocked, view.detail);
    if (view.state == KeychainState::NoCollection)
        return refuseBy(view); // a read would start the dialog that invents a keyring, to find nothing in it
    if (!view.searchable)
        return runJob(mayPrompt); // an open KWallet may still ask whether this program is welcome
    return refuse(ErrorCode::KeychainEntryMissing, {});
}

Plan planWrite(const ServiceView &view)
{
    if (!isReachable(view))
        return refuseBy(view);
    if (view.knowsItem())
        return refuse(ErrorCode::AlreadyExists, {});
    return runJob(view.state != KeychainState::Ready || !view.searchable);
}

Plan planRemove(const ServiceView &view)
{
    if (!isReachable(view))
        return refuseBy(view);
    if (view.lockedItems > 0)
        return refuse(ErrorCode::KeychainLocked, view.detail);
    if (view.unlockedItems > 0)
        return runJob(false);
    if (view.state != KeychainState::Ready)
        return refuseBy(view);
    return view.searchable ? Plan{Plan::Step::NothingToDo, false, {}} : runJob(true);
}

Error errorOfJob(JobKind kind, JobFailure failure, const QString &text)
{
    switch (failure) {
    case JobFailure::DeniedByUser:
    case JobFailure::Denied:
        return {ErrorCode::KeychainDenied, text};
    case JobFailure::NoBackend:
    case JobFailure::Unsupported:
        return {ErrorCode::KeychainUnavailable, text};
    case JobFailure::None:
    case JobFailure::NotFound:
    case JobFailure::CouldNotDelete:
    case JobFailure::Other:
        break;
    }
    return {kind == JobKind::Read ? ErrorCode::KeychainUnavailable : ErrorCode::KeychainWriteFailed, text};
}

Error errorOfRead(const ServiceView &after, JobFailure failure, const QString &text)
{
    if (failure != JobFailure::NotFound)
        return errorOfJob(JobKind::Read, failure, text);
    if (!isReachable(after))
        return errorOfState(after);
    if (after.state == KeychainState::Locked || (after.lockedItems > 0 && after.unlockedItems == 0))
        return {ErrorCode::KeychainLocked, text}; // cancelled, or no prompt could be shown
    if (entryStateOf(after) == KeychainEntryState::Absent)
        return {ErrorCode::KeychainEntryMissing, text};
    return {ErrorCode::KeychainUnavailable, text};
}

base::Result<bool> outcomeOfRemove(const ServiceView &after)
{
    if (!isReachable(after))
        return std::unexpected(errorOfState(after));
    if (after.unlockedItems > 0)
        return base::fail(ErrorCode::KeychainWriteFailed, QStringLiteral("the entry is still there"));
    if (after.lockedItems > 0)
        return base::fail(ErrorCode::KeychainLocked, QStringLiteral("the entry is still there"));
    return true;
}

} // namespace keychain
