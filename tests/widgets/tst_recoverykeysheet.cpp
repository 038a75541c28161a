// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recoverykeysheet.h"

#include "support/guitestmain.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace {

const std::string kKey = "AB2CD 3EF4G H5JKL 6MN7P 8QR9S TUV0W XYZ12 34567 89ABC";

/// The text of a PDF as another program reads it; through pipes, like everything that holds a key.
QString textOf(const base::SecretBytes &pdf)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), QStringLiteral("-"), QStringLiteral("-")});
    const base::ByteView bytes = pdf.exposeBytes();
    reader.write(reinterpret_cast<const char *>(bytes.data()), static_cast<qint64>(bytes.size()));
    reader.closeWriteChannel();
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        qFatal("pdftotext: %s", reader.readAllStandardError().constData());
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace

class TestRecoveryKeySheet final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void allGroupsOnOnePage_data();
    void allGroupsOnOnePage();
};

void TestRecoveryKeySheet::allGroupsOnOnePage_data()
{
    QTest::addColumn<QPageSize::PageSizeId>("paper");
    QTest::newRow("A4") << QPageSize::A4;
    QTest::newRow("Letter") << QPageSize::Letter;
    QTest::newRow("A5") << QPageSize::A5;
}

void TestRecoveryKeySheet::allGroupsOnOnePage()
{
    QFETCH(const QPageSize::PageSizeId, paper);
    // Whoever writes a temporary file writes it here.
    QTemporaryDir temporary;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", temporary.path().toUtf8());
    const auto key = base::SecretBytes::copyOf(std::string_view(kKey));
    QVERIFY(key.has_value());
    const auto sheet = widgets::recoveryKeySheet(*key, QPageSize(paper));
    QVERIFY(sheet.has_value());
    QVERIFY(QDir(temporary.path()).isEmpty());
    qputenv("TMPDIR", before);
    QVERIFY(sheet->exposeText().starts_with("%PDF-"));
    const QString text = textOf(*sheet);
    QCOMPARE(text.count(QLatin1Char('\f')), 1);
    static const QRegularExpression spaces(QStringLiteral("\\s+"));
    const QStringList words = text.split(spaces, Qt::SkipEmptyParts);
    const QStringList groups = QString::fromStdString(kKey).split(QLatin1Char(' '));
    qsizetype from = 0;
    for (qsizetype i = 0; i < groups.size(); ++i) { // in reading order, each after its number
        from = words.indexOf(groups[i], from);
        QVERIFY2(from > 0, qPrintable(text));
        QCOMPARE(words[from - 1], QString::number(i + 1));
    }
    QVERIFY(text.contains(QStringLiteral("Latchkey recovery key")));
    QVERIFY(text.simplified().endsWith(QStringLiteral("apart from the computer."))); // nothing falls off the foot
}

LATCHKEY_GUI_TEST_MAIN(TestRecoveryKeySheet)

#include "tst_recoverykeysheet.moc"
