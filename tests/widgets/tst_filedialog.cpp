// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filedialog.h"

#include "support/guitestmain.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

using widgets::FileDialog;

/// Where keys and backups lie is written nowhere.
class TestFileDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void looksAsItShould();
    void remembersNothing_data();
    void remembersNothing();

private:
    /// What Qt's dialogs keep for the next one, of whichever program.
    [[nodiscard]] static QString kept(const QString &key)
    {
        const QSettings settings(QSettings::UserScope, QStringLiteral("QtProject"));
        return settings.value(QStringLiteral("FileDialog/") + key).toStringList().join(u' ');
    }

    QTemporaryDir m_config; ///< for all tests: QSettings keeps a file in mind
};

void TestFileDialog::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_config.path());
}

void TestFileDialog::looksAsItShould()
{
    QSettings(QSettings::UserScope, QStringLiteral("QtProject"))
        .setValue(QStringLiteral("FileDialog/history"), QStringList{QStringLiteral("file:///another/program")});
    QWidget window;
    auto *dialog = new FileDialog(QStringLiteral("Title"), &window);
    QCOMPARE(dialog->windowTitle(), QStringLiteral("Title"));
    QVERIFY(dialog->testOption(QFileDialog::DontUseNativeDialog));
    QCOMPARE(dialog->directory(), QDir::home());
    QVERIFY(!dialog->history().join(u' ').contains(QStringLiteral("another")));
}

void TestFileDialog::remembersNothing_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("chosen") << "save";
    QTest::newRow("cancelled") << "cancel";
    QTest::newRow("closed with the window") << "window";
}

void TestFileDialog::remembersNothing()
{
    QFETCH(QString, end);
    const QTemporaryDir secretPlace;
    QSettings(QSettings::UserScope, QStringLiteral("QtProject")).clear();
    auto window = std::make_unique<QWidget>();
    const QPointer dialog(new FileDialog(QStringLiteral("Title"), window.get()));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    dialog->setDirectory(secretPlace.path());
    auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    edit->setCompleter(nullptr); // its list comes when it likes, and takes the click
    QTest::keyClicks(edit, QStringLiteral("keys.lkb"));
    QCOMPARE(dialog->directory().path(), secretPlace.path());
    const auto *buttons = dialog->findChild<QDialogButtonBox *>();
    if (end == QLatin1StringView("window"))
        window.reset();
    else
        QTest::mouseClick(buttons->button(end == QLatin1StringView("save") ? QDialogButtonBox::Save
                                                                           : QDialogButtonBox::Cancel),
                          Qt::LeftButton);
    QTRY_VERIFY(dialog.isNull());
    QVERIFY(!kept(QStringLiteral("lastVisited")).isEmpty()); // Qt wrote what it keeps
    for (const char *key : {"lastVisited", "history", "shortcuts"})
        QVERIFY2(!kept(QString::fromLatin1(key)).contains(secretPlace.path()), key);
    const QFileDialog later(nullptr, QString(), QDir::rootPath());
    QVERIFY(!later.history().join(u' ').contains(secretPlace.path()));
}

LATCHKEY_GUI_TEST_MAIN(TestFileDialog)
#include "tst_filedialog.moc"
