// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "base/secretbytes.h"
#include "desktop/application.h"
#include "platform/hardening.h"
#include "service/words.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

namespace {

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
    return {parser.value(home), parser.isSet(noKeychain), parser.isSet(hidden)};
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
    const platform::CallerState caller = platform::hardenProcess();
    Q_UNUSED(caller)
    base::installLogHandler();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("latchkey"));
    QApplication::setApplicationDisplayName(QStringLiteral("Latchkey"));
    QApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("latchkey-desktop"));
    QApplication::setQuitOnLastWindowClosed(false);
    widgets::applyTheme();

    const desktop::Options options = parseOptions(application);
    const auto program = desktop::Application::create(options);
    if (!program)
        return failed(program.error());
    const auto started = (*program)->start(application);
    if (!started)
        return failed(started.error());
    return *started ? QApplication::exec() : 0;
}
