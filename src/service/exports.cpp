// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/exports.h"

#include "service/integrity.h"
#include "service/references.h"
#include "transfer/newfile.h"
#include "vault/credentialstore.h"

#include <QSet>

#include <algorithm>

namespace service {

namespace {

using base::ErrorCode;
using base::Result;
using transfer::ExportFormat;

/// Credentials whose values are in memory at the same time.
constexpr qsizetype kAtOnce = 200;
const QString kValue = QStringLiteral("value");

std::optional<ExportGap> gapOf(const vault::Credential &credential)
{
    const vault::VersionInfo *current = credential.current();
    if (current == nullptr) {
        const vault::VersionInfo *pending = credential.pending();
        return pending != nullptr && credential.isHeldBack(*pending) ? ExportGap::HeldBack : ExportGap::NotReleased;
    }
    if (credential.isHeldBack(*current))
        return ExportGap::HeldBack;
    return current->fields.isEmpty() ? std::optional(ExportGap::NoValue) : std::nullopt;
}

/// What a shell can call it: the name that older tools have for it, its own, or one made of name and field.
QString variableFor(const vault::Credential &credential, const QString &field)
{
    if (const QString alias = wellKnownAliasOf(credential.name, field); !alias.isEmpty())
        return alias.toUpper();
    if (field == kValue && credential.current()->fields.size() == 1 && transfer::isVariableName(credential.name))
        return credential.name;
    QString out = (credential.name + u'_' + field).toUpper();
    for (QChar &c : out) {
        const bool fits = c.unicode() < 0x80 && c.isLetterOrNumber();
        c = fits ? c : QChar(u'_');
    }
    return out.front().isDigit() ? u'_' + out : out;
}

class Exporter {
public:
    Exporter(vault::Session &session, ExportFormat format, const Caller &caller)
        : m_session(session)
        , m_store(session)
        , m_format(format)
    {
        m_event.kind = QStringLiteral("exported");
        m_event.program = caller.program;
    }

    Result<ExportReport> run()
    {
        QStringList damage;
        LATCHKEY_TRY(const QList<vault::Credential> all, m_store.list(&damage));
        QList<vault::Credential> ready;
        for (const vault::Credential &each : all) {
            if (const auto gap = gapOf(each))
                m_report.left << ExportReport::Left{each.name, *gap};
            else
                ready << each;
        }
        for (qsizetype at = 0; at < ready.size(); at += kAtOnce)
            LATCHKEY_CHECK(write(ready.mid(at, kAtOnce)));
        if (!damage.isEmpty()) {
            for (const QString &group : damageInWords(m_session, damage))
                m_report.left << ExportReport::Left{group, ExportGap::Damaged};
        }
        if (m_format == ExportFormat::Env) {
            m_report.text = m_env.finish();
        } else {
            LATCHKEY_TRY(m_report.text, m_json.finish());
        }
        return std::move(m_report);
    }

private:
    Result<void> write(const QList<vault::Credential> &some)
    {
        QList<vault::ReleaseRequest> requests;
        for (const vault::Credential &each : some)
            requests << vault::ReleaseRequest{each.id, std::nullopt, {}, false};
        LATCHKEY_TRY(auto released, m_store.release(requests, m_event));
        for (qsizetype i = 0; i < some.size(); ++i) {
            base::SecretFields &fields = released[static_cast<std::size_t>(i)];
            LATCHKEY_CHECK(m_format == ExportFormat::Env ? writeVariables(some[i], fields)
                                                         : writeObject(some[i], std::move(fields)));
        }
        return {};
    }

    Result<void> writeObject(const vault::Credential &credential, base::SecretFields fields)
    {
        QMap<QString, QString> attributes = credential.attributes;
        // What was found about a key or agreed to belongs to this vault.
        for (const QString &own :
             {vault::attribute::kWithdrawConsent, vault::attribute::kHeldBack, vault::attribute::kAccountUid})
            attributes.remove(own);
        LATCHKEY_TRY(const bool written,
                     m_json.add({credential.name, vault::kindName(credential.kind), credential.description, attributes,
                                 std::move(fields)}));
        if (written)
            ++m_report.exported;
        else
            m_report.left << ExportReport::Left{credential.name, ExportGap::NotText};
        return {};
    }

    Result<void> writeVariables(const vault::Credential &credential, const base::SecretFields &fields)
    {
        bool any = false;
        for (const auto &[field, value] : fields) {
            const QString variable = variableFor(credential, field);
            const vault::Reference reference{credential.name, field, std::nullopt};
            if (m_variables.contains(variable)) {
                m_report.left << ExportReport::Left{reference.toText(), ExportGap::NameTaken};
                continue;
            }
            const QString comment = variable == credential.name ? QString() : reference.toText();
            LATCHKEY_TRY(const bool written, m_env.add(variable, value, comment));
            if (!written) {
                m_report.left << ExportReport::Left{reference.toText(), ExportGap::NotText};
                continue;
            }
            m_variables.insert(variable);
            any = true;
        }
        m_report.exported += any ? 1 : 0;
        return {};
    }

    vault::Session &m_session;
    vault::CredentialStore m_store;
    ExportFormat m_format;
    vault::AuditEvent m_event;
    ExportReport m_report;
    transfer::JsonExport m_json;
    transfer::EnvExport m_env;
    QSet<QString> m_variables;
};

Result<void> save(transfer::NewFile &file, const transfer::SecretPieces &text)
{
    for (const base::SecretBytes &piece : text)
        LATCHKEY_CHECK(file.append(piece.exposeBytes()));
    LATCHKEY_CHECK(file.close());
    LATCHKEY_CHECK(file.sync());
    return file.publish();
}

} // namespace

bool ExportReport::hasDamage() const
{
    return std::ranges::find(left, ExportGap::Damaged, &Left::gap) != left.end();
}

Exports::Exports(VaultHost &host, Caller caller, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_caller(std::move(caller))
{
}

base::Async<Done> Exports::prove(base::SecretBytes passphrase)
{
    if (!asksCurrentPassphrase(m_host))
        return base::ready<Done>(Done{});
    auto held = std::make_shared<base::SecretBytes>(std::move(passphrase));
    return base::chain(m_host.keySlots(), this, [this, held](const QList<vault::SlotInfo> &all) {
        const bool any = std::ranges::any_of(all,
                                             [](const vault::SlotInfo &slot) { return vault::needsPassphrase(slot.kind); });
        return any ? m_host.provePassphrase(std::move(*held)) : base::readyError<Done>(ErrorCode::NoWayIn);
    });
}

base::Async<ExportReport> Exports::run(ExportRequest request)
{
    return base::chain(
        prove(std::move(request.passphrase)), this, [this, format = request.format, path = request.path](Done) {
            return m_host.withSession([format, path, caller = m_caller](vault::Session &session) -> Result<ExportReport> {
                std::unique_ptr<transfer::NewFile> file;
                if (!path.isEmpty()) {
                                   LATCHKEY_TRY(file, transfer::NewFile::create(path));
                }
                               LATCHKEY_TRY(ExportReport report, Exporter(session, format, caller).run());
                if (file) {
                    LATCHKEY_CHECK(save(*file, report.text));
                    report.text.clear();
                }
                return report;
            });
        });
}

} // namespace service
