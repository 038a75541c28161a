// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialimport.h"

#include "support/testmain.h"
#include "vaultfixture.h"

using namespace vaulttest;
using vault::CredentialImport;
using vault::ImportFate;

class TestCredentialImport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_vault.reset(); }
    void newSameAndConflict();
    void comparesWithWhatIsInUse();
    void previewWritesNothing();
    void allOrNothing();
    void notWantedAnyMore();
    void manyInLittleMemory();

private:
    using Items = QList<std::pair<QString, QStringList>>;
    [[nodiscard]] static CredentialImport::Source source(const Items &items);
    [[nodiscard]] QString stored(const Items &items);
    [[nodiscard]] QStringList kinds();

    std::unique_ptr<Home> m_home;
    std::unique_ptr<vault::Vault> m_vault;
};

namespace {

QString shownFates(const std::vector<ImportFate> &fates)
{
    QString out;
    for (const ImportFate fate : fates)
        out += fate == ImportFate::New ? u'n' : fate == ImportFate::Same ? u's' : u'c';
    return out;
}

} // namespace

void TestCredentialImport::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_home = std::make_unique<Home>();
    m_vault = m_home->create();
}

CredentialImport::Source TestCredentialImport::source(const Items &items)
{
    return [items](std::size_t at) -> base::Result<vault::NewCredential> {
        const auto &[name, fields] = items[static_cast<qsizetype>(at)];
        return vault::NewCredential{named(name), newVersion(fields)};
    };
}

QString TestCredentialImport::stored(const Items &items)
{
    const auto fates = CredentialImport(sessionOf(*m_vault))
                           .store(static_cast<std::size_t>(items.size()), source(items),
                                  auditEvent(QStringLiteral("imported")));
    return fates ? shownFates(*fates) : describe(fates.error());
}

QStringList TestCredentialImport::kinds()
{
    QStringList out;
    vault::Session &session = sessionOf(*m_vault);
    const auto read = session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(const auto entries, session.audit().list(0, 0));
        for (const vault::AuditEntry &entry : entries)
            out << entry.event.kind + u' ' + entry.event.details.value(QStringLiteral("items"));
        return {};
    });
    return read ? out : QStringList{describe(read.error())};
}

void TestCredentialImport::newSameAndConflict()
{
    const QStringList value{QStringLiteral("value=1")};
    QCOMPARE(stored({{QStringLiteral("a"), value}, {QStringLiteral("b"), {QStringLiteral("x=1"), QStringLiteral("y=2")}}}),
             QStringLiteral("nn"));
    QCOMPARE(kinds().last(3),
             (QStringList{QStringLiteral("credential-added "), QStringLiteral("credential-added "),
                          QStringLiteral("imported 2")}));
    const QString before = *contents(*m_vault);
    QCOMPARE(stored({{QStringLiteral("A"), value},
                     {QStringLiteral("a"), {QStringLiteral("value=2")}},
                     {QStringLiteral("b"), {QStringLiteral("x=1")}},
                     {QStringLiteral("b"), {QStringLiteral("x=1"), QStringLiteral("z=2")}}}),
             QStringLiteral("scsc"));
    QCOMPARE(*contents(*m_vault), before);
    QVERIFY(kinds().contains(QStringLiteral("imported 0")));
    VERIFY_OK(sessionOf(*m_vault).verifyEverything());
    QVERIFY(sessionOf(*m_vault).verifyEverything()->isEmpty());
}

void TestCredentialImport::comparesWithWhatIsInUse()
{
    vault::CredentialStore store(sessionOf(*m_vault));
    const auto made = store.add(named(QStringLiteral("a")), newVersion({QStringLiteral("value=1")}),
                                auditEvent(QStringLiteral("x")));
    VERIFY_OK(made);
    VERIFY_OK(store.addVersion(made->id, newVersion({QStringLiteral("value=2")}), auditEvent(QStringLiteral("x"))));
    QCOMPARE(stored({{QStringLiteral("a"), {QStringLiteral("value=1")}}}), QStringLiteral("c"));
    QCOMPARE(stored({{QStringLiteral("a"), {QStringLiteral("value=2")}}}), QStringLiteral("s"));
    // One that waits for its check is all there is.
    VERIFY_OK(store.add(named(QStringLiteral("p")), newVersion({QStringLiteral("value=3")}, vault::VersionState::Pending),
                        auditEvent(QStringLiteral("x"))));
    QCOMPARE(stored({{QStringLiteral("p"), {QStringLiteral("value=3")}}}), QStringLiteral("s"));
}

void TestCredentialImport::previewWritesNothing()
{
    QCOMPARE(stored({{QStringLiteral("a"), {QStringLiteral("value=1")}}}), QStringLiteral("n"));
    const QStringList log = kinds();
    const Items items{{QStringLiteral("a"), {QStringLiteral("value=1")}},
                      {QStringLiteral("b"), {QStringLiteral("value=1")}}};
    const auto fates = CredentialImport(sessionOf(*m_vault)).preview(2, source(items));
    VERIFY_OK(fates);
    QCOMPARE(shownFates(*fates), QStringLiteral("sn"));
    QCOMPARE(kinds(), log);
    QVERIFY(!*vault::CredentialStore(sessionOf(*m_vault)).find(QStringLiteral("b")));
}

void TestCredentialImport::allOrNothing()
{
    const QStringList log = kinds();
    const auto broken = [](std::size_t at) -> base::Result<vault::NewCredential> {
        if (at == 2)
            return base::fail(base::ErrorCode::OutOfSecureMemory);
        return vault::NewCredential{named(QStringLiteral("n%1").arg(at)), newVersion({QStringLiteral("value=1")})};
    };
    COMPARE_CODE(CredentialImport(sessionOf(*m_vault)).store(4, broken, auditEvent(QStringLiteral("imported"))),
                 base::ErrorCode::OutOfSecureMemory);
    QCOMPARE(kinds(), log);
    QCOMPARE(vault::CredentialStore(sessionOf(*m_vault)).list()->size(), 0);
}

void TestCredentialImport::notWantedAnyMore()
{
    const QStringList log = kinds();
    const auto item = [](std::size_t at) -> base::Result<vault::NewCredential> {
        return vault::NewCredential{named(QStringLiteral("n%1").arg(at)), newVersion({QStringLiteral("value=1")})};
    };
    for (const int most : {0, 1, 3}) {
        int asked = 0;
        CredentialImport import(sessionOf(*m_vault), [&asked, most] { return asked++ < most; });
        COMPARE_CODE(import.store(4, item, auditEvent(QStringLiteral("imported"))), base::ErrorCode::Cancelled);
        QCOMPARE(asked, most + 1);
        asked = 0;
        COMPARE_CODE(import.preview(4, item), base::ErrorCode::Cancelled);
        QCOMPARE(asked, most + 1);
    }
    QCOMPARE(kinds(), log);
    QCOMPARE(vault::CredentialStore(sessionOf(*m_vault)).list()->size(), 0);
    int asked = 0;
    CredentialImport import(sessionOf(*m_vault), [&asked] { return asked++ < 4; });
    VERIFY_OK(import.store(4, item, auditEvent(QStringLiteral("imported"))));
    QCOMPARE(vault::CredentialStore(sessionOf(*m_vault)).list()->size(), 4);
}

void TestCredentialImport::manyInLittleMemory()
{
    std::size_t most = 0;
    const std::size_t before = base::secureHeapUsed();
    const auto item = [&most](std::size_t at) -> base::Result<vault::NewCredential> {
        most = std::max(most, base::secureHeapUsed());
        return vault::NewCredential{named(QStringLiteral("n%1").arg(at)),
                                    newVersion({QStringLiteral("value=0123456789abcdef")})};
    };
    const auto fates = CredentialImport(sessionOf(*m_vault)).store(500, item, auditEvent(QStringLiteral("imported")));
    VERIFY_OK(fates);
    QCOMPARE(shownFates(*fates), QString(500, u'n'));
    QVERIFY2(most - before < 20'000, qPrintable(QString::number(most - before)));
}

LATCHKEY_TEST_MAIN(TestCredentialImport)
#include "tst_credentialimport.moc"
