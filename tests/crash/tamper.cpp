// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tamper.h"

#include <QFile>

namespace crashtest {

using base::ErrorCode;
using base::Result;

namespace {

const QString kPassphrase = QStringLiteral("correct horse battery staple");
constexpr std::uint64_t kPlentyKiB = 1u << 14; // a changed bit may ask for gigabytes

bool isDetected(ErrorCode code)
{
    return code == ErrorCode::IntegrityFailure || code == ErrorCode::NotAVault || code == ErrorCode::OlderThanLastSeen
        || code == ErrorCode::NewerFormat;
}

bool isSlotDamaged(ErrorCode code)
{
    return code == ErrorCode::WrongPassphrase || code == ErrorCode::NoWayIn || code == ErrorCode::KdfTooCostly;
}

/// Counter and audit log are part of the truth, so that nothing that is shown may differ.
Result<QString> shown(vault::Vault &vault)
{
    std::uint64_t audited = 0;
    LATCHKEY_TRY(const State state, observe(vault, audited));
    return state.text();
}

} // namespace

TamperSweep::TamperSweep(std::uint64_t seed, int stride) : m_seed(seed), m_stride(stride), m_bench(seed)
{
}

Verdict TamperSweep::make()
{
    LATCHKEY_CHECK(m_bench.create(kPassphrase));
    Planner planner({StepKind::Add, StepKind::Save, StepKind::Report, StepKind::Setting}, m_seed, QStringLiteral("n"));
    LATCHKEY_CHECK(m_bench.advance(planner.plan(m_bench.state(), 8)));
    m_truth = m_bench.state().text();
    m_bench.keep();
    return {};
}

Result<QString> TamperSweep::judge()
{
    vault::Vault vault(m_bench.home().environment(), m_bench.home().path());
    vault::UnlockRequest request = byPassphrase(kPassphrase);
    request.availableMemoryKiB = kPlentyKiB;
    if (const auto opened = vault.unlock(request); !opened) {
        const ErrorCode code = opened.error().code;
        if (isDetected(code))
            return QStringLiteral("detected");
        return isSlotDamaged(code) ? Result<QString>(QStringLiteral("slot damaged"))
                                   : wrong(vaulttest::describe(opened.error()));
    }
    const auto damage = verify(vault);
    const auto now = shown(vault);
    if (!now) // read pages that an unlock had no use for
        return isDetected(now.error().code) ? Result<QString>(QStringLiteral("detected in use"))
                                            : wrong(vaulttest::describe(now.error()));
    if (*now != m_truth)
        return wrong(QStringLiteral("another content:\n") + *now);
    if (!damage)
        return wrong(vaulttest::describe(damage.error()));
    return damage->isEmpty() ? QStringLiteral("identical") : QStringLiteral("identical, and verify names it");
}

bool TamperSweep::run()
{
    if (const Verdict made = make(); !made) {
        tell(QStringLiteral("FAULT: no vault: ") + made.error().detail);
        return false;
    }
    const QByteArray good = vaulttest::contentOf(m_bench.home().path());
    const auto stride = static_cast<qsizetype>(m_stride);
    int cases = 0;
    for (qsizetype at = static_cast<qsizetype>(m_seed) % stride; at < good.size(); at += stride) {
        m_bench.putBack();
        QFile::remove(m_bench.home().anchorPath());
        if (!vaulttest::writeFile(m_bench.home().path(), vaulttest::flipped(good, at, static_cast<int>(at % 8))))
            qFatal("cannot write");
        const auto result = judge();
        if (!result) {
            tell(QStringLiteral("FAULT at byte %1, bit %2, seed %3: %4")
                     .arg(QString::number(at), QString::number(at % 8), QString::number(m_seed), result.error().detail));
            return false;
        }
        ++m_counts[*result];
        ++cases;
    }
    QStringList counts;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it)
        counts << QStringLiteral("%1 %2").arg(it.key()).arg(it.value());
    tell(QStringLiteral("tamper: %1 of %2 bytes changed, every %3, seed %4: 0 faults (%5)")
             .arg(QString::number(cases), QString::number(good.size()), QString::number(m_stride), QString::number(m_seed),
                  counts.join(QStringLiteral(", "))));
    return true;
}

} // namespace crashtest
