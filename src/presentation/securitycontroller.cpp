// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/securitycontroller.h"

#include "service/words.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace presentation {

namespace {

StripMessage messageOf(const base::Error &error)
{
    const service::words::Message words = service::words::forError(error);
    return {StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None,
            QString(base::codeName(error.code))};
}

QString timeText(std::int64_t ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

} // namespace

SecurityController::SecurityController(service::VaultHost &host, service::Integrity &log, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_log(log)
{
}

void SecurityController::reload()
{
    base::whenDone(m_host.keySlots(), this, [this, asked = m_asked](base::Result<QList<vault::SlotInfo>> all) {
        if (asked != m_asked)
            return;
        if (all)
            return show(*std::move(all));
        m_message = messageOf(all.error());
        Q_EMIT changed();
    });
    base::whenDone(m_host.inspect(), this, [this, asked = m_asked](const base::Result<vault::VaultInfo> &info) {
        if (asked != m_asked)
            return;
        if (!info)
            return tell(messageOf(info.error()));
        if (info->header.gen == 1)
            return showMasterKey(tr("Not changed since the vault was made."));
        findRotation(0);
    });
}

void SecurityController::findRotation(std::uint64_t before)
{
    service::AuditFilter filter;
    filter.kinds = {QStringLiteral("key-rotated")};
    base::whenDone(m_log.page(filter, before, 1), this,
                   [this, asked = m_asked](const base::Result<service::Integrity::Page> &page) {
                       if (asked != m_asked)
                           return;
                       if (!page)
                           return tell(messageOf(page.error()));
                       if (!page->entries.isEmpty())
                           showMasterKey(tr("Last changed on %1.").arg(timeText(page->entries.first().timeMs)));
                       else if (page->before != 0)
                           findRotation(page->before);
                       else
                           showMasterKey({});
                   });
}

void SecurityController::showMasterKey(const QString &text)
{
    m_masterKey = text;
    Q_EMIT changed();
}

void SecurityController::show(QList<vault::SlotInfo> all)
{
    std::ranges::stable_sort(all, {}, &vault::SlotInfo::kind); // what is used daily first, the recovery key last
    m_ways.clear();
    m_recovery.clear();
    m_hasPassphrase = false;
    const auto &opener = m_host.openedBy();
    for (const vault::SlotInfo &slot : std::as_const(all)) {
        WayToUnlock way;
        way.id = slot.id;
        way.known = slot.kind != vault::SlotKind::Unknown;
        way.takesPassphrase = vault::needsPassphrase(slot.kind);
        way.isRecoveryKey = slot.kind == vault::SlotKind::Recovery;
        way.kind = way.known ? service::words::slotKind(slot.kind) : tr("Of an unknown kind");
        way.made = tr("Made on %1.").arg(timeText(slot.createdAtMs));
        if (!slot.keychainBackend.isEmpty())
            way.place = tr("The other half is kept by %1.").arg(slot.keychainBackend);
        if (!way.known)
            way.place = tr("A newer Latchkey may have made it. Remove it if it is not yours.");
        way.used = opener && opener->id == slot.id;
        m_hasPassphrase = m_hasPassphrase || way.takesPassphrase;
        if (way.isRecoveryKey)
            m_recovery = tr("Made on %1.").arg(timeText(slot.createdAtMs));
        m_ways << way;
    }
    Q_EMIT changed();
}

void SecurityController::clear()
{
    ++m_asked;
    m_ways.clear();
    m_recovery.clear();
    m_masterKey.clear();
    m_hasPassphrase = m_changing = false;
    m_message = m_changeMessage = {};
    Q_EMIT changed();
}

void SecurityController::tell(StripMessage message)
{
    m_message = std::move(message);
    Q_EMIT changed();
}

void SecurityController::startChange()
{
    m_message = m_changeMessage = {};
    Q_EMIT changed();
}

void SecurityController::refuseChange(const QString &title, const QString &text)
{
    m_changeMessage = {StripMessage::Level::Bad, title, text, StripMessage::Action::None, {}};
    Q_EMIT changed();
}

void SecurityController::refuse(const base::Error &error)
{
    m_changeMessage = messageOf(error);
    Q_EMIT changed();
}

void SecurityController::changePassphrase(base::SecretBytes current, base::SecretBytes next, const base::SecretBytes &again)
{
    if (m_changing)
        return;
    if (next.isEmpty())
        return refuseChange(tr("Type a new passphrase."), {});
    if (!next.equals(again))
        return refuseChange(tr("The two new passphrases are not the same."), tr("Type both again."));
    m_changing = true;
    m_changeMessage = {StripMessage::Level::Busy, tr("Changing the passphrase..."), {}, StripMessage::Action::None, {}};
    Q_EMIT changed();
    base::whenDone(m_host.changePassphrase(std::move(current), std::move(next)), this,
                   [this, asked = m_asked](const base::Result<service::Done> &done) {
                       if (asked != m_asked)
                           return;
                       m_changing = false;
                       if (!done)
                           return refuse(done.error());
                       m_changeMessage = {};
                       m_message = {StripMessage::Level::Ok,
                                    tr("The passphrase was changed."),
                                    tr("Older copies of the vault file still open with the old one."),
                                    StripMessage::Action::None,
                                    {}};
                       reload();
                       Q_EMIT passphraseChanged();
                       Q_EMIT changed();
                   });
}

} // namespace presentation
