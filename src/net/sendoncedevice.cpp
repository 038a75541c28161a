// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sendoncedevice.h"

#include <algorithm>
#include <cstring>

namespace net {

SendOnceDevice::SendOnceDevice(const Payload &payload, QObject *parent) : QIODevice(parent)
{
    if (const auto *secret = std::get_if<base::SecretBytes>(&payload))
        m_bytes = secret->exposeBytes();
    else
        m_bytes = base::view(std::get<QByteArray>(payload));
    // Unbuffered: QIODevice would otherwise keep a copy of the body in ordinary memory.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 SendOnceDevice::bytesAvailable() const
{
    return static_cast<qint64>(m_bytes.size() - m_read) + QIODevice::bytesAvailable();
}

qint64 SendOnceDevice::readData(char *data, qint64 maxSize)
{
    const std::size_t count = std::min(static_cast<std::size_t>(maxSize), m_bytes.size() - m_read);
    if (count == 0)
        return maxSize == 0 ? 0 : -1;
    std::memcpy(data, m_bytes.data() + m_read, count);
    m_read += count;
    return static_cast<qint64>(count);
}

qint64 SendOnceDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace net
