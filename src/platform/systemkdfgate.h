// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ports/kdfgate.h"

#include <QString>

namespace platform {

/// lockKdf() and availableMemoryKiB() as the service layer's port. Thread-safe.
class SystemKdfGate final : public service::ports::KdfGate {
public:
    explicit SystemKdfGate(QString runtimeDirectory);
    [[nodiscard]] base::Result<std::shared_ptr<void>> enter(std::chrono::milliseconds patience) override;
    [[nodiscard]] std::uint64_t availableMemoryKiB() override;

private:
    QString m_runtimeDirectory;
};

} // namespace platform
