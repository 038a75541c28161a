// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretarena.h"

#include <algorithm>

namespace base {

namespace {

constexpr std::size_t kBlock = std::size_t{64} * 1024;

} // namespace

SecretSlice::SecretSlice(std::shared_ptr<SecretBytes> block, std::size_t at, std::size_t size) noexcept
    : m_block(std::move(block))
    , m_at(at)
    , m_size(size)
{
}

std::string_view SecretSlice::exposeText() const noexcept
{
    return m_size == 0 ? std::string_view() : m_block->exposeText().substr(m_at, m_size);
}

bool SecretSlice::equals(const SecretSlice &other) const noexcept
{
    return equalConstantTime(view(exposeText()), view(other.exposeText()));
}

Result<SecretSlice> SecretArena::put(std::string_view text)
{
    LATCHKEY_CHECK(append(text));
    return finish();
}

Result<void> SecretArena::append(std::string_view part)
{
    const std::size_t begun = m_end - m_begin;
    if (!m_block || m_end + part.size() > m_block->size()) {
        // A piece is never in two blocks. One that outgrows a block gets twice the room each time, as it may go on growing.
        const std::size_t needed = begun + part.size();
        LATCHKEY_TRY(SecretBytes fresh,
                     SecretBytes::allocate(std::max(kBlock, begun > 0 && needed > kBlock ? needed * 2 : needed)));
        if (begun > 0)
            std::ranges::copy(m_block->exposeBytes().subspan(m_begin, begun), fresh.exposeForWriting().begin());
        m_block = std::make_shared<SecretBytes>(std::move(fresh));
        m_begin = 0;
        m_end = begun;
    }
    std::ranges::copy(part, m_block->exposeForWriting().begin() + static_cast<std::ptrdiff_t>(m_end));
    m_end += part.size();
    return {};
}

SecretSlice SecretArena::finish() noexcept
{
    const SecretSlice piece(m_block, m_begin, m_end - m_begin);
    m_begin = m_end;
    return piece;
}

} // namespace base
