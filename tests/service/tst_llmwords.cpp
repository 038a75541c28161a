// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/llmwords.h"

#include "service/llmbench.h"
#include "support/testmain.h"

#include <QRegularExpression>

using llm::Category;
using llm::Verdict;
using llm::Warning;
using servicetest::llmReport;

namespace {

service::LlmPlace place()
{
    service::LlmPlace out;
    out.providerName = QStringLiteral("Azure OpenAI");
    out.target.baseUrl = QUrl(QStringLiteral("https") + QStringLiteral("://r.example:8443/x"));
    out.target.model = QStringLiteral("gpt-%1");
    out.target.deployment = QStringLiteral("chat");
    return out;
}

} // namespace

class TestLlmWords final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void everyReportHasWords();
    void namesAreNotFilledTwice();
    void works();
    void states();
    void everyWarningHasWords();
    void fieldProblems();
};

void TestLlmWords::everyReportHasWords()
{
    QStringList texts;
    for (const Verdict verdict : {Verdict::Refused, Verdict::Unchecked}) {
        for (int i = 0; i <= static_cast<int>(Category::NotEncrypted); ++i) {
            llm::ProviderReport report = llmReport(verdict, static_cast<Category>(i));
            report.code = QStringLiteral("Code17");
            const service::words::Message message = service::words::forLlmReport(report, place());
            for (const QString &text : {message.text, message.hint}) {
                QVERIFY2(text.endsWith(u'.'), qPrintable(text));
                QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("%[2-5]"))), qPrintable(text));
            }
            texts << message.text;
        }
    }
    QVERIFY(texts.contains(QStringLiteral("Azure OpenAI refused this key (Code17).")));
    QVERIFY(texts.contains(QStringLiteral("Azure OpenAI accepts this key, but has no deployment \"chat\" (Code17).")));
    QVERIFY(texts.contains(QStringLiteral("Not checked: Azure OpenAI could not be reached at r.example:8443.")));
    QVERIFY(texts.contains(QStringLiteral("Not checked: what is sent to r.example:8443 would not be encrypted.")));
}

void TestLlmWords::namesAreNotFilledTwice()
{
    QCOMPARE(service::words::forLlmReport(llmReport(Verdict::Refused, Category::Model), place()).text,
             QStringLiteral("Azure OpenAI does not have the model \"gpt-%1\"."));
}

void TestLlmWords::works()
{
    llm::ProviderReport report = llmReport(Verdict::Works);
    QCOMPARE(service::words::forLlmReport(report, place()).text, QStringLiteral("Azure OpenAI answers."));
    QCOMPARE(service::words::forLlmReport(report, place()).hint, QStringLiteral("It has the deployment \"chat\"."));
    service::LlmPlace bare = place();
    bare.target.deployment.clear();
    bare.target.model.clear();
    report.warnings = {Warning::KeyUnproven, Warning::NoModel};
    QCOMPARE(service::words::forLlmReport(report, bare).hint,
             QStringLiteral("No model is chosen. It answers everybody, so whether it takes the key is not proven."));
    report.warnings = {Warning::NoneThere, Warning::NoModel};
    QCOMPARE(service::words::forLlmReport(report, bare).text, QStringLiteral("Azure OpenAI answers, but has no model."));
}

void TestLlmWords::states()
{
    const auto state = [](Verdict verdict, Category category) {
        return service::words::llmState(llmReport(verdict, category));
    };
    QCOMPARE(service::words::llmState(std::nullopt), QStringLiteral("Not checked"));
    QCOMPARE(state(Verdict::Unchecked, Category::Network), QStringLiteral("Not checked"));
    QCOMPARE(state(Verdict::Works, Category::None), QStringLiteral("Works"));
    QCOMPARE(state(Verdict::Refused, Category::Key), QStringLiteral("Refused: key"));
    QCOMPARE(state(Verdict::Refused, Category::Model), QStringLiteral("No such model"));
    QCOMPARE(state(Verdict::Refused, Category::Deployment), QStringLiteral("No such deployment"));
    QCOMPARE(state(Verdict::Refused, Category::Rate), QStringLiteral("Refused"));
    llm::ProviderReport noModel = llmReport(Verdict::Works);
    noModel.warnings = {Warning::NoModel};
    QCOMPARE(service::words::llmState(noModel), QStringLiteral("Works, no model chosen"));
}

void TestLlmWords::everyWarningHasWords()
{
    QStringList texts;
    for (int i = 0; i <= static_cast<int>(Warning::Redirected); ++i)
        texts << service::words::forLlmWarning(static_cast<Warning>(i));
    QCOMPARE(texts.removeDuplicates(), 0);
    for (const QString &text : texts)
        QVERIFY(text.endsWith(u'.'));
    QVERIFY(service::words::plainQuestion(QStringLiteral("gpu.lan")).contains(QStringLiteral("gpu.lan")));
}

void TestLlmWords::fieldProblems()
{
    const auto catalogue = llm::ProviderCatalogue::load();
    QVERIFY(catalogue);
    const llm::ProviderInfo &azure = *catalogue->find(u"azure");
    const auto problem = [&azure](base::ErrorCode code, const char *detail) {
        return service::words::llmFieldProblem({code, QString::fromLatin1(detail)}, azure);
    };
    QCOMPARE(problem(base::ErrorCode::MissingField, "base_url"), QStringLiteral("Endpoint is missing."));
    QCOMPARE(problem(base::ErrorCode::EmptyField, "api_key"), QStringLiteral("Key is empty."));
    QVERIFY(problem(base::ErrorCode::InvalidArgument, "base_url").startsWith(QStringLiteral("Endpoint is no address.")));
    QCOMPARE(problem(base::ErrorCode::InvalidArgument, "ca"), QString());
    QCOMPARE(problem(base::ErrorCode::Locked, ""), QString());
}

LATCHKEY_TEST_MAIN(TestLlmWords)
#include "tst_llmwords.moc"
