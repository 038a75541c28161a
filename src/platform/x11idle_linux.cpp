// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/x11idle.h"

#include <cstdlib>

#include <xcb/screensaver.h>
#include <xcb/xcb.h>

namespace platform {

namespace {

struct Disconnect {
    void operator()(xcb_connection_t *connection) const noexcept { xcb_disconnect(connection); }
};
struct Free {
    void operator()(void *memory) const noexcept { std::free(memory); } // NOLINT(cppcoreguidelines-no-malloc): xcb's way
};

} // namespace

struct X11Idle::Private {
    std::unique_ptr<xcb_connection_t, Disconnect> connection;
    xcb_window_t root = 0;
};

X11Idle::X11Idle(std::unique_ptr<Private> d) noexcept : m_d(std::move(d))
{
}
X11Idle::~X11Idle() = default;

std::unique_ptr<X11Idle> X11Idle::open(const QByteArray &display)
{
    if (display.isEmpty())
        return nullptr;
    auto d = std::make_unique<Private>();
    int screen = 0;
    d->connection.reset(xcb_connect(display.constData(), &screen));
    xcb_connection_t *connection = d->connection.get();
    if (xcb_connection_has_error(connection) != 0)
        return nullptr;
    const xcb_query_extension_reply_t *extension = xcb_get_extension_data(connection, &xcb_screensaver_id);
    if (extension == nullptr || extension->present == 0)
        return nullptr;
    xcb_screen_iterator_t screens = xcb_setup_roots_iterator(xcb_get_setup(connection));
    for (; screen > 0 && screens.rem > 1; --screen)
        xcb_screen_next(&screens);
    d->root = screens.data->root;
    return std::unique_ptr<X11Idle>(new X11Idle(std::move(d)));
}

std::optional<std::chrono::milliseconds> X11Idle::idle()
{
    xcb_connection_t *connection = m_d->connection.get();
    const auto asked = xcb_screensaver_query_info(connection, m_d->root);
    const std::unique_ptr<xcb_screensaver_query_info_reply_t, Free> info(xcb_screensaver_query_info_reply(connection, asked,
                                                                                                          nullptr));
    if (!info)
        return std::nullopt;
    return std::chrono::milliseconds(info->ms_since_user_input);
}

} // namespace platform
