// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/workerthread.h"

#include <openssl/crypto.h>

namespace base {

WorkerThread::WorkerThread(const QString &name) : m_context(new QObject)
{
    m_thread.setObjectName(name);
    m_context->moveToThread(&m_thread);
    // Deleted in its own thread as the last thing that thread does; queued jobs go with it.
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    // What OpenSSL keeps for a thread goes when the system's thread ends, and QThread::wait() does not wait for that: a program
    // that ends right after would find it taken from it half way.
    QObject::connect(&m_thread, &QThread::finished, &m_thread, [] { OPENSSL_thread_stop(); }, Qt::DirectConnection);
    m_thread.start();
}

WorkerThread::~WorkerThread()
{
    m_stopping = true;
    m_thread.quit();
    m_thread.wait();
}

} // namespace base
