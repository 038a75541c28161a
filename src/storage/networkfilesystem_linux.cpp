// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/networkfilesystem.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <linux/magic.h>
#include <sys/vfs.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace storage {

namespace {

struct Known {
    std::uint32_t magic;
    const char *type;
};

// Those that are met often, and each network file system of the kernel: asked in one call, without reading the list of mounts.
constexpr std::array kKnown{
    Known{EXT4_SUPER_MAGIC, "ext4"}, Known{XFS_SUPER_MAGIC, "xfs"},   Known{BTRFS_SUPER_MAGIC, "btrfs"},
    Known{TMPFS_MAGIC, "tmpfs"},     Known{0x2FC12FC1, "zfs"},        Known{F2FS_SUPER_MAGIC, "f2fs"},
    Known{NFS_SUPER_MAGIC, "nfs"},   Known{SMB_SUPER_MAGIC, "smbfs"}, Known{CIFS_SUPER_MAGIC, "cifs"},
    Known{SMB2_SUPER_MAGIC, "smb3"}, Known{CEPH_SUPER_MAGIC, "ceph"}, Known{AFS_SUPER_MAGIC, "afs"},
    Known{AFS_FS_MAGIC, "afs"},      Known{CODA_SUPER_MAGIC, "coda"}, Known{NCP_SUPER_MAGIC, "ncpfs"},
    Known{0x0BD00BD0, "lustre"},     Known{0x47504653, "gpfs"},
};

/// The path, or the nearest folder above it that is there.
QString standing(const QString &path)
{
    QString at = QFileInfo(path).absoluteFilePath();
    while (!QFileInfo::exists(at) && at.size() > 1)
        at = QFileInfo(at).absolutePath();
    return at;
}

} // namespace

QString fileSystemTypeAt(const QString &path)
{
    const QString at = standing(path);
    struct statfs info = {};
    int done = -1;
    do
        done = ::statfs(QFile::encodeName(at).constData(), &info);
    while (done != 0 && errno == EINTR);
    if (done != 0)
        return {};
    for (const Known &known : kKnown) {
        if (known.magic == static_cast<std::uint32_t>(info.f_type))
            return QString::fromLatin1(known.type);
    }
    // FUSE has one number for all; the list of mounts says which one it is.
    return QString::fromLatin1(QStorageInfo(at).fileSystemType());
}

} // namespace storage
