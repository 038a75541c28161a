// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace storage {

/// A file of 1 MiB of allocated disk space beside the vault, given back when the disk is full so that releases go on being
/// logged. (Free pages kept inside the database do not help: a commit in WAL mode appends.) Failures are not errors: without a
/// reserve a full disk only stops releases sooner.
class SpaceReserve final {
public:
    static constexpr qint64 kBytes = qint64{1024} * 1024;

    /// Not `wanted`: never made, for a file under a temporary name.
    SpaceReserve(const QString &vaultPath, bool wanted);

    /// Allocates it when it is missing or was given back. Does nothing while it stands. False when the disk has no room for it.
    bool ensure();
    /// Gives the space back. After that isSpent() until ensure() succeeds.
    void spend();
    [[nodiscard]] bool isSpent() const noexcept { return m_spent; }
    [[nodiscard]] const QString &path() const noexcept { return m_path; }

private:
    [[nodiscard]] bool mayTouch() const;

    QString m_path;
    bool m_wanted;
    bool m_spent = true;
};

} // namespace storage
