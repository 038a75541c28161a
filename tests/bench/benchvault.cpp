// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_vault FOLDER [--quick] [GOOGLE BENCHMARK OPTION...]: times what an open vault does, on vaults made below FOLDER, which
// should stand on a real disk. The figures that count are the counters "median_us"; nothing here fails for being slow.
#include "bench/accounts.h"
#include "bench/bareread.h"
#include "bench/openvault.h"
#include "bench/samples.h"
#include "bench/stock.h"
#include "benchsave.h"

#include "crypto/argon2id.h"

#include <QCoreApplication>

using namespace bench;

namespace {

/// Picks accounts all over the vault, in an order that SQLite's page cache cannot know.
class Picker final {
public:
    explicit Picker(const QList<QUuid> &ids) : m_ids(ids) {}
    [[nodiscard]] qsizetype next()
    {
        m_at = (m_at + 7'919) % m_ids.size();
        return m_at;
    }
    [[nodiscard]] const QUuid &nextId() { return m_ids.at(next()); }

private:
    const QList<QUuid> &m_ids;
    qsizetype m_at = 0;
};

void decrypt(benchmark::State &state, Stock &stock, int accounts)
{
    const auto place = stock.copyOf(accounts);
    OpenVault vault(*place);
    Picker pick(stock.ids(accounts));
    Samples samples;
    vault.onVaultThread([&](vault::Session &session) {
        for (auto _ : state) {
            const QUuid &id = pick.nextId();
            state.SetIterationTime(samples.time([&] { must(decryptOne(session, id, kField)); }));
        }
    });
    samples.report(state);
}

/// What a decrypt costs without a vault around it.
void readBare(benchmark::State &state, Stock &stock, int accounts)
{
    const auto place = stock.copyOf(accounts);
    BareRead bare(place->vaultFile(), stock.ids(accounts));
    Picker pick(stock.ids(accounts));
    Samples samples;
    for (auto _ : state) {
        const QUuid &id = pick.nextId();
        state.SetIterationTime(samples.time([&] { static_cast<void>(bare.read(id)); }));
    }
    samples.report(state);
    state.counters["read_bytes"] = static_cast<double>(bare.readBytes());
    state.counters["decrypted_bytes"] = static_cast<double>(bare.decryptedBytes());
}

void releaseEach(benchmark::State &state, Stock &stock, int accounts, bool always)
{
    const auto place = stock.copyOf(accounts);
    OpenVault vault(*place);
    Picker pick(stock.ids(accounts));
    Samples samples;
    vault.onVaultThread([&](vault::Session &session) {
        vault::CredentialStore store(session);
        for (auto _ : state) {
            const QList<vault::ReleaseRequest> wanted{
                {always ? stock.ids(accounts).front() : pick.nextId(), std::nullopt, {kField}}};
            state.SetIterationTime(samples.time([&] { must(store.release(wanted, event(QStringLiteral("released")))); }));
        }
    });
    samples.report(state);
}

void release(benchmark::State &state, Stock &stock, int accounts)
{
    releaseEach(state, stock, accounts, false);
}

/// The same one again and again: what a cache could make faster.
void releaseAgain(benchmark::State &state, Stock &stock, int accounts)
{
    releaseEach(state, stock, accounts, true);
}

/// The two transactions of service::Secrets::get(), on the vault thread.
void releaseByName(benchmark::State &state, Stock &stock, int accounts)
{
    const auto place = stock.copyOf(accounts);
    OpenVault vault(*place);
    Picker pick(stock.ids(accounts));
    Samples samples;
    vault.onVaultThread([&](vault::Session &session) {
        vault::CredentialStore store(session);
        for (auto _ : state) {
            const QString name = account(static_cast<int>(pick.next())).name;
            state.SetIterationTime(samples.time([&] {
                const auto found = must(store.find(name));
                must(store.release({{found->id, std::nullopt, {kField}}}, event(QStringLiteral("released"))));
            }));
        }
    });
    samples.report(state);
}

/// service::Secrets::get() as a front end calls it: the way to the vault thread and back is in it.
void serviceGet(benchmark::State &state, Stock &stock, int accounts)
{
    const auto place = stock.copyOf(accounts);
    OpenVault vault(*place);
    Picker pick(stock.ids(accounts));
    Samples samples;
    for (auto _ : state) {
        const QString reference = account(static_cast<int>(pick.next())).name + QLatin1Char('#') + kField;
        state.SetIterationTime(samples.time([&] {
            auto got = vault.secrets().get(reference);
            got.waitForFinished();
            if (got.resultCount() != 1 || !*got.constBegin())
                qFatal("not released");
        }));
    }
    samples.report(state);
}

enum class LogLength {
    SinceCheckpoint, ///< nothing but releases for a long time: all 10 000 entries are verified
    Short,           ///< a change has moved the checkpoint
};

void unlockEach(benchmark::State &state, Stock &stock, int accounts, vault::VerifyDepth depth, LogLength log)
{
    const auto place = stock.copyOf(accounts);
    vault::Vault vault(place->environment(), place->vaultFile());
    vault::UnlockRequest request;
    request.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    request.depth = depth;
    must(vault.unlock(request));
    if (log == LogLength::Short)
        must(vaulttest::sessionOf(vault).change(event(QStringLiteral("changed")), [] { return base::Result<void>(); }));
    vault.lock();
    Samples samples;
    for (auto _ : state) {
        state.SetIterationTime(samples.time([&] { must(vault.unlock(request)); }));
        vault.lock();
    }
    samples.report(state);
}

void unlock(benchmark::State &state, Stock &stock, int accounts)
{
    unlockEach(state, stock, accounts, vault::VerifyDepth::Everything, LogLength::Short);
}

void unlockLongLog(benchmark::State &state, Stock &stock, int accounts)
{
    unlockEach(state, stock, accounts, vault::VerifyDepth::Everything, LogLength::SinceCheckpoint);
}

void unlockTouched(benchmark::State &state, Stock &stock, int accounts)
{
    unlockEach(state, stock, accounts, vault::VerifyDepth::Touched, LogLength::Short);
}

/// What the unlocks above spend on key derivation.
void deriveKey(benchmark::State &state, Stock &, int)
{
    const base::SecretBytes passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    const QByteArray salt(16, 's');
    Samples samples;
    for (auto _ : state)
        state.SetIterationTime(samples.time([&] {
            must(crypto::argon2id(passphrase.exposeBytes(), base::view(salt), {}, vaulttest::kCheapKdf));
        }));
    samples.report(state);
}

using Measured = void (*)(benchmark::State &, Stock &, int);

void add(Stock &stock, const char *name, Measured measured, int accounts, int iterations)
{
    std::string full(name);
    full.append("/").append(std::to_string(accounts));
    benchmark::RegisterBenchmark(full.c_str(),
                                 [measured, &stock, accounts](benchmark::State &state) { measured(state, stock, accounts); })
        ->UseManualTime()
        ->Unit(benchmark::kMicrosecond)
        ->Iterations(iterations);
}

void addAll(Stock &stock, bool quick)
{
    const int slower = quick ? 10 : 1;
    const QList<int> sizes = quick ? QList<int>{10, 1'000} : QList<int>{10, 100, 1'000, 10'000, 100'000};
    add(stock, "kdf", deriveKey, 0, 200);
    for (const int accounts : sizes) {
        add(stock, "bare-read", readBare, accounts, 20'000 / slower);
        add(stock, "decrypt", decrypt, accounts, 20'000 / slower);
        add(stock, "release", release, accounts, 10'000 / slower);
        add(stock, "release-again", releaseAgain, accounts, 10'000 / slower);
        add(stock, "release-by-name", releaseByName, accounts, 10'000 / slower);
        add(stock, "service-get", serviceGet, accounts, 10'000 / slower);
    }
    for (const int accounts : sizes) {
        add(stock, "unlock", unlock, accounts, accounts > 10'000 ? 9 : 100);
        add(stock, "unlock-long-log", unlockLongLog, accounts, accounts > 10'000 ? 9 : 50);
        add(stock, "unlock-touched", unlockTouched, accounts, 100);
    }
    for (const int accounts : sizes)
        add(stock, "save", save, accounts, 500 / slower);
    add(stock, "add-many", addMany, quick ? 1'000 : 10'000, quick ? 3 : 5);
    add(stock, "import", importMany, quick ? 1'000 : 10'000, quick ? 3 : 5);
    for (const int accounts : sizes)
        add(stock, "rotate", rotate, accounts, 3);
}

} // namespace

int main(int argc, char **argv)
{
    base::initSecureHeap();
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    const QString option = QStringLiteral("--quick");
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const bool quick = arguments.removeAll(option) > 0;
    if (arguments.size() != 1) {
        qCritical("usage: bench_vault FOLDER [--quick] [GOOGLE BENCHMARK OPTION...]");
        return 2;
    }
    Stock stock(arguments.front());
    addAll(stock, quick);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
