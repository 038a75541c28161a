// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/llmeditor.h"

#include "service/llmbench.h"
#include "support/testmain.h"

#include <QSignalSpy>

using llm::Category;
using llm::Verdict;
using llm::Warning;
using presentation::LlmEditor;
using presentation::LlmTexts;
using presentation::StripMessage;
using servicetest::LlmBench;
using servicetest::llmReport;
using testsupport::await;
using Action = StripMessage::Action;
using Level = StripMessage::Level;

namespace {

const QString kFar = QStringLiteral("http://192.0.2.1:11434");

base::SecretFields key(const QString &value = QStringLiteral("key-that-is-typed"))
{
    return vaulttest::fields({QStringLiteral("api_key=") + value});
}

LlmTexts address(const QString &url)
{
    LlmTexts texts;
    texts.baseUrl = url;
    return texts;
}

} // namespace

class TestLlmEditor final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingAtFirst();
    void startsNew();
    void showsStored();
    void firstSaveIsInUse();
    void saveTellsWhatCameOut_data();
    void saveTellsWhatCameOut();
    void savedThoughTheCheckFailed();
    void emptyKeyStaysAsItIs();
    void fieldErrors_data();
    void fieldErrors();
    void takenNameIsNotOverwritten();
    void fieldsThatCouldNotBeRead();
    void plainIsAgreedToPerAddress();
    void checkNow();
    void loadsModels();
    void loadsNoModels();
    void modelsGoWithTheirSettings();
    void usesThis();
    void answerAboutFormerSettingsIsDropped();
    void newsOfAnotherProgram();

private:
    void save(const LlmTexts &texts = {}, base::SecretFields fields = {}, const QString &name = QStringLiteral("main"));
    [[nodiscard]] service::LlmSummary stored(const QString &name) const;
    [[nodiscard]] const StripMessage &message() const { return m_editor->message(); }

    std::unique_ptr<LlmBench> m_bench;
    std::unique_ptr<service::Removals> m_removals;
    std::unique_ptr<LlmEditor> m_editor;
    std::unique_ptr<QSignalSpy> m_saved;
    std::unique_ptr<QSignalSpy> m_refused;
};

void TestLlmEditor::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<LlmBench>();
    m_removals = std::make_unique<service::Removals>(*m_bench->vault.host, service::Caller{QStringLiteral("test")});
    m_editor = std::make_unique<LlmEditor>(LlmEditor::Parts{*m_bench->vault.llm, *m_bench->checks, *m_bench->vault.secrets,
                                                            *m_removals});
    m_saved = std::make_unique<QSignalSpy>(m_editor.get(), &LlmEditor::saved);
    m_refused = std::make_unique<QSignalSpy>(m_editor.get(), &LlmEditor::fieldRefused);
}

void TestLlmEditor::cleanup()
{
    m_editor.reset();
    m_removals.reset();
    m_bench.reset();
}

void TestLlmEditor::save(const LlmTexts &texts, base::SecretFields fields, const QString &name)
{
    m_editor->save(name, texts, std::move(fields));
    QTRY_VERIFY(!m_editor->isBusy());
}

service::LlmSummary TestLlmEditor::stored(const QString &name) const
{
    const auto all = await(m_bench->checks->list());
    for (const service::LlmSummary &one : *all) {
        if (one.credential.name == name)
            return one;
    }
    return {};
}

void TestLlmEditor::nothingAtFirst()
{
    QCOMPARE(m_editor->provider(), nullptr);
    QVERIFY(!m_editor->isNew() && !m_editor->isBusy() && m_editor->settings() == nullptr);
    QVERIFY(m_editor->title().isEmpty() && m_editor->facts().storedText().isEmpty()
            && m_editor->facts().checkedText().isEmpty());
    QCOMPARE(m_editor->facts().storedTexts(), LlmTexts{});
    QVERIFY(!m_editor->facts().isPlain(kFar)); // nobody knows whose address it would be
    // Buttons that come too late do nothing.
    m_editor->checkNow();
    m_editor->useThis();
    m_editor->remove();
    m_editor->perform(Action::CheckNow);
    m_editor->perform(Action::Undo);
    m_editor->loadModels({}, {}, base::SecretFields{});
    m_editor->save(QStringLiteral("main"), {}, base::SecretFields{});
    QVERIFY(!m_editor->isBusy());
    QCOMPARE(message(), StripMessage{});
}

void TestLlmEditor::startsNew()
{
    QSignalSpy changed(m_editor.get(), &LlmEditor::changed);
    m_editor->startNew(QStringLiteral("azure"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_editor->isNew());
    QCOMPARE(m_editor->provider()->id, QStringLiteral("azure"));
    QCOMPARE(m_editor->title(), QStringLiteral("New provider"));
    m_editor->startNew(QStringLiteral("no such provider"));
    QVERIFY(!m_editor->isNew());
}

void TestLlmEditor::showsStored()
{
    m_bench->store(QStringLiteral("azure"), QStringLiteral("https://r.openai.azure.com/"), QStringLiteral("k-of-the-vault"),
                   QStringLiteral("gpt-4o"));
    m_editor->show(stored(QStringLiteral("azure/main")));
    QCOMPARE(m_editor->title(), QStringLiteral("Azure OpenAI main"));
    QCOMPARE(m_editor->facts().accountName(), QStringLiteral("main"));
    QCOMPARE(m_editor->facts().storedTexts(),
             (LlmTexts{QStringLiteral("https://r.openai.azure.com"), QStringLiteral("gpt-4o"), {}, {}, false}));
    QVERIFY(m_editor->facts().storedText().startsWith(QStringLiteral("Stored on ")));
    QVERIFY(m_editor->facts().checkedText().isEmpty());
    QCOMPARE(message(), StripMessage{});
    m_bench->store(QStringLiteral("ollama"));
    m_editor->show(stored(QStringLiteral("ollama/main")));
    QVERIFY(m_editor->facts().storedText().isEmpty()); // there is no key
    QVERIFY(await(m_bench->checks->check(QStringLiteral("ollama"))));
    m_editor->clear();
    m_editor->show(stored(QStringLiteral("ollama/main")));
    QVERIFY(m_editor->facts().checkedText().startsWith(QStringLiteral("Checked ")));
    QCOMPARE(message().title, QStringLiteral("Ollama answers."));
}

void TestLlmEditor::firstSaveIsInUse()
{
    m_editor->startNew(QStringLiteral("openai"));
    save({}, key());
    QCOMPARE(m_saved->size(), 1);
    QCOMPARE(m_saved->first().first().toString(), QStringLiteral("openai/main"));
    QVERIFY(stored(QStringLiteral("openai/main")).isInUse);
    QCOMPARE(message().level, Level::Ok);
    QCOMPARE(message().title, QStringLiteral("Saved. OpenAI answers."));
    QVERIFY(!m_editor->isNew());
    QCOMPARE(m_editor->models(),
             (QStringList{QStringLiteral("llama3.2:latest"), QStringLiteral("qwen2.5:7b")})); // no embedding
    m_editor->startNew(QStringLiteral("ollama"));
    save();
    QVERIFY(stored(QStringLiteral("openai/main")).isInUse); // the user chooses, not the last save
}

void TestLlmEditor::saveTellsWhatCameOut_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<int>("category");
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("action");
    const auto row = [](const char *name, Verdict verdict, Category category, Level level, Action action) {
        QTest::newRow(name) << static_cast<int>(verdict) << static_cast<int>(category) << static_cast<int>(level)
                            << static_cast<int>(action);
    };
    row("key", Verdict::Refused, Category::Key, Level::Bad, Action::None);
    row("model", Verdict::Refused, Category::Model, Level::Bad, Action::None);
    row("network", Verdict::Unchecked, Category::Network, Level::Info, Action::CheckNow);
    row("blocked", Verdict::Unchecked, Category::Blocked, Level::Info, Action::CheckNow);
}

void TestLlmEditor::saveTellsWhatCameOut()
{
    QFETCH(int, verdict);
    QFETCH(int, category);
    m_bench->probe().answer = llmReport(static_cast<Verdict>(verdict), static_cast<Category>(category));
    m_editor->startNew(QStringLiteral("ollama"));
    save();
    QTEST(static_cast<int>(message().level), "level");
    QTEST(static_cast<int>(message().action), "action");
    QVERIFY2(message().text.startsWith(QStringLiteral("Your settings were saved. ")), qPrintable(message().text));
    QVERIFY(message().details.contains(QStringLiteral("HTTP 200")));
    QCOMPARE(m_saved->size(), 1);
    QCOMPARE(stored(QStringLiteral("ollama/main")).credential.name, QStringLiteral("ollama/main"));
}

void TestLlmEditor::savedThoughTheCheckFailed()
{
    m_bench->probe().answer = std::unexpected(base::Error{base::ErrorCode::OutOfSecureMemory, {}});
    m_editor->startNew(QStringLiteral("ollama"));
    save();
    QCOMPARE(message().title, QStringLiteral("Saved, but not checked."));
    QCOMPARE(message().action, Action::CheckNow);
    QCOMPARE(m_saved->size(), 1);
    QVERIFY(!stored(QStringLiteral("ollama/main")).credential.name.isEmpty());
}

void TestLlmEditor::emptyKeyStaysAsItIs()
{
    m_bench->store(QStringLiteral("openai"), {}, QStringLiteral("k-of-the-vault"));
    m_editor->show(stored(QStringLiteral("openai/main")));
    LlmTexts texts = m_editor->facts().storedTexts();
    texts.model = QStringLiteral("gpt-4o");
    save(texts);
    QCOMPARE(m_bench->vault.got(QStringLiteral("openai/main#api_key")), QStringLiteral("k-of-the-vault"));
    QCOMPARE(stored(QStringLiteral("openai/main")).credential.attributeValue(vault::attribute::kModel),
             QStringLiteral("gpt-4o"));
    save(texts, key());
    QCOMPARE(m_bench->vault.got(QStringLiteral("openai/main#api_key")), QStringLiteral("key-that-is-typed"));
}

void TestLlmEditor::fieldErrors_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("apiKey");
    QTest::addColumn<QString>("field");
    QTest::newRow("no name") << "ollama" << "" << "" << "" << "account_name";
    QTest::newRow("two parts") << "ollama" << "a/b" << "" << "" << "account_name";
    QTest::newRow("no address") << "azure" << "main" << "" << "k" << "base_url";
    QTest::newRow("no URL") << "ollama" << "main" << "ftp://x" << "" << "base_url";
    QTest::newRow("no key") << "openai" << "main" << "" << "" << "api_key";
    QTest::newRow("key in the open") << "ollama" << "main" << kFar << "k" << "base_url";
}

void TestLlmEditor::fieldErrors()
{
    QFETCH(QString, provider);
    QFETCH(QString, name);
    QFETCH(QString, baseUrl);
    QFETCH(QString, apiKey);
    m_editor->startNew(provider);
    save(address(baseUrl), apiKey.isEmpty() ? base::SecretFields{} : key(apiKey), name);
    QCOMPARE(m_refused->size(), 1);
    QTEST(m_refused->first().first().toString(), "field");
    QVERIFY(!m_refused->first().last().toString().isEmpty());
    QVERIFY(m_editor->isNew());
    QCOMPARE(m_saved->size(), 0);
    QVERIFY(await(m_bench->checks->list())->isEmpty());
    QVERIFY(m_bench->probe(provider).asked.isEmpty());
}

void TestLlmEditor::takenNameIsNotOverwritten()
{
    m_bench->store(QStringLiteral("openai"), {}, QStringLiteral("k-of-the-vault"));
    m_editor->startNew(QStringLiteral("openai"));
    save({}, key());
    QCOMPARE(message().level, Level::Bad);
    QCOMPARE(m_refused->first().first().toString(), QStringLiteral("account_name"));
    QCOMPARE(m_bench->vault.got(QStringLiteral("openai/main#api_key")), QStringLiteral("k-of-the-vault"));
}

void TestLlmEditor::fieldsThatCouldNotBeRead()
{
    m_editor->startNew(QStringLiteral("openai"));
    m_editor->save(QStringLiteral("main"), {}, base::fail(base::ErrorCode::OutOfSecureMemory));
    QCOMPARE(message().level, Level::Bad);
    QVERIFY(!m_editor->isBusy());
    m_editor->startNew(QStringLiteral("openai"));
    m_editor->loadModels(QStringLiteral("main"), {}, base::fail(base::ErrorCode::OutOfSecureMemory));
    QCOMPARE(message().level, Level::Bad);
}

void TestLlmEditor::plainIsAgreedToPerAddress()
{
    m_editor->startNew(QStringLiteral("ollama"));
    QVERIFY(m_editor->facts().isPlain(kFar));
    QVERIFY(m_editor->facts().isPlain(QStringLiteral("gpu.lan")));
    for (const char *fine : {"", "http://127.0.0.1:1", "https://gpu.lan", "localhost", "ftp://x"})
        QVERIFY2(!m_editor->facts().isPlain(QString::fromLatin1(fine)), fine);
    save(address(kFar));
    QCOMPARE(message().action, Action::None); // asking again does not encrypt anything
    QVERIFY(message().title.contains(QStringLiteral("would not be encrypted")));
    QVERIFY(m_bench->probe().asked.isEmpty());
    LlmTexts agreed = address(kFar);
    agreed.plainAccepted = true;
    save(agreed);
    QCOMPARE(m_bench->probe().asked.size(), 1);
    QVERIFY(m_editor->facts().storedTexts().plainAccepted);
    agreed.baseUrl = QStringLiteral("https://gpu.lan");
    save(agreed);
    QVERIFY(!m_editor->facts().storedTexts().plainAccepted);
}

void TestLlmEditor::checkNow()
{
    m_bench->store(QStringLiteral("ollama"));
    m_editor->show(stored(QStringLiteral("ollama/main")));
    QSignalSpy checking(m_editor.get(), &LlmEditor::checkingChanged);
    m_bench->probe().answer->warnings = {Warning::KeyUnproven};
    m_editor->checkNow();
    QVERIFY(m_editor->isBusy());
    QCOMPARE(message().level, Level::Busy);
    m_editor->checkNow(); // a second press asks no second time
    QTRY_VERIFY(!m_editor->isBusy());
    QCOMPARE(m_bench->probe().asked.size(), 1);
    QCOMPARE(checking.size(), 2);
    QCOMPARE(message().level, Level::Info); // nothing is proven about the key
    QCOMPARE(m_saved->size(), 0);
    m_bench->probe().answer->warnings = {Warning::Plain};
    m_editor->checkNow();
    QTRY_COMPARE(message().level, Level::Warn);
}

void TestLlmEditor::loadsModels()
{
    m_editor->startNew(QStringLiteral("openai"));
    m_editor->loadModels(QStringLiteral("main"), address(QStringLiteral("https://a.example/v1")), key());
    QTRY_VERIFY(!m_editor->isBusy());
    QCOMPARE(m_editor->models().size(), 2);
    QCOMPARE(message().level, Level::Ok);
    QCOMPARE(message().text, QStringLiteral("Models to choose from: 2."));
    QCOMPARE(m_bench->probe(QStringLiteral("openai")).asked.first().fields, QStringLiteral("api_key=key-that-is-typed"));
    QVERIFY(m_editor->isNew()); // nothing is stored by asking
    QVERIFY(await(m_bench->checks->list())->isEmpty());
}

void TestLlmEditor::loadsNoModels()
{
    m_bench->probe().answer = llmReport(Verdict::Unchecked, Category::Network);
    m_editor->startNew(QStringLiteral("ollama"));
    m_editor->loadModels(QStringLiteral("main"), {}, base::SecretFields{});
    QTRY_VERIFY(!m_editor->isBusy());
    QVERIFY(m_editor->models().isEmpty());
    QCOMPARE(message().level, Level::Info);
    QCOMPARE(message().action, Action::None); // what is typed is not what Check now would ask about
    m_editor->loadModels(QStringLiteral("main"), address(QStringLiteral("ftp://x")), base::SecretFields{});
    QTRY_COMPARE(m_refused->size(), 1);
    QCOMPARE(m_refused->first().first().toString(), QStringLiteral("base_url"));
}

void TestLlmEditor::modelsGoWithTheirSettings()
{
    m_bench->store(QStringLiteral("ollama"));
    m_bench->store(QStringLiteral("openai"), {}, QStringLiteral("k-of-the-vault"));
    m_editor->show(stored(QStringLiteral("ollama/main")));
    m_editor->checkNow();
    QTRY_COMPARE(m_editor->models().size(), 2);
    m_editor->show(stored(QStringLiteral("ollama/main"))); // read anew
    QCOMPARE(m_editor->models().size(), 2);
    m_editor->show(stored(QStringLiteral("openai/main")));
    QVERIFY(m_editor->models().isEmpty());
}

void TestLlmEditor::usesThis()
{
    m_bench->store(QStringLiteral("openai"), {}, QStringLiteral("k-of-the-vault"));
    m_bench->store(QStringLiteral("ollama"));
    m_editor->show(stored(QStringLiteral("openai/main")));
    QVERIFY(!m_editor->settings()->isInUse);
    m_editor->useThis();
    QTRY_VERIFY(!m_editor->isBusy());
    QVERIFY(m_editor->settings()->isInUse);
    QVERIFY(stored(QStringLiteral("openai/main")).isInUse);
    QCOMPARE(message().level, Level::Ok);
}

void TestLlmEditor::answerAboutFormerSettingsIsDropped()
{
    m_bench->store(QStringLiteral("ollama"));
    m_editor->show(stored(QStringLiteral("ollama/main")));
    QSignalSpy checking(m_editor.get(), &LlmEditor::checkingChanged);
    m_editor->checkNow();
    m_editor->startNew(QStringLiteral("openai"));
    QTRY_COMPARE(checking.size(), 2); // the list is told all the same
    QVERIFY(m_editor->isNew());
    QVERIFY(m_editor->models().isEmpty());
    QCOMPARE(message(), StripMessage{});
}

void TestLlmEditor::newsOfAnotherProgram()
{
    m_bench->store(QStringLiteral("ollama"));
    m_editor->show(stored(QStringLiteral("ollama/main")));
    m_bench->probe().answer = llmReport(Verdict::Refused, Category::Key);
    QVERIFY(await(m_bench->checks->check(QStringLiteral("ollama"))));
    m_editor->show(stored(QStringLiteral("ollama/main")));
    QCOMPARE(message().level, Level::Bad);
    // What this form said last stays in its words when nothing is new.
    m_editor->checkNow();
    QTRY_VERIFY(!m_editor->isBusy());
    const StripMessage said = message();
    m_editor->show(stored(QStringLiteral("ollama/main")));
    QCOMPARE(message(), said);
}

LATCHKEY_TEST_MAIN(TestLlmEditor)
#include "tst_llmeditor.moc"
