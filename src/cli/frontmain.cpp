// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "base/secretbytes.h"
#include "cli/front.h"
#include "platform/hardening.h"
#include "platform/replaceprocess.h"

#include <cstdio>

// What starts as `latchkey`. Bots call `get` and `sign` often, and most of the whole program's start is the loading of libraries
// that these two do not need while an agent runs.

int main(int argc, char **argv)
{
    QByteArrayList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QByteArray(argv[i]);
    std::optional<platform::CallerState> caller;
    if (cli::mayBeForAgent(arguments)) {
        base::initSecureHeap();
        caller = platform::hardenProcess();
        base::installLogHandler();
        if (const auto status = cli::answerThroughAgent(arguments))
            return *status;
    }
    const base::Error failed = platform::replaceProcess(QStringLiteral(LATCHKEY_WHOLE_PROGRAM), argv, caller);
    const QByteArray path = failed.detail.toUtf8();
    std::fputs(("latchkey: The program is not complete: " + path + " cannot be started. Install it again.\n").constData(),
               stderr);
    return 1;
}
