// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/header.h"
#include "fuzzing.h"
#include "transfer/backupheader.h"
#include "vault/slot.h"

// Header and key slots of a vault, and the header of a backup: read before anything is authenticated. The first byte chooses.

namespace {

constexpr std::uint32_t kMostMemoryKiB = 64; // Argon2id shall not be what takes the time
constexpr std::uint32_t kMostPasses = 2;

void header(base::ByteView bytes)
{
    if (const auto parsed = vault::Header::parse(bytes))
        FUZZ_CHECK(parsed->body() == base::toByteArray(bytes));
}

void slot(base::ByteView bytes)
{
    const auto parsed = vault::KeySlot::parse({fuzzing::fixedUuid(), base::toByteArray(bytes)});
    if (!parsed)
        return;
    FUZZ_CHECK(parsed->row().body == base::toByteArray(bytes));
    const crypto::Argon2Params &kdf = parsed->info().kdf;
    if (kdf.memoryKiB > kMostMemoryKiB || kdf.passes > kMostPasses)
        return;
    const base::SecretBytes passphrase = fuzzing::secret("correct horse battery staple");
    const base::SecretBytes keychain = fuzzing::secret("0123456789abcdef0123456789abcdef");
    const base::SecretBytes recovery = fuzzing::secret("0123456789abcdef0123");
    const auto opened = parsed->unwrap(fuzzing::fixedUuid(), {&passphrase, &keychain, &recovery});
    FUZZ_CHECK(!opened || opened->equals(fuzzing::fixedKeys().vaultKey()));
}

void backupHeader(base::ByteView bytes)
{
    const auto length = transfer::backupHeaderLength(bytes.first(std::min(bytes.size(), transfer::kBackupPreambleBytes)));
    auto parsed = transfer::BackupHeader::parse(bytes);
    if (!parsed)
        return;
    FUZZ_CHECK(length && *length == bytes.size());
    FUZZ_CHECK(parsed->encode() == base::toByteArray(bytes));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    base::ByteView bytes = fuzzing::view(data, size);
    switch (fuzzing::takeByte(bytes) % 3) {
    case 0:
        header(bytes);
        break;
    case 1:
        slot(bytes);
        break;
    default:
        backupHeader(bytes);
        break;
    }
    return 0;
}
