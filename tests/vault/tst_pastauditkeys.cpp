// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/pastauditkeys.h"

#include "support/testmain.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using vault::AuditGeneration;
using vault::AuditPosition;
using vault::Keyring;
using vault::PastAuditKeys;

namespace {

AuditPosition at(std::uint64_t seq)
{
    AuditPosition out;
    out.seq = seq;
    out.mac.fill(static_cast<unsigned char>(seq));
    return out;
}

} // namespace

/// The row of a generation is put into a vault of gen 1 and asked for by a key ring that claims to be of gen 3.
class TestPastAuditKeys final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_home = std::make_unique<Home>();
        m_vault = m_home->create();
        m_rows.clear();
        m_old = std::make_unique<Keyring>(ring(1));
        m_now = std::make_unique<Keyring>(ring(3));
        for (const std::uint32_t gen : {1U, 2U}) {
            const auto row = PastAuditKeys::rowOf(ring(gen), at(gen * 10), *m_now, m_home->random);
            VERIFY_OK(row);
            m_rows << *row;
        }
    }
    void cleanup() { m_vault.reset(); }

    void eachEntryHasItsGeneration()
    {
        store(m_rows);
        PastAuditKeys past(session().integrity(), *m_now);
        VERIFY_OK(session().read([&]() -> base::Result<void> {
            for (const auto &[seq, gen] : {std::pair{1U, 1U}, {10U, 1U}, {11U, 2U}, {20U, 2U}}) {
                LATCHKEY_TRY(const AuditGeneration *found, past.find(seq));
                if (found == nullptr || found->gen != gen || found->last != at(gen * 10))
                    return base::fail(base::ErrorCode::Internal, QString::number(seq));
            }
            LATCHKEY_TRY(const AuditGeneration *now, past.find(21));
            return now == nullptr ? base::Result<void>() : base::fail(base::ErrorCode::Internal);
        }));
    }

    void keysAreThoseOfTheOldRing()
    {
        store(m_rows);
        PastAuditKeys past(session().integrity(), *m_now);
        vault::EnvelopeBinding binding;
        binding.role = vault::Role::Audit;
        binding.n = 5;
        const auto sealed = m_old->seal(binding, base::view(std::string_view("what happened")), m_home->random);
        VERIFY_OK(sealed);
        const base::Digest32 mac = m_old->auditMac().compute(base::view(std::string_view("x")));
        VERIFY_OK(session().read([&]() -> base::Result<void> {
            LATCHKEY_TRY(const AuditGeneration *found, past.find(5));
            if (found->mac.compute(base::view(std::string_view("x"))) != mac)
                return base::fail(base::ErrorCode::Internal, QStringLiteral("mac"));
            const QByteArray aad = vault::associatedData(m_home->vaultId, binding);
            LATCHKEY_TRY(const base::SecretBytes plain,
                         crypto::openEnvelope(found->detail, found->gen, base::view(aad), base::view(*sealed)));
            return textOf(plain) == "what happened" ? base::Result<void>() : base::fail(base::ErrorCode::Internal);
        }));
    }

    void firstGenerationAsksNobody()
    {
        PastAuditKeys past(session().integrity(), *m_old);
        const auto found = past.find(1);
        QVERIFY(found && *found == nullptr);
    }

    void prunedGenerationMayBeMissing()
    {
        store({m_rows.last()});
        PastAuditKeys past(session().integrity(), *m_now);
        VERIFY_OK(session().read([&]() -> base::Result<void> {
            LATCHKEY_TRY(const AuditGeneration *found, past.find(15));
            return found != nullptr && found->gen == 2 ? base::Result<void>() : base::fail(base::ErrorCode::Internal);
        }));
    }

    void rowOfAnotherGenerationIsRefused()
    {
        m_rows.first().key.n = 2;
        store({m_rows.first()});
        PastAuditKeys past(session().integrity(), *m_now);
        COMPARE_CODE(session().read([&]() -> base::Result<void> {
            LATCHKEY_CHECK(past.find(1));
            return {};
        }),
                     base::ErrorCode::IntegrityFailure);
    }

    void forgetReadsAgain()
    {
        PastAuditKeys past(session().integrity(), *m_now);
        const auto gen = [&](std::uint32_t &out) {
            return session().read([&]() -> base::Result<void> {
                LATCHKEY_TRY(const AuditGeneration *found, past.find(5));
                out = found == nullptr ? 0 : found->gen;
                return {};
            });
        };
        std::uint32_t seen = 9;
        VERIFY_OK(gen(seen));
        QCOMPARE(seen, 0U);
        store(m_rows);
        VERIFY_OK(gen(seen));
        QCOMPARE(seen, 0U);
        past.forget();
        VERIFY_OK(gen(seen));
        QCOMPARE(seen, 1U);
    }

private:
    [[nodiscard]] vault::Session &session() { return sessionOf(*m_vault); }
    [[nodiscard]] Keyring ring(std::uint32_t gen) const
    {
        auto out = Keyring::derive(secret(Home::kKeychainSecret), m_home->vaultId, gen);
        if (!out)
            qFatal("no keys");
        return *std::move(out);
    }
    void store(const QList<vault::ports::RecordRow> &rows)
    {
        VERIFY_OK(session().change(auditEvent(QStringLiteral("x")), [&]() -> base::Result<void> {
            for (const vault::ports::RecordRow &row : rows)
                LATCHKEY_CHECK(session().integrity().put(row));
            return {};
        }));
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<vault::Vault> m_vault;
    std::unique_ptr<Keyring> m_old;
    std::unique_ptr<Keyring> m_now;
    QList<vault::ports::RecordRow> m_rows;
};

LATCHKEY_TEST_MAIN(TestPastAuditKeys)
#include "tst_pastauditkeys.moc"
