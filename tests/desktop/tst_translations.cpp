// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/translations.h"

#include "support/testmain.h"

#include <QCoreApplication>

class TestTranslations final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loads_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<bool>("translated");
        QTest::newRow("Russian") << QStringLiteral("ru_RU") << true;
        QTest::newRow("Turkish") << QStringLiteral("tr_TR") << true;
        QTest::newRow("Chinese") << QStringLiteral("zh_CN") << true;
        QTest::newRow("English") << QStringLiteral("en_US") << false;
        QTest::newRow("none of ours") << QStringLiteral("is_IS") << false;
    }
    void loads()
    {
        QFETCH(const QString, locale);
        QFETCH(const bool, translated);
        {
            const desktop::Translations words(*QCoreApplication::instance(), QLocale(locale));
            // One of a form, one of a class, one of Qt's own.
            QCOMPARE(QCoreApplication::translate("MainWindow", "&Lock now") != QStringLiteral("&Lock now"), translated);
            QCOMPARE(QCoreApplication::translate("widgets::TrayIcon", "Quit") != QStringLiteral("Quit"), translated);
            QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel") != QStringLiteral("Cancel"), translated);
        }
        QCOMPARE(QCoreApplication::translate("MainWindow", "&Lock now"), QStringLiteral("&Lock now"));
    }
};

LATCHKEY_TEST_MAIN(TestTranslations)
#include "tst_translations.moc"
