// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "cli/program.h"
#include "platform/hardening.h"

#include <QCoreApplication>

namespace {

QByteArrayList argumentsOf(int count, char **values)
{
    QByteArrayList arguments;
    for (int i = 1; i < count; ++i)
        arguments << QByteArray(values[i]);
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    base::initSecureHeap();
    const platform::CallerState caller = platform::hardenProcess();
    // Qt tells about a locale that is not UTF-8 and goes on with UTF-8: nothing that a script should find on standard error.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    const QCoreApplication application(argc, argv);
    base::installLogHandler();

    cli::Program program(argumentsOf(argc, argv), caller);
    if (const auto answer = program.start())
        return *answer;
    return QCoreApplication::exec();
}
