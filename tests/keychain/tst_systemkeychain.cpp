// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/systemkeychain.h"

#include "await.h"
#include "support/testmain.h"

#include <QObject>

#include <deque>

using base::ErrorCode;
using base::SecretBytes;
using keychain::JobFailure;
using keychain::JobKind;
using keychain::JobReply;
using keychain::JobRequest;
using keychain::ServiceView;
using vault::ports::KeychainEntryState;
using vault::ports::KeychainState;
using namespace std::chrono_literals;

namespace {

constexpr const char *kSecret = "0123456789abcdef0123456789abcdef";

ServiceView viewOf(KeychainState state, std::size_t unlocked = 0, std::size_t locked = 0, bool searchable = true)
{
    ServiceView view;
    view.state = state;
    view.backend = searchable ? QStringLiteral("Secret Service") : QStringLiteral("KWallet");
    view.searchable = searchable;
    view.unlockedItems = unlocked;
    view.lockedItems = locked;
    return view;
}

SecretBytes secretOf(const char *text)
{
    return *SecretBytes::copyOf(std::string_view(text));
}

/// What the fakes saw and what they answer, in order.
struct Script {
    std::deque<ServiceView> views;
    struct Answer {
        JobFailure failure = JobFailure::None;
        const char *secret = "";
        ErrorCode error = ErrorCode::Internal; ///< other than Internal: the job ends in this error
    };
    std::deque<Answer> answers;
    QStringList seen;
    qint64 longestWait = 0;
    bool stuck = false;
};

class FakeProbe final : public keychain::ServiceProbe {
public:
    explicit FakeProbe(Script &script) : m_script(script) {}
    base::Async<ServiceView> look(const QString &name, QDeadlineTimer until) override
    {
        m_script.seen << QStringLiteral("look ") + name;
        m_script.longestWait = qMax(m_script.longestWait, until.remainingTime());
        if (m_script.views.empty())
            return base::readyError<ServiceView>(ErrorCode::Internal, QStringLiteral("one look too many"));
        ServiceView view = m_script.views.front();
        m_script.views.pop_front();
        return base::ready<ServiceView>(std::move(view));
    }

private:
    Script &m_script;
};

class FakeJobs final : public keychain::SecretJobs {
public:
    explicit FakeJobs(Script &script) : m_script(script) {}
    base::Async<JobReply> run(JobRequest request, QDeadlineTimer until) override
    {
        const char *kind = request.kind == JobKind::Read ? "read " : request.kind == JobKind::Write ? "write " : "delete ";
        m_script.seen << QString::fromLatin1(kind) + request.name;
        m_script.longestWait = qMax(m_script.longestWait, until.remainingTime());
        if (m_script.answers.empty())
            return base::readyError<JobReply>(ErrorCode::Internal, QStringLiteral("one job too many"));
        const Script::Answer answer = m_script.answers.front();
        m_script.answers.pop_front();
        if (answer.error != ErrorCode::Internal)
            return base::readyError<JobReply>(answer.error);
        return base::ready<JobReply>(JobReply{answer.failure, QStringLiteral("words"), secretOf(answer.secret)});
    }
    bool isStuck() const override { return m_script.stuck; }

private:
    Script &m_script;
};

const QString kName = QStringLiteral("n");

} // namespace

class TestSystemKeychain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_script = {};
        m_keychain = std::make_unique<keychain::SystemKeychain>(std::make_unique<FakeProbe>(m_script),
                                                                std::make_unique<FakeJobs>(m_script),
                                                                keychain::KeychainDeadlines{10s, 1000s});
    }
    void cleanup()
    {
        m_keychain.reset();
        QVERIFY2(m_script.views.empty() && m_script.answers.empty(), "something scripted was never asked for");
    }

    void statusNamesStateAndBackend()
    {
        m_script.views = {viewOf(KeychainState::Locked, 0, 0, false)};
        const auto status = await(m_keychain->status());
        QVERIFY(status.has_value());
        QCOMPARE(status->state, KeychainState::Locked);
        QCOMPARE(status->backend, QStringLiteral("KWallet"));
    }

    void entryStateStartsNoJob()
    {
        m_script.views = {viewOf(KeychainState::Ready, 1)};
        const auto state = await(m_keychain->entryState(kName));
        QVERIFY(state.has_value());
        QCOMPARE(*state, KeychainEntryState::Present);
        QCOMPARE(m_script.seen, QStringList{QStringLiteral("look n")});
    }

    void readGivesTheSecretWithinTheShortDeadline()
    {
        m_script.views = {viewOf(KeychainState::Ready, 1)};
        m_script.answers = {{JobFailure::None, kSecret}};
        const auto secret = await(m_keychain->read(kName, true));
        QVERIFY(secret.has_value());
        QCOMPARE(secret->exposeText(), std::string_view(kSecret));
        QVERIFY(m_script.longestWait <= 10'000);
    }

    void readOfALockedEntryWaitsForThePrompt()
    {
        m_script.views = {viewOf(KeychainState::Locked, 0, 1)};
        m_script.answers = {{JobFailure::None, kSecret}};
        QVERIFY(await(m_keychain->read(kName, true)).has_value());
        QVERIFY(m_script.longestWait > 900'000);
    }

    void readWithoutLeaveToPromptStartsNoJob()
    {
        m_script.views = {viewOf(KeychainState::Locked, 0, 1)};
        QCOMPARE(codeOf(await(m_keychain->read(kName, false))), ErrorCode::KeychainLocked);
        QCOMPARE(m_script.seen.size(), 1);
    }

    void aCancelledPromptIsNoProofOfAbsence()
    {
        m_script.views = {viewOf(KeychainState::Locked, 0, 1), viewOf(KeychainState::Locked, 0, 1)};
        m_script.answers = {{JobFailure::NotFound}};
        QCOMPARE(codeOf(await(m_keychain->read(kName, true))), ErrorCode::KeychainLocked);
    }

    void missingOnlyAfterTheStoreSaysSo()
    {
        m_script.views = {viewOf(KeychainState::Locked), viewOf(KeychainState::Ready)};
        m_script.answers = {{JobFailure::NotFound}};
        QCOMPARE(codeOf(await(m_keychain->read(kName, true))), ErrorCode::KeychainEntryMissing);
    }

    void anUnansweredReadIsATimeout()
    {
        m_script.views = {viewOf(KeychainState::Ready, 1)};
        m_script.answers = {{JobFailure::None, "", ErrorCode::KeychainTimeout}};
        QCOMPARE(codeOf(await(m_keychain->read(kName, false))), ErrorCode::KeychainTimeout);
    }

    void whileAJobIsOwedNothingStarts()
    {
        m_script.stuck = true;
        QCOMPARE(codeOf(await(m_keychain->read(kName, true))), ErrorCode::KeychainTimeout);
        QCOMPARE(codeOf(await(m_keychain->write(kName, secretOf(kSecret)))), ErrorCode::KeychainTimeout);
        QCOMPARE(codeOf(await(m_keychain->remove(kName))), ErrorCode::KeychainTimeout);
        QVERIFY(m_script.seen.isEmpty());
        m_script.views = {viewOf(KeychainState::Ready)};
        QVERIFY(await(m_keychain->status()).has_value());
    }

    void writeReadsBack()
    {
        m_script.views = {viewOf(KeychainState::Ready)};
        m_script.answers = {{}, {JobFailure::None, kSecret}};
        QVERIFY(await(m_keychain->write(kName, secretOf(kSecret))).has_value());
        QCOMPARE(m_script.seen,
                 (QStringList{QStringLiteral("look n"), QStringLiteral("write n"), QStringLiteral("read n")}));
    }

    void writeFails_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<QByteArray>("readBack");
        QTest::newRow("another value came back") << 0 << QByteArray("0123456789abcdef0123456789abcdeX");
        QTest::newRow("a shorter value came back") << 0 << QByteArray("0123");
        QTest::newRow("nothing came back") << 0 << QByteArray();
        QTest::newRow("not found afterwards") << static_cast<int>(JobFailure::NotFound) << QByteArray();
        QTest::newRow("unreadable afterwards") << static_cast<int>(JobFailure::Denied) << QByteArray();
    }
    void writeFails()
    {
        QFETCH(int, failure);
        QFETCH(QByteArray, readBack);
        m_script.views = {viewOf(KeychainState::Ready)};
        m_script.answers = {{}, {static_cast<JobFailure>(failure), readBack.constData()}};
        QCOMPARE(codeOf(await(m_keychain->write(kName, secretOf(kSecret)))), ErrorCode::KeychainWriteFailed);
    }

    void writeNeverOverwrites()
    {
        m_script.views = {viewOf(KeychainState::Locked, 0, 1)};
        QCOMPARE(codeOf(await(m_keychain->write(kName, secretOf(kSecret)))), ErrorCode::AlreadyExists);
        QCOMPARE(m_script.seen.size(), 1);
    }

    void writeIntoAWalletReadsFirst()
    {
        m_script.views = {viewOf(KeychainState::Ready, 0, 0, false)};
        m_script.answers = {{JobFailure::NotFound}, {}, {JobFailure::None, kSecret}};
        QVERIFY(await(m_keychain->write(kName, secretOf(kSecret))).has_value());
        QCOMPARE(m_script.seen.join(u','), QStringLiteral("look n,read n,write n,read n"));
    }

    void writeIntoAWalletNeverOverwrites()
    {
        m_script.views = {viewOf(KeychainState::Ready, 0, 0, false)};
        m_script.answers = {{JobFailure::None, "something"}};
        QCOMPARE(codeOf(await(m_keychain->write(kName, secretOf(kSecret)))), ErrorCode::AlreadyExists);
    }

    void writeIntoAWalletStopsWhenTheReadFails()
    {
        m_script.views = {viewOf(KeychainState::Locked, 0, 0, false)};
        m_script.answers = {{JobFailure::Denied}};
        QCOMPARE(codeOf(await(m_keychain->write(kName, secretOf(kSecret)))), ErrorCode::KeychainDenied);
    }

    void removeLooksAgain()
    {
        m_script.views = {viewOf(KeychainState::Ready, 1), viewOf(KeychainState::Ready)};
        m_script.answers = {{}};
        QVERIFY(await(m_keychain->remove(kName)).has_value());
        QCOMPARE(m_script.seen.join(u','), QStringLiteral("look n,delete n,look n"));
    }

    void aDeleteThatDidNothingIsReported()
    {
        m_script.views = {viewOf(KeychainState::Ready, 1), viewOf(KeychainState::Ready, 1)};
        m_script.answers = {{}};
        QCOMPARE(codeOf(await(m_keychain->remove(kName))), ErrorCode::KeychainWriteFailed);
        m_script.views = {viewOf(KeychainState::Ready, 1), viewOf(KeychainState::Locked, 0, 1)};
        m_script.answers = {{}};
        QCOMPARE(codeOf(await(m_keychain->remove(kName))), ErrorCode::KeychainLocked);
    }

    void removeOfAnAbsentEntryIsSuccess()
    {
        m_script.views = {viewOf(KeychainState::Ready)};
        QVERIFY(await(m_keychain->remove(kName)).has_value());
        QCOMPARE(m_script.seen.size(), 1);
    }

    void removeFromAWalletReadsAgain()
    {
        m_script.views = {viewOf(KeychainState::Ready, 0, 0, false)};
        m_script.answers = {{}, {JobFailure::NotFound}};
        QVERIFY(await(m_keychain->remove(kName)).has_value());
        m_script.views = {viewOf(KeychainState::Ready, 0, 0, false)};
        m_script.answers = {{}, {JobFailure::None, kSecret}};
        QCOMPARE(codeOf(await(m_keychain->remove(kName))), ErrorCode::KeychainWriteFailed);
    }

    void unusableArgumentsReachNobody()
    {
        QCOMPARE(codeOf(await(m_keychain->entryState({}))), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(await(m_keychain->read({}, true))), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(await(m_keychain->write({}, secretOf(kSecret)))), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(await(m_keychain->write(kName, {}))), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(await(m_keychain->remove({}))), ErrorCode::InvalidArgument);
        QVERIFY(m_script.seen.isEmpty());
    }

    void operationsEndAsCancelledWhenItGoes()
    {
        m_script.views = {viewOf(KeychainState::Ready, 1)};
        const base::Async<SecretBytes> pending = m_keychain->read(kName, false);
        m_keychain.reset();
        QCOMPARE(codeOf(await(pending)), ErrorCode::Cancelled);
    }

private:
    Script m_script;
    std::unique_ptr<keychain::SystemKeychain> m_keychain;
};

LATCHKEY_TEST_MAIN(TestSystemKeychain)
#include "tst_systemkeychain.moc"
