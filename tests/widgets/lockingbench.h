// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/accountchecks.h"
#include "presentation/lockingcontroller.h"
#include "service/playedsession.h"
#include "windowfixture.h"

namespace windowtest {

/// The window with all that locks it.
class LockingBench final {
public:
    explicit LockingBench(WindowBench::Begin begin = WindowBench::Begin::WithVault,
                          vault::ports::KeySlotSecretStore *keychain = nullptr)
        : bench(begin, keychain)
    {
        watch.start();
    }

    WindowBench bench;
    servicetest::PlayedSession session;
    servicetest::PlayedIdle idle;
    servicetest::PlayedAutostart autostart;
    service::LockPolicy policy{*bench.host};
    service::LockWatch watch{{*bench.host, policy, session, idle}};
    presentation::LockingController locking{{*bench.host, policy, watch, autostart}};
    presentation::AccountChecks checks{*bench.exchanges, bench.presenter->accounts()};
};

} // namespace windowtest
