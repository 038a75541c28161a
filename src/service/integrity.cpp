// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/integrity.h"

#include "vault/credentialstore.h"
#include "vault/settings.h"

#include <QDateTime>

#include <algorithm>

namespace service {

namespace {

constexpr qsizetype kMacHexDigits = 64;
constexpr std::int64_t kSecondMs = 1000;
constexpr std::int64_t kDayMs = 86400 * kSecondMs;

/// "SEQ:HEX" as Head::text() writes it.
base::Result<vault::AuditPosition> parsePosition(const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    bool isNumber = false;
    vault::AuditPosition position;
    position.seq = text.left(std::max<qsizetype>(colon, 0)).toULongLong(&isNumber);
    const QByteArray hex = text.mid(colon + 1).toLatin1();
    const QByteArray mac = QByteArray::fromHex(hex);
    // fromHex() skips what is no digit, so only the way back shows that everything was one.
    if (colon <= 0 || !isNumber || hex.size() != kMacHexDigits || mac.toHex() != hex.toLower())
        return base::fail(base::ErrorCode::InvalidArgument, text);
    std::ranges::copy(base::view(mac), position.mac.begin());
    return position;
}

Integrity::Head headOf(vault::Session &session)
{
    const vault::AuditPosition &head = session.audit().head();
    return {head.seq, QString::fromLatin1(base::toByteArray(head.mac).toHex())};
}

std::int64_t unitMs(QChar unit)
{
    switch (unit.toLatin1()) {
    case 's':
        return kSecondMs;
    case 'm':
        return 60 * kSecondMs;
    case 'h':
        return 3600 * kSecondMs;
    case 'd':
        return kDayMs;
    case 'w':
        return 7 * kDayMs;
    default:
        return 0;
    }
}

} // namespace

Integrity::Integrity(VaultHost &host, QObject *parent) : QObject(parent), m_host(host)
{
}

base::Async<QList<vault::AuditEntry>> Integrity::entries(std::int64_t sinceMs, std::size_t limit)
{
    return m_host.withSession([sinceMs, limit](vault::Session &session) -> base::Result<QList<vault::AuditEntry>> {
        QList<vault::AuditEntry> out;
        LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
            LATCHKEY_TRY(out, session.audit().list(sinceMs, limit));
            return {};
        }));
        return out;
    });
}

base::Async<Integrity::Head> Integrity::verifyAudit(const QString &expected)
{
    std::optional<vault::AuditPosition> wanted;
    if (!expected.isEmpty()) {
        const auto parsed = parsePosition(expected);
        if (!parsed)
            return base::ready<Head>(std::unexpected(parsed.error()));
        wanted = *parsed;
    }
    return m_host.withSession([wanted](vault::Session &session) -> base::Result<Head> {
        Head head;
        LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
            LATCHKEY_CHECK(session.audit().verify({}, session.integrity().root().pinned));
            if (wanted)
                LATCHKEY_CHECK(session.audit().verify({}, *wanted));
            head = headOf(session);
            return {};
        }));
        return head;
    });
}

base::Async<Integrity::Head> Integrity::verify()
{
    return m_host.withSession([](vault::Session &session) -> base::Result<Head> {
        LATCHKEY_TRY(QStringList damage, session.verifyEverything());
        // Rows that were tampered with have no envelopes worth opening; of an intact file every one must open.
        if (damage.isEmpty()) {
            LATCHKEY_TRY(damage, vault::CredentialStore(session).findUnreadable());
            LATCHKEY_CHECK(vault::Settings(session).all());
            LATCHKEY_CHECK(vault::Settings(session).pendingRecoveryKey());
        }
        if (!damage.isEmpty())
            return base::fail(base::ErrorCode::IntegrityFailure, damage.join(QLatin1Char('\n')));
        return headOf(session);
    });
}

base::Async<bool> Integrity::acceptedOlder()
{
    return m_host.withSession([](vault::Session &session) -> base::Result<bool> {
        return session.anchorVerdict() == vault::Anchor::Verdict::Accepted;
    });
}

base::Result<std::int64_t> parseSince(const QString &text, std::int64_t nowMs)
{
    const auto refused = base::fail(base::ErrorCode::InvalidArgument, text);
    if (text.isEmpty())
        return refused;
    if (const std::int64_t unit = unitMs(text.back()); unit != 0) {
        bool isNumber = false;
        const qulonglong count = QStringView(text).chopped(1).toULongLong(&isNumber);
        if (!isNumber || count > static_cast<qulonglong>(nowMs / unit))
            return refused;
        return nowMs - static_cast<std::int64_t>(count) * unit;
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    // A time without a zone means another moment on another computer.
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return refused;
    return time.toMSecsSinceEpoch();
}

} // namespace service
