// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/globaloptions.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace CLI {
class App;
} // namespace CLI

namespace cli {

/// All commands, and the one that was chosen.
struct CommandSet {
    std::vector<std::unique_ptr<Command>> all;
    Command *chosen = nullptr;
};

/// Declares commands and what they take. The only door to CLI11, whose exceptions never leave commandline.cpp. Targets outlive
/// the parsing.
class Syntax final {
public:
    Syntax(CLI::App &app, CommandSet &set) : m_app(app), m_set(set) {}

    /// A word that needs another one after it ("secret").
    [[nodiscard]] Syntax group(const char *name, const char *what);
    /// A command; commands may be added under what it returns.
    template<typename Kind>
    Syntax command(const char *name, const char *what)
    {
        return add(name, what, std::make_unique<Kind>());
    }
    /// More lines under the help of this command.
    void footer(const char *text);
    void globalOptions(GlobalOptions &options);

    void positional(const char *name, QString &target, const char *what, bool required = true);
    /// `name` may hold what the value is called: "--home DIR".
    void option(const char *name, QString &target, const char *what);
    void option(const char *name, std::optional<QString> &target, const char *what);
    /// May be given more than once.
    void list(const char *name, QStringList &target, const char *what);
    void flag(const char *name, bool &target, const char *what);

private:
    Syntax add(const char *name, const char *what, std::unique_ptr<Command> command);

    CLI::App &m_app;
    CommandSet &m_set;
};

} // namespace cli
