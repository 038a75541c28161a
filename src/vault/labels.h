// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

// The one table of HKDF labels and record roles. Everything derived from the vault key is derived under one of these; a test
// proves them distinct and free of prefixes of one another. Documented in docs/FORMAT.md.

namespace vault::labels {

inline constexpr std::string_view kPrefix = "latchkey/v1/";

inline constexpr std::string_view kCommit = "commit";
inline constexpr std::string_view kHeaderMac = "header-mac";
inline constexpr std::string_view kMeta = "record-meta";
inline constexpr std::string_view kSecret = "record-secret";
inline constexpr std::string_view kNameIndex = "index-name";
inline constexpr std::string_view kLeaf = "manifest-leaf";
inline constexpr std::string_view kBucket = "manifest-bucket";
inline constexpr std::string_view kRoot = "manifest-root";
inline constexpr std::string_view kAuditMac = "audit-mac";
inline constexpr std::string_view kAuditHead = "audit-head";
inline constexpr std::string_view kAuditDetail = "audit-detail";
inline constexpr std::string_view kAnchor = "anchor-mac";
inline constexpr std::string_view kSlotLabel = "slot-label";
inline constexpr std::string_view kBackup = "backup";
/// Not derived from the vault key but from a slot's own key material.
inline constexpr std::string_view kSlot = "slot-wrap";

inline constexpr std::array kAll{kCommit,   kHeaderMac, kMeta,        kSecret, kNameIndex, kLeaf,   kBucket, kRoot,
                                 kAuditMac, kAuditHead, kAuditDetail, kAnchor, kSlotLabel, kBackup, kSlot};

} // namespace vault::labels
