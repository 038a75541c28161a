// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/ports/vaultfile.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace storagetest {

/// Expression of a Result in a test: prints the error when it fails.
[[nodiscard]] QString describe(const base::Error &error);

#define VERIFY_OK(...)                                                                                                      \
    do {                                                                                                                    \
        const auto &verifyOk = (__VA_ARGS__);                                                                               \
        QVERIFY2(verifyOk.has_value(), verifyOk ? "" : qPrintable(storagetest::describe(verifyOk.error())));                \
    } while (false)

#define COMPARE_CODE(expression, expected)                                                                                  \
    do {                                                                                                                    \
        const auto &compareCode = (expression);                                                                             \
        QVERIFY2(!compareCode.has_value(), "succeeded, though it should not");                                              \
        QVERIFY2(compareCode.error().code == (expected), qPrintable(storagetest::describe(compareCode.error())));           \
    } while (false)

/// A fresh folder with a path for a vault in it.
class Place final {
public:
    Place();
    [[nodiscard]] QString vault() const { return m_dir.filePath(QStringLiteral("vault.db")); }
    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString folder() const { return m_dir.path(); }
    /// Names in the folder, sorted.
    [[nodiscard]] QStringList names() const;

private:
    QTemporaryDir m_dir;
};

/// Values as the domain would store them; opaque here.
[[nodiscard]] QByteArray bytes(char fill, qsizetype size);
[[nodiscard]] QUuid owner(unsigned char bucket, unsigned char last = 1);
[[nodiscard]] vault::ports::RecordRow record(const QUuid &owner, std::uint16_t kind, std::uint32_t n,
                                             const QByteArray &name = {});
[[nodiscard]] vault::ports::AuditRow auditRow(std::uint64_t seq);

/// Creates and publishes a vault with header, one slot, root, 256 buckets and an audit head.
[[nodiscard]] base::Result<void> makeVault(const QString &path);
[[nodiscard]] base::Result<std::unique_ptr<vault::ports::VaultFile>> openVault(const QString &path, int busyMs = 5000);
/// One audited release: BEGIN IMMEDIATE, entry, head, COMMIT.
[[nodiscard]] base::Result<void> release(vault::ports::VaultFile &file, std::uint64_t seq);
/// Runs `write` in a durable transaction.
[[nodiscard]] base::Result<void> change(vault::ports::VaultFile &file, const std::function<base::Result<void>()> &write);

/// Runs statements on the file behind the adapter's back, and closes it. False with a message on failure.
[[nodiscard]] bool tamper(const QString &path, const QStringList &statements);
[[nodiscard]] QByteArray contentOf(const QString &path);
[[nodiscard]] bool writeFile(const QString &path, const QByteArray &content);

} // namespace storagetest
