// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/auditfilter.h"

#include "base/privatefile.h"
#include "service/jsonshapes.h"
#include "service/words.h"
#include "vault/name.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace service {

namespace {

QByteArray csvCell(QString text)
{
    static const QString kFormula = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && kFormula.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return '"' + text.toUtf8() + '"';
}

QByteArray csvLine(const QStringList &cells)
{
    QByteArrayList out;
    for (const QString &cell : cells)
        out << csvCell(cell);
    return out.join(',') + "\r\n";
}

} // namespace

AuditGroup auditGroup(const QString &kind)
{
    static const QHash<QString, AuditGroup> kGroups{
        {QStringLiteral("released"), AuditGroup::Uses},
        {QStringLiteral("read-for-update"), AuditGroup::Uses},
        {QStringLiteral("revealed"), AuditGroup::Uses},
        {QStringLiteral("copied"), AuditGroup::Uses},
        {QStringLiteral("run"), AuditGroup::Uses},
        {QStringLiteral("signed"), AuditGroup::Uses},
        {QStringLiteral("verified"), AuditGroup::Uses},
        {QStringLiteral("check"), AuditGroup::Checks},
        {QStringLiteral("checked"), AuditGroup::Checks},
        {QStringLiteral("check-noted"), AuditGroup::Checks},
        {QStringLiteral("held-back"), AuditGroup::Checks},
        {QStringLiteral("consent-given"), AuditGroup::Checks},
        {QStringLiteral("credential-added"), AuditGroup::Changes},
        {QStringLiteral("credential-changed"), AuditGroup::Changes},
        {QStringLiteral("credential-removed"), AuditGroup::Changes},
        {QStringLiteral("credential-put-back"), AuditGroup::Changes},
        {QStringLiteral("credential-purged"), AuditGroup::Changes},
        {QStringLiteral("version-added"), AuditGroup::Changes},
        {QStringLiteral("version-current"), AuditGroup::Changes},
        {QStringLiteral("version-rolled-back"), AuditGroup::Changes},
        {QStringLiteral("version-rejected"), AuditGroup::Changes},
        {QStringLiteral("version-retired"), AuditGroup::Changes},
        {QStringLiteral("version-compromised"), AuditGroup::Changes},
        {QStringLiteral("policy-changed"), AuditGroup::Changes},
        {QStringLiteral("credential-renamed"), AuditGroup::Changes},
        {QStringLiteral("alias-added"), AuditGroup::Changes},
        {QStringLiteral("alias-removed"), AuditGroup::Changes},
        {QStringLiteral("secrets-cleared"), AuditGroup::Changes},
        {QStringLiteral("checkpoint"), AuditGroup::Changes},
        {QStringLiteral("settings-changed"), AuditGroup::Changes},
        {QStringLiteral("passphrase-changed"), AuditGroup::Changes},
        {QStringLiteral("recovery-key-confirmed"), AuditGroup::Changes},
        {QStringLiteral("backup-made"), AuditGroup::Openings},
        {QStringLiteral("backup-failed"), AuditGroup::Openings},
        {QStringLiteral("restored"), AuditGroup::Openings},
        {QStringLiteral("vault-created"), AuditGroup::Openings},
        {QStringLiteral("unlocked"), AuditGroup::Openings},
        {QStringLiteral("locked"), AuditGroup::Openings},
        {QStringLiteral("opened-past-agent"), AuditGroup::Openings},
        {QStringLiteral("rollback-accepted"), AuditGroup::Openings},
    };
    return kGroups.value(kind, AuditGroup::All);
}

bool AuditFilter::passes(const vault::AuditEntry &entry) const
{
    if ((untilMs != 0 && entry.timeMs >= untilMs) || (!kinds.isEmpty() && !kinds.contains(entry.event.kind)))
        return false;
    const bool isThis = (!credential.isNull() && entry.event.credential == credential)
        || vault::foldName(entry.event.name) == vault::foldName(name);
    if (!name.isEmpty() && !isThis)
        return false;
    if (entry.timeMs < sinceMs || (group != AuditGroup::All && auditGroup(entry.event.kind) != group))
        return false;
    if (text.isEmpty())
        return true;
    const QStringList told{entry.event.name, entry.event.program, words::auditKind(entry.event.kind),
                           words::auditOutcome(entry.event)};
    return std::ranges::any_of(told, [this](const QString &one) { return one.contains(text, Qt::CaseInsensitive); });
}

std::optional<AuditFormat> auditFormat(const QString &name)
{
    if (name == QLatin1StringView("jsonl"))
        return AuditFormat::JsonLines;
    return name == QLatin1StringView("csv") ? std::optional(AuditFormat::Csv) : std::nullopt;
}

QByteArray auditHeading(AuditFormat format)
{
    if (format == AuditFormat::JsonLines)
        return {};
    return csvLine({QStringLiteral("seq"), QStringLiteral("time"), QStringLiteral("kind"), QStringLiteral("name"),
                    QStringLiteral("program"), QStringLiteral("outcome"), QStringLiteral("details")});
}

QByteArray auditLine(const vault::AuditEntry &entry, AuditFormat format)
{
    const QJsonObject row = json::auditRow(entry);
    if (format == AuditFormat::JsonLines)
        return QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n';
    QStringList details;
    for (const auto &[key, value] : entry.event.details.asKeyValueRange())
        details << key + QLatin1Char('=') + value;
    return csvLine({QString::number(entry.seq), base::toRfc3339(entry.timeMs), entry.event.kind, entry.event.name,
                    entry.event.program, entry.event.outcome, details.join(QLatin1Char(' '))});
}

base::Result<void> writeNewExport(const QString &path, const QByteArray &content)
{
    const auto taken = [&path] { return QFileInfo::exists(path) || QFileInfo(path).isSymLink(); };
    if (taken())
        return base::fail(base::ErrorCode::AlreadyExists, path);
    // One that a crash left behind stands in nobody's way.
    const QString part = QStringLiteral("%1.part-%2").arg(path).arg(QCoreApplication::applicationPid());
    LATCHKEY_CHECK(base::writeNewPrivateFile(part, base::view(content)));
    QFile file(part);
    if (file.rename(path)) // replaces nothing
        return {};
    const base::Error error = taken()
        ? base::Error{base::ErrorCode::AlreadyExists, path}
        : base::Error{base::ErrorCode::IoFailure, path + QStringLiteral(": ") + file.errorString()};
    file.remove();
    return std::unexpected(error);
}

} // namespace service
