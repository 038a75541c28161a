// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include "cli/runcommand.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <functional>

namespace cli {

namespace {

constexpr int kFault = 1;
constexpr int kUsage = 2;

bool isInput(const QString &path)
{
    return path == QLatin1StringView("-");
}

/// Standard input can be one thing only.
bool inputAskedTwice(const GlobalOptions &options, const Command &command)
{
    const bool variable = options.passphraseFile.isEmpty() && isInput(qEnvironmentVariable("LATCHKEY_PASSPHRASE_FILE"));
    const auto readers = std::ranges::count_if(std::array{isInput(options.passphraseFile) || variable,
                                                          isInput(options.recoveryKeyFile),
                                                          isInput(options.newPassphraseFile)},
                                               std::identity());
    return readers + (command.readsInput() ? 1 : 0) > 1;
}

} // namespace

Program::Program(QByteArrayList arguments, const platform::CallerState &caller)
    : m_arguments(std::move(arguments))
    , m_caller(caller)
{
}

Program::~Program() = default;

std::optional<int> Program::start()
{
    Parsed parsed = parseCommandLine(m_arguments);
    if (const auto *help = std::get_if<HelpText>(&parsed)) {
        Output out(false);
        out.bare(base::view(help->text.toUtf8()));
        return out.ok() ? 0 : kFault;
    }
    if (const auto *wrong = std::get_if<UsageFault>(&parsed))
        return fault(*wrong);
    m_invocation = std::move(std::get<std::unique_ptr<Invocation>>(parsed));
    return launch();
}

std::optional<int> Program::fault(const UsageFault &fault) const
{
    Output out(wantsJson(m_arguments));
    out.usageFault(fault.text);
    out.note(QStringLiteral("  See latchkey --help, or latchkey COMMAND --help."));
    return kUsage;
}

std::optional<int> Program::launch()
{
    Command &command = *m_invocation->commands.chosen;
    if (inputAskedTwice(m_invocation->options, command))
        return fault({QStringLiteral("Standard input cannot be both the passphrase and what this command reads.")});
    if (auto *run = dynamic_cast<RunCommand *>(&command))
        run->setChild(m_invocation->child);
    m_parts = std::make_unique<Composition>(m_invocation->options, m_caller);
    base::whenDone(command.run(*m_parts), &command,
                   [this](const base::Result<int> &result) { QCoreApplication::exit(finish(result)); });
    return std::nullopt;
}

int Program::finish(const base::Result<int> &result)
{
    QString prefix = m_invocation->commands.chosen->failurePrefix();
    if (!result && !prefix.isEmpty())
        prefix += QString(base::codeName(result.error().code)) + QStringLiteral(": ");
    return m_parts->output().finish(result, prefix);
}

} // namespace cli
