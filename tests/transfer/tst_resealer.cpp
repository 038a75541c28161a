// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/resealer.h"

#include "support/testmain.h"
#include "transferfixture.h"
#include "vault/credentialrows.h"

#include <QObject>

using namespace transfertest;
using namespace vaulttest;
using base::ErrorCode;
using transfer::Resealer;
using vault::ports::RecordRow;

namespace {

constexpr std::uint16_t kCredential = 1;
constexpr std::uint16_t kVersion = 2;

/// The rows of a filled vault, and keys of a vault that does not exist.
struct Rows {
    Rows() : vault(home.create())
    {
        fill(*vault);
        vault::Session &session = sessionOf(*vault);
        const auto done = session.read([&] {
            return session.integrity().visit([this](const RecordRow &row) -> base::Result<void> {
                rows << row;
                return {};
            });
        });
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
    }
    [[nodiscard]] const vault::Keyring &from() const { return sessionOf(*vault).keys(); }
    [[nodiscard]] vault::Keyring to()
    {
        auto keys = vault::Keyring::derive(secret("ffffffffffffffffffffffffffffffff"), *base::newUuid(home.random), 1);
        if (!keys)
            qFatal("no keys");
        return *std::move(keys);
    }
    [[nodiscard]] RecordRow first(std::uint16_t kind) const
    {
        for (const RecordRow &row : rows) {
            if (row.key.kind == kind)
                return row;
        }
        return {};
    }
    [[nodiscard]] RecordRow credentialOf(const RecordRow &version) const
    {
        for (const RecordRow &row : rows) {
            if (row.key.kind == kCredential && row.key.owner == version.key.owner)
                return row;
        }
        return {};
    }
    Home home;
    std::unique_ptr<vault::Vault> vault;
    QList<RecordRow> rows;
};

} // namespace

class TestResealer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void thereAndBackIsTheSame()
    {
        Rows rows;
        const vault::Keyring to = rows.to();
        Resealer there(rows.from(), to, rows.home.random);
        Resealer back(to, rows.from(), rows.home.random);
        for (const RecordRow &row : std::as_const(rows.rows)) {
            const auto resealed = there.reseal(row);
            VERIFY_OK(resealed);
            QVERIFY(resealed->has_value());
            QVERIFY((*resealed)->key == row.key);
            QCOMPARE((*resealed)->meta.size(), row.meta.size());
            QCOMPARE((*resealed)->secret.size(), row.secret.size());
            QVERIFY(row.meta.isEmpty() || (*resealed)->meta != row.meta);
            QCOMPARE((*resealed)->nameIndex.isEmpty(), row.nameIndex.isEmpty());
            QVERIFY(row.nameIndex.isEmpty() || (*resealed)->nameIndex != row.nameIndex);
            const auto again = back.reseal(**resealed);
            VERIFY_OK(again);
            QCOMPARE((*again)->nameIndex, row.nameIndex);
        }
    }

    void whatBelongsToTheOldVaultStaysBehind()
    {
        Rows rows;
        const vault::Keyring to = rows.to();
        Resealer resealer(rows.from(), to, rows.home.random);
        for (const int kind : {11, 12, 13}) {
            RecordRow row;
            row.key.kind = static_cast<std::uint16_t>(kind);
            row.secret = "whatever";
            const auto resealed = resealer.reseal(row);
            VERIFY_OK(resealed);
            QVERIFY(!resealed->has_value());
        }
    }

    void unknownKindsAreNotLostWithoutAWord()
    {
        Rows rows;
        const vault::Keyring to = rows.to();
        Resealer resealer(rows.from(), to, rows.home.random);
        RecordRow row = rows.first(kCredential);
        row.key.kind = 99;
        COMPARE_CODE(resealer.reseal(row), ErrorCode::NewerFormat);
    }

    void rowsThatWereMovedOrChangedAreRefused()
    {
        Rows rows;
        const vault::Keyring to = rows.to();
        Resealer resealer(rows.from(), to, rows.home.random);
        const RecordRow version = rows.first(kVersion);
        COMPARE_CODE(resealer.reseal(version), ErrorCode::IntegrityFailure); // before its credential
        VERIFY_OK(resealer.reseal(rows.credentialOf(version)));
        VERIFY_OK(resealer.reseal(version));

        RecordRow bad = version;
        bad.secret = flipped(bad.secret, bad.secret.size() - 1);
        COMPARE_CODE(resealer.reseal(bad), ErrorCode::IntegrityFailure);
        bad = version;
        bad.secret += 'x';
        COMPARE_CODE(resealer.reseal(bad), ErrorCode::IntegrityFailure);
        bad = version;
        bad.secret = bad.secret.first(1);
        COMPARE_CODE(resealer.reseal(bad), ErrorCode::IntegrityFailure);
        bad = version;
        bad.meta = "meta";
        COMPARE_CODE(resealer.reseal(bad), ErrorCode::IntegrityFailure);
        bad = version;
        bad.key.owner = QUuid(QStringLiteral("00000000-0000-4000-8000-000000000001"));
        COMPARE_CODE(resealer.reseal(bad), ErrorCode::IntegrityFailure);

        RecordRow credential = rows.credentialOf(version);
        credential.key.n = 1;
        COMPARE_CODE(resealer.reseal(credential), ErrorCode::IntegrityFailure);
        credential = rows.credentialOf(version);
        credential.meta = flipped(credential.meta, 90);
        COMPARE_CODE(resealer.reseal(credential), ErrorCode::IntegrityFailure);
        credential.meta.clear();
        COMPARE_CODE(resealer.reseal(credential), ErrorCode::IntegrityFailure);
    }

    void aVersionThatNoReaderReachesIsLeftOut()
    {
        Rows rows;
        const vault::Keyring to = rows.to();
        Resealer resealer(rows.from(), to, rows.home.random);
        RecordRow version = rows.first(kVersion);
        VERIFY_OK(resealer.reseal(rows.credentialOf(version)));
        version.key.n = 77;
        const auto resealed = resealer.reseal(version);
        VERIFY_OK(resealed);
        QVERIFY(!resealed->has_value());
    }
};

LATCHKEY_TEST_MAIN(TestResealer)
#include "tst_resealer.moc"
