// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>

// A static library's resources are dropped by the linker unless something asks for them. Qt's macro declares a function of the
// global namespace and must therefore stand outside all others.
static void registerTranslations() // NOLINT(misc-use-anonymous-namespace)
{
    Q_INIT_RESOURCE(translations);
}

namespace desktop {

Translations::Translations(QCoreApplication &application, const QLocale &locale) : m_application(application)
{
    registerTranslations();
    // Half a window in one language and half in another would be worse than English: Qt's words follow ours.
    if (!m_ours.load(locale, QStringLiteral("latchkey"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        return;
    QCoreApplication::installTranslator(&m_ours);
    if (m_qts.load(QLocale(m_ours.language()), QStringLiteral("qtbase"), QStringLiteral("_"),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
}

Translations::~Translations()
{
    QCoreApplication::removeTranslator(&m_qts);
    QCoreApplication::removeTranslator(&m_ours);
}

} // namespace desktop
