// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/credentialprobe.h"
#include "vault/vaultfixture.h"

namespace servicetest {

/// Stands in for an exchange: gives the answer that was laid down, and notes what it was asked.
class FakeProbe final : public exchange::CredentialProbe {
public:
    struct Asked {
        exchange::ProbeTarget target;
        QString fields;
    };

    [[nodiscard]] base::Async<exchange::CheckReport> check(exchange::ProbeTarget target, base::SecretFields fields) override
    {
        asked.append({target, vaulttest::shown(fields)});
        if (whenAsked)
            whenAsked();
        return base::ready<exchange::CheckReport>(answer);
    }

    base::Result<exchange::CheckReport> answer;
    QList<Asked> asked;
    std::function<void()> whenAsked; ///< what happens while the exchange thinks
};

} // namespace servicetest
