// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/translations.h"
#include "lookchecks.h"
#include "pagegallery.h"
#include "support/guitestmain.h"

#include <QLabel>
#include <QPushButton>

/// Everything that Latchkey shows, in each of its languages.
class TestLanguages final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void seesTheSameTwice();
    void everyLanguage_data();
    void everyLanguage();
};

/// What looks must be able to find something.
void TestLanguages::seesTheSameTwice()
{
    QWidget window;
    QPushButton save(QStringLiteral("&Save"), &window);
    QPushButton skip(QStringLiteral("&Skip"), &window);
    QPushButton name(QStringLiteral("Sa&me"), &window);
    QLabel label(QStringLiteral("Na&me:"), &window);
    window.show();
    QCOMPARE(windowtest::sameMnemonics(window), QStringList{QStringLiteral("Alt+S: &Save / &Skip")});
    label.setBuddy(&name);
    QCOMPARE(windowtest::sameMnemonics(window).size(), 2);
    skip.setEnabled(false);
    name.hide();
    QCOMPARE(windowtest::sameMnemonics(window), QStringList());
}

void TestLanguages::everyLanguage_data()
{
    QTest::addColumn<QString>("locale");
    for (const char *locale : {"en_US", "ru_RU", "tr_TR", "zh_CN"})
        QTest::newRow(locale) << QString::fromLatin1(locale);
}

/// Alt and a letter reach one control, and no text is cut off.
void TestLanguages::everyLanguage()
{
    QFETCH(const QString, locale);
    const desktop::Translations words(*QCoreApplication::instance(), QLocale(locale));
    windowtest::PageGallery gallery;
    QMap<QString, QStringList> faults;
    gallery.walk([&faults](const QString &scene, QWidget &shown) {
        for (const QString &fault : windowtest::sameMnemonics(shown) + windowtest::cutTexts(shown))
            faults[fault] << scene;
    });
    QVERIFY(gallery.scenes().size() > 30);
    for (auto at = faults.begin(); at != faults.end(); ++at)
        qInfo("%s [%s]", qPrintable(at.key()), qPrintable(at->mid(0, 3).join(QStringLiteral("; "))));
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1 faults").arg(faults.size())));
}

LATCHKEY_GUI_TEST_MAIN(TestLanguages)

#include "tst_languages.moc"
