// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/recoverykeydelivery.h"

#include "base/privatefile.h"
#include "platform/terminal.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cctype>

namespace cli {

namespace {

constexpr std::size_t kGroupLength = 5;
constexpr std::size_t kGroups = 9;
constexpr int kAttempts = 3;

std::string_view group(const base::SecretBytes &key, std::size_t index)
{
    return key.exposeText().substr(index * (kGroupLength + 1), kGroupLength);
}

bool sameGroup(std::string_view expected, std::string_view typed)
{
    const auto upper = [](char c) { return std::toupper(static_cast<unsigned char>(c)); };
    while (!typed.empty() && typed.back() == ' ')
        typed.remove_suffix(1);
    return std::ranges::equal(expected, typed, {}, upper, upper);
}

/// Two different groups, so that nobody learns which ones will be asked for.
base::Result<std::array<std::size_t, 2>> pickGroups(base::RandomSource &random)
{
    std::array<unsigned char, 2> bytes{};
    LATCHKEY_CHECK(random.fill(bytes));
    const std::size_t first = bytes[0] % kGroups;
    const std::size_t second = (first + 1 + bytes[1] % (kGroups - 1)) % kGroups;
    return std::array{std::min(first, second), std::max(first, second)};
}

base::Result<void> say(platform::Terminal &terminal, const QString &text)
{
    return terminal.write(base::view(text.toUtf8()));
}

base::Result<void> askGroup(platform::Terminal &terminal, const base::SecretBytes &key, std::size_t index)
{
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        LATCHKEY_TRY(const base::SecretBytes typed,
                     terminal.read(QStringLiteral("Group %1: ").arg(index + 1), platform::Echo::On));
        if (sameGroup(group(key, index), typed.exposeText()))
            return {};
        LATCHKEY_CHECK(say(terminal, QStringLiteral("That is not group %1.\n").arg(index + 1)));
    }
    return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("the recovery key was not confirmed"));
}

base::Result<void> showAndAsk(const base::SecretBytes &key, base::RandomSource &random)
{
    LATCHKEY_TRY(platform::Terminal terminal, platform::Terminal::open());
    LATCHKEY_CHECK(say(terminal,
                       QStringLiteral("\nYour recovery key. Write it down and keep it away from this computer;\n"
                                      "it opens the vault when everything else is lost.\n\n    ")));
    LATCHKEY_CHECK(terminal.write(key.exposeBytes()));
    LATCHKEY_TRY(const auto asked, pickGroups(random));
    LATCHKEY_CHECK(say(terminal, QStringLiteral("\n\nTo show that you have it, type two of its groups of five.\n")));
    for (const std::size_t index : asked)
        LATCHKEY_CHECK(askGroup(terminal, key, index));
    return {};
}

base::Result<void> writeFile(const base::SecretBytes &key, const QString &path)
{
    base::SecretBuilder text;
    LATCHKEY_CHECK(text.append(key.exposeBytes()));
    LATCHKEY_CHECK(text.append("\n"));
    const base::SecretBytes line = text.take();
    return base::writeNewPrivateFile(path, line.exposeBytes());
}

} // namespace

RecoveryKeyDelivery::RecoveryKeyDelivery(QString path, base::RandomSource &random)
    : m_path(std::move(path))
    , m_random(&random)
    , m_written(std::make_shared<bool>(false))
{
}

base::Result<RecoveryKeyDelivery> RecoveryKeyDelivery::prepare(const QString &path, base::RandomSource &random)
{
    if (path.isEmpty() && !platform::Terminal::open())
        return base::fail(base::ErrorCode::NotATerminal, QStringLiteral("--recovery-key-out"));
    if (!path.isEmpty() && (QFileInfo::exists(path) || QFileInfo(path).isSymLink()))
        return base::fail(base::ErrorCode::AlreadyExists, path);
    return RecoveryKeyDelivery(path, random);
}

std::function<base::Result<void>(const base::SecretBytes &)> RecoveryKeyDelivery::function() const
{
    return [path = m_path, random = m_random, written = m_written](const base::SecretBytes &key) -> base::Result<void> {
        if (path.isEmpty())
            return showAndAsk(key, *random);
        LATCHKEY_CHECK(writeFile(key, path));
        *written = true;
        return {};
    };
}

void RecoveryKeyDelivery::undo() const
{
    if (*m_written)
        QFile::remove(m_path);
}

} // namespace cli
