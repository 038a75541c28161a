// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/fileanchorstore.h"
#include "storage/sqlitevaultfilesystem.h"
#include "support/fixedclock.h"
#include "support/sequencerandom.h"
#include "vault/credentialstore.h"
#include "vault/vault.h"

#include <QStringList>
#include <QTemporaryDir>
#include <QVariantList>

#include <memory>

namespace vaulttest {

[[nodiscard]] QString describe(const base::Error &error);

#define VERIFY_OK(...)                                                                                                      \
    do {                                                                                                                    \
        const auto &verifyOk = (__VA_ARGS__);                                                                               \
        QVERIFY2(verifyOk.has_value(), verifyOk ? "" : qPrintable(vaulttest::describe(verifyOk.error())));                  \
    } while (false)

#define COMPARE_CODE(expression, expected)                                                                                  \
    do {                                                                                                                    \
        const auto &compareCode = (expression);                                                                             \
        QVERIFY2(!compareCode.has_value(), "succeeded, though it should not");                                              \
        QVERIFY2(compareCode.error().code == (expected), qPrintable(vaulttest::describe(compareCode.error())));             \
    } while (false)

/// Argon2id as cheap as the format allows; its real cost is tested in crypto.
inline constexpr crypto::Argon2Params kCheapKdf{32, 1, 4};

[[nodiscard]] base::SecretBytes secret(std::string_view text);
[[nodiscard]] QByteArray textOf(const base::SecretBytes &value);
/// Fields from "name=value" items.
[[nodiscard]] base::SecretFields fields(const QStringList &items);
/// "name=value;name=value" in order, for comparing.
[[nodiscard]] QString shown(const base::SecretFields &fields);
[[nodiscard]] vault::AuditEvent auditEvent(const QString &kind);
[[nodiscard]] vault::Credential named(const QString &name);
[[nodiscard]] vault::NewVersion newVersion(const QStringList &items,
                                           vault::VersionState state = vault::VersionState::Current);

/// "1:previous 2:current".
[[nodiscard]] QString states(const vault::Credential &credential);
[[nodiscard]] vault::ReleaseRequest request(const QUuid &id, std::optional<std::uint32_t> version = {},
                                            const QStringList &wanted = {});

/// A home for one vault on a real file system, with everything that a Vault needs.
class Home final {
public:
    Home();

    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("home/vault.db")); }
    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString anchorPath() const;
    /// Names beside the vault, sorted.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] vault::Environment environment();
    [[nodiscard]] vault::CreateRequest request(vault::SlotKind method = vault::SlotKind::Passphrase);
    /// A new vault with kPassphrase; unlocked. Ends the test program when that fails.
    [[nodiscard]] std::unique_ptr<vault::Vault> create(vault::SlotKind method = vault::SlotKind::Passphrase);
    [[nodiscard]] vault::UnlockRequest byPassphrase(vault::VerifyDepth depth = vault::VerifyDepth::Everything) const;
    [[nodiscard]] vault::UnlockRequest byRecovery() const;
    /// Opened in its own right, as another process would.
    [[nodiscard]] base::Result<std::unique_ptr<vault::Vault>>
    open(vault::VerifyDepth depth = vault::VerifyDepth::Everything);

    static constexpr std::string_view kPassphrase = "correct horse battery staple";
    static constexpr std::string_view kKeychainSecret = "0123456789abcdef0123456789abcdef";

    testsupport::FixedClock clock;
    testsupport::SequenceRandom random;
    storage::SqliteVaultFileSystem files{std::chrono::milliseconds{200}};
    std::unique_ptr<storage::FileAnchorStore> anchors;
    QUuid vaultId;
    QUuid slotId;
    QByteArray recoveryText;

private:
    QTemporaryDir m_dir;
};

/// Session of an unlocked vault; ends the test program when it is locked.
[[nodiscard]] vault::Session &sessionOf(vault::Vault &vault);

/// What a user sees of the credentials: name=description=field=value;... a line each. Releases all current versions.
[[nodiscard]] base::Result<QString> contents(vault::Vault &vault);

/// One statement behind the program's back, as another process; returns the number of rows it changed, -1 on failure.
int tamper(const QString &path, const QString &statement, const QVariantList &values = {});
/// First value of the first row.
[[nodiscard]] QVariant query(const QString &path, const QString &statement, const QVariantList &values = {});
[[nodiscard]] QByteArray contentOf(const QString &path);
[[nodiscard]] bool writeFile(const QString &path, const QByteArray &content);
/// The same bytes but for one bit.
[[nodiscard]] QByteArray flipped(QByteArray bytes, qsizetype at, int bit = 0);

} // namespace vaulttest
