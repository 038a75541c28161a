// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/disabledkeychain.h"

#include "await.h"
#include "support/testmain.h"

#include <QObject>

using base::ErrorCode;

class TestDisabledKeychain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void saysThatThereIsNone()
    {
        keychain::DisabledKeychain keychain;
        const auto status = await(keychain.status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, vault::ports::KeychainState::NoService);
        QVERIFY(status->backend.isEmpty());
    }

    void everyOperationIsUnavailable()
    {
        keychain::DisabledKeychain keychain;
        const QString name = QStringLiteral("latchkey/v/s");
        QCOMPARE(codeOf(await(keychain.entryState(name))), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(await(keychain.read(name, true))), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(await(keychain.write(name, {}))), ErrorCode::KeychainUnavailable);
        QCOMPARE(codeOf(await(keychain.remove(name))), ErrorCode::KeychainUnavailable);
    }
};

LATCHKEY_TEST_MAIN(TestDisabledKeychain)
#include "tst_disabledkeychain.moc"
