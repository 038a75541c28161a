// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/words.h"

#include <QCoreApplication>
#include <QHash>

namespace service::words {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

/// What a later version wrote has no words here: its own code is better than nothing.
QString wordsOr(const QHash<QString, const char *> &table, const QString &code)
{
    const char *words = table.value(code, nullptr);
    return words != nullptr ? say(words) : code;
}

} // namespace

QString auditKind(const QString &kind)
{
    static const QHash<QString, const char *> kKinds{
        {QStringLiteral("vault-created"), QT_TRANSLATE_NOOP("Words", "Vault created")},
        {QStringLiteral("unlocked"), QT_TRANSLATE_NOOP("Words", "Unlocked")},
        {QStringLiteral("locked"), QT_TRANSLATE_NOOP("Words", "Locked")},
        {QStringLiteral("credential-added"), QT_TRANSLATE_NOOP("Words", "Added")},
        {QStringLiteral("credential-changed"), QT_TRANSLATE_NOOP("Words", "Changed")},
        {QStringLiteral("credential-removed"), QT_TRANSLATE_NOOP("Words", "Removed")},
        {QStringLiteral("credential-put-back"), QT_TRANSLATE_NOOP("Words", "Removal undone")},
        {QStringLiteral("credential-purged"), QT_TRANSLATE_NOOP("Words", "Deleted for good")},
        {QStringLiteral("revealed"), QT_TRANSLATE_NOOP("Words", "Shown on the screen")},
        {QStringLiteral("copied"), QT_TRANSLATE_NOOP("Words", "Copied to the clipboard")},
        {QStringLiteral("version-added"), QT_TRANSLATE_NOOP("Words", "New version stored")},
        {QStringLiteral("version-current"), QT_TRANSLATE_NOOP("Words", "Version taken into use")},
        {QStringLiteral("version-rolled-back"), QT_TRANSLATE_NOOP("Words", "Earlier version brought back")},
        {QStringLiteral("version-rejected"), QT_TRANSLATE_NOOP("Words", "Version turned down")},
        {QStringLiteral("version-retired"), QT_TRANSLATE_NOOP("Words", "Version retired")},
        {QStringLiteral("version-compromised"), QT_TRANSLATE_NOOP("Words", "Version marked as known to others")},
        {QStringLiteral("policy-changed"), QT_TRANSLATE_NOOP("Words", "Rules for versions changed")},
        {QStringLiteral("credential-renamed"), QT_TRANSLATE_NOOP("Words", "Renamed")},
        {QStringLiteral("alias-added"), QT_TRANSLATE_NOOP("Words", "Alias added")},
        {QStringLiteral("alias-removed"), QT_TRANSLATE_NOOP("Words", "Alias removed")},
        {QStringLiteral("secrets-cleared"), QT_TRANSLATE_NOOP("Words", "All secrets removed")},
        {QStringLiteral("held-back"), QT_TRANSLATE_NOOP("Words", "Held back: may withdraw")},
        {QStringLiteral("consent-given"), QT_TRANSLATE_NOOP("Words", "Withdrawal right accepted")},
        {QStringLiteral("released"), QT_TRANSLATE_NOOP("Words", "Value read")},
        {QStringLiteral("read-for-update"), QT_TRANSLATE_NOOP("Words", "Read for a change")},
        {QStringLiteral("run"), QT_TRANSLATE_NOOP("Words", "Given to a program at start")},
        {QStringLiteral("verified"), QT_TRANSLATE_NOOP("Words", "Value compared")},
        {QStringLiteral("signed"), QT_TRANSLATE_NOOP("Words", "Request signed")},
        {QStringLiteral("check"), QT_TRANSLATE_NOOP("Words", "Check begun")},
        {QStringLiteral("checked"), QT_TRANSLATE_NOOP("Words", "Checked")},
        {QStringLiteral("check-noted"), QT_TRANSLATE_NOOP("Words", "Result of a check noted")},
        {QStringLiteral("imported"), QT_TRANSLATE_NOOP("Words", "Imported")},
        {QStringLiteral("exported"), QT_TRANSLATE_NOOP("Words", "Given out by an export")},
        {QStringLiteral("backup-made"), QT_TRANSLATE_NOOP("Words", "Backup made")},
        {QStringLiteral("backup-failed"), QT_TRANSLATE_NOOP("Words", "Backup failed")},
        {QStringLiteral("restored"), QT_TRANSLATE_NOOP("Words", "Restored from a backup")},
        {QStringLiteral("settings-changed"), QT_TRANSLATE_NOOP("Words", "Settings changed")},
        {QStringLiteral("passphrase-changed"), QT_TRANSLATE_NOOP("Words", "Passphrase changed")},
        {QStringLiteral("recovery-key-renewed"), QT_TRANSLATE_NOOP("Words", "New recovery key")},
        {QStringLiteral("key-rotated"), QT_TRANSLATE_NOOP("Words", "Master key changed")},
        {QStringLiteral("checkpoint"), QT_TRANSLATE_NOOP("Words", "Log goes on from here")},
        {QStringLiteral("slot-added"), QT_TRANSLATE_NOOP("Words", "Way in added")},
        {QStringLiteral("slot-removed"), QT_TRANSLATE_NOOP("Words", "Way in removed")},
        {QStringLiteral("keychain-cleaned"), QT_TRANSLATE_NOOP("Words", "Old keychain entry deleted")},
        {QStringLiteral("recovery-key-confirmed"), QT_TRANSLATE_NOOP("Words", "Recovery key confirmed")},
        {QStringLiteral("opened-past-agent"), QT_TRANSLATE_NOOP("Words", "Opened past the agent")},
        {QStringLiteral("rollback-accepted"), QT_TRANSLATE_NOOP("Words", "Older vault accepted")},
    };
    return wordsOr(kKinds, kind);
}

QString auditOutcome(const vault::AuditEvent &event)
{
    static const QHash<QString, const char *> kOutcomes{
        {QStringLiteral("ok"), QT_TRANSLATE_NOOP("Words", "Done")},
        {QStringLiteral("denied"), QT_TRANSLATE_NOOP("Words", "Refused")},
        {QStringLiteral("no-match"), QT_TRANSLATE_NOOP("Words", "Not the same")},
        {QStringLiteral("works"), QT_TRANSLATE_NOOP("Words", "Works")},
        {QStringLiteral("works-rights-unknown"), QT_TRANSLATE_NOOP("Words", "Works, rights unknown")},
        {QStringLiteral("refused"), QT_TRANSLATE_NOOP("Words", "Refused by the exchange")},
        {QStringLiteral("unchecked"), QT_TRANSLATE_NOOP("Words", "Could not be checked")},
    };
    const QString by = event.details.value(QStringLiteral("by"));
    for (const vault::SlotKind kind : {vault::SlotKind::Passphrase, vault::SlotKind::PassphraseKeychain,
                                       vault::SlotKind::Keychain, vault::SlotKind::Recovery}) {
        if (!by.isEmpty() && by == vault::slotKindName(kind))
            return say(QT_TRANSLATE_NOOP("Words", "By: %1")).arg(slotKind(kind));
    }
    return wordsOr(kOutcomes, event.outcome);
}

QString forDiagnosis(Diagnosis diagnosis)
{
    switch (diagnosis) {
    case Diagnosis::HeapNotLocked:
        return say(QT_TRANSLATE_NOOP("Words",
                                     "Secret memory is not locked: it may be written to swap (raise RLIMIT_MEMLOCK)."));
    case Diagnosis::Dumpable:
        return say(QT_TRANSLATE_NOOP("Words", "Other programs of this user may read this process."));
    case Diagnosis::CoreFile:
        return say(QT_TRANSLATE_NOOP("Words", "A crash would write a core file."));
    case Diagnosis::OpenToOthers:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Words", "%1 is open to other users."));
}

#undef LK_TR

} // namespace service::words
