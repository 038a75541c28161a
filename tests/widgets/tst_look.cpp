// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookchecks.h"
#include "pagegallery.h"
#include "support/guitestmain.h"
#include "widgets/theme.h"

#include <QDir>
#include <QRegularExpression>
#include <QTranslator>

using windowtest::PageGallery;

namespace {

const QChar kMark(u'~');
/// Forms keep this much room beside their scroll bar, on one side.
constexpr int kScrollBarGap = 8;

/// Words as long as those of other languages: 40 % more, and at least two letters.
class PseudoTranslator final : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        // Qt's own words come translated from Qt.
        if (QLatin1StringView(context).startsWith(QLatin1StringView("Q")))
            return {};
        QString text = QString::fromUtf8(source);
        const bool dots = text.endsWith(QLatin1StringView("..."));
        if (dots)
            text.chop(3);
        QString more(std::max<qsizetype>(2, text.size() * 2 / 5), kMark);
        for (qsizetype at = 6; at + 1 < more.size(); at += 7)
            more[at] = QLatin1Char(' '); // lines can still be broken
        text += more;
        return dots ? text + QStringLiteral("...") : text;
    }
};

/// Classes of src/widgets that are a page, a panel or a dialog.
QStringList classesToSee()
{
    static const QRegularExpression expression(QStringLiteral("class (\\w+) final : public (\\w+)"));
    QStringList out;
    const QDir folder(QStringLiteral(LATCHKEY_WIDGET_SOURCES));
    for (const QString &name : folder.entryList({QStringLiteral("*.h")})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(name));
        const QRegularExpressionMatch found = expression.match(QString::fromUtf8(file.readAll()));
        const QString base = found.captured(2);
        if (base == QLatin1StringView("SettingsPage") || base == QLatin1StringView("QDialog")
            || found.captured(1).endsWith(QLatin1StringView("Page")))
            out << found.captured(1);
    }
    return out;
}

QString bareClass(const QObject &object)
{
    return QString::fromLatin1(object.metaObject()->className()).section(QStringLiteral("::"), -1);
}

} // namespace

/// Rules that hold for everything that Latchkey shows, looked at in every state of the gallery.
class TestLook final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everythingIsVisited();
    void contrast_data();
    void contrast();
    void followsASwitch();
    void names();
    void tabOrder_data();
    void tabOrder();
    void defaultsAndEnter();
    void textsFit();
    void textsFitInOtherLanguages();
    void mirrored();

private:
    using Check = std::function<QStringList(QWidget &)>;
    /// Walks through the gallery; fails with all faults, each named with the scenes that it was found in.
    void expectNone(const Check &check);
    [[nodiscard]] QMap<QString, QMap<QString, QRect>> placesOfAll(Qt::LayoutDirection direction);

    windowtest::PlayedAppearance m_kept;
    presentation::AppearanceController m_appearance{m_kept, false};
    widgets::Theme m_theme{m_appearance};
};

void TestLook::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
}

void TestLook::cleanup()
{
    m_appearance.choose(service::Appearance::System);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QFont font = QApplication::font();
    font.setStyleStrategy(QFont::PreferDefault);
    QApplication::setFont(font);
}

void TestLook::expectNone(const Check &check)
{
    PageGallery gallery;
    QMap<QString, QStringList> faults;
    gallery.walk([&](const QString &scene, QWidget &shown) {
        for (const QString &fault : check(shown))
            faults[fault] << scene;
    });
    QVERIFY(gallery.scenes().size() > 30);
    for (auto at = faults.begin(); at != faults.end(); ++at)
        qInfo("%s [%s]", qPrintable(at.key()), qPrintable(at->mid(0, 3).join(QStringLiteral("; "))));
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("%1 faults").arg(faults.size())));
}

void TestLook::everythingIsVisited()
{
    QStringList missing = classesToSee();
    QVERIFY2(missing.size() > 10, qPrintable(missing.join(QLatin1Char(' '))));
    PageGallery gallery;
    gallery.walk([&](const QString &, QWidget &shown) {
        missing.removeAll(bareClass(shown));
        for (const QWidget *widget : shown.findChildren<QWidget *>()) {
            if (widget->isVisible())
                missing.removeAll(bareClass(*widget));
        }
    });
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
}

void TestLook::contrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestLook::contrast()
{
    QFETCH(const bool, dark);
    m_appearance.choose(dark ? service::Appearance::Dark : service::Appearance::Light);
    QFont font = QApplication::font();
    font.setStyleStrategy(QFont::NoAntialias);
    QApplication::setFont(font);
    expectNone([](QWidget &shown) {
        return windowtest::weakTexts(shown) + windowtest::weakOutlines(shown) + windowtest::weakFocus(shown);
    });
}

/// Switched while it is on screen, a window looks as one that was opened afterwards.
void TestLook::followsASwitch()
{
    QFont font = QApplication::font();
    font.setStyleStrategy(QFont::NoAntialias);
    QApplication::setFont(font);
    expectNone([this](QWidget &shown) {
        m_appearance.choose(service::Appearance::Dark);
        QCoreApplication::sendPostedEvents();
        const QStringList out = windowtest::weakTexts(shown) + windowtest::weakOutlines(shown);
        m_appearance.choose(service::Appearance::Light);
        QCoreApplication::sendPostedEvents();
        return out;
    });
}

void TestLook::names()
{
    expectNone(windowtest::nameless);
}

void TestLook::tabOrder_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestLook::tabOrder()
{
    QFETCH(const Qt::LayoutDirection, direction);
    QApplication::setLayoutDirection(direction);
    expectNone(windowtest::tabOrder);
}

void TestLook::defaultsAndEnter()
{
    expectNone([](QWidget &shown) {
        const QStringList defaults = windowtest::defaultButtons(shown); // first: Enter may close a dialog
        return defaults + windowtest::enterPresses(shown);
    });
}

void TestLook::textsFit()
{
    expectNone(windowtest::cutTexts);
}

void TestLook::textsFitInOtherLanguages()
{
    PseudoTranslator translator;
    QCoreApplication::installTranslator(&translator);
    expectNone([](QWidget &shown) { return windowtest::cutTexts(shown) + windowtest::untranslated(shown, kMark); });
    QCoreApplication::removeTranslator(&translator);
}

QMap<QString, QMap<QString, QRect>> TestLook::placesOfAll(Qt::LayoutDirection direction)
{
    QApplication::setLayoutDirection(direction);
    QMap<QString, QMap<QString, QRect>> out;
    PageGallery gallery;
    gallery.walk([&](const QString &scene, QWidget &shown) {
        out.insert(scene, windowtest::places(shown));
        out[scene].insert(QStringLiteral("/"), shown.rect());
    });
    return out;
}

void TestLook::mirrored()
{
    const auto straight = placesOfAll(Qt::LeftToRight);
    const auto turned = placesOfAll(Qt::RightToLeft);
    QCOMPARE(turned.keys(), straight.keys());
    int compared = 0;
    QStringList faults;
    for (auto scene = straight.begin(); scene != straight.end(); ++scene) {
        const QMap<QString, QRect> &other = turned[scene.key()];
        const int width = scene->value(QStringLiteral("/")).width();
        for (auto at = scene->begin(); at != scene->end(); ++at) {
            if (!other.contains(at.key()) || other[at.key()].size() != at->size())
                continue; // another account was shown, whose words are longer
            ++compared;
            const QRect wanted(width - at->x() - at->width(), at->y(), at->width(), at->height());
            if (std::abs(wanted.x() - other[at.key()].x()) > kScrollBarGap)
                faults << QStringLiteral("%1: %2 is at %3, not at %4")
                              .arg(scene.key(), at.key())
                              .arg(other[at.key()].x())
                              .arg(wanted.x());
        }
    }
    QVERIFY(compared > 300);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

LATCHKEY_GUI_TEST_MAIN(TestLook)

#include "tst_look.moc"
