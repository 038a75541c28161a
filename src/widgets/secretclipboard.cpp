// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <array>

namespace widgets {

namespace {

const QString kText = QStringLiteral("text/plain");

struct Hint {
    QLatin1StringView format;
    const char *bytes;
    qsizetype size;
};

// KDE's hint, which other managers respect too; then Microsoft's "Cloud Clipboard and Clipboard History Formats". Two of those are
// DWORDs of value 0.
constexpr std::array kHints{
    Hint{QLatin1StringView("x-kde-passwordManagerHint"), "secret", 6},
    Hint{QLatin1StringView("ExcludeClipboardContentFromMonitorProcessing"), "\0\0\0\0", 4},
    Hint{QLatin1StringView("CanIncludeInClipboardHistory"), "\0\0\0\0", 4},
    Hint{QLatin1StringView("CanUploadToCloudClipboard"), "\0\0\0\0", 4},
    Hint{QLatin1StringView("Clipboard Viewer Ignore"), "\0\0\0\0", 4},
};

/// Makes its text when somebody asks for it.
class SecretMimeData final : public QMimeData {
    Q_OBJECT

public:
    explicit SecretMimeData(base::SecretBytes secret) : m_secret(std::move(secret))
    {
        for (const Hint &hint : kHints)
            setData(hint.format, QByteArray::fromRawData(hint.bytes, hint.size));
    }

    [[nodiscard]] QStringList formats() const override { return QStringList{kText} + QMimeData::formats(); }
    [[nodiscard]] bool hasFormat(const QString &format) const override
    {
        return format == kText || QMimeData::hasFormat(format);
    }

protected:
    [[nodiscard]] QVariant retrieveData(const QString &format, QMetaType type) const override
    {
        if (format != kText)
            return QMimeData::retrieveData(format, type);
        const std::string_view text = m_secret.exposeText();
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }

private:
    base::SecretBytes m_secret;
};

} // namespace

SecretClipboard::SecretClipboard(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::timeIsOver);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive && m_ours != nullptr && !m_timer.isActive())
            takeOut();
    });
}

SecretClipboard::~SecretClipboard()
{
    if (holdsSecret())
        QGuiApplication::clipboard()->clear();
}

bool SecretClipboard::holdsSecret() const
{
    return m_ours != nullptr;
}

void SecretClipboard::copy(base::SecretBytes secret)
{
    auto *data = new SecretMimeData(std::move(secret)); // the clipboard's from here on
    m_ours = data;
    QGuiApplication::clipboard()->setMimeData(data);
    m_timer.start(m_interval);
    Q_EMIT copied();
}

void SecretClipboard::clear()
{
    const bool counting = m_timer.isActive();
    m_timer.stop();
    if (holdsSecret())
        takeOut();
    else if (counting)
        Q_EMIT replaced();
}

void SecretClipboard::clearForeign()
{
    m_timer.stop();
    QGuiApplication::clipboard()->clear();
    m_ours = nullptr;
    Q_EMIT cleared();
}

bool SecretClipboard::mayClear()
{
    return !QGuiApplication::platformName().startsWith(QLatin1StringView("wayland"))
        || QGuiApplication::applicationState() == Qt::ApplicationActive;
}

void SecretClipboard::timeIsOver()
{
    if (!holdsSecret()) {
        Q_EMIT replaced();
        return;
    }
    if (mayClear())
        takeOut();
    else
        Q_EMIT waiting();
}

void SecretClipboard::takeOut()
{
    QGuiApplication::clipboard()->clear();
    m_ours = nullptr;
    Q_EMIT cleared();
}

} // namespace widgets

#include "secretclipboard.moc"
