// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/syntax.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace cli {

namespace {

/// "--home DIR": the option, and what its value is called in the help.
struct OptionName {
    explicit OptionName(const std::string &text)
        : option(text.substr(0, text.find(' ')))
        , value(text.size() > option.size() ? text.substr(option.size() + 1) : "TEXT")
    {
    }
    std::string option;
    std::string value;
};

} // namespace

Syntax Syntax::group(const char *name, const char *what)
{
    CLI::App *sub = m_app.add_subcommand(name, what);
    sub->require_subcommand(1);
    return {*sub, m_set};
}

Syntax Syntax::add(const char *name, const char *what, std::unique_ptr<Command> command)
{
    CLI::App *sub = m_app.add_subcommand(name, what);
    // At most one: without this bound CLI11 takes an argument that is spelled like a command for that command.
    sub->require_subcommand(0, 1);
    Command *added = command.get();
    m_set.all.push_back(std::move(command));
    // A command within this one is called back first.
    sub->callback([&set = m_set, added] {
        if (set.chosen == nullptr)
            set.chosen = added;
    });
    Syntax syntax(*sub, m_set);
    added->declare(syntax);
    return syntax;
}

void Syntax::footer(const char *text)
{
    m_app.footer(text);
}

void Syntax::globalOptions(GlobalOptions &options)
{
    option("--home DIR", options.home, "Folder of the vault (default: $LATCHKEY_HOME)");
    flag("--json", options.json, "Print one JSON document, and errors as JSON");
    option("--passphrase-file FILE", options.passphraseFile, "Read the passphrase from a file, or - for standard input");
    option("--recovery-key-file FILE", options.recoveryKeyFile, "Open by the recovery key in this file");
    option("--new-passphrase-file FILE", options.newPassphraseFile, "Read the new passphrase from a file");
    option("--recovery-key-out FILE", options.recoveryKeyOut, "Write a new recovery key to this new file");
    flag("--no-keychain", options.noKeychain, "Never touch the keychain");
    flag("--no-agent", options.noAgent, "Open the file although an agent runs (audited)");
    flag("--yes", options.yes, "Answer questions with yes");
}

void Syntax::positional(const char *name, QString &target, const char *what, bool required)
{
    m_app
        .add_option_function<std::string>(
            name, [&target](const std::string &text) { target = QString::fromStdString(text); }, what)
        ->required(required)
        ->type_name("");
}

void Syntax::option(const char *name, QString &target, const char *what)
{
    const OptionName named(name);
    m_app
        .add_option_function<std::string>(
            named.option, [&target](const std::string &text) { target = QString::fromStdString(text); }, what)
        ->type_name(named.value);
}

void Syntax::option(const char *name, std::optional<QString> &target, const char *what)
{
    const OptionName named(name);
    m_app
        .add_option_function<std::string>(
            named.option, [&target](const std::string &text) { target = QString::fromStdString(text); }, what)
        ->type_name(named.value);
}

void Syntax::list(const char *name, QStringList &target, const char *what)
{
    const OptionName named(name);
    const auto take = [&target](const std::vector<std::string> &texts) {
        for (const std::string &text : texts)
            target << QString::fromStdString(text);
    };
    // One value each time: `--with a b` must not swallow b.
    m_app.add_option_function<std::vector<std::string>>(named.option, take, what)
        ->expected(1)
        ->take_all()
        ->type_name(named.value);
}

void Syntax::flag(const char *name, bool &target, const char *what)
{
    m_app.add_flag(name, target, what);
}

} // namespace cli
