// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accountstore.h"

#include "service/jsonshapes.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

using service::ExchangeOptions;
using service::SaveOutcome;
using servicetest::Bench;
using servicetest::bitgetFields;
using servicetest::report;
using testsupport::await;

namespace {

const QString kName = QStringLiteral("bitget/main");
const QString kKey = QStringLiteral("bitget/main#api_key");
const QString kA = QStringLiteral("bg_0123456789abcdef0123456789abcdef");
const QString kB = QStringLiteral("bg_fedcba9876543210fedcba9876543210");
const QString kC = QStringLiteral("bg_cccccccccccccccccccccccccccccccc");
const QString kElsewhere = QStringLiteral("https://127.0.0.1:9");
const QString kHeld = QStringLiteral("consent_required");

ExchangeOptions unchecked()
{
    ExchangeOptions out;
    out.check = false;
    return out;
}

/// "used", "waits", "held", or the error.
QString told(const base::Result<SaveOutcome> &result)
{
    if (!result)
        return vaulttest::describe(result.error());
    return result->consentRequired ? QStringLiteral("held")
        : result->inUse            ? QStringLiteral("used")
                                   : QStringLiteral("waits");
}

} // namespace

/// Which version programs get, whatever happens in between.
class TestAccountStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<Bench>();
    }
    void cleanup() { m_bench.reset(); }

    // Consent was written ahead of the version that it was for, and the next key found it there.
    void consentIsForTheKeyThatIsStored()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        ExchangeOptions accept;
        accept.acceptWithdraw = true;
        accept.baseUrl = kElsewhere;
        base::SecretFields tooMany = bitgetFields(kB);
        for (int i = 0; i < 300; ++i)
            tooMany.emplace(QStringLiteral("f%1").arg(i), vaulttest::secret("x"));
        const vault::Credential before = m_bench->stored(kName);
        QCOMPARE(update(QStringLiteral("works"), accept, std::move(tooMany)),
                 QStringLiteral("invalid_argument: number of fields"));
        QCOMPARE(m_bench->stored(kName).attributes, before.attributes);
        QCOMPARE(m_bench->stored(kName).revision, before.revision);
        QCOMPARE(update(QStringLiteral("withdraw"), {}, bitgetFields(kC)), QStringLiteral("held"));
        QCOMPARE(m_bench->got(kKey), kA);
    }

    void addressWaitsWithTheKey()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        ExchangeOptions moved;
        moved.baseUrl = kElsewhere;
        QCOMPARE(update(QStringLiteral("unchecked:network"), moved, bitgetFields(kB)), QStringLiteral("waits"));
        QCOMPARE(m_bench->bitget->asked.last().target.baseUrl, QUrl(kElsewhere));
        QCOMPARE(signedFor(), QStringLiteral("https://api.bitget.com/api/v2/x"));
        QCOMPARE(unreadable(), QStringList());
        // Checked again, still there; and when it works, all of it is used.
        QCOMPARE(check(QStringLiteral("works")), QStringLiteral("used"));
        QCOMPARE(m_bench->bitget->asked.last().target.baseUrl, QUrl(kElsewhere));
        QCOMPARE(signedFor(), kElsewhere + QStringLiteral("/api/v2/x"));
        QCOMPARE(m_bench->got(kKey), kB);
        QCOMPARE(m_bench->got(QStringLiteral("latchkey://bitget/main/api_key?version=1")), kA);
        QCOMPARE(unreadable(), QStringList());
    }

    void addressAloneIsProvenToo()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        ExchangeOptions moved;
        moved.baseUrl = kElsewhere;
        QCOMPARE(update(QStringLiteral("unchecked:network"), moved, {}), QStringLiteral("waits"));
        QCOMPARE(signedFor(), QStringLiteral("https://api.bitget.com/api/v2/x"));
        moved.baseUrl = QStringLiteral("https://127.0.0.2:9");
        QCOMPARE(update(QStringLiteral("works"), moved, {}), QStringLiteral("used"));
        QCOMPARE(signedFor(), QStringLiteral("https://127.0.0.2:9/api/v2/x"));
        QCOMPARE(m_bench->versions(kName), QStringLiteral("1 previous, 2 rejected, 3 current"));
        moved.check = false;
        moved.baseUrl = QStringLiteral("http://api.example.com");
        QCOMPARE(update(QString(), moved, {}), QStringLiteral("insecure_transport: api.example.com"));
        ExchangeOptions demo;
        demo.demo = true; // fixed after the first save
        QCOMPARE(update(QString(), demo, {}), QStringLiteral("invalid_argument: environment"));
        moved.baseUrl = kElsewhere; // meant so: at once
        QCOMPARE(update(QString(), moved, {}), QStringLiteral("used"));
        QCOMPARE(signedFor(), kElsewhere + QStringLiteral("/api/v2/x"));
        QCOMPARE(unreadable(), QStringList());
    }

    void addressGoesWithTheKeyThatFailed()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        ExchangeOptions moved;
        moved.baseUrl = kElsewhere;
        QCOMPARE(update(QStringLiteral("refused:key"), moved, bitgetFields(kB)), QStringLiteral("waits"));
        QCOMPARE(update(QStringLiteral("works"), {}, bitgetFields(kC)), QStringLiteral("used"));
        QCOMPARE(m_bench->bitget->asked.last().target.baseUrl, QUrl());
        QCOMPARE(signedFor(), QStringLiteral("https://api.bitget.com/api/v2/x"));
        QCOMPARE(unreadable(), QStringList());
    }

    void heldHoweverItIsSaved()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        QCOMPARE(update(QStringLiteral("withdraw"), {}, bitgetFields(kB)), QStringLiteral("held"));
        QCOMPARE(update(QString(), unchecked(), bitgetFields(kB)), QStringLiteral("held"));
        QCOMPARE(m_bench->got(kKey), kA);
        m_bench->putSecret(QStringLiteral("bitget_api_key"), {QStringLiteral("value= ") + kB + QLatin1Char('\n')});
        QCOMPARE(m_bench->got(kKey), kA);
        // Another one in between changes nothing about it.
        QCOMPARE(update(QString(), unchecked(), bitgetFields(kC)), QStringLiteral("used"));
        QCOMPARE(update(QString(), unchecked(), bitgetFields(kB)), QStringLiteral("held"));
        QCOMPARE(check(QStringLiteral("unchecked:network")), QStringLiteral("held"));
        QCOMPARE(m_bench->got(kKey), kC);
        VERIFY_OK(await(m_bench->exchanges->consent(kName)));
        QCOMPARE(m_bench->got(kKey), kC); // agreed to, but this version of it was never seen to work
        QCOMPARE(check(QStringLiteral("withdraw")), QStringLiteral("used"));
        QCOMPARE(m_bench->got(kKey), kB);
    }

    void harmlessKeyIsNotHeldForAnother()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        QCOMPARE(update(QStringLiteral("withdraw"), {}, bitgetFields(kB)), QStringLiteral("held"));
        QCOMPARE(update(QString(), unchecked(), vaulttest::fields({QStringLiteral("passphrase=Another12")})),
                 QStringLiteral("used"));
        QCOMPARE(m_bench->got(kKey), kA);
        QCOMPARE(m_bench->got(QStringLiteral("bitget/main#passphrase")), QStringLiteral("Another12"));
        QVERIFY(!await(m_bench->exchanges->show(kName))->consentRequired);
    }

    // Found out about a corrected version, it holds for every version with that key.
    void heldInOlderVersions()
    {
        QCOMPARE(add(QStringLiteral("refused:passphrase")), QStringLiteral("used"));
        QCOMPARE(update(QStringLiteral("withdraw"), {}, vaulttest::fields({QStringLiteral("passphrase=Another12")})),
                 QStringLiteral("held"));
        QCOMPARE(m_bench->got(kKey), kHeld);
        QCOMPARE(m_bench->got(QStringLiteral("latchkey://bitget/main/api_secret?version=1")), kHeld);
        VERIFY_OK(await(m_bench->exchanges->consent(kName)));
        QCOMPARE(m_bench->got(QStringLiteral("bitget/main#passphrase")), QStringLiteral("Another12"));
        QCOMPARE(m_bench->got(QStringLiteral("latchkey://bitget/main/api_key?version=1")), kA);
    }

    void harmlessIsHarmless()
    {
        QCOMPARE(add(QStringLiteral("withdraw")), QStringLiteral("held"));
        QCOMPARE(check(QStringLiteral("works")), QStringLiteral("used")); // switched off at the exchange
        QCOMPARE(check(QStringLiteral("unchecked:network")), QStringLiteral("used"));
        QCOMPARE(m_bench->got(kKey), kA);
    }

    void reportOfAnotherKeyIsNotShown()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        QVERIFY(await(m_bench->exchanges->show(kName))->lastCheck);
        QCOMPARE(update(QString(), unchecked(), bitgetFields(kB)), QStringLiteral("used"));
        QVERIFY(!await(m_bench->exchanges->show(kName))->lastCheck);
        QVERIFY(!await(m_bench->exchanges->list())->first().lastCheck);
        QCOMPARE(check(QStringLiteral("works")), QStringLiteral("used"));
        QVERIFY(await(m_bench->exchanges->show(kName))->lastCheck);
        // What was found about a replacement is known when it gets into use.
        QCOMPARE(update(QStringLiteral("withdraw"), {}, bitgetFields(kC)), QStringLiteral("held"));
        VERIFY_OK(await(m_bench->exchanges->consent(kName)));
        const auto shown = await(m_bench->exchanges->show(kName));
        QVERIFY(shown->lastCheck && !shown->pendingCheck);
        QCOMPARE(shown->lastCheck->rights.withdraw, std::optional(true));
    }

    void consentAfterACheckThatWasCutShort()
    {
        m_bench->bitget->whenAsked = [this] { static_cast<void>(m_bench->host->lock(service::LockReason::User)); };
        m_bench->bitget->answer = report(QStringLiteral("works"));
        const auto saved = await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {},
                                                         bitgetFields()));
        m_bench->bitget->whenAsked = {};
        QCOMPARE(told(saved), QStringLiteral("waits")); // saved is saved
        QCOMPARE(saved->check->verdict, exchange::Verdict::Unchecked);
        QCOMPARE(saved->problem->code, base::ErrorCode::Locked);
        m_bench->unlock();
        QCOMPARE(m_bench->got(kKey), kHeld);
        VERIFY_OK(await(m_bench->exchanges->consent(kName)));
        QCOMPARE(m_bench->got(kKey), kA);
        QCOMPARE(check(QStringLiteral("withdraw")), QStringLiteral("used")); // agreed to
    }

    // Stored, and then reported as refused input: the second attempt found the name taken.
    void faultAfterSaving_data()
    {
        QTest::addColumn<base::ErrorCode>("code");
        QTest::addColumn<QString>("expected");

        QTest::newRow("header") << base::ErrorCode::InvalidArgument << "used";
        QTest::newRow("incomplete") << base::ErrorCode::MissingField << "used";
        QTest::newRow("memory") << base::ErrorCode::OutOfSecureMemory << "waits";
        QTest::newRow("cancelled") << base::ErrorCode::Cancelled << "waits";
    }
    void faultAfterSaving()
    {
        QFETCH(base::ErrorCode, code);
        m_bench->bitget->answer = base::fail(code, QStringLiteral("header"));
        const auto saved = await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {},
                                                         bitgetFields()));
        QTEST(told(saved), "expected");
        QCOMPARE(saved->problem->code, code);
        QCOMPARE(service::json::exitStatusForCheck(*saved), 7);
        const QJsonObject printed = service::json::saveOutcome(*saved);
        QCOMPARE(printed.value(QStringLiteral("saved")), QJsonValue(true));
        QCOMPARE(printed.value(QStringLiteral("check")).toObject().value(QStringLiteral("verdict")),
                 QJsonValue(QStringLiteral("unchecked")));
    }

    void unusableFieldsAreNotStored_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");

        QTest::newRow("control character") << "passphrase" << QStringLiteral("a\x1b[b") << "invalid_argument: passphrase";
        QTest::newRow("tab inside") << "passphrase" << QStringLiteral("a\tb") << "invalid_argument: passphrase";
        QTest::newRow("zero byte") << "api_secret" << QStringLiteral("a") + QChar(0) + QLatin1Char('b')
                                   << "invalid_argument: api_secret";
        QTest::newRow("of a field that is not known") << "more"
                                                      << QStringLiteral("a\x7f"
                                                                        "b")
                                                      << "invalid_argument: more";
        QTest::newRow("no name") << "" << "x" << "invalid_name: ";
        QTest::newRow("bad name") << "a b/c\n" << "x" << "invalid_name: a b/c\n";
    }
    void unusableFieldsAreNotStored()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        base::SecretFields fields = bitgetFields();
        fields.insert_or_assign(field, vaulttest::secret(value.toStdString()));
        QTEST(told(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, std::move(fields)))),
              "expected");
        QCOMPARE(await(m_bench->exchanges->list())->size(), 0);
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        QTEST(update(QStringLiteral("works"), {}, one(field, value)), "expected");
        QCOMPARE(m_bench->versions(kName), QStringLiteral("1 current"));
    }

    // Agreeing to a right is not agreeing to a key or an address that nobody has seen work.
    void consentNeedsProof()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        QCOMPARE(update(QStringLiteral("withdraw"), {}, bitgetFields(kB)), QStringLiteral("held"));
        ExchangeOptions moved;
        moved.baseUrl = kElsewhere;
        QCOMPARE(update(QStringLiteral("unchecked:network"), moved, {}), QStringLiteral("held"));
        QCOMPARE(told(await(m_bench->exchanges->consent(kName))), QStringLiteral("waits"));
        QCOMPARE(m_bench->got(kKey), kA);
        QCOMPARE(signedFor(), QStringLiteral("https://api.bitget.com/api/v2/x"));
        QCOMPARE(check(QStringLiteral("withdraw")), QStringLiteral("used")); // agreed to, and now seen to work
        QCOMPARE(m_bench->got(kKey), kB);
    }

    void keyInUseIsCheckedBesideWhatWaits()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        QCOMPARE(update(QStringLiteral("refused:key"), {}, bitgetFields(kC)), QStringLiteral("waits"));
        m_bench->bitget->whenAsked = [this] { // A may withdraw by now, C is still refused
            const bool isFirst = m_bench->bitget->asked.last().fields.contains(kA);
            m_bench->bitget->answer = report(isFirst ? QStringLiteral("withdraw") : QStringLiteral("refused:key"));
        };
        QCOMPARE(told(await(m_bench->exchanges->check(kName))), QStringLiteral("held"));
        QCOMPARE(m_bench->got(kKey), kHeld);
        QCOMPARE(m_bench->versions(kName), QStringLiteral("1 current, 2 pending"));
        const auto shown = await(m_bench->exchanges->show(kName));
        QVERIFY(shown->consentRequired);
        QCOMPARE(shown->lastCheck->rights.withdraw, std::optional(true));
        QCOMPARE(shown->pendingCheck->verdict, exchange::Verdict::Refused);
        QCOMPARE(told(await(m_bench->exchanges->consent(kName))), QStringLiteral("used")); // A; C still waits
        QCOMPARE(m_bench->got(kKey), kA);
    }

    // A check that takes its time, and somebody who saves meanwhile.
    void answerThatComesLate()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        m_bench->bitget->whenAsked = [this] {
            m_bench->bitget->whenAsked = {};
            static_cast<void>(update(QStringLiteral("refused:key"), {}, bitgetFields(kB)));
        };
        m_bench->bitget->answer = report(QStringLiteral("withdraw"));
        const auto checking = m_bench->exchanges->check(kName);
        QCOMPARE(m_bench->versions(kName), QStringLiteral("1 current"));
        static_cast<void>(await(checking));
        QCOMPARE(m_bench->versions(kName), QStringLiteral("1 current, 2 pending")); // not thrown away

        m_bench->bitget->whenAsked = [this] {
            m_bench->bitget->whenAsked = {};
            ExchangeOptions moved = unchecked();
            moved.baseUrl = kElsewhere;
            QCOMPARE(update(QStringLiteral("works"), moved, {}), QStringLiteral("waits"));
        };
        QVERIFY(check(QStringLiteral("works")).startsWith(QStringLiteral("conflict"))); // about another address
    }

    void correctionIsForWhatWaits()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        ExchangeOptions moved;
        moved.baseUrl = kElsewhere;
        QCOMPARE(update(QStringLiteral("refused:passphrase"), moved, bitgetFields(kB)), QStringLiteral("waits"));
        // One field by its alias is about the key in use.
        m_bench->putSecret(QStringLiteral("bitget_passphrase"), {QStringLiteral("value=OfTheFirst1")});
        QCOMPARE(m_bench->got(QStringLiteral("bitget/main#passphrase")), QStringLiteral("OfTheFirst1"));
        QCOMPARE(m_bench->versions(kName), QStringLiteral("1 previous, 2 pending, 3 current"));
        QCOMPARE(update(QStringLiteral("works"), {}, one(QStringLiteral("passphrase"), QStringLiteral("OfTheSecond1"))),
                 QStringLiteral("used"));
        QCOMPARE(m_bench->got(kKey), kB);
        QCOMPARE(m_bench->got(QStringLiteral("bitget/main#passphrase")), QStringLiteral("OfTheSecond1"));
        QCOMPARE(signedFor(), kElsewhere + QStringLiteral("/api/v2/x"));
        QCOMPARE(unreadable(), QStringList());
    }

    void requireFree()
    {
        const auto asked = [this](const QString &account) {
            const auto done = await(m_bench->exchanges->requireFree(QStringLiteral("bitget"), account));
            return done ? QStringLiteral("free") : vaulttest::describe(done.error());
        };
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        QCOMPARE(asked(QStringLiteral("other")), QStringLiteral("free"));
        QCOMPARE(asked(QStringLiteral("MAIN")), QStringLiteral("already_exists: bitget/MAIN"));
        QVERIFY(asked(QStringLiteral("a\nb")).startsWith(QStringLiteral("invalid_name")));
    }

    void checkIsNoEdit()
    {
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        const std::int64_t before = m_bench->stored(kName).updatedAtMs;
        m_bench->home.clock.advance(60'000);
        QCOMPARE(check(QStringLiteral("works")), QStringLiteral("used"));
        QCOMPARE(m_bench->stored(kName).updatedAtMs, before);
        QCOMPARE(check(QStringLiteral("withdraw")), QStringLiteral("held"));
        QVERIFY(m_bench->stored(kName).updatedAtMs > before);
    }

    void nothingWaitsForConsent()
    {
        const auto refused = [this] {
            const auto done = await(m_bench->exchanges->consent(kName));
            return done ? QStringLiteral("given") : vaulttest::describe(done.error());
        };
        QCOMPARE(refused(), QStringLiteral("not_found: bitget/main"));
        QCOMPARE(add(QStringLiteral("works")), QStringLiteral("used"));
        QCOMPARE(refused(), QStringLiteral("not_found: consent"));
        // A replacement that does not work waits for something else.
        QCOMPARE(update(QStringLiteral("refused:key"), {}, bitgetFields(kB)), QStringLiteral("waits"));
        QCOMPARE(refused(), QStringLiteral("not_found: consent"));
        QCOMPARE(m_bench->got(kKey), kA);
    }

private:
    static base::SecretFields one(const QString &field, const QString &value)
    {
        base::SecretFields out;
        out.emplace(field, vaulttest::secret(value.toStdString()));
        return out;
    }
    QString add(const QString &what)
    {
        m_bench->bitget->answer = report(what);
        return told(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, bitgetFields())));
    }
    QString update(const QString &what, const ExchangeOptions &options, base::SecretFields fields)
    {
        m_bench->bitget->answer = report(what);
        return told(await(m_bench->exchanges->update(kName, options, std::move(fields))));
    }
    QString check(const QString &what)
    {
        m_bench->bitget->answer = report(what);
        return told(await(m_bench->exchanges->check(kName)));
    }
    QString signedFor()
    {
        exchange::SigningRequest request;
        request.method = QByteArrayLiteral("GET");
        request.path = QByteArrayLiteral("/api/v2/x");
        const auto made = await(m_bench->exchanges->sign(kName, std::move(request)));
        return made ? made->url.toString() : vaulttest::describe(made.error());
    }
    QStringList unreadable()
    {
        const auto found = await(m_bench->host->withSession([](vault::Session &session) {
            return vault::CredentialStore(session).findUnreadable();
        }));
        return found ? *found : QStringList{vaulttest::describe(found.error())};
    }

    std::unique_ptr<Bench> m_bench;
};

LATCHKEY_TEST_MAIN(TestAccountStore)
#include "tst_accountstore.moc"
