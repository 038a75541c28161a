// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/front.h"

#include "cli/getquery.h"
#include "cli/globaloptions.h"
#include "cli/signquery.h"
#include "cli/syntax.h"
#include "platform/runtimepaths.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <array>

namespace cli {

namespace {

constexpr std::array kKnown{"get", "sign"};

bool isInput(const QString &path)
{
    return path == QLatin1StringView("-");
}

/// The two commands as the whole program declares them; whatever else was typed is a fault here and a matter for that one.
class FrontParser {
public:
    FrontParser() : m_app("latchkey", "latchkey")
    {
        m_app.fallthrough();
        m_app.require_subcommand(1);
        CommandSet none;
        Syntax(m_app, none).globalOptions(m_options);
        const std::array<AgentQuery *, kKnown.size()> queries{&m_get, &m_sign};
        for (std::size_t i = 0; i < kKnown.size(); ++i) {
            CLI::App *command = m_app.add_subcommand(kKnown[i]);
            command->require_subcommand(0, 0);
            command->callback([this, query = queries[i]] { m_chosen = query; });
            Syntax syntax(*command, none);
            queries[i]->declare(syntax);
        }
    }

    /// The query, or nullptr.
    [[nodiscard]] const AgentQuery *parse(const QByteArrayList &arguments)
    {
        std::vector<std::string> reversed;
        for (const QByteArray &argument : arguments)
            reversed.insert(reversed.begin(), argument.toStdString());
        try {
            m_app.parse(reversed);
        } catch (const CLI::Error &) {
            return nullptr; // the whole program says what is wrong, or prints the help
        }
        return m_chosen;
    }

    [[nodiscard]] const GlobalOptions &options() const noexcept { return m_options; }

private:
    CLI::App m_app;
    GlobalOptions m_options;
    GetQuery m_get;
    SignQuery m_sign;
    const AgentQuery *m_chosen = nullptr;
};

/// Whether a way in was to come from standard input, which the query may want too: the whole program judges that.
bool takesInput(const GlobalOptions &options)
{
    return std::ranges::any_of(std::array{options.passphraseFile, options.recoveryKeyFile, options.newPassphraseFile,
                                          qEnvironmentVariable("LATCHKEY_PASSPHRASE_FILE")},
                               isInput);
}

} // namespace

bool mayBeForAgent(const QByteArrayList &arguments)
{
    return std::ranges::any_of(kKnown, [&arguments](const char *name) { return arguments.contains(QByteArray(name)); });
}

std::optional<int> answerThroughAgent(const QByteArrayList &arguments)
{
    FrontParser parser;
    const AgentQuery *query = parser.parse(arguments);
    const GlobalOptions &options = parser.options();
    if (query == nullptr || options.noAgent || (query->readsInput() && takesInput(options)))
        return std::nullopt;
    auto link = AgentLink::find(platform::vaultPaths(platform::homeFrom(options.home)).controlSocket);
    if (link && !*link)
        return std::nullopt;
    Output out(options.json);
    return out.finish(link ? query->ask(**link, out) : base::Result<int>(std::unexpected(link.error())));
}

} // namespace cli
