// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/draftseal.h"

namespace service {

namespace {

/// No row has this kind: what is sealed here cannot be passed off as one, nor the other way round.
constexpr std::uint16_t kDraftKind = 0xffff;

// Names in the one flat object that is sealed: "key", separator, what it is, separator, name of the field.
constexpr QChar kSeparator(0x1f);
const QString kTitle = QStringLiteral("title");
const QString kText = QStringLiteral("text");
const QString kSecret = QStringLiteral("secret");

vault::EnvelopeBinding binding()
{
    vault::EnvelopeBinding out;
    out.role = vault::Role::Secret;
    out.kind = kDraftKind;
    return out;
}

QString nameOf(const QString &key, const QString &what, const QString &field = {})
{
    return QStringList{key, what, field}.join(kSeparator);
}

base::Result<void> addText(base::SecretFields &all, const QString &name, const QString &text)
{
    LATCHKEY_TRY(base::SecretBytes bytes, base::SecretBytes::copyOf(base::view(text.toUtf8())));
    all.emplace(name, std::move(bytes));
    return {};
}

base::Result<base::SecretBytes> written(Drafts drafts)
{
    base::SecretFields all;
    for (auto &[key, draft] : drafts) {
        LATCHKEY_CHECK(addText(all, nameOf(key, kTitle), draft.title));
        for (auto text = draft.texts.cbegin(); text != draft.texts.cend(); ++text)
            LATCHKEY_CHECK(addText(all, nameOf(key, kText, text.key()), text.value()));
        for (auto &[field, secret] : draft.secrets)
            all.emplace(nameOf(key, kSecret, field), std::move(secret));
    }
    return base::writeSecretObject(all);
}

Drafts read(base::SecretFields all)
{
    Drafts drafts;
    for (auto &[name, value] : all) {
        const QStringList parts = name.split(kSeparator);
        Draft &draft = drafts[parts.value(0)];
        if (parts.value(1) == kSecret) {
            value.maskInLogs();
            draft.secrets.insert_or_assign(parts.value(2), std::move(value));
            continue;
        }
        const QString text = base::textOf(value.exposeText());
        if (parts.value(1) == kText)
            draft.texts.insert(parts.value(2), text);
        else
            draft.title = text;
    }
    return drafts;
}

} // namespace

base::Async<QByteArray> DraftSeal::seal(Drafts drafts)
{
    auto text = written(std::move(drafts));
    if (!text)
        return base::ready<QByteArray>(std::unexpected(text.error()));
    return m_host.withSession([held = std::make_shared<base::SecretBytes>(*std::move(text))](vault::Session &session) {
        return session.keys().seal(binding(), held->exposeBytes(), session.random());
    });
}

base::Async<Drafts> DraftSeal::open(const QByteArray &sealed)
{
    return m_host.withSession([sealed](vault::Session &session) -> base::Result<Drafts> {
        LATCHKEY_TRY(const base::SecretBytes text, session.keys().open(binding(), base::view(sealed)));
        LATCHKEY_TRY(base::SecretFields all, base::parseSecretObject(text));
        return read(std::move(all));
    });
}

} // namespace service
