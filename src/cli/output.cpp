// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "service/erroranswer.h"
#include "service/words.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace cli {

namespace {

/// Control characters, also the invisible ones that turn the direction of text, become a visible mark.
QString printable(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        const bool steering = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        out += steering ? QChar(QChar::ReplacementCharacter) : c;
    }
    return out;
}

void writeError(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString padded(const QStringList &cells, const QList<qsizetype> &widths)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i)
        line += i + 1 < cells.size() ? cells[i].leftJustified(widths[i] + 2) : cells[i];
    return line;
}

} // namespace

Output::Output(bool json) : m_json(json)
{
    // Everything is written at once anyway, and a buffer would keep a copy of secrets.
    std::setvbuf(stdout, nullptr, _IONBF, 0);
}

void Output::write(const QByteArray &bytes)
{
    bare(base::view(bytes));
}

void Output::bare(base::ByteView bytes)
{
    if (!bytes.empty() && std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size())
        m_ok = false;
}

void Output::document(const QJsonObject &object)
{
    if (m_json)
        write(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void Output::document(const QJsonArray &array)
{
    if (m_json)
        write(QJsonDocument(array).toJson(QJsonDocument::Indented));
}

void Output::line(const QString &text)
{
    if (!m_json)
        write(printable(text).toUtf8() + '\n');
}

void Output::table(const QStringList &titles, const QList<QStringList> &rows, const QString &whenEmpty)
{
    if (rows.isEmpty())
        return line(whenEmpty);
    QList<qsizetype> widths(titles.size(), 0);
    for (const QStringList &row : QList<QStringList>{titles} + rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    line(padded(titles, widths));
    for (const QStringList &row : rows)
        line(padded(row, widths));
}

void Output::facts(const QList<std::pair<QString, QString>> &facts)
{
    qsizetype width = 0;
    for (const auto &fact : facts)
        width = std::max(width, fact.first.size());
    for (const auto &fact : facts)
        line((fact.first + QLatin1Char(':')).leftJustified(width + 3) + fact.second);
}

void Output::note(const QString &text) const
{
    if (!m_json)
        writeError(printable(text));
}

void Output::failure(const base::Error &error, const QString &prefix) const
{
    if (m_json)
        return writeError(compact(service::json::errorObject(error)));
    const service::words::Message message = service::words::forError(error);
    writeError(QStringLiteral("latchkey: %1%2").arg(prefix, printable(message.text)));
    if (!message.hint.isEmpty())
        writeError(QStringLiteral("  ") + printable(message.hint));
}

void Output::usageFault(const QString &text) const
{
    if (!m_json)
        return writeError(QStringLiteral("latchkey: ") + printable(text));
    QJsonObject error{{QStringLiteral("code"), QStringLiteral("invalid_argument")},
                      {QStringLiteral("message"), text},
                      {QStringLiteral("hint"), QStringLiteral("See latchkey --help.")}};
    writeError(compact({{QStringLiteral("error"), error}}));
}

int Output::finish(const base::Result<int> &result, const QString &prefix) const
{
    if (!result) {
        failure(result.error(), prefix);
        return service::json::exitStatus(result.error().code);
    }
    if (m_ok)
        return *result;
    const base::Error full{base::ErrorCode::IoFailure, QStringLiteral("standard output")};
    failure(full);
    return service::json::exitStatus(full.code);
}

QString yesNo(const std::optional<bool> &value)
{
    if (!value)
        return QStringLiteral("unknown");
    return *value ? QStringLiteral("yes") : QStringLiteral("no");
}

QString when(std::int64_t ms)
{
    if (ms == 0)
        return QStringLiteral("never");
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString credentialCount(std::uint64_t count)
{
    return count == 1 ? QStringLiteral("1 credential") : QStringLiteral("%1 credentials").arg(count);
}

} // namespace cli
