// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importbots.h"

#include "transfer/importjson.h"

#include <algorithm>
#include <array>

namespace transfer {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::SecretJson;

struct Spelling {
    QLatin1StringView folded; ///< lower case, without '-', '_' and spaces
    QLatin1StringView field;
};

constexpr std::array kSpellings{
    Spelling{QLatin1StringView("apikey"), QLatin1StringView("api_key")},
    Spelling{QLatin1StringView("key"), QLatin1StringView("api_key")},
    Spelling{QLatin1StringView("secret"), QLatin1StringView("api_secret")},
    Spelling{QLatin1StringView("apisecret"), QLatin1StringView("api_secret")},
    Spelling{QLatin1StringView("secretkey"), QLatin1StringView("api_secret")},
    Spelling{QLatin1StringView("password"), QLatin1StringView("passphrase")},
    Spelling{QLatin1StringView("passphrase"), QLatin1StringView("passphrase")},
    Spelling{QLatin1StringView("apipassword"), QLatin1StringView("passphrase")},
    Spelling{QLatin1StringView("apipassphrase"), QLatin1StringView("passphrase")},
    Spelling{QLatin1StringView("privatekey"), QLatin1StringView("private_key")},
    Spelling{QLatin1StringView("walletaddress"), QLatin1StringView("wallet_address")},
    Spelling{QLatin1StringView("accountid"), QLatin1StringView("account_id")},
    Spelling{QLatin1StringView("starkprivatekey"), QLatin1StringView("stark_private_key")},
    Spelling{QLatin1StringView("uid"), QLatin1StringView("uid")},
    Spelling{QLatin1StringView("login"), QLatin1StringView("login")},
    Spelling{QLatin1StringView("token"), QLatin1StringView("token")},
    Spelling{QLatin1StringView("twofa"), QLatin1StringView("twofa")},
};

/// ccxt takes a PEM on one line, with "\n" written out.
Result<base::SecretSlice> withLines(const base::SecretSlice &value)
{
    std::string_view rest = value.exposeText();
    if (!rest.starts_with("-----BEGIN "))
        return value;
    base::SecretArena arena;
    for (std::size_t at = rest.find("\\n"); at != std::string_view::npos; at = rest.find("\\n")) {
        LATCHKEY_CHECK(arena.append(rest.substr(0, at)));
        LATCHKEY_CHECK(arena.append("\n"));
        rest.remove_prefix(at + 2);
    }
    LATCHKEY_CHECK(arena.append(rest));
    return arena.finish();
}

/// One account out of an object whose members are its fields, and perhaps settings.
Result<ImportedEntry> accountFrom(const QString &exchange, const SecretJson &object)
{
    ImportedEntry out;
    out.exchange = exchange.trimmed().toLower();
    for (const auto &[name, value] : object.members) {
        const QString field = accountField(name);
        const auto known = std::ranges::find(out.fields, field, &ImportedField::name);
        const bool hasValue = value.isText() || value.type == SecretJson::Type::Number;
        if (field.isEmpty() || !hasValue)
            continue;
        LATCHKEY_TRY(base::SecretSlice text, withLines(value.text));
        if (known == out.fields.end())
            out.fields.push_back({field, std::move(text)});
        else if (known->value.isEmpty()) // an empty spelling of the field says nothing
            known->value = std::move(text);
    }
    return out;
}

/// Those of `names` that the object has, as a secret of its own.
void addSecrets(ImportBatch &batch, const QString &name, const SecretJson *object,
                std::initializer_list<QLatin1StringView> names)
{
    ImportedEntry entry;
    entry.name = name;
    for (const QLatin1StringView &each : names) {
        const SecretJson *value = object != nullptr ? object->find(QString(each)) : nullptr;
        if (value != nullptr && value->isScalar() && !value->text.isEmpty())
            entry.fields.push_back({QString(each), value->text});
    }
    if (!entry.fields.empty())
        batch.entries.push_back(std::move(entry));
}

std::unexpected<base::Error> isNot(const char *what)
{
    return fail(ErrorCode::InvalidArgument, QStringLiteral("not %1").arg(QLatin1StringView(what)));
}

bool hasKey(const SecretJson &object)
{
    return std::ranges::any_of(object.members, [](const auto &member) {
        const QString field = accountField(member.first);
        return (field == QLatin1StringView("api_key") || field == QLatin1StringView("private_key"))
            && member.second.isText();
    });
}

bool isOctoBotAccount(const SecretJson &value)
{
    return value.isObject() && value.find(u"api-key") != nullptr;
}

} // namespace

QString accountField(const QString &text)
{
    QString folded = text.toLower();
    folded.removeIf([](QChar c) { return c == u'-' || c == u'_' || c == u' '; });
    const auto *const found = std::ranges::find(kSpellings, folded, &Spelling::folded);
    return found == kSpellings.end() ? QString() : QString(found->field);
}

bool isFreqtrade(const SecretJson &tree)
{
    const SecretJson *exchange = tree.find(u"exchange");
    return exchange != nullptr && exchange->isObject() && !publicText(*exchange, u"name").isEmpty();
}

bool isCcxt(const SecretJson &tree)
{
    // ccxt's own spelling of the key is what tells it from any other file of names and fields.
    const auto isAccount = [](const auto &member) {
        const SecretJson &value = member.second;
        return value.isObject() && (value.find(u"apiKey") != nullptr || value.find(u"privateKey") != nullptr);
    };
    return tree.isObject() && !tree.members.empty() && std::ranges::all_of(tree.members, isAccount);
}

bool isOctoBot(const SecretJson &tree)
{
    const SecretJson *exchanges = tree.find(u"exchanges");
    return exchanges != nullptr && exchanges->isObject()
        && std::ranges::any_of(exchanges->members, [](const auto &member) { return isOctoBotAccount(member.second); });
}

Result<ImportBatch> parseFreqtrade(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const SecretJson tree, parseImportTree(text));
    if (!isFreqtrade(tree))
        return isNot("a Freqtrade configuration");
    ImportBatch batch;
    const SecretJson &exchange = *tree.find(u"exchange");
    LATCHKEY_TRY(ImportedEntry account, accountFrom(publicText(exchange, u"name"), exchange));
    batch.entries.push_back(std::move(account));
    addSecrets(batch, QStringLiteral("freqtrade/telegram"), tree.find(u"telegram"),
               {QLatin1StringView("token"), QLatin1StringView("chat_id")});
    addSecrets(batch, QStringLiteral("freqtrade/api_server"), tree.find(u"api_server"),
               {QLatin1StringView("username"), QLatin1StringView("password"), QLatin1StringView("jwt_secret_key"),
                QLatin1StringView("ws_token")});
    return batch;
}

Result<ImportBatch> parseCcxt(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const SecretJson tree, parseImportTree(text));
    ImportBatch batch;
    for (const auto &[exchange, value] : tree.members) {
        if (!value.isObject() || !hasKey(value))
            return isNot("a ccxt file of keys");
        LATCHKEY_TRY(ImportedEntry account, accountFrom(exchange, value));
        batch.entries.push_back(std::move(account));
    }
    if (batch.entries.empty() || batch.entries.size() > kMostEntries)
        return isNot("a ccxt file of keys");
    return batch;
}

Result<ImportBatch> parseOctoBot(const base::SecretBytes &text)
{
    LATCHKEY_TRY(const SecretJson tree, parseImportTree(text));
    if (!isOctoBot(tree))
        return isNot("an OctoBot configuration");
    ImportBatch batch;
    for (const auto &[exchange, value] : tree.find(u"exchanges")->members) {
        if (!isOctoBotAccount(value))
            continue; // settings of an exchange without a key
        LATCHKEY_TRY(ImportedEntry entry, accountFrom(exchange, value));
        const SecretJson *sandboxed = value.find(u"sandboxed");
        entry.demo = sandboxed != nullptr && sandboxed->text.exposeText() == "true";
        for (const ImportedField &field : entry.fields) {
            if (field.value.exposeText().starts_with("gAAAA")) // it encrypts with Fernet when it is started
                entry.unfit = Unfit::Encrypted;
            else if (field.value.exposeText().starts_with("your-api-"))
                entry.unfit = Unfit::Placeholder;
        }
        batch.entries.push_back(std::move(entry));
    }
    return batch;
}

} // namespace transfer
