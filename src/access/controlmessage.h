// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/secretjson.h"

#include <QMap>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

// The namespace of the layer `access` is `agent`: <unistd.h> declares a function ::access, and C++ allows no namespace of
// that name beside it.
namespace agent {

/// Who is at the other end. The process id was true when the connection was made; the name is what that process was called
/// then. Both are for people and the audit log, never for a decision: only the user id is checked, and it is ours.
struct PeerInfo {
    std::int64_t pid = 0;
    QString program; ///< path of the executable, else the short name of the process, else empty
};

/// One use case of the service layer, asked for by our own command line. Move-only.
struct ControlRequest {
    QString operation;
    QMap<QString, QString> arguments; ///< nothing secret
    base::SecretFields secrets;
    PeerInfo peer; ///< filled in by the server
};

/// The outcome. With an error, values may still say more about it. Move-only.
struct ControlResponse {
    std::optional<base::Error> error;
    QMap<QString, QString> values; ///< nothing secret
    base::SecretFields secrets;
};

/// Bounds that hold against any peer, also one that means harm.
struct ControlLimits {
    std::size_t frameBytes = 1u << 20;
    std::size_t connections = 32;                               ///< more wait in the system's queue
    std::chrono::milliseconds idle = std::chrono::seconds(10);  ///< between two requests of a connection
    std::chrono::milliseconds frame = std::chrono::seconds(5);  ///< from the first byte of a request to its last
    std::chrono::milliseconds write = std::chrono::seconds(10); ///< for a whole response
};

} // namespace agent
