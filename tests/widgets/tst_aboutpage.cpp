// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/aboutpage.h"

#include "support/guitestmain.h"
#include "widgets/messagestrip.h"
#include "widgets/pagelist.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

using presentation::StripMessage;
using windowtest::child;
using windowtest::WindowBench;

class TestAboutPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void tellsVersionAndLimits();
    void diagnostics();
    void copies();

private:
    [[nodiscard]] widgets::AboutPage &page() const { return *m_bench->window->findChild<widgets::AboutPage *>(); }

    std::unique_ptr<WindowBench> m_bench;
};

void TestAboutPage::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithVault);
    m_bench->window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bench->window.get()));
    m_bench->unlock();
    m_bench->addAccount(QStringLiteral("works"));
    auto *list = child<widgets::PageList>(*m_bench->window, "pageList");
    QTest::keyClick(list, Qt::Key_End);
    QTRY_VERIFY(page().isVisible());
    QTRY_VERIFY(m_bench->presenter->about().isKnown());
}

void TestAboutPage::tellsVersionAndLimits()
{
    QVERIFY(child<QLabel>(page(), "pageHeading")->text().startsWith(QStringLiteral("Latchkey ")));
    QVERIFY(child<QLabel>(page(), "protectedLabel")->text().count(QStringLiteral("<tr>")) >= 4);
    QVERIFY(child<QLabel>(page(), "openLabel")->text().count(QStringLiteral("<tr>")) >= 4);
}

void TestAboutPage::diagnostics()
{
    auto *strip = child<widgets::MessageStrip>(page(), "strip");
    QCOMPARE(strip->message().level, StripMessage::Level::Warn); // the bench's computer protects nothing
    QVERIFY(page().findChild<QFormLayout *>(QStringLiteral("factsLayout"))->rowCount() > 10);
    m_bench->facts.protection = {false, 0, base::SecureHeapState::Locked, 4096};
    page().reload();
    QTRY_COMPARE(strip->message().level, StripMessage::Level::Ok);
}

void TestAboutPage::copies()
{
    QTest::mouseClick(child<QPushButton>(page(), "copyButton"), Qt::LeftButton);
    const QString text = QGuiApplication::clipboard()->text();
    QCOMPARE(text, m_bench->presenter->about().copyText());
    QVERIFY(text.contains(QStringLiteral("versions, latchkey: ")));
    QVERIFY(!text.contains(QStringLiteral("bitget"), Qt::CaseInsensitive));
    QVERIFY(!text.contains(QDir::homePath() + QLatin1Char('/')));
    QVERIFY(child<QLabel>(page(), "copiedLabel")->text().startsWith(QStringLiteral("Copied")));
}

LATCHKEY_GUI_TEST_MAIN(TestAboutPage)
#include "tst_aboutpage.moc"
