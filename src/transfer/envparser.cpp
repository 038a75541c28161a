// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/envparser.h"

#include "transfer/plaintext.h"

#include <algorithm>

namespace transfer {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr std::string_view kPemBegin("-----BEGIN ");
constexpr std::string_view kPemEnd("-----END ");
constexpr std::string_view kExport("export");

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool isNameCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

/// What a backslash and this character stand for. None: for themselves, as every other reader of such files has it.
std::optional<char> unescaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case '"':
    case '\\':
    case '$':
    case '`': // transfer::EnvExport writes it so, for shells
        return c;
    default:
        return std::nullopt;
    }
}

class EnvReader {
public:
    explicit EnvReader(std::string_view text) : m_rest(text) {}

    Result<std::vector<EnvAssignment>> run()
    {
        std::vector<EnvAssignment> out;
        while (!m_rest.empty()) {
            const int line = m_line;
            const auto assignment = readLine();
            if (!assignment && assignment.error().code != ErrorCode::InvalidArgument)
                return std::unexpected(assignment.error());
            if (!assignment || out.size() == kMostEntries)
                return fail(ErrorCode::InvalidArgument, QStringLiteral("line %1").arg(line));
            if (*assignment) {
                out.push_back(**assignment);
                out.back().line = line;
            }
        }
        return out;
    }

private:
    /// Up to the end of the line, which is consumed.
    std::string_view takeLine()
    {
        const std::size_t end = m_rest.find('\n');
        const std::string_view line = m_rest.substr(0, end);
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
        ++m_line;
        return line;
    }

    void consume(std::size_t count)
    {
        m_line += static_cast<int>(std::ranges::count(m_rest.substr(0, count), '\n'));
        m_rest.remove_prefix(count);
    }

    Result<std::optional<EnvAssignment>> readLine()
    {
        const std::string_view shown = trimmed(m_rest.substr(0, m_rest.find('\n')));
        if (shown.empty() || shown.front() == '#') {
            takeLine();
            return std::optional<EnvAssignment>();
        }
        skipBlanks();
        if (m_rest.starts_with(kExport) && m_rest.size() > kExport.size() && isBlank(m_rest[kExport.size()])) {
            consume(kExport.size());
            skipBlanks();
        }
        EnvAssignment out;
        const auto *end = std::ranges::find_if_not(m_rest, isNameCharacter);
        const std::string_view name = m_rest.substr(0, static_cast<std::size_t>(end - m_rest.begin()));
        consume(name.size());
        skipBlanks();
        if (name.empty() || !isLetter(name.front()) || !m_rest.starts_with('='))
            return fail(ErrorCode::InvalidArgument);
        consume(1);
        out.name = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        LATCHKEY_TRY(out.value, readValue());
        return std::optional(std::move(out));
    }

    Result<base::SecretSlice> readValue()
    {
        skipBlanks();
        if (m_rest.starts_with('"') || m_rest.starts_with('\''))
            return readQuoted();
        if (m_rest.starts_with(kPemBegin))
            return readPem();
        const std::string_view line = takeLine();
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '#' && (i == 0 || isBlank(line[i - 1])))
                return m_arena.put(trimmed(line.substr(0, i)));
        }
        return m_arena.put(trimmed(line));
    }

    Result<base::SecretSlice> readQuoted()
    {
        const char quote = m_rest.front();
        std::size_t at = 1;
        std::size_t done = 1;
        for (; at < m_rest.size() && m_rest[at] != quote; ++at) {
            if (quote != '"' || m_rest[at] != '\\' || at + 1 == m_rest.size())
                continue;
            const std::optional<char> c = unescaped(m_rest[++at]);
            if (!c)
                continue;
            LATCHKEY_CHECK(m_arena.append(m_rest.substr(done, at - 1 - done)));
            LATCHKEY_CHECK(m_arena.append({&*c, 1}));
            done = at + 1;
        }
        if (at >= m_rest.size())
            return fail(ErrorCode::InvalidArgument); // never closed
        LATCHKEY_CHECK(m_arena.append(m_rest.substr(done, at - done)));
        consume(at + 1);
        const std::string_view behind = trimmed(takeLine());
        if (!behind.empty() && behind.front() != '#')
            return fail(ErrorCode::InvalidArgument);
        return m_arena.finish();
    }

    /// From the line that begins a key to the one that ends it; on one line it is a value like any other.
    Result<base::SecretSlice> readPem()
    {
        std::string_view line = trimmed(takeLine());
        LATCHKEY_CHECK(m_arena.append(line));
        while (line.find(kPemEnd) == std::string_view::npos) {
            if (m_rest.empty())
                return fail(ErrorCode::InvalidArgument);
            line = trimmed(takeLine());
            LATCHKEY_CHECK(m_arena.append("\n"));
            LATCHKEY_CHECK(m_arena.append(line));
        }
        return m_arena.finish();
    }

    void skipBlanks()
    {
        while (!m_rest.empty() && isBlank(m_rest.front()))
            m_rest.remove_prefix(1);
    }

    std::string_view m_rest;
    int m_line = 1;
    base::SecretArena m_arena;
};

} // namespace

Result<std::vector<EnvAssignment>> parseEnv(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const std::string_view plain, plainText(text));
    return EnvReader(plain).run();
}

Result<ImportBatch> parseEnvImport(const base::SecretBytes &text)
{
    LATCHKEY_TRY(std::vector<EnvAssignment> assignments, parseEnv(text));
    ImportBatch batch;
    batch.entries.reserve(assignments.size());
    for (EnvAssignment &each : assignments) {
        ImportedEntry entry;
        entry.name = std::move(each.name);
        entry.fields.push_back({QStringLiteral("value"), std::move(each.value)});
        batch.entries.push_back(std::move(entry));
    }
    return batch;
}

} // namespace transfer
