// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/controlframe.h"

namespace agent {

namespace {

using base::CanonicalReader;
using base::CanonicalWriter;
using base::ErrorCode;

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kLengthBytes = 4;

std::unexpected<base::Error> malformed()
{
    return base::fail(ErrorCode::BadResponse, QStringLiteral("malformed frame"));
}

void writeText(CanonicalWriter &writer, const QString &text)
{
    writer.sized(base::view(text.toUtf8()));
}

base::Result<QString> readText(CanonicalReader &reader)
{
    const QByteArray bytes = base::toByteArray(reader.sized());
    QString text = base::textOf(bytes.toStdString());
    // Text that does not come back as it was is not UTF-8; two different frames must not mean the same.
    if (!reader.ok() || text.toUtf8() != bytes)
        return malformed();
    return text;
}

void writeValues(CanonicalWriter &writer, const QMap<QString, QString> &values)
{
    writer.u32(static_cast<std::uint32_t>(values.size()));
    for (auto item = values.cbegin(); item != values.cend(); ++item) {
        writeText(writer, item.key());
        writeText(writer, item.value());
    }
}

base::Result<QMap<QString, QString>> readValues(CanonicalReader &reader)
{
    QMap<QString, QString> values;
    for (std::uint32_t left = reader.u32(); left > 0; --left) {
        LATCHKEY_TRY(const QString name, readText(reader));
        LATCHKEY_TRY(const QString value, readText(reader));
        if (!values.isEmpty() && name <= values.lastKey())
            return malformed();
        values.insert(name, value);
    }
    return values;
}

base::Result<OutgoingFrame> finish(CanonicalWriter &body, const base::SecretFields &secrets, std::size_t limit)
{
    OutgoingFrame frame;
    std::size_t secretBytes = 0;
    body.u32(static_cast<std::uint32_t>(secrets.size()));
    for (const auto &[name, value] : secrets) {
        writeText(body, name);
        body.u32(static_cast<std::uint32_t>(value.size()));
        frame.secrets.push_back(value.exposeBytes());
        secretBytes += value.size();
    }
    const std::size_t publicBytes = body.view().size();
    if (kFrameHeaderBytes + publicBytes + secretBytes > limit)
        return base::fail(ErrorCode::ResponseTooLarge,
                          QStringLiteral("the agent's channel carries at most %1 bytes").arg(limit));
    CanonicalWriter head;
    head.u32(static_cast<std::uint32_t>(kLengthBytes + publicBytes + secretBytes));
    head.u32(static_cast<std::uint32_t>(publicBytes));
    frame.head = head.bytes() + body.bytes();
    return frame;
}

/// Cuts the secret part into its values. Must use all of it and leave nothing of the public part.
base::Result<base::SecretFields> readSecrets(CanonicalReader &reader, const base::SecretBytes &part)
{
    base::SecretFields secrets;
    base::ByteView rest = part.exposeBytes();
    for (std::uint32_t left = reader.u32(); left > 0; --left) {
        LATCHKEY_TRY(const QString name, readText(reader));
        const std::size_t length = reader.u32();
        const bool ascending = secrets.empty() || secrets.rbegin()->first < name;
        if (!reader.ok() || !ascending || length > rest.size())
            return malformed();
        LATCHKEY_TRY(base::SecretBytes value, base::SecretBytes::copyOf(rest.first(length)));
        value.maskInLogs();
        rest = rest.subspan(length);
        secrets.emplace(name, std::move(value));
    }
    if (!reader.atEnd() || !rest.empty())
        return malformed();
    return secrets;
}

} // namespace

base::Result<OutgoingFrame> encode(const ControlRequest &request, std::size_t limit)
{
    CanonicalWriter body;
    body.u8(kVersion);
    writeText(body, request.operation);
    writeValues(body, request.arguments);
    return finish(body, request.secrets, limit);
}

base::Result<OutgoingFrame> encode(const ControlResponse &response, std::size_t limit)
{
    CanonicalWriter body;
    body.u8(kVersion).u8(response.error ? 1 : 0);
    if (response.error) {
        const QLatin1StringView name = codeName(response.error->code);
        writeText(body, QString(name));
        writeText(body, response.error->detail);
    }
    writeValues(body, response.values);
    return finish(body, response.secrets, limit);
}

base::Result<FrameSizes> parseHeader(const FrameHeader &header, std::size_t limit)
{
    CanonicalReader reader(header);
    const std::size_t total = reader.u32();
    const std::size_t publicBytes = reader.u32();
    if (total + kLengthBytes > limit || total < kLengthBytes || publicBytes > total - kLengthBytes)
        return malformed();
    return FrameSizes{publicBytes, total - kLengthBytes - publicBytes};
}

base::Result<ControlRequest> decodeRequest(base::ByteView publicPart, const base::SecretBytes &secretPart)
{
    CanonicalReader reader(publicPart);
    if (reader.u8() != kVersion)
        return malformed();
    ControlRequest request;
    LATCHKEY_TRY(request.operation, readText(reader));
    LATCHKEY_TRY(request.arguments, readValues(reader));
    LATCHKEY_TRY(request.secrets, readSecrets(reader, secretPart));
    return request;
}

base::Result<ControlResponse> decodeResponse(base::ByteView publicPart, const base::SecretBytes &secretPart)
{
    CanonicalReader reader(publicPart);
    if (reader.u8() != kVersion)
        return malformed();
    ControlResponse response;
    const std::uint8_t failed = reader.u8();
    if (failed > 1)
        return malformed();
    if (failed == 1) {
        LATCHKEY_TRY(const QString name, readText(reader));
        LATCHKEY_TRY(const QString detail, readText(reader));
        response.error = base::Error{base::codeFromName(name), detail};
    }
    LATCHKEY_TRY(response.values, readValues(reader));
    LATCHKEY_TRY(response.secrets, readSecrets(reader, secretPart));
    return response;
}

} // namespace agent
