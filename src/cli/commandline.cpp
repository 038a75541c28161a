// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/commands.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <sstream>

namespace cli {

namespace {

constexpr const char *kDescription = "latchkey: the place where a trader's API keys live";
constexpr const char *kFooter =
    "Secrets are never taken as arguments: they are asked for at the terminal, or read as a JSON object from standard "
    "input.\n"
    "\n"
    "Exit status: 0 done, 1 fault, 2 usage, 3 locked, 4 not found, 5 refused, 6 refused by the exchange, 7 could not be\n"
    "checked, 8 damaged, not a vault or older than last seen, 9 keychain, 10 exists already or changed meanwhile.";
constexpr int kHelpWidth = 34;

void declareAll(Syntax root)
{
    addVaultCommands(root);
    addExchangeCommands(root);
    addLlmCommands(root);
    addSecretCommands(root);
    addUseCommands(root);
    addAuditCommands(root);
    addAgentCommands(root);
    addSlotCommands(root);
}

/// The word that stands where commands stand; empty when options that take a value come first.
QByteArray commandWord(const QByteArrayList &arguments)
{
    static const QByteArrayList kFlags{"--json", "--no-keychain", "--no-agent", "--yes"};
    const auto word = std::ranges::find_if(arguments, [](const QByteArray &each) { return !kFlags.contains(each); });
    return word == arguments.end() || word->startsWith('-') ? QByteArray() : *word;
}

/// An argument that is too many may be a secret in the wrong place, so only the word that stands where commands stand is
/// repeated, and only when it looks like one.
QString extrasText(const QByteArray &unknownCommand)
{
    constexpr qsizetype kLongestCommand = 40;
    const bool looksLikeCommand = unknownCommand.size() <= kLongestCommand
        && std::ranges::all_of(unknownCommand, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    if (!unknownCommand.isEmpty() && looksLikeCommand)
        return QStringLiteral("There is no command \"%1\".").arg(QString::fromUtf8(unknownCommand));
    return QStringLiteral("There is a word or an option that this command does not know.");
}

QString textOf(const CLI::ParseError &error, const CLI::App &app, const QByteArrayList &arguments)
{
    // CLI11 misses a command before it finds the word too many.
    const QByteArray unknown = app.get_subcommands().empty() ? commandWord(arguments) : QByteArray();
    if (!unknown.isEmpty() || dynamic_cast<const CLI::ExtrasError *>(&error) != nullptr)
        return extrasText(unknown);
    // The other kinds name options and what they expect, but a conversion repeats what was typed.
    if (dynamic_cast<const CLI::ConversionError *>(&error) != nullptr
        || dynamic_cast<const CLI::ValidationError *>(&error) != nullptr)
        return QStringLiteral("An option has a value that does not fit.");
    if (arguments.isEmpty())
        return QStringLiteral("Which command? See latchkey --help.");
    return QString::fromUtf8(error.what()) + QLatin1Char('.');
}

class Parser {
public:
    Parser() : m_app(kDescription, "latchkey"), m_invocation(std::make_unique<Invocation>())
    {
        m_app.fallthrough();
        m_app.require_subcommand(1);
        m_app.footer(kFooter);
        m_app.get_formatter()->column_width(kHelpWidth);
        m_app.set_version_flag("--version", "latchkey " LATCHKEY_VERSION, "Print the version");
        Syntax root(m_app, m_invocation->commands);
        root.globalOptions(m_invocation->options);
        declareAll(root);
    }

    [[nodiscard]] Parsed parse(const QByteArrayList &arguments)
    {
        std::vector<std::string> reversed;
        for (const QByteArray &argument : arguments)
            reversed.insert(reversed.begin(), argument.toStdString());
        try {
            m_app.parse(reversed);
        } catch (const CLI::Success &success) {
            std::ostringstream out;
            m_app.exit(success, out, out);
            return HelpText{QString::fromStdString(out.str())};
        } catch (const CLI::ParseError &error) {
            return UsageFault{textOf(error, m_app, arguments)};
        }
        return std::move(m_invocation);
    }

private:
    CLI::App m_app;
    std::unique_ptr<Invocation> m_invocation;
};

} // namespace

bool wantsJson(const QByteArrayList &arguments)
{
    const auto end = std::ranges::find(arguments, QByteArrayLiteral("--"));
    return std::find(arguments.begin(), end, QByteArrayLiteral("--json")) != end;
}

Parsed parseCommandLine(const QByteArrayList &arguments)
{
    const qsizetype dashes = arguments.indexOf(QByteArrayLiteral("--"));
    if (dashes >= 0) {
        // What follows "--" of `run` is the child's, every byte of it.
        Parser parser;
        Parsed head = parser.parse(arguments.first(dashes));
        if (auto *invocation = std::get_if<std::unique_ptr<Invocation>>(&head);
            invocation != nullptr && isRunCommand(*(*invocation)->commands.chosen)) {
            (*invocation)->child = arguments.mid(dashes + 1);
            return head;
        }
    }
    Parser parser;
    return parser.parse(arguments);
}

} // namespace cli
