// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// A client that sends whatever bytes it likes. Paths must be short enough for a socket address.
class RawClient final {
public:
    explicit RawClient(const QString &path);
    ~RawClient();
    Q_DISABLE_COPY_MOVE(RawClient)

    [[nodiscard]] bool isConnected() const { return m_connected; }
    /// False when the other end has closed.
    bool send(const QByteArray &bytes);
    void finishSending();
    /// Reads until `count` bytes have come or the other end closed; gives up after ten seconds.
    [[nodiscard]] QByteArray receive(qsizetype count);
    /// True when the other end closes within ten seconds; what comes before is dropped.
    [[nodiscard]] bool isClosedByPeer();
    /// True once the other end has closed, without reading what it sent.
    [[nodiscard]] bool isHungUp() const;

private:
    int m_fd = -1;
    bool m_connected = false;
};

/// Listens at `path` without any rules, for what a ControlServer would never do. Returns the descriptor.
[[nodiscard]] int listenRaw(const QString &path);
