// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/draftkeeper.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QSignalSpy>

using presentation::DraftKeeper;
using service::Draft;
using testsupport::await;

namespace {

const QString kKey = QStringLiteral("exchange:new");

Draft draft(const QString &title, const QStringList &secrets)
{
    return {title,
            {{QStringLiteral("account"), QStringLiteral("main")}, {QStringLiteral("empty"), QString()}},
            vaulttest::fields(secrets)};
}

QString valueOf(const std::optional<Draft> &draft, const QString &field)
{
    if (!draft || !draft->secrets.contains(field))
        return QStringLiteral("(none)");
    return QString::fromUtf8(vaulttest::textOf(draft->secrets.at(field)));
}

} // namespace

class TestDraftKeeper final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<servicetest::Bench>();
        m_keeper = std::make_unique<DraftKeeper>(*m_bench->host);
    }
    void cleanup()
    {
        m_keeper.reset();
        m_bench.reset();
    }

    void keepsSeveral()
    {
        QSignalSpy changed(m_keeper.get(), &DraftKeeper::changed);
        QVERIFY(m_keeper->isEmpty());
        m_keeper->put(kKey, draft(QStringLiteral("New"), {QStringLiteral("api_key=1")}));
        m_keeper->put(QStringLiteral("llm:x"), draft(QStringLiteral("Ollama"), {}));
        m_keeper->put(kKey, draft(QStringLiteral("Newer"), {QStringLiteral("api_key=2")}));
        QCOMPARE(changed.size(), 3);
        QCOMPARE(m_keeper->keysOf(QStringLiteral("exchange")), QStringList{kKey});
        QVERIFY(m_keeper->keysOf(QStringLiteral("exch")).isEmpty());
        QVERIFY(m_keeper->has(kKey));
        const auto taken = m_keeper->take(kKey);
        QCOMPARE(valueOf(taken, QStringLiteral("api_key")), QStringLiteral("2"));
        QVERIFY(!m_keeper->take(kKey));
        m_keeper->discard(QStringLiteral("llm:x"));
        QVERIFY(m_keeper->isEmpty());
    }

    void survivesALock_data()
    {
        QTest::addColumn<bool>("windowOnly");
        QTest::newRow("everything") << false;
        QTest::newRow("window only") << true;
    }
    void survivesALock()
    {
        QFETCH(const bool, windowOnly);
        QSignalSpy offered(m_keeper.get(), &DraftKeeper::offered);
        // What stands in a form is put only when it is asked for.
        connect(m_keeper.get(), &DraftKeeper::collecting, this, [this] {
            m_keeper->put(kKey,
                          draft(QStringLiteral("Bitget \"main\"\n"),
                                {QStringLiteral("api_key=Ключ\x1f\"1"), QStringLiteral("passphrase=")}));
        });
        m_keeper->put(QStringLiteral("llm:x"), draft(QStringLiteral("Ollama"), {QStringLiteral("api_key=2")}));
        lock(windowOnly);
        QVERIFY(m_keeper->isEmpty());
        QVERIFY(!m_keeper->take(kKey));
        unlock();
        QTRY_COMPARE_WITH_TIMEOUT(offered.size(), 1, 10'000);
        const auto first = m_keeper->take(kKey);
        QVERIFY(first);
        QCOMPARE(first->title, QStringLiteral("Bitget \"main\"\n"));
        QCOMPARE(first->texts,
                 (QMap<QString, QString>{{QStringLiteral("account"), QStringLiteral("main")},
                                         {QStringLiteral("empty"), QString()}}));
        QCOMPARE(valueOf(first, QStringLiteral("api_key")), QStringLiteral("Ключ\x1f\"1"));
        QCOMPARE(valueOf(first, QStringLiteral("passphrase")), QString());
        QCOMPARE(valueOf(m_keeper->take(QStringLiteral("llm:x")), QStringLiteral("api_key")), QStringLiteral("2"));
        QVERIFY(m_keeper->isEmpty());
        QCOMPARE(offered.size(), 1);
    }

    /// Nothing of a draft lies open while the vault is locked, however fast it goes.
    void lockedAgainBeforeItWasOpened()
    {
        QSignalSpy offered(m_keeper.get(), &DraftKeeper::offered);
        m_keeper->put(kKey, draft(QStringLiteral("a"), {QStringLiteral("api_key=1")}));
        lock(false);
        for (int i = 0; i < 3; ++i) {
            unlock();
            lock(false);
            QVERIFY(m_keeper->isEmpty());
        }
        unlock();
        QTRY_VERIFY_WITH_TIMEOUT(m_keeper->has(kKey), 10'000);
        QCOMPARE(valueOf(m_keeper->take(kKey), QStringLiteral("api_key")), QStringLiteral("1"));
    }

    void waitsForTheNextUnlock()
    {
        lock(false);
        QVERIFY(!m_keeper->hasSealed());
        unlock();
        m_keeper->put(kKey, draft(QStringLiteral("a"), {}));
        QVERIFY(!m_keeper->hasSealed());
        lock(false);
        QVERIFY(m_keeper->hasSealed());
        unlock();
        QTRY_VERIFY_WITH_TIMEOUT(m_keeper->has(kKey), 10'000);
        QVERIFY(!m_keeper->hasSealed());
    }

    /// Another program has changed the vault key: there is nothing any more to seal with.
    void lostWithTheVaultKey()
    {
        QSignalSpy lost(m_keeper.get(), &DraftKeeper::lost);
        m_keeper->put(kKey, draft(QStringLiteral("a"), {QStringLiteral("api_key=1")}));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^what was being typed is lost at the lock")));
        const auto refused = m_bench->host->withSession([](vault::Session &) -> base::Result<service::Done> {
            return base::fail(base::ErrorCode::Locked, QStringLiteral("key_rotated"));
        });
        QVERIFY(!await(refused));
        QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 10'000);
        QVERIFY(!m_keeper->hasSealed() && m_keeper->isEmpty());
    }

private:
    void lock(bool windowOnly)
    {
        if (windowOnly)
            m_bench->host->lockWindow(service::LockReason::User);
        else
            QVERIFY(await(m_bench->host->lock(service::LockReason::User)));
    }
    void unlock()
    {
        service::WaysIn ways;
        ways.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
        ways.useKeychain = false;
        ways.interactive = true;
        QVERIFY(await(m_bench->host->unlock(std::move(ways))));
    }

    std::unique_ptr<servicetest::Bench> m_bench;
    std::unique_ptr<DraftKeeper> m_keeper;
};

LATCHKEY_TEST_MAIN(TestDraftKeeper)
#include "tst_draftkeeper.moc"
