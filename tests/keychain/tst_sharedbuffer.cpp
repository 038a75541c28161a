// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/sharedbuffer.h"

#include "support/testmain.h"

#include <QObject>

class TestSharedBuffer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void drainingWipesEveryCopyThatShares()
    {
        const QByteArray job = QByteArray("not a literal: ") + QByteArray(17, 'x');
        const QByteArray seenByUs = job;
        const auto secret = keychain::drainShared(seenByUs);
        QVERIFY(secret.has_value());
        QCOMPARE(secret->size(), std::size_t{32});
        QVERIFY(secret->exposeText().starts_with("not a literal: xxx"));
        QCOMPARE(job, QByteArray(32, '\0'));
    }

    void bytesPassUnchanged()
    {
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all.append(static_cast<char>(byte));
        auto secret = base::SecretBytes::copyOf(base::view(all));
        QVERIFY(secret.has_value());
        const QByteArray buffer = keychain::exposeAsBuffer(*secret);
        QCOMPARE(buffer, all);
        keychain::wipeShared(buffer);
        QCOMPARE(buffer, QByteArray(256, '\0'));
        QVERIFY(base::toByteArray(secret->exposeBytes()) == all);
    }

    void emptyBuffersAreLeftAlone()
    {
        keychain::wipeShared(QByteArray());
        const auto secret = keychain::drainShared(QByteArray());
        QVERIFY(secret.has_value());
        QVERIFY(secret->isEmpty());
    }
};

LATCHKEY_TEST_MAIN(TestSharedBuffer)
#include "tst_sharedbuffer.moc"
