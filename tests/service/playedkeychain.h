// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/await.h"
#include "vault/ports/keyslotsecretstore.h"
#include "vault/vaultfixture.h"

#include <QPromise>

#include <functional>
#include <map>

namespace servicetest {

/// Stands in for the system's keychain: has the state that was laid down, keeps what is written, and notes what was asked.
class PlayedKeychain final : public vault::ports::KeySlotSecretStore {
public:
    [[nodiscard]] base::Async<vault::ports::KeychainStatus> status() override
    {
        if (statusError)
            return base::readyError<vault::ports::KeychainStatus>(*statusError);
        return base::ready<vault::ports::KeychainStatus>(vault::ports::KeychainStatus{state, QStringLiteral("played")});
    }
    [[nodiscard]] base::Async<vault::ports::KeychainEntryState> entryState(const QString &) override
    {
        return base::ready<vault::ports::KeychainEntryState>(vault::ports::KeychainEntryState::Unknown);
    }
    [[nodiscard]] base::Async<base::SecretBytes> read(const QString &name, bool mayPrompt) override
    {
        reads << mayPrompt;
        if (thinks) {
            m_asked = QPromise<base::Result<base::SecretBytes>>();
            m_asked.start();
            return m_asked.future();
        }
        if (readError)
            return base::readyError<base::SecretBytes>(*readError);
        const auto found = m_entries.find(name);
        if (found != m_entries.end() && garbles)
            return base::ready<base::SecretBytes>(vaulttest::secret(std::string(32, '?')));
        if (found == m_entries.end())
            return base::readyError<base::SecretBytes>(base::ErrorCode::KeychainEntryMissing, name);
        return base::ready<base::SecretBytes>(vaulttest::secret(found->second.toStdString()));
    }
    [[nodiscard]] base::Async<bool> write(const QString &name, base::SecretBytes secret) override
    {
        if (writeError)
            return base::readyError<bool>(*writeError);
        m_entries[name] = vaulttest::textOf(secret);
        if (onWrite)
            onWrite();
        return base::ready<bool>(true);
    }
    [[nodiscard]] base::Async<bool> remove(const QString &name) override
    {
        if (removeError)
            return base::readyError<bool>(*removeError);
        m_entries.erase(name);
        return base::ready<bool>(true);
    }
    /// The answer to the last reading while it was thinking.
    void answer(base::Result<base::SecretBytes> secret)
    {
        m_asked.addResult(std::move(secret));
        m_asked.finish();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList out;
        for (const auto &entry : m_entries)
            out << entry.first;
        return out;
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

    vault::ports::KeychainState state = vault::ports::KeychainState::Ready;
    std::optional<base::ErrorCode> statusError;
    std::optional<base::ErrorCode> readError;
    std::optional<base::ErrorCode> writeError;
    std::optional<base::ErrorCode> removeError;
    bool thinks = false;           ///< nothing is read until answer()
    bool garbles = false;          ///< what is read is not what was written
    std::function<void()> onWrite; ///< what happens while the person is asked
    QList<bool> reads;             ///< one for each: whether it might have prompted

private:
    std::map<QString, QByteArray> m_entries;
    QPromise<base::Result<base::SecretBytes>> m_asked;
};

} // namespace servicetest
