// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"
#include "transfer/backupreader.h"
#include "transfer/chunks.h"

#include <QFile>

#include <tuple>

// A backup file as somebody may have left it; and, with the first byte odd, what stands inside its sealed chunks, sealed here, since
// random bytes never open.

namespace {

constexpr std::string_view kKey = "fedcba9876543210fedcba9876543210";

void whole(base::ByteView bytes)
{
    const QString path = fuzzing::folder() + QStringLiteral("/backup");
    QFile file(path);
    FUZZ_CHECK(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(base::toByteArray(bytes)) >= 0);
    file.close();
    const auto reader = transfer::BackupReader::open(path);
    if (!reader)
        return;
    const auto visitor = [](const vault::ports::RecordRow &) { return base::Result<void>(); };
    std::ignore = (*reader)->read(fuzzing::fixedKeys().vaultKey(), visitor);
}

void items(base::ByteView bytes)
{
    const QString path = fuzzing::folder() + QStringLiteral("/items");
    QFile::remove(path);
    const base::Digest32 bound{};
    {
        auto file = transfer::NewFile::create(path);
        FUZZ_CHECK(file.has_value());
        transfer::ChunkWriter chunks(**file, fuzzing::secret(kKey), bound);
        if (!chunks.append(bytes) || !chunks.finish())
            return;
        FUZZ_CHECK((*file)->close() && (*file)->publish());
    }
    QFile file(path);
    FUZZ_CHECK(file.open(QIODevice::ReadOnly));
    transfer::ItemReader reader(transfer::ChunkReader(file, fuzzing::secret(kKey), bound));
    if (!reader.origin())
        return;
    for (;;) {
        const auto next = reader.next();
        if (!next || std::holds_alternative<transfer::BackupTotals>(*next))
            return;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    base::ByteView bytes = fuzzing::view(data, size);
    if (fuzzing::takeByte(bytes) % 2 == 0)
        whole(bytes);
    else
        items(bytes);
    return 0;
}
