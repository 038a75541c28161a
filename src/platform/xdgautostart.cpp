// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/xdgautostart.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

namespace platform {

namespace {

/// An entry is a few lines; whatever else lies there is not read into memory.
constexpr qint64 kMostBytes = 65'536;

base::Error errorOf(const QFileDevice &file)
{
    return {file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError
                ? base::ErrorCode::ReadOnly
                : base::ErrorCode::IoFailure,
            file.fileName()};
}

QString quoted(QString argument)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_/.,:=@+-]+$"));
    if (plain.match(argument).hasMatch())
        return argument;
    // Within quotes these four take a backslash; as a value of the file each backslash is then doubled. Apart from both, a
    // percent sign begins a field code.
    for (const char *special : {"\\", "\"", "`", "$"})
        argument.replace(QLatin1StringView(special), QLatin1StringView("\\") + QLatin1StringView(special));
    argument.replace(QLatin1Char('%'), QStringLiteral("%%"));
    argument.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    return QLatin1Char('"') + argument + QLatin1Char('"');
}

} // namespace

XdgAutostart::XdgAutostart(QString folder, QStringList command) : m_folder(std::move(folder)), m_command(std::move(command))
{
}

QString XdgAutostart::path() const
{
    return QDir(m_folder).filePath(QStringLiteral("latchkey-desktop.desktop"));
}

QString XdgAutostart::execLine(const QStringList &command)
{
    QStringList out;
    for (const QString &argument : command)
        out << quoted(argument);
    return out.join(QLatin1Char(' '));
}

bool XdgAutostart::isEnabled() const
{
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    // Desktops switch an entry off by either of these instead of removing it.
    const QStringList lines = QString::fromUtf8(file.read(kMostBytes)).split(QLatin1Char('\n'));
    static const QRegularExpression off(
        QStringLiteral("^\\s*(Hidden\\s*=\\s*true|X-GNOME-Autostart-enabled\\s*=\\s*false)\\s*$"));
    return lines.filter(off).isEmpty();
}

base::Result<void> XdgAutostart::setEnabled(bool enabled)
{
    QFile old(path());
    if (!enabled) {
        if (old.exists() && !old.remove())
            return std::unexpected(errorOf(old));
        return {};
    }
    if (!QDir().mkpath(m_folder))
        return base::fail(base::ErrorCode::IoFailure, m_folder);
    QSaveFile file(path());
    const QString text = QStringLiteral("[Desktop Entry]\n"
                                        "Type=Application\n"
                                        "Name=Latchkey\n"
                                        "Comment=Starts locked, in the tray\n"
                                        "Icon=latchkey\n"
                                        "Exec=%1\n"
                                        "Terminal=false\n"
                                        "X-GNOME-Autostart-enabled=true\n")
                             .arg(execLine(m_command));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return std::unexpected(errorOf(file));
    return {};
}

} // namespace platform
