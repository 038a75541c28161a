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
    void oneInEnglish_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::newRow("English") << QStringLiteral("en_US");
        QTest::newRow("British") << QStringLiteral("en_GB");
        QTest::newRow("none of ours") << QStringLiteral("is_IS");
        QTest::newRow("no language") << QStringLiteral("C");
    }
    /// The sources say "%n entries"; that one entry is no plural stands in a file of its own.
    void oneInEnglish()
    {
        QFETCH(const QString, locale);
        const desktop::Translations words(*QCoreApplication::instance(), QLocale(locale));
        const auto entries = [](int count) {
            return QCoreApplication::translate("widgets::ActivityPage", "%n entries", nullptr, count);
        };
        QCOMPARE(entries(0), QStringLiteral("0 entries"));
        QCOMPARE(entries(1), QStringLiteral("1 entry"));
        QCOMPARE(entries(2), QStringLiteral("2 entries"));
        QCOMPARE(entries(21), QStringLiteral("21 entries"));
    }
};

LATCHKEY_TEST_MAIN(TestTranslations)
#include "tst_translations.moc"
