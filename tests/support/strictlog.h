// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace testsupport {

/// From now on a warning or worse that no test asked for (QTest::ignoreMessage) fails the running test.
void failOnUnexpectedWarnings();

/// Allows warnings that contain `text`, for noise of the platform plugin that no code of ours causes.
void allowWarning(const QString &text);

} // namespace testsupport
