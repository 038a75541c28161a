// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crypto {

/// "3.0.17", of the OpenSSL that is loaded; for `latchkey doctor`.
[[nodiscard]] QString opensslVersion();

} // namespace crypto
