// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workerthread.h"
#include "service/importplan.h"
#include "service/vaulthost.h"
#include "transfer/ports/fernetdatabase.h"

#include <atomic>
#include <memory>

namespace service {

/// A file of keys that another program wrote.
struct ImportRequest {
    QString path;                                      ///< "-": standard input
    std::optional<transfer::ImportFormat> format = {}; ///< none: judged by the content
    /// Of a Fernet store; empty: `.key` or `secret.key` beside it.
    QString keyFile = {};
    QString account = QStringLiteral("main"); ///< what an account is called that has no name in the file
};

struct ImportReport {
    transfer::ImportFormat format = transfer::ImportFormat::Json;
    bool detected = false; ///< the format was judged by the content
    bool dryRun = false;
    QList<ImportRow> rows; ///< in the order of the file
    QString path;
    QString keyFile;           ///< the one that was used; empty: none
    bool inRepository = false; ///< the file lies in a git working tree

    [[nodiscard]] qsizetype count(ImportOutcome outcome) const;
    [[nodiscard]] bool hasConflicts() const { return count(ImportOutcome::Conflict) > 0; }
};

/// Import of keys from elsewhere. The file is only read; nothing is imported twice; what is in the vault already is never
/// changed. Main thread; the file is read on a thread of its own, the rest is done on the vault thread.
class Imports final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        VaultHost &host;
        const exchange::ExchangeCatalogue &exchanges;
        transfer::ports::FernetDatabase &database; ///< used on the reading thread only
        Caller caller;
    };
    explicit Imports(Parts parts, QObject *parent = nullptr);

    /// What run() would do, entry by entry. Writes nothing.
    [[nodiscard]] base::Async<ImportReport> preview(const ImportRequest &request);
    /// Imports all that is new in one transaction. InvalidArgument (what the file is not, or which formats it could be),
    /// InvalidJson, MissingField for a key file that is not there, IoFailure, Busy, OutOfSecureMemory, Cancelled by a lock:
    /// nothing was imported.
    [[nodiscard]] base::Async<ImportReport> run(const ImportRequest &request);

private:
    [[nodiscard]] base::Async<ImportReport> start(const ImportRequest &request, bool dryRun);

    Parts m_parts;
    std::shared_ptr<std::atomic_bool> m_wanted; ///< of what is under way; false once the vault is to be locked
    base::WorkerThread m_thread;
};

} // namespace service
