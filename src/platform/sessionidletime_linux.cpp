// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sessionidletime.h"

namespace platform {

using std::chrono::milliseconds;

namespace {

const QString kMutter = QStringLiteral("org.gnome.Mutter.IdleMonitor");

} // namespace

SessionIdleTime::SessionIdleTime(QString sessionBus, std::unique_ptr<X11Idle> server)
    : m_bus(std::move(sessionBus))
    , m_server(std::move(server))
{
    m_bus.open([this] { m_bus.watch({kMutter}, [this](const QString &, bool there) { m_compositor = there; }); });
}

base::Async<milliseconds> SessionIdleTime::idle()
{
    if (m_compositor)
        return askCompositor();
    const auto told = m_server ? m_server->idle() : std::nullopt;
    return told ? base::ready<milliseconds>(*told) : base::readyError<milliseconds>(base::ErrorCode::NotFound);
}

base::Async<milliseconds> SessionIdleTime::askCompositor()
{
    auto promise = std::make_shared<QPromise<base::Result<milliseconds>>>();
    promise->start();
    const BusObject monitor{kMutter, QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core"), kMutter};
    m_bus.call(monitor, QStringLiteral("GetIdletime"), {}, this, [promise](const std::optional<QVariantList> &reply) {
        bool number = false;
        const qulonglong idle = reply ? reply->value(0).toULongLong(&number) : 0;
        promise->addResult(number ? base::Result<milliseconds>(milliseconds(idle)) : base::fail(base::ErrorCode::TimedOut));
        promise->finish();
    });
    return promise->future();
}

} // namespace platform
