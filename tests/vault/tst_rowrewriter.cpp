// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/rowrewriter.h"

#include "support/testmain.h"
#include "vault/credentialrows.h"
#include "vault/name.h"
#include "vault/settings.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::Keyring;
using vault::RowRewriter;
using vault::ports::RecordRow;

class TestRowRewriter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<Home>();
        m_vault = m_home->create();
        vault::CredentialStore store(sessionOf(*m_vault));
        vault::Credential exchange = named(QStringLiteral("Bitget/Main"));
        exchange.attributes = {{vault::attribute::kExchange, QStringLiteral("bitget")}};
        const auto added = store.add(exchange, newVersion({QStringLiteral("b=2"), QStringLiteral("a=1")}), {});
        VERIFY_OK(added);
        m_id = added->id;
        VERIFY_OK(store.setReport(m_id, "{}", {}));
        auto next = Keyring::derive(secret(Home::kKeychainSecret), m_home->vaultId, 2);
        VERIFY_OK(next);
        m_next = std::make_unique<Keyring>(*std::move(next));
        m_credential = row(vault::RecordKind::Credential, 0);
        m_version = row(vault::RecordKind::Version, 1);
        m_report = row(vault::RecordKind::Report, 0);
    }
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void contentStaysAndEveryByteIsNew()
    {
        RowRewriter rewriter = fresh();
        const auto credential = rewriter.rewritten(m_credential);
        const auto version = rewriter.rewritten(m_version);
        const auto report = rewriter.rewritten(m_report);
        VERIFY_OK(credential);
        VERIFY_OK(version);
        VERIFY_OK(report);
        QVERIFY(credential->key == m_credential.key && version->key == m_version.key && report->key == m_report.key);
        QCOMPARE(credential->nameIndex, m_next->nameIndex(vault::foldName(QStringLiteral("bitget/main"))));
        QVERIFY(credential->nameIndex != m_credential.nameIndex);
        const auto meta = m_next->open(vault::metaBinding(m_id, vault::RecordKind::Credential),
                                       base::view(credential->meta));
        VERIFY_OK(meta);
        const auto before = keys().open(vault::metaBinding(m_id, vault::RecordKind::Credential),
                                        base::view(m_credential.meta));
        VERIFY_OK(before);
        QVERIFY(meta->equals(*before));
        VERIFY_OK(m_next->open(vault::metaBinding(m_id, vault::RecordKind::Report), base::view(report->meta)));
        QVERIFY(version->secret != m_version.secret);
        QCOMPARE(version->secret.size(), m_version.secret.size());
        // Back again, which only works with the right bindings and the right order of the fields.
        RowRewriter back(*m_next, keys(), m_home->random);
        VERIFY_OK(back.rewritten(*credential));
        VERIFY_OK(back.rewritten(*version));
    }

    void removedOneStaysWithoutName()
    {
        RecordRow hidden = m_credential;
        hidden.nameIndex.clear();
        const auto done = fresh().rewritten(hidden);
        VERIFY_OK(done);
        QVERIFY(done->nameIndex.isEmpty());
    }

    void refused_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"orphan", "number", "stranger", "shorter", "longer", "count", "meta of a version",
                                 "secret of a credential", "number of a credential", "name of a report", "flipped"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void refused()
    {
        QFETCH(QString, what);
        RowRewriter rewriter = fresh();
        RecordRow bad = m_version;
        if (what != QStringLiteral("orphan"))
            VERIFY_OK(rewriter.rewritten(m_credential));
        if (what == QStringLiteral("number"))
            bad.key.n = 7;
        else if (what == QStringLiteral("stranger"))
            bad.key.owner = m_home->vaultId;
        else if (what == QStringLiteral("shorter"))
            bad.secret.chop(1);
        else if (what == QStringLiteral("longer"))
            bad.secret += 'x';
        else if (what == QStringLiteral("count"))
            bad.secret[1] = 3;
        else if (what == QStringLiteral("meta of a version"))
            bad.meta = "x";
        else if (what == QStringLiteral("flipped"))
            bad.secret = flipped(bad.secret, bad.secret.size() - 1);
        else if (what == QStringLiteral("name of a report"))
            (bad = m_report).nameIndex = m_credential.nameIndex;
        else if (what.endsWith(QStringLiteral("of a credential")))
            bad = m_credential;
        if (what == QStringLiteral("secret of a credential"))
            bad.secret = "x";
        else if (what == QStringLiteral("number of a credential"))
            bad.key.n = 1;
        COMPARE_CODE(rewriter.rewritten(bad), ErrorCode::IntegrityFailure);
    }

private:
    [[nodiscard]] const Keyring &keys() { return sessionOf(*m_vault).keys(); }
    [[nodiscard]] RowRewriter fresh() { return {keys(), *m_next, m_home->random}; }
    [[nodiscard]] RecordRow row(vault::RecordKind kind, std::uint32_t n)
    {
        RecordRow out;
        const auto read = sessionOf(*m_vault).read([&]() -> base::Result<void> {
            LATCHKEY_TRY(const auto found, sessionOf(*m_vault).integrity().find(vault::keyOf(m_id, kind, n)));
            out = found.value_or(RecordRow());
            return {};
        });
        if (!read)
            qFatal("no row");
        return out;
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<vault::Vault> m_vault;
    std::unique_ptr<Keyring> m_next;
    QUuid m_id;
    RecordRow m_credential;
    RecordRow m_version;
    RecordRow m_report;
};

LATCHKEY_TEST_MAIN(TestRowRewriter)
#include "tst_rowrewriter.moc"
