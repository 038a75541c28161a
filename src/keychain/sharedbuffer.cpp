// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/sharedbuffer.h"

#include <algorithm>

namespace keychain {

void wipeShared(const QByteArray &buffer) noexcept
{
    if (buffer.isEmpty())
        return; // the shared empty buffer is static and not ours to write
    const base::ByteView bytes = base::view(buffer);
    base::wipe(base::ByteSpan(const_cast<unsigned char *>(bytes.data()), bytes.size())); // NOLINT: in place is the point
}

base::Result<base::SecretBytes> drainShared(const QByteArray &buffer)
{
    base::Result<base::SecretBytes> out = base::SecretBytes::copyOf(base::view(buffer));
    wipeShared(buffer);
    return out;
}

QByteArray exposeAsBuffer(const base::SecretBytes &secret)
{
    return base::toByteArray(secret.exposeBytes());
}

} // namespace keychain
