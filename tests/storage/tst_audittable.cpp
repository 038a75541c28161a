// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/audittable.h"

#include "storagefixture.h"
#include "support/testmain.h"

#include <QObject>

#include <limits>

using base::ErrorCode;
using vault::ports::AuditRow;
using namespace storagetest;

namespace {

using Outcome = base::Result<void>;

QList<std::uint64_t> visited(vault::ports::VaultFile &file, std::uint64_t from)
{
    QList<std::uint64_t> out;
    const auto done = file.audit().visit(from, [&out](const AuditRow &row) {
        out << row.seq;
        return Outcome();
    });
    return done ? out : QList<std::uint64_t>{std::numeric_limits<std::uint64_t>::max()};
}

} // namespace

class TestAuditTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_place = std::make_unique<Place>();
        VERIFY_OK(makeVault(m_place->vault()));
    }

    void appendMovesTheHead()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        QCOMPARE((*file)->audit().head().value(), bytes('a', 80));
        for (std::uint64_t seq = 1; seq <= 5; ++seq)
            VERIFY_OK(release(**file, seq));
        QCOMPARE((*file)->audit().head().value(), bytes(5, 80));
        QCOMPARE(visited(**file, 0), (QList<std::uint64_t>{0, 1, 2, 3, 4, 5}));
        QCOMPARE(visited(**file, 4), (QList<std::uint64_t>{4, 5}));
        QCOMPARE(visited(**file, 6), QList<std::uint64_t>());
        const auto found = (*file)->audit().find(3).value();
        QVERIFY(found.has_value());
        QCOMPARE(found->seq, std::uint64_t{3});
        QCOMPARE(found->detail, auditRow(3).detail);
        QCOMPARE(found->mac, auditRow(3).mac);
        QVERIFY(!(*file)->audit().find(6).value().has_value());
    }

    void noEntryIsReplaced()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        VERIFY_OK(release(**file, 1));
        COMPARE_CODE(release(**file, 1), ErrorCode::Conflict);
        AuditRow noMac = auditRow(2);
        noMac.mac.chop(1);
        COMPARE_CODE(change(**file, [&] { return (*file)->audit().append(noMac, bytes('a', 8)); }),
                     ErrorCode::InvalidArgument);
        QCOMPARE((*file)->audit().head().value(), bytes(1, 80));
    }

    void numbersBeyondSqliteAreRefused()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        constexpr std::uint64_t kTooLarge = std::uint64_t{1} << 63;
        COMPARE_CODE((*file)->audit().find(kTooLarge), ErrorCode::InvalidArgument);
        COMPARE_CODE(release(**file, kTooLarge), ErrorCode::InvalidArgument);
        VERIFY_OK(release(**file, kTooLarge - 1));
        QCOMPARE(visited(**file, 1), QList<std::uint64_t>{kTooLarge - 1});
    }

    void removeBeforeKeepsTheRest()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        for (std::uint64_t seq = 1; seq <= 5; ++seq)
            VERIFY_OK(release(**file, seq));
        VERIFY_OK(change(**file, [&] { return (*file)->audit().removeBefore(4); }));
        QCOMPARE(visited(**file, 0), (QList<std::uint64_t>{4, 5}));
    }

    void visitorMayStop()
    {
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        VERIFY_OK(release(**file, 1));
        int seen = 0;
        COMPARE_CODE((*file)->audit().visit(0,
                                            [&seen](const AuditRow &) -> Outcome {
                                                ++seen;
                                                return base::fail(ErrorCode::Cancelled);
                                            }),
                     ErrorCode::Cancelled);
        QCOMPARE(seen, 1);
    }

    void damageIsSeen_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("negative number") << QStringLiteral("UPDATE audit SET seq = -5");
        QTest::newRow("text detail") << QStringLiteral("UPDATE audit SET detail = 'x'");
        QTest::newRow("empty detail") << QStringLiteral("UPDATE audit SET detail = x''");
        QTest::newRow("short mac") << QStringLiteral("UPDATE audit SET mac = zeroblob(8)");
    }
    void damageIsSeen()
    {
        QFETCH(QString, statement);
        QVERIFY(tamper(m_place->vault(), {statement}));
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        COMPARE_CODE((*file)->audit().visit(0, [](const AuditRow &) { return Outcome(); }), ErrorCode::IntegrityFailure);
    }

    void aMissingHeadIsDamage()
    {
        QVERIFY(tamper(m_place->vault(), {QStringLiteral("DELETE FROM audit_head")}));
        const auto file = openVault(m_place->vault());
        VERIFY_OK(file);
        COMPARE_CODE((*file)->audit().head(), ErrorCode::IntegrityFailure);
    }

private:
    std::unique_ptr<Place> m_place;
};

LATCHKEY_TEST_MAIN(TestAuditTable)
#include "tst_audittable.moc"
