// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "net/httpmessage.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>

#include <optional>

class QNetworkAccessManager;

namespace net {

/// One request under way. Deletes itself when it is over; deleted earlier, it ends the request and its future is cancelled.
class Transfer final : public QObject {
public:
    Transfer(HttpRequest request, QObject *parent);
    ~Transfer() override;

    /// Call once. The request has passed checkRequest(). The manager outlives the transfer.
    [[nodiscard]] base::Async<HttpResponse> start(QNetworkAccessManager &manager);

private:
    [[nodiscard]] QNetworkRequest buildRequest();
    void watch();
    void giveUp(base::ErrorCode code, const QString &detail);
    void onHeaders();
    void onBytes();
    void onFinished();
    [[nodiscard]] base::Result<HttpResponse> outcome() const;
    [[nodiscard]] HttpResponse response(int status) const;
    [[nodiscard]] bool wasCut() const;

    HttpRequest m_request;
    QPromise<base::Result<HttpResponse>> m_promise;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QElapsedTimer m_clock;
    qint64 m_sentMs = 0;
    qint64 m_answeredMs = 0;
    QByteArray m_body;
    std::optional<base::Error> m_failure; ///< why we ended it ourselves
    QList<QByteArray> m_exposed;          ///< header values that Qt was given; their memory is shared with Qt's copies
};

} // namespace net
