// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialcodec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace vault {

namespace {

// Integer keys keep the records small; numbers are never used again for something else.
enum Key {
    KName = 1,
    KKind = 2,
    KDescription = 3,
    KTags = 4,
    KAttributes = 5,
    KVersions = 6,
    KKeep = 7,
    KCreated = 8,
    KUpdated = 9,
    KRevision = 10,
};
enum VersionKey { VNumber = 1, VState = 2, VCreated = 3, VNote = 4, VFields = 5, VHint = 6 };

QCborValue parseCbor(base::ByteView cbor)
{
    QCborParserError error;
    const QByteArray raw = QByteArray::fromRawData(reinterpret_cast<const char *>(cbor.data()), static_cast<qsizetype>(cbor.size()));
    const QCborValue value = QCborValue::fromCbor(raw, &error);
    return error.error == QCborError::NoError && error.offset == raw.size() ? value : QCborValue();
}

QCborMap encodeVersion(const VersionInfo &version)
{
    QCborMap out;
    out[VNumber] = static_cast<qint64>(version.number);
    out[VState] = static_cast<int>(version.state);
    out[VCreated] = static_cast<qint64>(version.createdAtMs);
    out[VNote] = version.note;
    out[VFields] = QCborArray::fromStringList(version.fields);
    out[VHint] = version.keyHint;
    return out;
}

QStringList stringsOf(const QCborValue &value)
{
    QStringList out;
    for (const auto &item : value.toArray())
        out << item.toString();
    return out;
}

base::Result<VersionInfo> decodeVersion(const QCborMap &map)
{
    const qint64 number = map.value(VNumber).toInteger(-1);
    const qint64 state = map.value(VState).toInteger(-1);
    if (number < 1 || number > std::numeric_limits<std::uint32_t>::max() || state < 0
        || state > static_cast<qint64>(VersionState::Compromised)) {
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("version entry"));
    }
    return VersionInfo{static_cast<std::uint32_t>(number),  static_cast<VersionState>(state),
                       map.value(VCreated).toInteger(),     map.value(VNote).toString(),
                       stringsOf(map.value(VFields)),       map.value(VHint).toString()};
}

QMap<QString, QString> stringMap(const QCborMap &map)
{
    QMap<QString, QString> out;
    for (const auto &[key, value] : map)
        out.insert(key.toString(), value.toString());
    return out;
}

} // namespace

QByteArray encodeMap(const QMap<QString, QString> &map)
{
    QCborMap out;
    for (auto it = map.begin(); it != map.end(); ++it)
        out[it.key()] = it.value();
    return out.toCborValue().toCbor();
}

base::Result<QMap<QString, QString>> decodeMap(base::ByteView cbor)
{
    const QCborValue value = parseCbor(cbor);
    if (!value.isMap())
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("record content"));
    return stringMap(value.toMap());
}

QByteArray encodeCredential(const Credential &credential)
{
    QCborMap attributes;
    for (auto it = credential.attributes.begin(); it != credential.attributes.end(); ++it)
        attributes[it.key()] = it.value();
    QCborArray versions;
    for (const VersionInfo &version : credential.versions)
        versions.append(encodeVersion(version));

    QCborMap out;
    out[KName] = credential.name;
    out[KKind] = static_cast<int>(credential.kind);
    out[KDescription] = credential.description;
    out[KTags] = QCborArray::fromStringList(credential.tags);
    out[KAttributes] = attributes;
    out[KVersions] = versions;
    out[KKeep] = static_cast<qint64>(credential.keepVersions);
    out[KCreated] = static_cast<qint64>(credential.createdAtMs);
    out[KUpdated] = static_cast<qint64>(credential.updatedAtMs);
    out[KRevision] = static_cast<qint64>(credential.revision);
    return out.toCborValue().toCbor();
}

base::Result<Credential> decodeCredential(const QUuid &id, base::ByteView cbor)
{
    const QCborValue value = parseCbor(cbor);
    const QCborMap map = value.toMap();
    const qint64 kind = map.value(KKind).toInteger(-1);
    if (!value.isMap() || kind < 0 || kind > static_cast<qint64>(CredentialKind::ServiceAccount)
        || !map.value(KName).isString()) {
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("credential content"));
    }
    Credential out;
    out.id = id;
    out.name = map.value(KName).toString();
    out.kind = static_cast<CredentialKind>(kind);
    out.description = map.value(KDescription).toString();
    out.tags = stringsOf(map.value(KTags));
    out.attributes = stringMap(map.value(KAttributes).toMap());
    for (const auto &item : map.value(KVersions).toArray()) {
        LATCHKEY_TRY(VersionInfo version, decodeVersion(item.toMap()));
        out.versions << version;
    }
    out.keepVersions = static_cast<std::uint32_t>(map.value(KKeep).toInteger());
    out.createdAtMs = map.value(KCreated).toInteger();
    out.updatedAtMs = map.value(KUpdated).toInteger();
    out.revision = static_cast<std::uint64_t>(map.value(KRevision).toInteger());
    return out;
}

} // namespace vault
