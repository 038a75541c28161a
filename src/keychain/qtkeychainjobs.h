// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/secretjobs.h"

#include <QLatin1StringView>
#include <QObject>

#include <deque>
#include <memory>

namespace keychain {

/// QtKeychain's "service", the namespace of our entries: attribute `server` in the Secret Service, a folder in KWallet.
inline constexpr QLatin1StringView kKeychainService("latchkey");

/// Runs QtKeychain jobs (0.13.2: one per process at a time, no cancelling, a job deleted in flight crashes). So a job that does
/// not answer in time is left to itself: it has no parent, outlives this object, and its late answer is wiped unread. Until
/// then nothing new is started. Lives in the main thread: libsecret answers through its GLib event loop.
///
/// Values cross as binary data only (QtKeychain stores text and binary under different attributes; mixing them hides entries).
class QtKeychainJobs final : public QObject, public SecretJobs {
    Q_OBJECT
public:
    explicit QtKeychainJobs(QObject *parent = nullptr);
    ~QtKeychainJobs() override;
    Q_DISABLE_COPY_MOVE(QtKeychainJobs)

    [[nodiscard]] base::Async<JobReply> run(JobRequest request, QDeadlineTimer until) override;
    [[nodiscard]] bool isStuck() const override;

private:
    struct Task;
    void startNext();
    void expire(const std::shared_ptr<Task> &task);

    std::shared_ptr<Task> m_running;
    std::deque<std::shared_ptr<Task>> m_waiting;
};

} // namespace keychain
