// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "base/secretbytes.h"
#include "desktop/application.h"
#include "desktop/translations.h"
#include "platform/hardening.h"
#include "platform/portalcolorscheme.h"
#include "platform/sessionbuses.h"
#include "service/words.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTextStream>

namespace {

constexpr std::chrono::milliseconds kPortalPatience{500};

desktop::Options parseOptions(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("desktop", "The place where a trader's API keys live."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption home(QStringLiteral("home"), QApplication::translate("desktop", "Folder of the vault."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption noKeychain(QStringLiteral("no-keychain"),
                                        QApplication::translate("desktop", "Never touch the system's keychain."));
    const QCommandLineOption hidden(QStringLiteral("hidden"),
                                    QApplication::translate("desktop", "Start in the tray, without a window."));
    parser.addOptions({home, noKeychain, hidden});
    parser.process(application);
    desktop::Options options;
    options.home = parser.value(home);
    options.noKeychain = parser.isSet(noKeychain);
    options.hidden = parser.isSet(hidden);
    return options;
}

QIcon programIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/latchkey-%1.png").arg(size), {size, size});
    return icon;
}

int failed(const base::Error &error)
{
    const service::words::Message words = service::words::forError(error);
    QTextStream(stderr) << "latchkey-desktop: " << words.text << ' ' << words.hint << '\n';
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    base::initSecureHeap();
    const platform::CallerState caller = platform::hardenProcess(platform::Dumps::Allowed);
    Q_UNUSED(caller)
    const bool portalIsDark = platform::portalPrefersDark(platform::busAddresses().session, kPortalPatience);
    platform::denyDumps();
    base::installLogHandler();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("latchkey"));
    QApplication::setApplicationDisplayName(QStringLiteral("Latchkey"));
    QApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("latchkey-desktop"));
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setWindowIcon(programIcon());
    const desktop::Translations translations(application);

    desktop::Options options = parseOptions(application);
    options.systemIsDark = widgets::isDark(QApplication::palette()) || portalIsDark;
    const auto program = desktop::Application::create(options);
    if (!program)
        return failed(program.error());
    const auto started = (*program)->start(application);
    if (!started)
        return failed(started.error());
    return *started ? QApplication::exec() : 0;
}
