// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servicefixture.h"

#include "vault/credentialstore.h"

namespace servicetest {

namespace {

const service::Caller kCaller{QStringLiteral("test")};

template<typename T>
T mustHave(base::Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(vaulttest::describe(result.error())));
    return *std::move(result);
}

} // namespace

Bench::Bench()
{
    static_cast<void>(home.create()); // locked again at once: the host opens it by itself
    const service::HostPorts ports{home.environment(), noKeychain, gate};
    host = std::make_unique<service::VaultHost>(ports, home.path());
    catalogue = std::make_unique<exchange::ExchangeCatalogue>(mustHave(exchange::ExchangeCatalogue::load()));
    providers = std::make_unique<llm::ProviderCatalogue>(mustHave(llm::ProviderCatalogue::load()));
    auto probe = std::make_unique<FakeProbe>();
    bitget = probe.get();
    probes.emplace(QStringLiteral("bitget"), std::move(probe));
    exchanges = std::make_unique<service::Exchanges>(service::Exchanges::Parts{*host, *catalogue, probes, kCaller});
    integrity = std::make_unique<service::Integrity>(*host);
    diagnostics = std::make_unique<service::Diagnostics>(*host, [this] { return facts; });
    secrets = std::make_unique<service::Secrets>(*host, kCaller);
    llm = std::make_unique<service::LlmSettings>(*host, *providers, kCaller);
    unlock();
}

void Bench::unlock()
{
    service::WaysIn ways;
    ways.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    ways.useKeychain = false;
    static_cast<void>(mustHave(testsupport::await(host->unlock(std::move(ways)))));
}

vault::Credential Bench::stored(const QString &name)
{
    return mustHave(testsupport::await(secrets->show(name)));
}

QString Bench::versions(const QString &name)
{
    QStringList out;
    const vault::Credential credential = stored(name);
    for (const vault::VersionInfo &version : credential.versions)
        out << QStringLiteral("%1 %2").arg(QString::number(version.number), vault::stateName(version.state));
    return out.join(QStringLiteral(", "));
}

QString Bench::got(const QString &reference)
{
    const auto value = testsupport::await(secrets->get(reference));
    return value ? QString::fromUtf8(vaulttest::textOf(*value)) : QString(base::codeName(value.error().code));
}

QStringList Bench::auditKinds()
{
    const auto entries = mustHave(
        testsupport::await(host->withSession([](vault::Session &session) -> base::Result<QList<vault::AuditEntry>> {
            QList<vault::AuditEntry> out;
            LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
                LATCHKEY_TRY(out, session.audit().list(0, 0));
                return {};
            }));
            return out;
        })));
    QStringList kinds;
    for (const vault::AuditEntry &entry : entries)
        kinds << entry.event.kind;
    return kinds;
}

void Bench::putSecret(const QString &name, const QStringList &items)
{
    service::SecretChange change;
    change.name = name;
    change.fields = vaulttest::fields(items);
    static_cast<void>(mustHave(testsupport::await(secrets->set(std::move(change)))));
}

base::SecretFields bitgetFields(const QString &key)
{
    return vaulttest::fields({QStringLiteral("api_key=") + key,
                              QStringLiteral("api_secret=00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"),
                              QStringLiteral("passphrase=Passphrase123")});
}

exchange::CheckReport report(const QString &what, const QString &uid)
{
    exchange::CheckReport out;
    out.exchange = QStringLiteral("bitget");
    out.checkedAtMs = 1'763'843'465'000;
    const QString verdict = what.section(QLatin1Char(':'), 0, 0);
    if (verdict == QLatin1StringView("refused") || verdict == QLatin1StringView("unchecked")) {
        out.verdict = *exchange::verdictFromName(verdict);
        out.category = *exchange::categoryFromName(what.section(QLatin1Char(':'), 1));
        return out;
    }
    out.account.uid = uid;
    out.httpStatus = 200;
    if (verdict == QLatin1StringView("unknown")) {
        out.verdict = exchange::Verdict::WorksRightsUnknown;
        return out;
    }
    out.verdict = exchange::Verdict::Works;
    out.rights.read = true;
    out.rights.trade = true;
    out.rights.transfer = false;
    out.rights.withdraw = verdict == QLatin1StringView("withdraw");
    out.ipAllowlist = QStringList{QStringLiteral("203.0.113.7")};
    if (out.rights.withdraw == true)
        out.warnings << exchange::Warning::WithdrawEnabled;
    return out;
}

} // namespace servicetest
