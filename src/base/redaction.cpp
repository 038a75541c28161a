// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redaction.h"

#include <QRegularExpression>

#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <algorithm>
#include <cstring>

namespace base {

namespace {

const QByteArray kMask = QByteArrayLiteral("***");

} // namespace

OpenSecrets::OpenSecrets()
{
    std::array<unsigned char, 8> seed{};
    // Without randomness the registry still works; it would only be predictable, and every caller that needs keys fails anyway.
    RAND_bytes(seed.data(), static_cast<int>(seed.size()));
    RAND_bytes(m_macKey.data(), static_cast<int>(m_macKey.size()));
    std::memcpy(&m_rollingBase, seed.data(), seed.size());
    m_rollingBase |= 1;
}

std::uint64_t OpenSecrets::fingerprint(ByteView bytes) const noexcept
{
    std::uint64_t print = 0;
    for (const unsigned char byte : bytes)
        print = print * m_rollingBase + byte + 1;
    return print;
}

Digest32 OpenSecrets::mac(ByteView bytes) const
{
    Digest32 out{};
    HMAC(EVP_sha256(), m_macKey.data(), static_cast<int>(m_macKey.size()), bytes.data(), bytes.size(), out.data(), nullptr);
    return out;
}

std::uint64_t OpenSecrets::add(ByteView secret)
{
    if (secret.size() < kShortest)
        return 0;
    const Entry entry{fingerprint(secret), mac(secret)};
    const std::scoped_lock lock(m_mutex);
    const std::uint64_t ticket = m_nextTicket++;
    m_byLength[secret.size()].emplace(ticket, entry);
    m_lengthOf.emplace(ticket, secret.size());
    return ticket;
}

void OpenSecrets::remove(std::uint64_t ticket) noexcept
{
    const std::scoped_lock lock(m_mutex);
    const auto length = m_lengthOf.find(ticket);
    if (length == m_lengthOf.end())
        return;
    const auto entries = m_byLength.find(length->second);
    entries->second.erase(ticket);
    if (entries->second.empty())
        m_byLength.erase(entries);
    m_lengthOf.erase(length);
}

bool OpenSecrets::isOpen(std::size_t length, std::uint64_t print, ByteView candidate) const
{
    const auto &entries = m_byLength.at(length);
    const bool maybe = std::ranges::any_of(entries, [print](const auto &item) { return item.second.fingerprint == print; });
    if (!maybe)
        return false;
    const Digest32 actual = mac(candidate);
    return std::ranges::any_of(entries, [&actual](const auto &item) { return item.second.mac == actual; });
}

void OpenSecrets::markAll(std::size_t length, ByteView text, std::vector<bool> &marks) const
{
    if (text.size() < length)
        return;
    std::uint64_t top = 1; // m_rollingBase^(length-1)
    for (std::size_t i = 1; i < length; ++i)
        top *= m_rollingBase;
    std::uint64_t print = fingerprint(text.first(length));
    for (std::size_t at = 0;; ++at) {
        if (isOpen(length, print, text.subspan(at, length)))
            std::fill_n(marks.begin() + static_cast<std::ptrdiff_t>(at), length, true);
        if (at + length >= text.size())
            return;
        print = (print - (text[at] + std::uint64_t{1}) * top) * m_rollingBase + text[at + length] + 1;
    }
}

QByteArray OpenSecrets::mask(const QByteArray &text) const
{
    // Marked first and replaced afterwards: where two secrets overlap, neither keeps its other end.
    std::vector<bool> marks(static_cast<std::size_t>(text.size()));
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &[length, entries] : m_byLength)
            markAll(length, view(text), marks);
    }
    QByteArray out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < marks.size(); ++at) {
        if (!marks[at])
            out.append(text[static_cast<qsizetype>(at)]);
        else if (at == 0 || !marks[at - 1])
            out.append(kMask);
    }
    return out;
}

OpenSecrets &openSecrets()
{
    static OpenSecrets registry;
    return registry;
}

QString maskSecrets(const QString &text)
{
    return QString::fromUtf8(openSecrets().mask(text.toUtf8()));
}

QString redact(const QString &text)
{
    static const QRegularExpression bearer(QStringLiteral(R"((?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{6,})"));
    static const QRegularExpression named(QStringLiteral(
        R"((?i)((?:api[_-]?key|api[_-]?secret|access[_-]?key|access[_-]?sign|access[_-]?passphrase|secret(?:[_-]?key)?|passphrase|password|passwd|private[_-]?key|token)["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;&"'}]+))"));
    QString out = maskSecrets(text);
    out.replace(bearer, QStringLiteral("\\1 ***"));
    out.replace(named, QStringLiteral("\\1***"));
    return out;
}

} // namespace base
