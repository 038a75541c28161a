// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace storage {

/// Version of the SQLite library that Qt's driver uses, for `latchkey doctor`; empty when the driver is missing.
[[nodiscard]] QString sqliteVersion();

} // namespace storage
