// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace cli {

/// Writes results to standard output and failures to standard error: words for people, or with `--json` exactly one document.
/// Text from outside is stripped of control characters, which could steer a terminal.
class Output final {
public:
    explicit Output(bool json);

    [[nodiscard]] bool json() const noexcept { return m_json; }
    /// With `--json` only.
    void document(const QJsonObject &object);
    void document(const QJsonArray &array);
    /// The rest is for people and says nothing with `--json`.
    void line(const QString &text = {});
    /// Aligned columns; with no rows the words `whenEmpty`.
    void table(const QStringList &titles, const QList<QStringList> &rows, const QString &whenEmpty);
    /// Pairs of name and value, aligned.
    void facts(const QList<std::pair<QString, QString>> &facts);
    /// On standard error.
    void note(const QString &text) const;

    /// Bytes as they are, in both modes, without passing through ordinary memory.
    void bare(base::ByteView bytes);
    /// In the shape of the mode; what may hold a secret of the error's detail was masked when its words were made. `prefix` is
    /// for people.
    void failure(const base::Error &error, const QString &prefix = {}) const;
    void usageFault(const QString &text) const;

    /// False once standard output could not take something (a full disk, say).
    [[nodiscard]] bool ok() const noexcept { return m_ok; }
    /// Prints what went wrong, also that standard output took nothing. The exit status.
    [[nodiscard]] int finish(const base::Result<int> &result, const QString &prefix = {}) const;

private:
    void write(const QByteArray &bytes);

    bool m_json;
    bool m_ok = true;
};

/// "yes", "no", "unknown".
[[nodiscard]] QString yesNo(const std::optional<bool> &value);
/// Local time to the minute; "never" for 0.
[[nodiscard]] QString when(std::int64_t ms);
/// "1 credential", "3 credentials".
[[nodiscard]] QString credentialCount(std::uint64_t count);

} // namespace cli
