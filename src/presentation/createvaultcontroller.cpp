// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/createvaultcontroller.h"

#include "service/passphrasescore.h"
#include "service/words.h"

#include <algorithm>

namespace presentation {

namespace {

constexpr std::size_t kGroupSize = 5;
constexpr std::size_t kGroupStride = 6; // five characters and a space

/// Group `number` (1 to 9) of the printed form.
std::string_view groupOf(const base::SecretBytes &key, int number)
{
    const std::size_t at = static_cast<std::size_t>(number - 1) * kGroupStride;
    return key.exposeText().substr(at, kGroupSize);
}

/// Typed groups may be in lower case and have spaces around them.
bool sameGroup(const base::SecretBytes &typed, std::string_view group)
{
    auto copy = typed.clone();
    if (!copy)
        return false;
    std::size_t used = 0;
    const auto bytes = copy->exposeForWriting();
    for (const unsigned char byte : bytes) {
        if (byte != ' ')
            bytes[used++] = byte >= 'a' && byte <= 'z' ? static_cast<unsigned char>(byte - 'a' + 'A') : byte;
    }
    return base::equalConstantTime(bytes.first(used), base::view(group));
}

} // namespace

CreateVaultController::CreateVaultController(service::VaultHost &host, base::RandomSource &random, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_random(random)
    , m_copies(m_recoveryKey, host.vaultPath())
{
    connect(&m_copies, &RecoveryKeyCopies::told, this, &CreateVaultController::setMessage);
}

void CreateVaultController::setMessage(StripMessage message)
{
    m_message = std::move(message);
    Q_EMIT changed();
}

void CreateVaultController::fail(const base::Error &error)
{
    m_busy = false;
    const service::words::Message words = service::words::forError(error);
    setMessage({StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None,
                QString(base::codeName(error.code))});
}

void CreateVaultController::failCreation(const base::Error &error)
{
    fail(error);
    const auto name = base::codeName(error.code);
    if (!name.startsWith(QLatin1StringView("keychain_")))
        return;
    // Words for a vault that exists would speak of its recovery key. What the keychain is like now may explain it.
    m_message.text = tr("No vault was made, and what you typed is still there. Try again, or choose \"Passphrase only\".");
    refreshKeychain();
}

void CreateVaultController::refreshKeychain()
{
    m_keychainKnown = false;
    Q_EMIT changed();
    base::whenDone(m_host.keychainStatus(), this, [this](base::Result<vault::ports::KeychainStatus> status) {
        m_keychain = status ? *status : vault::ports::KeychainStatus{vault::ports::KeychainState::NoAnswer, {}};
        m_keychainKnown = true;
        Q_EMIT changed();
    });
}

CreateVaultController::Keychain CreateVaultController::keychain() const
{
    using State = vault::ports::KeychainState;
    if (!m_keychainKnown)
        return {false, false, false, false, tr("Asking this computer's keychain..."), vault::SlotKind::Passphrase};
    const State state = m_keychain.state;
    const bool good = state == State::Ready || state == State::Locked;
    return {true,
            good || state == State::NoCollection,
            state == State::Ready,
            state == State::NoAnswer,
            service::words::forKeychain(state),
            good ? vault::SlotKind::PassphraseKeychain : vault::SlotKind::Passphrase};
}

QString CreateVaultController::strengthText(const base::SecretBytes &passphrase)
{
    return service::words::strength(service::passphraseScore(passphrase));
}

void CreateVaultController::create(vault::SlotKind method, base::SecretBytes passphrase, const base::SecretBytes &again)
{
    if (m_busy)
        return;
    if (vault::needsPassphrase(method) && passphrase.isEmpty()) {
        setMessage({StripMessage::Level::Bad, tr("Type a passphrase."), {}, StripMessage::Action::None, {}});
        return;
    }
    if (vault::needsPassphrase(method) && !passphrase.equals(again)) {
        setMessage({StripMessage::Level::Bad,
                    tr("The two passphrases are not the same."),
                    tr("Type both again."),
                    StripMessage::Action::None,
                    {}});
        return;
    }
    m_busy = true;
    m_method = method;
    m_confirmed = false;
    const bool asks = vault::needsKeychain(method) && m_keychain.state != vault::ports::KeychainState::Ready;
    setMessage({StripMessage::Level::Busy,
                tr("Making your vault..."),
                asks ? tr("Your system asks for a password in a window of its own.") : QString(),
                StripMessage::Action::None,
                {}});
    service::NewVault request;
    request.method = method;
    request.passphrase = std::move(passphrase);
    request.useKeychain = vault::needsKeychain(method);
    base::whenDone(m_host.create(std::move(request)), this,
                   [this, asked = ++m_asked](const base::Result<service::Done> &done) {
                       if (asked != m_asked) // cancelled
                           return;
                       if (!done)
                           return failCreation(done.error());
                       showRecoveryKey();
                   });
}

void CreateVaultController::cancel()
{
    if (!m_busy || m_step != Step::Protection)
        return;
    // A system that still asks for a password may take as long as it likes: its answer comes to a creation that was given up.
    ++m_asked;
    m_busy = false;
    base::whenDone(m_host.lock(service::LockReason::User), this, [](const base::Result<service::Done> &) {});
    setMessage({StripMessage::Level::Info,
                tr("Cancelled."),
                tr("If your system still asks for a password, you may close that window."),
                StripMessage::Action::None,
                {}});
    refreshKeychain();
}

base::Result<void> CreateVaultController::chooseGroups()
{
    std::array<unsigned char, 2> dice{};
    LATCHKEY_CHECK(m_random.fill(dice));
    const int first = dice[0] % kGroups;
    const int second = (first + 1 + dice[1] % (kGroups - 1)) % kGroups;
    m_groups = {std::min(first, second) + 1, std::max(first, second) + 1};
    return {};
}

void CreateVaultController::showRecoveryKey()
{
    auto pending = m_host.pendingRecoveryKey();
    base::whenDone(pending, this, [this, asked = m_forgotten](base::Result<std::optional<base::SecretBytes>> key) {
        m_busy = false;
        // The vault is made: without its key to show, as after a lock (of the window alone, too), the first steps are over. The key
        // stays pending.
        const bool open = asked == m_forgotten && m_host.state() == service::LockState::Unlocked
            && !m_host.lastLock().windowOnly;
        const bool shown = key && *key && open && chooseGroups();
        if (!shown)
            return postpone();
        m_recoveryKey = std::move(**key);
        m_step = Step::RecoveryKey;
        setMessage({});
    });
}

void CreateVaultController::resume(vault::SlotKind method)
{
    if (m_busy || m_step == Step::RecoveryKey)
        return;
    m_busy = true;
    m_method = method;
    m_confirmed = false;
    showRecoveryKey();
}

const base::SecretBytes *CreateVaultController::recoveryKey() const noexcept
{
    return m_recoveryKey.isEmpty() ? nullptr : &m_recoveryKey;
}

void CreateVaultController::confirm(const base::SecretBytes &first, const base::SecretBytes &second)
{
    if (m_recoveryKey.isEmpty())
        return;
    const bool right = sameGroup(first, groupOf(m_recoveryKey, m_groups[0]))
        && sameGroup(second, groupOf(m_recoveryKey, m_groups[1]));
    if (!right) {
        setMessage({StripMessage::Level::Bad,
                    tr("Those groups are not right."),
                    tr("Look at groups %1 and %2 on your paper and type them again.").arg(m_groups[0]).arg(m_groups[1]),
                    StripMessage::Action::None,
                    {}});
        return;
    }
    base::whenDone(m_host.confirmRecoveryKey(), this, [this](const base::Result<service::Done> &done) {
        if (m_step != Step::RecoveryKey) // forgotten meanwhile
            return;
        if (!done)
            return fail(done.error());
        m_confirmed = true;
        postpone();
    });
}

void CreateVaultController::postpone()
{
    forget();
    m_step = Step::Done;
    setMessage({});
    Q_EMIT finished();
}

void CreateVaultController::forget()
{
    ++m_forgotten;
    m_recoveryKey.clear();
    if (m_step == Step::RecoveryKey)
        m_step = Step::Done;
}

} // namespace presentation
