// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include "base/redaction.h"

#include <QByteArray>

#include <cstdio>
#include <cstdlib>

namespace base {

Q_LOGGING_CATEGORY(lcVault, "latchkey.vault", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStorage, "latchkey.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(lcKeychain, "latchkey.keychain", QtWarningMsg)
Q_LOGGING_CATEGORY(lcNet, "latchkey.net", QtWarningMsg)
Q_LOGGING_CATEGORY(lcExchange, "latchkey.exchange", QtWarningMsg)
Q_LOGGING_CATEGORY(lcAgent, "latchkey.agent", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "latchkey.ui", QtWarningMsg)

namespace {

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // Libraries chat in the default category (QtKeychain: a line for each job); our own debug lines have categories.
    if (type == QtDebugMsg && (context.category == nullptr || qstrcmp(context.category, "default") == 0))
        return;
    const QByteArray line = redact(qFormatLogMessage(type, context, message)).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void installLogHandler()
{
    qSetMessagePattern(QStringLiteral("latchkey: %{category}: %{message}"));
    qInstallMessageHandler(writeRedacted);
}

} // namespace base
