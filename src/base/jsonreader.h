// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <vector>

namespace base {

/// Reads a JSON object strictly: every member has the expected type, and none is left over. After the first fault everything
/// reads as empty and ok() stays false, for this reader and all readers made from it. For public data only (catalogues, reports).
class JsonReader final {
public:
    /// InvalidJson when `json` is not one JSON object.
    [[nodiscard]] static Result<JsonReader> parse(const QByteArray &json);
    explicit JsonReader(QJsonObject object, QString path = {});

    [[nodiscard]] bool has(QLatin1StringView name) const;
    /// A string that is not empty.
    [[nodiscard]] QString text(QLatin1StringView name);
    /// Absent or null: empty.
    [[nodiscard]] QString optionalText(QLatin1StringView name);
    [[nodiscard]] bool boolean(QLatin1StringView name, bool absent);
    [[nodiscard]] qint64 integer(QLatin1StringView name, qint64 absent);
    /// An array of strings that are not empty; absent = empty.
    [[nodiscard]] QStringList texts(QLatin1StringView name);
    /// An absolute https URL, or http on loopback.
    [[nodiscard]] QUrl url(QLatin1StringView name);
    /// An object whose members are read by name.
    [[nodiscard]] JsonReader object(QLatin1StringView name);
    /// An array of objects; absent = empty.
    [[nodiscard]] std::vector<JsonReader> objects(QLatin1StringView name);
    /// Names of the members, for an object that is a table.
    [[nodiscard]] QStringList names() const { return m_object.keys(); }
    [[nodiscard]] QString path() const { return m_path; }

    /// Records a fault of meaning at a member ("" = the object itself).
    void reject(QLatin1StringView name);
    [[nodiscard]] bool ok() const noexcept { return m_fault->isEmpty(); }
    /// Ends reading this object: a member that nobody read is a fault.
    void close();
    /// InvalidJson with the path of the first fault so far.
    [[nodiscard]] Result<void> state() const;
    /// Both, for the outermost object.
    [[nodiscard]] Result<void> finish();

private:
    JsonReader(QJsonObject object, QString path, std::shared_ptr<QString> fault);
    [[nodiscard]] QJsonValue take(QLatin1StringView name);
    [[nodiscard]] QString at(QLatin1StringView name) const;

    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_read;
    std::shared_ptr<QString> m_fault; ///< path of the first fault, shared by all readers of one document
};

} // namespace base
