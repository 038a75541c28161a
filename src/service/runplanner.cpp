// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/runplanner.h"

#include "exchange/formatcheck.h"
#include "service/locate.h"

#include <algorithm>
#include <utility>

namespace service {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

/// A child must not be able to open the vault by what this process was given.
constexpr QByteArrayView kOwnPrefix("LATCHKEY_");
constexpr QByteArrayView kCredentialsDirectory("CREDENTIALS_DIRECTORY");

/// What one credential contributes to the plan.
struct Source {
    vault::Credential credential;
    std::optional<std::uint32_t> version;
    QStringList fields; ///< empty: all
};

/// One `--env` variable that takes a field.
struct Wanted {
    QString variable;
    qsizetype source = 0;
    QString field;
};

/// Collects what is needed while names are looked up, then releases everything in one audited step.
class Planner final {
public:
    Planner(vault::Session &session, const ProfileCatalogue &profiles, const exchange::ExchangeCatalogue &exchanges,
            const RunRequest &request)
        : m_session(session)
        , m_store(session)
        , m_profiles(profiles)
        , m_exchanges(exchanges)
        , m_request(request)
    {
    }

    Result<RunPlan> run()
    {
        LATCHKEY_CHECK(chooseProfile());
        LATCHKEY_CHECK(chooseCredentials());
        for (const ExtraVariable &extra : m_request.extra)
            LATCHKEY_CHECK(addExtra(extra));
        LATCHKEY_CHECK(release());
        return std::move(m_plan);
    }

private:
    Result<void> chooseProfile()
    {
        const QString id = m_request.profile.isEmpty() ? QStringLiteral("generic") : m_request.profile;
        m_profile = m_profiles.find(id);
        return m_profile != nullptr ? Result<void>() : fail(ErrorCode::UnsupportedProfile, id);
    }

    Result<void> chooseCredentials()
    {
        // All names first: a missing one is another fault than a profile that does not fit.
        for (const QString &text : m_request.with) {
            LATCHKEY_TRY(const vault::Credential credential, mustFind(text));
            m_sources << Source{credential, std::nullopt, {}};
        }
        if (m_sources.isEmpty() && !m_request.profile.isEmpty())
            LATCHKEY_CHECK(chooseOnlyFitting());
        for (const Source &source : std::as_const(m_sources)) {
            if (!fits(*m_profile, source.credential))
                return fail(ErrorCode::UnsupportedProfile,
                            QStringLiteral("%1 (%2)").arg(m_profile->id, source.credential.name));
            addStrip(source.credential, true);
        }
        m_rendered = m_sources.size();
        return {};
    }

    Result<void> chooseOnlyFitting()
    {
        LATCHKEY_TRY(QList<vault::Credential> all, m_store.list());
        all.removeIf([this](const vault::Credential &c) { return !fits(*m_profile, c); });
        if (all.size() != 1) {
            QStringList names;
            for (const vault::Credential &credential : std::as_const(all))
                names << credential.name;
            return fail(ErrorCode::UnsupportedProfile,
                        all.isEmpty() ? m_profile->id
                                      : QStringLiteral("%1 (%2)").arg(m_profile->id, names.join(QStringLiteral(", "))));
        }
        m_sources << Source{all.first(), std::nullopt, {}};
        return {};
    }

    Result<vault::Credential> mustFind(const QString &text)
    {
        LATCHKEY_TRY(const QString name, vault::parseStoredName(text));
        LATCHKEY_TRY(const auto found, m_store.find(name));
        if (!found)
            return fail(ErrorCode::NotFound, name);
        return *found;
    }

    void addStrip(const vault::Credential &credential, bool withProfile)
    {
        if (withProfile) {
            for (const QString &name : m_profile->strip)
                m_plan.strip << expanded(name, credential);
        }
        if (credential.kind == vault::CredentialKind::Exchange)
            m_plan.strip << m_profiles.spellings(credential.attributeValue(vault::attribute::kExchange));
        m_plan.strip.removeDuplicates();
    }

    Result<void> addExtra(const ExtraVariable &extra)
    {
        if (!extra.plain) {
            LATCHKEY_TRY(const vault::Reference reference, resolveReference(extra.text));
            LATCHKEY_TRY(const Located found, locate(m_session, reference));
            return addReference(extra.name, found.reference, found.credential);
        }
        // A bare word of an env file names a credential when there is one, and is plain text otherwise.
        if (const auto name = vault::parseName(extra.text)) {
            const auto found = locate(m_session, {*name, {}, std::nullopt});
            if (found)
                return addReference(extra.name, found->reference, found->credential);
            if (found.error().code != ErrorCode::NotFound)
                return std::unexpected(found.error());
        }
        LATCHKEY_TRY(base::SecretBytes value, base::SecretBytes::copyOf(base::view(extra.text.toUtf8())));
        return put(extra.name, std::move(value));
    }

    Result<void> addReference(const QString &variable, const vault::Reference &reference,
                              const vault::Credential &credential)
    {
        QString field = reference.field;
        if (field.isEmpty()) {
            const vault::VersionInfo *version = credential.current() != nullptr ? credential.current()
                                                                                : credential.pending();
            const QStringList fields = version != nullptr ? version->fields : QStringList();
            if (fields.size() != 1)
                return fail(ErrorCode::AmbiguousField, fields.join(QStringLiteral(", ")));
            field = fields.first();
        }
        m_wanted << Wanted{variable, sourceFor(credential, reference.version, field), field};
        addStrip(credential, false);
        return {};
    }

    /// One source, and so one audit entry, per credential and version, however many variables it feeds.
    qsizetype sourceFor(const vault::Credential &credential, std::optional<std::uint32_t> version, const QString &field)
    {
        for (qsizetype i = 0; i < m_sources.size(); ++i) {
            Source &source = m_sources[i];
            if (source.credential.id != credential.id || source.version != version)
                continue;
            if (i >= m_rendered && !source.fields.contains(field))
                source.fields << field;
            return i;
        }
        m_sources << Source{credential, version, {field}};
        return m_sources.size() - 1;
    }

    Result<void> release()
    {
        if (m_sources.isEmpty())
            return {};
        QList<vault::ReleaseRequest> requests;
        for (const Source &source : std::as_const(m_sources))
            requests << vault::ReleaseRequest{source.credential.id, source.version, source.fields, false};
        vault::AuditEvent event;
        event.kind = QStringLiteral("run");
        event.program = m_request.caller.program;
        event.details.insert(QStringLiteral("command"), m_request.command);
        event.details.insert(QStringLiteral("profile"), m_profile->id);
        // A set that cannot be given to the program as a whole is given to nobody, and the log does not say otherwise.
        const auto usable = [this](const std::vector<base::SecretFields> &read) { return assemble(read); };
        LATCHKEY_CHECK(m_store.release(requests, event, usable));
        return {};
    }

    Result<void> assemble(const std::vector<base::SecretFields> &released)
    {
        for (qsizetype i = 0; i < m_rendered; ++i) {
            LATCHKEY_CHECK(requireComplete(m_sources.at(i).credential, released.at(static_cast<std::size_t>(i))));
            LATCHKEY_TRY(base::SecretFields variables,
                         render(*m_profile, m_sources.at(i).credential, released.at(static_cast<std::size_t>(i))));
            for (auto &[name, value] : variables)
                LATCHKEY_CHECK(put(name, std::move(value)));
        }
        for (const Wanted &wanted : std::as_const(m_wanted))
            LATCHKEY_CHECK(putField(wanted, released.at(static_cast<std::size_t>(wanted.source))));
        return {};
    }

    /// A set with a field missing starts no program, whatever the variables are called.
    Result<void> requireComplete(const vault::Credential &credential, const base::SecretFields &fields) const
    {
        const exchange::ExchangeInfo *info = credential.kind == vault::CredentialKind::Exchange
            ? m_exchanges.find(credential.attributeValue(vault::attribute::kExchange))
            : nullptr;
        return info != nullptr ? exchange::requireComplete(*info, fields) : Result<void>();
    }

    Result<void> putField(const Wanted &wanted, const base::SecretFields &fields)
    {
        const auto found = fields.find(wanted.field);
        if (found == fields.end())
            return fail(ErrorCode::FieldNotFound, wanted.field);
        LATCHKEY_TRY(base::SecretBytes copy, found->second.clone());
        return put(wanted.variable, std::move(copy));
    }

    Result<void> put(const QString &variable, base::SecretBytes value)
    {
        value.maskInLogs();
        if (!m_plan.variables.emplace(variable, std::move(value)).second)
            return fail(ErrorCode::InvalidArgument, variable);
        return {};
    }

    vault::Session &m_session;
    vault::CredentialStore m_store;
    const ProfileCatalogue &m_profiles;
    const exchange::ExchangeCatalogue &m_exchanges;
    const RunRequest &m_request;
    const Profile *m_profile = nullptr;
    QList<Source> m_sources;
    qsizetype m_rendered = 0; ///< the first ones go through the profile
    QList<Wanted> m_wanted;
    RunPlan m_plan;
};

QByteArrayView nameOfEntry(const QByteArray &entry)
{
    const qsizetype equals = entry.indexOf('=');
    return QByteArrayView(entry).first(equals < 0 ? entry.size() : equals);
}

} // namespace

ports::ChildSpec childSpec(RunPlan plan, const QByteArrayList &inherited, QByteArrayList command, bool onlyEnv,
                           ports::SecretDelivery delivery)
{
    static const QByteArrayList kKept{"PATH", "HOME", "USER", "LANG", "TERM"};
    QByteArrayList stripped;
    for (const QString &name : std::as_const(plan.strip))
        stripped << name.toUtf8();
    ports::ChildSpec spec;
    for (const QByteArray &entry : inherited) {
        const QByteArrayView name = nameOfEntry(entry);
        const auto isName = [name](const QByteArray &other) { return name == other; };
        const bool own = name.startsWith(kOwnPrefix) || name == kCredentialsDirectory;
        if (own || std::ranges::any_of(stripped, isName) || (onlyEnv && std::ranges::none_of(kKept, isName)))
            continue;
        spec.inherited << entry;
    }
    spec.command = std::move(command);
    spec.secrets = std::move(plan.variables);
    spec.delivery = delivery;
    return spec;
}

RunPlanner::RunPlanner(VaultHost &host, const ProfileCatalogue &profiles, const exchange::ExchangeCatalogue &exchanges,
                       QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_profiles(profiles)
    , m_exchanges(exchanges)
{
}

base::Async<RunPlan> RunPlanner::plan(RunRequest request)
{
    return m_host.withSession([this, request = std::move(request)](vault::Session &session) {
        return Planner(session, m_profiles, m_exchanges, request).run();
    });
}

} // namespace service
