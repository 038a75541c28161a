// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memoryscan.h"

#include "base/bytes.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>
#include <vector>

namespace testsupport {

namespace {

constexpr unsigned char kDisguise = 0xa5;
/// A sanitizer maps terabytes for itself; nothing of the program lives there.
constexpr qulonglong kLargestRegion = 1u << 30;
constexpr std::size_t kBlock = 1u << 20;

struct Region {
    qulonglong from = 0;
    qulonglong to = 0;
};

/// Everything writable but the scanner's own buffer, which holds copies of what was read before.
std::vector<Region> writableRegions(const std::vector<unsigned char> &buffer)
{
    const auto hole = reinterpret_cast<qulonglong>(buffer.data());
    const qulonglong holeEnd = hole + buffer.size();
    std::vector<Region> out;
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QIODevice::ReadOnly))
        return out;
    // "7f0000000000-7f0000021000 rw-p 00000000 00:00 0"
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw"))
            continue;
        const QByteArrayList ends = words[0].split('-');
        const Region region{ends[0].toULongLong(nullptr, 16), ends[1].toULongLong(nullptr, 16)};
        if (region.to - region.from > kLargestRegion)
            continue;
        if (hole >= region.from && holeEnd <= region.to) {
            out.push_back({region.from, hole});
            out.push_back({holeEnd, region.to});
        } else {
            out.push_back(region);
        }
    }
    return out;
}

} // namespace

Needle::Needle(std::size_t length)
{
    for (std::size_t i = 0; i < length; ++i) {
        const int letter = QRandomGenerator::system()->bounded('a', 'z' + 1);
        m_disguised.append(static_cast<char>(letter ^ kDisguise));
    }
}

void Needle::reveal(unsigned char *out) const
{
    for (const char byte : m_disguised)
        *out++ = static_cast<unsigned char>(byte) ^ kDisguise;
}

bool Needle::equals(const unsigned char *bytes, std::size_t length) const
{
    if (length != size())
        return false;
    for (std::size_t i = 0; i < length; ++i) {
        if ((bytes[i] ^ kDisguise) != static_cast<unsigned char>(m_disguised[static_cast<qsizetype>(i)]))
            return false;
    }
    return true;
}

int Needle::countIn(const unsigned char *bytes, std::size_t length) const
{
    int found = 0;
    const int first = static_cast<unsigned char>(m_disguised[0]) ^ kDisguise;
    const unsigned char *const end = bytes + length;
    // memchr() first: comparing at every byte takes minutes under a sanitizer.
    for (const unsigned char *at = bytes; at + size() <= end; ++at) {
        const void *next = std::memchr(at, first, static_cast<std::size_t>(end - at) - size() + 1);
        if (next == nullptr)
            break;
        at = static_cast<const unsigned char *>(next);
        found += equals(at, size()) ? 1 : 0;
    }
    return found;
}

int Needle::occurrences() const
{
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    int found = 0;
    std::vector<unsigned char> block(kBlock + size());
    for (const Region &region : writableRegions(block)) {
        for (qulonglong at = region.from; at < region.to; at += kBlock) {
            // Blocks overlap by the needle's length less one, so that a value across a border is seen once.
            const auto wanted = static_cast<qint64>(std::min<qulonglong>(kBlock + size() - 1, region.to - at));
            if (!memory.seek(static_cast<qint64>(at)))
                break;
            const qint64 got = memory.read(reinterpret_cast<char *>(block.data()), wanted);
            if (got > 0)
                found += countIn(block.data(), static_cast<std::size_t>(got));
        }
        base::wipe(block);
    }
    return found;
}

} // namespace testsupport
