// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchsave.h"

#include "bench/accounts.h"
#include "bench/baresqlite.h"
#include "bench/openvault.h"
#include "bench/samples.h"
#include "vault/credentialimport.h"
#include "vault/rotation.h"

#include <QFileInfo>

#include <algorithm>

namespace bench {

namespace {

vault::NewVersion versionOf(int number)
{
    vault::NewVersion out;
    out.fields = accountFields(number);
    out.keyHint = QStringLiteral("bg_0…cdef");
    return out;
}

/// Numbers beyond those that are in the vault.
class Saver final {
public:
    Saver(vault::Session &session, int next) : m_session(session), m_store(session), m_next(next) {}

    /// Seconds for one.
    double save(Samples &samples)
    {
        const vault::Credential credential = account(m_next);
        const vault::NewVersion version = versionOf(m_next);
        ++m_next;
        return samples.time([&] { must(m_store.add(credential, version, event(QStringLiteral("credential-added")))); });
    }

    /// By how much the write-ahead log grows for one, on average: now and then a page of the tree is split.
    [[nodiscard]] qint64 logBytes(const QString &vaultFile)
    {
        Samples unused;
        m_session.scrub();
        for (int i = 0; i < BareSqlite::kLogged; ++i)
            static_cast<void>(save(unused));
        return QFileInfo(vaultFile + QStringLiteral("-wal")).size() / BareSqlite::kLogged;
    }

private:
    vault::Session &m_session;
    vault::CredentialStore m_store;
    int m_next;
};

} // namespace

void save(benchmark::State &state, Stock &stock, int accounts)
{
    const auto place = stock.copyOf(accounts);
    const auto barePlace = stock.copyOf(accounts);
    OpenVault vault(*place);
    Samples saves;
    Samples sameRows;
    Samples oneRow;
    vault.onVaultThread([&](vault::Session &session) {
        BareSqlite bare(barePlace->vaultFile());
        Saver saver(session, accounts);
        Samples first;
        state.counters["first_us"] = saver.save(first) * 1e6;
        state.counters["log_bytes"] = static_cast<double>(saver.logBytes(place->vaultFile()));
        state.counters["bare_log_bytes"] = static_cast<double>(bare.logBytes());
        state.counters["payload_bytes"] = static_cast<double>(bare.payload());
        for (auto _ : state) {
            state.SetIterationTime(saver.save(saves));
            sameRows.time([&bare] { bare.saveSameRows(); });
            oneRow.time([&bare] { bare.saveOneRow(); });
        }
    });
    saves.report(state);
    sameRows.report(state, "bare");
    oneRow.report(state, "onerow");
}

void addMany(benchmark::State &state, Stock &stock, int accounts)
{
    Samples samples;
    for (auto _ : state) {
        const auto place = stock.copyOf(0);
        OpenVault vault(*place);
        vault.onVaultThread([&](vault::Session &session) {
            std::vector<vault::NewCredential> items;
            items.reserve(static_cast<std::size_t>(accounts));
            for (int number = 0; number < accounts; ++number)
                items.push_back({account(number), versionOf(number)});
            vault::CredentialStore store(session);
            state.SetIterationTime(samples.time([&] {
                must(store.addMany(std::move(items), event(QStringLiteral("credential-added"))));
            }));
        });
    }
    samples.report(state);
}

void importMany(benchmark::State &state, Stock &stock, int accounts)
{
    Samples samples;
    for (auto _ : state) {
        const auto place = stock.copyOf(0);
        OpenVault vault(*place);
        vault.onVaultThread([&](vault::Session &session) {
            vault::CredentialImport import(session);
            const auto item = [](std::size_t number) -> base::Result<vault::NewCredential> {
                return vault::NewCredential{account(static_cast<int>(number)), versionOf(static_cast<int>(number))};
            };
            state.SetIterationTime(samples.time([&] {
                const auto fates = must(import.store(static_cast<std::size_t>(accounts), item,
                                                     event(QStringLiteral("imported"))));
                if (std::ranges::count(fates, vault::ImportFate::New) != accounts)
                    qFatal("not all were imported");
            }));
        });
    }
    samples.report(state);
}

void rotate(benchmark::State &state, Stock &stock, int accounts)
{
    Samples samples;
    for (auto _ : state) {
        const auto place = stock.copyOf(accounts);
        OpenVault vault(*place);
        vault.onVaultThread([&](vault::Session &session) {
            vault::Rotation rotation(session, QStringLiteral("bench"));
            vault::RotationOrder order;
            order.kdf = vaulttest::kCheapKdf;
            order.deliver = [](const base::SecretBytes &) { return base::Result<void>(); };
            state.SetIterationTime(samples.time([&] {
                vault::RotationInput input;
                input.passphrases.push_back(vaulttest::secret(vaulttest::Home::kPassphrase));
                must(rotation.run(must(rotation.plan(input)), order));
            }));
            // What was rewritten can be read: a figure about something that did not happen is none.
            must(decryptOne(session, stock.ids(accounts).back(), kField));
        });
    }
    samples.report(state);
}

} // namespace bench
