// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/importwords.h"

#include "support/testmain.h"

#include <QJsonArray>
#include <QSet>

using service::ExportGap;
using service::ImportOutcome;
using service::ImportReason;
using service::ImportReport;
using service::ImportRow;

class TestImportWords final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void everyReasonHasWords();
    void aboutSource();
    void importJson();
    void exportJson();
};

namespace {

ImportRow row(const QString &name, ImportOutcome outcome, ImportReason reason = ImportReason::None)
{
    ImportRow out;
    out.name = name;
    out.sources = {name};
    out.outcome = outcome;
    out.reason = reason;
    return out;
}

} // namespace

void TestImportWords::everyReasonHasWords()
{
    QSet<QString> all;
    for (int i = 1; i <= static_cast<int>(ImportReason::Unreadable); ++i)
        all << service::words::forImport(row({}, ImportOutcome::Skipped, static_cast<ImportReason>(i)));
    QCOMPARE(all.size(), static_cast<int>(ImportReason::Unreadable));
    for (int i = 0; i <= static_cast<int>(ImportOutcome::Skipped); ++i)
        all << service::words::forImport(row({}, static_cast<ImportOutcome>(i)));
    for (int i = 0; i <= static_cast<int>(ExportGap::Damaged); ++i)
        QVERIFY(!service::words::forGap(static_cast<ExportGap>(i)).isEmpty());
    QSet<QString> formats;
    for (const QString &name : transfer::formatNames())
        formats << service::words::importFormat(*transfer::formatFromName(name));
    QCOMPARE(formats.size(), transfer::formatNames().size());
    QCOMPARE(service::words::forImport(row({}, ImportOutcome::Skipped, ImportReason::Empty)),
             QStringLiteral("Skipped: it has no value"));
    QCOMPARE(service::words::forImport(row({}, ImportOutcome::Conflict, ImportReason::Contradicts)),
             QStringLiteral("Left alone: the file has two different values for it"));
}

void TestImportWords::aboutSource()
{
    ImportReport report;
    report.path = QStringLiteral("/it's/x.env");
    QVERIFY(service::words::aboutSource(report).isEmpty()); // nothing of it is in the vault
    report.rows << row(QStringLiteral("a"), ImportOutcome::Same);
    const QStringList plain = service::words::aboutSource(report);
    QCOMPARE(plain.size(), 3);
    QVERIFY(plain[1].endsWith(QStringLiteral("rm -- '/it'\\''s/x.env'")));
    QVERIFY(!service::words::aboutSource(report, service::words::SourceAdvice::Window)[1].contains(QStringLiteral("rm --")));
    report.inRepository = true;
    report.keyFile = QStringLiteral("k");
    const QStringList fernet = service::words::aboutSource(report);
    QCOMPARE(fernet.size(), 4);
    QVERIFY(fernet[1].endsWith(QStringLiteral(" 'k'")));
    report.dryRun = true;
    QVERIFY(service::words::aboutSource(report).isEmpty());
}

void TestImportWords::importJson()
{
    ImportReport report;
    report.format = transfer::ImportFormat::Ccxt;
    report.rows << row(QStringLiteral("a"), ImportOutcome::New) << row(QStringLiteral("b (1)"), ImportOutcome::Same)
                << row(QStringLiteral("c"), ImportOutcome::Conflict)
                << row(QStringLiteral("d"), ImportOutcome::Skipped, ImportReason::Empty);
    const QJsonObject json = service::json::importReport(report);
    QCOMPARE(json.value(QLatin1StringView("imported")).toInt(), 1);
    QCOMPARE(json.value(QLatin1StringView("same")).toInt(), 1);
    QCOMPARE(json.value(QLatin1StringView("skipped")).toArray(), (QJsonArray{QStringLiteral("d")}));
    QCOMPARE(json.value(QLatin1StringView("conflicts")).toArray(), (QJsonArray{QStringLiteral("c")}));
    QCOMPARE(json.value(QLatin1StringView("format")).toString(), QStringLiteral("ccxt"));
    const QJsonArray entries = json.value(QLatin1StringView("entries")).toArray();
    QCOMPARE(entries.size(), 4);
    QCOMPARE(entries[1].toObject().value(QLatin1StringView("reference")).toString(), QStringLiteral("b%20%281%29"));
    QCOMPARE(entries[3].toObject().value(QLatin1StringView("reason")).toString(), QStringLiteral("empty"));
}

void TestImportWords::exportJson()
{
    service::ExportReport report;
    report.exported = 2;
    report.left << service::ExportReport::Left{QStringLiteral("a"), ExportGap::HeldBack};
    QCOMPARE(service::json::exportReport(report),
             (QJsonObject{{QStringLiteral("exported"), 2},
                          {QStringLiteral("left"),
                           QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("a")},
                                                  {QStringLiteral("reason"), QStringLiteral("held_back")}}}}}));
}

LATCHKEY_TEST_MAIN(TestImportWords)
#include "tst_importwords.moc"
