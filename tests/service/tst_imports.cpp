// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/imports.h"

#include "service/aliases.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QSemaphore>
#include <QSignalSpy>

using service::ImportOutcome;
using service::ImportReport;
using service::ImportRequest;
using servicetest::Bench;
using testsupport::await;

namespace {

/// A database whose rows the test chose.
class PlayedDatabase final : public transfer::ports::FernetDatabase {
public:
    [[nodiscard]] base::Result<QList<transfer::ports::FernetRow>> read(const QString &path) override
    {
        asked << path;
        return rows;
    }

    QList<transfer::ports::FernetRow> rows;
    QStringList asked;
};

// Of the Fernet specification: a key that is no secret, and "hello" under it.
const QByteArray kKey("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=\n");
const QByteArray
    kHello("gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==");

QString counts(const ImportReport &report)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(report.count(ImportOutcome::New))
        .arg(report.count(ImportOutcome::Same))
        .arg(report.count(ImportOutcome::Conflict))
        .arg(report.count(ImportOutcome::Skipped));
}

} // namespace

class TestImports final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newThenSameThenConflict();
    void previewWritesNothing();
    void goesToTheUsersAlias();
    void keptNamesCanBeUsed();
    void refused_data();
    void refused();
    void fernetDatabase();
    void databaseOfAnotherFormat();
    void keyFiles();
    void sourceInARepository();
    void locked();
    void lockedMeanwhile();
    void tenThousand();

private:
    [[nodiscard]] QString file(const QString &name, const QByteArray &content);
    [[nodiscard]] QString run(const QString &path);
    [[nodiscard]] base::Result<ImportReport> ask(const ImportRequest &request) { return await(m_imports->run(request)); }

    std::unique_ptr<Bench> m_bench;
    PlayedDatabase m_database;
    std::unique_ptr<service::Imports> m_imports;
};

void TestImports::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
    m_database = {};
    m_imports = std::make_unique<service::Imports>(service::Imports::Parts{*m_bench->host, *m_bench->catalogue, m_database,
                                                                           service::Caller{QStringLiteral("test")}});
}

void TestImports::cleanup()
{
    m_imports.reset();
    m_bench.reset();
}

QString TestImports::file(const QString &name, const QByteArray &content)
{
    const QString path = m_bench->home.file(name);
    if (!vaulttest::writeFile(path, content))
        qFatal("no file for a test");
    return path;
}

QString TestImports::run(const QString &path)
{
    const auto report = ask({.path = path});
    return report ? counts(*report) : vaulttest::describe(report.error());
}

void TestImports::newThenSameThenConflict()
{
    const QByteArray content(
        "BITGET_API_KEY=bg_0123456789abcdef0123456789abcdef\nBITGET_SECRET_KEY=s\nBITGET_PASSPHRASE=p\nA=1\nE=\n");
    const QString path = file(QStringLiteral("dot.env"), content);
    QSignalSpy changed(m_bench->host.get(), &service::VaultHost::contentChanged);
    QCOMPARE(run(path), QStringLiteral("2 0 0 1"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_bench->got(QStringLiteral("bitget_secret_key")), QStringLiteral("s"));
    QCOMPARE(m_bench->got(QStringLiteral("A")), QStringLiteral("1"));
    QCOMPARE(m_bench->stored(QStringLiteral("bitget/main")).kind, vault::CredentialKind::Exchange);
    QCOMPARE(run(path), QStringLiteral("0 2 0 1"));
    QCOMPARE(changed.count(), 1); // nothing to read anew
    QCOMPARE(vaulttest::contentOf(path), content);

    const QString other = file(QStringLiteral("other.env"), "A=2\nB=3\n");
    const auto report = ask({.path = other});
    QVERIFY(report);
    QCOMPARE(counts(*report), QStringLiteral("1 0 1 0"));
    QVERIFY(report->hasConflicts());
    QCOMPARE(m_bench->got(QStringLiteral("A")), QStringLiteral("1"));
    QCOMPARE(m_bench->got(QStringLiteral("B")), QStringLiteral("3"));
    QCOMPARE(m_bench->auditKinds().count(QStringLiteral("imported")), 3);
}

void TestImports::previewWritesNothing()
{
    m_bench->putSecret(QStringLiteral("A"), {QStringLiteral("value=1")});
    const QStringList log = m_bench->auditKinds();
    const auto report = await(m_imports->preview({.path = file(QStringLiteral("x"), "A=1\nB=2\n")}));
    QVERIFY(report);
    QVERIFY(report->dryRun && report->detected);
    QCOMPARE(counts(*report), QStringLiteral("1 1 0 0"));
    QCOMPARE(m_bench->got(QStringLiteral("B")), QStringLiteral("not_found"));
    QCOMPARE(m_bench->auditKinds(), log);
}

void TestImports::goesToTheUsersAlias()
{
    m_bench->putSecret(QStringLiteral("bot/telegram"), {QStringLiteral("token=1")});
    service::Aliases aliases(*m_bench->host, service::Caller{QStringLiteral("test")});
    QVERIFY(await(aliases.add(QStringLiteral("tg"), QStringLiteral("bot/telegram#token"))));
    QCOMPARE(run(file(QStringLiteral("x"), "TG=1\n")), QStringLiteral("0 1 0 0"));
    QCOMPARE(run(file(QStringLiteral("y"), "TG=2\n")), QStringLiteral("0 0 1 0"));
}

void TestImports::keptNamesCanBeUsed()
{
    QCOMPARE(run(file(QStringLiteral("x"), R"x({"key (old)":"1"})x")), QStringLiteral("1 0 0 0"));
    QCOMPARE(m_bench->got(QStringLiteral("latchkey://key%20%28old%29/value")), QStringLiteral("1"));
    QCOMPARE(m_bench->got(QStringLiteral("key%20%28old%29")), QStringLiteral("1"));
    QCOMPARE(m_bench->got(QStringLiteral("key (old)")), QStringLiteral("invalid_name"));
    QCOMPARE(m_bench->stored(QStringLiteral("key%20%28old%29")).name, QStringLiteral("key (old)"));
    QVERIFY(await(m_bench->secrets->remove(QStringLiteral("key%20%28old%29"))));
    QCOMPARE(m_bench->got(QStringLiteral("key%20%28old%29")), QStringLiteral("not_found"));
}

void TestImports::refused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");

    QTest::newRow("unknown") << QByteArray("only words")
                             << "invalid_argument: the format of this file is not known; name it with --format";
    QTest::newRow("ambiguous") << QByteArray(R"({"exchange":{"name":"x"},"exchanges":{"x":{"api-key":"k"}}})")
                               << "invalid_argument: this file may be freqtrade or octobot; say which with --format";
    QTest::newRow("Fernet without a key") << kHello << "missing_field: --key-file";
}

void TestImports::refused()
{
    QFETCH(QByteArray, content);
    QTEST(run(file(QStringLiteral("refused"), content)), "expected");
    QCOMPARE(await(m_bench->secrets->list())->size(), 0);
    QVERIFY(!m_bench->auditKinds().contains(QStringLiteral("imported")));
}

void TestImports::fernetDatabase()
{
    m_database.rows = {{QStringLiteral("greeting"), QStringLiteral("d"), kHello}, {QStringLiteral("bad"), {}, "x"}};
    const QString path = file(QStringLiteral("secrets.db"), QByteArray("SQLite format 3\0", 16) + QByteArray(5 << 20, '\0'));
    QCOMPARE(run(path), QStringLiteral("missing_field: --key-file"));
    const QString key = file(QStringLiteral("secret.key"), kKey);
    const auto report = ask({.path = path});
    QVERIFY(report);
    QCOMPARE(counts(*report), QStringLiteral("1 0 0 1"));
    QCOMPARE(report->format, transfer::ImportFormat::FernetDatabase);
    QCOMPARE(report->keyFile, key);
    QCOMPARE(m_database.asked, QStringList{path});
    QCOMPARE(m_bench->got(QStringLiteral("greeting")), QStringLiteral("hello"));
    QCOMPARE(m_bench->stored(QStringLiteral("greeting")).description, QStringLiteral("d"));
}

/// It must not read as an empty store that can be deleted.
void TestImports::databaseOfAnotherFormat()
{
    const QString path = file(QStringLiteral("secrets.db"), QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\0'));
    file(QStringLiteral("secret.key"), kKey).clear();
    using enum transfer::ImportFormat;
    for (const transfer::ImportFormat format : {Env, Fernet, Json, Csv, Freqtrade, KeePassXc}) {
        const auto report = ask({.path = path, .format = format});
        QVERIFY(!report);
        QCOMPARE(vaulttest::describe(report.error()),
                 QStringLiteral("invalid_argument: this is a database; use --format fernet-db"));
    }
    QVERIFY(m_database.asked.isEmpty());
    VERIFY_OK(ask({.path = path, .format = FernetDatabase}));
    QCOMPARE(m_database.asked, QStringList{path});
}

void TestImports::keyFiles()
{
    const QString store = file(QStringLiteral(".secrets.enc"), kHello);
    QVERIFY(ask({.path = store, .keyFile = m_bench->home.file(QStringLiteral("absent"))}).error().code
            == base::ErrorCode::IoFailure);
    const QString wrong = file(QStringLiteral("other"), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    QCOMPARE(vaulttest::describe(ask({.path = store, .keyFile = wrong}).error()),
             QStringLiteral("invalid_argument: the key file does not belong to this file, or one of them was changed"));
    const QString none = file(QStringLiteral("none"), "no key");
    QCOMPARE(vaulttest::describe(ask({.path = store, .keyFile = none}).error()),
             QStringLiteral("invalid_argument: ") + none + QStringLiteral(": not a Fernet key"));
    file(QStringLiteral(".key"), kKey).clear();
    QCOMPARE(run(store), QStringLiteral("invalid_json: ")); // it was opened, and "hello" is no JSON
}

void TestImports::sourceInARepository()
{
    const QString path = file(QStringLiteral("dot.env"), "A=1\n");
    QVERIFY(!ask({.path = path})->inRepository);
    QVERIFY(QDir(m_bench->home.file(QString())).mkpath(QStringLiteral("work/.git")));
    const QString inside = file(QStringLiteral("work/dot.env"), "A=1\n");
    QVERIFY(ask({.path = inside})->inRepository);
}

void TestImports::locked()
{
    QVERIFY(await(m_bench->host->lock(service::LockReason::User)));
    QCOMPARE(run(file(QStringLiteral("dot.env"), "A=1\n")), QStringLiteral("locked: "));
}

/// A lock ends an import that stands before it in the line of the vault thread.
void TestImports::lockedMeanwhile()
{
    const QString path = file(QStringLiteral("dot.env"), "A=1\nB=2\n");
    for (const bool dryRun : {true, false}) {
        QSemaphore go;
        const auto before = m_bench->host->withSession([&go](vault::Session &) -> base::Result<bool> {
            go.acquire();
            return true;
        });
        const auto import = dryRun ? m_imports->preview({.path = path}) : m_imports->run({.path = path});
        // Files are read one after another: with this answer the first one stands in line.
        COMPARE_CODE(ask({.path = m_bench->home.file(QStringLiteral("absent"))}), base::ErrorCode::IoFailure);
        const auto locking = m_bench->host->lock(service::LockReason::User);
        go.release();
        COMPARE_CODE(await(import), base::ErrorCode::Cancelled);
        VERIFY_OK(await(locking));
        m_bench->unlock();
        QVERIFY(!m_bench->auditKinds().contains(QStringLiteral("imported")));
        QCOMPARE(m_bench->got(QStringLiteral("A")), QStringLiteral("not_found"));
    }
    QCOMPARE(run(path), QStringLiteral("2 0 0 0"));
}

void TestImports::tenThousand()
{
    // Three values each: more than the secure heap could hold at once, each in a block of its own.
    QByteArray text("{");
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(8, '0');
        text += (i == 0 ? "" : ",") + ("\"desk/" + number) + R"(":{"api_key":"bg_)" + number + number + R"(","api_secret":")"
            + number.repeated(4) + R"(","passphrase":"p)" + number + "\"}";
    }
    text += "}";
    const QString path = file(QStringLiteral("many.json"), text);
    QCOMPARE(run(path), QStringLiteral("10000 0 0 0"));
    QCOMPARE(m_bench->got(QStringLiteral("desk/00009999#passphrase")), QStringLiteral("p00009999"));
    QCOMPARE(run(path), QStringLiteral("0 10000 0 0"));
}

LATCHKEY_TEST_MAIN(TestImports)
#include "tst_imports.moc"
