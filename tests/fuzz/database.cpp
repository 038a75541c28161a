// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"
#include "vault/vaultfixture.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <tuple>

// A whole vault file that was changed in many places, opened and verified. The input is a list of changes, six bytes each, so that
// the corpus is small and the fuzzer does not spend its time on copying: 3 bytes place, 1 byte what, 2 bytes value. Bytes of the
// anchor come behind those of the vault. What opens must show the truth.

namespace {

constexpr qsizetype kPage = 4096;
constexpr std::size_t kChange = 6;

struct Golden {
    vaulttest::Home home;
    QByteArray vault;
    QByteArray anchor;
    QString truth;
};

Golden &golden()
{
    static auto *made = [] {
        auto *out = new Golden;
        auto vault = std::make_unique<vault::Vault>(out->home.environment(), out->home.path());
        vault::CreateRequest request = out->home.request();
        request.kdf = {8, 1, 1};
        FUZZ_CHECK(vault->create(request).has_value());
        vault::CredentialStore store(vaulttest::sessionOf(*vault));
        for (const char *name : {"bitget/main", "openai", "n/3"}) {
            vault::Credential credential = vaulttest::named(QString::fromLatin1(name));
            credential.description = QStringLiteral("the account");
            FUZZ_CHECK(store.add(credential, vaulttest::newVersion({QStringLiteral("api_key=K"), QStringLiteral("b=2")}), {})
                           .has_value());
        }
        out->truth = *vaulttest::contents(*vault);
        vault.reset();
        out->vault = vaulttest::contentOf(out->home.path());
        out->anchor = vaulttest::contentOf(out->home.anchorPath());
        return out;
    }();
    return *made;
}

void change(QByteArray &bytes, qsizetype at, std::uint8_t what, std::uint16_t value)
{
    const auto low = static_cast<char>(value);
    switch (what % 8) {
    case 0:
        bytes[at] = low;
        break;
    case 1:
        bytes[at] = static_cast<char>(bytes.at(at) ^ low);
        break;
    case 2:
        bytes[at] = static_cast<char>(bytes.at(at) + 1);
        break;
    case 3: // two bytes: SQLite's offsets
        bytes[at] = static_cast<char>(value >> 8);
        bytes[std::min(at + 1, bytes.size() - 1)] = low;
        break;
    case 4:
        std::fill_n(bytes.begin() + at, std::min<qsizetype>(64, bytes.size() - at), low);
        break;
    case 5: // one page over another
        if (const qsizetype from = value % std::max<qsizetype>(1, bytes.size() / kPage) * kPage;
            from + kPage <= bytes.size())
            bytes.replace(at / kPage * kPage, std::min(kPage, bytes.size() - at / kPage * kPage), bytes.sliced(from, kPage));
        break;
    case 6:
        bytes.truncate(std::max<qsizetype>(1, at));
        break;
    default:
        bytes.append(QByteArray(value % 9000, low));
        break;
    }
}

void verifyAll(vault::Vault &opened)
{
    const auto session = opened.session();
    FUZZ_CHECK(session.has_value());
    const auto damage = (*session)->verifyEverything();
    const auto unreadable = vault::CredentialStore(**session).findUnreadable();
    const auto now = vaulttest::contents(opened);
    // What cannot be read says so; what can be read is the truth.
    if (now)
        FUZZ_CHECK(*now == golden().truth);
    else
        FUZZ_CHECK(now.error().code == base::ErrorCode::IntegrityFailure || now.error().code == base::ErrorCode::IoFailure);
    if (damage && damage->isEmpty() && unreadable && unreadable->isEmpty())
        FUZZ_CHECK(now.has_value());
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const QCoreApplication app(*argc, *argv);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    golden();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Golden &good = golden();
    QByteArray file = good.vault;
    QByteArray anchor = good.anchor;
    for (std::size_t i = 0; i + kChange <= size; i += kChange) {
        const std::uint8_t *const c = data + i;
        const qsizetype place = (c[0] << 16 | c[1] << 8 | c[2]) % (good.vault.size() + good.anchor.size());
        const auto value = static_cast<std::uint16_t>(c[4] << 8 | c[5]);
        if (place < good.vault.size())
            change(file, std::min(place, file.size() - 1), c[3], value);
        else
            change(anchor, std::min(place - good.vault.size(), anchor.size() - 1), c[3], value);
    }
    for (const char *suffix : {"-wal", "-shm", "-journal"})
        QFile::remove(good.home.path() + QLatin1StringView(suffix));
    FUZZ_CHECK(vaulttest::writeFile(good.home.path(), file) && vaulttest::writeFile(good.home.anchorPath(), anchor));
    vault::Vault vault(good.home.environment(), good.home.path());
    std::ignore = vault.inspect();
    auto request = good.home.byPassphrase();
    request.availableMemoryKiB = 1 << 14;
    if (vault.unlock(request))
        verifyAll(vault);
    return 0;
}
