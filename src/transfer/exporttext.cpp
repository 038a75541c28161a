// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exporttext.h"

#include <QUtf8StringView>

#include <algorithm>

namespace transfer {

namespace {

using base::Result;
using base::SecretBuilder;
using base::SecretBytes;

constexpr std::size_t kPiece = std::size_t{64} * 1024;

bool isText(std::string_view value)
{
    return QUtf8StringView(value.data(), static_cast<qsizetype>(value.size())).isValidUtf8();
}

bool isLetter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'_';
}

Result<void> appendText(SecretBuilder &out, const QString &text)
{
    return base::appendJsonText(out, text.toStdString());
}

Result<void> appendMember(SecretBuilder &out, const char *name, const QString &text)
{
    LATCHKEY_CHECK(out.append(std::string_view(name)));
    return appendText(out, text);
}

Result<void> appendAttributes(SecretBuilder &out, const QMap<QString, QString> &attributes)
{
    LATCHKEY_CHECK(out.append(",\n    \"attributes\": {"));
    bool first = true;
    for (const auto &[key, value] : attributes.asKeyValueRange()) {
        if (!std::exchange(first, false))
            LATCHKEY_CHECK(out.append(", "));
        LATCHKEY_CHECK(appendText(out, key));
        LATCHKEY_CHECK(out.append(": "));
        LATCHKEY_CHECK(appendText(out, value));
    }
    return out.append("}");
}

/// A shell, and every reader of such files, takes these as they are.
bool isPlain(std::string_view value)
{
    constexpr std::string_view marks("_./:@%+,=-");
    return std::ranges::all_of(value, [marks](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || marks.contains(c);
    });
}

Result<void> appendEnvValue(SecretBuilder &out, std::string_view value)
{
    if (isPlain(value))
        return out.append(value);
    if (!value.contains('\'')) {
        LATCHKEY_CHECK(out.append("'"));
        LATCHKEY_CHECK(out.append(value));
        return out.append("'");
    }
    LATCHKEY_CHECK(out.append("\""));
    std::size_t done = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (!std::string_view("\\\"$`").contains(value[at]))
            continue;
        LATCHKEY_CHECK(out.append(value.substr(done, at - done)));
        LATCHKEY_CHECK(out.append("\\"));
        done = at;
    }
    LATCHKEY_CHECK(out.append(value.substr(done)));
    return out.append("\"");
}

} // namespace

std::optional<ExportFormat> exportFormatFromName(const QString &name)
{
    if (name == QLatin1StringView("env"))
        return ExportFormat::Env;
    return name == QLatin1StringView("json") ? std::optional(ExportFormat::Json) : std::nullopt;
}

bool isVariableName(QStringView name) noexcept
{
    return !name.isEmpty() && isLetter(name.front())
        && std::ranges::all_of(name, [](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9'); });
}

Result<void> PieceWriter::append(std::string_view text)
{
    while (!text.empty()) {
        if (m_pieces.empty() || m_used == m_pieces.back().size()) {
            LATCHKEY_TRY(SecretBytes piece, SecretBytes::allocate(kPiece));
            m_pieces.push_back(std::move(piece));
            m_used = 0;
        }
        const std::size_t part = std::min(text.size(), kPiece - m_used);
        std::ranges::copy(text.substr(0, part),
                          m_pieces.back().exposeForWriting().begin() + static_cast<std::ptrdiff_t>(m_used));
        m_used += part;
        text.remove_prefix(part);
    }
    return {};
}

SecretPieces PieceWriter::take() noexcept
{
    if (!m_pieces.empty())
        m_pieces.back().shrink(m_used);
    return std::exchange(m_pieces, {});
}

Result<bool> JsonExport::add(const ExportedCredential &credential)
{
    if (!std::ranges::all_of(credential.fields, [](const auto &field) { return isText(field.second.exposeText()); }))
        return false;
    SecretBuilder out;
    LATCHKEY_CHECK(out.append(m_out.isEmpty() ? "{\n  " : ",\n  "));
    LATCHKEY_CHECK(appendText(out, credential.name));
    LATCHKEY_CHECK(appendMember(out, ": {\n    \"kind\": ", credential.kind));
    if (!credential.description.isEmpty())
        LATCHKEY_CHECK(appendMember(out, ",\n    \"description\": ", credential.description));
    if (!credential.attributes.isEmpty())
        LATCHKEY_CHECK(appendAttributes(out, credential.attributes));
    LATCHKEY_CHECK(out.append(",\n    \"fields\": {"));
    bool first = true;
    for (const auto &[name, value] : credential.fields) {
        LATCHKEY_CHECK(out.append(std::exchange(first, false) ? "\n      " : ",\n      "));
        LATCHKEY_CHECK(appendText(out, name));
        LATCHKEY_CHECK(out.append(": "));
        LATCHKEY_CHECK(base::appendJsonText(out, value.exposeText()));
    }
    LATCHKEY_CHECK(out.append("\n    }\n  }"));
    const SecretBytes made = out.take();
    LATCHKEY_CHECK(m_out.append(made.exposeText()));
    return true;
}

Result<SecretPieces> JsonExport::finish()
{
    LATCHKEY_CHECK(m_out.append(m_out.isEmpty() ? "{}\n" : "\n}\n"));
    return m_out.take();
}

Result<bool> EnvExport::add(const QString &variable, const SecretBytes &value, const QString &comment)
{
    if (!isText(value.exposeText()) || value.exposeText().contains('\0'))
        return false;
    SecretBuilder out;
    if (!comment.isEmpty())
        LATCHKEY_CHECK(out.append("# " + comment.toStdString() + "\n"));
    LATCHKEY_CHECK(out.append(variable.toStdString() + "="));
    LATCHKEY_CHECK(appendEnvValue(out, value.exposeText()));
    LATCHKEY_CHECK(out.append("\n"));
    const SecretBytes made = out.take();
    LATCHKEY_CHECK(m_out.append(made.exposeText()));
    return true;
}

} // namespace transfer
