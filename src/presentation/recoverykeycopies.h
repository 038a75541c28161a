// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/ports/printspooler.h"

#include <QObject>

namespace presentation {

/// Takes the recovery key out of the program: into a file of the user's, or to a printer. GUI thread.
class RecoveryKeyCopies final : public QObject {
    Q_OBJECT

public:
    /// `key` is empty while none is shown; it outlives this object.
    RecoveryKeyCopies(const base::SecretBytes &key, QString vaultPath, QObject *parent = nullptr);

    /// `spooler` outlives this object.
    void setSpooler(service::ports::PrintSpooler &spooler) noexcept { m_spooler = &spooler; }
    [[nodiscard]] bool mayPrint() const noexcept { return m_spooler != nullptr; }

    /// As text, into a new file for the owner alone; what exists is never overwritten.
    void save(const QString &path);
    /// The same for the sheet that would be printed, a PDF.
    void saveSheet(const QString &path, const base::Result<base::SecretBytes> &sheet);
    /// `sheet` becomes the document of `job`.
    void print(service::ports::PrintJob job, base::Result<base::SecretBytes> sheet);

Q_SIGNALS:
    void told(const presentation::StripMessage &message);

private:
    void write(const QString &path, const base::SecretBytes &content);
    void fail(const base::Error &error);

    const base::SecretBytes &m_key;
    QString m_vaultPath;
    service::ports::PrintSpooler *m_spooler = nullptr;
};

} // namespace presentation
