// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer.h"

#include "net/sendoncedevice.h"

#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QSslError>

namespace net {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

QString nameOfError(QNetworkReply::NetworkError error)
{
    return QString::fromLatin1(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error));
}

/// Errors that say something about the way to the server. The others repeat the HTTP status, which is an answer.
bool isTransportError(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::NoError
        && (error < QNetworkReply::ContentAccessDenied || error == QNetworkReply::ContentReSendError
            || error == QNetworkReply::ProtocolFailure);
}

ErrorCode codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::TlsFailure;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return ErrorCode::TimedOut; // only the idle timer of Qt cancels here
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return ErrorCode::BadResponse;
    default:
        return ErrorCode::NetworkFailure;
    }
}

QSslConfiguration tlsConfiguration(const QByteArray &caPem)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!caPem.isEmpty())
        tls.setCaCertificates(QSslCertificate::fromData(caPem,
                                                        QSsl::Pem)); // replaces, and stops loading the system's on demand
    return tls;
}

void applyRules(QNetworkRequest &request)
{
    // Qt's default carries credentials to the host that a redirect names.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // HTTP/2 has retry rules of its own that nobody measured here.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // No compression: the body cap then counts what is really held in memory, and a cut body can be told by its length.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept-Language", "en");
    request.setRawHeader("User-Agent", "Latchkey/" LATCHKEY_VERSION);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

Transfer::Transfer(HttpRequest request, QObject *parent) : QObject(parent), m_request(std::move(request))
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(ErrorCode::TimedOut, QStringLiteral("deadline")); });
}

Transfer::~Transfer()
{
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply.data();
    }
    // Qt has no way to take back a header. Its copies share this memory, so that wiping it here wipes them all; none of them is
    // read any more.
    for (QByteArray &value : m_exposed) {
        auto *bytes = const_cast<char *>(value.constData()); // NOLINT: writing to the shared buffer is the point
        base::wipe({reinterpret_cast<unsigned char *>(bytes), static_cast<std::size_t>(value.size())}); // NOLINT
    }
}

QNetworkRequest Transfer::buildRequest()
{
    QNetworkRequest request(m_request.url);
    applyRules(request);
    request.setSslConfiguration(tlsConfiguration(m_request.caPem));
    request.setTransferTimeout(static_cast<int>(m_request.limits.idle.count()));
    for (HttpHeader &header : m_request.headers) {
        if (auto *secret = std::get_if<base::SecretBytes>(&header.value)) {
            m_exposed << base::toByteArray(secret->exposeBytes());
            request.setRawHeader(header.name, m_exposed.last());
            secret->clear();
        } else {
            request.setRawHeader(header.name, std::get<QByteArray>(header.value));
        }
    }
    return request;
}

base::Async<HttpResponse> Transfer::start(QNetworkAccessManager &manager)
{
    m_promise.start();
    QNetworkRequest request = buildRequest();
    auto *body = new SendOnceDevice(m_request.body, this);
    m_clock.start();
    if (body->total() == 0 && m_request.method == "GET") {
        m_reply = manager.get(request);
    } else if (body->total() == 0 && m_request.method == "HEAD") {
        m_reply = manager.head(request);
    } else {
        request.setHeader(QNetworkRequest::ContentLengthHeader, body->total());
        if (!request.hasRawHeader("Content-Type"))
            request.setRawHeader("Content-Type", "application/octet-stream"); // else Qt warns and says it is a form
        m_reply = manager.sendCustomRequest(request, m_request.method, body);
    }
    watch();
    m_deadline.start(m_request.limits.deadline);
    return m_promise.future();
}

void Transfer::watch()
{
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_sentMs = m_clock.elapsed(); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Transfer::onHeaders);
    connect(m_reply, &QIODevice::readyRead, this, &Transfer::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::onFinished);
    // Never ignored; remembered because the error that follows does not say what was wrong.
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!m_failure && !errors.isEmpty()) {
            const char *name = QMetaEnum::fromType<QSslError::SslError>().valueToKey(errors.first().error());
            m_failure = base::Error{ErrorCode::TlsFailure, QString::fromLatin1(name)};
        }
    });
}

void Transfer::giveUp(ErrorCode code, const QString &detail)
{
    if (m_failure)
        return;
    m_failure = base::Error{code, detail};
    m_reply->abort(); // emits finished()
}

void Transfer::onHeaders()
{
    m_answeredMs = m_clock.elapsed();
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_request.limits.bodyCap)
        giveUp(ErrorCode::ResponseTooLarge, QString());
}

void Transfer::onBytes()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.limits.bodyCap)
        giveUp(ErrorCode::ResponseTooLarge, QString());
}

void Transfer::onFinished()
{
    m_deadline.stop();
    if (!m_failure && m_reply->isOpen()) // closed when Qt's idle timer ended it
        onBytes();
    m_promise.addResult(outcome());
    m_promise.finish();
    deleteLater();
}

Result<HttpResponse> Transfer::outcome() const
{
    if (m_failure)
        return std::unexpected(*m_failure);
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // First: with a body that cannot be sent again Qt calls some redirects an error of its own.
    if (isRedirect(status))
        return fail(ErrorCode::RedirectRefused, QUrl::fromEncoded(m_reply->rawHeader("Location")).host());
    if (status == 0 || isTransportError(error))
        return fail(status == 0 && error == QNetworkReply::NoError ? ErrorCode::BadResponse : codeOf(error),
                    nameOfError(error));
    if (wasCut())
        return fail(ErrorCode::NetworkFailure, QStringLiteral("cut"));
    return response(status);
}

HttpResponse Transfer::response(int status) const
{
    HttpResponse answer;
    answer.status = status;
    answer.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().toUtf8();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        answer.headers.append({name, value});
    answer.body = m_body;
    answer.roundTripMs = std::max<qint64>(0, m_answeredMs - m_sentMs);
    return answer;
}

/// Whether the connection ended before the whole body was there: with an error status Qt reports the status only.
bool Transfer::wasCut() const
{
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return length.isValid() && m_request.method != "HEAD" && m_body.size() < length.toLongLong();
}

} // namespace net
