// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/llmpage.h"

#include "net/qthttpclient.h"
#include "support/guitestmain.h"
#include "support/llmsimulator.h"
#include "support/networkthreads.h"
#include "widgets/llmremovaldialog.h"
#include "widgets/secretclipboard.h"
#include "widgets/secretlineedit.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

using presentation::StripMessage;
using testsupport::await;
using testsupport::LlmSimulator;
using windowtest::child;
using windowtest::innerOf;

namespace {

const QByteArray kKey = QByteArrayLiteral("0123456789abcdef0123456789abcdef");

/// The page over a real vault, real probes and a real connection; only the server is played.
class PageBench final {
public:
    PageBench()
        : checks({*vault.host, *vault.providers, probes, {QStringLiteral("test")}, {}})
        , drafts(*vault.host)
        , controller({*vault.host, *vault.llm, checks, drafts, {QStringLiteral("test")}})
        , page(controller, clipboard)
    {
        probes = llm::makeProbes(*vault.providers, http, clock);
        page.resize(784, 560);
        page.show();
        page.reload();
    }
    /// What the vault's thread still does looks at the catalogue.
    ~PageBench() { static_cast<void>(await(vault.host->lock(service::LockReason::Quit))); }
    Q_DISABLE_COPY_MOVE(PageBench)

    void click(const char *name) const
    {
        auto *button = child<QPushButton>(page, name);
        QTRY_VERIFY2(button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(const char *name, const QString &text) const
    {
        auto *edit = child<QLineEdit>(page, name);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    void typeModel(const QString &text) const
    {
        QLineEdit *edit = combo("modelCombo")->lineEdit();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    /// Chooses by keyboard, as a person would.
    void choose(const char *name, const QString &text) const
    {
        QComboBox *box = combo(name);
        const int wanted = box->findText(text);
        QVERIFY2(wanted >= 0, qPrintable(text));
        box->setFocus();
        while (box->currentIndex() != wanted)
            QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
    [[nodiscard]] QComboBox *combo(const char *name) const { return child<QComboBox>(page, name); }
    [[nodiscard]] QStringList offered() const
    {
        QStringList out;
        for (int i = 0; i < combo("modelCombo")->count(); ++i)
            out << combo("modelCombo")->itemText(i);
        return out;
    }
    [[nodiscard]] bool isSeen(const char *name) const { return child<QWidget>(page, name)->isVisible(); }
    [[nodiscard]] const StripMessage &message() { return controller.editor().message(); }
    void settled() { QTRY_VERIFY(!controller.editor().isBusy()); }
    void startNew()
    {
        click("addButton");
        QTRY_VERIFY(controller.editor().isNew());
    }
    void addOllama(const QString &name = QStringLiteral("main"))
    {
        service::LlmChange change;
        change.provider = QStringLiteral("ollama");
        change.name = name;
        change.baseUrl = plain.baseUrl().toString();
        QVERIFY(await(vault.llm->set(change)));
        QTRY_VERIFY(controller.list().rowOf(QStringLiteral("ollama/") + name) >= 0);
    }

    LlmSimulator plain{LlmSimulator::Transport::Plain};
    servicetest::Bench vault;
    net::QtHttpClient http;
    base::SystemClock clock;
    llm::ProbeMap probes;
    service::LlmChecks checks;
    presentation::DraftKeeper drafts;
    presentation::LlmController controller;
    widgets::SecretClipboard clipboard;
    widgets::LlmPage page;
};

} // namespace

class TestLlmPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void cleanupTestCase() { testsupport::waitForNetworkThreads(); }
    void emptyState();
    void firstOllama();
    void azureHasFieldsOfItsOwn();
    void keyThatIsRefused();
    void modelListCannotBeLoaded();
    void draftAndDiscard();
    void emptyKeyIsUnchanged();
    void typedKeyStaysWithItsServer();
    void reloadKeepsTheDraft();
    void notEncryptedIsAskedFor();
    void missingFieldIsToldUnderIt();
    void enterSaves_data();
    void enterSaves();
    void chosenOneIsInUse();
    void removal_data();
    void removal();
    void lockEmptiesEverything();
    void everyFieldHasAName();
    void isAPageOfTheWindow();
};

void TestLlmPage::emptyState()
{
    PageBench bench;
    QTRY_VERIFY(bench.isSeen("emptyHeading"));
    QCOMPARE(child<QLabel>(bench.page, "emptyHeading")->text() + u' ' + child<QLabel>(bench.page, "emptyLabel")->text(),
             QStringLiteral("No provider set. Programs use Ollama on this computer."));
    bench.click("emptyAddButton");
    QTRY_VERIFY(bench.isSeen("baseUrlEdit"));
    QCOMPARE(bench.combo("providerCombo")->currentText(), QStringLiteral("Ollama"));
    QCOMPARE(child<QLineEdit>(bench.page, "nameEdit")->text(), QStringLiteral("main"));
    QCOMPARE(child<QLabel>(bench.page, "referenceLabel")->text(), QStringLiteral("ollama/main"));
    bench.click("discardButton");
    QTRY_VERIFY(bench.isSeen("emptyHeading"));
}

void TestLlmPage::firstOllama()
{
    PageBench bench;
    bench.startNew();
    bench.type("baseUrlEdit", bench.plain.baseUrl().toString());
    bench.click("loadButton");
    QTRY_COMPARE(bench.offered(),
                 (QStringList{QStringLiteral("llama3.2:latest"), QStringLiteral("qwen2.5:7b"), QStringLiteral("gpt-4o")}));
    QCOMPARE(bench.combo("modelCombo")->currentText(), QString()); // a list that comes in chooses nothing
    QVERIFY(await(bench.vault.llm->list())->isEmpty());
    bench.choose("modelCombo", QStringLiteral("qwen2.5:7b"));
    bench.click("saveButton");
    QTRY_COMPARE(bench.message().level, StripMessage::Level::Ok);
    QCOMPARE(bench.message().title, QStringLiteral("Saved. Ollama answers."));
    QTRY_COMPARE(bench.controller.list().rowCount(), 1);
    const auto stored = await(bench.vault.llm->show(QStringLiteral("ollama/main")));
    QVERIFY(stored);
    QCOMPARE(stored->attributeValue(vault::attribute::kModel), QStringLiteral("qwen2.5:7b"));
    QTRY_COMPARE(child<QLabel>(bench.page, "inUseLabel")->text(), QStringLiteral("Programs get this one"));
    QVERIFY(!bench.isSeen("useButton"));
    QVERIFY(!child<QPushButton>(bench.page, "saveButton")->isEnabled()); // nothing is typed any more
    // What the server does not have is told, and kept all the same.
    bench.typeModel(QStringLiteral("mixtral"));
    bench.click("saveButton");
    QTRY_COMPARE(bench.message().level, StripMessage::Level::Bad);
    QVERIFY2(bench.message().title.contains(QStringLiteral("mixtral")), qPrintable(bench.message().title));
}

void TestLlmPage::azureHasFieldsOfItsOwn()
{
    PageBench bench;
    bench.startNew();
    QVERIFY(!bench.isSeen("deploymentEdit") && !bench.isSeen("apiVersionEdit"));
    bench.choose("providerCombo", QStringLiteral("Azure OpenAI"));
    QTRY_VERIFY(bench.isSeen("deploymentEdit") && bench.isSeen("apiVersionEdit"));
    QCOMPARE(windowtest::withoutMnemonic(child<QLabel>(bench.page, "baseUrlLabel")->text()), QStringLiteral("Endpoint:"));
    QCOMPARE(child<QLineEdit>(bench.page, "apiVersionEdit")->placeholderText(), QStringLiteral("2024-10-21"));
    QVERIFY(child<QLabel>(bench.page, "manageLabel")->text().contains(QStringLiteral("portal.azure.com")));
    bench.type("baseUrlEdit", bench.plain.baseUrl().toString());
    bench.type("deploymentEdit", QStringLiteral("trading-chat"));
    QTest::keyClicks(innerOf(bench.page, "api_keyEdit"), QString::fromLatin1(kKey));
    bench.click("saveButton");
    QTRY_COMPARE(bench.message().level, StripMessage::Level::Ok);
    QCOMPARE(bench.plain.server().requests().last().header("api-key"), kKey);
    QCOMPARE(bench.plain.charged(), 0);
    QVERIFY(innerOf(bench.page, "api_keyEdit")->text().isEmpty());
    QVERIFY(child<widgets::SecretLineEdit>(bench.page, "api_keyEdit")
                ->placeholderText()
                .startsWith(QStringLiteral("Stored on ")));
    QVERIFY(!bench.combo("providerCombo")->isEnabled()); // fixed after the first save
    bench.type("deploymentEdit", QStringLiteral("another"));
    bench.click("saveButton");
    QTRY_COMPARE(bench.message().level, StripMessage::Level::Bad);
    QVERIFY(bench.message().details.contains(QStringLiteral("DeploymentNotFound")));
}

void TestLlmPage::keyThatIsRefused()
{
    PageBench bench;
    bench.startNew();
    bench.choose("providerCombo", QStringLiteral("OpenAI"));
    bench.type("baseUrlEdit", bench.plain.baseUrl().toString() + QStringLiteral("/v1"));
    QTest::keyClicks(innerOf(bench.page, "api_keyEdit"), QStringLiteral("not-the-right-key"));
    bench.click("saveButton");
    QTRY_COMPARE(bench.message().level, StripMessage::Level::Bad);
    QVERIFY(bench.message().text.startsWith(QStringLiteral("Your settings were saved.")));
    QCOMPARE(bench.vault.got(QStringLiteral("openai/main#api_key")), QStringLiteral("not-the-right-key"));
}

void TestLlmPage::modelListCannotBeLoaded()
{
    PageBench bench;
    QVERIFY(bench.plain.play(QStringLiteral("html:200")));
    bench.startNew();
    bench.type("baseUrlEdit", bench.plain.baseUrl().toString());
    bench.typeModel(QStringLiteral("my own model"));
    bench.click("loadButton");
    QTRY_COMPARE(bench.message().level, StripMessage::Level::Info);
    QVERIFY(bench.offered().isEmpty());
    QCOMPARE(bench.combo("modelCombo")->currentText(), QStringLiteral("my own model"));
    QVERIFY(bench.controller.editor().isNew());
}

void TestLlmPage::draftAndDiscard()
{
    PageBench bench;
    bench.addOllama();
    QTRY_VERIFY(bench.isSeen("checkButton"));
    QTRY_VERIFY(child<QPushButton>(bench.page, "checkButton")->isEnabled());
    const QString url = child<QLineEdit>(bench.page, "baseUrlEdit")->text();
    bench.type("baseUrlEdit", QStringLiteral("https://b.example"));
    QVERIFY(!child<QPushButton>(bench.page, "checkButton")->isEnabled()); // a draft is open
    bench.click("discardButton");
    QCOMPARE(child<QLineEdit>(bench.page, "baseUrlEdit")->text(), url);
    QVERIFY(child<QPushButton>(bench.page, "checkButton")->isEnabled());
    bench.click("checkButton");
    QTRY_COMPARE(bench.message().title, QStringLiteral("Ollama answers."));
    QTRY_VERIFY(child<QLabel>(bench.page, "checkedLabel")->text().startsWith(QStringLiteral("Checked ")));
}

void TestLlmPage::emptyKeyIsUnchanged()
{
    PageBench bench;
    service::LlmChange change;
    change.provider = QStringLiteral("openai");
    change.baseUrl = bench.plain.baseUrl().toString() + QStringLiteral("/v1");
    change.fields = vaulttest::fields({QStringLiteral("api_key=") + QString::fromLatin1(kKey)});
    QVERIFY(await(bench.vault.llm->set(change)));
    QTRY_VERIFY(bench.isSeen("saveButton"));
    bench.typeModel(QStringLiteral("gpt-4o"));
    bench.click("saveButton");
    QTRY_COMPARE(bench.message().level, StripMessage::Level::Ok);
    QCOMPARE(bench.vault.got(QStringLiteral("openai/main#api_key")), QString::fromLatin1(kKey));
}

void TestLlmPage::typedKeyStaysWithItsServer()
{
    PageBench bench;
    bench.addOllama();
    bench.addOllama(QStringLiteral("other"));
    auto *list = child<QListView>(bench.page, "providerList");
    const auto select = [&](const char *name) {
        const int row = bench.controller.list().rowOf(QString::fromLatin1(name));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
        QTRY_COMPARE(bench.controller.editor().settings()->credential.name, QString::fromLatin1(name));
    };
    select("ollama/main");
    QTest::keyClicks(innerOf(bench.page, "api_keyEdit"), QStringLiteral("typed-for-main"));
    bench.type("baseUrlEdit", QStringLiteral("https://b.example"));
    select("ollama/other");
    QVERIFY(innerOf(bench.page, "api_keyEdit")->text().isEmpty());
    QCOMPARE(child<QLineEdit>(bench.page, "baseUrlEdit")->text(), bench.plain.baseUrl().toString());
    QVERIFY(!child<QPushButton>(bench.page, "saveButton")->isEnabled());
}

void TestLlmPage::reloadKeepsTheDraft()
{
    PageBench bench;
    bench.addOllama();
    QTRY_VERIFY(bench.isSeen("saveButton"));
    QTest::keyClicks(innerOf(bench.page, "api_keyEdit"), QStringLiteral("half a k"));
    bench.type("baseUrlEdit", QStringLiteral("https://b.example"));
    QSignalSpy reloaded(&bench.controller.list(), &presentation::LlmListModel::reloaded);
    bench.page.reload();
    QVERIFY(reloaded.wait());
    QCOMPARE(child<QLineEdit>(bench.page, "baseUrlEdit")->text(), QStringLiteral("https://b.example"));
    QCOMPARE(innerOf(bench.page, "api_keyEdit")->text().size(), 8);
    // Without a draft the form follows what another program stores.
    bench.click("discardButton");
    service::LlmChange change;
    change.provider = QStringLiteral("ollama");
    change.model = QStringLiteral("by another program");
    QVERIFY(await(bench.vault.llm->set(change)));
    QTRY_COMPARE(bench.combo("modelCombo")->currentText(), QStringLiteral("by another program"));
}

void TestLlmPage::notEncryptedIsAskedFor()
{
    PageBench bench;
    bench.startNew();
    QVERIFY(!bench.isSeen("plainCheck"));
    bench.type("baseUrlEdit", QStringLiteral("http://192.0.2.1:11434"));
    QTRY_VERIFY(bench.isSeen("plainCheck"));
    QVERIFY(!child<QCheckBox>(bench.page, "plainCheck")->isChecked());
    bench.click("saveButton");
    QTRY_VERIFY2(bench.message().title.contains(QStringLiteral("would not be encrypted")),
                 qPrintable(bench.message().title));
    QTRY_VERIFY(child<QCheckBox>(bench.page, "plainCheck")->isEnabled());
    QTest::mouseClick(child<QCheckBox>(bench.page, "plainCheck"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(child<QCheckBox>(bench.page, "plainCheck")->isChecked());
    QVERIFY(child<QPushButton>(bench.page, "saveButton")->isEnabled()); // agreeing is a change
    bench.type("baseUrlEdit", bench.plain.baseUrl().toString());
    QTRY_VERIFY(!bench.isSeen("plainCheck"));
}

void TestLlmPage::missingFieldIsToldUnderIt()
{
    PageBench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.page));
    bench.startNew();
    bench.choose("providerCombo", QStringLiteral("OpenAI"));
    bench.click("saveButton");
    QTRY_COMPARE(bench.message().level, StripMessage::Level::Bad);
    QTRY_VERIFY(innerOf(bench.page, "api_keyEdit")->hasFocus());
    const auto labels = bench.page.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text() == QStringLiteral("API key is missing.");
    }));
    QVERIFY(bench.controller.editor().isNew());
}

void TestLlmPage::enterSaves_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"nameEdit", "baseUrlEdit", "model", "key"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void TestLlmPage::enterSaves()
{
    QFETCH(QString, field);
    PageBench bench;
    bench.startNew();
    bench.type("baseUrlEdit", bench.plain.baseUrl().toString());
    QLineEdit *edit = field == QLatin1StringView("model") ? bench.combo("modelCombo")->lineEdit()
        : field == QLatin1StringView("key")               ? innerOf(bench.page, "api_keyEdit")
                                                          : child<QLineEdit>(bench.page, field.toLatin1().constData());
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(bench.controller.list().rowCount(), 1);
    bench.settled();
    QCOMPARE(bench.plain.server().requests().size(), 1);
    // With nothing typed it asks nobody, and removes nothing.
    QTest::keyClick(child<QLineEdit>(bench.page, "baseUrlEdit"), Qt::Key_Return);
    QVERIFY(!bench.controller.editor().isBusy());
    QCOMPARE(bench.page.findChildren<QDialog *>().size(), 0);
}

void TestLlmPage::chosenOneIsInUse()
{
    PageBench bench;
    bench.addOllama();
    bench.addOllama(QStringLiteral("other")); // the last one stored from outside is in use
    QTRY_VERIFY(bench.controller.editor().settings() != nullptr);
    auto *list = child<QListView>(bench.page, "providerList");
    list->setCurrentIndex(list->model()->index(bench.controller.list().rowOf(QStringLiteral("ollama/main")), 0));
    QTRY_COMPARE(bench.controller.editor().facts().accountName(), QStringLiteral("main"));
    bench.click("useButton");
    QTRY_COMPARE(child<QLabel>(bench.page, "inUseLabel")->text(), QStringLiteral("Programs get this one"));
    QTRY_VERIFY(!bench.isSeen("useButton"));
    QTRY_COMPARE(await(bench.vault.llm->show({}))->name, QStringLiteral("ollama/main"));
}

void TestLlmPage::removal_data()
{
    QTest::addColumn<int>("key"); ///< 0: the button is pressed
    QTest::newRow("Enter keeps") << static_cast<int>(Qt::Key_Return);
    QTest::newRow("Escape keeps") << static_cast<int>(Qt::Key_Escape);
    QTest::newRow("button") << 0;
}

void TestLlmPage::removal()
{
    QFETCH(int, key);
    PageBench bench;
    bench.addOllama();
    bench.click("removeButton");
    auto *dialog = bench.page.findChild<widgets::LlmRemovalDialog *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    if (key != 0)
        QTest::keyClick(dialog, static_cast<Qt::Key>(key));
    else
        QTest::mouseClick(windowtest::visibleButton(*dialog, QStringLiteral("Remove")), Qt::LeftButton);
    QTRY_COMPARE(bench.page.findChildren<QDialog *>().size(), 0);
    bench.settled();
    QCOMPARE(await(bench.vault.llm->list())->size(), key != 0 ? 1 : 0);
    if (key == 0)
        QTRY_VERIFY(bench.isSeen("emptyHeading"));
}

void TestLlmPage::lockEmptiesEverything()
{
    PageBench bench;
    bench.addOllama();
    QTRY_VERIFY(bench.isSeen("saveButton"));
    QTest::keyClicks(innerOf(bench.page, "api_keyEdit"), QStringLiteral("half a key"));
    bench.typeModel(QStringLiteral("half a model"));
    bench.click("removeButton");
    QVERIFY(await(bench.vault.host->lock(service::LockReason::User)));
    bench.page.reset(); // as the window does
    QVERIFY(innerOf(bench.page, "api_keyEdit")->text().isEmpty());
    QCOMPARE(bench.combo("modelCombo")->currentText(), QString());
    QCOMPARE(child<QLineEdit>(bench.page, "baseUrlEdit")->text(), QString());
    QCOMPARE(child<QLineEdit>(bench.page, "nameEdit")->text(), QString());
    QCOMPARE(bench.controller.list().rowCount(), 0);
    QTRY_COMPARE(bench.page.findChildren<QDialog *>().size(), 0);
    bench.vault.unlock();
    bench.page.reload();
    QTRY_COMPARE(bench.controller.list().rowCount(), 1); // the removal that the lock interrupted has removed nothing
}

void TestLlmPage::everyFieldHasAName()
{
    PageBench bench;
    bench.startNew();
    bench.choose("providerCombo", QStringLiteral("Azure OpenAI"));
    for (const QLineEdit *edit : bench.page.findChildren<QLineEdit *>())
        QVERIFY2(!edit->accessibleName().isEmpty(), qPrintable(edit->objectName()));
    for (const QComboBox *box : bench.page.findChildren<QComboBox *>())
        QVERIFY2(!box->accessibleName().isEmpty(), qPrintable(box->objectName()));
    int defaults = 0;
    for (const QPushButton *button : bench.page.findChildren<QPushButton *>()) {
        QVERIFY2(!button->autoDefault(), qPrintable(button->text()));
        defaults += button->isDefault() ? 1 : 0;
    }
    QCOMPARE(defaults, 1);
}

void TestLlmPage::isAPageOfTheWindow()
{
    PageBench below; // only its catalogue and probes
    windowtest::WindowBench bench(windowtest::WindowBench::Begin::WithVault);
    service::LlmSettings settings(*bench.host, *below.vault.providers, {QStringLiteral("test")});
    service::LlmChecks checks({*bench.host, *below.vault.providers, below.probes, {QStringLiteral("test")}, {}});
    presentation::LlmController controller(
        {*bench.host, settings, checks, bench.presenter->drafts(), {QStringLiteral("test")}});
    widgets::MainWindow window(*bench.presenter, &controller);
    window.present();
    bench.unlock();
    auto *pages = child<QListWidget>(window, "pageList");
    QTRY_VERIFY(pages->isVisible());
    QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, pages->visualItemRect(pages->item(1)).center());
    auto *page = window.findChild<widgets::LlmPage *>();
    QVERIFY(page != nullptr);
    QTRY_VERIFY(page->isVisible());
    QTest::mouseClick(child<QPushButton>(*page, "emptyAddButton"), Qt::LeftButton);
    QTest::keyClicks(innerOf(*page, "api_keyEdit"), QStringLiteral("half a key"));
    window.lockNow();
    QTRY_VERIFY(!page->isVisible());
    QVERIFY(innerOf(*page, "api_keyEdit")->text().isEmpty());
    QVERIFY(!controller.editor().isNew());
}

LATCHKEY_GUI_TEST_MAIN(TestLlmPage)
#include "tst_llmpage.moc"
