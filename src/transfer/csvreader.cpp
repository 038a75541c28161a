// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/csvreader.h"

#include "transfer/importjson.h"
#include "transfer/plaintext.h"

#include <algorithm>

namespace transfer {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::SecretSlice;

constexpr std::size_t kMostColumns = 100;

class CsvScanner {
public:
    explicit CsvScanner(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] int line() const { return m_line; }

    /// The next row; empty for an empty line.
    Result<std::vector<SecretSlice>> row()
    {
        std::vector<SecretSlice> cells;
        if (skipLineEnd())
            return cells;
        for (;;) {
            LATCHKEY_TRY(SecretSlice cell, m_rest.starts_with('"') ? quoted() : bare());
            cells.push_back(std::move(cell));
            if (m_rest.starts_with(',') && cells.size() < kMostColumns) {
                m_rest.remove_prefix(1);
                continue;
            }
            if (!skipLineEnd() && !m_rest.empty())
                return fail(ErrorCode::InvalidArgument);
            return cells;
        }
    }

private:
    bool skipLineEnd()
    {
        const std::size_t size = m_rest.starts_with("\r\n") ? 2 : 1;
        if (!m_rest.substr(size - 1).starts_with('\n'))
            return false;
        m_rest.remove_prefix(size);
        ++m_line;
        return true;
    }

    Result<SecretSlice> bare()
    {
        const std::size_t end = std::min(m_rest.find_first_of(",\n\""), m_rest.size());
        if (end < m_rest.size() && m_rest[end] == '"')
            return fail(ErrorCode::InvalidArgument);
        std::string_view cell = m_rest.substr(0, end);
        const bool atLineEnd = end == m_rest.size() || m_rest[end] == '\n';
        if (atLineEnd && cell.ends_with('\r'))
            cell.remove_suffix(1);
        m_rest.remove_prefix(cell.size());
        if (m_rest == "\r") // the file ends in half a line end
            m_rest = {};
        return m_arena.put(cell);
    }

    Result<SecretSlice> quoted()
    {
        m_rest.remove_prefix(1);
        for (;;) {
            const std::size_t end = m_rest.find('"');
            if (end == std::string_view::npos)
                return fail(ErrorCode::InvalidArgument);
            LATCHKEY_CHECK(m_arena.append(m_rest.substr(0, end)));
            m_line += static_cast<int>(std::ranges::count(m_rest.substr(0, end), '\n'));
            m_rest.remove_prefix(end + 1);
            if (!m_rest.starts_with('"'))
                return m_arena.finish();
            LATCHKEY_CHECK(m_arena.append("\""));
            m_rest.remove_prefix(1);
        }
    }

    std::string_view m_rest;
    int m_line = 1;
    base::SecretArena m_arena;
};

} // namespace

qsizetype CsvTable::column(QLatin1StringView name) const
{
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (header[i].compare(name, Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

bool CsvTable::hasColumns(std::initializer_list<QLatin1StringView> names) const
{
    return std::ranges::all_of(names, [this](QLatin1StringView name) { return column(name) >= 0; });
}

Result<CsvTable> parseCsv(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const std::string_view plain, plainText(text));
    CsvScanner scanner(plain);
    CsvTable table;
    while (!scanner.atEnd()) {
        const int line = scanner.line();
        auto row = scanner.row();
        if (!row && row.error().code != ErrorCode::InvalidArgument)
            return std::unexpected(row.error());
        const auto width = static_cast<std::size_t>(table.header.size());
        const bool misfit = !row || (!row->empty() && width != 0 && row->size() != width)
            || table.rows.size() == kMostEntries;
        if (misfit)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("line %1").arg(line));
        if (row->empty())
            continue;
        if (width != 0) {
            table.rows.push_back(*std::move(row));
            continue;
        }
        for (const SecretSlice &cell : *row)
            table.header << publicText(cell).trimmed();
    }
    if (table.header.isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("nothing in it"));
    return table;
}

} // namespace transfer
