// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rotatecommand.h"

#include "cli/exchangesave.h"
#include "cli/opener.h"
#include "cli/secretinput.h"
#include "cli/syntax.h"
#include "platform/terminal.h"

namespace cli {

namespace {

/// Every field may be left as it is.
QList<FieldPrompt> promptsFor(const vault::Credential &credential)
{
    QList<FieldPrompt> prompts;
    const vault::VersionInfo *version = credential.current() != nullptr ? credential.current() : credential.pending();
    if (version == nullptr)
        return {{QStringLiteral("value"), QStringLiteral("Value")}};
    for (const QString &field : version->fields)
        prompts << FieldPrompt{field, field, false};
    return prompts;
}

} // namespace

void RotateCommand::declare(Syntax &syntax)
{
    syntax.positional("NAME", m_name, "Name or alias");
    syntax.flag("--commit", m_commit, "Use what waits, whatever the check said");
    syntax.flag("--rollback", m_rollback, "Turn down what waits; when nothing does, bring back the version before");
    syntax.flag("--retire", m_retire, "End the earlier versions: nobody gets them any more");
    syntax.footer(
        "The new fields come as a JSON object from standard input; on a terminal each is asked for. An exchange is asked\n"
        "about its key, which is used once it works for the same account; anything else waits for --commit.");
}

bool RotateCommand::readsInput() const
{
    return !m_commit && !m_rollback && !m_retire;
}

base::Result<RotateCommand::Step> RotateCommand::step() const
{
    if (static_cast<int>(m_commit) + static_cast<int>(m_rollback) + static_cast<int>(m_retire) > 1)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--commit, --rollback, --retire"));
    if (m_commit)
        return Step::Commit;
    if (m_rollback)
        return Step::Rollback;
    return m_retire ? Step::Retire : Step::Replace;
}

base::Async<int> RotateCommand::run(Composition &parts)
{
    const auto wanted = step();
    if (!wanted)
        return base::ready<int>(std::unexpected(wanted.error()));
    if (*wanted == Step::Replace)
        return replace(parts);
    return withVault(
        parts, this, [this, &parts, wanted = *wanted] { return finish(parts, wanted); },
        [&parts](const vault::Credential &credential) {
            parts.output().document(service::json::secretRow(credential));
            const vault::VersionInfo *current = credential.current();
            parts.output().line(current != nullptr
                                    ? QStringLiteral("%1: version %2 is in use.").arg(credential.name).arg(current->number)
                                    : QStringLiteral("%1: no version is in use.").arg(credential.name));
            return 0;
        });
}

base::Async<vault::Credential> RotateCommand::finish(Composition &parts, Step step)
{
    auto &versions = *new service::Versions(parts.host(), parts.caller(), this);
    switch (step) {
    case Step::Commit:
        return versions.commit(m_name);
    case Step::Rollback:
        return versions.turnBack(m_name);
    default:
        return versions.retireOld(m_name);
    }
}

base::Async<int> RotateCommand::replace(Composition &parts)
{
    auto held = std::make_shared<std::optional<base::SecretFields>>();
    if (!platform::isTerminal(platform::StandardStream::Input)) {
        auto fields = readSecretFields({});
        if (!fields)
            return base::ready<int>(std::unexpected(fields.error()));
        *held = *std::move(fields);
    }
    return base::chain(openVault(parts, this), this, [this, &parts, held](service::Done) {
        auto *versions = new service::Versions(parts.host(), parts.caller(), this);
        return base::chain(versions->history(m_name), this, [this, &parts, held](const vault::Credential &credential) {
            if (*held)
                return replaceWith(parts, credential, std::move(**held));
            auto fields = readSecretFields(promptsFor(credential));
            return fields ? replaceWith(parts, credential, *std::move(fields))
                          : base::ready<int>(std::unexpected(fields.error()));
        });
    });
}

base::Async<int> RotateCommand::replaceWith(Composition &parts, const vault::Credential &credential,
                                            base::SecretFields fields)
{
    if (credential.kind == vault::CredentialKind::Exchange)
        return updateAccount(parts, this, credential.name, {}, std::move(fields));
    auto *versions = new service::Versions(parts.host(), parts.caller(), this);
    return base::chain(versions->stage(credential.name, std::move(fields)), this, [&parts](const vault::Credential &staged) {
        parts.output().document(service::json::secretRow(staged));
        parts.output().line(QStringLiteral("%1: version %2 waits. Use it: latchkey rotate %1 --commit")
                                .arg(staged.name)
                                .arg(staged.pending()->number));
        return base::ready<int>(0);
    });
}

} // namespace cli
