// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/globaloptions.h"
#include "service/vaulthost.h"

namespace cli {

/// The ways into a vault that this program was given, and those that it may ask a person for
/// (docs/INTERFACE.md "Files and environment").
class WaysInReader final {
public:
    explicit WaysInReader(const GlobalOptions &options) : m_options(options) {}

    /// What works without a prompt: recovery key file, passphrase file, LATCHKEY_PASSPHRASE_FILE, the credentials directory.
    /// nullopt when nothing was given. EmptyField for an empty passphrase, IoFailure for a file that cannot be read.
    [[nodiscard]] base::Result<std::optional<service::WaysIn>> given() const;
    /// The passphrase for a new vault, from the same places as an existing one's; nullopt when nothing was given.
    [[nodiscard]] base::Result<std::optional<base::SecretBytes>> givenPassphrase() const;
    /// From --new-passphrase-file; nullopt without the option.
    [[nodiscard]] base::Result<std::optional<base::SecretBytes>> givenNewPassphrase() const;

    /// Asks at the terminal, without echo. NotATerminal, Cancelled, EmptyField.
    [[nodiscard]] static base::Result<base::SecretBytes>
    askPassphrase(const QString &prompt = QStringLiteral("Passphrase: "));
    /// Asks twice and compares; InvalidArgument when the two differ.
    [[nodiscard]] static base::Result<base::SecretBytes> askNewPassphrase();
    /// Nothing given yet; the keychain as the options say.
    [[nodiscard]] service::WaysIn none() const;

private:
    [[nodiscard]] QString passphrasePath() const;

    const GlobalOptions &m_options;
};

/// A passphrase from a file, less one line end; EmptyField when nothing is left.
[[nodiscard]] base::Result<base::SecretBytes> readPassphraseFile(const QString &path);

/// What a weak passphrase's owner should be told; empty for a good one.
[[nodiscard]] QString weakPassphraseWarning(const base::SecretBytes &passphrase);

} // namespace cli
