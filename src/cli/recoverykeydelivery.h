// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/randomsource.h"

#include <QString>

#include <functional>

namespace cli {

/// Hands a new recovery key to its owner before the vault exists: into a new private file, or onto the terminal, where two of
/// its groups have to be typed back. Any error means that nothing is to be created.
class RecoveryKeyDelivery final {
public:
    /// NotATerminal when there is neither a file nor a terminal; AlreadyExists when something stands at `path`.
    [[nodiscard]] static base::Result<RecoveryKeyDelivery> prepare(const QString &path, base::RandomSource &random);

    /// For service::NewVault; runs on the vault thread while the main thread waits.
    [[nodiscard]] std::function<base::Result<void>(const base::SecretBytes &)> function() const;
    /// The creation failed after all: takes the file away that function() wrote.
    void undo() const;

private:
    RecoveryKeyDelivery(QString path, base::RandomSource &random);

    QString m_path;
    base::RandomSource *m_random;
    std::shared_ptr<bool> m_written;
};

/// What `shown` makes of the value of `made`; after a failure the file that was written is taken away.
template<typename T, typename Show>
[[nodiscard]] base::Async<int> undoIfFailed(const base::Async<T> &made, const RecoveryKeyDelivery &delivery,
                                            QObject *context, Show shown)
{
    auto promise = std::make_shared<QPromise<base::Result<int>>>();
    promise->start();
    base::whenDone(made, context, [promise, delivery, shown = std::move(shown)](base::Result<T> done) mutable {
        if (!done)
            delivery.undo();
        promise->addResult(done ? base::Result<int>(shown(*std::move(done))) : std::unexpected(done.error()));
        promise->finish();
    });
    return promise->future();
}

} // namespace cli
