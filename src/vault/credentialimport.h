// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credentialstore.h"

namespace vault {

/// What becomes of a credential that comes from elsewhere.
enum class ImportFate : std::uint8_t {
    New,
    Same,     ///< one of that name has all these values already
    Conflict, ///< one of that name has others, or lacks some; it is left alone
};

/// Takes many credentials in, in one transaction, and none of them twice. Vault thread.
class CredentialImport final {
public:
    /// The item of a number, made when its turn comes: thousands of values would fill the secure heap if all were there at once.
    using Source = std::function<base::Result<NewCredential>(std::size_t)>;
    /// Asked before each item; false ends it, Cancelled. May be empty.
    using IsWanted = std::function<bool()>;

    explicit CredentialImport(Session &session, IsWanted isWanted = {})
        : m_session(session)
        , m_store(session)
        , m_isWanted(std::move(isWanted))
    {
    }

    /// What store() would do. Nothing is written, not even to the log. The items have different names.
    [[nodiscard]] base::Result<std::vector<ImportFate>> preview(std::size_t count, const Source &item);
    /// Stores those that are new, each with an audit entry of its own beside `event`, which tells how many they were. An error
    /// leaves everything as it was.
    [[nodiscard]] base::Result<std::vector<ImportFate>> store(std::size_t count, const Source &item,
                                                              const AuditEvent &event);

private:
    [[nodiscard]] base::Result<NewCredential> take(std::size_t at, const Source &item) const;
    [[nodiscard]] base::Result<ImportFate> judge(const NewCredential &item);

    Session &m_session;
    CredentialStore m_store;
    IsWanted m_isWanted;
};

} // namespace vault
