// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialcodec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>
#include <limits>

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
enum VersionKey { VNumber = 1, VState = 2, VCreated = 3, VNote = 4, VFields = 5, VHint = 6, VKeyId = 7, VChanges = 8 };

QCborValue parseCbor(base::ByteView cbor)
{
    QCborParserError error;
    const QByteArray raw = QByteArray::fromRawData(reinterpret_cast<const char *>(cbor.data()),
                                                   static_cast<qsizetype>(cbor.size()));
    const QCborValue value = QCborValue::fromCbor(raw, &error);
    return error.error == QCborError::NoError && error.offset == raw.size() ? value : QCborValue();
}

QCborMap cborOf(const QMap<QString, QString> &map)
{
    QCborMap out;
    for (auto it = map.begin(); it != map.end(); ++it)
        out[keptText(it.key())] = keptText(it.value());
    return out;
}

QCborArray cborOf(const QStringList &texts)
{
    QCborArray out;
    for (const QString &text : texts)
        out.append(keptText(text));
    return out;
}

QCborMap encodeVersion(const VersionInfo &version)
{
    QCborMap out;
    out[VNumber] = static_cast<qint64>(version.number);
    out[VState] = static_cast<int>(version.state);
    out[VCreated] = static_cast<qint64>(version.createdAtMs);
    out[VNote] = keptText(version.note);
    out[VFields] = QCborArray::fromStringList(version.fields);
    out[VHint] = version.keyHint;
    if (!version.keyId.isEmpty())
        out[VKeyId] = version.keyId;
    if (!version.changes.isEmpty())
        out[VChanges] = cborOf(version.changes);
    return out;
}

/// Reads the typed values of a map; after the first one that is missing or of another type, ok is false for good.
class MapReader final {
public:
    explicit MapReader(const QCborMap &map) : m_map(map) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool has(qint64 key) const { return m_map.contains(key); }
    QString text(qint64 key)
    {
        const QCborValue value = m_map.value(key);
        m_ok = m_ok && value.isString();
        return value.toString();
    }
    qint64 number(qint64 key, qint64 least, qint64 most)
    {
        const QCborValue value = m_map.value(key);
        // Of a floating-point number toInteger() would be a cast that may have no meaning.
        const qint64 number = value.isInteger() ? value.toInteger() : 0;
        m_ok = m_ok && value.isInteger() && number >= least && number <= most;
        return number;
    }
    QStringList texts(qint64 key)
    {
        QStringList out;
        for (const auto &item : array(key)) {
            m_ok = m_ok && item.isString();
            out << item.toString();
        }
        return out;
    }
    QCborArray array(qint64 key)
    {
        const QCborValue value = m_map.value(key);
        m_ok = m_ok && value.isArray();
        return value.toArray();
    }
    QCborMap map(qint64 key)
    {
        const QCborValue value = m_map.value(key);
        m_ok = m_ok && value.isMap();
        return value.toMap();
    }

private:
    QCborMap m_map;
    bool m_ok = true;
};

constexpr qint64 kMaxTime = std::numeric_limits<qint64>::max();
constexpr qint64 kMaxNumber = std::numeric_limits<std::uint32_t>::max();

base::Result<QMap<QString, QString>> stringMap(const QCborMap &map)
{
    QMap<QString, QString> out;
    for (const auto &[key, value] : map) {
        if (!key.isString() || !value.isString() || out.contains(key.toString()))
            return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("record content"));
        out.insert(key.toString(), value.toString());
    }
    return out;
}

base::Result<VersionInfo> decodeVersion(const QCborValue &value)
{
    MapReader in(value.toMap());
    VersionInfo out;
    out.number = static_cast<std::uint32_t>(in.number(VNumber, 1, kMaxNumber));
    out.state = static_cast<VersionState>(in.number(VState, 0, static_cast<qint64>(VersionState::Compromised)));
    out.createdAtMs = in.number(VCreated, -kMaxTime, kMaxTime);
    out.note = in.text(VNote);
    out.fields = in.texts(VFields);
    out.keyHint = in.text(VHint);
    if (in.has(VKeyId))
        out.keyId = in.text(VKeyId);
    if (in.has(VChanges)) {
        LATCHKEY_TRY(out.changes, stringMap(in.map(VChanges)));
    }
    if (!value.isMap() || !in.ok())
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("version entry"));
    return out;
}

/// Numbers ascend; at most one version is current and one pending.
bool isHistory(const QList<VersionInfo> &versions)
{
    const auto inState = [&versions](VersionState state) {
        return std::ranges::count_if(versions, [state](const VersionInfo &v) { return v.state == state; });
    };
    const auto notAscending = [](const VersionInfo &a, const VersionInfo &b) { return a.number >= b.number; };
    return inState(VersionState::Current) <= 1 && inState(VersionState::Pending) <= 1
        && std::ranges::adjacent_find(versions, notAscending) == versions.end();
}

} // namespace

QByteArray encodeMap(const QMap<QString, QString> &map)
{
    return cborOf(map).toCborValue().toCbor();
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
    QCborArray versions;
    for (const VersionInfo &version : credential.versions)
        versions.append(encodeVersion(version));

    QCborMap out;
    out[KName] = credential.name;
    out[KKind] = static_cast<int>(credential.kind);
    out[KDescription] = keptText(credential.description);
    out[KTags] = cborOf(credential.tags);
    out[KAttributes] = cborOf(credential.attributes);
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
    MapReader in(value.toMap());
    Credential out;
    out.id = id;
    out.name = in.text(KName);
    out.kind = static_cast<CredentialKind>(in.number(KKind, 0, static_cast<qint64>(CredentialKind::ServiceAccount)));
    out.description = in.text(KDescription);
    out.tags = in.texts(KTags);
    LATCHKEY_TRY(out.attributes, stringMap(in.map(KAttributes)));
    for (const auto &item : in.array(KVersions)) {
        LATCHKEY_TRY(VersionInfo version, decodeVersion(item));
        out.versions << version;
    }
    out.keepVersions = static_cast<std::uint32_t>(in.number(KKeep, 0, kMaxNumber));
    out.createdAtMs = in.number(KCreated, -kMaxTime, kMaxTime);
    out.updatedAtMs = in.number(KUpdated, -kMaxTime, kMaxTime);
    out.revision = static_cast<std::uint64_t>(in.number(KRevision, 0, kMaxTime));
    if (!value.isMap() || !in.ok() || !isHistory(out.versions))
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("credential content"));
    return out;
}

} // namespace vault
