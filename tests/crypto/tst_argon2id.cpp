// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/argon2id.h"

#include "crypto/vectors.h"
#include "support/testmain.h"

#include <limits>

using base::view;
using crypto::Argon2Params;
using cryptotest::hex;
using cryptotest::outcome;
using cryptotest::revealed;

namespace {

const QString kOk = QStringLiteral("ok");
const QString kBroken = base::codeName(base::ErrorCode::IntegrityFailure);
const QString kCostly = base::codeName(base::ErrorCode::KdfTooCostly);
const QString kInvalid = base::codeName(base::ErrorCode::InvalidArgument);
constexpr std::uint32_t kMiB = 1024;
constexpr std::uint32_t kGiB = 1024 * kMiB;
constexpr std::uint32_t kMax = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kMuch = std::uint64_t{64} * kGiB;

/// A computer that needs `nsPerKiBPass` for each KiB in each pass and remembers the dearest run asked of it.
struct FakeComputer {
    double nsPerKiBPass = 0;
    std::int64_t longest = 0;
    int runs = 0;

    Argon2Params calibrate(std::uint64_t ramKiB)
    {
        return crypto::calibrate(
            [this](const Argon2Params &params) {
                const std::int64_t ms = cost(params);
                longest = std::max(longest, ms);
                ++runs;
                return ms;
            },
            ramKiB);
    }
    [[nodiscard]] std::int64_t cost(const Argon2Params &params) const
    {
        return static_cast<std::int64_t>(nsPerKiBPass * params.memoryKiB * params.passes / 1e6);
    }
};

} // namespace

class TestArgon2id final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void publishedAnswers();
    void everyInputCounts();
    void inputsAreNotTouched();
    void badInputs();
    void formatLimits_data();
    void formatLimits();
    void automaticLimits_data();
    void automaticLimits();
    void floorForNewSlots();
    void calibration_data();
    void calibration();
    void calibrationAlwaysEndsWithinLimits();
};

void TestArgon2id::publishedAnswers()
{
    const QJsonArray tests =
        cryptotest::dataJson(QStringLiteral("argon2id.json")).value(QLatin1StringView("tests")).toArray();
    QCOMPARE(tests.size(), 9);
    for (const auto &entry : tests) {
        const QJsonObject test = entry.toObject();
        const auto number = [&test](const char *name) {
            return static_cast<std::uint32_t>(test.value(QLatin1StringView(name)).toInteger());
        };
        const QByteArray password = hex(test, "password");
        const QByteArray salt = hex(test, "salt");
        const QByteArray secret = hex(test, "secret");
        const QByteArray ad = hex(test, "ad");
        const auto tag = crypto::argon2id({view(password), view(salt), view(secret), view(ad)},
                                          {number("memory_kib"), number("iterations"), number("lanes")});
        QVERIFY(tag);
        QCOMPARE(revealed(*tag), hex(test, "tag"));
    }
}

void TestArgon2id::everyInputCounts()
{
    const QByteArray password("password");
    const QByteArray salt(16, 's');
    const QByteArray secret(32, 'k');
    const auto run = [](const QByteArray &p, const QByteArray &s, const QByteArray &k, const Argon2Params &params) {
        const auto tag = crypto::argon2id(view(p), view(s), view(k), params);
        return tag ? revealed(*tag) : QByteArray();
    };
    const Argon2Params tiny{64, 1, 2};
    const QByteArray tag = run(password, salt, secret, tiny);
    QCOMPARE(tag.size(), 32);
    QCOMPARE(run(password, salt, secret, tiny), tag);
    QVERIFY(run("passwore", salt, secret, tiny) != tag);
    QVERIFY(run(password, QByteArray(16, 't'), secret, tiny) != tag);
    QVERIFY(run(password, salt, QByteArray(32, 'l'), tiny) != tag);
    QVERIFY(run(password, salt, {}, tiny) != tag);
    QVERIFY(run(password, salt, secret, {128, 1, 2}) != tag);
    QVERIFY(run(password, salt, secret, {64, 2, 2}) != tag);
    QVERIFY(run(password, salt, secret, {64, 1, 1}) != tag);
}

/// libargon2 is told to clear what it hashes; that must be our copy.
void TestArgon2id::inputsAreNotTouched()
{
    const QByteArray password("password");
    const QByteArray secret(32, 'k');
    QVERIFY(crypto::argon2id(view(password), view(QByteArray(16, 's')), view(secret), {64, 1, 2}));
    QCOMPARE(password, QByteArray("password"));
    QCOMPARE(secret, QByteArray(32, 'k'));
}

void TestArgon2id::badInputs()
{
    const Argon2Params tiny{64, 1, 2};
    for (const int size : {0, 8, 15, 17, 32})
        QCOMPARE(outcome(crypto::argon2id({}, view(QByteArray(size, 's')), {}, tiny)), kInvalid);
    const QByteArray seven(7, 's');
    QCOMPARE(outcome(crypto::argon2id(crypto::Argon2Input{{}, view(seven), {}, {}}, tiny)), kInvalid);
    const QByteArray salt(16, 's');
    QVERIFY(crypto::argon2id({}, view(salt), {}, tiny)); // an empty password is the caller's business
    QCOMPARE(outcome(crypto::argon2id({}, view(salt), {}, {kMax, 1, 1})), kInvalid);
    QCOMPARE(outcome(crypto::argon2id({}, view(salt), {}, {64, 0, 1})), kInvalid);
}

void TestArgon2id::formatLimits_data()
{
    QTest::addColumn<quint32>("memory");
    QTest::addColumn<quint32>("passes");
    QTest::addColumn<quint32>("lanes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, quint32 m, quint32 t, quint32 p, const QString &expected) {
        QTest::newRow(name) << m << t << p << expected;
    };
    row("default", 256 * kMiB, 3, 4, kOk);
    row("largest", 4 * kGiB, 100, 16, kOk);
    row("smallest", 8, 1, 1, kOk);
    row("8 KiB a lane", 128, 1, 16, kOk);
    row("less than 8 KiB a lane", 127, 1, 16, kBroken);
    row("memory over", 4 * kGiB - 1 + 2, 3, 4, kBroken);
    row("memory absurd", kMax, 3, 4, kBroken);
    row("memory none", 0, 3, 4, kBroken);
    row("passes over", 256 * kMiB, 101, 4, kBroken);
    row("passes absurd", 256 * kMiB, kMax, 4, kBroken);
    row("passes none", 256 * kMiB, 0, 4, kBroken);
    row("lanes over", 256 * kMiB, 3, 17, kBroken);
    row("lanes absurd", 256 * kMiB, 3, (1u << 24) - 1, kBroken);
    row("lanes that wrap", 256 * kMiB, 3, 1u << 29, kBroken);
    row("lanes none", 256 * kMiB, 3, 0, kBroken);
}

void TestArgon2id::formatLimits()
{
    QFETCH(const quint32, memory);
    QFETCH(const quint32, passes);
    QFETCH(const quint32, lanes);
    QFETCH(const QString, expected);
    const Argon2Params params{memory, passes, lanes};
    QCOMPARE(outcome(crypto::checkFormatLimits(params)), expected);
    if (expected != kOk) {
        QCOMPARE(outcome(crypto::checkAutomaticLimits(params, kMuch)), kBroken);
        QVERIFY(!crypto::meetsFloor(params));
    }
}

void TestArgon2id::automaticLimits_data()
{
    QTest::addColumn<quint32>("memory");
    QTest::addColumn<quint32>("passes");
    QTest::addColumn<quint64>("available");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, quint32 m, quint32 t, quint64 available, const QString &expected) {
        QTest::newRow(name) << m << t << available << expected;
    };
    row("default", 256 * kMiB, 3, kGiB, kOk);
    row("half of what is there", 512 * kMiB, 3, kGiB, kOk);
    row("more than half", 512 * kMiB + 8, 3, kGiB, kCostly);
    row("nothing known to be free", 64 * kMiB, 3, 0, kCostly);
    row("2 GiB", 2 * kGiB, 4, kMuch, kOk);
    row("over 2 GiB", 2 * kGiB + 8, 1, kMuch, kCostly);
    row("8 GiB-passes", 1 * kGiB, 8, kMuch, kOk);
    row("9 GiB-passes", 1 * kGiB, 9, kMuch, kCostly);
    row("just over", 128 * kMiB, 65, kMuch, kCostly);
    row("many cheap passes", 64 * kMiB, 100, kMuch, kOk);
}

void TestArgon2id::automaticLimits()
{
    QFETCH(const quint32, memory);
    QFETCH(const quint32, passes);
    QFETCH(const quint64, available);
    QFETCH(const QString, expected);
    QCOMPARE(outcome(crypto::checkAutomaticLimits({memory, passes, 4}, available)), expected);
}

void TestArgon2id::floorForNewSlots()
{
    QVERIFY(crypto::meetsFloor({}));
    QVERIFY(crypto::meetsFloor({64 * kMiB, 3, 4}));
    QVERIFY(crypto::meetsFloor({64 * kMiB, 3, 1}));
#ifdef LATCHKEY_WEAK_KDF
    QVERIFY(crypto::meetsFloor({8, 1, 1}));
    QVERIFY(!crypto::meetsFloor({7, 1, 1}));
#else
    QVERIFY(!crypto::meetsFloor({64 * kMiB - 1, 3, 4}));
    QVERIFY(!crypto::meetsFloor({64 * kMiB, 2, 4}));
    QVERIFY(!crypto::meetsFloor({2 * kGiB, 1, 4}));
    QVERIFY(!crypto::meetsFloor({8, 1, 1}));
#endif
}

void TestArgon2id::calibration_data()
{
    QTest::addColumn<double>("nsPerKiBPass");
    QTest::addColumn<quint64>("ram");
    QTest::addColumn<quint32>("memory");
    QTest::addColumn<quint32>("passes");
    const auto row = [](const char *name, double speed, quint64 ram, quint32 m, quint32 t) {
        QTest::newRow(name) << speed << ram << m << t;
    };
    // 650 ns: the 2-core machine of the design notes, 64 MiB and 3 passes in 0.13 s.
    row("2 cores, 16 GiB", 650, 16ull * kGiB, 512 * kMiB, 3);
    row("2 cores, 1 GiB", 650, 1ull * kGiB, 256 * kMiB, 5);
    row("twice as quick", 325, 16ull * kGiB, 1 * kGiB, 3);
    row("four times as quick", 160, 16ull * kGiB, 1 * kGiB, 5);
    row("little memory", 650, 400ull * kMiB, 64 * kMiB, 17);
    row("hardly any memory", 650, 100ull * kMiB, 64 * kMiB, 17);
    row("slow: the default stays", 3000, 16ull * kGiB, 256 * kMiB, 3);
    row("very slow: below the default", 6000, 16ull * kGiB, 128 * kMiB, 3);
    row("hopeless: the floor", 60'000, 16ull * kGiB, 64 * kMiB, 3);
    row("a clock that shows nothing", 0, 16ull * kGiB, 1 * kGiB, 8);
}

void TestArgon2id::calibration()
{
    QFETCH(const double, nsPerKiBPass);
    QFETCH(const quint64, ram);
    QFETCH(const quint32, memory);
    QFETCH(const quint32, passes);
    FakeComputer computer{nsPerKiBPass};
    const Argon2Params chosen = computer.calibrate(ram);
    QCOMPARE(chosen.memoryKiB, memory);
    QCOMPARE(chosen.passes, passes);
    QCOMPARE(chosen.lanes, 4u);
    QVERIFY(computer.runs <= 10);
}

void TestArgon2id::calibrationAlwaysEndsWithinLimits()
{
    for (double speed = 1; speed < 200'000; speed *= 1.17) {
        for (std::uint64_t ram = 64 * kMiB; ram <= kMuch; ram *= 2) {
            FakeComputer computer{speed};
            const Argon2Params chosen = computer.calibrate(ram);
            QVERIFY(chosen.memoryKiB >= 64 * kMiB && chosen.passes >= 3);
            QVERIFY(chosen.memoryKiB == 64 * kMiB || chosen.memoryKiB <= ram / 4);
            QCOMPARE(outcome(crypto::checkAutomaticLimits(chosen, kMuch)), kOk);
            // Above the default it takes at most 1.2 s; what takes less than 0.7 s has nothing left to grow.
            const std::int64_t ms = computer.cost(chosen);
            if (chosen.memoryKiB > 256 * kMiB || chosen.passes > 3)
                QVERIFY(ms <= 1200);
            if (ms < 700)
                QVERIFY(chosen.passes == 100
                        || std::uint64_t{chosen.memoryKiB} * (chosen.passes + 1) > std::uint64_t{8} * kGiB);
            QVERIFY(computer.runs <= 12);
        }
    }
}

LATCHKEY_TEST_MAIN(TestArgon2id)
#include "tst_argon2id.moc"
