// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/settings.h"

#include "support/testmain.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::Settings;
using Map = QMap<QString, QString>;

class TestSettings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void setMergesAndRemoves()
    {
        Home home;
        auto vault = home.create();
        Settings settings(sessionOf(*vault));
        QCOMPARE(*settings.all(), Map());
        VERIFY_OK(settings.set({{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("b"), QStringLiteral("2")}}));
        VERIFY_OK(settings.set({{QStringLiteral("b"), QString()},
                                {QStringLiteral("c"), QStringLiteral("3")},
                                {QStringLiteral("d"), QString()}}));
        const Map expected{{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("c"), QStringLiteral("3")}};
        QCOMPARE(*settings.all(), expected);
        vault.reset();
        auto opened = home.open();
        VERIFY_OK(opened);
        QCOMPARE(*Settings(sessionOf(**opened)).all(), expected);
    }

    void changesAreAudited()
    {
        Home home;
        auto vault = home.create();
        vault::Session &session = sessionOf(*vault);
        VERIFY_OK(Settings(session).set({{QStringLiteral("auto_lock"), QStringLiteral("600")}}));
        QList<vault::AuditEntry> entries;
        VERIFY_OK(session.read([&]() -> base::Result<void> {
            LATCHKEY_TRY(entries, session.audit().list(0, 1));
            return {};
        }));
        QCOMPARE(entries.first().event.kind, QStringLiteral("settings-changed"));
        QCOMPARE(entries.first().event.details.value(QStringLiteral("auto_lock")), QStringLiteral("600"));
    }

    // Given to nobody at creation, the key waits inside the vault until somebody says that he has it.
    void pendingRecoveryKey()
    {
        Home home;
        vault::Vault vault(home.environment(), home.path());
        auto request = home.request();
        request.deliverRecoveryKey = nullptr;
        VERIFY_OK(vault.create(request));
        Settings settings(sessionOf(vault));
        auto pending = settings.pendingRecoveryKey();
        VERIFY_OK(pending);
        QVERIFY(pending->has_value());
        home.recoveryText = textOf(**pending);
        vault.lock();
        VERIFY_OK(vault.unlock(home.byRecovery()));
        Settings again(sessionOf(vault));
        QCOMPARE(textOf(**again.pendingRecoveryKey()), home.recoveryText);
        VERIFY_OK(again.confirmRecoveryKey());
        QVERIFY(!again.pendingRecoveryKey()->has_value());
        VERIFY_OK(again.confirmRecoveryKey()); // once more does no harm
        vault.lock();
        VERIFY_OK(vault.unlock(home.byRecovery()));
        QVERIFY(!Settings(sessionOf(vault)).pendingRecoveryKey()->has_value());
    }

    void deliveredKeyIsNotKept()
    {
        Home home;
        auto vault = home.create();
        QVERIFY(!Settings(sessionOf(*vault)).pendingRecoveryKey()->has_value());
    }

    void pendingOnlyInsideAChange()
    {
        Home home;
        auto vault = home.create();
        COMPARE_CODE(Settings(sessionOf(*vault)).storePendingRecoveryKey(secret("x")), ErrorCode::Internal);
    }
};

LATCHKEY_TEST_MAIN(TestSettings)
#include "tst_settings.moc"
