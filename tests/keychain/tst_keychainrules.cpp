// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/keychainrules.h"

#include "support/testmain.h"

#include <QObject>

#include <optional>

using base::ErrorCode;
using keychain::JobFailure;
using keychain::JobKind;
using keychain::Plan;
using keychain::ServiceView;
using vault::ports::KeychainEntryState;
using vault::ports::KeychainState;

namespace {

using Step = Plan::Step;

struct Expected {
    Step step = Step::Refuse;
    bool mayPrompt = false;
    ErrorCode code = ErrorCode::Internal;
};

constexpr Expected refused(ErrorCode code)
{
    return {Step::Refuse, false, code};
}
constexpr Expected job(bool mayPrompt)
{
    return {Step::RunJob, mayPrompt, {}};
}
constexpr Expected nothing()
{
    return {Step::NothingToDo, false, {}};
}

ServiceView viewOf(KeychainState state, std::size_t unlocked, std::size_t locked, bool searchable = true)
{
    ServiceView view;
    view.state = state;
    view.searchable = searchable;
    view.unlockedItems = unlocked;
    view.lockedItems = locked;
    view.detail = QStringLiteral("why");
    return view;
}

} // namespace

Q_DECLARE_METATYPE(ServiceView)
Q_DECLARE_METATYPE(Expected)

class TestKeychainRules final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void namesThatBackendsWouldCutAreRefused()
    {
        QVERIFY(keychain::isUsableName(QStringLiteral("latchkey/a/b")));
        QVERIFY(!keychain::isUsableName(QString()));
        QVERIFY(!keychain::isUsableName(QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b")));
    }

    void entryState_data()
    {
        QTest::addColumn<ServiceView>("view");
        QTest::addColumn<KeychainEntryState>("expected");
        using S = KeychainState;
        using E = KeychainEntryState;
        QTest::newRow("ready, listed") << viewOf(S::Ready, 1, 0) << E::Present;
        QTest::newRow("ready, listed locked") << viewOf(S::Ready, 0, 1) << E::PresentLocked;
        QTest::newRow("ready, not listed") << viewOf(S::Ready, 0, 0) << E::Absent;
        QTest::newRow("locked, listed locked") << viewOf(S::Locked, 0, 1) << E::PresentLocked;
        QTest::newRow("locked, listed elsewhere") << viewOf(S::Locked, 1, 0) << E::Present;
        QTest::newRow("locked, not listed: no proof") << viewOf(S::Locked, 0, 0) << E::Unknown;
        QTest::newRow("no collection: no proof") << viewOf(S::NoCollection, 0, 0) << E::Unknown;
        QTest::newRow("no service") << viewOf(S::NoService, 0, 0) << E::Unknown;
        QTest::newRow("no bus") << viewOf(S::NoBus, 0, 0) << E::Unknown;
        QTest::newRow("no answer") << viewOf(S::NoAnswer, 0, 0) << E::Unknown;
        QTest::newRow("wallet: cannot list") << viewOf(S::Ready, 0, 0, false) << E::Unknown;
    }
    void entryState()
    {
        QFETCH(ServiceView, view);
        QTEST(keychain::entryStateOf(view), "expected");
    }

    void plans_data()
    {
        QTest::addColumn<ServiceView>("view");
        QTest::addColumn<Expected>("readQuietly");
        QTest::addColumn<Expected>("readPrompting");
        QTest::addColumn<Expected>("write");
        QTest::addColumn<Expected>("remove");
        using S = KeychainState;
        using C = ErrorCode;
        const Expected gone = refused(C::KeychainUnavailable);
        const Expected silent = refused(C::KeychainTimeout);
        const Expected locked = refused(C::KeychainLocked);
        const Expected taken = refused(C::AlreadyExists);
        const Expected missing = refused(C::KeychainEntryMissing);
        QTest::newRow("ready, there") << viewOf(S::Ready, 1, 0) << job(false) << job(false) << taken << job(false);
        QTest::newRow("ready, there but locked") << viewOf(S::Ready, 0, 1) << locked << job(true) << taken << locked;
        QTest::newRow("ready, there twice") << viewOf(S::Ready, 1, 1) << job(false) << job(false) << taken << locked;
        QTest::newRow("ready, absent") << viewOf(S::Ready, 0, 0) << missing << missing << job(false) << nothing();
        QTest::newRow("locked, there") << viewOf(S::Locked, 0, 1) << locked << job(true) << taken << locked;
        QTest::newRow("locked, elsewhere") << viewOf(S::Locked, 1, 0) << job(false) << job(false) << taken << job(false);
        QTest::newRow("locked, unlisted") << viewOf(S::Locked, 0, 0) << locked << job(true) << job(true) << locked;
        QTest::newRow("no keyring") << viewOf(S::NoCollection, 0, 0) << gone << gone << job(true) << gone;
        QTest::newRow("no service") << viewOf(S::NoService, 0, 0) << gone << gone << gone << gone;
        QTest::newRow("no bus") << viewOf(S::NoBus, 0, 0) << gone << gone << gone << gone;
        QTest::newRow("no answer") << viewOf(S::NoAnswer, 0, 0) << silent << silent << silent << silent;
        QTest::newRow("wallet open") << viewOf(S::Ready, 0, 0, false) << job(false) << job(true) << job(true) << job(true);
        QTest::newRow("wallet closed") << viewOf(S::Locked, 0, 0, false) << locked << job(true) << job(true) << locked;
        QTest::newRow("no wallet") << viewOf(S::NoCollection, 0, 0, false) << gone << gone << job(true) << gone;
    }
    void plans()
    {
        QFETCH(ServiceView, view);
        QFETCH(Expected, readQuietly);
        QFETCH(Expected, readPrompting);
        QFETCH(Expected, write);
        QFETCH(Expected, remove);
        compare(keychain::planRead(view, false), readQuietly);
        compare(keychain::planRead(view, true), readPrompting);
        compare(keychain::planWrite(view), write);
        compare(keychain::planRemove(view), remove);
    }

    void jobErrors_data()
    {
        QTest::addColumn<JobFailure>("failure");
        QTest::addColumn<ErrorCode>("read");
        QTest::addColumn<ErrorCode>("change");
        using F = JobFailure;
        using C = ErrorCode;
        QTest::newRow("not found") << F::NotFound << C::KeychainUnavailable << C::KeychainWriteFailed;
        QTest::newRow("could not delete") << F::CouldNotDelete << C::KeychainUnavailable << C::KeychainWriteFailed;
        QTest::newRow("denied by user") << F::DeniedByUser << C::KeychainDenied << C::KeychainDenied;
        QTest::newRow("denied") << F::Denied << C::KeychainDenied << C::KeychainDenied;
        QTest::newRow("no backend") << F::NoBackend << C::KeychainUnavailable << C::KeychainUnavailable;
        QTest::newRow("unsupported") << F::Unsupported << C::KeychainUnavailable << C::KeychainUnavailable;
        QTest::newRow("other") << F::Other << C::KeychainUnavailable << C::KeychainWriteFailed;
    }
    void jobErrors()
    {
        QFETCH(JobFailure, failure);
        QFETCH(ErrorCode, read);
        QFETCH(ErrorCode, change);
        const QString text = QStringLiteral("the job's words");
        QCOMPARE(keychain::errorOfJob(JobKind::Read, failure, text), (base::Error{read, text}));
        QCOMPARE(keychain::errorOfJob(JobKind::Write, failure, text), (base::Error{change, text}));
        QCOMPARE(keychain::errorOfJob(JobKind::Delete, failure, text), (base::Error{change, text}));
    }

    // The rule the whole layer exists for: "not found" is believed only when the store itself lists nothing.
    void notFoundIsBelievedOnlyWithProof_data()
    {
        QTest::addColumn<ServiceView>("after");
        QTest::addColumn<ErrorCode>("expected");
        using S = KeychainState;
        using C = ErrorCode;
        QTest::newRow("ready, unlisted") << viewOf(S::Ready, 0, 0) << C::KeychainEntryMissing;
        QTest::newRow("still locked") << viewOf(S::Locked, 0, 1) << C::KeychainLocked;
        QTest::newRow("locked, unlisted") << viewOf(S::Locked, 0, 0) << C::KeychainLocked;
        QTest::newRow("entry locked") << viewOf(S::Ready, 0, 1) << C::KeychainLocked;
        QTest::newRow("listed, yet not found") << viewOf(S::Ready, 1, 0) << C::KeychainUnavailable;
        QTest::newRow("keyring gone") << viewOf(S::NoCollection, 0, 0) << C::KeychainUnavailable;
        QTest::newRow("service gone") << viewOf(S::NoService, 0, 0) << C::KeychainUnavailable;
        QTest::newRow("bus gone") << viewOf(S::NoBus, 0, 0) << C::KeychainUnavailable;
        QTest::newRow("silent now") << viewOf(S::NoAnswer, 0, 0) << C::KeychainTimeout;
        QTest::newRow("wallet") << viewOf(S::Ready, 0, 0, false) << C::KeychainUnavailable;
    }
    void notFoundIsBelievedOnlyWithProof()
    {
        QFETCH(ServiceView, after);
        QFETCH(ErrorCode, expected);
        QCOMPARE(keychain::errorOfRead(after, JobFailure::NotFound, {}).code, expected);
    }

    void otherFailuresOfAReadNeedNoProof()
    {
        const base::Error error = keychain::errorOfRead(viewOf(KeychainState::Ready, 0, 0), JobFailure::Denied,
                                                        QStringLiteral("no"));
        QCOMPARE(error, (base::Error{ErrorCode::KeychainDenied, QStringLiteral("no")}));
    }

    void removedOnlyWhenNothingIsListed()
    {
        using S = KeychainState;
        QVERIFY(keychain::outcomeOfRemove(viewOf(S::Ready, 0, 0)).has_value());
        QCOMPARE(keychain::outcomeOfRemove(viewOf(S::Ready, 1, 0)).error().code, ErrorCode::KeychainWriteFailed);
        QCOMPARE(keychain::outcomeOfRemove(viewOf(S::Locked, 0, 1)).error().code, ErrorCode::KeychainLocked);
        QCOMPARE(keychain::outcomeOfRemove(viewOf(S::NoAnswer, 0, 0)).error().code, ErrorCode::KeychainTimeout);
    }

private:
    static void compare(const Plan &plan, const Expected &expected)
    {
        QCOMPARE(static_cast<int>(plan.step), static_cast<int>(expected.step));
        QCOMPARE(plan.mayPrompt, expected.mayPrompt);
        if (expected.step == Step::Refuse)
            QCOMPARE(plan.error.code, expected.code);
    }
};

LATCHKEY_TEST_MAIN(TestKeychainRules)
#include "tst_keychainrules.moc"
