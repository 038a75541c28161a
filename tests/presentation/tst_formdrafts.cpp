// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/formdrafts.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QSignalSpy>

using presentation::DraftKeeper;
using presentation::FormDrafts;
using service::Draft;

namespace {

const QUuid kNew;
const QUuid kFirst = QUuid::fromString(QStringLiteral("11111111-1111-4111-8111-111111111111"));
const QUuid kSecond = QUuid::fromString(QStringLiteral("22222222-2222-4222-8222-222222222222"));

Draft titled(const QString &title)
{
    return {title, {}, {}};
}

bool everyRecord(const QUuid &)
{
    return true;
}

bool noRecord(const QUuid &)
{
    return false;
}

} // namespace

class TestFormDrafts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<servicetest::Bench>();
        m_keeper = std::make_unique<DraftKeeper>(*m_bench->host);
        m_drafts = std::make_unique<FormDrafts>(*m_keeper, QStringLiteral("llm"));
        m_others = std::make_unique<FormDrafts>(*m_keeper, QStringLiteral("exchange"));
    }
    void cleanup()
    {
        m_others.reset();
        m_drafts.reset();
        m_keeper.reset();
        m_bench.reset();
    }

    void eachPageHasItsOwn()
    {
        QSignalSpy changed(m_drafts.get(), &FormDrafts::changed);
        m_others->put(kNew, titled(QStringLiteral("other")));
        QVERIFY(m_drafts->isEmpty() && !m_drafts->hasNew());
        m_drafts->put(kFirst, titled(QStringLiteral("first")));
        QVERIFY(!m_drafts->isEmpty() && !m_drafts->hasNew());
        m_drafts->put(kNew, titled(QStringLiteral("new")));
        QVERIFY(m_drafts->hasNew());
        QCOMPARE(changed.size(), 3);
        QCOMPARE(m_drafts->take(kFirst)->title, QStringLiteral("first"));
        QVERIFY(!m_drafts->take(kFirst));
        m_drafts->discardAll();
        QVERIFY(m_drafts->isEmpty());
        QCOMPARE(m_others->take(kNew)->title, QStringLiteral("other"));
    }

    void goesWithItsRecord()
    {
        m_others->put(kSecond, titled(QStringLiteral("other")));
        for (const QUuid &record : {kNew, kFirst, kSecond})
            m_drafts->put(record, titled(QStringLiteral("typed")));
        m_drafts->discardOrphans([](const QUuid &record) { return record == kFirst; });
        QVERIFY(!m_drafts->take(kSecond));
        QVERIFY(m_drafts->take(kFirst));
        QVERIFY(m_drafts->take(kNew)); // it has no record yet
        QVERIFY(m_others->take(kSecond));
    }

    void offeredOnce()
    {
        QSignalSpy offered(m_drafts.get(), &FormDrafts::offered);
        m_drafts->offer(); // nothing is there
        QCOMPARE(offered.size(), 0);
        m_drafts->put(kSecond, titled(QStringLiteral("second")));
        QVERIFY(!m_drafts->offeredRecord(everyRecord)); // the user put it away
        m_drafts->offer();
        QCOMPARE(offered.size(), 1);
        QVERIFY(!m_drafts->offeredRecord(noRecord)); // the list is not there yet
        QCOMPARE(m_drafts->offeredRecord(everyRecord), kSecond);
        QVERIFY(m_drafts->endOffer());
        QVERIFY(!m_drafts->offeredRecord(everyRecord));
        QVERIFY(!m_drafts->endOffer());
        QVERIFY(!m_drafts->isEmpty()); // the form takes it
    }

    void aNewOneNeedsNoList()
    {
        m_drafts->put(kFirst, titled(QStringLiteral("first")));
        m_drafts->put(kNew, titled(QStringLiteral("new")));
        m_drafts->offer();
        QCOMPARE(m_drafts->offeredRecord(noRecord), kNew);
    }

    /// Whose record is gone must not come up when the user puts something away much later.
    void theOfferEndsWithTheNextDraft()
    {
        m_drafts->put(kFirst, titled(QStringLiteral("first")));
        m_drafts->offer();
        QVERIFY(!m_drafts->offeredRecord([](const QUuid &id) { return id != kFirst; }));
        m_drafts->put(kSecond, titled(QStringLiteral("second")));
        QVERIFY(!m_drafts->offeredRecord(everyRecord));
    }

    void collectedAtTheLockAndOfferedAfterIt()
    {
        QSignalSpy offered(m_drafts.get(), &FormDrafts::offered);
        QSignalSpy offeredThere(m_others.get(), &FormDrafts::offered);
        connect(m_drafts.get(), &FormDrafts::collecting, this,
                [this] { m_drafts->put(kFirst, titled(QStringLiteral("first"))); });
        VERIFY_OK(testsupport::await(m_bench->host->lock(service::LockReason::User)));
        QVERIFY(m_drafts->isEmpty());
        service::WaysIn ways;
        ways.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
        ways.useKeychain = false;
        ways.interactive = true;
        VERIFY_OK(testsupport::await(m_bench->host->unlock(std::move(ways))));
        QTRY_COMPARE_WITH_TIMEOUT(offered.size(), 1, 10'000);
        QCOMPARE(m_drafts->offeredRecord(everyRecord), kFirst);
        QCOMPARE(m_drafts->take(kFirst)->title, QStringLiteral("first"));
        QCOMPARE(offeredThere.size(), 0);
    }

private:
    std::unique_ptr<servicetest::Bench> m_bench;
    std::unique_ptr<DraftKeeper> m_keeper;
    std::unique_ptr<FormDrafts> m_drafts;
    std::unique_ptr<FormDrafts> m_others;
};

LATCHKEY_TEST_MAIN(TestFormDrafts)
#include "tst_formdrafts.moc"
