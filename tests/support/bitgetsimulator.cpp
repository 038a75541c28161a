// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/bitgetsimulator.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTimer>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace testsupport {

namespace {

constexpr qint64 kAcceptedSkewMs = 30'000;

QByteArray hmacSignature(const SimulatedKey &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key.secret, QCryptographicHash::Sha256).toBase64();
}

bool rsaVerifies(const QByteArray &publicKeyPem, const QByteArray &text, const QByteArray &signature)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(publicKeyPem.constData(), static_cast<int>(publicKeyPem.size())), &BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr),
                                                                  &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto bytes = [](const QByteArray &b) { return reinterpret_cast<const unsigned char *>(b.constData()); };
    return key != nullptr && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), bytes(signature), static_cast<std::size_t>(signature.size()), bytes(text),
                            static_cast<std::size_t>(text.size()))
        == 1;
}

bool signatureFits(const SimulatedKey &key, const ReceivedRequest &request)
{
    const QByteArray text = request.header("ACCESS-TIMESTAMP") + request.method + request.target + request.body;
    const QByteArray given = request.header("ACCESS-SIGN");
    if (!key.publicKeyPem.isEmpty())
        return rsaVerifies(key.publicKeyPem, text, QByteArray::fromBase64(given));
    return given == hmacSignature(key, text);
}

bool isAccountInfo(const QByteArray &path)
{
    return path == "/api/v3/account/info" || path == "/api/v2/spot/account/info";
}

bool isOther(const QByteArray &path)
{
    return path == "/api/v2/spot/account/assets" || path == "/api/v2/spot/trade/place-order";
}

QByteArray page(const QByteArray &title)
{
    return "<!DOCTYPE html><html><head><title>" + title + "</title></head><body>" + title + "</body></html>";
}

} // namespace

QByteArray accountData(const SimulatedKey &key)
{
    QJsonObject data{{QStringLiteral("userId"), key.uid},
                     {QStringLiteral("ips"), key.ips},
                     {QStringLiteral("regisTime"), QStringLiteral("1700000000000")}};
    if (key.unified) {
        data.insert(QStringLiteral("permType"), key.permType);
        data.insert(QStringLiteral("permissions"), QJsonArray::fromStringList(key.rights));
        if (key.parentId != QLatin1StringView("0")) // the unified call leaves it out for a main account
            data.insert(QStringLiteral("parentId"), key.parentId);
    } else {
        data.insert(QStringLiteral("authorities"), QJsonArray::fromStringList(key.rights));
        data.insert(QStringLiteral("parentId"), key.parentId.toLongLong());
        data.insert(QStringLiteral("traderType"), QStringLiteral("not_trader"));
    }
    return QJsonDocument(data).toJson(QJsonDocument::Compact);
}

SimulatedKey keyFromJson(const QJsonObject &json)
{
    SimulatedKey key;
    const auto bytes = [&](const char *name, QByteArray &out) {
        if (const QJsonValue value = json.value(QLatin1StringView(name)); value.isString())
            out = value.toString().toUtf8();
    };
    const auto text = [&](const char *name, QString &out) {
        if (const QJsonValue value = json.value(QLatin1StringView(name)); value.isString())
            out = value.toString();
    };
    bytes("api_key", key.apiKey);
    bytes("api_secret", key.secret);
    bytes("public_key", key.publicKeyPem);
    bytes("passphrase", key.passphrase);
    key.demo = json.value(QLatin1StringView("demo")).toBool();
    key.unified = json.value(QLatin1StringView("unified")).toBool();
    text("perm_type", key.permType);
    text("ips", key.ips);
    text("uid", key.uid);
    text("parent_id", key.parentId);
    if (const QJsonValue rights = json.value(QLatin1StringView("rights")); rights.isArray())
        key.rights = rights.toVariant().toStringList();
    return key;
}

BitgetSimulator::BitgetSimulator(quint16 port) : m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    m_server = std::make_unique<HttpTestServer>(
        m_ca.issue(), [this](QTcpSocket &socket, const ReceivedRequest &request) { onRequest(socket, request); }, port);
    setKey(SimulatedKey{});
}

BitgetSimulator::~BitgetSimulator() = default;

QUrl BitgetSimulator::baseUrl() const
{
    return m_server->url(QString());
}

bool BitgetSimulator::play(const QString &scenario)
{
    static const QStringList known{
        QStringLiteral("normal"), QStringLiteral("code"),        QStringLiteral("answer"),  QStringLiteral("text"),
        QStringLiteral("html"),   QStringLiteral("redirect"),    QStringLiteral("status"),  QStringLiteral("hang"),
        QStringLiteral("drop"),   QStringLiteral("half"),        QStringLiteral("garbage"), QStringLiteral("drip"),
        QStringLiteral("huge"),   QStringLiteral("maintenance"), QStringLiteral("rate"),    QStringLiteral("region"),
        QStringLiteral("ip"),     QStringLiteral("echo"),        QStringLiteral("data")};
    const bool time = scenario.endsWith(QLatin1StringView("@time"));
    const bool all = scenario.endsWith(QLatin1StringView("@all"));
    const QString plain = time ? scenario.chopped(5) : all ? scenario.chopped(4) : scenario;
    const Trouble trouble{plain.section(u':', 0, 0), plain.section(u':', 1)};
    if (!known.contains(trouble.kind))
        return false;
    m_signedTrouble = time ? Trouble{} : trouble;
    m_timeTrouble = time || all ? trouble : Trouble{};
    return true;
}

void BitgetSimulator::onRequest(QTcpSocket &socket, const ReceivedRequest &request)
{
    if (m_remoteControl && request.path() == "/_simulator")
        onControl(socket, request);
    else if (request.path() == "/api/v2/public/time") {
        if (!makeTrouble(socket, request, m_timeTrouble))
            succeed(socket, "{\"serverTime\":\"" + QByteArray::number(now()) + "\"}");
    } else if (!makeTrouble(socket, request, m_signedTrouble)) {
        onSigned(socket, request);
    }
}

void BitgetSimulator::onControl(QTcpSocket &socket, const ReceivedRequest &request)
{
    const QJsonObject order = QJsonDocument::fromJson(request.body).object();
    const QString scenario = order.value(QLatin1StringView("scenario")).toString();
    bool fine = request.method == "POST" && !order.isEmpty();
    if (fine && !scenario.isEmpty())
        fine = play(scenario);
    if (order.contains(QLatin1StringView("clock_offset")))
        m_clockOffset = order.value(QLatin1StringView("clock_offset")).toInteger();
    if (order.contains(QLatin1StringView("key")))
        setKey(keyFromJson(order.value(QLatin1StringView("key")).toObject()));
    HttpTestServer::answer(socket, fine ? 200 : 400, fine ? "{\"ok\":true}" : "{\"ok\":false}");
}

bool BitgetSimulator::makeTrouble(QTcpSocket &socket, const ReceivedRequest &request, const Trouble &trouble) const
{
    const QString &kind = trouble.kind;
    const QString first = trouble.argument.section(u':', 0, 0);
    const QString rest = trouble.argument.section(u':', 1);
    if (kind == QLatin1StringView("normal"))
        return false;
    if (kind == QLatin1StringView("code"))
        refuse(socket, {first, QStringLiteral("simulated error"), rest.isEmpty() ? 400 : rest.toInt()});
    else if (kind == QLatin1StringView("answer"))
        HttpTestServer::answer(socket, first.toInt(), rest.toUtf8());
    else if (kind == QLatin1StringView("text"))
        HttpTestServer::answer(socket, first.toInt(), rest.toUtf8(), "text/plain");
    else if (kind == QLatin1StringView("html"))
        HttpTestServer::answer(socket, first.isEmpty() ? 403 : first.toInt(), page("Just a moment..."), "text/html");
    else if (kind == QLatin1StringView("redirect"))
        HttpTestServer::answer(socket, 307, {}, "text/plain", "Location: " + trouble.argument.toUtf8() + "\r\n");
    else if (kind == QLatin1StringView("status"))
        HttpTestServer::answer(socket, first.toInt(), {}, "text/plain");
    else if (kind == QLatin1StringView("maintenance"))
        refuse(socket, {QStringLiteral("40200"), QStringLiteral("Server upgrade, please try again later"), 400});
    else if (kind == QLatin1StringView("rate"))
        refuse(socket, {QStringLiteral("429"), QStringLiteral("Too Many Requests"), 429});
    else if (kind == QLatin1StringView("region"))
        HttpTestServer::answer(socket, 451, page("Unavailable For Legal Reasons"), "text/html");
    else if (kind == QLatin1StringView("ip"))
        refuse(socket, {QStringLiteral("40018"), QStringLiteral("Invalid IP: %1").arg(m_callerAddress), 400});
    else if (kind == QLatin1StringView("echo"))
        refuse(socket, {QStringLiteral("40009"), QString::fromUtf8(request.raw).simplified(), 400});
    else if (kind == QLatin1StringView("data"))
        succeed(socket, trouble.argument.toUtf8());
    else
        return breakConnection(socket, trouble);
    return true;
}

bool BitgetSimulator::breakConnection(QTcpSocket &socket, const Trouble &trouble) const
{
    if (trouble.kind == QLatin1StringView("drop")) {
        socket.abort();
    } else if (trouble.kind == QLatin1StringView("half")) {
        socket.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"code\":\"00000\",");
        socket.disconnectFromHost();
    } else if (trouble.kind == QLatin1StringView("garbage")) {
        socket.write("\x01\x02 this is not HTTP\r\n\r\n");
        socket.disconnectFromHost();
    } else if (trouble.kind == QLatin1StringView("drip")) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n");
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
        timer->start(20);
    } else if (trouble.kind == QLatin1StringView("huge")) {
        HttpTestServer::answer(socket, 200, QByteArray(4 * 1024 * 1024, ' '));
    }
    return true; // "hang" does nothing at all
}

void BitgetSimulator::onSigned(QTcpSocket &socket, const ReceivedRequest &request)
{
    if (const std::optional<Refusal> refusal = refusalFor(request)) {
        refuse(socket, *refusal);
        return;
    }
    const SimulatedKey key = m_keys.value(request.header("ACCESS-KEY"));
    if (isAccountInfo(request.path()))
        succeed(socket, accountData(key));
    else if (request.path() == "/api/v2/spot/account/assets")
        succeed(socket, R"([{"coin":"USDT","available":"12.5"}])");
    else
        succeed(socket, R"({"orderId":"1","clientOid":"1"})");
}

std::optional<BitgetSimulator::Refusal> BitgetSimulator::refusalFor(const ReceivedRequest &request) const
{
    if (!isAccountInfo(request.path()) && !isOther(request.path()))
        return Refusal{QStringLiteral("40404"), QStringLiteral("Request URL NOT FOUND"), 404};
    if (const auto refusal = checkIdentity(request))
        return refusal;
    return checkEndpoint(request, m_keys.value(request.header("ACCESS-KEY")));
}

std::optional<BitgetSimulator::Refusal> BitgetSimulator::checkIdentity(const ReceivedRequest &request) const
{
    const QByteArray apiKey = request.header("ACCESS-KEY");
    if (apiKey.isEmpty())
        return Refusal{QStringLiteral("40006"), QStringLiteral("Invalid ACCESS_KEY")};
    if (request.header("ACCESS-SIGN").isEmpty())
        return Refusal{QStringLiteral("40002"), QStringLiteral("ACCESS_SIGN header is required")};
    if (request.header("ACCESS-PASSPHRASE").isEmpty())
        return Refusal{QStringLiteral("40011"), QStringLiteral("ACCESS_PASSPHRASE header is required")};
    bool isNumber = false;
    const qint64 timestamp = request.header("ACCESS-TIMESTAMP").toLongLong(&isNumber);
    if (!isNumber || request.header("ACCESS-TIMESTAMP").size() != 13)
        return Refusal{QStringLiteral("40005"), QStringLiteral("Invalid ACCESS_TIMESTAMP")};
    if (std::abs(timestamp - now()) > kAcceptedSkewMs)
        return Refusal{QStringLiteral("40008"), QStringLiteral("Request timestamp expired")};
    const auto key = m_keys.constFind(apiKey);
    if (key == m_keys.cend())
        return Refusal{QStringLiteral("40037"), QStringLiteral("Apikey does not exist")};
    if (key->demo != (request.header("paptrading") == "1"))
        return Refusal{QStringLiteral("40099"), QStringLiteral("exchange environment is incorrect")};
    if (!signatureFits(*key, request))
        return Refusal{QStringLiteral("40009"), QStringLiteral("sign signature error")};
    if (request.header("ACCESS-PASSPHRASE") != key->passphrase)
        return Refusal{QStringLiteral("40012"), QStringLiteral("apikey/password is incorrect")};
    if (!key->ips.isEmpty() && !key->ips.split(u',').contains(m_callerAddress))
        return Refusal{QStringLiteral("40018"), QStringLiteral("Invalid IP: %1").arg(m_callerAddress)};
    return std::nullopt;
}

std::optional<BitgetSimulator::Refusal> BitgetSimulator::checkEndpoint(const ReceivedRequest &request,
                                                                       const SimulatedKey &key) const
{
    if (request.header("Content-Type") != "application/json")
        return Refusal{QStringLiteral("40007"), QStringLiteral("Invalid Content_Type")};
    const bool unifiedCall = request.path().startsWith("/api/v3/");
    if (unifiedCall && !key.unified)
        return Refusal{QStringLiteral("40084"), QStringLiteral("The account is in Classic Account mode")};
    if (!unifiedCall && key.unified)
        return Refusal{QStringLiteral("40085"), QStringLiteral("The account is in Unified Account mode")};
    const bool mayRead = key.rights.contains(QStringLiteral("stor")) || key.rights.contains(QStringLiteral("stow"))
        || key.rights.contains(QStringLiteral("readonly")) || key.rights.contains(QStringLiteral("trade"));
    if (!unifiedCall && !mayRead)
        return Refusal{QStringLiteral("40014"), QStringLiteral("Incorrect permissions, need spot read permissions")};
    const bool order = request.path() == "/api/v2/spot/trade/place-order";
    if (order && request.method != "POST")
        return Refusal{QStringLiteral("40404"), QStringLiteral("Request URL NOT FOUND"), 404};
    if (order && !key.rights.contains(QStringLiteral("stow")))
        return Refusal{QStringLiteral("40014"), QStringLiteral("Incorrect permissions, need spot trade permissions")};
    return std::nullopt;
}

void BitgetSimulator::succeed(QTcpSocket &socket, const QByteArray &dataJson) const
{
    HttpTestServer::answer(socket, 200,
                           R"({"code":"00000","msg":"success","requestTime":)" + QByteArray::number(now())
                               + ",\"data\":" + dataJson + '}');
}

void BitgetSimulator::refuse(QTcpSocket &socket, const Refusal &refusal) const
{
    const QJsonObject body{{QStringLiteral("code"), refusal.code},
                           {QStringLiteral("msg"), refusal.text},
                           {QStringLiteral("requestTime"), now()},
                           {QStringLiteral("data"), QJsonValue(QJsonValue::Null)}};
    HttpTestServer::answer(socket, refusal.status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

} // namespace testsupport
