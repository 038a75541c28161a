// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "support/guitestmain.h"
#include "widgets/pagelist.h"
#include "widgets/setupwizard.h"
#include "widgets/unlockpage.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QDialog>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

using windowtest::child;
using windowtest::WindowBench;

namespace {

QString nameOf(const QWidget &widget)
{
    return QStringLiteral("%1 \"%2\"").arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName());
}

/// What a screen reader would call it.
bool hasName(const QWidget &window, const QWidget &widget)
{
    if (!widget.accessibleName().isEmpty())
        return true;
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return !button->text().isEmpty();
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return !label->text().isEmpty();
    return std::ranges::any_of(window.findChildren<QLabel *>(),
                               [&](const QLabel *label) { return label->buddy() == &widget; });
}

/// Areas that scroll take the focus for the arrow keys; their content is what is read.
bool isScrollArea(const QWidget &widget)
{
    return widget.inherits("QScrollArea");
}

} // namespace

/// Rules that hold on every page, looked at in every state that a page can be brought into.
class TestPages final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void oneDefaultButton_data() { scenes(); }
    void oneDefaultButton();
    void noAutoDefault_data() { scenes(); }
    void noAutoDefault();
    void everythingHasAName_data() { scenes(); }
    void everythingHasAName();
    void textsFit_data() { scenes(); }
    void textsFit();
    void enterIsHarmless_data() { scenes(); }
    void enterIsHarmless();

private:
    void scenes();
    /// Brings the window into the state that the row names.
    [[nodiscard]] bool show(const QString &scene);
    [[nodiscard]] bool showFirstSteps(qsizetype step);
    [[nodiscard]] bool showUnlocked(const QString &scene);
    /// The page of this title; `empty`: with a filter that nothing passes.
    [[nodiscard]] bool showSettings(const QString &title, bool empty);
    [[nodiscard]] QWidget *page() const;
    [[nodiscard]] widgets::MainWindow &window() const { return *m_bench->window; }

    std::unique_ptr<WindowBench> m_bench;
};

void TestPages::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
}

void TestPages::scenes()
{
    QTest::addColumn<QString>("scene");
    for (const char *scene : {"protection", "recovery key", "first exchange", "ready", "locked", "locked, by recovery key",
                              "locked, wrong passphrase", "no accounts", "new account", "works", "may withdraw", "refused",
                              "not checked", "how to make a key", "activity", "activity, nothing used", "security", "about"})
        QTest::newRow(scene) << QString::fromLatin1(scene);
}

bool TestPages::show(const QString &scene)
{
    static const QStringList kFirstSteps{QStringLiteral("protection"), QStringLiteral("recovery key"),
                                         QStringLiteral("first exchange"), QStringLiteral("ready")};
    const bool without = kFirstSteps.contains(scene);
    m_bench = std::make_unique<WindowBench>(without ? WindowBench::Begin::WithoutVault : WindowBench::Begin::WithVault);
    window().show();
    window().resize(window().minimumSize());
    if (!QTest::qWaitForWindowExposed(&window()))
        return false;
    if (without)
        return showFirstSteps(kFirstSteps.indexOf(scene));
    if (scene == QLatin1StringView("locked, by recovery key"))
        QTest::mouseClick(child<QPushButton>(*page(), "recoveryButton"), Qt::LeftButton);
    if (scene == QLatin1StringView("locked, wrong passphrase")) {
        presentation::UnlockController &unlock = m_bench->presenter->unlock();
        unlock.unlockWithPassphrase(vaulttest::secret("wrong"));
        return QTest::qWaitFor(
            [&] { return !unlock.isBusy() && unlock.message().level == presentation::StripMessage::Level::Bad; }, 60'000);
    }
    return scene.startsWith(QLatin1StringView("locked")) || showUnlocked(scene);
}

bool TestPages::showFirstSteps(qsizetype step)
{
    if (step == 0)
        return true;
    presentation::CreateVaultController &create = m_bench->presenter->create();
    create.create(vault::SlotKind::Passphrase, vaulttest::secret("a passphrase"), vaulttest::secret("a passphrase"));
    bool there = QTest::qWaitFor([&] { return create.recoveryKey() != nullptr; }, 60'000);
    if (step >= 2) {
        create.postpone();
        there = there && QTest::qWaitFor([this] { return m_bench->presenter->editor().isNew(); });
    }
    if (step == 3)
        QTest::mouseClick(child<QPushButton>(window(), "skipButton"), Qt::LeftButton);
    return there;
}

bool TestPages::showUnlocked(const QString &scene)
{
    m_bench->unlock();
    const QHash<QString, QString> answers{{QStringLiteral("works"), QStringLiteral("works")},
                                          {QStringLiteral("may withdraw"), QStringLiteral("withdraw")},
                                          {QStringLiteral("refused"), QStringLiteral("refused:ip")},
                                          {QStringLiteral("not checked"), QStringLiteral("unchecked:network")}};
    if (const QString answer = answers.value(scene); !answer.isEmpty()) {
        m_bench->addAccount(answer);
        return QTest::qWaitFor([this] { return m_bench->presenter->editor().account() != nullptr; }, 60'000);
    }
    if (scene == QLatin1StringView("no accounts"))
        return true;
    const QHash<QString, QString> titles{{QStringLiteral("activity"), QStringLiteral("Activity")},
                                         {QStringLiteral("activity, nothing used"), QStringLiteral("Activity")},
                                         {QStringLiteral("security"), QStringLiteral("Security")},
                                         {QStringLiteral("about"), QStringLiteral("About")}};
    if (const QString title = titles.value(scene); !title.isEmpty())
        return showSettings(title, scene.endsWith(QLatin1StringView("nothing used")));
    QTest::mouseClick(child<QPushButton>(*page(), "emptyAddButton"), Qt::LeftButton);
    if (scene == QLatin1StringView("how to make a key"))
        child<QPushButton>(*page(), "howToButton")->setChecked(true);
    return m_bench->presenter->editor().isNew();
}

bool TestPages::showSettings(const QString &title, bool empty)
{
    auto *list = child<widgets::PageList>(window(), "pageList");
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->data(Qt::AccessibleTextRole).toString() == title)
            list->setCurrentRow(row);
    }
    if (empty)
        child<QComboBox>(*page(), "groupCombo")->setCurrentIndex(1);
    presentation::VaultPresenter &presenter = *m_bench->presenter;
    return QTest::qWaitFor([&] {
        return presenter.activity().model().isComplete() || !presenter.security().ways().isEmpty()
            || presenter.about().isKnown();
    });
}

QWidget *TestPages::page() const
{
    using presentation::VaultPresenter;
    if (auto *wizard = window().findChild<widgets::SetupWizard *>(); wizard->isVisible())
        return wizard;
    switch (m_bench->presenter->state()) {
    case VaultPresenter::State::NotInitialized:
        return window().findChild<widgets::SetupWizard *>();
    case VaultPresenter::State::Locked:
        return window().findChild<widgets::UnlockPage *>();
    case VaultPresenter::State::Unlocked:
        break;
    }
    return child<QStackedWidget>(window(), "pageStack")->currentWidget();
}

void TestPages::oneDefaultButton()
{
    QFETCH(const QString, scene);
    QVERIFY(show(scene));
    QTRY_VERIFY(page()->isVisible());
    QStringList defaults;
    for (const QPushButton *button : page()->findChildren<QPushButton *>()) {
        if (button->isDefault())
            defaults << button->objectName();
    }
    QVERIFY2(defaults.size() == 1, qPrintable(defaults.join(QLatin1Char(' '))));
    QVERIFY(defaults.first() != QLatin1StringView("removeButton"));
}

void TestPages::noAutoDefault()
{
    QFETCH(const QString, scene);
    QVERIFY(show(scene));
    const QList<QPushButton *> buttons = window().findChildren<QPushButton *>();
    QVERIFY(buttons.size() > 5);
    for (const QPushButton *button : buttons)
        QVERIFY2(!button->autoDefault(), qPrintable(nameOf(*button)));
}

void TestPages::everythingHasAName()
{
    QFETCH(const QString, scene);
    QVERIFY(show(scene));
    QTRY_VERIFY(page()->isVisible());
    int seen = 0;
    for (const QWidget *widget : window().findChildren<QWidget *>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 || isScrollArea(*widget))
            continue;
        ++seen;
        QVERIFY2(hasName(window(), *widget), qPrintable(nameOf(*widget)));
    }
    QVERIFY(seen > 1);
}

void TestPages::textsFit()
{
    QFETCH(const QString, scene);
    QVERIFY(show(scene));
    QTRY_VERIFY(page()->isVisible());
    QCOMPARE(window().size(), window().minimumSize());
    QTRY_VERIFY(page()->width() > 0);
    for (const QWidget *widget : window().findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool oneLine = (label != nullptr && !label->wordWrap()) || widget->inherits("QAbstractButton");
        if (!oneLine || !widget->isVisible() || widget->inherits("QToolButton"))
            continue;
        const QString sizes =
            QStringLiteral("%1 needs %2, has %3").arg(nameOf(*widget)).arg(widget->sizeHint().width()).arg(widget->width());
        QTRY_VERIFY2_WITH_TIMEOUT(widget->sizeHint().width() <= widget->width(), qPrintable(sizes), 2000);
    }
}

void TestPages::enterIsHarmless()
{
    QFETCH(const QString, scene);
    QVERIFY(show(scene));
    QTRY_VERIFY(page()->isVisible());
    const bool hadAccount = m_bench->presenter->editor().account() != nullptr;
    int pressed = 0;
    const QList<QLineEdit *> found = page()->findChildren<QLineEdit *>();
    const QList<QPointer<QLineEdit>> edits(found.begin(), found.end());
    for (const QPointer<QLineEdit> &edit : edits) {
        if (edit.isNull() || !edit->isVisible() || !edit->isEnabled())
            continue;
        edit->setFocus();
        QTest::keyClick(edit.data(), Qt::Key_Return);
        ++pressed;
        QCOMPARE(window().findChildren<QDialog *>().size(), 0);
    }
    static const QStringList kWithoutFields{QStringLiteral("no accounts"), QStringLiteral("ready"),
                                            QStringLiteral("security"), QStringLiteral("about")};
    QCOMPARE(pressed > 0, !kWithoutFields.contains(scene));
    QCOMPARE(m_bench->presenter->editor().account() != nullptr, hadAccount);
    QCOMPARE(m_bench->presenter->accounts().rowCount(), hadAccount ? 1 : 0);
}

LATCHKEY_GUI_TEST_MAIN(TestPages)

#include "tst_pages.moc"
