// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/plaintext.h"

#include "transfer/importbatch.h"

#include <QUtf8StringView>

namespace transfer {

namespace {

constexpr std::string_view kByteOrderMark("\xef\xbb\xbf");
constexpr std::string_view kSpace(" \t\r\n");

} // namespace

base::Result<std::string_view> plainText(const base::SecretBytes &text)
{
    std::string_view plain = text.exposeText();
    if (plain.size() > kLargestImport)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("too large"));
    if (plain.starts_with(kByteOrderMark))
        plain.remove_prefix(kByteOrderMark.size());
    if (plain.find('\0') != std::string_view::npos
        || !QUtf8StringView(plain.data(), static_cast<qsizetype>(plain.size())).isValidUtf8())
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("not UTF-8 text"));
    return plain;
}

bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\r';
}

std::string_view trimmed(std::string_view text) noexcept
{
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

} // namespace transfer
