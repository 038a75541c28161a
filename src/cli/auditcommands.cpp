// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opener.h"
#include "cli/restorecommand.h"
#include "service/words.h"

namespace cli {

namespace {

class AuditList final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.option("--since WHEN", m_since, "24h, 7d, 30m, or a time (2026-11-22T20:00:00Z)");
        syntax.option("--limit N", m_limit, "Only the last N entries");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        bool ok = m_limit.isEmpty();
        const qulonglong limit = ok ? 0 : m_limit.toULongLong(&ok);
        if (!ok)
            return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("--limit"));
        const auto since = m_since.isEmpty() ? base::Result<std::int64_t>(0)
                                             : service::parseSince(m_since, parts.clock().nowMs());
        if (!since)
            return base::ready<int>(std::unexpected(since.error()));
        return withVault(
            parts, this, [&parts, since = *since, limit] { return parts.integrity().entries(since, limit); },
            [&parts](const QList<vault::AuditEntry> &entries) {
                print(parts.output(), entries);
                return 0;
            });
    }

private:
    static void print(Output &out, const QList<vault::AuditEntry> &entries)
    {
        QJsonArray rows;
        QList<QStringList> table;
        for (const vault::AuditEntry &entry : entries) {
            rows.append(service::json::auditRow(entry));
            table << QStringList{
                QString::number(entry.seq), when(entry.timeMs),  service::words::auditKind(entry.event.kind),
                entry.event.name,           entry.event.program, service::words::auditOutcome(entry.event)};
        }
        out.document(rows);
        out.table({QStringLiteral("NO"), QStringLiteral("TIME"), QStringLiteral("WHAT"), QStringLiteral("NAME"),
                   QStringLiteral("PROGRAM"), QStringLiteral("OUTCOME")},
                  table, QStringLiteral("There is no entry."));
    }

    QString m_since;
    QString m_limit;
};

class AuditExport final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.option("--out FILE", m_path, "A new file, mode 0600; nothing is ever overwritten");
        syntax.option("--format NAME", m_format, "jsonl (one object per line, the default) or csv");
        syntax.option("--since WHEN", m_since, "24h, 7d, 30m, or a time (2026-11-22T20:00:00Z)");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        if (m_path.isEmpty())
            return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("--out"));
        const auto format = m_format.isEmpty() ? service::AuditFormat::JsonLines : service::auditFormat(m_format);
        if (!format)
            return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("--format"));
        service::AuditFilter filter;
        if (!m_since.isEmpty()) {
            const auto since = service::parseSince(m_since, parts.clock().nowMs());
            if (!since)
                return base::ready<int>(std::unexpected(since.error()));
            filter.sinceMs = *since;
        }
        return withVault(
            parts, this, [this, &parts, filter, format] { return parts.integrity().exportAudit(filter, m_path, *format); },
            [this, &parts](qsizetype count) {
                parts.output().document(QJsonObject{{QStringLiteral("exported"), static_cast<qint64>(count)},
                                                    {QStringLiteral("file"), m_path}});
                parts.output().line(QStringLiteral("%1 entries were written to %2.").arg(count).arg(m_path));
                return 0;
            });
    }

private:
    QString m_path;
    QString m_format;
    QString m_since;
};

QJsonObject headObject(const service::Integrity::Head &head)
{
    return {{QStringLiteral("intact"), true},
            {QStringLiteral("head"), head.text()},
            {QStringLiteral("seq"), static_cast<double>(head.seq)}};
}

class AuditVerify final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.option("--expect-head SEQ:HEX", m_expected, "What an earlier run printed; it must still be in the log");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [this, &parts] { return parts.integrity().verifyAudit(m_expected); },
            [&parts](const service::Integrity::Head &head) {
                parts.output().document(headObject(head));
                parts.output().line(head.text());
                return 0;
            });
    }

private:
    QString m_expected;
};

class VerifyCommand final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        return withVault(
            parts, this, [&parts] { return parts.integrity().verify(); },
            [&parts](const service::Integrity::Head &head) {
                parts.output().document(headObject(head));
                parts.output().line(QStringLiteral("The vault is intact. Audit log: %1").arg(head.text()));
                return 0;
            });
    }
};

} // namespace

void addAuditCommands(Syntax &root)
{
    Syntax audit = root.command<AuditList>("audit", "List what happened");
    audit.command<AuditVerify>("verify", "Verify the whole log and print its head as SEQ:HEX");
    audit.command<AuditExport>("export", "Verify the whole log and write it to a new file");
    root.command<VerifyCommand>("verify", "Verify the whole vault");
    root.command<RestoreCommand>("restore", "Accept an older vault file that was put back on purpose");
}

} // namespace cli
