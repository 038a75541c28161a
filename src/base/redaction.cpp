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

QByteArray OpenSecrets::mask(const QByteArray &text) const
{
    const std::scoped_lock lock(m_mutex);
    QByteArray out = text;
    // Longest first, so that a secret that contains another is masked as a whole.
    for (auto length = m_byLength.rbegin(); length != m_byLength.rend(); ++length) {
        const std::size_t window = length->first;
        std::uint64_t top = 1; // m_rollingBase^(window-1)
        for (std::size_t i = 1; i < window; ++i)
            top *= m_rollingBase;
        for (std::size_t at = 0; at + window <= view(out).size();) {
            std::uint64_t print = fingerprint(view(out).subspan(at, window));
            bool replaced = false;
            for (; at + window <= view(out).size(); ++at) {
                if (isOpen(window, print, view(out).subspan(at, window))) {
                    out.replace(static_cast<qsizetype>(at), static_cast<qsizetype>(window), kMask);
                    at += static_cast<std::size_t>(kMask.size());
                    replaced = true;
                    break;
                }
                if (at + window < view(out).size()) {
                    print = (print - (view(out)[at] + std::uint64_t{1}) * top) * m_rollingBase + view(out)[at + window] + 1;
                }
            }
            if (!replaced)
                break;
        }
    }
    return out;
}

OpenSecrets &openSecrets()
{
    static OpenSecrets registry;
    return registry;
}

QString redact(const QString &text)
{
    static const QRegularExpression bearer(QStringLiteral(R"((?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{6,})"));
    static const QRegularExpression named(QStringLiteral(
        R"((?i)((?:api[_-]?key|api[_-]?secret|access[_-]?key|access[_-]?sign|access[_-]?passphrase|secret(?:[_-]?key)?|passphrase|password|passwd|private[_-]?key|token)["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;&"'}]+))"));
    QString out = QString::fromUtf8(openSecrets().mask(text.toUtf8()));
    out.replace(bearer, QStringLiteral("\\1 ***"));
    out.replace(named, QStringLiteral("\\1***"));
    return out;
}

} // namespace base
