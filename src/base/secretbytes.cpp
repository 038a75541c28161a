// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretbytes.h"

#include "base/redaction.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace base {

namespace {

constexpr std::size_t kSecureHeapBytes = 4u << 20;
// Smallest block of the buddy allocator: a 32-byte key costs no more than itself.
constexpr std::size_t kSecureHeapMinBlock = 32;
constexpr std::size_t kFirstBuilderBlock = 256;

std::atomic<SecureHeapState> heapState{SecureHeapState::NotInitialized}; // NOLINT: process-wide fact of OpenSSL itself
std::once_flag heapOnce;

} // namespace

SecureHeapState initSecureHeap() noexcept
{
    std::call_once(heapOnce, [] {
        // 1: locked into memory, 2: allocated but mlock was refused, 0: not available at all.
        const int state = CRYPTO_secure_malloc_init(kSecureHeapBytes, kSecureHeapMinBlock);
        if (state == 1)
            heapState = SecureHeapState::Locked;
        else if (state == 2)
            heapState = SecureHeapState::NotLocked;
    });
    return heapState;
}

SecureHeapState secureHeapState() noexcept
{
    return heapState;
}

std::size_t secureHeapUsed() noexcept
{
    return CRYPTO_secure_used();
}

Result<SecretBytes> SecretBytes::allocate(std::size_t size)
{
    SecretBytes out;
    if (size == 0)
        return out;
    if (initSecureHeap() == SecureHeapState::NotInitialized)
        return fail(ErrorCode::OutOfSecureMemory);
    out.m_data = static_cast<unsigned char *>(OPENSSL_secure_zalloc(size));
    if (out.m_data == nullptr)
        return fail(ErrorCode::OutOfSecureMemory);
    out.m_size = size;
    out.m_capacity = size;
    return out;
}

Result<SecretBytes> SecretBytes::copyOf(ByteView bytes)
{
    LATCHKEY_TRY(SecretBytes out, allocate(bytes.size()));
    std::ranges::copy(bytes, out.m_data);
    return out;
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
    , m_redactionTicket(std::exchange(other.m_redactionTicket, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
        m_redactionTicket = std::exchange(other.m_redactionTicket, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    clear();
}

Result<SecretBytes> SecretBytes::clone() const
{
    LATCHKEY_TRY(SecretBytes out, copyOf(exposeBytes()));
    if (m_redactionTicket != 0)
        out.maskInLogs();
    return out;
}

std::string_view SecretBytes::exposeText() const noexcept
{
    return {reinterpret_cast<const char *>(m_data), m_size};
}

bool SecretBytes::equals(const SecretBytes &other) const noexcept
{
    return equalConstantTime(exposeBytes(), other.exposeBytes());
}

void SecretBytes::shrink(std::size_t size) noexcept
{
    if (size >= m_size)
        return;
    OPENSSL_cleanse(m_data + size, m_size - size);
    m_size = size;
}

void SecretBytes::clear() noexcept
{
    if (m_redactionTicket != 0)
        openSecrets().remove(std::exchange(m_redactionTicket, 0));
    OPENSSL_secure_clear_free(m_data, m_capacity);
    m_data = nullptr;
    m_size = 0;
    m_capacity = 0;
}

void SecretBytes::maskInLogs()
{
    if (m_redactionTicket == 0 && !isEmpty())
        m_redactionTicket = openSecrets().add(exposeBytes());
}

Result<void> SecretBuilder::reserve(std::size_t size)
{
    if (size <= m_block.size())
        return {};
    LATCHKEY_TRY(SecretBytes larger, SecretBytes::allocate(size));
    std::ranges::copy(m_block.exposeBytes().first(m_used), larger.exposeForWriting().begin());
    m_block = std::move(larger);
    return {};
}

Result<void> SecretBuilder::append(ByteView bytes)
{
    if (m_used + bytes.size() > m_block.size())
        LATCHKEY_CHECK(reserve(std::max({kFirstBuilderBlock, m_block.size() * 2, m_used + bytes.size()})));
    std::ranges::copy(bytes, m_block.exposeForWriting().begin() + static_cast<std::ptrdiff_t>(m_used));
    m_used += bytes.size();
    return {};
}

SecretBytes SecretBuilder::take() noexcept
{
    m_block.shrink(std::exchange(m_used, 0));
    return std::exchange(m_block, SecretBytes());
}

} // namespace base
