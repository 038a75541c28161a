// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/randomsource.h"

#include "support/sequencerandom.h"
#include "support/testmain.h"

#include <QSet>

class FailingRandom final : public base::RandomSource {
public:
    base::Result<void> fill(base::ByteSpan) override { return base::fail(base::ErrorCode::CryptoFailure); }
};

class TestRandomSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void uuidsAreVersionFourAndDiffer()
    {
        base::SystemRandomSource random;
        QSet<QUuid> seen;
        for (int i = 0; i < 1000; ++i) {
            const QUuid uuid = base::newUuid(random).value();
            QCOMPARE(uuid.version(), QUuid::Random);
            QCOMPARE(uuid.variant(), QUuid::DCE);
            seen.insert(uuid);
        }
        QCOMPARE(seen.size(), 1000);
    }

    void secretsAreFilledToTheEnd()
    {
        base::SystemRandomSource random;
        std::array<bool, 40> everSet{};
        for (int i = 0; i < 64; ++i) {
            const base::SecretBytes secret = base::newSecret(random, everSet.size()).value();
            QCOMPARE(secret.size(), everSet.size());
            for (std::size_t at = 0; at < everSet.size(); ++at)
                everSet[at] = everSet[at] || secret.exposeBytes()[at] != 0;
        }
        QVERIFY(std::ranges::all_of(everSet, [](bool set) { return set; }));
    }

    void failureIsPassedOn()
    {
        FailingRandom random;
        QCOMPARE(base::newUuid(random).error().code, base::ErrorCode::CryptoFailure);
        QCOMPARE(base::newSecret(random, 32).error().code, base::ErrorCode::CryptoFailure);
    }

    void theTestSequenceRepeats()
    {
        testsupport::SequenceRandom one(7);
        testsupport::SequenceRandom other(7);
        const QUuid first = base::newUuid(one).value();
        QCOMPARE(base::newUuid(other).value(), first);
        QVERIFY(base::newUuid(one).value() != first);
    }
};

LATCHKEY_TEST_MAIN(TestRandomSource)
#include "tst_randomsource.moc"
