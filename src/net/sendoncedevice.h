// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpmessage.h"

#include <QIODevice>

namespace net {

/// The body of one request, readable once. Sequential on purpose: QNetworkAccessManager repeats a request silently when the
/// server drops the connection before answering, unless it cannot rewind the body (measured on Qt 6.4.2: each POST was seen
/// twice). A secret body is read straight out of secure memory. The payload outlives the device.
class SendOnceDevice final : public QIODevice {
public:
    SendOnceDevice(const Payload &payload, QObject *parent);
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; } ///< QIODevice's own would refuse as well, with a warning
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] qint64 total() const noexcept { return static_cast<qint64>(m_bytes.size()); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    base::ByteView m_bytes;
    std::size_t m_read = 0;
};

} // namespace net
