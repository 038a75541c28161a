// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <QTemporaryDir>

#include <cstdio>
#include <cstring>

namespace fuzzing {

namespace {

constexpr std::string_view kVaultKey = "0123456789abcdef0123456789abcdef";

vault::Keyring makeKeys()
{
    auto keys = vault::Keyring::derive(secret(kVaultKey), fixedUuid(), 1);
    FUZZ_CHECK(keys.has_value());
    return *std::move(keys);
}

} // namespace

void broken(const char *promise, const char *file, int line)
{
    std::fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, promise);
    std::abort();
}

base::SecretBytes secret(base::ByteView bytes)
{
    auto out = base::SecretBytes::copyOf(bytes);
    FUZZ_CHECK(out.has_value());
    return *std::move(out);
}

QString text(base::ByteView bytes)
{
    return base::textOf({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
}

QUuid fixedUuid()
{
    return QUuid(0x11223344, 0x5566, 0x4788, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff, 0x01);
}

const vault::Keyring &fixedKeys()
{
    static const vault::Keyring keys = makeKeys();
    return keys;
}

std::uint8_t takeByte(base::ByteView &bytes)
{
    if (bytes.empty())
        return 0;
    const std::uint8_t first = bytes.front();
    bytes = bytes.subspan(1);
    return first;
}

QString folder()
{
    static const QTemporaryDir dir; // TMPDIR: tests/fuzz/run gives one in memory, and clears it
    FUZZ_CHECK(dir.isValid());
    return dir.path();
}

} // namespace fuzzing

// The secure heap is one mapping, in which a sanitizer sees no borders; here each secret is a block of its own. The names are
// OpenSSL's (https://docs.openssl.org/3.0/man3/OPENSSL_secure_malloc/), and only this program's own calls end here.
extern "C" {
void *CRYPTO_secure_zalloc(std::size_t size, const char *, int)
{
    return std::calloc(1, size);
}
void *CRYPTO_secure_malloc(std::size_t size, const char *, int)
{
    return std::malloc(size);
}
void CRYPTO_secure_free(void *block, const char *, int)
{
    std::free(block);
}
void CRYPTO_secure_clear_free(void *block, std::size_t size, const char *, int)
{
    if (block != nullptr)
        std::memset(block, 0xdd, size); // whoever reads it afterwards shall not find what was there
    std::free(block);
}
}
