// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/lockpolicy.h"

#include "vault/settings.h"

#include <algorithm>
#include <array>

namespace service {

namespace {

const QString kIdleMinutes = QStringLiteral("lock.idle_minutes");
const QString kClipboardSeconds = QStringLiteral("clipboard.seconds");
const QString kAction = QStringLiteral("lock.action");
const QString kWindow = QStringLiteral("window");
const QString kEverything = QStringLiteral("everything");
const QString kOn = QStringLiteral("on");
const QString kOff = QStringLiteral("off");

struct Switch {
    QString key;
    bool LockSettings::*value;
    bool locks; ///< whether "off" makes the lock weaker
};

const std::array<Switch, 5> &switches()
{
    static const std::array<Switch, 5> all{{{QStringLiteral("lock.screen"), &LockSettings::onScreenLock, true},
                                            {QStringLiteral("lock.sleep"), &LockSettings::onSleep, true},
                                            {QStringLiteral("lock.user_switch"), &LockSettings::onUserSwitch, true},
                                            {QStringLiteral("lock.lid"), &LockSettings::onLid, true},
                                            {QStringLiteral("tray.account_names"), &LockSettings::namesInTray, false}}};
    return all;
}

bool isPossible(int minutes)
{
    return minutes >= 0 && minutes <= LockSettings::kMostIdleMinutes;
}

bool isPossibleTime(int seconds)
{
    return seconds > 0 && seconds <= LockSettings::kMostClipboardSeconds;
}

QMap<QString, QString> toMap(const LockSettings &settings)
{
    QMap<QString, QString> out{{kIdleMinutes, QString::number(settings.idleMinutes)},
                               {kClipboardSeconds, QString::number(settings.clipboardSeconds)},
                               {kAction, settings.action == LockAction::Window ? kWindow : kEverything}};
    for (const Switch &one : switches())
        out.insert(one.key, settings.*one.value ? kOn : kOff);
    return out;
}

} // namespace

LockSettings lockSettingsFrom(const QMap<QString, QString> &settings)
{
    LockSettings out;
    bool number = false;
    const int minutes = settings.value(kIdleMinutes).toInt(&number);
    if (number && isPossible(minutes))
        out.idleMinutes = minutes;
    const int seconds = settings.value(kClipboardSeconds).toInt(&number);
    if (number && isPossibleTime(seconds))
        out.clipboardSeconds = seconds;
    if (settings.value(kAction) == kWindow)
        out.action = LockAction::Window;
    for (const Switch &one : switches())
        out.*one.value = settings.value(one.key) != kOff;
    return out;
}

bool isWeaker(const LockSettings &from, const LockSettings &to)
{
    const bool later = from.idleMinutes != 0 && (to.idleMinutes == 0 || to.idleMinutes > from.idleMinutes);
    const bool less = from.action == LockAction::Everything && to.action == LockAction::Window;
    const bool longer = to.clipboardSeconds > from.clipboardSeconds;
    return later || less || longer || std::ranges::any_of(switches(), [&](const Switch &one) {
               return one.locks && from.*one.value && !(to.*one.value);
           });
}

base::Async<LockSettings> LockPolicy::load()
{
    return m_host.withSession([](vault::Session &session) -> base::Result<LockSettings> {
        LATCHKEY_TRY(const auto all, vault::Settings(session).all());
        return lockSettingsFrom(all);
    });
}

base::Async<Done> LockPolicy::save(const LockSettings &next, base::SecretBytes passphrase)
{
    if (!isPossible(next.idleMinutes))
        return base::readyError<Done>(base::ErrorCode::InvalidArgument, QStringLiteral("idle minutes"));
    if (!isPossibleTime(next.clipboardSeconds))
        return base::readyError<Done>(base::ErrorCode::InvalidArgument, QStringLiteral("clipboard seconds"));
    auto held = std::make_shared<base::SecretBytes>(std::move(passphrase));
    return base::chain(load(), this, [this, held, next](const LockSettings &before) {
        if (!isWeaker(before, next))
            return store(before, next);
        return base::chain(confirm(held), this, [this, before, next](Done) { return store(before, next); });
    });
}

/// Nothing is opened for it: a lock that comes meanwhile stays a lock.
base::Async<Done> LockPolicy::confirm(const std::shared_ptr<base::SecretBytes> &passphrase)
{
    return base::chain(m_host.keySlots(), this, [this, passphrase](const QList<vault::SlotInfo> &all) {
        const bool needed = std::ranges::any_of(all, [](const vault::SlotInfo &slot) {
            return vault::needsPassphrase(slot.kind);
        });
        if (!needed)
            return base::ready<Done>(Done{});
        if (passphrase->isEmpty())
            return base::readyError<Done>(base::ErrorCode::EmptyField, QStringLiteral("passphrase"));
        return m_host.provePassphrase(std::move(*passphrase));
    });
}

base::Async<Done> LockPolicy::store(const LockSettings &expected, const LockSettings &next)
{
    return m_host.withSession([expected, next](vault::Session &session) -> base::Result<Done> {
        vault::Settings settings(session);
        LATCHKEY_TRY(const auto now, settings.all());
        if (lockSettingsFrom(now) != expected)
            return base::fail(base::ErrorCode::Conflict, QStringLiteral("settings"));
        if (next != expected)
            LATCHKEY_CHECK(settings.set(toMap(next)));
        return Done{};
    });
}

} // namespace service
