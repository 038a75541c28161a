// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/imports.h"

#include "base/privatefile.h"
#include "transfer/importdetection.h"
#include "transfer/importfernet.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace service {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using transfer::ImportBatch;
using transfer::ImportFormat;

/// https://sqlite.org/fileformat.html
const QByteArray kSqliteHead("SQLite format 3\0", 16);
constexpr std::size_t kLongestKeyFile = 4096;

bool isFernet(ImportFormat format)
{
    return format == ImportFormat::Fernet || format == ImportFormat::FernetDatabase;
}

/// Databases may be larger than what is read into secure memory, and are known by their first bytes.
Result<bool> isDatabase(const QString &path)
{
    if (path == QLatin1StringView("-"))
        return false;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::IoFailure, path + QStringLiteral(": ") + file.errorString());
    return !file.isSequential() && file.read(kSqliteHead.size()) == kSqliteHead;
}

Result<ImportFormat> detect(const base::SecretBytes &content)
{
    LATCHKEY_TRY(const std::vector<ImportFormat> found, transfer::detectFormats(content));
    if (found.size() == 1)
        return found.front();
    QStringList names;
    for (const ImportFormat format : found)
        names << transfer::formatName(format);
    return fail(
        ErrorCode::InvalidArgument,
        found.empty()
            ? QStringLiteral("the format of this file is not known; name it with --format")
            : QStringLiteral("this file may be %1; say which with --format").arg(names.join(QStringLiteral(" or "))));
}

/// The key file of a store: the one that was named, else one of the names that older tools gave it.
Result<QString> keyFileFor(const ImportRequest &request)
{
    if (!request.keyFile.isEmpty())
        return request.keyFile;
    const QDir folder = QFileInfo(request.path).absoluteDir();
    for (const char *name : {".key", "secret.key"}) {
        if (folder.exists(QLatin1StringView(name)) && request.path != QLatin1StringView("-"))
            return folder.filePath(QLatin1StringView(name));
    }
    return fail(ErrorCode::MissingField, QStringLiteral("--key-file"));
}

Result<crypto::FernetKey> readKey(const QString &path)
{
    LATCHKEY_TRY(const base::SecretBytes text, base::readSecretFile(path, kLongestKeyFile, false));
    auto key = crypto::FernetKey::parse(text.exposeText());
    if (!key && key.error().code == ErrorCode::InvalidArgument)
        return fail(ErrorCode::InvalidArgument, path + QStringLiteral(": not a Fernet key"));
    return key;
}

bool liesInRepository(const QString &path)
{
    QDir folder = QFileInfo(path).absoluteDir();
    do {
        if (folder.exists(QStringLiteral(".git")))
            return true;
    } while (folder.cdUp());
    return false;
}

/// Reads the file and finds out what it is; fills the report's facts about it.
Result<ImportBatch> load(const ImportRequest &request, transfer::ports::FernetDatabase &database, ImportReport &report)
{
    report.path = request.path;
    report.detected = !request.format;
    LATCHKEY_TRY(const bool sqlite, isDatabase(request.path));
    if (sqlite && request.format && *request.format != ImportFormat::FernetDatabase)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("this is a database; use --format fernet-db"));
    base::SecretBytes content;
    if (!sqlite && request.format != ImportFormat::FernetDatabase) {
        LATCHKEY_TRY(content, base::readSecretFile(request.path, transfer::kLargestImport, false));
    }
    if (request.format) {
        report.format = *request.format;
    } else if (sqlite) {
        report.format = ImportFormat::FernetDatabase;
    } else {
        LATCHKEY_TRY(report.format, detect(content));
    }
    report.inRepository = request.path != QLatin1StringView("-") && liesInRepository(request.path);
    if (!isFernet(report.format))
        return transfer::parseImport(report.format, content);
    LATCHKEY_TRY(report.keyFile, keyFileFor(request));
    LATCHKEY_TRY(const crypto::FernetKey key, readKey(report.keyFile));
    if (report.format == ImportFormat::Fernet)
        return transfer::parseFernetStore(content.exposeText(), key);
    LATCHKEY_TRY(const auto rows, database.read(request.path));
    return transfer::parseFernetRows(rows, key);
}

vault::AuditEvent eventFor(const ImportReport &report, const Caller &caller)
{
    vault::AuditEvent event;
    event.kind = QStringLiteral("imported");
    event.program = caller.program;
    event.details.insert(QStringLiteral("format"), transfer::formatName(report.format));
    event.details.insert(QStringLiteral("file"), QFileInfo(report.path).fileName());
    return event;
}

} // namespace

qsizetype ImportReport::count(ImportOutcome outcome) const
{
    return std::ranges::count(rows, outcome, &ImportRow::outcome);
}

Imports::Imports(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_wanted(std::make_shared<std::atomic_bool>(true))
    , m_thread(QStringLiteral("import"))
{
    connect(&m_parts.host, &VaultHost::stateChanged, this, [this] {
        if (m_parts.host.state() == LockState::Unlocked)
            return;
        *m_wanted = false;
        m_wanted = std::make_shared<std::atomic_bool>(true);
    });
}

base::Async<ImportReport> Imports::preview(const ImportRequest &request)
{
    return start(request, true);
}

base::Async<ImportReport> Imports::run(const ImportRequest &request)
{
    return base::chain(start(request, false), this, [this](ImportReport report) {
        if (report.count(ImportOutcome::New) > 0)
            m_parts.host.notifyChanged();
        return base::ready<ImportReport>(std::move(report));
    });
}

base::Async<ImportReport> Imports::start(const ImportRequest &request, bool dryRun)
{
    struct Loaded {
        ImportReport report;
        ImportBatch batch;
        std::shared_ptr<const std::atomic_bool> wanted;
    };
    // Not on the vault thread: a file on a slow disk must hold up neither a lock nor a bot.
    auto loading = m_thread.run([&database = m_parts.database, request, dryRun,
                                 wanted = m_wanted]() -> Result<std::shared_ptr<Loaded>> {
        auto out = std::make_shared<Loaded>();
        out->report.dryRun = dryRun;
        out->wanted = wanted;
        LATCHKEY_TRY(out->batch, load(request, database, out->report));
        return out;
    });
    return base::chain(loading, this, [this, account = request.account, dryRun](const std::shared_ptr<Loaded> &loaded) {
        const auto work = [&exchanges = m_parts.exchanges, caller = m_parts.caller, loaded, account,
                           dryRun](vault::Session &session) -> Result<ImportReport> {
            ImportReport &report = loaded->report;
            LATCHKEY_TRY(QList<UserAlias> aliases, userAliases(session));
            LATCHKEY_TRY(const ImportPlan plan, ImportPlan::make(loaded->batch, {exchanges, std::move(aliases), account}));
            vault::CredentialImport store(session, [loaded] { return loaded->wanted->load(); });
            const auto item = [&plan](std::size_t at) { return plan.item(at); };
            LATCHKEY_TRY(const auto fates,
                         dryRun ? store.preview(plan.count(), item)
                                : store.store(plan.count(), item, eventFor(report, caller)));
            report.rows = plan.settled(fates);
            return std::move(report);
        };
        return m_parts.host.withSession(work);
    });
}

} // namespace service
