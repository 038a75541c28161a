// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/lpspooler.h"

#include <QProcess>
#include <QPromise>
#include <QTimer>

namespace platform {

namespace {

/// What `lp` complains about; one line is enough.
QString firstLine(const QByteArray &text)
{
    return QString::fromLocal8Bit(text.trimmed().split('\n').first()).left(200);
}

} // namespace

LpSpooler::LpSpooler(QString program, std::chrono::milliseconds deadline, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_deadline(deadline)
{
}

base::Async<bool> LpSpooler::print(service::ports::PrintJob job)
{
    using Answer = base::Result<bool>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    auto *process = new QProcess(this);
    const auto finish = [promise](Answer answer) {
        if (promise->future().isFinished())
            return;
        promise->addResult(std::move(answer));
        promise->finish();
    };
    connect(process, &QProcess::errorOccurred, this, [this, finish, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        finish(base::fail(base::ErrorCode::CommandNotFound, m_program));
        process->deleteLater();
    });
    connect(process, &QProcess::finished, this, [finish, process](int code, QProcess::ExitStatus status) {
        const bool taken = status == QProcess::NormalExit && code == 0;
        finish(taken ? Answer(true) : base::fail(base::ErrorCode::IoFailure, firstLine(process->readAllStandardError())));
        process->deleteLater(); // also one that was given up
    });
    QTimer::singleShot(m_deadline, process, [finish, process] {
        finish(base::fail(base::ErrorCode::TimedOut, QStringLiteral("lp")));
        process->kill();
    });
    QStringList words{QStringLiteral("-s"), QStringLiteral("-t"), QStringLiteral("Latchkey")};
    if (!job.printer.isEmpty())
        words << QStringLiteral("-d") << job.printer;
    words << QStringLiteral("-n") << QString::number(job.copies) << QStringLiteral("-");
    process->start(m_program, words);
    const base::ByteView document = job.document.exposeBytes();
    process->write(reinterpret_cast<const char *>(document.data()), static_cast<qint64>(document.size()));
    process->closeWriteChannel();
    return promise->future();
}

} // namespace platform
