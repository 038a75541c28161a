// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/diagnostics.h"

#include "service/words.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace service {

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

QJsonObject protection(const ports::ProcessProtection &state, QStringList &problems)
{
    if (state.secureHeap != base::SecureHeapState::Locked)
        problems << words::forDiagnosis(words::Diagnosis::HeapNotLocked);
    if (state.dumpable)
        problems << words::forDiagnosis(words::Diagnosis::Dumpable);
    if (state.coreLimit != 0)
        problems << words::forDiagnosis(words::Diagnosis::CoreFile);
    return {
        {QStringLiteral("secure_heap"), heapName(state.secureHeap)},
        {QStringLiteral("dumpable"), state.dumpable},
        {QStringLiteral("core_limit"), static_cast<double>(state.coreLimit)},
        {QStringLiteral("locked_kib"), state.lockedKiB ? QJsonValue(static_cast<double>(*state.lockedKiB)) : QJsonValue()}};
}

QJsonObject files(const QString &vaultFile, const ports::SystemFacts &facts, QStringList &problems)
{
    if (!facts.vaultPlace)
        problems << words::forError(facts.vaultPlace.error()).text;
    const QString folder = QFileInfo(vaultFile).path();
    for (const QString &path : {vaultFile, folder}) {
        if (openToOthers(path))
            problems << words::forDiagnosis(words::Diagnosis::OpenToOthers).arg(path);
    }
    return {{QStringLiteral("path"), vaultFile},
            {QStringLiteral("exists"), QFileInfo::exists(vaultFile)},
            {QStringLiteral("file_mode"), modeOf(vaultFile)},
            {QStringLiteral("folder_mode"), modeOf(folder)},
            {QStringLiteral("file_system"), facts.fileSystem},
            {QStringLiteral("state_folder"), facts.stateFolder}};
}

QJsonObject agentFacts(const ports::SystemFacts &facts, QStringList &problems)
{
    if (!facts.agentRuns)
        problems << words::forError(facts.agentRuns.error()).text;
    return {{QStringLiteral("running"), facts.agentRuns.value_or(false)}, {QStringLiteral("socket"), facts.controlSocket}};
}

QJsonObject versions(const ports::SystemFacts &facts)
{
    return {{QStringLiteral("latchkey"), QStringLiteral(LATCHKEY_VERSION)},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("openssl"), facts.opensslVersion},
            {QStringLiteral("sqlite"), facts.sqliteVersion}};
}

DiagnosticReport reportOf(const QString &vaultFile, const ports::SystemFacts &facts,
                          const vault::ports::KeychainStatus &keychain)
{
    DiagnosticReport out;
    out.document = {{QStringLiteral("protection"), protection(facts.protection, out.problems)},
                    {QStringLiteral("vault"), files(vaultFile, facts, out.problems)},
                    {QStringLiteral("agent"), agentFacts(facts, out.problems)},
                    {QStringLiteral("versions"), versions(facts)},
                    {QStringLiteral("keychain"),
                     QJsonObject{{QStringLiteral("message"), words::forKeychainNow(keychain.state)},
                                 {QStringLiteral("backend"), keychain.backend}}}};
    out.document.insert(QStringLiteral("problems"), QJsonArray::fromStringList(out.problems));
    return out;
}

QString valueText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
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

} // namespace

Diagnostics::Diagnostics(VaultHost &host, std::function<ports::SystemFacts()> facts, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_facts(std::move(facts))
    , m_thread(QStringLiteral("diagnostics"))
{
}

base::Async<DiagnosticReport> Diagnostics::report()
{
    return base::chain(m_host.keychainStatus(), this, [this](const vault::ports::KeychainStatus &keychain) {
        return m_thread.run([this, keychain, path = m_host.vaultPath()]() -> base::Result<DiagnosticReport> {
            return reportOf(path, m_facts(), keychain);
        });
    });
}

QList<std::pair<QString, QString>> diagnosticFacts(const QJsonObject &document)
{
    QList<std::pair<QString, QString>> facts;
    flatten(document, {}, facts);
    return facts;
}

QString diagnosticText(const DiagnosticReport &report)
{
    QStringList lines;
    for (const auto &[name, value] : diagnosticFacts(report.document))
        lines << name + QStringLiteral(": ") + value;
    for (const QString &problem : report.problems)
        lines << QStringLiteral("! ") + problem;
    QString text = lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    const QString home = QDir::homePath();
    return home == QDir::rootPath() ? text : text.replace(home, QStringLiteral("~"));
}

} // namespace service
