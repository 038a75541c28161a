// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credential.h"

#include "crypto/hash.h"

#include <algorithm>
#include <array>

namespace vault {

namespace {

constexpr std::array kKindNames{"generic",        "exchange",       "llm", "database", "api-key", "oauth", "tls-certificate",
                                "encryption-key", "service-account"};
constexpr std::array kStateNames{"pending", "current", "previous", "retired", "rejected", "compromised"};

const VersionInfo *findVersion(const QList<VersionInfo> &versions, auto matches) noexcept
{
    const auto found = std::ranges::find_if(versions, matches);
    return found == versions.end() ? nullptr : &*found;
}

} // namespace

QString keptText(const QString &text)
{
    qsizetype marks = 0;
    while (marks < text.size() && text.at(marks) == QChar::ByteOrderMark)
        ++marks;
    return text.mid(marks);
}

void applyChanges(QMap<QString, QString> &attributes, const QMap<QString, QString> &changes)
{
    for (const auto &[key, value] : changes.asKeyValueRange()) {
        if (value.isEmpty())
            attributes.remove(key);
        else
            attributes.insert(key, value);
    }
}

QString kindName(CredentialKind kind)
{
    return QString::fromLatin1(kKindNames.at(static_cast<std::size_t>(kind)));
}

std::optional<CredentialKind> kindFromName(const QString &name)
{
    for (std::size_t i = 0; i < kKindNames.size(); ++i) {
        if (name == QLatin1StringView(kKindNames.at(i)))
            return static_cast<CredentialKind>(i);
    }
    return std::nullopt;
}

QString stateName(VersionState state)
{
    return QString::fromLatin1(kStateNames.at(static_cast<std::size_t>(state)));
}

bool mayBecome(VersionState from, VersionState to) noexcept
{
    switch (from) {
    case VersionState::Pending:
        return to == VersionState::Current || to == VersionState::Rejected || to == VersionState::Compromised;
    case VersionState::Current:
        return to == VersionState::Previous || to == VersionState::Pending || to == VersionState::Compromised;
    case VersionState::Previous:
        return to == VersionState::Current || to == VersionState::Retired || to == VersionState::Compromised;
    case VersionState::Retired:
    case VersionState::Rejected:
        return to == VersionState::Compromised;
    case VersionState::Compromised:
        break;
    }
    return false;
}

const VersionInfo *Credential::current() const noexcept
{
    return findVersion(versions, [](const VersionInfo &v) { return v.state == VersionState::Current; });
}

const VersionInfo *Credential::pending() const noexcept
{
    return findVersion(versions, [](const VersionInfo &v) { return v.state == VersionState::Pending; });
}

const VersionInfo *Credential::version(std::uint32_t number) const noexcept
{
    return findVersion(versions, [number](const VersionInfo &v) { return v.number == number; });
}

QString keyIdOf(const base::SecretBytes &apiKey)
{
    constexpr qsizetype kIdBytes = 16;
    return QString::fromLatin1(base::toByteArray(crypto::sha256(apiKey.exposeBytes())).first(kIdBytes).toHex());
}

QMap<QString, QString> Credential::attributesFor(const VersionInfo &version) const
{
    QMap<QString, QString> out = attributes;
    applyChanges(out, version.changes);
    return out;
}

std::optional<std::int64_t> Credential::rotationDueMs() const
{
    bool isNumber = false;
    const qlonglong every = attributes.value(attribute::kRotateEvery).toLongLong(&isNumber);
    const VersionInfo *version = current();
    return isNumber && version != nullptr ? std::optional(version->createdAtMs + every) : std::nullopt;
}

QString Credential::markOf(const VersionInfo &version)
{
    return version.keyId.isEmpty() ? QString::number(version.number) : version.keyId;
}

bool Credential::isMarked(const QString &list, const QString &mark) const
{
    return attributes.value(list).split(QLatin1Char(','), Qt::SkipEmptyParts).contains(mark);
}

QString Credential::markedList(const QString &list, const QString &mark, bool marked) const
{
    QStringList all = attributes.value(list).split(QLatin1Char(','), Qt::SkipEmptyParts);
    all.removeAll(mark);
    if (marked)
        all << mark;
    return all.join(QLatin1Char(','));
}

bool Credential::isHeldBack(const QString &mark) const
{
    return isMarked(attribute::kHeldBack, mark) && !isMarked(attribute::kWithdrawConsent, mark);
}

base::Digest32 Credential::destination(const VersionInfo &version) const
{
    const QMap<QString, QString> effective = attributesFor(version);
    base::CanonicalWriter out;
    out.u8(static_cast<std::uint8_t>(kind));
    for (const QString &key : {attribute::kExchange, attribute::kEnvironment, attribute::kRegion, attribute::kBaseUrl,
                               attribute::kCaPem, attribute::kProvider, attribute::kAllowedOperations}) {
        out.sized(base::view(keptText(effective.value(key)).toUtf8()));
    }
    return crypto::sha256(out.view());
}

} // namespace vault
