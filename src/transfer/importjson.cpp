// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importjson.h"

#include "transfer/plaintext.h"

#include <algorithm>
#include <array>

namespace transfer {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::SecretJson;

constexpr qsizetype kLongestField = 60;
const QString kName = QStringLiteral("name");
const QString kValue = QStringLiteral("value");
const QString kFields = QStringLiteral("fields");
const QString kDescription = QStringLiteral("description");

/// Beside a "value" these are the book-keeping of an older store.
bool isBookKeeping(const QString &name)
{
    static constexpr std::array kNames{QLatin1StringView("id"), QLatin1StringView("name"), QLatin1StringView("created_at"),
                                       QLatin1StringView("updated_at")};
    return std::ranges::find(kNames, name) != kNames.end();
}

void addField(ImportedEntry &entry, const QString &name, const SecretJson &value)
{
    entry.fields.push_back({fieldName(name, entry.fields), value.text});
}

ImportedEntry unfit(const QString &name)
{
    ImportedEntry out;
    out.name = name;
    out.unfit = Unfit::OtherKind;
    return out;
}

class JsonImport {
public:
    Result<ImportBatch> run(const SecretJson &tree)
    {
        if (tree.isArray())
            takeList(tree);
        else if (tree.isObject())
            takeMembers({}, tree);
        if (m_batch.entries.empty() || m_tooMany)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("no names with values in it"));
        return std::move(m_batch);
    }

private:
    void add(ImportedEntry entry)
    {
        m_tooMany = m_tooMany || m_batch.entries.size() == kMostEntries;
        if (!m_tooMany)
            m_batch.entries.push_back(std::move(entry));
    }

    /// Of the object at `path`; the values of its own were taken already when there is a path.
    void takeMembers(const QString &path, const SecretJson &object)
    {
        for (const auto &[name, value] : object.members) {
            const QString full = path.isEmpty() ? name : path + QLatin1Char('/') + name;
            if (value.isObject())
                takeObject(full, value);
            else if (isList(value))
                takeList(value);
            else if (value.isArray())
                add(unfit(full));
            else if (path.isEmpty())
                takeValue(full, value);
        }
    }

    void takeValue(const QString &name, const SecretJson &value)
    {
        ImportedEntry entry;
        entry.name = name;
        addField(entry, kValue, value);
        add(std::move(entry));
    }

    void takeObject(const QString &name, const SecretJson &object, bool inList = false)
    {
        if (const SecretJson *fields = object.find(kFields); fields != nullptr && fields->isObject())
            return takeExported(name, object, *fields);
        ImportedEntry entry;
        entry.name = name;
        const bool isStored = object.find(kValue) != nullptr;
        bool isGroup = false;
        for (const auto &[member, value] : object.members) {
            if (value.isObject() || value.isArray())
                isGroup = true;
            else if (isStored && member == kDescription)
                entry.description = publicText(value.text);
            else if (!(isStored && isBookKeeping(member)) && !(inList && member == kName))
                addField(entry, member, value);
        }
        if (!entry.fields.empty() || !isGroup)
            add(std::move(entry));
        takeMembers(name, object);
    }

    /// As transfer::exportJson() writes it.
    void takeExported(const QString &name, const SecretJson &object, const SecretJson &fields)
    {
        ImportedEntry entry;
        entry.name = name;
        entry.kind = publicText(object, u"kind");
        entry.description = publicText(object, kDescription);
        for (const auto &[member, value] : fields.members) {
            if (value.isScalar())
                addField(entry, member, value);
        }
        if (const SecretJson *attributes = object.find(u"attributes"); attributes != nullptr) {
            for (const auto &[key, value] : attributes->members) {
                if (value.isText())
                    entry.attributes.insert(key, publicText(value.text));
            }
        }
        add(std::move(entry));
    }

    static bool isList(const SecretJson &value)
    {
        return value.isArray() && !value.items.empty()
            && std::ranges::all_of(value.items, [](const SecretJson &item) { return !publicText(item, kName).isEmpty(); });
    }

    void takeList(const SecretJson &list)
    {
        int number = 0;
        for (const SecretJson &item : list.items) {
            ++number;
            const QString name = publicText(item, kName);
            if (name.isEmpty()) {
                add(unfit(QStringLiteral("#%1").arg(number)));
                continue;
            }
            takeObject(name, item, true);
        }
    }

    ImportBatch m_batch;
    bool m_tooMany = false;
};

} // namespace

QString publicText(const base::SecretSlice &text)
{
    return base::textOf(text.exposeText());
}

QString publicText(const SecretJson &object, QStringView member)
{
    const SecretJson *found = object.find(member);
    return found != nullptr && found->isText() ? publicText(found->text) : QString();
}

QString fieldName(const QString &text, const std::vector<ImportedField> &taken)
{
    QString name;
    for (const QChar c : text.trimmed().left(kLongestField)) {
        const bool plain = c.unicode() < 0x80 && c.isLetterOrNumber();
        name += plain || c == u'_' || c == u'-' || c == u'.' ? c : QChar(u'_');
    }
    if (name.isEmpty())
        name = QStringLiteral("field");
    const auto isTaken = [&taken](const QString &candidate) {
        return std::ranges::any_of(taken, [&candidate](const ImportedField &field) { return field.name == candidate; });
    };
    QString out = name;
    for (int n = 2; isTaken(out); ++n)
        out = name + QStringLiteral("_%1").arg(n);
    return out;
}

Result<SecretJson> parseImportTree(const base::SecretBytes &text)
{
    LATCHKEY_CHECK(plainText(text));
    return base::parseSecretJson(text, base::JsonDialect::Relaxed);
}

Result<ImportBatch> batchFromJson(const SecretJson &tree)
{
    return JsonImport().run(tree);
}

Result<ImportBatch> parseJsonImport(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const SecretJson tree, parseImportTree(text));
    return batchFromJson(tree);
}

} // namespace transfer
