// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonObject>

// Apart from jsonshapes.h, so that a program that only tells of errors does not carry the rest.
namespace service::json {

[[nodiscard]] QJsonObject errorObject(const base::Error &error);
/// Exit status of the command line for an error (docs/INTERFACE.md "Exit codes").
[[nodiscard]] int exitStatus(base::ErrorCode code) noexcept;

} // namespace service::json
