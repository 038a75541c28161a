// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include "support/testmain.h"

#include <QRegularExpression>
#include <QSet>

using base::ErrorCode;

namespace {

// The enumeration begins and ends with these; a code added after Internal would escape the loops below.
constexpr int kFirst = static_cast<int>(ErrorCode::InvalidArgument);
constexpr int kLast = static_cast<int>(ErrorCode::Internal);

base::Result<int> half(int value)
{
    if (value % 2 != 0)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("odd"));
    return value / 2;
}

base::Result<int> quarter(int value)
{
    LATCHKEY_TRY(const int once, half(value));
    LATCHKEY_CHECK(half(once));
    return half(once);
}

} // namespace

class TestError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void everyCodeHasItsOwnNameAndComesBack()
    {
        static const QRegularExpression shape(QStringLiteral("^[a-z][a-z_]*[a-z]$"));
        QSet<QString> names;
        for (int number = kFirst; number <= kLast; ++number) {
            const auto code = static_cast<ErrorCode>(number);
            const QString name = base::codeName(code);
            QVERIFY2(shape.match(name).hasMatch(), qPrintable(name));
            // A code that is missing in the table would be called "internal" too.
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
            QCOMPARE(base::codeFromName(name), code);
        }
    }

    void unknownNamesAreInternal()
    {
        QCOMPARE(base::codeFromName(u"of_a_newer_version"), ErrorCode::Internal);
        QCOMPARE(base::codeFromName(u""), ErrorCode::Internal);
        QCOMPARE(base::codeFromName(u"Locked"), ErrorCode::Internal);
        QCOMPARE(base::codeName(static_cast<ErrorCode>(kLast + 1)), QLatin1StringView("internal"));
    }

    void macrosPassValueOrError()
    {
        QCOMPARE(quarter(8).value(), 2);
        QCOMPARE(quarter(7).error(), (base::Error{ErrorCode::InvalidArgument, QStringLiteral("odd")}));
        QCOMPARE(quarter(6).error().code, ErrorCode::InvalidArgument);
    }
};

LATCHKEY_TEST_MAIN(TestError)
#include "tst_error.moc"
