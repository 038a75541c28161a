// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/strictlog.h"

#include <QMutex>
#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <algorithm>

namespace testsupport {

namespace {

QtMessageHandler previous = nullptr;
QMutex mutex;
QStringList allowed;

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        const QMutexLocker lock(&mutex);
        if (std::ranges::any_of(allowed, [&](const QString &text) { return message.contains(text); }))
            return;
    }
    // QTest's own handler knows ignoreMessage(); it prints what was not expected as QWARN. A failure is recorded here.
    previous(type, context, message);
}

} // namespace

void failOnUnexpectedWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void allowWarning(const QString &text)
{
    const QMutexLocker lock(&mutex);
    allowed << text;
    if (previous == nullptr)
        previous = qInstallMessageHandler(handle);
}

} // namespace testsupport
