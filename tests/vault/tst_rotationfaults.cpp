// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rotationbench.h"
#include "support/testmain.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::Rotation;
using vault::SlotKind;
using vault::SlotManager;

class TestRotationFaults final : public QObject, protected RotationBench {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        start();
    }
    void cleanup() { m_vault.reset(); }

    void deliveryFails();
    void faultAtEveryStep();
    void lockAtEveryRow();
    void planRefuses();
    void droppedSlots();
    void unknownSlot();
    void damageIsNotLaundered();
    void slotsChangedMeanwhile();
    void newerFormat();
};

void TestRotationFaults::deliveryFails()
{
    const QStringList before = rowsOf(m_home->path());
    Rotation rotation(session(), {});
    const auto plan = rotation.plan(with({Home::kPassphrase}));
    VERIFY_OK(plan);
    bool derived = false;
    vault::RotationOrder refused = order();
    refused.keysDerived = [&derived] { derived = true; };
    refused.deliver = [&derived](const base::SecretBytes &) -> base::Result<void> {
        return base::fail(derived ? ErrorCode::Cancelled : ErrorCode::Internal);
    };
    COMPARE_CODE(rotation.run(*plan, refused), ErrorCode::Cancelled);
    QCOMPARE(rowsOf(m_home->path()), before);
}

/// Whatever step of the transaction fails, the file has every byte that it had, and the session goes on with the old key.
void TestRotationFaults::faultAtEveryStep()
{
    int writes = 0;
    m_hooks.beforeWrite = [&writes]() -> base::Result<void> {
        ++writes;
        return {};
    };
    VERIFY_OK(rotate()); // from here on there is one generation before
    const int total = writes;
    QVERIFY(total > 270); // 256 MACs and then some
    const QString seen = everything(*m_vault);
    const QStringList before = rowsOf(m_home->path());
    const auto step = [total](int at) { return at + (at > 20 && at < total - 20 ? 7 : 1); };
    for (int at = 1; at <= total; at = step(at)) {
        int left = at;
        m_hooks.beforeWrite = [&left]() -> base::Result<void> {
            return --left == 0 ? base::fail(ErrorCode::DiskFull) : base::Result<void>();
        };
        COMPARE_CODE(rotate(), ErrorCode::DiskFull);
        QCOMPARE(rowsOf(m_home->path()), before);
        QCOMPARE(session().keys().gen(), 2U);
    }
    m_hooks = Hooks();
    m_hooks.beforeCommit = []() -> base::Result<void> { return base::fail(ErrorCode::IoFailure); };
    COMPARE_CODE(rotate(), ErrorCode::IoFailure);
    m_hooks = Hooks();
    QCOMPARE(rowsOf(m_home->path()), before);
    QCOMPARE(*session().verifyEverything(), QStringList());
    QCOMPARE(everything(*m_vault), seen);
    VERIFY_OK(rotate());
    QCOMPARE(everything(*m_vault), seen);
}

void TestRotationFaults::lockAtEveryRow()
{
    const QStringList before = rowsOf(m_home->path());
    Rotation rotation(session(), {});
    const auto plan = rotation.plan(with({Home::kPassphrase}));
    VERIFY_OK(plan);
    int asked = 0;
    for (int at = 1;; ++at) {
        asked = 0;
        vault::RotationOrder interrupted = order();
        interrupted.isWanted = [&asked, at] { return ++asked < at; };
        const auto done = rotation.run(*plan, interrupted);
        if (done)
            break;
        COMPARE_CODE(done, ErrorCode::Cancelled);
        QCOMPARE(rowsOf(m_home->path()), before);
    }
    QVERIFY(asked >= 9); // once for each row
    QCOMPARE(*session().verifyEverything(), QStringList());
}

void TestRotationFaults::planRefuses()
{
    const QStringList before = rowsOf(m_home->path());
    Rotation rotation(session(), {});
    COMPARE_CODE(rotation.plan(with({"not it"})), ErrorCode::WrongPassphrase);
    COMPARE_CODE(rotation.plan(with({Home::kPassphrase, "not it"})), ErrorCode::WrongPassphrase);
    COMPARE_CODE(rotation.plan(with({""})), ErrorCode::EmptyField);
    const auto nothing = rotation.plan({});
    COMPARE_CODE(nothing, ErrorCode::MissingField);
    QCOMPARE(nothing.error().detail, QStringLiteral("slot_passphrase"));
    vault::RotationInput last = with({Home::kPassphrase});
    last.drop.insert(m_home->slotId);
    const auto onlyPaper = rotation.plan(last);
    COMPARE_CODE(onlyPaper, ErrorCode::Denied);
    QCOMPARE(onlyPaper.error().detail, QStringLiteral("slot_last"));
    vault::RotationInput stranger = with({Home::kPassphrase});
    stranger.drop.insert(QUuid::createUuid());
    COMPARE_CODE(rotation.plan(stranger), ErrorCode::NotFound);
    vault::RotationInput costly = with({Home::kPassphrase});
    costly.availableMemoryKiB = 1;
    COMPARE_CODE(rotation.plan(costly), ErrorCode::KdfTooCostly);
    QCOMPARE(rowsOf(m_home->path()), before);
}

void TestRotationFaults::droppedSlots()
{
    const QUuid second = addSlot("another passphrase");
    QVERIFY(!second.isNull());
    const auto lacking = Rotation(session(), {}).plan(with({Home::kPassphrase}));
    COMPARE_CODE(lacking, ErrorCode::MissingField);
    const QList<vault::SlotInfo> all = *SlotManager(session()).list();
    const QUuid paper = std::ranges::find(all, SlotKind::Recovery, &vault::SlotInfo::kind)->id;
    vault::RotationInput withPaper = with({Home::kPassphrase, "another passphrase"});
    withPaper.drop.insert(paper);
    COMPARE_CODE(Rotation(session(), {}).plan(withPaper), ErrorCode::Denied);
    VERIFY_OK(rotate(with({"another passphrase", Home::kPassphrase})));
    QCOMPARE(SlotManager(session()).list()->size(), 3);
    // Whoever lets one end proves by another, or by it, who they are.
    vault::RotationInput dropping = with({"another passphrase"});
    dropping.drop.insert(m_home->slotId);
    VERIFY_OK(rotate(std::move(dropping)));
    QCOMPARE(SlotManager(session()).list()->size(), 2);
    COMPARE_CODE(m_vault->unlock(m_home->byPassphrase()), ErrorCode::WrongPassphrase);
    vault::UnlockRequest request;
    request.passphrase = secret("another passphrase");
    VERIFY_OK(m_vault->unlock(request));
}

void TestRotationFaults::unknownSlot()
{
    vault::ports::SlotRow row{*base::newUuid(m_home->random), QByteArray("LKS1\x09 something newer")};
    VERIFY_OK(session().change(auditEvent(QStringLiteral("x")), [&]() -> base::Result<void> {
        LATCHKEY_TRY(const vault::HeaderBlock block, vault::readHeader(session().slotStore()));
        LATCHKEY_CHECK(session().slotStore().putSlot(row));
        return SlotManager(session()).install({}, block.header);
    }));
    const auto refused = Rotation(session(), {}).plan(with({Home::kPassphrase}));
    COMPARE_CODE(refused, ErrorCode::MissingField);
    QCOMPARE(refused.error().detail, QStringLiteral("slot_unknown"));
    vault::RotationInput input = with({Home::kPassphrase});
    input.drop.insert(row.uuid);
    VERIFY_OK(rotate(std::move(input)));
    QCOMPARE(SlotManager(session()).list()->size(), 2);
}

void TestRotationFaults::damageIsNotLaundered()
{
    auto open = m_home->open(vault::VerifyDepth::Touched);
    VERIFY_OK(open);
    Rotation rotation(sessionOf(**open), {});
    const auto plan = rotation.plan(with({Home::kPassphrase}));
    VERIFY_OK(plan);
    // One row is gone behind its back, in a bucket that it has not looked at yet.
    QCOMPARE(tamper(m_home->path(), QStringLiteral("DELETE FROM record WHERE kind = 3")), 1);
    const QStringList before = rowsOf(m_home->path());
    COMPARE_CODE(rotation.run(*plan, order()), ErrorCode::IntegrityFailure);
    QCOMPARE(rowsOf(m_home->path()), before);
    COMPARE_CODE(rotate(), ErrorCode::IntegrityFailure);
    QCOMPARE(rowsOf(m_home->path()), before);
}

void TestRotationFaults::slotsChangedMeanwhile()
{
    Rotation rotation(session(), {});
    const auto plan = rotation.plan(with({Home::kPassphrase}));
    VERIFY_OK(plan);
    auto other = m_home->open();
    VERIFY_OK(other);
    VERIFY_OK(SlotManager(sessionOf(**other)).changePassphrase(secret("theirs"), kCheapKdf, {}));
    const QStringList before = rowsOf(m_home->path());
    COMPARE_CODE(rotation.run(*plan, order()), ErrorCode::Conflict);
    QCOMPARE(rowsOf(m_home->path()), before);
}

void TestRotationFaults::newerFormat()
{
    VERIFY_OK(session().change(auditEvent(QStringLiteral("x")), [&]() -> base::Result<void> {
        LATCHKEY_TRY(vault::HeaderBlock block, vault::readHeader(session().slotStore()));
        block.header.minor = vault::kFormatMinor + 1;
        return SlotManager(session()).install({}, block.header);
    }));
    VERIFY_OK(m_vault->unlock(m_home->byPassphrase()));
    const QStringList before = rowsOf(m_home->path());
    COMPARE_CODE(rotate(), ErrorCode::NewerFormat);
    QCOMPARE(rowsOf(m_home->path()), before);
}

LATCHKEY_TEST_MAIN(TestRotationFaults)
#include "tst_rotationfaults.moc"
