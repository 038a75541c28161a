// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "cli/opener.h"
#include "cli/syntax.h"
#include "service/erroranswer.h"
#include "service/importwords.h"

#include <QFileInfo>

namespace cli {

void ExportCommand::declare(Syntax &syntax)
{
    syntax.option("--format NAME", m_format, "env or json");
    syntax.option("--output FILE", m_path, "A new file, mode 0600, instead of standard output");
    syntax.footer(
        "The secrets stand there in plain text. The passphrase is asked for, also where the keychain alone opens the\n"
        "vault; a recovery key does as well. Keys that are held back until you agree are left out. Of a damaged vault\n"
        "the intact records are given out, and the status is 8. With --json, --output is needed.");
}

base::Async<service::ExportReport> ExportCommand::exportWith(Composition &parts, base::SecretBytes passphrase)
{
    const auto format = transfer::exportFormatFromName(m_format);
    if (!format)
        return base::readyError<service::ExportReport>(base::ErrorCode::InvalidArgument, QStringLiteral("--format"));
    // Opened by the keychain alone, or in a vault without any: nobody has typed it yet.
    if (passphrase.isEmpty() && service::asksCurrentPassphrase(parts.host())) {
        auto asked = WaysInReader::askPassphrase();
        if (!asked)
            return base::ready<service::ExportReport>(std::unexpected(asked.error()));
        passphrase = *std::move(asked);
    }
    m_exports = std::make_unique<service::Exports>(parts.host(), parts.caller());
    return m_exports->run({*format, m_path, std::move(passphrase)});
}

int ExportCommand::print(Composition &parts, const service::ExportReport &report) const
{
    Output &out = parts.output();
    for (const base::SecretBytes &piece : report.text)
        out.bare(piece.exposeBytes());
    if (!m_path.isEmpty()) {
        out.document(service::json::exportReport(report));
        out.line(QStringLiteral("Written to %2, in plain text: %1.")
                     .arg(credentialCount(static_cast<std::uint64_t>(report.exported)), m_path));
    }
    for (const service::ExportReport::Left &left : report.left)
        out.note(QStringLiteral("Left out: %1 (%2).").arg(left.name, service::words::forGap(left.gap)));
    return report.hasDamage() ? service::json::exitStatus(base::ErrorCode::IntegrityFailure) : 0;
}

base::Async<int> ExportCommand::run(Composition &parts)
{
    if (!transfer::exportFormatFromName(m_format))
        return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("--format"));
    // The document of --json is the report.
    if (m_path.isEmpty() && parts.output().json())
        return base::readyError<int>(base::ErrorCode::InvalidArgument,
                                     QStringLiteral("with --json the secrets go into a file; add --output FILE"));
    if (!m_path.isEmpty() && (QFileInfo::exists(m_path) || QFileInfo(m_path).isSymLink()))
        return base::readyError<int>(base::ErrorCode::AlreadyExists, m_path);
    auto typed = std::make_shared<base::SecretBytes>();
    const auto keep = [typed](const service::WaysIn &ways) -> base::Result<void> {
        LATCHKEY_TRY(*typed, ways.passphrase.clone());
        return {};
    };
    return base::chain(openVault(parts, this, keep), this, [this, &parts, typed](service::Done) {
        return base::chain(exportWith(parts, std::move(*typed)), this, [this, &parts](const service::ExportReport &report) {
            return base::ready<int>(print(parts, report));
        });
    });
}

} // namespace cli
