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

QString say(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

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
        return {QT_TRANSLATE_NOOP("Words", "%1 does not know this key%2."),
                QT_TRANSLATE_NOOP("Words", "Check that the whole API key was copied, and that it was not deleted at %1."),
                QT_TRANSLATE_NOOP("Words", "Refused: key")};
    case Category::Secret:
        return {QT_TRANSLATE_NOOP("Words", "%1 refused the signature%2."),
                QT_TRANSLATE_NOOP(
                    "Words",
                    "The API key is known, but the secret key does not belong to it. Copy it again, or make a new key."),
                QT_TRANSLATE_NOOP("Words", "Refused: secret key")};
    case Category::Passphrase:
        return {
            QT_TRANSLATE_NOOP("Words", "%1 refused the passphrase%2."),
            QT_TRANSLATE_NOOP("Words", "The passphrase is the one you chose when making the key, not your login password."),
            QT_TRANSLATE_NOOP("Words", "Refused: passphrase")};
    case Category::Clock:
        return {QT_TRANSLATE_NOOP("Words", "%1 refused the time of the request%2."),
                QT_TRANSLATE_NOOP("Words", "Set this computer's clock, then check again."),
                QT_TRANSLATE_NOOP("Words", "Refused: clock")};
    case Category::Ip:
        return {QT_TRANSLATE_NOOP("Words", "%1 knows this key, but not this computer's address%2."),
                QT_TRANSLATE_NOOP("Words", "Add the address at %1, or say that the key is used from another computer."),
                QT_TRANSLATE_NOOP("Words", "Refused: address")};
    case Category::Expired:
        return {QT_TRANSLATE_NOOP("Words", "This key has expired%2."), QT_TRANSLATE_NOOP("Words", "Make a new key at %1."),
                QT_TRANSLATE_NOOP("Words", "Refused: expired")};
    case Category::Permission:
        return {QT_TRANSLATE_NOOP("Words",
                                  "%1 accepts key, signature and passphrase, but this key may not read its own rights%2."),
                QT_TRANSLATE_NOOP("Words", "Give the key the right to read at %1, then check again."),
                QT_TRANSLATE_NOOP("Words", "Refused: permission")};
    case Category::Environment:
        return {QT_TRANSLATE_NOOP("Words", "This key does not belong to this environment of %1%2."),
                QT_TRANSLATE_NOOP(
                    "Words", "Demo keys work for demo accounts only, live keys for live ones. Save it as the other kind."),
                QT_TRANSLATE_NOOP("Words", "Refused: live or demo")};
    case Category::Account:
        return {QT_TRANSLATE_NOOP("Words", "%1 does not serve this account%2."),
                QT_TRANSLATE_NOOP("Words", "Log in at %1 and look for a message about your account."),
                QT_TRANSLATE_NOOP("Words", "Refused: account")};
    default:
        return {QT_TRANSLATE_NOOP("Words", "%1 refused this key%2."),
                QT_TRANSLATE_NOOP("Words", "Log in at %1 and look at the key there."),
                QT_TRANSLATE_NOOP("Words", "Refused")};
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
        return {QT_TRANSLATE_NOOP("Words", "Not checked: %1 asks for fewer requests%2."),
                QT_TRANSLATE_NOOP("Words", "Your key is safe. Wait a minute and check again.")};
    case Category::Maintenance:
        return {QT_TRANSLATE_NOOP("Words", "Not checked: %1 has trouble or is under maintenance%2."),
                QT_TRANSLATE_NOOP("Words", "Your key is safe; check again later.")};
    case Category::Tls:
        return {
            QT_TRANSLATE_NOOP("Words", "Not checked: the connection to %1 is not safe."),
            QT_TRANSLATE_NOOP(
                "Words", "The certificate was refused and nothing was sent. Check the address, and this computer's date.")};
    case Category::Blocked:
        return {
            QT_TRANSLATE_NOOP("Words", "Not checked: something between this computer and %1 answered in its place%2."),
            QT_TRANSLATE_NOOP("Words", "Your key is safe. A network login page, a region block or a firewall can do this.")};
    case Category::Secret:
        return {QT_TRANSLATE_NOOP("Words", "Not checked: the private key cannot be used for signing."),
                QT_TRANSLATE_NOOP("Words", "Give it as a PEM without a password, as it was made for %1.")};
    default:
        return {QT_TRANSLATE_NOOP("Words", "Not checked: %1 could not be reached."),
                QT_TRANSLATE_NOOP("Words", "Your key is safe; check again later.")};
    }
}

QString filled(const char *text, const CheckReport &report, const QString &exchangeName)
{
    const QString code = report.code ? QStringLiteral(" (%1)").arg(*report.code) : QString();
    // In one step: a name that holds "%2" must not be filled again.
    return say(text).replace(QLatin1StringView("%2"), code).replace(QLatin1StringView("%1"), exchangeName);
}

/// Whole sentences: joined pieces cannot be translated.
QString rightsSentence(const exchange::Rights &rights)
{
    const bool trade = rights.trade == true;
    const bool transfer = rights.transfer == true;
    if (rights.withdraw == true) {
        return trade ? say(QT_TRANSLATE_NOOP("Words", "It may read, trade and withdraw."))
                     : say(QT_TRANSLATE_NOOP("Words", "It may read and withdraw."));
    }
    if (!rights.withdraw.has_value())
        return say(QT_TRANSLATE_NOOP("Words", "Whether it may withdraw is not known."));
    if (trade && transfer)
        return say(QT_TRANSLATE_NOOP("Words", "It may read, trade and transfer between accounts; it may not withdraw."));
    if (trade)
        return say(QT_TRANSLATE_NOOP("Words", "It may read and trade; it may not withdraw."));
    if (transfer)
        return say(QT_TRANSLATE_NOOP("Words", "It may read and transfer between accounts; it may not trade or withdraw."));
    return say(QT_TRANSLATE_NOOP("Words", "It may read; it may not trade or withdraw."));
}

Message clockMessage(std::int64_t skewMs)
{
    const std::int64_t seconds = (std::llabs(skewMs) + kSecondMs / 2) / kSecondMs;
    const QString text = skewMs > 0 ? say(QT_TRANSLATE_NOOP("Words", "Works, but your clock is %1 s ahead."))
                                    : say(QT_TRANSLATE_NOOP("Words", "Works, but your clock is %1 s behind."));
    return {text.arg(seconds), say(QT_TRANSLATE_NOOP("Words", "Latchkey allowed for it; your bots cannot. Set the clock."))};
}

Message workingMessage(const CheckReport &report, const QString &exchangeName)
{
    if (report.rights.withdraw == true)
        return {say(QT_TRANSLATE_NOOP("Words", "Works, but this key may withdraw money.")),
                say(QT_TRANSLATE_NOOP("Words", "A bot does not need that. Switch it off at %1, then check again."))
                    .arg(exchangeName)};
    if (report.verdict == Verdict::WorksRightsUnknown || !report.rights.withdraw.has_value())
        return {say(QT_TRANSLATE_NOOP("Words", "Works, but what this key may do is not known.")),
                say(QT_TRANSLATE_NOOP("Words", "Look at its rights at %1; until then treat it as one that may withdraw."))
                    .arg(exchangeName)};
    if (report.warnings.contains(Warning::UnknownRight))
        return {
            say(QT_TRANSLATE_NOOP("Words", "Works, but this key has rights that Latchkey does not know.")),
            say(QT_TRANSLATE_NOOP("Words", "Look at its rights at %1; withdrawing cannot be ruled out.")).arg(exchangeName)};
    if (report.warnings.contains(Warning::ClockSkew) && report.skewMs)
        return clockMessage(*report.skewMs);
    QString hint = rightsSentence(report.rights);
    if (report.warnings.contains(Warning::NoIpAllowlist))
        hint += QLatin1Char(' ') + forWarning(Warning::NoIpAllowlist);
    return {say(QT_TRANSLATE_NOOP("Words", "%1 accepts this key.")).arg(exchangeName), hint};
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
    return {say(QT_TRANSLATE_NOOP("Words", "This key works, but it belongs to another account at %1.")).arg(exchangeName),
            say(QT_TRANSLATE_NOOP(
                "Words", "The old key stays in use. Use the new one anyway, or save it as an account of its own."))};
}

Message forElsewhere(const QString &exchangeName)
{
    return {say(QT_TRANSLATE_NOOP("Words", "Used elsewhere: not checked from here.")),
            say(QT_TRANSLATE_NOOP("Words", "%1 knows this key, but not this computer's address.")).arg(exchangeName)};
}

QString accountState(const AccountSummary &account)
{
    const std::optional<CheckReport> &report = account.lastCheck;
    if (!account.complete)
        return say(QT_TRANSLATE_NOOP("Words", "Incomplete"));
    if (account.consentRequired || (report && report->rights.withdraw == true))
        return say(QT_TRANSLATE_NOOP("Words", "May withdraw"));
    if (account.credential.isReplacementWaiting())
        return say(QT_TRANSLATE_NOOP("Words", "Replacement waiting"));
    if (isRefusedOnlyHere(account.credential, report))
        return say(QT_TRANSLATE_NOOP("Words", "Used elsewhere"));
    if (!report || report->verdict == Verdict::Unchecked)
        return say(QT_TRANSLATE_NOOP("Words", "Not checked"));
    if (report->verdict == Verdict::Refused)
        return say(refusalWords(report->category).state);
    const bool known = report->verdict == Verdict::Works && report->rights.withdraw.has_value();
    return known ? say(QT_TRANSLATE_NOOP("Words", "Works")) : say(QT_TRANSLATE_NOOP("Words", "Works, rights unknown"));
}

QString forWarning(Warning warning)
{
    switch (warning) {
    case Warning::WithdrawEnabled:
        return say(QT_TRANSLATE_NOOP("Words", "This key may withdraw money."));
    case Warning::NoIpAllowlist:
        return say(QT_TRANSLATE_NOOP("Words",
                                     "This key works from any address. Limit it to the addresses of your computers."));
    case Warning::UnknownRight:
        return say(QT_TRANSLATE_NOOP("Words",
                                     "This key has a right that Latchkey does not know; withdrawing cannot be ruled out."));
    case Warning::ClockSkew:
        return say(QT_TRANSLATE_NOOP("Words", "This computer's clock is wrong. Latchkey allowed for it; your bots cannot."));
    case Warning::DemoLiveMixup:
        return say(QT_TRANSLATE_NOOP("Words", "A demo key was used for a live account, or a live key for a demo account."));
    case Warning::RegionBlocked:
        return say(QT_TRANSLATE_NOOP("Words", "The exchange does not serve the region that this computer seems to be in."));
    case Warning::Redirected:
        return say(QT_TRANSLATE_NOOP("Words", "The request was to be sent elsewhere. Latchkey did not follow."));
    case Warning::UnknownCode:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Words", "The exchange answered with a code that Latchkey does not know."));
}

QString forFinding(const exchange::FormatFinding &finding, const QString &fieldLabel)
{
    switch (finding.issue) {
    case FormatIssue::Missing:
        return say(QT_TRANSLATE_NOOP("Words", "%1 is missing.")).arg(fieldLabel);
    case FormatIssue::Empty:
        return say(QT_TRANSLATE_NOOP("Words", "%1 is empty.")).arg(fieldLabel);
    case FormatIssue::UnknownField:
        return say(QT_TRANSLATE_NOOP("Words", "This exchange has no field \"%1\". It was kept all the same."))
            .arg(fieldLabel);
    case FormatIssue::SpacesTrimmed:
        return say(QT_TRANSLATE_NOOP("Words", "Spaces around %1 were taken away.")).arg(fieldLabel);
    case FormatIssue::LineBreaksRemoved:
        return say(QT_TRANSLATE_NOOP("Words", "Line breaks in %1 were taken away.")).arg(fieldLabel);
    case FormatIssue::InvisibleRemoved:
        return say(QT_TRANSLATE_NOOP("Words", "Invisible characters in %1 were taken away.")).arg(fieldLabel);
    case FormatIssue::LooksSwapped:
        return say(QT_TRANSLATE_NOOP("Words", "%1 looks like the value of another field. Were two fields swapped?"))
            .arg(fieldLabel);
    case FormatIssue::Length:
        return say(QT_TRANSLATE_NOOP("Words", "%1 has an unusual length. Was it copied whole?")).arg(fieldLabel);
    case FormatIssue::UnusualCharacters:
        return say(QT_TRANSLATE_NOOP("Words", "%1 has characters that are unusual for this exchange.")).arg(fieldLabel);
    case FormatIssue::PemUnreadable:
        return say(QT_TRANSLATE_NOOP("Words", "%1 is not a private key that can be read.")).arg(fieldLabel);
    case FormatIssue::PemEncrypted:
        return say(QT_TRANSLATE_NOOP("Words", "%1 is protected by a password. Give it without one; Latchkey encrypts it."))
            .arg(fieldLabel);
    case FormatIssue::PemInSecret:
        return say(QT_TRANSLATE_NOOP("Words", "%1 holds a private key; it is used as one.")).arg(fieldLabel);
    case FormatIssue::BothKeyKinds:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Words", "Both a secret and a private key were given; the private key is used."));
}

QString howToStep(const QString &code)
{
    static const QHash<QString, const char *> kSteps{
        {QStringLiteral("open_key_page"), QT_TRANSLATE_NOOP("Words", "Open the page with your API keys and add a new one.")},
        {QStringLiteral("choose_system_generated"), QT_TRANSLATE_NOOP("Words", "Choose a system-generated key.")},
        {QStringLiteral("tick_read_and_trade"), QT_TRANSLATE_NOOP("Words", "Tick Read and Trade.")},
        {QStringLiteral("leave_withdraw_off"), QT_TRANSLATE_NOOP("Words", "Leave Withdraw off: a bot does not need it.")},
        {QStringLiteral("enter_ip_address"),
         QT_TRANSLATE_NOOP("Words", "Enter this computer's address, so that the key works from here only.")},
        {QStringLiteral("choose_passphrase"),
         QT_TRANSLATE_NOOP("Words",
                           "Choose a passphrase for the key. It is not your login password, and you need it here.")},
        {QStringLiteral("secret_shown_once"),
         QT_TRANSLATE_NOOP("Words", "Copy the Secret Key at once: it is shown only this time.")},
    };
    const char *step = kSteps.value(code, nullptr);
    return step != nullptr ? say(step) : QString();
}

#undef LK_TR

} // namespace service::words
