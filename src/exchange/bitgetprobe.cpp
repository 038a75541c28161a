// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/bitgetprobe.h"

#include "exchange/bitgetaccount.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace exchange {

namespace {

const QByteArray kTimePath = QByteArrayLiteral("/api/v2/public/time");
const QByteArray kUnifiedPath = QByteArrayLiteral("/api/v3/account/info");
const QByteArray kClassicPath = QByteArrayLiteral("/api/v2/spot/account/info");
constexpr QLatin1StringView kSuccess("00000");
constexpr QLatin1StringView kAccountIsClassic("40084");
constexpr QLatin1StringView kAccountIsUnified("40085");
/// Unified, classic, and once more unified for an account that was switched in between.
constexpr int kMostQuestions = 3;

std::optional<std::int64_t> serverTime(const QJsonValue &data)
{
    const QJsonValue value = data.toObject().value(QLatin1StringView("serverTime"));
    bool isNumber = value.isDouble();
    const qint64 ms = isNumber ? value.toInteger() : value.toString().toLongLong(&isNumber);
    return isNumber && ms > 0 ? std::optional<std::int64_t>(ms) : std::nullopt;
}

class BitgetRun final : public ProbeRun {
public:
    using ProbeRun::ProbeRun;

protected:
    void begin() override
    {
        measureClock(kTimePath, serverTime, [this] { askFor(kUnifiedPath); });
    }

    ExchangeAnswer read(const net::HttpResponse &response) const override
    {
        const QJsonObject json = QJsonDocument::fromJson(response.body).object();
        const QString code =
            json.value(QLatin1StringView("code")).toVariant().toString(); // a string; a number is taken, too
        ExchangeAnswer answer;
        answer.status = response.status;
        answer.isJson = !code.isEmpty();
        answer.isHtml = !answer.isJson && looksLikeHtml(response);
        answer.succeeded = response.status == 200 && code == kSuccess;
        answer.code = code;
        answer.text = answer.isJson ? json.value(QLatin1StringView("msg")).toString() : QString::fromUtf8(response.reason);
        answer.data = json.value(QLatin1StringView("data"));
        return answer;
    }

private:
    void askFor(const QByteArray &path)
    {
        ++m_questions;
        askSigned(path, [this](const ExchangeAnswer &answer) { onAccount(answer); });
    }

    void onAccount(const ExchangeAnswer &answer)
    {
        if (answer.succeeded && answer.data.isObject())
            finishAccepted(answer);
        else if (answer.code == kAccountIsClassic && m_questions < kMostQuestions)
            askFor(kClassicPath);
        else if (answer.code == kAccountIsUnified && m_questions < kMostQuestions)
            askFor(kUnifiedPath);
        else
            refuse(answer);
    }

    void finishAccepted(const ExchangeAnswer &answer)
    {
        m_report.httpStatus = answer.status;
        const bool rightsKnown = readBitgetAccount(info(), filter(), answer.data.toObject(), m_report);
        if (m_report.rights.withdraw == true)
            m_report.warnings << Warning::WithdrawEnabled;
        if (m_report.ipAllowlist && m_report.ipAllowlist->isEmpty())
            m_report.warnings << Warning::NoIpAllowlist;
        if (!m_report.rights.unknown.isEmpty())
            m_report.warnings << Warning::UnknownRight;
        finish(rightsKnown ? Verdict::Works : Verdict::WorksRightsUnknown);
    }

    int m_questions = 0;
};

} // namespace

base::Async<CheckReport> BitgetProbe::check(ProbeTarget target, base::SecretFields fields)
{
    return (new BitgetRun(m_context, std::move(target), std::move(fields), m_runs.get()))->start();
}

} // namespace exchange
