// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/importwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace service {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

struct ReasonWords {
    QLatin1StringView code;
    const char *text;
};

// In the order of ImportReason.
constexpr std::array kReasons{
    ReasonWords{QLatin1StringView(""), ""},
    ReasonWords{QLatin1StringView("empty"), QT_TRANSLATE_NOOP("Words", "it has no value")},
    ReasonWords{QLatin1StringView("bad_name"), QT_TRANSLATE_NOOP("Words", "it has no name that can be kept")},
    ReasonWords{QLatin1StringView("bad_value"), QT_TRANSLATE_NOOP("Words", "there are control characters in it")},
    ReasonWords{QLatin1StringView("too_large"), QT_TRANSLATE_NOOP("Words", "it is too large")},
    ReasonWords{QLatin1StringView("contradicts"), QT_TRANSLATE_NOOP("Words", "the file has two different values for it")},
    ReasonWords{QLatin1StringView("encrypted"), QT_TRANSLATE_NOOP("Words", "the other program encrypted it")},
    ReasonWords{QLatin1StringView("placeholder"), QT_TRANSLATE_NOOP("Words", "there is an example instead of a key")},
    ReasonWords{QLatin1StringView("other_kind"), QT_TRANSLATE_NOOP("Words", "it is no credential")},
    ReasonWords{QLatin1StringView("unreadable"), QT_TRANSLATE_NOOP("Words", "the key file does not open it")},
};

// In the order of ImportOutcome.
constexpr std::array kOutcomes{
    ReasonWords{QLatin1StringView("new"), QT_TRANSLATE_NOOP("Words", "New")},
    ReasonWords{QLatin1StringView("same"), QT_TRANSLATE_NOOP("Words", "In the vault already")},
    ReasonWords{QLatin1StringView("conflict"), QT_TRANSLATE_NOOP("Words", "Left alone: the vault has another value")},
    ReasonWords{QLatin1StringView("skipped"), QT_TRANSLATE_NOOP("Words", "Skipped")},
};

// In the order of ExportGap.
constexpr std::array kGaps{
    ReasonWords{QLatin1StringView("held_back"), QT_TRANSLATE_NOOP("Words", "held back until you agree")},
    ReasonWords{QLatin1StringView("not_released"), QT_TRANSLATE_NOOP("Words", "no version of it is in use")},
    ReasonWords{QLatin1StringView("no_value"), QT_TRANSLATE_NOOP("Words", "it has no value")},
    ReasonWords{QLatin1StringView("not_text"), QT_TRANSLATE_NOOP("Words", "its value does not fit into this format")},
    ReasonWords{QLatin1StringView("name_taken"), QT_TRANSLATE_NOOP("Words", "another one has the same variable")},
    ReasonWords{QLatin1StringView("damaged"), QT_TRANSLATE_NOOP("Words", "the vault is damaged there")},
};

const ReasonWords &wordsOf(ImportReason reason)
{
    return kReasons.at(static_cast<std::size_t>(reason));
}

const ReasonWords &wordsOf(ImportOutcome outcome)
{
    return kOutcomes.at(static_cast<std::size_t>(outcome));
}

const ReasonWords &wordsOf(ExportGap gap)
{
    return kGaps.at(static_cast<std::size_t>(gap));
}

/// For a shell.
QString quoted(QString path)
{
    path.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + path + u'\'';
}

QJsonObject entryOf(const ImportRow &row)
{
    QJsonObject out{{QStringLiteral("name"), row.name},
                    {QStringLiteral("sources"), QJsonArray::fromStringList(row.sources)},
                    {QStringLiteral("fields"), QJsonArray::fromStringList(row.fields)},
                    {QStringLiteral("kind"), vault::kindName(row.kind)},
                    {QStringLiteral("outcome"), QString(wordsOf(row.outcome).code)},
                    {QStringLiteral("reason"), QJsonValue(QJsonValue::Null)}};
    if (row.reason != ImportReason::None)
        out.insert(QStringLiteral("reason"), QString(wordsOf(row.reason).code));
    if (row.outcome != ImportOutcome::Skipped)
        out.insert(QStringLiteral("reference"), vault::encodedName(row.name));
    return out;
}

} // namespace

QString words::forImport(const ImportRow &row)
{
    if (row.reason == ImportReason::None)
        return say(wordsOf(row.outcome).text);
    const QString reason = say(wordsOf(row.reason).text);
    if (row.outcome == ImportOutcome::Conflict)
        return say(QT_TRANSLATE_NOOP("Words", "Left alone: %1")).arg(reason);
    return say(QT_TRANSLATE_NOOP("Words", "Skipped: %1")).arg(reason);
}

QString words::importFormat(transfer::ImportFormat format)
{
    // In the order of transfer::ImportFormat.
    static constexpr std::array kFormats{
        QT_TRANSLATE_NOOP("Words", "env file"),
        QT_TRANSLATE_NOOP("Words", "encrypted store of an older tool (Fernet)"),
        QT_TRANSLATE_NOOP("Words", "database of an older tool (Fernet)"),
        QT_TRANSLATE_NOOP("Words", "JSON"),
        QT_TRANSLATE_NOOP("Words", "CSV table"),
        QT_TRANSLATE_NOOP("Words", "Freqtrade configuration"),
        QT_TRANSLATE_NOOP("Words", "ccxt file of keys"),
        QT_TRANSLATE_NOOP("Words", "OctoBot configuration"),
        QT_TRANSLATE_NOOP("Words", "Jesse export"),
        QT_TRANSLATE_NOOP("Words", "Bitwarden export"),
        QT_TRANSLATE_NOOP("Words", "KeePassXC export"),
        QT_TRANSLATE_NOOP("Words", "1Password export"),
    };
    return say(kFormats.at(static_cast<std::size_t>(format)));
}

QStringList words::aboutSource(const ImportReport &report, SourceAdvice advice)
{
    const bool stands = report.count(ImportOutcome::New) + report.count(ImportOutcome::Same) > 0;
    if (report.dryRun || !stands || report.path == QLatin1StringView("-"))
        return {};
    QStringList out;
    const bool fernet = !report.keyFile.isEmpty();
    if (fernet)
        out << say(QT_TRANSLATE_NOOP("Words", "%1 and its key %2 are still there; together they give the secrets away."))
                   .arg(report.path, report.keyFile);
    else
        out << say(QT_TRANSLATE_NOOP("Words", "%1 is still there, with the secrets in plain text.")).arg(report.path);
    if (advice == SourceAdvice::Terminal)
        out << say(QT_TRANSLATE_NOOP("Words", "Once everything works, delete it: %1"))
                   .arg(QStringLiteral("rm -- ") + quoted(report.path)
                        + (fernet ? u' ' + quoted(report.keyFile) : QString()));
    else
        out << say(QT_TRANSLATE_NOOP("Words", "Once everything works, delete it."));
    out << say(QT_TRANSLATE_NOOP("Words",
                                 "Deleting does not reach backups, synchronised folders, the history of git, or copies "
                                 "that an SSD or the file system keeps. Replace keys that may have been seen there."));
    if (report.inRepository)
        out << say(QT_TRANSLATE_NOOP("Words", "It lies in a git repository: what was ever committed stays in its history."));
    return out;
}

QString words::forGap(ExportGap gap)
{
    return say(wordsOf(gap).text);
}

QJsonObject json::importReport(const ImportReport &report)
{
    QJsonArray skipped;
    QJsonArray conflicts;
    QJsonArray entries;
    for (const ImportRow &row : report.rows) {
        if (row.outcome == ImportOutcome::Skipped)
            skipped << row.name;
        if (row.outcome == ImportOutcome::Conflict)
            conflicts << row.name;
        entries << entryOf(row);
    }
    return {{QStringLiteral("imported"), static_cast<qint64>(report.count(ImportOutcome::New))},
            {QStringLiteral("same"), static_cast<qint64>(report.count(ImportOutcome::Same))},
            {QStringLiteral("skipped"), skipped},
            {QStringLiteral("conflicts"), conflicts},
            {QStringLiteral("format"), transfer::formatName(report.format)},
            {QStringLiteral("dry_run"), report.dryRun},
            {QStringLiteral("entries"), entries}};
}

QJsonObject json::exportReport(const ExportReport &report)
{
    QJsonArray left;
    for (const ExportReport::Left &each : report.left)
        left << QJsonObject{{QStringLiteral("name"), each.name},
                            {QStringLiteral("reason"), QString(wordsOf(each.gap).code)}};
    return {{QStringLiteral("exported"), static_cast<qint64>(report.exported)}, {QStringLiteral("left"), left}};
}

} // namespace service
