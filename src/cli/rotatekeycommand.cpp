// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rotatekeycommand.h"

#include "base/privatefile.h"
#include "cli/composition.h"
#include "cli/opener.h"
#include "cli/syntax.h"
#include "platform/terminal.h"
#include "service/jsonshapes.h"
#include "service/words.h"

namespace cli {

namespace {

bool lacksPassphrase(const base::Error &error)
{
    return error.code == base::ErrorCode::MissingField && error.detail == QLatin1StringView("slot_passphrase");
}

} // namespace

void RotateKeyCommand::declare(Syntax &syntax)
{
    syntax.list("--slot-passphrase-file FILE", m_files, "Passphrase of another way in that is to go on; may be repeated");
    syntax.list("--drop ID", m_dropTexts, "Let this way in end with the old key; may be repeated");
    syntax.footer(
        "Every way in goes on that can be made anew: the passphrase of each is needed. The new recovery key is shown on\n"
        "the terminal, where two of its groups are typed back, or written to the file named by --recovery-key-out.\n"
        "Older copies of the vault file and older backups still open by the old passphrase and recovery key.");
}

base::Result<void> RotateKeyCommand::readGiven()
{
    for (const QString &text : std::as_const(m_dropTexts)) {
        const QUuid id = QUuid::fromString(text);
        if (id.isNull())
            return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--drop"));
        m_drop.insert(id);
    }
    for (const QString &path : std::as_const(m_files)) {
        LATCHKEY_TRY(base::SecretBytes passphrase, readPassphraseFile(path));
        m_passphrases.push_back(std::move(passphrase));
    }
    return {};
}

base::Result<void> RotateKeyCommand::keep(const service::WaysIn &ways)
{
    if (ways.passphrase.isEmpty())
        return {};
    LATCHKEY_TRY(base::SecretBytes passphrase, ways.passphrase.clone());
    m_passphrases.push_back(std::move(passphrase));
    return {};
}

base::Async<int> RotateKeyCommand::run(Composition &parts)
{
    auto prepared = RecoveryKeyDelivery::prepare(parts.options().recoveryKeyOut, parts.random());
    if (!prepared)
        return base::ready<int>(std::unexpected(prepared.error()));
    if (const auto read = readGiven(); !read)
        return base::ready<int>(std::unexpected(read.error()));
    m_rotation = std::make_unique<service::KeyRotation>(parts.host(), parts.hostPorts(), parts.caller());
    const auto opened = openVault(parts, this, [this](const service::WaysIn &ways) { return keep(ways); });
    const auto rotated = base::chain(opened, this, [this, &parts, delivery = *prepared](service::Done) {
        return rotate(parts, delivery);
    });
    return undoIfFailed<service::RotationResult>(rotated, *prepared, this, [&parts](const service::RotationResult &result) {
        return report(parts, result);
    });
}

base::Result<service::RotationRequest> RotateKeyCommand::request(const Composition &parts,
                                                                 const RecoveryKeyDelivery &delivery) const
{
    service::RotationRequest out;
    for (const base::SecretBytes &passphrase : m_passphrases) {
        LATCHKEY_TRY(base::SecretBytes copy, passphrase.clone());
        out.passphrases.push_back(std::move(copy));
    }
    out.drop = m_drop;
    out.useKeychain = !parts.options().noKeychain;
    out.deliverRecoveryKey = delivery.function();
    return out;
}

base::Async<service::RotationResult> RotateKeyCommand::rotate(Composition &parts, const RecoveryKeyDelivery &delivery)
{
    using Answer = base::Result<service::RotationResult>;
    auto order = request(parts, delivery);
    if (!order)
        return base::ready<service::RotationResult>(std::unexpected(order.error()));
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const auto finish = [promise](Answer answer) {
        promise->addResult(std::move(answer));
        promise->finish();
    };
    base::whenDone(m_rotation->rotate(*std::move(order)), this, [this, &parts, delivery, finish](Answer answer) {
        if (answer || !lacksPassphrase(answer.error()) || !platform::Terminal::open())
            return finish(std::move(answer));
        auto another = WaysInReader::askPassphrase(QStringLiteral("Passphrase of another way in: "));
        if (!another)
            return finish(std::unexpected(another.error()));
        m_passphrases.push_back(*std::move(another));
        base::whenDone(rotate(parts, delivery), this, finish);
    });
    return promise->future();
}

int RotateKeyCommand::report(Composition &parts, const service::RotationResult &result)
{
    Output &out = parts.output();
    const QString file = parts.options().recoveryKeyOut;
    QJsonArray dropped;
    for (const vault::SlotInfo &slot : result.dropped)
        dropped.append(service::json::slotRow(slot));
    out.document(QJsonObject{{QStringLiteral("generation"), static_cast<qint64>(result.generation)},
                             {QStringLiteral("recovery_key_file"), file.isEmpty() ? QJsonValue() : QJsonValue(file)},
                             {QStringLiteral("dropped"), dropped},
                             {QStringLiteral("keychain_entries_left"), result.entriesLeft}});
    out.line(QStringLiteral("The vault has a new key, and everything in it was encrypted anew."));
    for (const vault::SlotInfo &slot : result.dropped)
        out.line(QStringLiteral("This way in has ended: %1.").arg(service::words::slotKind(slot.kind)));
    if (!file.isEmpty())
        out.line(QStringLiteral("The new recovery key is in %1. Move it off this computer.").arg(file));
    out.line(QStringLiteral("Copies and backups made before still open by the old passphrase and the old recovery key:"));
    out.line(QStringLiteral("keep that for them, or delete them and make a new backup."));
    return 0;
}

} // namespace cli
