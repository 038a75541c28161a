// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opener.h"
#include "cli/rotatecommand.h"
#include "cli/secretinput.h"
#include "service/backups.h"

namespace cli {

namespace {

using base::ErrorCode;

class SecretGenerate final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("NAME", m_request.name, "Name or alias; an existing one gets a new version");
        syntax.option("--as FORM", m_form, "aes256 (32 bytes in base64), password or token");
        syntax.option("--length N", m_length, "Characters of a password (24) or a token (43)");
        syntax.option("--classes LIST", m_classes, "Of a password: lower,upper,digits,symbols (all of them)");
        syntax.option("--field FIELD", m_request.field, "Field to put it into (value, or the only one there is)");
        syntax.option("--kind KIND", m_request.kind, "Kind of a new secret");
        syntax.footer("The value is stored and not shown.");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        if (const auto parsed = parse(); !parsed)
            return base::ready<int>(std::unexpected(parsed.error()));
        return withVault(
            parts, this, [this, &parts] { return parts.secrets().generate(m_request); },
            [&parts](const vault::Credential &stored) {
                parts.output().document(service::json::secretRow(stored));
                parts.output().line(QStringLiteral("Stored %1, version %2.")
                                        .arg(stored.name)
                                        .arg(stored.versions.isEmpty() ? 0 : stored.versions.last().number));
                return 0;
            });
    }

private:
    [[nodiscard]] base::Result<void> parse()
    {
        const auto form = service::generatedForm(m_form);
        if (!form)
            return base::fail(ErrorCode::InvalidArgument, QStringLiteral("--as"));
        m_request.policy.form = *form;
        if (!m_length.isEmpty()) {
            bool isNumber = false;
            m_request.policy.length = m_length.toUInt(&isNumber);
            if (!isNumber || m_request.policy.length == 0)
                return base::fail(ErrorCode::InvalidArgument, QStringLiteral("--length"));
        }
        if (!m_classes.isEmpty())
            m_request.policy.classes = m_classes.split(QLatin1Char(','));
        return {};
    }

    service::GenerateRequest m_request;
    QString m_form;
    QString m_length;
    QString m_classes;
};

class SecretVerify final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.positional("NAME", m_reference, "NAME#FIELD, or NAME with one field, or an alias");
        syntax.footer("The value to compare comes from standard input; one newline at its end is not part of it.");
    }
    [[nodiscard]] bool readsInput() const override { return true; }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        auto value = readSecretValue(QStringLiteral("Value: "));
        if (!value)
            return base::ready<int>(std::unexpected(value.error()));
        auto held = std::make_shared<base::SecretBytes>(*std::move(value));
        return withVault(
            parts, this, [this, &parts, held] { return parts.secrets().verify(m_reference, std::move(*held)); },
            [&parts](service::Done) {
                parts.output().document(QJsonObject{{QStringLiteral("match"), true}});
                parts.output().line(QStringLiteral("The value is the stored one."));
                return 0;
            });
    }

private:
    QString m_reference;
};

class SecretClear final : public Command {
public:
    void declare(Syntax &syntax) override
    {
        syntax.option("--backup FILE", m_path, "A new file: everything is backed up into it first");
        syntax.footer("Removes every credential, accounts and providers too. The recovery key opens the backup.");
    }
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        if (m_path.isEmpty())
            return base::readyError<int>(ErrorCode::InvalidArgument, QStringLiteral("--backup FILE"));
        const QString question =
            QStringLiteral("Remove every secret, account and provider, after a backup to %1?").arg(m_path);
        if (const auto sure = confirm(question, parts.options().yes); !sure)
            return base::ready<int>(std::unexpected(sure.error()));
        return withVault(
            parts, this, [this, &parts] { return clear(parts); },
            [this, &parts](qsizetype count) {
                parts.output().document(QJsonObject{{QStringLiteral("removed"), static_cast<qint64>(count)},
                                                    {QStringLiteral("backup"), m_path}});
                parts.output().line(QStringLiteral("Removed %1. The backup is %2.")
                                        .arg(credentialCount(static_cast<std::uint64_t>(count)), m_path));
                return 0;
            });
    }

private:
    /// What came or changed while the backup was made is not in it, and then nothing is removed.
    [[nodiscard]] base::Async<qsizetype> clear(Composition &parts)
    {
        return base::chain(parts.secrets().list(), this, [this, &parts](const QList<vault::Credential> &known) {
            auto *backups = new service::Backups({parts.host(), parts.hostPorts(), parts.caller()}, this);
            service::BackupRequest request;
            request.path = m_path;
            return base::chain(backups->create(std::move(request)), this,
                               [&parts, known](const service::BackupReport &) { return parts.secrets().clear(known); });
        });
    }

    QString m_path;
};

} // namespace

void addMakingCommands(Syntax &root, Syntax &secret)
{
    secret.command<SecretGenerate>("generate", "Make up a value and store it, without showing it");
    secret.command<SecretVerify>("verify", "Tell whether a value is the stored one");
    secret.command<SecretClear>("clear", "Remove all of them, after a backup");
    root.command<RotateCommand>("rotate", "Replace a credential's fields in steps");
}

} // namespace cli
