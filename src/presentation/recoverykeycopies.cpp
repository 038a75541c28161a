// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/recoverykeycopies.h"

#include "base/privatefile.h"
#include "service/words.h"

#include <QDir>
#include <QFileInfo>

namespace presentation {

namespace {

/// Whether the file stands in the folder of the vault, whatever links lead there.
bool isBeside(const QString &path, const QString &vaultPath)
{
    const QString folder = QFileInfo(vaultPath).dir().canonicalPath();
    return !folder.isEmpty() && QFileInfo(path).dir().canonicalPath() == folder;
}

} // namespace

RecoveryKeyCopies::RecoveryKeyCopies(const base::SecretBytes &key, QString vaultPath, QObject *parent)
    : QObject(parent)
    , m_key(key)
    , m_vaultPath(std::move(vaultPath))
{
}

void RecoveryKeyCopies::fail(const base::Error &error)
{
    const service::words::Message words = service::words::forError(error);
    Q_EMIT told({StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None,
                 QString(base::codeName(error.code))});
}

void RecoveryKeyCopies::save(const QString &path)
{
    if (m_key.isEmpty()) // locked while the file was chosen
        return;
    base::SecretBuilder text;
    auto built = text.append(m_key.exposeBytes());
    if (built)
        built = text.append("\n");
    if (!built)
        return fail(built.error());
    write(path, text.take());
}

void RecoveryKeyCopies::saveSheet(const QString &path, const base::Result<base::SecretBytes> &sheet)
{
    if (m_key.isEmpty())
        return;
    if (!sheet)
        return fail(sheet.error());
    write(path, *sheet);
}

void RecoveryKeyCopies::write(const QString &path, const base::SecretBytes &content)
{
    if (const auto saved = base::writeNewPrivateFile(path, content.exposeBytes()); !saved) {
        if (saved.error().code != base::ErrorCode::AlreadyExists)
            return fail(saved.error());
        Q_EMIT told({StripMessage::Level::Bad, tr("There is something at %1 already. It was left as it is.").arg(path),
                     tr("Choose another name."), StripMessage::Action::None, QString(base::codeName(saved.error().code))});
        return;
    }
    const bool beside = isBeside(path, m_vaultPath);
    Q_EMIT told({beside ? StripMessage::Level::Warn : StripMessage::Level::Ok,
                 tr("Saved to %1.").arg(path),
                 beside ? tr("It lies beside the vault: whoever takes both can open it. Keep it somewhere else.")
                        : tr("Whoever has this file can open your vault. Keep it apart from this computer."),
                 StripMessage::Action::None,
                 {}});
}

void RecoveryKeyCopies::print(service::ports::PrintJob job, base::Result<base::SecretBytes> sheet)
{
    if (m_key.isEmpty() || m_spooler == nullptr)
        return;
    if (!sheet)
        return fail(sheet.error());
    job.document = *std::move(sheet);
    const QString printer = job.printer;
    Q_EMIT told({StripMessage::Level::Busy, tr("Handing it to the printer..."), {}, StripMessage::Action::None, {}});
    base::whenDone(m_spooler->print(std::move(job)), this, [this, printer](const base::Result<bool> &taken) {
        if (m_key.isEmpty()) // locked meanwhile: another page is shown
            return;
        if (taken) {
            Q_EMIT told({StripMessage::Level::Ok,
                         tr("Sent to the printer %1.").arg(printer),
                         tr("Whoever has the paper can open your vault. Wait at the printer for it."),
                         StripMessage::Action::None,
                         {}});
            return;
        }
        Q_EMIT told({StripMessage::Level::Bad, tr("It could not be printed."),
                     tr("Write it down, or save it to a file. %1").arg(service::words::forError(taken.error()).text),
                     StripMessage::Action::None,
                     QString(base::codeName(taken.error().code)) + QLatin1Char(' ') + taken.error().detail});
    });
}

} // namespace presentation
