// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorbench.h"
#include "support/testmain.h"

using presentation::AccountEditor;
using presentation::StripMessage;
using testsupport::await;
using Action = StripMessage::Action;

/// AccountEditor::remove(), its undo, and reveal().
class TestAccountRemoval final : public editortest::EditorCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setUp();
        save(QStringLiteral("works"));
        QVERIFY(m_editor->account() != nullptr);
    }
    void cleanup() { tearDown(); }

    void undone()
    {
        QSignalSpy putBack(m_editor.get(), &AccountEditor::putBack);
        m_editor->remove();
        QTRY_COMPARE(strip(), QStringLiteral("ok: undo"));
        QCOMPARE(message().title, QStringLiteral("Bitget main was removed."));
        QCOMPARE(m_editor->exchange(), nullptr);
        QCOMPARE(m_bench->got(editortest::kKey), QStringLiteral("not_found"));
        m_editor->perform(Action::Undo);
        QTRY_COMPARE(putBack.size(), 1);
        QCOMPARE(putBack.first().first().toString(), editortest::kName);
        QCOMPARE(m_bench->got(editortest::kKey), editortest::kFirstKey);
        // A second press finds nothing to undo.
        m_editor->perform(Action::Undo);
        QVERIFY(!m_editor->isBusy());
    }

    void tooLate()
    {
        remake(std::chrono::milliseconds(1));
        QSignalSpy removed(m_editor.get(), &AccountEditor::removed);
        m_editor->remove();
        QTRY_COMPARE(removed.size(), 1);
        QTRY_COMPARE(message().action, Action::None);
        QTRY_VERIFY(m_bench->auditKinds().contains(QStringLiteral("credential-purged")));
        m_editor->perform(Action::Undo);
        settle();
        QCOMPARE(m_bench->got(editortest::kKey), QStringLiteral("not_found"));
    }

    /// The name is free at once; what has it then stays.
    void nameTakenMeanwhile()
    {
        m_editor->remove();
        QTRY_COMPARE(strip(), QStringLiteral("ok: undo"));
        add(QStringLiteral("main"), QStringLiteral("works"));
        m_editor->perform(Action::Undo);
        QTRY_COMPARE(message().level, StripMessage::Level::Bad);
        QCOMPARE(m_bench->got(editortest::kKey), editortest::kFirstKey);
    }

    /// Another account is chosen within the time: nothing is lost, and the removed one is deleted when its time is over.
    void anotherIsShownMeanwhile()
    {
        add(QStringLiteral("other"), QStringLiteral("works"));
        remake(std::chrono::milliseconds(50));
        m_editor->remove();
        QTRY_COMPARE(strip(), QStringLiteral("ok: undo"));
        m_editor->show(stored(QStringLiteral("bitget/other")));
        QVERIFY(message().action != Action::Undo);
        QTRY_VERIFY(m_bench->auditKinds().contains(QStringLiteral("credential-purged")));
        QCOMPARE(m_editor->accountName(), QStringLiteral("other"));
    }

    void revealed()
    {
        QByteArray seen;
        const auto look = [&seen](base::SecretBytes secret) { seen = vaulttest::textOf(secret); };
        m_editor->reveal(QStringLiteral("passphrase"), service::Secrets::Shown::OnScreen, look);
        QTRY_COMPARE(seen, QByteArray("Passphrase123"));
        m_editor->reveal(QStringLiteral("api_key"), service::Secrets::Shown::OnClipboard, look);
        QTRY_COMPARE(seen, editortest::kFirstKey.toUtf8());
        QCOMPARE(m_bench->auditKinds().last(2), (QStringList{QStringLiteral("revealed"), QStringLiteral("copied")}));
        m_editor->reveal(QStringLiteral("absent"), service::Secrets::Shown::OnScreen, look);
        QTRY_COMPARE(message().level, StripMessage::Level::Bad);
        // Nothing shown: nothing to reveal.
        m_editor->clear();
        seen.clear();
        m_editor->reveal(QStringLiteral("passphrase"), service::Secrets::Shown::OnScreen, look);
        settle();
        QVERIFY(seen.isEmpty());
    }

private:
    void remake(std::chrono::milliseconds undoTime)
    {
        const service::AccountSummary account = stored(editortest::kName);
        m_editor = std::make_unique<AccountEditor>(AccountEditor::Parts{*m_bench->exchanges, *m_bench->secrets, *m_removals,
                                                                        undoTime});
        m_editor->show(account);
    }
};

LATCHKEY_TEST_MAIN(TestAccountRemoval)
#include "tst_accountremoval.moc"
