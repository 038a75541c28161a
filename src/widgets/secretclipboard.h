// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QMimeData;

namespace widgets {

/// The clipboard for secrets: marked so that clipboard managers leave it alone (KDE's x-kde-passwordManagerHint, the formats of
/// Windows' clipboard history), in the clipboard only and never in the primary selection, and taken out again after a while as
/// long as it is still ours. The secret stays in secure memory; a copy is made when somebody pastes. GUI thread.
class SecretClipboard final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kUsual{20'000};

    explicit SecretClipboard(QObject *parent = nullptr);
    /// Clears what is still there.
    ~SecretClipboard() override;

    /// How long a secret stays; for the next copy().
    void setClearAfter(std::chrono::milliseconds interval) noexcept { m_interval = interval; }
    [[nodiscard]] std::chrono::seconds clearAfter() const noexcept
    {
        return std::chrono::ceil<std::chrono::seconds>(m_interval);
    }
    /// Replaces what the clipboard holds.
    void copy(base::SecretBytes secret);
    /// Takes the secret out, at once, unless something else was copied since. Also for lock and quit.
    void clear();
    /// What is on the clipboard is a secret that copy() put there.
    [[nodiscard]] bool holdsSecret() const;
    /// Empties the clipboard whatever it holds: for a secret that the user copied elsewhere and pasted here.
    void clearForeign();

Q_SIGNALS:
    void copied();
    /// The secret is out, by clear() or because its time was over.
    void cleared();
    /// Something else was copied before that.
    void replaced();
    /// The system does not let a window in the background change the clipboard (Wayland): it is cleared when a window of ours is
    /// active again, and until then the secret is there.
    void waiting();

private:
    [[nodiscard]] static bool mayClear();
    void timeIsOver();
    void takeOut();

    QTimer m_timer;
    QPointer<QMimeData> m_ours; ///< Qt deletes it when another owner comes
    std::chrono::milliseconds m_interval = kUsual;
};

} // namespace widgets
