// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/llmfacts.h"

#include <QDateTime>
#include <QLocale>

namespace presentation {

namespace attribute = vault::attribute;

QString LlmFacts::accountName() const
{
    return m_settings != nullptr ? m_settings->credential.name.section(QLatin1Char('/'), 1) : QString();
}

LlmTexts LlmFacts::storedTexts() const
{
    if (m_settings == nullptr)
        return {};
    const vault::Credential &credential = m_settings->credential;
    const QString url = credential.attributeValue(attribute::kBaseUrl);
    return {url, credential.attributeValue(attribute::kModel), credential.attributeValue(attribute::kDeployment),
            credential.attributeValue(attribute::kApiVersion), service::isPlainAccepted(credential, QUrl(url))};
}

QString LlmFacts::storedText() const
{
    if (m_settings == nullptr || !service::hasLlmKey(m_settings->credential))
        return {};
    const auto stored = QDateTime::fromMSecsSinceEpoch(m_settings->credential.current()->createdAtMs);
    return tr("Stored on %1").arg(QLocale().toString(stored.date(), QLocale::ShortFormat));
}

QString LlmFacts::checkedText() const
{
    // Where nothing was sent, nothing was checked.
    if (m_settings == nullptr || !m_settings->lastCheck || m_settings->lastCheck->category == llm::Category::NotEncrypted)
        return {};
    const auto checked = QDateTime::fromMSecsSinceEpoch(m_settings->lastCheck->checkedAtMs);
    return tr("Checked %1.").arg(QLocale().toString(checked, QLocale::ShortFormat));
}

bool LlmFacts::isPlain(const QString &baseUrl) const
{
    if (m_provider == nullptr || baseUrl.trimmed().isEmpty())
        return false;
    const auto url = llm::parseBaseUrl(*m_provider, baseUrl);
    return url && service::isPlainAddress(*url);
}

} // namespace presentation
