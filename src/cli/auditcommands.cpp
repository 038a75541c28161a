// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/backupcommand.h"
#include "cli/commands.h"
#include "cli/opener.h"
#include "cli/restorecommand.h"
#include "cli/secretinput.h"
#include "service/words.h"

namespace cli {

namespace {

/// The options that say which entries are meant.
class FilterOptions final {
public:
    void declare(Syntax &syntax)
    {
        syntax.option("--since WHEN", m_since, "24h, 7d, 30m, or a time (2026-11-22T20:00:00Z)");
        syntax.option("--until WHEN", m_until, "Only what is older");
        syntax.list("--kind KIND", m_filter.kinds, "Only this kind (released, signed, ...); may be repeated");
        syntax.option("--name NAME", m_filter.name, "Only what happened to one credential");
    }
    [[nodiscard]] base::Result<service::AuditFilter> parse(std::int64_t nowMs) const
    {
        service::AuditFilter out = m_filter;
        if (!m_since.isEmpty()) {
            LATCHKEY_TRY(out.sinceMs, service::parseSince(m_since, nowMs));
        }
        if (!m_until.isEmpty()) {
            LATCHKEY_TRY(out.untilMs, service::parseSince(m_until, nowMs));
        }
        return out;
    }

private:
    service::AuditFilter m_filter;
    QString m_since;
    QString m_until;
};

class AuditList final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        m_options.declare(syntax);
        syntax.option("--limit N", m_limit, "Only the last N entries");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        bool ok = m_limit.isEmpty();
        const qulonglong limit = ok ? 0 : m_limit.toULongLong(&ok);
        if (!ok)
            return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("--limit"));
        const auto filter = m_options.parse(parts.clock().nowMs());
        if (!filter)
            return base::ready<int>(std::unexpected(filter.error()));
        return withVault(
            parts, this, [&parts, filter = *filter, limit] { return parts.integrity().entries(filter, limit); },
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

    FilterOptions m_options;
    QString m_limit;
};

class AuditExport final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.option("--out FILE", m_path, "A new file, mode 0600; nothing is ever overwritten");
        syntax.option("--format NAME", m_format, "jsonl (one object per line, the default) or csv");
        m_options.declare(syntax);
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        if (m_path.isEmpty())
            return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("--out"));
        const auto format = m_format.isEmpty() ? service::AuditFormat::JsonLines : service::auditFormat(m_format);
        if (!format)
            return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("--format"));
        const auto filter = m_options.parse(parts.clock().nowMs());
        if (!filter)
            return base::ready<int>(std::unexpected(filter.error()));
        return withVault(
            parts, this,
            [this, &parts, filter = *filter, format] { return parts.integrity().exportAudit(filter, m_path, *format); },
            [this, &parts](qsizetype count) {
                parts.output().document(QJsonObject{{QStringLiteral("exported"), static_cast<qint64>(count)},
                                                    {QStringLiteral("file"), m_path}});
                parts.output().line(count == 1 ? QStringLiteral("1 entry was written to %1.").arg(m_path)
                                               : QStringLiteral("%1 entries were written to %2.").arg(count).arg(m_path));
                return 0;
            });
    }

private:
    QString m_path;
    QString m_format;
    FilterOptions m_options;
};

class AuditPrune final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.option("--before WHEN", m_before, "Drop what is older: 90d, 52w, or a time (2026-11-22T20:00:00Z)");
        syntax.footer("The entries are gone for good: export them first. What is left can be verified as before.");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        if (m_before.isEmpty())
            return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("--before"));
        const auto before = service::parseSince(m_before, parts.clock().nowMs());
        if (!before)
            return base::ready<int>(std::unexpected(before.error()));
        const QString question = QStringLiteral("Drop all entries from before %1 for good?").arg(when(*before));
        if (const auto sure = confirm(question, parts.options().yes); !sure)
            return base::ready<int>(std::unexpected(sure.error()));
        return withVault(
            parts, this, [&parts, before = *before] { return parts.integrity().pruneAudit(before, parts.caller()); },
            [&parts](const vault::PrunedRange &range) {
                const std::uint64_t count = range.last == 0 ? 0 : range.last - range.first + 1;
                parts.output().document(QJsonObject{{QStringLiteral("pruned"), static_cast<qint64>(count)},
                                                    {QStringLiteral("last"), static_cast<qint64>(range.last)}});
                parts.output().line(
                    count == 0       ? QStringLiteral("No entry is that old.")
                        : count == 1 ? QStringLiteral("1 entry is gone: number %1.").arg(range.last)
                                     : QStringLiteral("%1 entries are gone, up to number %2.").arg(count).arg(range.last));
                return 0;
            });
    }

private:
    QString m_before;
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
    audit.command<AuditPrune>("prune", "Drop the oldest entries; what is left can be verified as before");
    root.command<VerifyCommand>("verify", "Verify the whole vault");
    root.command<BackupCommand>("backup", "Write everything into one sealed file, or say when that is to happen");
    root.command<RestoreCommand>("restore", "Make a vault of a backup, or accept an older vault file");
}

} // namespace cli
