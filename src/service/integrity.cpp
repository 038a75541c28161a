// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/integrity.h"

#include "vault/credentialstore.h"
#include "vault/settings.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace service {

namespace {

constexpr qsizetype kMacHexDigits = 64;
constexpr std::int64_t kSecondMs = 1000;
constexpr std::int64_t kDayMs = 86400 * kSecondMs;
/// Entries that are read at a time, and how many one job on the vault thread looks through.
constexpr std::size_t kPiece = 250;
constexpr std::size_t kPatience = 2000;

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
    if (colon <= 0 || !isNumber || position.seq == 0 || hex.size() != kMacHexDigits || mac.toHex() != hex.toLower())
        return base::fail(base::ErrorCode::InvalidArgument, text);
    std::ranges::copy(base::view(mac), position.mac.begin());
    return position;
}

/// Number of the entry that the log begins after.
base::Result<std::uint64_t> firstToTell(vault::Session &session)
{
    vault::AuditPosition start;
    LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(start, session.audit().start());
        return {};
    }));
    return start.seq;
}

Integrity::Head headOf(vault::Session &session)
{
    const vault::AuditPosition &head = session.audit().head();
    return {head.seq, QString::fromLatin1(base::toByteArray(head.mac).toHex())};
}

/// With the id of the credential that is called so now: entries from before a rename bear another name.
base::Result<AuditFilter> completed(vault::Session &session, AuditFilter filter)
{
    if (filter.name.isEmpty() || !filter.credential.isNull())
        return filter;
    LATCHKEY_TRY(const auto found, vault::CredentialStore(session).find(filter.name));
    if (found)
        filter.credential = found->id;
    return filter;
}

/// Names by the vault's name of the group of rows that they stand in. Rows of a damaged group are not read, so the names
/// come from the log, as far as that is intact, and each is looked up.
QMap<QString, QStringList> namesByGroup(vault::Session &session)
{
    QList<vault::AuditEntry> entries;
    const auto read = session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(entries, session.audit().list(0, 0));
        return {};
    });
    if (!read)
        return {};
    QSet<QString> names;
    for (const vault::AuditEntry &entry : std::as_const(entries))
        names << entry.event.name;
    names.remove(QString());
    QMap<QString, QStringList> out;
    for (const QString &name : std::as_const(names)) {
        const auto found = vault::CredentialStore(session).find(name);
        if (!found)
            out[found.error().detail.section(u':', 0, 0)] << name;
        else if (*found)
            out[QStringLiteral("records ") + QString::fromLatin1((*found)->id.toRfc4122().first(1).toHex())] << name;
    }
    return out;
}

/// The vault tells rows by the group that their MAC stands in, "records 5a" (two hex digits); people know names.
QString inWords(const QString &damage, const QMap<QString, QStringList> &known)
{
    static const QRegularExpression group(QStringLiteral("^(records ([0-9a-f]{2}))(.*)$"));
    const QRegularExpressionMatch found = group.match(damage);
    if (!found.hasMatch())
        return damage;
    QStringList names = known.value(found.captured(1));
    std::ranges::sort(names);
    const QString whose = names.isEmpty() ? QString() : QStringLiteral(" of ") + names.join(QStringLiteral(", "));
    const int number = found.captured(2).toInt(nullptr, 16) + 1;
    return QStringLiteral("records%1 (group %2 of 256)%3").arg(whose).arg(number).arg(found.captured(3));
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

base::Async<QList<vault::AuditEntry>> Integrity::entries(const AuditFilter &filter, std::size_t limit)
{
    return m_host.withSession([filter, limit](vault::Session &session) -> base::Result<QList<vault::AuditEntry>> {
        LATCHKEY_TRY(const AuditFilter wanted, completed(session, filter));
        QList<vault::AuditEntry> out;
        LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
            // Without anything to look for only the end of the log is read.
            AuditFilter all;
            all.sinceMs = wanted.sinceMs;
            LATCHKEY_TRY(out, session.audit().list(wanted.sinceMs, wanted == all ? limit : 0));
            return {};
        }));
        out.removeIf([&wanted](const vault::AuditEntry &entry) { return !wanted.passes(entry); });
        if (limit > 0 && static_cast<std::size_t>(out.size()) > limit)
            out = out.last(static_cast<qsizetype>(limit));
        return out;
    });
}

base::Async<vault::PrunedRange> Integrity::pruneAudit(std::int64_t beforeMs, const Caller &caller)
{
    auto pruned = m_host.withSession([beforeMs, caller](vault::Session &session) {
        return vault::pruneAudit(session, beforeMs, caller.program);
    });
    return base::chain(pruned, this, [this](vault::PrunedRange range) {
        m_host.notifyChanged();
        return base::ready<vault::PrunedRange>(range);
    });
}

base::Async<Integrity::Page> Integrity::page(const AuditFilter &filter, std::uint64_t before, std::size_t limit)
{
    return m_host.withSession([filter, before, limit](vault::Session &session) -> base::Result<Page> {
        Page out;
        LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
            out.before = before;
            std::size_t seen = 0;
            do {
                LATCHKEY_TRY(const QList<vault::AuditEntry> read, session.audit().page(out.before, kPiece));
                seen += kPiece;
                out.before = read.isEmpty() ? 0 : read.first().seq;
                for (auto entry = read.rbegin(); entry != read.rend(); ++entry) {
                    if (!filter.passes(*entry))
                        continue;
                    out.entries << *entry;
                    if (static_cast<std::size_t>(out.entries.size()) == limit) {
                        out.before = entry->seq;
                        break;
                    }
                }
                if (out.before == 1)
                    out.before = 0;
            } while (out.before != 0 && seen < kPatience && static_cast<std::size_t>(out.entries.size()) < limit);
            return {};
        }));
        return out;
    });
}

struct Integrity::Export {
    AuditFilter filter;
    QString path;
    AuditFormat format = AuditFormat::JsonLines;
    std::uint64_t last = 0; ///< the newest entry when it began
    std::uint64_t done = 0;
    qsizetype count = 0;
    QByteArray content;
};

base::Async<qsizetype> Integrity::exportAudit(const AuditFilter &filter, const QString &path, AuditFormat format)
{
    auto work = std::make_shared<Export>();
    work->filter = filter;
    work->path = path;
    work->format = format;
    work->content = auditHeading(format);
    return base::chain(verifyAudit({}), this, [this, work](const Head &head) {
        work->last = head.seq;
        return exportOn(work);
    });
}

/// Piece by piece, so that programs that want a key get their turn in between.
base::Async<qsizetype> Integrity::exportOn(const std::shared_ptr<Export> &work)
{
    auto piece = m_host.withSession([work](vault::Session &session) -> base::Result<bool> {
        if (work->done == 0) {
            LATCHKEY_TRY(work->filter, completed(session, work->filter));
            LATCHKEY_TRY(work->done, firstToTell(session));
        }
        const std::uint64_t to = std::min(work->done + kPatience, work->last);
        LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
            LATCHKEY_TRY(const QList<vault::AuditEntry> read, session.audit().page(to + 1, to - work->done));
            if (read.isEmpty() || read.first().seq != work->done + 1)
                return base::fail(base::ErrorCode::Conflict); // pruned meanwhile: what was read has a hole
            for (const vault::AuditEntry &entry : read) {
                if (!work->filter.passes(entry))
                    continue;
                work->content += auditLine(entry, work->format);
                ++work->count;
            }
            return {};
        }));
        work->done = to;
        if (work->done < work->last)
            return true;
        LATCHKEY_CHECK(writeNewExport(work->path, work->content));
        return false;
    });
    return base::chain(piece, this,
                       [this, work](bool more) { return more ? exportOn(work) : base::ready<qsizetype>(work->count); });
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
            return base::fail(base::ErrorCode::IntegrityFailure, damageInWords(session, damage).join(QStringLiteral("; ")));
        return headOf(session);
    });
}

base::Async<bool> Integrity::acceptedOlder()
{
    return m_host.withSession([](vault::Session &session) -> base::Result<bool> {
        return session.anchorVerdict() == vault::Anchor::Verdict::Accepted;
    });
}

QStringList damageInWords(vault::Session &session, const QStringList &damage)
{
    const QMap<QString, QStringList> known = namesByGroup(session);
    QStringList told;
    for (const QString &one : damage)
        told << inWords(one, known);
    told.removeDuplicates();
    return told;
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
