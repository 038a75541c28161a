// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

// What the tests ask of Linux beyond Qt.

namespace storagetest {

/// Permission bits of what stands at the path (links not followed); -1 when nothing does.
[[nodiscard]] int modeOf(const QString &path);
[[nodiscard]] bool setMode(const QString &path, unsigned mode);
[[nodiscard]] bool makeFifo(const QString &path);
[[nodiscard]] bool giveTo(const QString &path, unsigned user);
[[nodiscard]] bool runningAsRoot();

/// umask while it lives.
class Umask final {
public:
    explicit Umask(unsigned mask);
    ~Umask();
    Q_DISABLE_COPY_MOVE(Umask)

private:
    unsigned m_old;
};

/// A tmpfs of that size on the folder while it lives; mounted() is false without the right to.
class TinyDisk final {
public:
    TinyDisk(const QString &folder, int kilobytes);
    ~TinyDisk();
    Q_DISABLE_COPY_MOVE(TinyDisk)
    [[nodiscard]] bool mounted() const { return m_mounted; }

private:
    QString m_folder;
    bool m_mounted;
};

constexpr unsigned kNobody = 65534;

/// For QProcess: makes the child a user who is not root and owns nothing.
[[nodiscard]] std::function<void()> becomeNobody();

/// From now on no file of this process may grow beyond that; writing fails instead of killing.
[[nodiscard]] bool limitFileSize(qint64 bytes);
void killSelf();

} // namespace storagetest
