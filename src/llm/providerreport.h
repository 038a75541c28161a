// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace llm {

enum class Verdict {
    Works,
    Refused,   ///< the provider knows better: these settings do not do
    Unchecked, ///< no verdict about them
};

/// What stood in the way; None when nothing did.
enum class Category {
    None,
    Key,
    Permission, ///< with Refused: the key was accepted, only the right to ask is missing
    Account,    ///< no balance, or the quota is used up
    Model,      ///< the server does not have the model
    Deployment, ///< the resource has no deployment of that name
    Address,    ///< a server answered, but not this provider's API: base URL or API version
    Rate,
    Maintenance,
    Network,
    Tls,
    Blocked,      ///< something in front of the provider answered
    NotEncrypted, ///< nothing was sent: the address is plain http and nobody agreed to that
};

/// Things worth saying beside the verdict.
enum class Warning {
    NoModel,     ///< neither model nor deployment is set, so none was looked for
    NoneThere,   ///< the server has no model at all
    KeyUnproven, ///< the server answers everybody: that it answered says nothing about the key
    Plain,       ///< what is asked and answered goes unencrypted, as the user agreed
    RegionBlocked,
    Redirected,
};

/// Names for documents and the vault: "works", "not_encrypted", "key_unproven". Empty for Category::None.
[[nodiscard]] QString nameOf(Verdict verdict);
[[nodiscard]] QString nameOf(Category category);
[[nodiscard]] QString nameOf(Warning warning);

/// A model as the server lists it.
struct Model {
    QString id;
    std::optional<bool> chat;         ///< whether it answers chats, where the provider says so
    std::optional<std::int64_t> size; ///< bytes on the server's disk, where the provider says so

    friend bool operator==(const Model &, const Model &) = default;
};

/// Outcome of asking a provider: codes only, words are made in service/llmwords. Holds no secret: of what the server said only
/// its error code and the names of models are kept, and none that repeats the key.
struct ProviderReport {
    QString provider; ///< id
    Verdict verdict = Verdict::Unchecked;
    Category category = Category::None;
    std::optional<QString> code;   ///< the provider's own code
    std::optional<int> httpStatus; ///< of the answer that decided
    QList<Warning> warnings;
    QList<Model> models;          ///< as the server listed them; not kept in the vault
    std::int64_t checkedAtMs = 0; ///< this computer's clock

    friend bool operator==(const ProviderReport &, const ProviderReport &) = default;
};

/// Everything but the models.
[[nodiscard]] QJsonObject toJson(const ProviderReport &report);
/// InvalidJson naming the member that is wrong. Unknown members and unknown warnings are skipped (a later version wrote them).
[[nodiscard]] base::Result<ProviderReport> reportFromJson(const QJsonObject &json);

} // namespace llm
