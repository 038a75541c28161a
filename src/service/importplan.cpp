// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/importplan.h"

#include "exchange/formatcheck.h"
#include "service/accountstore.h"

#include <QHash>

#include <algorithm>

namespace service {

namespace {

using base::ErrorCode;
using base::Result;
using transfer::ImportedEntry;
using transfer::ImportedField;
using vault::CredentialKind;

namespace attribute = vault::attribute;

using Fields = std::vector<ImportedField>;

constexpr std::size_t kMostFields = 256;
constexpr qsizetype kLongestDescription = 2000;
const QString kApiKey = QStringLiteral("api_key");
const QString kDemo = QStringLiteral("demo");
const QString kLive = QStringLiteral("live");

ImportReason reasonOf(transfer::Unfit unfit)
{
    switch (unfit) {
    case transfer::Unfit::Encrypted:
        return ImportReason::Encrypted;
    case transfer::Unfit::Placeholder:
        return ImportReason::Placeholder;
    case transfer::Unfit::OtherKind:
        return ImportReason::OtherKind;
    case transfer::Unfit::Unreadable:
        return ImportReason::Unreadable;
    case transfer::Unfit::No:
        break;
    }
    return ImportReason::None;
}

const ImportedField *find(const Fields &fields, const QString &name)
{
    const auto found = std::ranges::find(fields, name, &ImportedField::name);
    return found == fields.end() ? nullptr : &*found;
}

Fields withoutEmpty(const Fields &fields)
{
    Fields out;
    std::ranges::copy_if(fields, std::back_inserter(out), [](const ImportedField &each) { return !each.value.isEmpty(); });
    return out;
}

bool equal(const Fields &a, const Fields &b)
{
    return a.size() == b.size() && std::ranges::all_of(a, [&b](const ImportedField &field) {
               const ImportedField *other = find(b, field.name);
               return other != nullptr && other->value.equals(field.value);
           });
}

Result<base::SecretFields> valuesOf(const Fields &fields)
{
    base::SecretFields out;
    for (const ImportedField &field : fields) {
        LATCHKEY_TRY(base::SecretBytes value, field.value.copy());
        value.maskInLogs();
        out.emplace(field.name, std::move(value));
    }
    return out;
}

/// What goes to an exchange is cleaned on every way in; a field of which nothing is left is none.
Result<base::SecretFields> cleaned(const base::SecretFields &fields)
{
    LATCHKEY_TRY(exchange::NormalizedFields normal, exchange::normalizeFields(fields));
    std::erase_if(normal.fields, [](const auto &field) { return field.second.isEmpty(); });
    for (auto &[name, value] : normal.fields)
        value.maskInLogs();
    return std::move(normal.fields);
}

/// Attributes that say what a credential is. What was found about a key, or agreed to, is not taken from a file.
QMap<QString, QString> taken(const QMap<QString, QString> &attributes)
{
    static const QStringList kTaken{attribute::kExchange,   attribute::kEnvironment, attribute::kRegion,
                                    attribute::kBaseUrl,    attribute::kProvider,    attribute::kModel,
                                    attribute::kDeployment, attribute::kApiVersion};
    QMap<QString, QString> out = attributes;
    out.removeIf([](const auto &item) { return !kTaken.contains(item.key()) || item.value().isEmpty(); });
    return out;
}

} // namespace

class ImportPlan::Maker {
public:
    explicit Maker(const Context &context) : m_context(context) {}

    Result<ImportPlan> run(const transfer::ImportBatch &batch)
    {
        m_namesRepeat = batch.namesRepeat;
        for (const UserAlias &alias : m_context.aliases)
            m_aliases.insert(vault::foldName(alias.name), alias.target);
        for (const ImportedEntry &entry : batch.entries)
            take(entry);
        LATCHKEY_CHECK(judgeValues());
        std::erase_if(m_plan.m_targets,
                      [this](const Target &target) { return m_plan.m_rows[target.row].outcome != ImportOutcome::New; });
        return std::move(m_plan);
    }

private:
    enum class Meeting : std::uint8_t { Separate, Merge }; ///< whether entries of one name are parts of one credential

    void skip(const QString &name, ImportReason reason)
    {
        ImportRow row;
        row.name = name;
        row.sources = {name};
        row.outcome = ImportOutcome::Skipped;
        row.reason = reason;
        m_plan.m_rows << row;
    }

    void take(const ImportedEntry &entry)
    {
        const QString shown = entry.name.isEmpty() ? entry.exchange : entry.name;
        if (entry.unfit != transfer::Unfit::No)
            return skip(shown, reasonOf(entry.unfit));
        Fields fields = withoutEmpty(entry.fields);
        if (fields.empty())
            return skip(shown, ImportReason::Empty);
        const bool large = std::ranges::any_of(fields, [](const ImportedField &each) {
            return each.value.size() > transfer::kLongestValue;
        });
        if (large || fields.size() > kMostFields)
            return skip(shown, ImportReason::TooLarge);
        takeValues(shown, entry, std::move(fields));
        for (const ImportedField &field : entry.fields) {
            if (field.value.isEmpty())
                skip(shown + u'#' + field.name, ImportReason::Empty);
        }
    }

    void takeValues(const QString &shown, const ImportedEntry &entry, Fields fields)
    {
        vault::Credential credential;
        credential.description = entry.description.left(kLongestDescription);
        if (!entry.exchange.isEmpty())
            return takeAccount(entry, std::move(credential), std::move(fields));
        if (fields.size() == 1 && takeAlias(entry.name, credential, fields))
            return;
        credential.name = entry.name;
        describe(entry, fields, credential);
        place(shown, std::move(credential), std::move(fields), Meeting::Separate);
    }

    void takeAccount(const ImportedEntry &entry, vault::Credential credential, Fields fields)
    {
        credential.name = entry.exchange + u'/' + (entry.name.isEmpty() ? m_context.account : entry.name);
        makeAccount(entry.exchange, entry.demo ? kDemo : kLive, credential);
        place(entry.name.isEmpty() ? entry.exchange : entry.name, std::move(credential), std::move(fields), Meeting::Merge);
    }

    /// Only exchanges that Latchkey can speak to are accounts; the keys of others are kept as what they are.
    void makeAccount(const QString &exchange, const QString &environment, vault::Credential &credential) const
    {
        const exchange::ExchangeInfo *info = m_context.exchanges.find(exchange);
        credential.kind = info != nullptr ? CredentialKind::Exchange : CredentialKind::ApiKey;
        if (info == nullptr)
            return;
        credential.attributes.insert(attribute::kExchange, info->id);
        credential.attributes.insert(attribute::kEnvironment, environment);
    }

    bool takeAlias(const QString &name, vault::Credential &credential, Fields &fields)
    {
        if (const auto known = wellKnownAlias(name)) {
            credential.name = known->reference.name;
            credential.kind = known->kind;
            credential.attributes = aliasAttributes(*known);
            // Beside another name for the account, the alias still means the account that older tools have.
            fields.front().name = known->reference.field;
        } else if (const auto own = m_aliases.constFind(vault::foldName(name)); own != m_aliases.constEnd()) {
            credential.name = own->name;
            if (!own->field.isEmpty())
                fields.front().name = own->field;
        } else {
            return false;
        }
        place(name, std::move(credential), std::move(fields), Meeting::Merge);
        return true;
    }

    /// Kind and attributes, where the file says them, or its fields do.
    void describe(const ImportedEntry &entry, const Fields &fields, vault::Credential &credential) const
    {
        credential.kind = vault::kindFromName(entry.kind).value_or(CredentialKind::Generic);
        credential.attributes = taken(entry.attributes);
        const QString first = entry.name.section(u'/', 0, 0).toLower();
        if (credential.kind == CredentialKind::Exchange) {
            const QString environment = credential.attributeValue(attribute::kEnvironment) == kDemo ? kDemo : kLive;
            makeAccount(entry.attributes.value(attribute::kExchange, first), environment, credential);
        } else if (credential.kind == CredentialKind::Llm && credential.attributeValue(attribute::kProvider).isEmpty()) {
            credential.kind = CredentialKind::ApiKey;
        } else if (entry.kind.isEmpty() && fields.size() > 1 && entry.name.contains(u'/') && find(fields, kApiKey) != nullptr
                   && m_context.exchanges.find(first) != nullptr) {
            makeAccount(first, kLive, credential);
        }
    }

    void place(const QString &source, vault::Credential credential, Fields fields, Meeting meeting)
    {
        auto name = vault::parseImportedName(credential.name);
        const QString wanted = name.value_or(QString());
        // "Bitget" becomes "Bitget 2": the same at each run over the same file.
        for (int n = 2; name; name = vault::parseImportedName(wanted + QStringLiteral(" %1").arg(n++))) {
            const auto known = m_byName.constFind(vault::foldName(*name));
            if (known == m_byName.constEnd()) {
                credential.name = *name;
                return add(source, std::move(credential), std::move(fields));
            }
            Target &target = m_plan.m_targets[*known];
            if (meeting == Meeting::Merge)
                return merge(source, target, fields);
            if (equal(target.fields, fields)) {
                m_plan.m_rows[target.row].sources << source;
                return;
            }
            if (!m_namesRepeat)
                return contradict(source, target);
        }
        skip(source, ImportReason::BadName);
    }

    void add(const QString &source, vault::Credential credential, Fields fields)
    {
        ImportRow row;
        row.name = credential.name;
        row.sources = {source};
        row.kind = credential.kind;
        row.exchange = credential.attributeValue(attribute::kExchange);
        m_byName.insert(vault::foldName(credential.name), m_plan.m_targets.size());
        m_plan.m_targets.push_back({std::move(credential), std::move(fields), m_plan.m_rows.size()});
        m_plan.m_rows << row;
    }

    void merge(const QString &source, Target &target, Fields &fields)
    {
        m_plan.m_rows[target.row].sources << source;
        for (ImportedField &field : fields) {
            const ImportedField *known = find(target.fields, field.name);
            if (known == nullptr)
                target.fields.push_back(std::move(field));
            else if (!known->value.equals(field.value))
                return contradict({}, target);
        }
    }

    /// Which of the two is right nobody can tell, so neither is taken.
    void contradict(const QString &source, const Target &target)
    {
        ImportRow &row = m_plan.m_rows[target.row];
        if (!source.isEmpty())
            row.sources << source;
        row.outcome = ImportOutcome::Conflict;
        row.reason = ImportReason::Contradicts;
    }

    /// What only shows when the values are looked at. Each is gone again before the next is made.
    Result<void> judgeValues()
    {
        for (std::size_t i = 0; i < m_plan.m_targets.size(); ++i) {
            const Target &target = m_plan.m_targets[i];
            ImportRow &row = m_plan.m_rows[target.row];
            for (const ImportedField &field : target.fields)
                row.fields << field.name;
            row.fields.sort();
            if (target.credential.kind != CredentialKind::Exchange)
                continue;
            const auto made = m_plan.item(i);
            if (made && !made->version.fields.empty())
                continue;
            if (!made && made.error().code != ErrorCode::InvalidArgument)
                return std::unexpected(made.error());
            row.outcome = ImportOutcome::Skipped;
            row.reason = made ? ImportReason::Empty : ImportReason::BadValue;
        }
        return {};
    }

    const Context &m_context;
    ImportPlan m_plan;
    QHash<QString, vault::Reference> m_aliases; ///< by folded name
    QHash<QString, std::size_t> m_byName;       ///< folded name -> target
    bool m_namesRepeat = false;
};

Result<ImportPlan> ImportPlan::make(const transfer::ImportBatch &batch, const Context &context)
{
    return Maker(context).run(batch);
}

Result<vault::NewCredential> ImportPlan::item(std::size_t at) const
{
    const Target &target = m_targets[at];
    LATCHKEY_TRY(base::SecretFields fields, valuesOf(target.fields));
    if (target.credential.kind != CredentialKind::Exchange) {
        vault::NewCredential out;
        out.credential = target.credential;
        out.version.fields = std::move(fields);
        return out;
    }
    LATCHKEY_TRY(base::SecretFields clean, cleaned(fields));
    vault::NewCredential out = toStore({target.credential.name, target.credential.attributes, std::move(clean), false,
                                        false});
    out.credential.description = target.credential.description;
    return out;
}

QList<ImportRow> ImportPlan::settled(const std::vector<vault::ImportFate> &fates) const
{
    QList<ImportRow> out = m_rows;
    for (std::size_t i = 0; i < fates.size(); ++i) {
        ImportRow &row = out[m_targets[i].row];
        if (fates[i] == vault::ImportFate::Same)
            row.outcome = ImportOutcome::Same;
        else if (fates[i] == vault::ImportFate::Conflict)
            row.outcome = ImportOutcome::Conflict;
    }
    return out;
}

} // namespace service
