// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/llmeditor.h"
#include "service/llmbench.h"
#include "support/testmain.h"

#include <QSignalSpy>

using presentation::FormNote;
using presentation::LlmEditor;
using presentation::StripMessage;
using servicetest::LlmBench;
using testsupport::await;
using Action = StripMessage::Action;
using Level = StripMessage::Level;

namespace {

const QString kName = QStringLiteral("openai/main");
const QString kKeyName = QStringLiteral("openai/main#api_key");
const QString kKey = QStringLiteral("k-of-the-vault");

} // namespace

/// LlmEditor::remove(), its undo, reveal() and tell().
class TestLlmRemoval final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<LlmBench>();
        m_removals = std::make_unique<service::Removals>(*m_bench->vault.host, service::Caller{QStringLiteral("test")});
        m_bench->store(QStringLiteral("ollama"));
        m_bench->store(QStringLiteral("openai"), {}, kKey); // stored last: in use
        remake();
    }
    void cleanup()
    {
        m_editor.reset();
        m_removals.reset();
        m_bench.reset();
    }

    void undone()
    {
        QSignalSpy removed(m_editor.get(), &LlmEditor::removed);
        QSignalSpy putBack(m_editor.get(), &LlmEditor::putBack);
        m_editor->remove();
        QVERIFY(m_editor->isStoring());
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(message().action, Action::Undo);
        QCOMPARE(message().title, QStringLiteral("OpenAI main was removed."));
        QCOMPARE(message().text, QStringLiteral("The key at OpenAI itself is not deleted."));
        QCOMPARE(m_editor->provider(), nullptr);
        QCOMPARE(m_bench->vault.got(kKeyName), QStringLiteral("not_found"));
        QVERIFY(!inUse().contains(kName));
        m_editor->perform(Action::Undo);
        QTRY_COMPARE(putBack.size(), 1);
        QCOMPARE(putBack.first().first().toString(), kName);
        QCOMPARE(m_bench->vault.got(kKeyName), kKey);
        QCOMPARE(inUse(), kName);        // programs get it again
        m_editor->perform(Action::Undo); // a second press finds nothing to undo
        QVERIFY(!m_editor->isBusy());
    }

    void withoutAKey()
    {
        m_editor->show(stored(QStringLiteral("ollama/main")));
        m_editor->remove();
        QTRY_COMPARE(message().action, Action::Undo);
        QCOMPARE(message().text, QStringLiteral("The server itself is left alone."));
    }

    void tooLate()
    {
        remake(std::chrono::milliseconds(1));
        QSignalSpy removed(m_editor.get(), &LlmEditor::removed);
        m_editor->remove();
        QTRY_COMPARE(removed.size(), 1);
        QTRY_COMPARE(message(), StripMessage{});
        QTRY_VERIFY(m_bench->vault.auditKinds().contains(QStringLiteral("credential-purged")));
        m_editor->perform(Action::Undo);
        QVERIFY(!m_editor->isBusy());
        QCOMPARE(m_bench->vault.got(kKeyName), QStringLiteral("not_found"));
    }

    /// The name is free at once; what has it then stays.
    void nameTakenMeanwhile()
    {
        m_editor->remove();
        QTRY_COMPARE(message().action, Action::Undo);
        m_bench->store(QStringLiteral("openai"), {}, QStringLiteral("another-key"));
        m_editor->perform(Action::Undo);
        QTRY_COMPARE(message().level, Level::Bad);
        QCOMPARE(m_bench->vault.got(kKeyName), QStringLiteral("another-key"));
    }

    /// Other settings are chosen within the time: nothing is lost, and the removed ones are deleted when their time is over.
    void othersAreShownMeanwhile()
    {
        remake(std::chrono::milliseconds(50));
        m_editor->remove();
        QTRY_COMPARE(message().action, Action::Undo);
        m_editor->show(stored(QStringLiteral("ollama/main")));
        QVERIFY(message().action != Action::Undo);
        QTRY_VERIFY(m_bench->vault.auditKinds().contains(QStringLiteral("credential-purged")));
        QCOMPARE(m_editor->facts().accountName(), QStringLiteral("main"));
        QCOMPARE(m_editor->provider()->id, QStringLiteral("ollama"));
    }

    void revealed()
    {
        QByteArray seen;
        const auto look = [&seen](base::SecretBytes secret) { seen = vaulttest::textOf(secret); };
        m_editor->reveal(service::Secrets::Shown::OnScreen, look);
        QTRY_COMPARE(seen, kKey.toUtf8());
        seen.clear();
        m_editor->reveal(service::Secrets::Shown::OnClipboard, look);
        QTRY_COMPARE(seen, kKey.toUtf8());
        QCOMPARE(m_bench->vault.auditKinds().last(2), (QStringList{QStringLiteral("revealed"), QStringLiteral("copied")}));
        // There is no key, and that is told.
        m_editor->show(stored(QStringLiteral("ollama/main")));
        seen.clear();
        m_editor->reveal(service::Secrets::Shown::OnScreen, look);
        QTRY_COMPARE(message().level, Level::Bad);
        QVERIFY(seen.isEmpty());
    }

    /// What was asked for and comes when other settings are shown is handed to nobody.
    void revealedTooLate()
    {
        bool handedOver = false;
        const service::LlmSummary others = stored(QStringLiteral("ollama/main"));
        m_editor->reveal(service::Secrets::Shown::OnScreen, [&handedOver](const base::SecretBytes &) { handedOver = true; });
        m_editor->show(others);
        QTRY_VERIFY(m_bench->vault.auditKinds().contains(QStringLiteral("revealed")));
        QCoreApplication::processEvents();
        QVERIFY(!handedOver);
    }

    void notes()
    {
        m_editor->tell(FormNote::ClipboardIsEmpty); // nobody had said anything of it
        QCOMPARE(message(), StripMessage{});
        m_editor->tell(FormNote::DraftIsBack);
        QCOMPARE(message().title, QStringLiteral("You were editing OpenAI main."));
        m_editor->tell(FormNote::ClipboardMayHoldIt);
        QCOMPARE(message().action, Action::ClearClipboard);
        m_editor->tell(FormNote::ClipboardIsEmpty);
        QCOMPARE(message().action, Action::None);
        // A result that asks for something comes first.
        m_bench->probe(QStringLiteral("openai")).answer = servicetest::llmReport(llm::Verdict::Unchecked,
                                                                                 llm::Category::Network);
        m_editor->perform(Action::CheckNow);
        QVERIFY(!m_editor->isStoring());
        QTRY_COMPARE(message().action, Action::CheckNow);
        const StripMessage result = message();
        m_editor->tell(FormNote::ClipboardMayHoldIt);
        QCOMPARE(message(), result);
    }

private:
    [[nodiscard]] const StripMessage &message() const { return m_editor->message(); }
    void remake(std::chrono::milliseconds undoTime = presentation::UndoableRemoval::kUsual)
    {
        m_editor = std::make_unique<LlmEditor>(LlmEditor::Parts{*m_bench->vault.llm, *m_bench->checks,
                                                                *m_bench->vault.secrets, *m_removals, undoTime});
        m_editor->show(stored(kName));
    }
    [[nodiscard]] QList<service::LlmSummary> list() const
    {
        return await(m_bench->checks->list()).value_or(QList<service::LlmSummary>());
    }
    [[nodiscard]] service::LlmSummary stored(const QString &name) const
    {
        for (const service::LlmSummary &one : list()) {
            if (one.credential.name == name)
                return one;
        }
        return {};
    }
    [[nodiscard]] QString inUse() const
    {
        for (const service::LlmSummary &one : list()) {
            if (one.isInUse)
                return one.credential.name;
        }
        return {};
    }

    std::unique_ptr<LlmBench> m_bench;
    std::unique_ptr<service::Removals> m_removals;
    std::unique_ptr<LlmEditor> m_editor;
};

LATCHKEY_TEST_MAIN(TestLlmRemoval)
#include "tst_llmremoval.moc"
