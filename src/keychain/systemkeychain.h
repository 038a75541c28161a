// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/keychaindeadlines.h"
#include "keychain/secretjobs.h"
#include "keychain/serviceprobe.h"
#include "vault/ports/keyslotsecretstore.h"

#include <QDeadlineTimer>
#include <QObject>

#include <memory>

namespace keychain {

/// The operating system's keychain. Every operation first looks at the secret store without a prompt, then runs at most the
/// jobs it needs, then looks again where a job's word alone is not enough. Nothing is ever overwritten and no entry is made
/// up when one cannot be read. Lives in one thread with an event loop; makeKeychain() builds it from the platform's parts.
///
/// When a job outlives its deadline, read(), write() and remove() fail at once with KeychainTimeout until it has answered;
/// status() and entryState() go on working. A write that timed out may still be carried out later: it leaves an entry under
/// a name that no slot uses.
class SystemKeychain final : public QObject, public vault::ports::KeySlotSecretStore {
    Q_OBJECT
public:
    SystemKeychain(std::unique_ptr<ServiceProbe> probe, std::unique_ptr<SecretJobs> jobs, KeychainDeadlines deadlines,
                   QObject *parent = nullptr);
    ~SystemKeychain() override;
    Q_DISABLE_COPY_MOVE(SystemKeychain)

    [[nodiscard]] base::Async<vault::ports::KeychainStatus> status() override;
    [[nodiscard]] base::Async<vault::ports::KeychainEntryState> entryState(const QString &name) override;
    [[nodiscard]] base::Async<base::SecretBytes> read(const QString &name, bool mayPrompt) override;
    [[nodiscard]] base::Async<bool> write(const QString &name, base::SecretBytes secret) override;
    [[nodiscard]] base::Async<bool> remove(const QString &name) override;

private:
    [[nodiscard]] base::Result<void> checkStart(const QString &name) const;
    [[nodiscard]] QDeadlineTimer deadlineFor(bool mayPrompt, QDeadlineTimer quiet) const;
    [[nodiscard]] QDeadlineTimer atMostQuiet(QDeadlineTimer until) const;
    [[nodiscard]] base::Async<base::SecretBytes> readNow(const QString &name, QDeadlineTimer until);
    [[nodiscard]] base::Async<bool> refuseIfReadable(const QString &name, QDeadlineTimer until);
    [[nodiscard]] base::Async<bool> writeNow(const QString &name, base::SecretBytes secret, QDeadlineTimer until);
    [[nodiscard]] base::Async<bool> compareStored(const QString &name, base::SecretBytes written, QDeadlineTimer until);
    [[nodiscard]] base::Async<bool> removeNow(const QString &name, bool searchable, QDeadlineTimer until);
    [[nodiscard]] base::Async<bool> confirmByReading(const QString &name, QDeadlineTimer until);

    std::unique_ptr<ServiceProbe> m_probe;
    std::unique_ptr<SecretJobs> m_jobs;
    KeychainDeadlines m_deadlines;
};

} // namespace keychain
