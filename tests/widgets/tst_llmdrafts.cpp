// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/llmcontroller.h"
#include "service/llmbench.h"
#include "support/guitestmain.h"
#include "widgets/llmpage.h"
#include "widgets/llmremovaldialog.h"
#include "widgets/secretview.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using presentation::LlmEditor;
using presentation::StripMessage;
using testsupport::await;
using windowtest::child;
using windowtest::innerOf;
using windowtest::WindowBench;

namespace {

const QString kOpenAi = QStringLiteral("openai/main");
const QString kOllama = QStringLiteral("ollama/main");
const QString kStoredKey = QStringLiteral("k-of-the-vault");
const QString kFar = QStringLiteral("http://192.0.2.1:11434");

/// The window with the page of LLM providers over a real vault; only the providers are played.
class LlmWindow final {
public:
    LlmWindow()
    {
        const auto loaded = llm::ProviderCatalogue::load();
        if (!loaded)
            qFatal("no catalogue");
        providers = std::make_unique<llm::ProviderCatalogue>(*loaded);
        for (const llm::ProviderInfo &info : providers->list()) {
            auto probe = std::make_unique<servicetest::FakeLlmProbe>();
            probe->answer = servicetest::llmReport(llm::Verdict::Works);
            byId.insert(info.id, probe.get());
            probes.emplace(info.id, std::move(probe));
        }
        const service::Caller caller{QStringLiteral("test")};
        settings = std::make_unique<service::LlmSettings>(*bench.host, *providers, caller);
        checks = std::make_unique<service::LlmChecks>(service::LlmChecks::Parts{
            *bench.host, *providers, probes, caller, {}});
        controller = std::make_unique<presentation::LlmController>(presentation::LlmController::Parts{
            *bench.host, *settings, *checks, bench.presenter->drafts(), caller});
        bench.window = std::make_unique<widgets::MainWindow>(*bench.presenter, controller.get());
        bench.window->present();
        bench.unlock();
        store(QStringLiteral("openai"), kStoredKey);
        store(QStringLiteral("ollama"));
    }
    ~LlmWindow()
    {
        // What the vault's thread still does looks at the catalogue.
        static_cast<void>(await(bench.host->lock(service::LockReason::Quit)));
        bench.window.reset();
    }
    Q_DISABLE_COPY_MOVE(LlmWindow)

    void store(const QString &provider, const QString &key = {}) const
    {
        service::LlmChange change;
        change.provider = provider;
        if (!key.isEmpty())
            change.fields = vaulttest::fields({QStringLiteral("api_key=") + key});
        if (!await(settings->set(change)))
            qFatal("%s was not stored", qPrintable(provider));
    }

    WindowBench bench{WindowBench::Begin::WithVault};
    std::unique_ptr<llm::ProviderCatalogue> providers;
    QHash<QString, servicetest::FakeLlmProbe *> byId;
    llm::ProbeMap probes;
    std::unique_ptr<service::LlmSettings> settings;
    std::unique_ptr<service::LlmChecks> checks;
    std::unique_ptr<presentation::LlmController> controller;
};

} // namespace

/// What is typed and not saved, what is looked at and copied, and what is put back.
class TestLlmDrafts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWindowWarnings();
        m_bench = std::make_unique<LlmWindow>();
        auto *pages = child<QListWidget>(*m_bench->bench.window, "pageList");
        pages->setCurrentRow(1);
        QTRY_VERIFY(page()->isVisible());
        QTRY_COMPARE(model().rowCount(), 2);
        select(kOpenAi);
    }
    void cleanup() { m_bench.reset(); }

    void keptWhileOthersAreShown()
    {
        QVERIFY(!page()->hasDraft());
        type("api_keyEdit", QStringLiteral("typed for openai"));
        text("baseUrlEdit", QStringLiteral("https://a.example"));
        QVERIFY(page()->hasDraft());
        select(kOllama);
        QVERIFY(typed("api_keyEdit").isEmpty());
        QVERIFY(edit("baseUrlEdit")->text().isEmpty());
        QVERIFY(page()->hasDraft());
        QVERIFY(!child<QPushButton>(*page(), "saveButton")->isEnabled()); // nothing is typed for these
        text("baseUrlEdit", kFar);
        QTest::mouseClick(plain(), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(plain()->isChecked());
        combo("modelCombo")->lineEdit()->setText(QStringLiteral("mixtral"));
        add();
        combo("providerCombo")->setFocus();
        while (combo("providerCombo")->currentText() != QStringLiteral("Azure OpenAI"))
            QTest::keyClick(combo("providerCombo"), Qt::Key_Down);
        text("nameEdit", QStringLiteral("third"));
        text("deploymentEdit", QStringLiteral("trading-chat"));
        type("api_keyEdit", QStringLiteral("typed for azure"));
        select(kOpenAi);
        QCOMPARE(typed("api_keyEdit"), QStringLiteral("typed for openai"));
        QCOMPARE(edit("baseUrlEdit")->text(), QStringLiteral("https://a.example"));
        QCOMPARE(addButton()->text(), QStringLiteral("Continue the new one..."));
        select(kOllama);
        QCOMPARE(edit("baseUrlEdit")->text(), kFar);
        QCOMPARE(combo("modelCombo")->currentText(), QStringLiteral("mixtral"));
        QVERIFY(plain()->isChecked());
        QVERIFY(typed("api_keyEdit").isEmpty());
        add();
        QCOMPARE(editor().provider()->id, QStringLiteral("azure"));
        QCOMPARE(typed("api_keyEdit"), QStringLiteral("typed for azure"));
        QCOMPARE(edit("nameEdit")->text(), QStringLiteral("third"));
        QCOMPARE(edit("deploymentEdit")->text(), QStringLiteral("trading-chat"));
        click("discardButton");
        QVERIFY(!editor().isNew());
        add();
        QVERIFY(typed("api_keyEdit").isEmpty());
        QCOMPARE(editor().provider()->id, QStringLiteral("ollama"));
    }

    void offeredAfterALock_data()
    {
        QTest::addColumn<bool>("windowOnly");
        QTest::newRow("everything") << false;
        QTest::newRow("window only") << true;
    }
    void offeredAfterALock()
    {
        QFETCH(const bool, windowOnly);
        select(kOllama);
        type("api_keyEdit", QStringLiteral("typed-before-the-lock"));
        text("baseUrlEdit", QStringLiteral("https://a.example"));
        lock(windowOnly);
        QVERIFY(typed("api_keyEdit").isEmpty());
        QVERIFY(edit("baseUrlEdit")->text().isEmpty());
        QVERIFY(m_bench->bench.presenter->drafts().isEmpty());
        QCOMPARE(editor().settings(), nullptr);
        unlock();
        QTRY_COMPARE_WITH_TIMEOUT(shown(), kOllama, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(typed("api_keyEdit"), QStringLiteral("typed-before-the-lock"), 10'000);
        QCOMPARE(edit("baseUrlEdit")->text(), QStringLiteral("https://a.example"));
        QCOMPARE(editor().message().title, QStringLiteral("You were editing Ollama main."));
        QVERIFY(child<QPushButton>(*page(), "saveButton")->isEnabled());
        click("discardButton");
        QVERIFY(!page()->hasDraft());
        QVERIFY(edit("baseUrlEdit")->text().isEmpty());
    }

    void aNewOneIsOfferedToo()
    {
        add();
        text("nameEdit", QStringLiteral("third"));
        type("api_keyEdit", QStringLiteral("typed-before-the-lock"));
        lock(false);
        unlock();
        QTRY_VERIFY_WITH_TIMEOUT(editor().isNew(), 10'000);
        QTRY_COMPARE(typed("api_keyEdit"), QStringLiteral("typed-before-the-lock"));
        QCOMPARE(edit("nameEdit")->text(), QStringLiteral("third"));
        QCOMPARE(editor().message().title, QStringLiteral("You were editing New provider."));
    }

    /// Asking for the models stores nothing: what was typed is still a draft.
    void keptWhileModelsAreLoaded()
    {
        type("api_keyEdit", QStringLiteral("typed for openai"));
        click("loadButton");
        QVERIFY(editor().isBusy());
        select(kOllama);
        select(kOpenAi);
        QCOMPARE(typed("api_keyEdit"), QStringLiteral("typed for openai"));
    }

    /// What is typed is not what would be asked about, and the answer would stand above it.
    void theStripLeavesADraftAlone()
    {
        servicetest::FakeLlmProbe &probe = *m_bench->byId.value(QStringLiteral("openai"));
        probe.answer = servicetest::llmReport(llm::Verdict::Unchecked, llm::Category::Network);
        click("checkButton");
        QTRY_COMPARE(editor().message().action, StripMessage::Action::CheckNow);
        auto *again = child<QPushButton>(*child<QWidget>(*page(), "strip"), "actionButton");
        QVERIFY(again->isEnabled());
        const auto asked = probe.asked.size();
        text("baseUrlEdit", QStringLiteral("https://a.example/v1"));
        QVERIFY(!again->isEnabled());
        QTest::mouseClick(again, Qt::LeftButton);
        QVERIFY(!editor().isBusy());
        click("discardButton");
        QVERIFY(again->isEnabled());
        QCOMPARE(probe.asked.size(), asked);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(probe.asked.size(), asked + 1);
    }

    /// Another program removed the settings: what was typed for them can be saved nowhere.
    void goesWithItsSettings()
    {
        type("api_keyEdit", QStringLiteral("typed for openai"));
        select(kOllama);
        QVERIFY(page()->hasDraft());
        QVERIFY(await(m_bench->settings->remove(kOpenAi)));
        model().reload();
        QTRY_COMPARE(model().rowCount(), 1);
        QTRY_VERIFY(!page()->hasDraft());
        page()->saveDraft();
        QVERIFY(!editor().isBusy());
    }

    void savedOnDemand()
    {
        text("baseUrlEdit", QStringLiteral("https://a.example/v1"));
        select(kOllama);
        page()->saveDraft();
        QTRY_COMPARE(shown(), kOpenAi);
        QTRY_VERIFY(!editor().isBusy());
        QVERIFY(!page()->hasDraft());
        QCOMPARE(await(m_bench->settings->show(kOpenAi))->attributeValue(vault::attribute::kBaseUrl),
                 QStringLiteral("https://a.example/v1"));
        page()->saveDraft(); // there is nothing to save
        QVERIFY(!editor().isBusy());
        type("api_keyEdit", QStringLiteral("typed for openai"));
        select(kOllama);
        type("api_keyEdit", QStringLiteral("typed for ollama"));
        page()->discardDrafts();
        QVERIFY(!page()->hasDraft());
        select(kOpenAi);
        QVERIFY(typed("api_keyEdit").isEmpty());
    }

    void pastedAndSavedOffersToClear()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("key-from-the-clipboard"));
        QLineEdit *inner = innerOf(*page(), "api_keyEdit");
        inner->setFocus();
        QTest::keySequence(inner, QKeySequence::Paste);
        QTRY_COMPARE(typed("api_keyEdit"), QStringLiteral("key-from-the-clipboard"));
        click("saveButton");
        QTRY_COMPARE(editor().message().action, StripMessage::Action::ClearClipboard);
        QTest::mouseClick(windowtest::visibleButton(*page(), QStringLiteral("Clear the clipboard")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QCOMPARE(editor().message().action, StripMessage::Action::None);
        // Typed by hand it is on no clipboard.
        type("api_keyEdit", QStringLiteral("key-by-hand"));
        click("saveButton");
        QTRY_VERIFY(!editor().isBusy() && typed("api_keyEdit").isEmpty());
        QCOMPARE(editor().message().action, StripMessage::Action::None);
    }

    void revealedAndCopied()
    {
        auto *reveal = button(QStringLiteral("Reveal Key"));
        const auto *view = page()->findChild<widgets::SecretView *>();
        QTest::mouseClick(reveal, Qt::LeftButton);
        QTRY_VERIFY(reveal->isChecked());
        QVERIFY(view->isRevealed());
        QTest::mouseClick(button(QStringLiteral("Copy Key")), Qt::LeftButton);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), kStoredKey);
        lock(false);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QVERIFY(!view->isRevealed());
    }

    /// Whose key is on the screen must be beyond doubt.
    void revealedEndsWithItsSettings()
    {
        const auto *view = page()->findChild<widgets::SecretView *>();
        QTest::mouseClick(button(QStringLiteral("Reveal Key")), Qt::LeftButton);
        QTRY_VERIFY(view->isRevealed());
        select(kOllama);
        QVERIFY(!view->isRevealed());
        QVERIFY(std::ranges::none_of(page()->findChildren<QPushButton *>(), [](const QPushButton *each) {
            return each->isVisible() && each->accessibleName() == QStringLiteral("Reveal Key");
        })); // there is no key
    }

    void theKeyHasItsLetter()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_bench->bench.window.get()));
        edit("baseUrlEdit")->setFocus();
        QTest::keyClick(edit("baseUrlEdit"), Qt::Key_K, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget(), innerOf(*page(), "api_keyEdit"));
    }

    void removedAndPutBack()
    {
        type("api_keyEdit", QStringLiteral("typed"));
        remove();
        QVERIFY(!page()->hasDraft());
        QCOMPARE(child<QLabel>(*page(), "emptyHeading")->text(), QStringLiteral("Choose a provider"));
        QVERIFY(!await(m_bench->settings->show(kOpenAi)));
        QTest::mouseClick(windowtest::visibleButton(*page(), QStringLiteral("Undo")), Qt::LeftButton);
        QTRY_COMPARE(model().rowCount(), 2);
        QTRY_COMPARE(shown(), kOpenAi);
        QVERIFY(typed("api_keyEdit").isEmpty());
        QVERIFY(await(m_bench->settings->show(kOpenAi)));
    }

    void choosingOthersEndsTheOffer()
    {
        remove();
        select(kOllama);
        QVERIFY(windowtest::visibleButton(*page(), QStringLiteral("Undo")) == nullptr);
    }

private:
    widgets::LlmPage *page() { return m_bench->bench.window->findChild<widgets::LlmPage *>(); }
    LlmEditor &editor() { return m_bench->controller->editor(); }
    presentation::LlmListModel &model() { return m_bench->controller->list(); }
    QString shown() { return editor().settings() != nullptr ? editor().settings()->credential.name : QString(); }
    void select(const QString &name)
    {
        child<QListView>(*page(), "providerList")->setCurrentIndex(model().index(model().rowOf(name)));
        QTRY_COMPARE(shown(), name);
    }
    QPushButton *addButton() { return child<QPushButton>(*page(), "addButton"); }
    void click(const char *name) { QTest::mouseClick(child<QPushButton>(*page(), name), Qt::LeftButton); }
    void add() { click("addButton"); }
    QLineEdit *edit(const char *name) { return child<QLineEdit>(*page(), name); }
    QComboBox *combo(const char *name) { return child<QComboBox>(*page(), name); }
    QCheckBox *plain() { return child<QCheckBox>(*page(), "plainCheck"); }
    void text(const char *name, const QString &text)
    {
        edit(name)->selectAll();
        QTest::keyClicks(edit(name), text);
    }
    void type(const char *name, const QString &text) { QTest::keyClicks(innerOf(*page(), name), text); }
    QString typed(const char *name) { return innerOf(*page(), name)->text(); }
    QPushButton *button(const QString &name)
    {
        for (auto *each : page()->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->accessibleName() == name)
                return each;
        }
        qFatal("there is no button %s", qPrintable(name));
    }
    void lock(bool windowOnly)
    {
        if (windowOnly)
            m_bench->bench.host->lockWindow(service::LockReason::User);
        else
            m_bench->bench.lock();
    }
    void unlock()
    {
        service::WaysIn ways;
        ways.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
        ways.useKeychain = false;
        ways.interactive = true;
        QVERIFY(await(m_bench->bench.host->unlock(std::move(ways))));
    }
    void remove()
    {
        click("removeButton");
        auto *dialog = m_bench->bench.window->findChild<widgets::LlmRemovalDialog *>();
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->confirmed();
        dialog->reject();
        QTRY_COMPARE(editor().message().action, StripMessage::Action::Undo);
        QTRY_COMPARE(model().rowCount(), 1);
        QTRY_VERIFY(windowtest::visibleButton(*page(), QStringLiteral("Undo")) != nullptr);
    }

    std::unique_ptr<LlmWindow> m_bench;
};

LATCHKEY_GUI_TEST_MAIN(TestLlmDrafts)
#include "tst_llmdrafts.moc"
