// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "vault/vault.h"
#include "vaultfixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QObject>

#include <array>

using namespace vaulttest;
using base::ErrorCode;
using vault::UnlockRequest;

/// vault::Vault over files that were damaged, cut, exchanged or made to cost.
class TestDamagedVault final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void giantParametersAreRefusedQuickly()
    {
        Home home;
        home.create().reset();
        // m = 2^32-1 KiB: outside the format, so the slot is passed over and nothing is allocated.
        QByteArray body =
            query(home.path(), QStringLiteral("SELECT body FROM slot WHERE substr(body, 5, 1) = x'01'")).toByteArray();
        body.replace(17, 4, QByteArray(4, '\xff'));
        QCOMPARE(tamper(home.path(), QStringLiteral("UPDATE slot SET body = ? WHERE substr(body, 5, 1) = x'01'"), {body}),
                 1);
        QElapsedTimer timer;
        timer.start();
        COMPARE_CODE(home.open(), ErrorCode::NoWayIn);
        // 4 GiB is within the format, and asked for before it is taken.
        body.replace(17, 4, QByteArray("\x00\x40\x00\x00", 4));
        QCOMPARE(tamper(home.path(), QStringLiteral("UPDATE slot SET body = ? WHERE substr(body, 5, 1) = x'01'"), {body}),
                 1);
        vault::Vault vault(home.environment(), home.path());
        UnlockRequest request = home.byPassphrase();
        request.availableMemoryKiB = 8 << 20;
        COMPARE_CODE(vault.unlock(request), ErrorCode::KdfTooCostly);
        QVERIFY(timer.elapsed() < 2000);
        COMPARE_CODE(vault.unlock(home.byRecovery()), ErrorCode::IntegrityFailure);
    }

    // Each byte of a slot, seen from the slot itself and from the other way in.
    void everyByteOfTheSlots()
    {
        Home home;
        home.create().reset();
        const QString select = QStringLiteral("SELECT body FROM slot WHERE substr(body, 5, 1) = ?");
        for (const char kind : {'\x01', '\x04'}) {
            const QByteArray tag(1, kind);
            const QByteArray good = query(home.path(), select, {tag}).toByteArray();
            const QByteArray uuid = query(home.path(), QStringLiteral("SELECT uuid FROM slot WHERE substr(body, 5, 1) = ?"),
                                          {tag})
                                        .toByteArray();
            const auto put = [&](const QByteArray &body) {
                return tamper(home.path(), QStringLiteral("UPDATE slot SET body = ? WHERE uuid = ?"), {body, uuid});
            };
            for (qsizetype at = 0; at < good.size(); at += 3) {
                QCOMPARE(put(flipped(good, at, static_cast<int>(at % 8))), 1);
                vault::Vault vault(home.environment(), home.path());
                for (const bool recovery : {false, true}) {
                    auto request = recovery ? home.byRecovery() : home.byPassphrase();
                    request.availableMemoryKiB = 1 << 17; // a flipped bit may ask for gigabytes
                    const auto opened = vault.unlock(request);
                    QVERIFY2(!opened,
                             qPrintable(QStringLiteral("opened with byte %1 of slot %2 flipped").arg(at).arg(int(kind))));
                    const ErrorCode code = opened.error().code;
                    const bool own = recovery == (kind == '\x04');
                    const bool honest = own
                        ? code == ErrorCode::WrongPassphrase || code == ErrorCode::NoWayIn || code == ErrorCode::KdfTooCostly
                        : code == ErrorCode::IntegrityFailure;
                    // The kind itself changed: then it is no way in of its sort any more.
                    const bool kindByte = at == 4 && (code == ErrorCode::NoWayIn || code == ErrorCode::WrongPassphrase);
                    QVERIFY2(honest || kindByte,
                             qPrintable(QStringLiteral("byte %1: %2").arg(at).arg(describe(opened.error()))));
                }
            }
            QCOMPARE(put(good), 1);
        }
        VERIFY_OK(home.open());
    }

    // Every MAC is right, for it was this program that wrote; only the envelopes are not what they should be.
    void envelopesThatDoNotOpen()
    {
        Home home;
        const auto vault = home.create();
        vault::Session &session = sessionOf(*vault);
        vault::CredentialStore store(session);
        const auto added = store.add(named(QStringLiteral("a")), newVersion({QStringLiteral("value=1")}), {});
        VERIFY_OK(added);
        VERIFY_OK(store.add(named(QStringLiteral("b")), newVersion({QStringLiteral("value=1")}), {}));
        VERIFY_OK(store.setReport(added->id, "{}", {}));
        QCOMPARE(*store.findUnreadable(), QStringList());
        const auto spoil = [&](vault::RecordKind kind, std::uint32_t n, auto member) -> base::Result<void> {
            const auto found = session.integrity().find({added->id, static_cast<std::uint16_t>(kind), n});
            if (!found || !*found)
                return base::fail(ErrorCode::NotFound);
            vault::ports::RecordRow row = **found;
            const QByteArray envelope = row.*member;
            row.*member = flipped(envelope, envelope.size() - 1);
            return session.integrity().put(row);
        };
        VERIFY_OK(session.change(auditEvent(QStringLiteral("test")), [&]() -> base::Result<void> {
            LATCHKEY_CHECK(spoil(vault::RecordKind::Version, 1, &vault::ports::RecordRow::secret));
            return spoil(vault::RecordKind::Report, 0, &vault::ports::RecordRow::meta);
        }));
        QCOMPARE(*session.verifyEverything(), QStringList());
        QStringList found = *store.findUnreadable();
        found.sort();
        const QString report = QStringLiteral("check report of credential ") + added->id.toString(QUuid::WithoutBraces);
        QCOMPARE(found, (QStringList{QStringLiteral("a, version 1"), report}));
    }

    // The whole file, byte by byte: refused, or what is shown is the truth.
    void everyByteOfTheFile()
    {
        Home home;
        auto made = home.create();
        vault::CredentialStore store(sessionOf(*made));
        vault::Credential credential = named(QStringLiteral("bitget/main"));
        credential.description = QStringLiteral("the account");
        VERIFY_OK(store.add(credential, newVersion({QStringLiteral("api_key=K"), QStringLiteral("api_secret=S")}), {}));
        VERIFY_OK(store.add(named(QStringLiteral("openai")), newVersion({QStringLiteral("api_key=sk")}), {}));
        const QString truth = *contents(*made);
        made.reset();
        const QByteArray good = contentOf(home.path());
        const QByteArray anchor = contentOf(home.anchorPath());
        QVERIFY(!home.names().contains(QStringLiteral("vault.db-wal")));
        QMap<QString, int> seen;
        testsupport::SequenceRandom random(4711);
        constexpr int kTries = 300;
        for (int i = 0; i < kTries; ++i) {
            std::array<unsigned char, 5> dice{};
            QVERIFY(random.fill(dice).has_value());
            // Two thirds anywhere in the file, one third in the first page, where SQLite's own structures are densest.
            const qsizetype range = i % 3 == 0 ? 4096 : good.size();
            const qsizetype at = ((dice[0] << 24 | dice[1] << 16 | dice[2] << 8 | dice[3]) & 0x7fffffff) % range;
            QVERIFY(writeFile(home.path(), flipped(good, at, dice[4] % 8)));
            QVERIFY(writeFile(home.anchorPath(), anchor));
            const QString result = judge(home, truth);
            QVERIFY2(result != QStringLiteral("WRONG"),
                     qPrintable(QStringLiteral("byte %1, bit %2").arg(at).arg(dice[4] % 8)));
            ++seen[result];
            for (const char *suffix : {"-wal", "-shm", "-journal"})
                QFile::remove(home.path() + QLatin1StringView(suffix));
        }
        for (auto it = seen.begin(); it != seen.end(); ++it)
            qInfo("%d of %d flips: %s", it.value(), kTries, qPrintable(it.key()));
        QVERIFY(seen.value(QStringLiteral("identical")) > 0); // unused bytes exist
        QVERIFY(seen.size() > 1);
    }

    void truncatedFile()
    {
        Home home;
        home.create().reset();
        const QByteArray good = contentOf(home.path());
        for (const qsizetype size : {qsizetype{0}, qsizetype{1}, qsizetype{100}, qsizetype{4096}, good.size() / 2,
                                     good.size() - 4096, good.size() - 1}) {
            QVERIFY(writeFile(home.path(), good.first(size)));
            const auto opened = home.open();
            QVERIFY2(!opened, qPrintable(QString::number(size)));
            const ErrorCode code = opened.error().code;
            QVERIFY2(code == ErrorCode::NotAVault || code == ErrorCode::IntegrityFailure,
                     qPrintable(describe(opened.error())));
            QCOMPARE(contentOf(home.path()).size(), size); // not touched
        }
    }

    void olderFilePutBack()
    {
        Home home;
        home.create().reset();
        const QByteArray old = contentOf(home.path());
        auto vault = home.open();
        VERIFY_OK(vault);
        VERIFY_OK(vault::CredentialStore(sessionOf(**vault))
                      .add(named(QStringLiteral("a")), newVersion({QStringLiteral("value=1")}), {}));
        vault->reset();
        QVERIFY(writeFile(home.path(), old));
        COMPARE_CODE(home.open(), ErrorCode::OlderThanLastSeen);
        vault::Vault again(home.environment(), home.path());
        COMPARE_CODE(again.unlock(home.byRecovery()), ErrorCode::OlderThanLastSeen);
        // Public facts can still be shown.
        VERIFY_OK(again.inspect());
    }

    // Pieces of another vault with the same passphrase.
    void rowsOfAnotherVault()
    {
        Home home;
        auto own = home.create();
        VERIFY_OK(vault::CredentialStore(sessionOf(*own))
                      .add(named(QStringLiteral("a")), newVersion({QStringLiteral("value=1")}), {}));
        own.reset();
        Home other;
        other.random = testsupport::SequenceRandom(77);
        auto theirs = other.create();
        VERIFY_OK(vault::CredentialStore(sessionOf(*theirs))
                      .add(named(QStringLiteral("a")), newVersion({QStringLiteral("value=2")}), {}));
        theirs.reset();
        const QVariant meta = query(other.path(), QStringLiteral("SELECT secret FROM record WHERE kind = 2"));
        QCOMPARE(tamper(home.path(), QStringLiteral("UPDATE record SET secret = ? WHERE kind = 2"), {meta}), 1);
        COMPARE_CODE(home.open(), ErrorCode::IntegrityFailure);
        // Header and slots of the other one over this one.
        const QVariant header = query(other.path(), QStringLiteral("SELECT body FROM header"));
        QCOMPARE(tamper(home.path(), QStringLiteral("UPDATE header SET body = ?"), {header}), 1);
        COMPARE_CODE(home.open(), ErrorCode::WrongPassphrase);
    }

private:
    /// "identical", an error's name, or "WRONG".
    static QString judge(Home &home, const QString &truth)
    {
        vault::Vault vault(home.environment(), home.path());
        auto request = home.byPassphrase();
        request.availableMemoryKiB = 1 << 17;
        if (auto opened = vault.unlock(request); !opened)
            return QLatin1StringView(base::codeName(opened.error().code));
        const auto now = contents(vault);
        if (!now)
            return QStringLiteral("in use: ") + base::codeName(now.error().code);
        return *now == truth ? QStringLiteral("identical") : QStringLiteral("WRONG");
    }
};

LATCHKEY_TEST_MAIN(TestDamagedVault)
#include "tst_damagedvault.moc"
