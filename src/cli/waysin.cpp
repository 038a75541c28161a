// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/waysin.h"

#include "base/privatefile.h"
#include "platform/terminal.h"
#include "service/passphrasescore.h"
#include "service/words.h"

#include <QFileInfo>

namespace cli {

namespace {

constexpr std::size_t kLongestPassphrase = std::size_t(64) * 1024;
constexpr int kGoodScore = 3;

base::Result<base::SecretBytes> readNotEmpty(const QString &path, const QString &what)
{
    LATCHKEY_TRY(base::SecretBytes secret, base::readSecretFile(path, kLongestPassphrase, true));
    // Nothing in the file is not "nothing given": the vault would be asked for another way in without a word.
    if (secret.isEmpty())
        return base::fail(base::ErrorCode::EmptyField, what);
    secret.maskInLogs();
    return secret;
}

base::Result<base::SecretBytes> ask(platform::Terminal &terminal, const QString &prompt)
{
    LATCHKEY_TRY(base::SecretBytes answer, terminal.read(prompt, platform::Echo::Off));
    if (answer.isEmpty())
        return base::fail(base::ErrorCode::EmptyField, QStringLiteral("passphrase"));
    answer.maskInLogs();
    return answer;
}

} // namespace

QString WaysInReader::passphrasePath() const
{
    if (!m_options.passphraseFile.isEmpty())
        return m_options.passphraseFile;
    if (const QString variable = qEnvironmentVariable("LATCHKEY_PASSPHRASE_FILE"); !variable.isEmpty())
        return variable;
    if (const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY"); !folder.isEmpty()) {
        const QString path = folder + QStringLiteral("/latchkey-passphrase");
        if (QFileInfo::exists(path))
            return path;
    }
    return {};
}

base::Result<std::optional<base::SecretBytes>> WaysInReader::givenPassphrase() const
{
    const QString path = passphrasePath();
    if (path.isEmpty())
        return std::optional<base::SecretBytes>();
    LATCHKEY_TRY(base::SecretBytes passphrase, readNotEmpty(path, QStringLiteral("passphrase")));
    return std::optional(std::move(passphrase));
}

base::Result<std::optional<base::SecretBytes>> WaysInReader::givenNewPassphrase() const
{
    if (m_options.newPassphraseFile.isEmpty())
        return std::optional<base::SecretBytes>();
    LATCHKEY_TRY(base::SecretBytes passphrase, readNotEmpty(m_options.newPassphraseFile, QStringLiteral("new passphrase")));
    return std::optional(std::move(passphrase));
}

service::WaysIn WaysInReader::none() const
{
    service::WaysIn ways;
    ways.useKeychain = !m_options.noKeychain;
    ways.pastAgent = m_options.noAgent;
    return ways;
}

base::Result<std::optional<service::WaysIn>> WaysInReader::given() const
{
    service::WaysIn ways = none();
    if (!m_options.recoveryKeyFile.isEmpty()) {
        LATCHKEY_TRY(ways.recoveryKey, readNotEmpty(m_options.recoveryKeyFile, QStringLiteral("recovery key")));
        return std::optional(std::move(ways));
    }
    LATCHKEY_TRY(auto passphrase, givenPassphrase());
    if (!passphrase)
        return std::optional<service::WaysIn>();
    ways.passphrase = *std::move(passphrase);
    return std::optional(std::move(ways));
}

base::Result<base::SecretBytes> WaysInReader::askPassphrase(const QString &prompt)
{
    LATCHKEY_TRY(platform::Terminal terminal, platform::Terminal::open());
    return ask(terminal, prompt);
}

base::Result<base::SecretBytes> WaysInReader::askNewPassphrase()
{
    LATCHKEY_TRY(platform::Terminal terminal, platform::Terminal::open());
    LATCHKEY_TRY(base::SecretBytes first, ask(terminal, QStringLiteral("New passphrase: ")));
    LATCHKEY_TRY(const base::SecretBytes second, ask(terminal, QStringLiteral("Again: ")));
    if (!first.equals(second))
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("the two passphrases differ"));
    return first;
}

base::Result<base::SecretBytes> readPassphraseFile(const QString &path)
{
    return readNotEmpty(path, QStringLiteral("passphrase"));
}

QString weakPassphraseWarning(const base::SecretBytes &passphrase)
{
    const int score = service::passphraseScore(passphrase);
    if (score >= kGoodScore)
        return {};
    return QStringLiteral("This passphrase is weak (%1). Whoever gets a copy of the vault file could guess it.")
        .arg(service::words::strength(score).toLower());
}

} // namespace cli
