// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/appearancecontroller.h"

#include "support/testmain.h"

#include <QSignalSpy>

using presentation::AppearanceController;
using presentation::StripMessage;
using service::Appearance;

namespace {

class PlayedStore final : public service::ports::AppearanceStore {
public:
    [[nodiscard]] Appearance appearance() const override { return kept; }
    [[nodiscard]] base::Result<void> setAppearance(Appearance appearance) override
    {
        if (refuses)
            return base::fail(base::ErrorCode::DiskFull);
        kept = appearance;
        return {};
    }

    Appearance kept = Appearance::System;
    bool refuses = false;
};

} // namespace

class TestAppearanceController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void isDark_data();
    void isDark();
    void chooses();
    void cannotBeKept();
};

void TestAppearanceController::isDark_data()
{
    QTest::addColumn<Appearance>("kept");
    QTest::addColumn<bool>("system");
    QTest::addColumn<bool>("dark");
    QTest::newRow("system, light") << Appearance::System << false << false;
    QTest::newRow("system, dark") << Appearance::System << true << true;
    QTest::newRow("light over dark") << Appearance::Light << true << false;
    QTest::newRow("dark over light") << Appearance::Dark << false << true;
}

void TestAppearanceController::isDark()
{
    QFETCH(const Appearance, kept);
    QFETCH(const bool, system);
    PlayedStore store;
    store.kept = kept;
    const AppearanceController controller(store, system);
    QCOMPARE(controller.choice(), kept);
    QTEST(controller.isDark(), "dark");
}

void TestAppearanceController::chooses()
{
    PlayedStore store;
    AppearanceController controller(store, false);
    const QSignalSpy changed(&controller, &AppearanceController::changed);
    controller.choose(Appearance::System); // as it is
    QCOMPARE(changed.size(), 0);
    controller.choose(Appearance::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(controller.isDark());
    QCOMPARE(store.kept, Appearance::Dark);
    QCOMPARE(controller.message(), StripMessage{});
}

void TestAppearanceController::cannotBeKept()
{
    PlayedStore store;
    store.refuses = true;
    AppearanceController controller(store, false);
    controller.choose(Appearance::Dark);
    QVERIFY(controller.isDark()); // all the same
    QCOMPARE(controller.message().level, StripMessage::Level::Warn);
    QCOMPARE(controller.message().title, QStringLiteral("This holds until you quit."));
    QVERIFY(!controller.message().text.isEmpty());
    store.refuses = false;
    controller.choose(Appearance::Light);
    QCOMPARE(controller.message(), StripMessage{});
}

LATCHKEY_TEST_MAIN(TestAppearanceController)
#include "tst_appearancecontroller.moc"
