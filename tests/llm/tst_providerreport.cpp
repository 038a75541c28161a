// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/providerreport.h"

#include "support/await.h"
#include "support/testmain.h"

#include <QJsonArray>

using llm::Category;
using llm::ProviderReport;
using llm::Verdict;
using llm::Warning;
using testsupport::outcome;

namespace {

ProviderReport full()
{
    ProviderReport report;
    report.provider = QStringLiteral("azure");
    report.verdict = Verdict::Refused;
    report.category = Category::Deployment;
    report.code = QStringLiteral("DeploymentNotFound");
    report.httpStatus = 404;
    report.warnings = {Warning::NoModel, Warning::KeyUnproven};
    report.checkedAtMs = 1'763'843'465'000;
    return report;
}

} // namespace

class TestProviderReport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void document();
    void everyCodeSurvives();
    void modelsAreNotKept();
    void laterVersions();
    void malformed_data();
    void malformed();
};

void TestProviderReport::document()
{
    const QJsonObject json = toJson(full());
    QCOMPARE(json.value(QLatin1StringView("verdict")), QJsonValue(QStringLiteral("refused")));
    QCOMPARE(json.value(QLatin1StringView("category")), QJsonValue(QStringLiteral("deployment")));
    QCOMPARE(json.value(QLatin1StringView("code")), QJsonValue(QStringLiteral("DeploymentNotFound")));
    QCOMPARE(json.value(QLatin1StringView("http_status")), QJsonValue(404));
    QCOMPARE(json.value(QLatin1StringView("warnings")).toArray().at(1), QJsonValue(QStringLiteral("key_unproven")));
    const auto read = llm::reportFromJson(json);
    QCOMPARE(outcome(read), QStringLiteral("ok"));
    QCOMPARE(*read, full());
    ProviderReport works;
    works.provider = QStringLiteral("ollama");
    works.verdict = Verdict::Works;
    QVERIFY(toJson(works).value(QLatin1StringView("category")).isNull());
    QVERIFY(toJson(works).value(QLatin1StringView("code")).isNull());
    QCOMPARE(*llm::reportFromJson(toJson(works)), works);
}

void TestProviderReport::everyCodeSurvives()
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(Category::NotEncrypted); ++i) {
        ProviderReport report = full();
        report.category = static_cast<Category>(i);
        names << nameOf(report.category);
        QCOMPARE(llm::reportFromJson(toJson(report)).value_or(ProviderReport()), report);
    }
    for (int i = 0; i <= static_cast<int>(Warning::Redirected); ++i) {
        ProviderReport report = full();
        report.warnings = {static_cast<Warning>(i)};
        names << nameOf(report.warnings.first());
        QCOMPARE(llm::reportFromJson(toJson(report)).value_or(ProviderReport()), report);
    }
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(names.count(QString()), 1); // Category::None
}

void TestProviderReport::modelsAreNotKept()
{
    ProviderReport report = full();
    report.models = {{QStringLiteral("m"), true, 5}};
    QCOMPARE(toJson(report), toJson(full()));
}

void TestProviderReport::laterVersions()
{
    QJsonObject json = toJson(full());
    json.insert(QStringLiteral("colour"), 1);
    json.insert(QStringLiteral("warnings"), QJsonArray{QStringLiteral("brand_new"), QStringLiteral("no_model")});
    const auto read = llm::reportFromJson(json);
    QCOMPARE(outcome(read), QStringLiteral("ok"));
    QCOMPARE(read->warnings, QList<Warning>{Warning::NoModel});
}

void TestProviderReport::malformed_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("verdict") << QStringLiteral("verdict") << QJsonValue(QStringLiteral("perhaps"));
    QTest::newRow("category") << QStringLiteral("category") << QJsonValue(QStringLiteral("colour"));
    QTest::newRow("no provider") << QStringLiteral("provider") << QJsonValue(QString());
    QTest::newRow("time") << QStringLiteral("checked_at") << QJsonValue(QStringLiteral("yesterday"));
    QTest::newRow("status") << QStringLiteral("http_status") << QJsonValue(QStringLiteral("200"));
}

void TestProviderReport::malformed()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(full());
    json.insert(member, value);
    const auto read = llm::reportFromJson(json);
    QCOMPARE(outcome(read), QStringLiteral("invalid_json"));
    QCOMPARE(read.error().detail, member);
}

LATCHKEY_TEST_MAIN(TestProviderReport)
#include "tst_providerreport.moc"
