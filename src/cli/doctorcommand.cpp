// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doctorcommand.h"

#include "cli/opener.h"
#include "crypto/libraryversion.h"
#include "service/words.h"
#include "storage/sqliteversion.h"

#include <QDir>
#include <QFileInfo>

namespace cli {

namespace {

constexpr QFile::Permissions kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
    | QFile::WriteOther | QFile::ExeOther;

QString heapName(base::SecureHeapState state)
{
    switch (state) {
    case base::SecureHeapState::Locked:
        return QStringLiteral("locked");
    case base::SecureHeapState::NotLocked:
        return QStringLiteral("not-locked");
    case base::SecureHeapState::NotInitialized:
        break;
    }
    return QStringLiteral("not-initialized");
}

/// Octal as `ls` and `chmod` know it; null when nothing is there.
QJsonValue modeOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return QJsonValue::Null;
    const auto bits = static_cast<unsigned>(info.permissions().toInt());
    return QStringLiteral("0%1%2%3").arg((bits >> 12) & 7u).arg((bits >> 4) & 7u).arg(bits & 7u);
}

bool openToOthers(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && (info.permissions() & kOthers) != 0;
}

QJsonObject protection(QStringList &problems)
{
    const platform::HardeningState state = platform::hardeningState();
    if (state.secureHeap != base::SecureHeapState::Locked)
        problems << QStringLiteral("Secret memory is not locked: it may be written to swap (raise RLIMIT_MEMLOCK).");
    if (state.dumpable)
        problems << QStringLiteral("Other programs of this user may read this process.");
    if (state.coreLimit != 0)
        problems << QStringLiteral("A crash would write a core file.");
    return {
        {QStringLiteral("secure_heap"), heapName(state.secureHeap)},
        {QStringLiteral("dumpable"), state.dumpable},
        {QStringLiteral("core_limit"), static_cast<double>(state.coreLimit)},
        {QStringLiteral("locked_kib"), state.lockedKiB ? QJsonValue(static_cast<double>(*state.lockedKiB)) : QJsonValue()}};
}

QJsonObject files(const platform::VaultPaths &paths, QStringList &problems)
{
    const QString folder = QFileInfo(paths.vaultFile).path();
    for (const QString &path : {paths.vaultFile, folder}) {
        if (openToOthers(path))
            problems << QStringLiteral("%1 is open to other users.").arg(path);
    }
    return {{QStringLiteral("path"), paths.vaultFile},
            {QStringLiteral("exists"), QFileInfo::exists(paths.vaultFile)},
            {QStringLiteral("file_mode"), modeOf(paths.vaultFile)},
            {QStringLiteral("folder_mode"), modeOf(folder)},
            {QStringLiteral("state_folder"), platform::stateDirectory()}};
}

QJsonObject agentFacts(const Composition &parts, QStringList &problems)
{
    const auto link = AgentLink::find(parts.paths().controlSocket);
    if (!link)
        problems << service::words::forError(link.error()).text;
    return {{QStringLiteral("running"), link && link->has_value()}, {QStringLiteral("socket"), parts.paths().controlSocket}};
}

QJsonObject versions()
{
    return {{QStringLiteral("latchkey"), QStringLiteral(LATCHKEY_VERSION)},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("openssl"), crypto::opensslVersion()},
            {QStringLiteral("sqlite"), storage::sqliteVersion()}};
}

QString valueText(const QJsonValue &value)
{
    if (value.isBool())
        return yesNo(value.toBool());
    const QString text = value.toVariant().toString();
    return text.isEmpty() ? QStringLiteral("-") : text;
}

void flatten(const QJsonObject &object, const QString &prefix, QList<std::pair<QString, QString>> &facts)
{
    for (auto item = object.begin(); item != object.end(); ++item) {
        QString name = prefix + item.key();
        name.replace(QLatin1Char('_'), QLatin1Char(' '));
        if (item->isObject())
            flatten(item->toObject(), name + QStringLiteral(", "), facts);
        else if (!item->isArray())
            facts << std::pair(name, valueText(*item));
    }
}

void print(Output &out, const QJsonObject &report, const QStringList &problems)
{
    out.document(report);
    QList<std::pair<QString, QString>> facts;
    flatten(report, {}, facts);
    out.facts(facts);
    out.line();
    for (const QString &problem : problems)
        out.line(QStringLiteral("! ") + problem);
    if (problems.isEmpty())
        out.line(QStringLiteral("Nothing needs attention."));
}

} // namespace

base::Async<int> DoctorCommand::run(Composition &parts)
{
    return base::chain(parts.host().keychainStatus(), this, [&parts](const vault::ports::KeychainStatus &keychain) {
        QStringList problems;
        QJsonObject report{{QStringLiteral("protection"), protection(problems)},
                           {QStringLiteral("vault"), files(parts.paths(), problems)},
                           {QStringLiteral("agent"), agentFacts(parts, problems)},
                           {QStringLiteral("versions"), versions()},
                           {QStringLiteral("keychain"),
                            QJsonObject{{QStringLiteral("message"), service::words::forKeychainNow(keychain.state)},
                                        {QStringLiteral("backend"), keychain.backend}}}};
        report.insert(QStringLiteral("problems"), QJsonArray::fromStringList(problems));
        print(parts.output(), report, problems);
        return base::ready<int>(0);
    });
}

} // namespace cli
