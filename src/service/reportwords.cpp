// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/words.h"

#include <QCoreApplication>
#include <QHash>

#include <cstdlib>

namespace service::words {

namespace {

using exchange::Category;
using exchange::CheckReport;
using exchange::FormatIssue;
using exchange::Verdict;
using exchange::Warning;

constexpr std::int64_t kSecondMs = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

#define LK_TR(text) QT_TRANSLATE_NOOP("Words", text)

/// %1 = exchange, %2 = its code in parentheses, or nothing.
struct RefusalWords {
    const char *text;
    const char *hint;
    const char *state; ///< of an account in a list
};

RefusalWords refusalWords(Category category)
{
    switch (category) {
    case Category::Key:
        return {LK_TR("%1 does not know this key%2."),
                LK_TR("Check that the whole API key was copied, and that it was not deleted at %1."), LK_TR("Refused: key")};
    case Category::Secret:
        return {LK_TR("%1 refused the signature%2."),
                LK_TR("The API key is known, but the secret key does not belong to it. Copy it again, or make a new key."),
                LK_TR("Refused: secret key")};
    case Category::Passphrase:
        return {LK_TR("%1 refused the passphrase%2."),
                LK_TR("The passphrase is the one you chose when making the key, not your login password."),
                LK_TR("Refused: passphrase")};
    case Category::Clock:
        return {LK_TR("%1 refused the time of the request%2."), LK_TR("Set this computer's clock, then check again."),
                LK_TR("Refused: clock")};
    case Category::Ip:
        return {LK_TR("%1 knows this key, but not this computer's address%2."),
                LK_TR("Add the address at %1, or say that the key is used from another computer."),
                LK_TR("Refused: address")};
    case Category::Expired:
        return {LK_TR("This key has expired%2."), LK_TR("Make a new key at %1."), LK_TR("Refused: expired")};
    case Category::Permission:
        return {LK_TR("%1 accepts key, signature and passphrase, but this key may not read its own rights%2."),
                LK_TR("Give the key the right to read at %1, then check again."), LK_TR("Refused: permission")};
    case Category::Environment:
        return {LK_TR("This key does not belong to this environment of %1%2."),
                LK_TR("Demo keys work for demo accounts only, live keys for live ones. Save it as the other kind."),
                LK_TR("Refused: live or demo")};
    case Category::Account:
        return {LK_TR("%1 does not serve this account%2."), LK_TR("Log in at %1 and look for a message about your account."),
                LK_TR("Refused: account")};
    default:
        return {LK_TR("%1 refused this key%2."), LK_TR("Log in at %1 and look at the key there."), LK_TR("Refused")};
    }
}

struct UncheckedWords {
    const char *text;
    const char *hint;
};

UncheckedWords uncheckedWords(Category category)
{
    switch (category) {
    case Category::Rate:
        return {LK_TR("Not checked: %1 asks for fewer requests%2."),
                LK_TR("Your key is safe. Wait a minute and check again.")};
    case Category::Maintenance:
        return {LK_TR("Not checked: %1 has trouble or is under maintenance%2."),
                LK_TR("Your key is safe; check again later.")};
    case Category::Tls:
        return {LK_TR("Not checked: the connection to %1 is not safe."),
                LK_TR("The certificate was refused and nothing was sent. Check the address, and this computer's date.")};
    case Category::Blocked:
        return {LK_TR("Not checked: something between this computer and %1 answered in its place%2."),
                LK_TR("Your key is safe. A network login page, a region block or a firewall can do this.")};
    case Category::Secret:
        return {LK_TR("Not checked: the private key cannot be used for signing."),
                LK_TR("Give it as a PEM without a password, as it was made for %1.")};
    default:
        return {LK_TR("Not checked: %1 could not be reached."), LK_TR("Your key is safe; check again later.")};
    }
}

QString filled(const char *text, const CheckReport &report, const QString &exchangeName)
{
    const QString code = report.code ? QStringLiteral(" (%1)").arg(*report.code) : QString();
    // In one step: a name that holds "%2" must not be filled again.
    return tr(text).replace(QLatin1StringView("%2"), code).replace(QLatin1StringView("%1"), exchangeName);
}

/// Whole sentences: joined pieces cannot be translated.
QString rightsSentence(const exchange::Rights &rights)
{
    const bool trade = rights.trade == true;
    const bool transfer = rights.transfer == true;
    if (rights.withdraw == true) {
        return trade ? tr(LK_TR("It may read, trade and withdraw.")) : tr(LK_TR("It may read and withdraw."));
    }
    if (!rights.withdraw.has_value())
        return tr(LK_TR("Whether it may withdraw is not known."));
    if (trade && transfer)
        return tr(LK_TR("It may read, trade and transfer between accounts; it may not withdraw."));
    if (trade)
        return tr(LK_TR("It may read and trade; it may not withdraw."));
    if (transfer)
        return tr(LK_TR("It may read and transfer between accounts; it may not trade or withdraw."));
    return tr(LK_TR("It may read; it may not trade or withdraw."));
}

Message clockMessage(std::int64_t skewMs)
{
    const std::int64_t seconds = (std::llabs(skewMs) + kSecondMs / 2) / kSecondMs;
    const QString text = skewMs > 0 ? tr(LK_TR("Works, but your clock is %1 s ahead."))
                                    : tr(LK_TR("Works, but your clock is %1 s behind."));
    return {text.arg(seconds), tr(LK_TR("Latchkey allowed for it; your bots cannot. Set the clock."))};
}

Message workingMessage(const CheckReport &report, const QString &exchangeName)
{
    if (report.rights.withdraw == true)
        return {tr(LK_TR("Works, but this key may withdraw money.")),
                tr(LK_TR("A bot does not need that. Switch it off at %1, then check again.")).arg(exchangeName)};
    if (report.verdict == Verdict::WorksRightsUnknown || !report.rights.withdraw.has_value())
        return {tr(LK_TR("Works, but what this key may do is not known.")),
                tr(LK_TR("Look at its rights at %1; until then treat it as one that may withdraw.")).arg(exchangeName)};
    if (report.warnings.contains(Warning::UnknownRight))
        return {tr(LK_TR("Works, but this key has rights that Latchkey does not know.")),
                tr(LK_TR("Look at its rights at %1; withdrawing cannot be ruled out.")).arg(exchangeName)};
    if (report.warnings.contains(Warning::ClockSkew) && report.skewMs)
        return clockMessage(*report.skewMs);
    QString hint = rightsSentence(report.rights);
    if (report.warnings.contains(Warning::NoIpAllowlist))
        hint += QLatin1Char(' ') + forWarning(Warning::NoIpAllowlist);
    return {tr(LK_TR("%1 accepts this key.")).arg(exchangeName), hint};
}

} // namespace

Message forReport(const CheckReport &report, const QString &exchangeName)
{
    switch (report.verdict) {
    case Verdict::Works:
    case Verdict::WorksRightsUnknown:
        return workingMessage(report, exchangeName);
    case Verdict::Refused: {
        const RefusalWords found = refusalWords(report.category);
        return {filled(found.text, report, exchangeName), filled(found.hint, report, exchangeName)};
    }
    case Verdict::Unchecked:
        break;
    }
    const UncheckedWords found = uncheckedWords(report.category);
    return {filled(found.text, report, exchangeName), filled(found.hint, report, exchangeName)};
}

Message forOtherAccount(const QString &exchangeName)
{
    return {tr(LK_TR("This key works, but it belongs to another account at %1.")).arg(exchangeName),
            tr(LK_TR("The old key stays in use. Use the new one anyway, or save it as an account of its own."))};
}

Message forElsewhere(const QString &exchangeName)
{
    return {tr(LK_TR("Used elsewhere: not checked from here.")),
            tr(LK_TR("%1 knows this key, but not this computer's address.")).arg(exchangeName)};
}

QString accountState(const AccountSummary &account)
{
    const std::optional<CheckReport> &report = account.lastCheck;
    if (!account.complete)
        return tr(LK_TR("Incomplete"));
    if (account.consentRequired || (report && report->rights.withdraw == true))
        return tr(LK_TR("May withdraw"));
    if (account.credential.isReplacementWaiting())
        return tr(LK_TR("Replacement waiting"));
    if (isRefusedOnlyHere(account.credential, report))
        return tr(LK_TR("Used elsewhere"));
    if (!report || report->verdict == Verdict::Unchecked)
        return tr(LK_TR("Not checked"));
    if (report->verdict == Verdict::Refused)
        return tr(refusalWords(report->category).state);
    const bool known = report->verdict == Verdict::Works && report->rights.withdraw.has_value();
    return known ? tr(LK_TR("Works")) : tr(LK_TR("Works, rights unknown"));
}

QString forWarning(Warning warning)
{
    switch (warning) {
    case Warning::WithdrawEnabled:
        return tr(LK_TR("This key may withdraw money."));
    case Warning::NoIpAllowlist:
        return tr(LK_TR("This key works from any address. Limit it to the addresses of your computers."));
    case Warning::UnknownRight:
        return tr(LK_TR("This key has a right that Latchkey does not know; withdrawing cannot be ruled out."));
    case Warning::ClockSkew:
        return tr(LK_TR("This computer's clock is wrong. Latchkey allowed for it; your bots cannot."));
    case Warning::DemoLiveMixup:
        return tr(LK_TR("A demo key was used for a live account, or a live key for a demo account."));
    case Warning::RegionBlocked:
        return tr(LK_TR("The exchange does not serve the region that this computer seems to be in."));
    case Warning::Redirected:
        return tr(LK_TR("The request was to be sent elsewhere. Latchkey did not follow."));
    case Warning::UnknownCode:
        break;
    }
    return tr(LK_TR("The exchange answered with a code that Latchkey does not know."));
}

QString forFinding(const exchange::FormatFinding &finding, const QString &fieldLabel)
{
    switch (finding.issue) {
    case FormatIssue::Missing:
        return tr(LK_TR("%1 is missing.")).arg(fieldLabel);
    case FormatIssue::Empty:
        return tr(LK_TR("%1 is empty.")).arg(fieldLabel);
    case FormatIssue::UnknownField:
        return tr(LK_TR("This exchange has no field \"%1\". It was kept all the same.")).arg(fieldLabel);
    case FormatIssue::SpacesTrimmed:
        return tr(LK_TR("Spaces around %1 were taken away.")).arg(fieldLabel);
    case FormatIssue::LineBreaksRemoved:
        return tr(LK_TR("Line breaks in %1 were taken away.")).arg(fieldLabel);
    case FormatIssue::InvisibleRemoved:
        return tr(LK_TR("Invisible characters in %1 were taken away.")).arg(fieldLabel);
    case FormatIssue::LooksSwapped:
        return tr(LK_TR("%1 looks like the value of another field. Were two fields swapped?")).arg(fieldLabel);
    case FormatIssue::Length:
        return tr(LK_TR("%1 has an unusual length. Was it copied whole?")).arg(fieldLabel);
    case FormatIssue::UnusualCharacters:
        return tr(LK_TR("%1 has characters that are unusual for this exchange.")).arg(fieldLabel);
    case FormatIssue::PemUnreadable:
        return tr(LK_TR("%1 is not a private key that can be read.")).arg(fieldLabel);
    case FormatIssue::PemEncrypted:
        return tr(LK_TR("%1 is protected by a password. Give it without one; Latchkey encrypts it.")).arg(fieldLabel);
    case FormatIssue::PemInSecret:
        return tr(LK_TR("%1 holds a private key; it is used as one.")).arg(fieldLabel);
    case FormatIssue::BothKeyKinds:
        break;
    }
    return tr(LK_TR("Both a secret and a private key were given; the private key is used."));
}

QString howToStep(const QString &code)
{
    static const QHash<QString, const char *> kSteps{
        {QStringLiteral("open_key_page"), LK_TR("Open the page with your API keys and add a new one.")},
        {QStringLiteral("choose_system_generated"), LK_TR("Choose a system-generated key.")},
        {QStringLiteral("tick_read_and_trade"), LK_TR("Tick Read and Trade.")},
        {QStringLiteral("leave_withdraw_off"), LK_TR("Leave Withdraw off: a bot does not need it.")},
        {QStringLiteral("enter_ip_address"), LK_TR("Enter this computer's address, so that the key works from here only.")},
        {QStringLiteral("choose_passphrase"),
         LK_TR("Choose a passphrase for the key. It is not your login password, and you need it here.")},
        {QStringLiteral("secret_shown_once"), LK_TR("Copy the Secret Key at once: it is shown only this time.")},
    };
    const char *step = kSteps.value(code, nullptr);
    return step != nullptr ? tr(step) : QString();
}

QString auditKind(const QString &kind)
{
    static const QHash<QString, const char *> kKinds{
        {QStringLiteral("vault-created"), LK_TR("Vault created")},
        {QStringLiteral("unlocked"), LK_TR("Unlocked")},
        {QStringLiteral("locked"), LK_TR("Locked")},
        {QStringLiteral("credential-added"), LK_TR("Added")},
        {QStringLiteral("credential-changed"), LK_TR("Changed")},
        {QStringLiteral("credential-removed"), LK_TR("Removed")},
        {QStringLiteral("version-added"), LK_TR("New version stored")},
        {QStringLiteral("version-current"), LK_TR("Version taken into use")},
        {QStringLiteral("held-back"), LK_TR("Held back: may withdraw")},
        {QStringLiteral("consent-given"), LK_TR("Withdrawal right accepted")},
        {QStringLiteral("released"), LK_TR("Value read")},
        {QStringLiteral("read-for-update"), LK_TR("Read for a change")},
        {QStringLiteral("run"), LK_TR("Given to a program at start")},
        {QStringLiteral("signed"), LK_TR("Request signed")},
        {QStringLiteral("check"), LK_TR("Check begun")},
        {QStringLiteral("checked"), LK_TR("Checked")},
        {QStringLiteral("check-noted"), LK_TR("Result of a check noted")},
        {QStringLiteral("settings-changed"), LK_TR("Settings changed")},
        {QStringLiteral("passphrase-changed"), LK_TR("Passphrase changed")},
        {QStringLiteral("recovery-key-confirmed"), LK_TR("Recovery key confirmed")},
        {QStringLiteral("opened-past-agent"), LK_TR("Opened past the agent")},
        {QStringLiteral("rollback-accepted"), LK_TR("Older vault accepted")},
    };
    const char *words = kKinds.value(kind, nullptr);
    return words != nullptr ? tr(words) : kind; // of a later version: its own code is better than nothing
}

#undef LK_TR

} // namespace service::words
