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
    // Half a window in one language and half in another would be worse than English: Qt's words follow ours. English has a file
    // as well, for the texts with a number: the sources say only their plural.
    const auto load = [this](const QLocale &language) {
        return m_ours.load(language, QStringLiteral("latchkey"), QStringLiteral("_"), QStringLiteral(":/i18n"));
    };
    if (!load(locale) && !load(QLocale(QLocale::English)))
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
