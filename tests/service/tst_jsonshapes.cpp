// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/erroranswer.h"
#include "service/jsonshapes.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QJsonDocument>

using base::ErrorCode;
using service::SaveOutcome;
using servicetest::Bench;
using servicetest::bitgetFields;
using servicetest::report;
using testsupport::await;
namespace shapes = service::json;

namespace {

/// Every name of docs/INTERFACE.md stands in the object; additions are free.
QString missingFrom(const QJsonObject &object, const char *names)
{
    QStringList missing;
    const QStringList wanted = QString::fromLatin1(names).split(u' ');
    for (const QString &name : wanted) {
        if (!object.contains(name))
            missing << name;
    }
    return missing.join(u' ');
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace

class TestJsonShapes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void exitStatus_data();
    void exitStatus();
    void checkStatus_data();
    void checkStatus();
    void worstOfMany();
    void rows();
    void save();
    void error();
    void catalogue();
    void status_data();
    void status();
};

void TestJsonShapes::exitStatus_data()
{
    QTest::addColumn<int>("expected");
    QTest::addColumn<QStringList>("codes");

    const auto row = [](int status, const char *codes) {
        QTest::newRow(qPrintable(QString::number(status))) << status << QString::fromLatin1(codes).split(u' ');
    };
    row(1,
        "io_failure disk_full read_only busy cannot_audit out_of_secure_memory crypto_failure unsafe_permissions cancelled "
        "internal");
    row(2,
        "invalid_argument invalid_name invalid_reference invalid_json missing_field empty_field weak_passphrase "
        "not_a_terminal "
        "ambiguous_field unsupported_profile no_agent unknown_exchange unknown_provider insecure_transport");
    row(3, "locked locked_by_agent wrong_passphrase no_way_in kdf_too_costly");
    row(4, "not_found field_not_found version_not_found not_initialized");
    row(5, "consent_required denied no_match");
    row(6, "credential_refused");
    row(7, "network_failure tls_failure timed_out response_too_large redirect_refused bad_response");
    row(8, "integrity_failure not_a_vault older_than_last_seen newer_format");
    row(9,
        "keychain_unavailable keychain_locked keychain_entry_missing keychain_entry_changed keychain_denied "
        "keychain_timeout "
        "keychain_write_failed");
    row(10, "already_exists conflict");
    row(126, "command_not_executable");
    row(127, "command_not_found");
}

void TestJsonShapes::exitStatus()
{
    QFETCH(int, expected);
    QFETCH(QStringList, codes);
    for (const QString &name : codes) {
        const ErrorCode code = base::codeFromName(name);
        QCOMPARE(QString(base::codeName(code)), name);
        QVERIFY2(shapes::exitStatus(code) == expected, qPrintable(name));
    }
}

void TestJsonShapes::checkStatus_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("elsewhere");
    QTest::addColumn<int>("expected");

    QTest::newRow("works") << "works" << false << 0;
    QTest::newRow("rights unknown") << "unknown" << false << 0;
    QTest::newRow("refused") << "refused:key" << false << 6;
    QTest::newRow("address") << "refused:ip" << false << 6;
    QTest::newRow("address, elsewhere") << "refused:ip" << true << 0;
    QTest::newRow("key, elsewhere") << "refused:key" << true << 6;
    QTest::newRow("unchecked") << "unchecked:network" << false << 7;
    QTest::newRow("unchecked, elsewhere") << "unchecked:network" << true << 7;
}

void TestJsonShapes::checkStatus()
{
    QFETCH(QString, what);
    QFETCH(bool, elsewhere);
    SaveOutcome outcome;
    outcome.check = report(what);
    outcome.inUse = true;
    if (elsewhere)
        outcome.credential.attributes.insert(vault::attribute::kElsewhere, QStringLiteral("true"));
    QTEST(shapes::exitStatusForCheck(outcome), "expected");
    outcome.consentRequired = true;
    QCOMPARE(shapes::exitStatusForCheck(outcome), 5);
}

void TestJsonShapes::worstOfMany()
{
    SaveOutcome works;
    works.check = report(QStringLiteral("works"));
    SaveOutcome drift = works;
    drift.consentRequired = true;
    SaveOutcome refused;
    refused.check = report(QStringLiteral("refused:key"));
    SaveOutcome unchecked;
    unchecked.check = report(QStringLiteral("unchecked:rate"));
    QCOMPARE(shapes::exitStatusForChecks({}), 0);
    QCOMPARE(shapes::exitStatusForChecks({works}), 0);
    QCOMPARE(shapes::exitStatusForChecks({works, unchecked}), 7);
    QCOMPARE(shapes::exitStatusForChecks({unchecked, drift}), 5);
    QCOMPARE(shapes::exitStatusForChecks({drift, refused, unchecked}), 6);
}

void TestJsonShapes::rows()
{
    Bench bench;
    bench.bitget->answer = report(QStringLiteral("works"));
    QVERIFY(await(bench.exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, bitgetFields())));
    const auto account = await(bench.exchanges->show(QStringLiteral("bitget/main")));
    QVERIFY(account);
    const QJsonObject row = shapes::accountRow(*account);
    QCOMPARE(missingFrom(row, "id name exchange environment key_hint verdict checked_at consent_required"), QString());
    QCOMPARE(row.value(QLatin1StringView("verdict")).toString(), QStringLiteral("works"));
    QCOMPARE(row.value(QLatin1StringView("environment")).toString(), QStringLiteral("live"));
    QVERIFY(!QUuid(row.value(QLatin1StringView("id")).toString()).isNull());

    const QJsonObject details = shapes::accountDetails(*account);
    const QJsonObject check = details.value(QLatin1StringView("check")).toObject();
    QCOMPARE(
        missingFrom(check,
                    "name exchange environment verdict category code http_status message rights ip_allowlist expires_at "
                    "account clock_skew_ms warnings checked_at"),
        QString());
    QCOMPARE(check.value(QLatin1StringView("name")).toString(), QStringLiteral("bitget/main"));
    for (const char *secret : {"bg_0123456789abcdef", "00112233445566", "Passphrase123"})
        QVERIFY(!text(details).contains(secret));

    const QJsonObject secret = shapes::secretRow(account->credential);
    QCOMPARE(missingFrom(secret, "id name kind description tags fields version created_at updated_at"), QString());
    QCOMPARE(secret.value(QLatin1StringView("version")).toInt(), 1);
    QCOMPARE(secret.value(QLatin1StringView("fields")).toArray().size(), 3);
    const QJsonObject version = shapes::historyRow(account->credential.versions.first());
    QCOMPARE(missingFrom(version, "version state created_at note"), QString());
    QCOMPARE(version.value(QLatin1StringView("state")).toString(), QStringLiteral("current"));

    vault::AuditEntry entry;
    entry.seq = 7;
    entry.timeMs = 1'763'843'465'120;
    entry.event.kind = QStringLiteral("run");
    const QJsonObject audit = shapes::auditRow(entry);
    QCOMPARE(missingFrom(audit, "seq time kind name program outcome"), QString());
    QCOMPARE(audit.value(QLatin1StringView("time")).toString(), QStringLiteral("2025-11-22T20:31:05.120Z"));
}

void TestJsonShapes::save()
{
    SaveOutcome outcome;
    outcome.credential.name = QStringLiteral("bitget/main");
    QJsonObject object = shapes::saveOutcome(outcome);
    QCOMPARE(missingFrom(object, "name saved check consent_required"), QString());
    QVERIFY(object.value(QLatin1StringView("check")).isNull());
    outcome.check = report(QStringLiteral("withdraw"));
    outcome.consentRequired = true;
    object = shapes::saveOutcome(outcome);
    QVERIFY(object.value(QLatin1StringView("consent_required")).toBool());
    QVERIFY(object.value(QLatin1StringView("check"))
                .toObject()
                .value(QLatin1StringView("message"))
                .toString()
                .contains(QStringLiteral("may withdraw money")));
}

void TestJsonShapes::error()
{
    const QJsonObject inner =
        shapes::errorObject({ErrorCode::NotFound, QStringLiteral("x")}).value(QLatin1StringView("error")).toObject();
    QCOMPARE(missingFrom(inner, "code message hint"), QString());
    QCOMPARE(inner.value(QLatin1StringView("code")).toString(), QStringLiteral("not_found"));
}

void TestJsonShapes::catalogue()
{
    const auto catalogue = exchange::ExchangeCatalogue::load();
    VERIFY_OK(catalogue);
    const QJsonArray all = shapes::catalogue(*catalogue);
    QCOMPARE(all.size(), catalogue->list().size());
    const QJsonObject bitget = all.first().toObject();
    QCOMPARE(bitget.value(QLatin1StringView("id")).toString(), QStringLiteral("bitget"));
    QCOMPARE(
        bitget.value(QLatin1StringView("fields")).toArray().first().toObject().value(QLatin1StringView("id")).toString(),
        QStringLiteral("api_key"));
}

void TestJsonShapes::status_data()
{
    QTest::addColumn<bool>("initialized");
    QTest::addColumn<int>("state"); // -1: unknown
    QTest::addColumn<QString>("expectedState");
    QTest::addColumn<bool>("locked");
    QTest::addColumn<int>("keychain");
    QTest::addColumn<QString>("expectedKeychain");

    using Keychain = vault::ports::KeychainState;
    const auto lock = [](service::LockState state) { return static_cast<int>(state); };
    QTest::newRow("none") << false << -1 << "" << false << int(Keychain::Ready) << "ready";
    QTest::newRow("locked") << true << lock(service::LockState::Locked) << "locked" << true << int(Keychain::Locked)
                            << "locked";
    QTest::newRow("open") << true << lock(service::LockState::Unlocked) << "unlocked" << false << int(Keychain::NoCollection)
                          << "absent";
    QTest::newRow("no bus") << true << lock(service::LockState::Locked) << "locked" << true << int(Keychain::NoBus)
                            << "no-service";
    QTest::newRow("no answer") << true << lock(service::LockState::Locked) << "locked" << true << int(Keychain::NoAnswer)
                               << "";
}

void TestJsonShapes::status()
{
    QFETCH(int, state);
    QFETCH(int, keychain);
    QFETCH(bool, initialized);
    shapes::StatusFacts facts;
    facts.initialized = initialized;
    if (state >= 0)
        facts.state = static_cast<service::LockState>(state);
    facts.keychain.state = static_cast<vault::ports::KeychainState>(keychain);
    const QJsonObject object = shapes::status(facts);
    QCOMPARE(missingFrom(object, "initialized state locked format credential_count slots exchange llm keychain agent"),
             QString());
    QTEST(object.value(QLatin1StringView("state")).toString(), "expectedState");
    QTEST(object.value(QLatin1StringView("locked")).toBool(), "locked");
    QTEST(object.value(QLatin1StringView("keychain")).toObject().value(QLatin1StringView("state")).toString(),
          "expectedKeychain");
    // What a closed vault does not tell is null, with the shape kept.
    const auto configured = [](const QJsonObject &whole) {
        return whole.value(QLatin1StringView("exchange"))
            .toObject()
            .value(QLatin1StringView("bitget"))
            .toObject()
            .value(QLatin1StringView("configured"));
    };
    QVERIFY(configured(object).isNull());
    QVERIFY(object.value(QLatin1StringView("credential_count")).isNull());
    facts.exchangesConfigured = QMap<QString, bool>{{QStringLiteral("bitget"), true}};
    QCOMPARE(configured(shapes::status(facts)), QJsonValue(true));
    const QJsonObject llm = object.value(QLatin1StringView("llm")).toObject();
    QCOMPARE(missingFrom(llm, "provider model base_url azure_configured source"), QString());
    QCOMPARE(missingFrom(llm.value(QLatin1StringView("source")).toObject(), "provider model base_url"), QString());
}

LATCHKEY_TEST_MAIN(TestJsonShapes)
#include "tst_jsonshapes.moc"
