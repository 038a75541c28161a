// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace crashtest {

using base::Result;
using vaulttest::describe;

namespace {

const QString kTemporary = QStringLiteral("vault.db.new-");

} // namespace

std::unexpected<base::Error> wrong(const QString &what)
{
    return base::fail(base::ErrorCode::Internal, what);
}

void Bench::renew()
{
    m_home = std::make_unique<vaulttest::Home>();
    m_home->random = testsupport::SequenceRandom(freshSeed());
    m_state = State();
}

Result<std::unique_ptr<vault::Vault>> Bench::open(const QString &passphrase)
{
    auto out = std::make_unique<vault::Vault>(m_home->environment(), m_home->path());
    LATCHKEY_CHECK(out->unlock(byPassphrase(passphrase)));
    return out;
}

Verdict Bench::create(const QString &passphrase)
{
    vault::CreateRequest request = m_home->request();
    request.passphrase = vaulttest::secret(passphrase.toStdString());
    request.kdf = kFreeKdf;
    vault::Vault vault(m_home->environment(), m_home->path());
    LATCHKEY_CHECK(vault.create(request));
    LATCHKEY_TRY(vault::Session *const session, vault.session());
    m_state = State();
    m_state.passphrase = passphrase;
    m_state.recoveryKey = m_home->recoveryText;
    m_state.counter = session->integrity().root().counter;
    m_state.auditSeq = session->audit().head().seq;
    return {};
}

Verdict Bench::advance(const QList<Step> &steps)
{
    LATCHKEY_TRY(const auto vault, open(m_state.passphrase));
    QList<QByteArray> delivered;
    const auto deliver = [&delivered](const base::SecretBytes &text) {
        delivered << vaulttest::textOf(text);
        return Result<void>();
    };
    for (const Step &step : steps) {
        LATCHKEY_CHECK(perform(*vault, step, deliver));
        m_state = after(m_state, step, delivered);
    }
    return {};
}

Result<std::unique_ptr<vault::Vault>> Bench::openOne(const QList<State> &candidates, QString &passphrase)
{
    std::unique_ptr<vault::Vault> out;
    QStringList tried;
    for (const State &candidate : candidates) {
        if (tried.contains(candidate.passphrase))
            continue;
        tried << candidate.passphrase;
        auto opened = open(candidate.passphrase);
        if (!opened && opened.error().code != base::ErrorCode::WrongPassphrase)
            return wrong(QStringLiteral("the vault does not open: ") + describe(opened.error()));
        if (opened && out)
            return wrong(QStringLiteral("the old and the new passphrase open it"));
        if (opened) {
            out = *std::move(opened);
            passphrase = candidate.passphrase;
        }
    }
    if (!out)
        return wrong(QStringLiteral("no passphrase opens it: ") + tried.join(QStringLiteral(" | ")));
    return out;
}

Result<int> Bench::judge(const QList<State> &candidates)
{
    State found;
    std::uint64_t audited = 0;
    {
        QString passphrase;
        LATCHKEY_TRY(const auto vault, openOne(candidates, passphrase));
        const auto damage = verify(*vault);
        if (!damage || !damage->isEmpty())
            return wrong(QStringLiteral("does not verify: ")
                         + (damage ? damage->join(QStringLiteral(", ")) : describe(damage.error())));
        const auto observed = observe(*vault, audited);
        if (!observed)
            return wrong(QStringLiteral("cannot be read: ") + describe(observed.error()));
        found = *observed;
        found.passphrase = passphrase;
    }
    const auto same = std::ranges::find_if(candidates, [&found](const State &candidate) {
        return candidate.text() == found.text() && candidate.passphrase == found.passphrase;
    });
    if (same == candidates.end()) {
        QStringList texts;
        for (const State &candidate : candidates)
            texts << candidate.text();
        return wrong(QStringLiteral("neither the old nor the new state.\nfound:\n%1\nexpected:\n%2")
                         .arg(found.text(), texts.join(QStringLiteral("\nor:\n"))));
    }
    found.recoveryKey = same->recoveryKey;
    found.way = same->way;
    LATCHKEY_CHECK(checkWays(found, candidates));
    m_state = found;
    m_state.auditSeq += audited;
    LATCHKEY_CHECK(checkFolders());
    return static_cast<int>(same - candidates.begin());
}

bool Bench::opens(const vault::UnlockRequest &way)
{
    return vault::Vault(m_home->environment(), m_home->path()).unlock(way).has_value();
}

Verdict Bench::checkWays(const State &found, const QList<State> &candidates)
{
    if (found.recoveryKey.isEmpty())
        return wrong(QStringLiteral("there is a new recovery key, and nobody was given it"));
    if (!opens(byRecoveryKey(found.recoveryKey)))
        return wrong(QStringLiteral("its recovery key does not open it"));
    if (!found.way.isEmpty() && !opens(byWay(found.way)))
        return wrong(QStringLiteral("the other way does not open it"));
    // What was right before the round, and what would be right in the other state.
    for (const State &other : candidates + QList<State>{m_state}) {
        const bool otherKey = !other.recoveryKey.isEmpty() && other.recoveryKey != found.recoveryKey;
        if (otherKey && opens(byRecoveryKey(other.recoveryKey)))
            return wrong(QStringLiteral("the old and the new recovery key open it"));
        if (other.passphrase != found.passphrase && opens(byPassphrase(other.passphrase)))
            return wrong(QStringLiteral("the old and the new passphrase open it"));
        if (!other.way.isEmpty() && other.way != found.way && opens(byWay(other.way)))
            return wrong(QStringLiteral("a way that is not there opens it"));
    }
    return {};
}

Verdict Bench::checkFolders(bool mayLeave) const
{
    const QStringList expected{QStringLiteral("vault.db"), QStringLiteral("vault.db.reserve")};
    QStringList names = m_home->names();
    if (mayLeave)
        names.removeIf([](const QString &name) { return name.startsWith(kTemporary); });
    if (names != expected)
        return wrong(QStringLiteral("left beside the vault: ") + m_home->names().join(QStringLiteral(", ")));
    const QFileInfo anchor(m_home->anchorPath());
    const QStringList state =
        QDir(anchor.absolutePath()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    if (state != QStringList{anchor.fileName(), anchor.fileName() + QStringLiteral(".lock")})
        return wrong(QStringLiteral("left beside the anchor: ") + state.join(QStringLiteral(", ")));
    for (const QString &path : {m_home->path(), m_home->path() + QStringLiteral(".reserve"), anchor.absoluteFilePath()}) {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        if ((QFile::permissions(path) & others) != 0)
            return wrong(QStringLiteral("open to others: ") + path);
    }
    return {};
}

Verdict Bench::judgeCreation(const QString &passphrase, const QByteArray &recoveryKey, bool mustExist, bool mayLeave)
{
    if (!m_home->files.exists(m_home->path())) {
        if (mustExist)
            return wrong(QStringLiteral("the vault that was reported as made is not there"));
        for (const QString &name : m_home->names()) {
            if (!name.startsWith(kTemporary))
                return wrong(QStringLiteral("left by a creation: ") + name);
        }
        // The next one clears up behind it.
        LATCHKEY_CHECK(create(passphrase));
        return checkFolders();
    }
    const auto facts = vault::Vault(m_home->environment(), m_home->path()).inspect();
    if (!facts)
        return wrong(QStringLiteral("a new vault cannot be read: ") + describe(facts.error()));
    m_home->vaultId = facts->header.vault; // the child chose it
    for (const bool byKey : {false, true}) {
        vault::UnlockRequest request = byPassphrase(passphrase);
        if (byKey)
            request.recoveryKey = vaulttest::secret(recoveryKey.toStdString());
        vault::Vault vault(m_home->environment(), m_home->path());
        if (auto opened = vault.unlock(request); !opened)
            return wrong(QStringLiteral("a new vault does not open: ") + describe(opened.error()));
        const auto damage = verify(vault);
        if (!damage || !damage->isEmpty())
            return wrong(QStringLiteral("a new vault does not verify"));
    }
    return checkFolders(mayLeave);
}

void Bench::keep()
{
    m_keptVault = vaulttest::contentOf(m_home->path());
    m_keptAnchor = vaulttest::contentOf(m_home->anchorPath());
    m_keptState = m_state;
}

void Bench::putBack()
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(m_home->path() + QLatin1StringView(suffix));
    if (!vaulttest::writeFile(m_home->path(), m_keptVault) || !vaulttest::writeFile(m_home->anchorPath(), m_keptAnchor))
        qFatal("cannot put the files back");
    m_state = m_keptState;
}

} // namespace crashtest
