// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/desktopsettings.h"

#include "base/log.h"
#include "base/privatefile.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace platform {

namespace {

using service::Appearance;

constexpr qint64 kLimit = qint64{64} * 1024;
const QString kAppearance = QStringLiteral("appearance");

struct Named {
    Appearance value;
    QLatin1StringView name;
};
constexpr std::array<Named, 3> kNames{{{Appearance::System, QLatin1StringView("system")},
                                       {Appearance::Light, QLatin1StringView("light")},
                                       {Appearance::Dark, QLatin1StringView("dark")}}};

base::Error errorOf(const QFileDevice &file)
{
    switch (file.error()) {
    case QFileDevice::ResourceError:
        return {base::ErrorCode::DiskFull, file.fileName()};
    case QFileDevice::OpenError:
    case QFileDevice::PermissionsError:
        return {base::ErrorCode::ReadOnly, file.fileName()};
    default:
        return {base::ErrorCode::IoFailure, file.fileName()};
    }
}

} // namespace

DesktopSettings::DesktopSettings(QString folder) : m_folder(std::move(folder))
{
}

QString DesktopSettings::path() const
{
    return QDir(m_folder).filePath(QStringLiteral("desktop.json"));
}

base::Result<QJsonObject> DesktopSettings::read() const
{
    QFile file(path());
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLimit) {
        qCWarning(base::lcUi) << "desktop.json cannot be read; the window looks as if there were none";
        return base::fail(base::ErrorCode::IoFailure, path());
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject()) {
        qCWarning(base::lcUi) << "desktop.json is not understood; the window looks as if there were none";
        return base::fail(base::ErrorCode::InvalidJson, path());
    }
    return document.object();
}

Appearance DesktopSettings::appearance() const
{
    const QJsonValue kept = read().value_or(QJsonObject()).value(kAppearance);
    if (kept.isUndefined())
        return Appearance::System;
    const auto *const found = std::ranges::find(kNames, kept.toString(), &Named::name);
    if (found != kNames.end())
        return found->value;
    qCWarning(base::lcUi) << "desktop.json names an appearance that this program does not know";
    return Appearance::System;
}

base::Result<void> DesktopSettings::setAppearance(Appearance appearance)
{
    LATCHKEY_CHECK(base::ensurePrivateDirectory(m_folder));
    // What cannot be read is not written over: somebody may want it back.
    LATCHKEY_TRY(QJsonObject settings, read());
    const auto *const named = std::ranges::find(kNames, appearance, &Named::value);
    settings.insert(kAppearance, QString(named->name));
    QSaveFile file(path());
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(settings).toJson()) >= 0 && file.commit();
    if (!written)
        return std::unexpected(errorOf(file));
    return {};
}

} // namespace platform
