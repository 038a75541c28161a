// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/formatcheck.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace exchange {

namespace {

using base::Result;
using base::SecretBuilder;
using base::SecretBytes;

enum class CharKind { Ordinary, Space, LineBreak, Invisible };

struct Character {
    CharKind kind = CharKind::Ordinary;
    std::size_t size = 1; ///< bytes
};

/// Characters that pasting brings along, by their UTF-8 bytes; nothing is decoded beyond the first three bytes. Invalid UTF-8 is
/// ordinary here: it is somebody else's to refuse.
Character characterAt(std::string_view rest)
{
    const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
    if (rest[0] == ' ' || rest[0] == '\t')
        return {CharKind::Space, 1};
    if (rest[0] == '\n' || rest[0] == '\r' || rest[0] == '\v' || rest[0] == '\f')
        return {CharKind::LineBreak, 1};
    if (byte(0) == 0xc2 && byte(1) == 0xa0) // U+00A0 no-break space
        return {CharKind::Space, 2};
    if (byte(0) == 0xc2 && byte(1) == 0xad) // U+00AD soft hyphen
        return {CharKind::Invisible, 2};
    const std::uint32_t three = byte(0) << 16U | byte(1) << 8U | byte(2);
    if ((three >= 0xe28080 && three <= 0xe2808a) || three == 0xe280af || three == 0xe38080) // U+2000..200A, 202F, 3000
        return {CharKind::Space, 3};
    if (three == 0xe280a8 || three == 0xe280a9) // U+2028, U+2029 line and paragraph separator
        return {CharKind::LineBreak, 3};
    if ((three >= 0xe2808b && three <= 0xe2808f) || (three >= 0xe281a0 && three <= 0xe281a4) || three == 0xefbbbf
        || (three >= 0xe280aa && three <= 0xe280ae)) // U+200B..200F, 2060..2064, FEFF, 202A..202E
        return {CharKind::Invisible, 3};
    return {};
}

struct Trimmed {
    SecretBytes value;
    bool spaces = false;
    bool lineBreaks = false;
    bool invisible = false;
};

/// Bytes at the front that are spaces, line breaks or invisible.
std::size_t blankPrefix(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const Character c = characterAt(text.substr(at));
        if (c.kind == CharKind::Ordinary)
            break;
        at += c.size;
    }
    return at;
}

/// Where the last ordinary character ends.
std::size_t lastOrdinaryEnd(std::string_view text)
{
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = characterAt(text.substr(at));
        at += c.size;
        if (c.kind == CharKind::Ordinary)
            end = at;
    }
    return end;
}

Result<Trimmed> trim(std::string_view text)
{
    Trimmed out;
    const std::size_t begin = blankPrefix(text);
    const std::size_t end = lastOrdinaryEnd(text);
    const bool isPem = text.substr(begin).starts_with("-----BEGIN");
    SecretBuilder builder;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = characterAt(text.substr(at));
        const bool inside = at >= begin && at < end;
        const bool keep = c.kind == CharKind::Ordinary
            || (inside && (c.kind == CharKind::Space || (isPem && c.kind == CharKind::LineBreak)));
        if (keep) {
            LATCHKEY_CHECK(builder.append(text.substr(at, c.size)));
        } else {
            out.spaces |= c.kind == CharKind::Space;
            out.lineBreaks |= c.kind == CharKind::LineBreak;
            out.invisible |= c.kind == CharKind::Invisible;
        }
        at += c.size;
    }
    out.value = builder.take();
    // The line break at the end of a PEM file belongs there; taking it away is not worth a word.
    out.lineBreaks &= !isPem;
    return out;
}

/// No key has them, no header takes them, and nobody who pastes one sees it. A PEM keeps its lines.
bool hasControlCharacter(std::string_view text)
{
    const bool isPem = text.starts_with("-----BEGIN");
    return std::ranges::any_of(text, [isPem](char c) {
        const bool isLayout = c == '\n' || c == '\r' || c == '\t';
        return (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) && !(isPem && isLayout);
    });
}

} // namespace

Result<NormalizedFields> normalizeFields(const base::SecretFields &fields)
{
    NormalizedFields out;
    for (const auto &[id, value] : fields) {
        LATCHKEY_TRY(Trimmed trimmed, trim(value.exposeText()));
        if (hasControlCharacter(trimmed.value.exposeText()))
            return base::fail(base::ErrorCode::InvalidArgument, id);
        if (trimmed.spaces)
            out.notices.append({FormatIssue::SpacesTrimmed, id});
        if (trimmed.lineBreaks)
            out.notices.append({FormatIssue::LineBreaksRemoved, id});
        if (trimmed.invisible)
            out.notices.append({FormatIssue::InvisibleRemoved, id});
        out.fields.emplace(id, std::move(trimmed.value));
    }
    return out;
}

} // namespace exchange
