// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/httptestserver.h"

#include <QMap>

#include <functional>

namespace testsupport {

/// A key as the exchange knows it.
struct SimulatedKey {
    QByteArray apiKey = QByteArrayLiteral("bg_0123456789abcdef0123456789abcdef");
    QByteArray secret = QByteArrayLiteral("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
    QByteArray publicKeyPem; ///< set: an RSA key, `secret` is not used
    QByteArray passphrase = QByteArrayLiteral("Passphrase123");
    bool demo = false;
    bool unified = false;
    QString permType = QStringLiteral("read-and-write"); ///< unified accounts only
    /// Authorities of a classic account, or permissions of a unified one.
    QStringList rights{QStringLiteral("stor"), QStringLiteral("stow"), QStringLiteral("coor"), QStringLiteral("coow")};
    QString ips; ///< comma-separated, empty = any
    QString uid = QStringLiteral("9876543210");
    QString parentId = QStringLiteral("0");
};

/// Plays Bitget's REST interface on loopback under its own throw-away CA. Signatures are verified from the documented
/// recipe, independently of src/. What the real one refuses is refused with the real one's codes, and every kind of trouble
/// can be played on command.
///
/// Scenarios: `normal`; `code:NNNNN` or `code:NNNNN:HTTP` (an error answer); `answer:HTTP:TEXT` (any body, sent as JSON);
/// `text:HTTP:TEXT`; `html:HTTP`; `redirect:URL`; `status:HTTP` (no body); `hang`; `drop`; `half`; `garbage`; `drip`;
/// `huge`; `maintenance`; `rate`; `region`; `ip` (text with the caller's address); `echo` (text with everything that was
/// sent); `data:JSON` (success with this data). They hold for the signed calls; with `@time` behind them for the server's
/// time, with
/// `@all` for both.
class BitgetSimulator final {
public:
    using TimeSource = std::function<qint64()>;

    explicit BitgetSimulator(quint16 port = 0);
    ~BitgetSimulator();
    Q_DISABLE_COPY_MOVE(BitgetSimulator)

    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] QByteArray caPem() const { return m_ca.certificatePem(); }
    [[nodiscard]] const HttpTestServer &server() const { return *m_server; }
    [[nodiscard]] HttpTestServer &server() { return *m_server; }

    /// Adds a key or replaces the one of the same name.
    void setKey(const SimulatedKey &key) { m_keys.insert(key.apiKey, key); }
    void removeKeys() { m_keys.clear(); }
    /// False, and nothing changed, for a scenario that is not known.
    [[nodiscard]] bool play(const QString &scenario);
    void setTimeSource(TimeSource source) { m_now = std::move(source); }
    void setClockOffset(qint64 ms) { m_clockOffset = ms; }
    /// The address that the exchange takes for the caller's.
    void setCallerAddress(const QString &address) { m_callerAddress = address; }
    /// Takes orders over HTTP as well: POST /_simulator {"scenario":..., "clock_offset":..., "key":{...}}.
    void allowRemoteControl() { m_remoteControl = true; }

private:
    struct Trouble {
        QString kind = QStringLiteral("normal");
        QString argument;
    };
    struct Refusal {
        QString code;
        QString text;
        int status = 400;
    };

    void onRequest(QTcpSocket &socket, const ReceivedRequest &request);
    void onControl(QTcpSocket &socket, const ReceivedRequest &request);
    void onSigned(QTcpSocket &socket, const ReceivedRequest &request);
    /// True when the trouble answered (or kept silent) in place of the exchange.
    [[nodiscard]] bool makeTrouble(QTcpSocket &socket, const ReceivedRequest &request, const Trouble &trouble) const;
    [[nodiscard]] bool breakConnection(QTcpSocket &socket, const Trouble &trouble) const;
    [[nodiscard]] std::optional<Refusal> refusalFor(const ReceivedRequest &request) const;
    [[nodiscard]] std::optional<Refusal> checkIdentity(const ReceivedRequest &request) const;
    [[nodiscard]] std::optional<Refusal> checkEndpoint(const ReceivedRequest &request, const SimulatedKey &key) const;
    void succeed(QTcpSocket &socket, const QByteArray &dataJson) const;
    void refuse(QTcpSocket &socket, const Refusal &refusal) const;
    [[nodiscard]] qint64 now() const { return m_now() + m_clockOffset; }

    ThrowawayCa m_ca;
    std::unique_ptr<HttpTestServer> m_server;
    QMap<QByteArray, SimulatedKey> m_keys;
    Trouble m_signedTrouble;
    Trouble m_timeTrouble;
    TimeSource m_now;
    qint64 m_clockOffset = 0;
    QString m_callerAddress = QStringLiteral("203.0.113.7");
    bool m_remoteControl = false;
};

/// What Bitget answers for a key: the `data` of its account information.
[[nodiscard]] QByteArray accountData(const SimulatedKey &key);
/// A key out of JSON: api_key, api_secret, public_key, passphrase, demo, unified, perm_type, rights, ips, uid, parent_id;
/// what is missing keeps its default.
[[nodiscard]] SimulatedKey keyFromJson(const QJsonObject &json);

} // namespace testsupport
