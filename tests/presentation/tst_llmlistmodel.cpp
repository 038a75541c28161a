// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/llmlistmodel.h"

#include "presentation/llmcontroller.h"
#include "service/llmbench.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using llm::Category;
using llm::Verdict;
using presentation::LlmController;
using presentation::LlmListModel;
using presentation::StripMessage;
using servicetest::LlmBench;
using servicetest::llmReport;
using testsupport::await;

/// The list, and the controller that keeps it and the form in step with the vault.
class TestLlmListModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rows();
    void states();
    void checking();
    void clearedAnswerComesTooLate();
    void unreadableIsAProblem();
    void followsTheVault();
    void emptiedByTheLock();

private:
    [[nodiscard]] QString row(int number) const;

    std::unique_ptr<LlmBench> m_bench;
    std::unique_ptr<presentation::DraftKeeper> m_drafts;
    std::unique_ptr<LlmController> m_controller;
};

void TestLlmListModel::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<LlmBench>();
    m_drafts = std::make_unique<presentation::DraftKeeper>(*m_bench->vault.host);
    m_controller = std::make_unique<LlmController>(LlmController::Parts{
        *m_bench->vault.host, *m_bench->vault.llm, *m_bench->checks, *m_drafts, {QStringLiteral("test")}});
}

void TestLlmListModel::cleanup()
{
    m_controller.reset();
    m_drafts.reset();
    m_bench.reset();
}

QString TestLlmListModel::row(int number) const
{
    const QModelIndex index = m_controller->list().index(number);
    return QStringList{index.data().toString(), index.data(LlmListModel::StateTextRole).toString(),
                       index.data(LlmListModel::InUseRole).toBool() ? QStringLiteral("in use") : QString()}
        .join(u'|');
}

void TestLlmListModel::rows()
{
    LlmListModel &list = m_controller->list();
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(list.rowCount(), 0);
    m_bench->store(QStringLiteral("ollama"));
    list.reload();
    QTRY_COMPARE(list.rowCount(), 1);
    QCOMPARE(row(0), QStringLiteral("Ollama main|Not checked|in use"));
    QCOMPARE(list.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Ollama main, in use, Not checked"));
    QCOMPARE(list.rowOf(QStringLiteral("ollama/main")), 0);
    QCOMPARE(list.rowOf(QStringLiteral("openai/main")), -1);
    QCOMPARE(list.settings(1), nullptr);
    QVERIFY(!list.index(0).data(Qt::EditRole).isValid());
}

void TestLlmListModel::states()
{
    m_bench->store(QStringLiteral("ollama"));
    const auto level = [this](Verdict verdict, Category category) {
        m_bench->probe().answer = llmReport(verdict, category);
        if (!await(m_bench->checks->check({})))
            return -1;
        QSignalSpy reloaded(&m_controller->list(), &LlmListModel::reloaded);
        m_controller->list().reload();
        return reloaded.wait() ? m_controller->list().index(0).data(LlmListModel::LevelRole).toInt() : -1;
    };
    QCOMPARE(level(Verdict::Works, Category::None), static_cast<int>(StripMessage::Level::Ok));
    QCOMPARE(level(Verdict::Refused, Category::Key), static_cast<int>(StripMessage::Level::Bad));
    QCOMPARE(row(0), QStringLiteral("Ollama main|Refused: key|in use"));
    QCOMPARE(level(Verdict::Unchecked, Category::Network), static_cast<int>(StripMessage::Level::Info));
}

void TestLlmListModel::checking()
{
    m_bench->store(QStringLiteral("ollama"));
    m_controller->list().reload();
    QTRY_COMPARE(m_controller->list().rowCount(), 1);
    QSignalSpy changed(&m_controller->list(), &LlmListModel::dataChanged);
    m_controller->editor().show(*m_controller->list().settings(0));
    m_controller->editor().checkNow();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(row(0), QStringLiteral("Ollama main|Checking...|in use"));
    QTRY_COMPARE(row(0), QStringLiteral("Ollama main|Works|in use"));
}

void TestLlmListModel::clearedAnswerComesTooLate()
{
    m_bench->store(QStringLiteral("ollama"));
    QSignalSpy reloaded(&m_controller->list(), &LlmListModel::reloaded);
    m_controller->list().reload();
    m_controller->list().clear();
    QCOMPARE(reloaded.size(), 1);
    static_cast<void>(await(m_bench->checks->list())); // asked later, answered later
    QCOMPARE(reloaded.size(), 1);
    QCOMPARE(m_controller->list().rowCount(), 0);
}

void TestLlmListModel::unreadableIsAProblem()
{
    m_bench->store(QStringLiteral("ollama"));
    QVERIFY(vaulttest::tamper(m_bench->vault.home.path(),
                              QStringLiteral("UPDATE record SET meta = zeroblob(200) WHERE kind = 1"))
            > 0);
    m_controller->list().reload();
    QTRY_COMPARE(m_controller->list().problem().level, StripMessage::Level::Bad);
    QVERIFY(!m_controller->list().problem().title.isEmpty());
    m_controller->list().clear();
    QCOMPARE(m_controller->list().problem(), StripMessage{});
}

void TestLlmListModel::followsTheVault()
{
    m_bench->store(QStringLiteral("ollama")); // which tells that something changed
    QTRY_COMPARE(m_controller->list().rowCount(), 1);
    QVERIFY(await(m_bench->vault.llm->remove(QStringLiteral("ollama"))));
    QTRY_COMPARE(m_controller->list().rowCount(), 0);
}

void TestLlmListModel::emptiedByTheLock()
{
    m_bench->store(QStringLiteral("ollama"));
    QTRY_COMPARE(m_controller->list().rowCount(), 1);
    m_controller->editor().show(*m_controller->list().settings(0));
    QVERIFY(await(m_bench->vault.host->lock(service::LockReason::User)));
    QTRY_COMPARE(m_controller->list().rowCount(), 0);
    QCOMPARE(m_controller->editor().settings(), nullptr);
}

LATCHKEY_TEST_MAIN(TestLlmListModel)
#include "tst_llmlistmodel.moc"
