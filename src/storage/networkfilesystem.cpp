// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/networkfilesystem.h"

#include <algorithm>
#include <array>

namespace storage {

namespace {

// As mount(8) and statfs(2) of Linux and macOS name them. Shares of virtual machines (9p, vboxsf) are not among them: whether
// memory can be shared there depends on the host, and SQLite finds out by itself (Connection::enableWal).
constexpr std::array kNetwork{"nfs",           "nfs4",           "cifs",         "smb3",          "smbfs",
                              "afs",           "afpfs",          "ceph",         "coda",          "ncpfs",
                              "lustre",        "gpfs",           "beegfs",       "glusterfs",     "webdav",
                              "davfs",         "fuse.sshfs",     "fuse.rclone",  "fuse.s3fs",     "fuse.glusterfs",
                              "fuse.ceph",     "fuse.ceph-fuse", "fuse.davfs",   "fuse.davfs2",   "fuse.curlftpfs",
                              "fuse.smbnetfs", "fuse.juicefs",   "fuse.gcsfuse", "fuse.goofys",   "fuse.gvfsd-fuse",
                              "fuse.kio-fuse", "fuse.blobfuse2", "fuse.mfs",     "fuse.lizardfs", "unc"};

} // namespace

bool isNetworkFileSystem(const QString &type)
{
    return std::ranges::any_of(kNetwork, [&type](const char *name) {
        return type.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
    });
}

base::Result<void> requireLocalFileSystem(const QString &path, const FileSystemTypes &typeAt)
{
    if (isNetworkFileSystem(typeAt(path)))
        return base::fail(base::ErrorCode::IoFailure, QStringLiteral("network_file_system"));
    return {};
}

} // namespace storage
