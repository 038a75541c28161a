// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/terminationsignals.h"

#include "platform/signalpipe_unix.h"

#include <QSocketNotifier>

#include <csignal>

namespace platform {

namespace {

constexpr std::array kSignals{SIGTERM, SIGINT, SIGHUP};

} // namespace

struct TerminationSignals::Private {
    explicit Private(std::unique_ptr<SignalPipe> opened)
        : pipe(std::move(opened))
        , notifier(pipe->descriptor(), QSocketNotifier::Read)
    {
    }
    std::unique_ptr<SignalPipe> pipe;
    QSocketNotifier notifier;
};

TerminationSignals::TerminationSignals(std::unique_ptr<Private> d) noexcept : m_d(std::move(d))
{
}
TerminationSignals::~TerminationSignals() = default;

base::Result<std::unique_ptr<TerminationSignals>> TerminationSignals::watch(std::function<void()> asked)
{
    LATCHKEY_TRY(auto pipe, SignalPipe::open(kSignals));
    std::unique_ptr<TerminationSignals> watcher(new TerminationSignals(std::make_unique<Private>(std::move(pipe))));
    Private *d = watcher->m_d.get();
    QObject::connect(&d->notifier, &QSocketNotifier::activated, &d->notifier, [d, asked = std::move(asked)] {
        bool any = false;
        while (d->pipe->next())
            any = true;
        if (any)
            asked();
    });
    return watcher;
}

} // namespace platform
