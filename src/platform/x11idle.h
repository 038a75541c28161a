// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <memory>
#include <optional>

namespace platform {

/// Idle time as an X server tells it (MIT-SCREEN-SAVER), over a connection of its own. Main thread; one short round trip to the
/// server that the windows hang on anyway.
class X11Idle final {
public:
    /// Null where there is no such server, or it does not know the extension.
    [[nodiscard]] static std::unique_ptr<X11Idle> open(const QByteArray &display);
    ~X11Idle();
    Q_DISABLE_COPY_MOVE(X11Idle)

    /// None once the server is gone.
    [[nodiscard]] std::optional<std::chrono::milliseconds> idle();

private:
    struct Private;
    explicit X11Idle(std::unique_ptr<Private> d) noexcept;

    std::unique_ptr<Private> m_d;
};

} // namespace platform
