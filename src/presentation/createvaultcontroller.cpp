// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/createvaultcontroller.h"

#include "base/privatefile.h"
#include "service/passphrasescore.h"
#include "service/words.h"

#include <QFileInfo>

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
{
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

void CreateVaultController::refreshKeychain()
{
    base::whenDone(m_host.keychainStatus(), this, [this](base::Result<vault::ports::KeychainStatus> status) {
        m_keychain = status ? *status : vault::ports::KeychainStatus{vault::ports::KeychainState::NoAnswer, {}};
        m_keychainKnown = true;
        Q_EMIT changed();
    });
}

bool CreateVaultController::keychainUsable() const noexcept
{
    using State = vault::ports::KeychainState;
    return m_keychainKnown
        && (m_keychain.state == State::Ready || m_keychain.state == State::Locked
            || m_keychain.state == State::NoCollection);
}

QString CreateVaultController::keychainText() const
{
    return m_keychainKnown ? service::words::forKeychain(m_keychain.state) : tr("Asking this computer's keychain...");
}

vault::SlotKind CreateVaultController::suggestedMethod() const noexcept
{
    using State = vault::ports::KeychainState;
    const bool good = m_keychainKnown && (m_keychain.state == State::Ready || m_keychain.state == State::Locked);
    return good ? vault::SlotKind::PassphraseKeychain : vault::SlotKind::Passphrase;
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
    setMessage({StripMessage::Level::Busy, tr("Making your vault..."), {}, StripMessage::Action::None, {}});
    service::NewVault request;
    request.method = method;
    request.passphrase = std::move(passphrase);
    request.useKeychain = vault::needsKeychain(method);
    base::whenDone(m_host.create(std::move(request)), this, [this](const base::Result<service::Done> &done) {
        if (!done)
            return fail(done.error());
        showRecoveryKey();
    });
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
    base::whenDone(m_host.pendingRecoveryKey(), this, [this](base::Result<std::optional<base::SecretBytes>> key) {
        m_busy = false;
        // The vault is made: without its key to show, as after a lock, the first steps are over. The key stays pending.
        const bool shown = key && *key && m_host.state() == service::LockState::Unlocked && chooseGroups();
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
        postpone();
    });
}

void CreateVaultController::saveRecoveryKey(const QString &path)
{
    if (m_recoveryKey.isEmpty()) // locked while the file was chosen
        return;
    base::SecretBuilder text;
    auto saved = text.append(m_recoveryKey.exposeBytes());
    if (saved)
        saved = text.append("\n");
    if (saved)
        saved = base::writeNewPrivateFile(path, text.take().exposeBytes());
    if (!saved)
        return fail(saved.error());
    const bool besideVault = QFileInfo(path).absolutePath() == QFileInfo(m_host.vaultPath()).absolutePath();
    setMessage({besideVault ? StripMessage::Level::Warn : StripMessage::Level::Ok,
                tr("Saved to %1.").arg(path),
                besideVault ? tr("It lies beside the vault: whoever takes both can open it. Keep it somewhere else.")
                            : tr("Whoever has this file can open your vault. Keep it apart from this computer."),
                StripMessage::Action::None,
                {}});
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
    m_recoveryKey.clear();
    if (m_step == Step::RecoveryKey)
        m_step = Step::Done;
}

} // namespace presentation
