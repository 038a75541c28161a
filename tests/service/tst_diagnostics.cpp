// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/diagnostics.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QThread>

using servicetest::Bench;
using testsupport::await;

namespace {

service::ports::SystemFacts goodFacts()
{
    service::ports::SystemFacts facts;
    facts.protection = {false, 0, base::SecureHeapState::Locked, 4096};
    facts.stateFolder = QDir::homePath() + QStringLiteral("/.local/state/latchkey");
    facts.controlSocket = QStringLiteral("/run/user/1000/latchkey/0123.ctl");
    facts.fileSystem = QStringLiteral("ext4");
    facts.agentRuns = true;
    facts.opensslVersion = QStringLiteral("3.0.15");
    facts.sqliteVersion = QStringLiteral("3.40.1");
    return facts;
}

} // namespace

class TestDiagnostics final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<Bench>();
        m_bench->facts = goodFacts();
    }
    void cleanup() { m_bench.reset(); }
    void allIsWell();
    void problems();
    void openFile();
    void vaultOnAnotherComputer();
    void factsForPeople();
    void nothingToHide();
    void offTheMainThread();

private:
    [[nodiscard]] service::DiagnosticReport report() const
    {
        return await(m_bench->diagnostics->report()).value_or(service::DiagnosticReport{});
    }

    std::unique_ptr<Bench> m_bench;
};

void TestDiagnostics::allIsWell()
{
    const service::DiagnosticReport told = report();
    QCOMPARE(told.problems, QStringList());
    const QJsonObject protection = told.document[QStringLiteral("protection")].toObject();
    QCOMPARE(protection[QStringLiteral("secure_heap")].toString(), QStringLiteral("locked"));
    QCOMPARE(protection[QStringLiteral("dumpable")], QJsonValue(false));
    QCOMPARE(protection[QStringLiteral("locked_kib")].toInt(), 4096);
    const QJsonObject vault = told.document[QStringLiteral("vault")].toObject();
    QCOMPARE(vault[QStringLiteral("path")].toString(), m_bench->home.path());
    QCOMPARE(vault[QStringLiteral("file_mode")].toString(), QStringLiteral("0600"));
    QCOMPARE(vault[QStringLiteral("folder_mode")].toString(), QStringLiteral("0700"));
    QCOMPARE(vault[QStringLiteral("file_system")].toString(), QStringLiteral("ext4"));
    QCOMPARE(told.document[QStringLiteral("agent")].toObject()[QStringLiteral("running")], QJsonValue(true));
    QCOMPARE(told.document[QStringLiteral("versions")].toObject()[QStringLiteral("openssl")].toString(),
             QStringLiteral("3.0.15"));
    QVERIFY(!told.document[QStringLiteral("keychain")].toObject()[QStringLiteral("message")].toString().isEmpty());
}

void TestDiagnostics::problems()
{
    m_bench->facts.protection = {true, 1024, base::SecureHeapState::NotLocked, {}};
    m_bench->facts.agentRuns = base::fail(base::ErrorCode::UnsafePermissions, QStringLiteral("/run/x"));
    const service::DiagnosticReport told = report();
    QCOMPARE(told.problems.size(), 4);
    QVERIFY(told.problems[0].contains(QStringLiteral("RLIMIT_MEMLOCK")));
    QVERIFY(told.problems[3].contains(QStringLiteral("/run/x")));
    const QJsonObject protection = told.document[QStringLiteral("protection")].toObject();
    QVERIFY(protection[QStringLiteral("locked_kib")].isNull());
    QCOMPARE(told.document[QStringLiteral("problems")].toArray().size(), 4);
    // Asked anew each time.
    m_bench->facts = goodFacts();
    QCOMPARE(report().problems.size(), 0);
}

void TestDiagnostics::openFile()
{
    QVERIFY(QFile::setPermissions(m_bench->home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QCOMPARE(report().problems, QStringList{m_bench->home.path() + QStringLiteral(" is open to other users.")});
}

void TestDiagnostics::vaultOnAnotherComputer()
{
    m_bench->facts.fileSystem = QStringLiteral("nfs");
    m_bench->facts.vaultPlace = base::fail(base::ErrorCode::IoFailure, QStringLiteral("network_file_system"));
    const service::DiagnosticReport told = report();
    QCOMPARE(told.problems.size(), 1);
    QVERIFY2(told.problems[0].contains(QStringLiteral("network file system")), qPrintable(told.problems[0]));
    QCOMPARE(told.document[QStringLiteral("vault")].toObject()[QStringLiteral("file_system")].toString(),
             QStringLiteral("nfs"));
}

void TestDiagnostics::factsForPeople()
{
    const auto facts = service::diagnosticFacts(report().document);
    const auto has = [&facts](const char *name, const QString &value) {
        return facts.contains(std::pair(QString::fromLatin1(name), value));
    };
    QVERIFY(has("protection, secure heap", QStringLiteral("locked")));
    QVERIFY(has("protection, dumpable", QStringLiteral("no")));
    QVERIFY(has("agent, running", QStringLiteral("yes")));
    QVERIFY(has("keychain, backend", QStringLiteral("-")));
}

/// What a person copies into a report to strangers.
void TestDiagnostics::nothingToHide()
{
    m_bench->putSecret(QStringLiteral("exchange/very-own-name"), {QStringLiteral("value=hidden-77")});
    m_bench->facts.protection.dumpable = true;
    const QString text = service::diagnosticText(report());
    QVERIFY(!text.contains(QStringLiteral("hidden-77")));
    QVERIFY(!text.contains(QStringLiteral("very-own-name")));
    QVERIFY(!text.contains(QDir::homePath() + QLatin1Char('/')));
    QVERIFY(text.contains(QStringLiteral("~/.local/state/latchkey")));
    QVERIFY(text.contains(QStringLiteral("versions, sqlite: 3.40.1\n")));
    QVERIFY(text.contains(QStringLiteral("! Other programs of this user may read this process.\n")));
}

/// A disk may take its time; the window must not.
void TestDiagnostics::offTheMainThread()
{
    QThread *asked = nullptr;
    service::Diagnostics diagnostics(*m_bench->host, [&asked] {
        asked = QThread::currentThread();
        return goodFacts();
    });
    QVERIFY(await(diagnostics.report()).has_value());
    QVERIFY(asked != nullptr && asked != QThread::currentThread());
}

LATCHKEY_TEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
