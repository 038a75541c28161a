// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fileanchorstore.h"

#include "base/bytes.h"
#include "base/filelock.h"
#include "base/privatefile.h"
#include "storage/fileops.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace storage {

using base::ErrorCode;

namespace {

constexpr qint64 kStride = 4096; // a slot to a block, so that no torn block can hold both
constexpr qsizetype kSumSize = 8;
constexpr qsizetype kLengthSize = 2;
constexpr qsizetype kMaxSlot = kLengthSize + FileAnchorStore::kMaxValue + kSumSize;

QByteArray checksum(base::ByteView bytes)
{
    const QByteArrayView raw(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(raw, QCryptographicHash::Sha256).first(kSumSize);
}

QByteArray encodeSlot(const QByteArray &value)
{
    base::CanonicalWriter writer;
    writer.u16(static_cast<std::uint16_t>(value.size())).fixed(base::view(value));
    return writer.bytes() + checksum(writer.view());
}

/// Empty for anything that is not a whole slot.
QByteArray decodeSlot(const QByteArray &raw)
{
    base::CanonicalReader reader(base::view(raw));
    const std::uint16_t length = reader.u16();
    const base::ByteView value = reader.fixed(length);
    const base::ByteView sum = reader.fixed(kSumSize);
    if (!reader.ok() || length == 0)
        return {};
    const QByteArray expected = checksum(base::view(raw).first(kLengthSize + std::size_t{length}));
    return base::equalConstantTime(sum, base::view(expected)) ? base::toByteArray(value) : QByteArray();
}

std::unexpected<base::Error> fileError(const QFile &file, const QString &what)
{
    const ErrorCode code = file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::IoFailure;
    return base::fail(code, QStringLiteral("%1: %2: %3").arg(file.fileName(), what, file.errorString()));
}

base::Result<QList<QByteArray>> readSlots(QFile &file)
{
    if (file.size() == 0)
        return QList<QByteArray>();
    QList<QByteArray> out;
    for (int slot = 0; slot < vault::ports::AnchorStore::kSlots; ++slot) {
        if (!file.seek(slot * kStride))
            return fileError(file, QStringLiteral("seek"));
        out.append(decodeSlot(file.read(kMaxSlot)));
    }
    return out;
}

base::Result<void> openExisting(QFile &file, QIODevice::OpenMode mode)
{
    if (file.open(mode | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return {};
    if (mode.testFlag(QIODevice::WriteOnly) && !QFileInfo(file.fileName()).isWritable())
        return base::fail(ErrorCode::ReadOnly, file.fileName());
    return fileError(file, QStringLiteral("open"));
}

} // namespace

FileAnchorStore::FileAnchorStore(const QString &stateDir, std::chrono::milliseconds patience)
    : m_folder(QDir(stateDir).filePath(QStringLiteral("latchkey")))
    , m_patience(patience)
{
}

QString FileAnchorStore::pathOf(const QUuid &vault) const
{
    return QStringLiteral("%1/%2.anchor").arg(m_folder, vault.toString(QUuid::WithoutBraces));
}

base::Result<QList<QByteArray>> FileAnchorStore::read(const QUuid &vault)
{
    const QString path = pathOf(vault);
    LATCHKEY_CHECK(inspectCompanion(path));
    if (!QFileInfo::exists(path))
        return QList<QByteArray>();
    QFile file(path);
    LATCHKEY_CHECK(openExisting(file, QIODevice::ReadOnly));
    // Without the lock, so that a read-only folder is no obstacle: a slot caught in the middle of a write counts as torn, and the
    // other one stands for a vault that is one change behind.
    return readSlots(file);
}

base::Result<void> FileAnchorStore::update(const QUuid &vault,
                                           const std::function<std::optional<Write>(const QList<QByteArray> &)> &decide)
{
    const QString path = pathOf(vault);
    LATCHKEY_CHECK(base::ensurePrivateDirectory(m_folder));
    LATCHKEY_TRY(const base::FileLock lock, base::FileLock::acquire(path + QStringLiteral(".lock"), m_patience));
    LATCHKEY_CHECK(inspectCompanion(path));
    if (const auto created = base::createPrivateFile(path); !created && created.error().code != ErrorCode::AlreadyExists)
        return created;
    QFile file(path);
    LATCHKEY_CHECK(openExisting(file, QIODevice::ReadWrite));
    LATCHKEY_TRY(const QList<QByteArray> current, readSlots(file));
    const std::optional<Write> write = decide(current);
    if (!write)
        return {};
    if (write->slot < 0 || write->slot >= kSlots || write->value.isEmpty() || write->value.size() > kMaxValue)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("anchor slot"));
    const QByteArray bytes = encodeSlot(write->value);
    if (!file.seek(write->slot * kStride) || file.write(bytes) != bytes.size())
        return fileError(file, QStringLiteral("write"));
    return {};
}

} // namespace storage
