// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/cleanuplist.h"

#include "support/testmain.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;

class TestCleanupList final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void namesStayUntilTheyAreDone()
    {
        Home home;
        auto vault = home.create();
        vault::Session &session = sessionOf(*vault);
        vault::CleanupList list(session);
        const QString first = QStringLiteral("latchkey/a/1");
        const QString second = QStringLiteral("latchkey/a/2");
        QCOMPARE(*list.names(), QStringList());
        VERIFY_OK(session.change(auditEvent(QStringLiteral("x")), [&] { return list.add({second, first}); }));
        VERIFY_OK(session.change(auditEvent(QStringLiteral("x")), [&] { return list.add({first}); }));
        QCOMPARE(*list.names(), QStringList({first, second}));
        VERIFY_OK(vault->unlock(home.byPassphrase()));
        vault::CleanupList again(sessionOf(*vault));
        VERIFY_OK(again.done({first}, QStringLiteral("test")));
        QCOMPARE(*again.names(), QStringList({second}));
        const std::uint64_t seq = sessionOf(*vault).audit().head().seq;
        VERIFY_OK(again.done({QStringLiteral("latchkey/a/3"), first}, {})); // nothing to strike out: nothing is written
        QCOMPARE(sessionOf(*vault).audit().head().seq, seq);
        VERIFY_OK(again.done({second}, {}));
        QCOMPARE(*again.names(), QStringList());
        QCOMPARE(query(home.path(), QStringLiteral("SELECT count(*) FROM record WHERE kind = 12")).toInt(), 0);
        QCOMPARE(*sessionOf(*vault).verifyEverything(), QStringList());
    }

    void namesAreSealed()
    {
        Home home;
        auto vault = home.create();
        vault::CleanupList list(sessionOf(*vault));
        VERIFY_OK(sessionOf(*vault).change(auditEvent(QStringLiteral("x")),
                                           [&] { return list.add({QStringLiteral("latchkey/to-look-for")}); }));
        vault.reset();
        QVERIFY(!contentOf(home.path()).contains("to-look-for"));
        QCOMPARE(tamper(home.path(), QStringLiteral("UPDATE record SET meta = zeroblob(length(meta)) WHERE kind = 12")), 1);
        const auto open = home.open(vault::VerifyDepth::Touched);
        VERIFY_OK(open);
        COMPARE_CODE(vault::CleanupList(sessionOf(**open)).names(), base::ErrorCode::IntegrityFailure);
    }
};

LATCHKEY_TEST_MAIN(TestCleanupList)
#include "tst_cleanuplist.moc"
