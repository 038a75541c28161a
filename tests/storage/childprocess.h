// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace storagetest {

/// The helper program `storagechild` at work (see there for its verbs).
class ChildProcess final {
public:
    /// Empty `modifier`: as the same user.
    explicit ChildProcess(const QStringList &arguments, const std::function<void()> &modifier = {});
    ~ChildProcess();
    Q_DISABLE_COPY_MOVE(ChildProcess)

    /// Waits for the line; false when the child ends or stays silent.
    [[nodiscard]] bool waitFor(const QByteArray &line);
    /// Next line, without its end; empty when there is none.
    [[nodiscard]] QByteArray nextLine();
    void kill9();
    /// Lets a waiting child go on and waits for its end; its exit status.
    int finish();

private:
    QProcess m_process;
};

} // namespace storagetest
