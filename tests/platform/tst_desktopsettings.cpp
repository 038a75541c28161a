// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/desktopsettings.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <sys/stat.h>

using platform::DesktopSettings;
using service::Appearance;

class TestDesktopSettings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void nothingKept();
    void keeps_data();
    void keeps();
    void notUnderstood_data();
    void notUnderstood();
    void othersStay();
    void cannotBeWritten();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(QStringLiteral("config/latchkey")); }
    void write(const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDesktopSettings::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestDesktopSettings::write(const QByteArray &content) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(DesktopSettings(folder()).path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestDesktopSettings::nothingKept()
{
    const DesktopSettings settings(folder());
    QCOMPARE(settings.appearance(), Appearance::System);
    QVERIFY(!QDir(folder()).exists()); // looking makes nothing
}

void TestDesktopSettings::keeps_data()
{
    QTest::addColumn<Appearance>("appearance");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("system") << Appearance::System << QByteArray("system");
    QTest::newRow("light") << Appearance::Light << QByteArray("light");
    QTest::newRow("dark") << Appearance::Dark << QByteArray("dark");
}

void TestDesktopSettings::keeps()
{
    QFETCH(const Appearance, appearance);
    QFETCH(const QByteArray, word);
    DesktopSettings settings(folder());
    QVERIFY(settings.setAppearance(appearance).has_value());
    QCOMPARE(DesktopSettings(folder()).appearance(), appearance);
    QFile file(settings.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().simplified(), "{ \"appearance\": \"" + word + "\" }");
    struct stat found{};
    QCOMPARE(::stat(QFile::encodeName(settings.path()).constData(), &found), 0);
    QCOMPARE(found.st_mode & 07777U, 0600U);
    QCOMPARE(::stat(QFile::encodeName(folder()).constData(), &found), 0);
    QCOMPARE(found.st_mode & 07777U, 0700U);
    QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("desktop.json")});
}

void TestDesktopSettings::notUnderstood_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("told");
    const QString whole = QStringLiteral("desktop.json is not understood");
    const QString word = QStringLiteral("desktop.json names an appearance");
    QTest::newRow("empty") << QByteArray() << whole;
    QTest::newRow("cut off") << QByteArray("{\"appearance\": \"da") << whole;
    QTest::newRow("a list") << QByteArray("[\"dark\"]") << whole;
    QTest::newRow("not text") << QByteArray("\x00\xff\xfe", 3) << whole;
    QTest::newRow("unknown word") << QByteArray("{\"appearance\": \"sepia\"}") << word;
    QTest::newRow("a number") << QByteArray("{\"appearance\": 2}") << word;
    QTest::newRow("too long") << QByteArray(70'000, ' ') << QStringLiteral("desktop.json cannot be read");
}

void TestDesktopSettings::notUnderstood()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, told);
    write(content);
    DesktopSettings settings(folder());
    const QRegularExpression line(QLatin1Char('^') + QRegularExpression::escape(told));
    QTest::ignoreMessage(QtWarningMsg, line);
    QCOMPARE(settings.appearance(), Appearance::System);
    if (told.contains(QStringLiteral("names"))) { // a choice mends it
        QVERIFY(settings.setAppearance(Appearance::Dark).has_value());
        QCOMPARE(settings.appearance(), Appearance::Dark);
        return;
    }
    // What could not be read is not written over.
    QTest::ignoreMessage(QtWarningMsg, line);
    QVERIFY(!settings.setAppearance(Appearance::Dark).has_value());
    QFile file(settings.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestDesktopSettings::othersStay()
{
    write("{\"window\": {\"width\": 960}, \"appearance\": \"light\"}");
    DesktopSettings settings(folder());
    QVERIFY(settings.setAppearance(Appearance::Dark).has_value());
    QFile file(settings.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().simplified(), QByteArray("{ \"appearance\": \"dark\", \"window\": { \"width\": 960 } }"));
}

void TestDesktopSettings::cannotBeWritten()
{
    // A folder stands where the file should: this holds for root too.
    DesktopSettings settings(folder());
    QVERIFY(QDir().mkpath(settings.path()));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^desktop.json cannot be read")));
    QVERIFY(!settings.setAppearance(Appearance::Dark).has_value());
    QVERIFY(QFileInfo(settings.path()).isDir());
}

LATCHKEY_TEST_MAIN(TestDesktopSettings)
#include "tst_desktopsettings.moc"
