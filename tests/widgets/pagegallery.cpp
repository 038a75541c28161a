// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagegallery.h"

#include "presentation/llmcontroller.h"
#include "support/guitestmain.h"
#include "widgets/appearancepanel.h"
#include "widgets/backuppanel.h"
#include "widgets/lockingpanel.h"
#include "widgets/lockwarning.h"
#include "widgets/masterkeypanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>

namespace windowtest {

namespace {

/// Argon2id at its real cost, with sanitizers, on a busy machine.
constexpr int kPatience = 90'000;
constexpr std::int64_t kAlmostTenMinutesMs = (9 * 60 + 40) * 1000;
constexpr std::string_view kPassphrase = "four words for the vault";

template<typename T>
T mustHave(base::Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(vaulttest::describe(result.error())));
    return *std::move(result);
}

bool opensSomething(const QAbstractButton &button)
{
    return button.isVisible() && button.isEnabled() && button.text().endsWith(QLatin1StringView("..."));
}

} // namespace

PageGallery::PageGallery()
{
    WindowBench &bench = m_locking.bench;
    m_providers = std::make_unique<llm::ProviderCatalogue>(mustHave(llm::ProviderCatalogue::load()));
    m_llmSettings = std::make_unique<service::LlmSettings>(*bench.host, *m_providers,
                                                           service::Caller{QStringLiteral("test")});
    for (const llm::ProviderInfo &info : m_providers->list()) {
        auto probe = std::make_unique<servicetest::FakeLlmProbe>();
        probe->answer = servicetest::llmReport(llm::Verdict::Works);
        m_probes.emplace(info.id, std::move(probe));
    }
    m_llmChecks = std::make_unique<service::LlmChecks>(service::LlmChecks::Parts{
        *bench.host, *m_providers, m_probes, {QStringLiteral("test")}, {}});
    m_llm = std::make_unique<presentation::LlmController>(presentation::LlmController::Parts{
        *bench.host, *m_llmSettings, *m_llmChecks, bench.presenter->drafts(), {QStringLiteral("test")}});
    bench.window = std::make_unique<widgets::MainWindow>(*bench.presenter, m_llm.get());
    window().addAboutPanel(QObject::tr("Appearance"), new widgets::AppearancePanel(m_appearance));
    window().addSecurityPanel(QObject::tr("Lock automatically"), new widgets::LockingPanel(m_locking.locking));
    window().addSecurityPanel(QObject::tr("Master key"), new widgets::MasterKeyPanel(*bench.presenter));
    window().addSecurityPanel(QObject::tr("Backup"), new widgets::BackupPanel(m_backupPage));
    window().setRestore(m_restore);
    window().setImport(m_import);
}

PageGallery::~PageGallery()
{
    // What the vault's thread still does looks at the catalogue.
    static_cast<void>(testsupport::await(m_locking.bench.host->lock(service::LockReason::Quit)));
    m_locking.bench.window.reset();
}

void PageGallery::walk(Visit visit)
{
    m_visit = std::move(visit);
    m_scenes.clear();
    window().resize(window().minimumSize());
    window().present();
    if (!QTest::qWaitForWindowActive(&window()))
        qFatal("the window was not activated");
    firstSteps();
    window().resize(window().minimumSize()); // the first steps have a size of their own
    emptyPages();
    fill();
    filledPages();
    newEntries();
    specialStates();
    lockedPages();
}

void PageGallery::mustCome(const std::function<bool()> &look, const char *what)
{
    if (!QTest::qWaitFor(look, kPatience))
        qFatal("%s did not come", what);
}

QDialog *PageGallery::openDialog()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(widget); dialog != nullptr && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void PageGallery::showDialog(const QString &scene)
{
    QDialog *dialog = openDialog();
    if (dialog == nullptr)
        qFatal("there is no dialog for \"%s\"", qPrintable(scene));
    show(scene, *dialog);
}

void PageGallery::closeDialog()
{
    if (QDialog *dialog = openDialog(); dialog != nullptr)
        dialog->reject();
    mustCome([] { return openDialog() == nullptr; }, "the end of a dialog");
}

void PageGallery::settle()
{
    static_cast<void>(testsupport::await(m_locking.bench.host->pendingRecoveryKey()));
    for (int round = 0; round < 3; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

void PageGallery::show(const QString &scene, QWidget &shown)
{
    settle();
    m_scenes << scene;
    m_visit(scene, shown);
}

QAbstractButton *PageGallery::usable(const char *button)
{
    for (QAbstractButton *one : window().findChildren<QAbstractButton *>(QString::fromLatin1(button))) {
        if (one->isVisible() && one->isEnabled())
            return one;
    }
    return nullptr;
}

void PageGallery::press(const char *button)
{
    QAbstractButton *found = usable(button);
    if (found == nullptr)
        qFatal("there is no %s to press", button);
    found->click();
}

void PageGallery::firstSteps()
{
    show(QStringLiteral("protection"));
    press("restoreButton");
    showDialog(QStringLiteral("protection, restore"));
    closeDialog();
    presentation::CreateVaultController &create = m_locking.bench.presenter->create();
    create.create(vault::SlotKind::Passphrase, vaulttest::secret(kPassphrase), vaulttest::secret("another"));
    show(QStringLiteral("protection, not the same twice"));
    create.create(vault::SlotKind::Passphrase, vaulttest::secret(kPassphrase), vaulttest::secret(kPassphrase));
    mustCome([&create] { return create.recoveryKey() != nullptr; }, "the recovery key");
    m_paper = vaulttest::textOf(*create.recoveryKey());
    show(QStringLiteral("recovery key"));
    // Whatever steps there are: each is put off until the settings are there.
    for (int step = 3; !child<QWidget>(window(), "pageStack")->isVisible(); ++step) {
        press(usable("skipButton") != nullptr ? "skipButton" : "nextButton");
        settle();
        if (!child<QWidget>(window(), "pageStack")->isVisible())
            show(QStringLiteral("first steps, %1").arg(step));
    }
}

void PageGallery::showPage(int row)
{
    child<widgets::PageList>(window(), "pageList")->setCurrentRow(row);
    settle();
}

void PageGallery::showPage(const char *list)
{
    const auto *stack = child<QStackedWidget>(window(), "pageStack");
    for (int row = 0; row < stack->count(); ++row) {
        if (stack->widget(row)->findChild<QWidget *>(QString::fromLatin1(list)) != nullptr)
            return showPage(row);
    }
    qFatal("no page has a %s", list);
}

void PageGallery::eachPage(const QString &state)
{
    const auto *list = child<widgets::PageList>(window(), "pageList");
    for (int row = 0; row < list->count(); ++row) {
        showPage(row);
        const QString scene = list->item(row)->data(Qt::AccessibleTextRole).toString() + state;
        show(scene);
        openDialogs(scene);
    }
}

void PageGallery::openDialogs(const QString &scene)
{
    const QList<QAbstractButton *> found = window().findChildren<QAbstractButton *>();
    const QList<QPointer<QAbstractButton>> buttons(found.begin(), found.end());
    for (const QPointer<QAbstractButton> &button : buttons) {
        if (button.isNull() || !opensSomething(*button))
            continue;
        const QString name = scene + QStringLiteral(" > ") + withoutMnemonic(button->text());
        if (button->objectName() == QLatin1StringView("addButton")
            || button->objectName() == QLatin1StringView("emptyAddButton"))
            continue; // a form, not a dialog: newEntries()
        button->click();
        settle();
        if (!child<QWidget>(window(), "pageStack")->isVisible()) {
            show(name); // another page, such as the recovery key once more
            press("skipButton");
            settle();
            continue;
        }
        QPointer<QDialog> dialog(openDialog());
        if (dialog.isNull())
            qFatal("nothing came of \"%s\"", qPrintable(name));
        if (qobject_cast<QFileDialog *>(dialog.data()) == nullptr) // Qt's own
            show(name, *dialog);
        closeDialog();
    }
}

void PageGallery::emptyPages()
{
    eachPage(QStringLiteral(", empty"));
}

void PageGallery::addAccount(const char *name, const char *answer, bool demo)
{
    WindowBench &bench = m_locking.bench;
    bench.bitget->answer = servicetest::report(QString::fromLatin1(answer));
    service::ExchangeOptions options;
    options.demo = demo;
    static_cast<void>(mustHave(testsupport::await(
        bench.exchanges->add(QStringLiteral("bitget"), QString::fromLatin1(name), options,
                             servicetest::bitgetFields(QStringLiteral("bg_") + QString::fromLatin1(name))))));
}

void PageGallery::addProvider(const char *provider, const char *key)
{
    service::LlmChange change;
    change.provider = QString::fromLatin1(provider);
    if (*key != '\0')
        change.fields = vaulttest::fields({QStringLiteral("api_key=") + QString::fromLatin1(key)});
    if (const auto stored = testsupport::await(m_llmSettings->set(change)); !stored)
        qFatal("%s", qPrintable(vaulttest::describe(stored.error())));
}

void PageGallery::fill()
{
    addAccount("main", "works", false);
    addAccount("old-bot", "withdraw", false);
    addAccount("typo", "refused:ip", true);
    addAccount("later", "unchecked:network", false);
    addProvider("openai", "sk-0123456789");
    addProvider("ollama", "");
    // Which one is shown must not depend on who was first.
    showPage("accountList");
    auto *view = child<QListView>(window(), "accountList");
    mustCome([view] { return view->model()->rowCount() == 4; }, "the accounts");
    view->setCurrentIndex(view->model()->index(0, 0));
    settle();
}

void PageGallery::eachEntry(const QString &page, const char *list)
{
    showPage(list);
    auto *view = child<QListView>(window(), list);
    mustCome([view] { return view->model()->rowCount() > 1; }, list);
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        const QModelIndex index = view->model()->index(row, 0);
        view->setCurrentIndex(index);
        settle();
        const QString scene = page + QStringLiteral(": ") + index.data().toString();
        show(scene);
        openDialogs(scene);
    }
}

void PageGallery::filledPages()
{
    eachPage(QString());
    eachEntry(QStringLiteral("account"), "accountList");
    eachEntry(QStringLiteral("provider"), "providerList");
}

void PageGallery::newEntries()
{
    for (const char *list : {"accountList", "providerList"}) {
        showPage(list);
        press("addButton");
        show(QStringLiteral("new in ") + QLatin1StringView(list));
        press("saveButton");
        show(QStringLiteral("refused in ") + QLatin1StringView(list));
        if (QLatin1StringView(list) == QLatin1StringView("accountList")) {
            child<QPushButton>(window(), "howToButton")->setChecked(true);
            show(QStringLiteral("how to make a key"));
        }
        press("discardButton");
    }
}

void PageGallery::specialStates()
{
    showPage("groupCombo");
    child<QComboBox>(window(), "groupCombo")->setCurrentIndex(1);
    show(QStringLiteral("activity, nothing used"));
    child<QComboBox>(window(), "groupCombo")->setCurrentIndex(0);
    showPage("idleCheck");
    child<QCheckBox>(window(), "idleCheck")->setChecked(true);
    child<QCheckBox>(window(), "idleCheck")->click(); // to lock later than before takes the passphrase
    mustCome([this] { return usable("keepButton") != nullptr; }, "the question for the passphrase");
    show(QStringLiteral("locking, asks for the passphrase"));
    press("keepButton");
    m_kept.refuses = true;
    showPage("darkRadio");
    child<QRadioButton>(window(), "lightRadio")->click();
    show(QStringLiteral("appearance, not kept"));
    const widgets::LockWarning warning(m_locking.locking, &window());
    m_locking.bench.home.clock.advance(kAlmostTenMinutesMs);
    m_locking.watch.look();
    mustCome([&warning] { return warning.isVisible(); }, "the warning");
    show(QStringLiteral("warning before a lock"));
    m_locking.watch.noteInput();
    window().confirmQuit({QStringLiteral("freqtrade"), QStringLiteral("python3")}, [] {});
    showDialog(QStringLiteral("quit, programs use keys"));
    closeDialog();
    importSteps();
    backupStates();
}

void PageGallery::lockedPages()
{
    m_locking.bench.lock();
    show(QStringLiteral("locked"));
    presentation::UnlockController &unlock = m_locking.bench.presenter->unlock();
    unlock.unlockWithPassphrase(vaulttest::secret("wrong"));
    mustCome([&unlock] { return !unlock.isBusy(); }, "the answer to a wrong passphrase");
    show(QStringLiteral("locked, wrong passphrase"));
    press("recoveryButton");
    show(QStringLiteral("locked, by recovery key"));
    press("recoveryButton");
    olderFile();
    restoreSteps();
}

} // namespace windowtest
