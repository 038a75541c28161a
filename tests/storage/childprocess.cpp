// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "childprocess.h"

#include <QCoreApplication>

namespace storagetest {

namespace {

constexpr int kPatienceMs = 30'000;

} // namespace

ChildProcess::ChildProcess(const QStringList &arguments, const std::function<void()> &modifier)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (modifier)
        m_process.setChildProcessModifier(modifier);
    m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/storagechild"), arguments);
    m_process.waitForStarted(kPatienceMs);
}

ChildProcess::~ChildProcess()
{
    if (m_process.state() != QProcess::NotRunning)
        kill9();
}

QByteArray ChildProcess::nextLine()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatienceMs) && !m_process.canReadLine())
            return {};
    }
    return m_process.readLine().trimmed();
}

bool ChildProcess::waitFor(const QByteArray &line)
{
    for (;;) {
        const QByteArray got = nextLine();
        if (got.isEmpty() || got == line)
            return got == line;
    }
}

void ChildProcess::kill9()
{
    m_process.kill();
    m_process.waitForFinished(kPatienceMs);
}

int ChildProcess::finish()
{
    m_process.write("\n");
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kPatienceMs) || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process.exitCode();
}

} // namespace storagetest
