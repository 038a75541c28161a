// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/proberun.h"

namespace exchange {

/// Asks Bitget. Its accounts come in two modes that refuse each other's calls, so the unified call (v3, needs no right at all) is
/// tried first and the classic one (v2) when the answer says so. Source: https://www.bitget.com/api-doc
class BitgetProbe final : public CredentialProbe {
public:
    explicit BitgetProbe(const ProbeContext &context) : m_context(context), m_runs(std::make_unique<QObject>()) {}
    [[nodiscard]] base::Async<CheckReport> check(ProbeTarget target, base::SecretFields fields) override;

private:
    ProbeContext m_context;
    std::unique_ptr<QObject> m_runs; ///< parent of what is under way
};

} // namespace exchange
