// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/rowsearch.h"

#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStringListModel>

using presentation::RowSearch;

/// The search of a list; QAbstractItemModelTester looks on in every test.
class TestRowSearch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everythingWhileNothingIsTyped();
    void finds_data();
    void finds();
    void mapsBothWays();
    void sameRowsAreNoReset();
    void followsTheSource();
    void dataChangesOfShownRowsAlone();
    void likeTheStandardFilter();

private:
    [[nodiscard]] QStringList shown() const;

    QStringListModel m_source;
    std::unique_ptr<RowSearch> m_search;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestRowSearch::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_source.setStringList({QStringLiteral("Bitget main"), QStringLiteral("Bybit Main"), QStringLiteral("OKX grid"),
                            QString::fromUtf8("Bitget Öl"), QStringLiteral("Kraken")});
    m_search = std::make_unique<RowSearch>(m_source);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_search.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestRowSearch::cleanup()
{
    m_tester.reset();
    m_search.reset();
}

QStringList TestRowSearch::shown() const
{
    QStringList out;
    for (int row = 0; row < m_search->rowCount(); ++row)
        out << m_search->index(row, 0).data().toString();
    return out;
}

void TestRowSearch::everythingWhileNothingIsTyped()
{
    QCOMPARE(shown(), m_source.stringList());
    m_search->setText(QStringLiteral("x"));
    m_search->setText(QString());
    QCOMPARE(shown(), m_source.stringList());
}

void TestRowSearch::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("rows");
    QTest::newRow("start") << QStringLiteral("bitg") << QList<int>{0, 3};
    QTest::newRow("middle, case") << QStringLiteral("MAIN") << QList<int>{0, 1};
    QTest::newRow("several times in a row") << QStringLiteral("i") << QList<int>{0, 1, 2, 3};
    QTest::newRow("end") << QStringLiteral("grid") << QList<int>{2};
    QTest::newRow("last") << QStringLiteral("kraken") << QList<int>{4};
    QTest::newRow("space") << QStringLiteral("t m") << QList<int>{0, 1};
    QTest::newRow("umlaut") << QString::fromUtf8("ö") << QList<int>{3};
    QTest::newRow("not from one row into the next") << QStringLiteral("mainbybit") << QList<int>{};
    QTest::newRow("no match") << QStringLiteral("binance") << QList<int>{};
}

void TestRowSearch::finds()
{
    QFETCH(const QString, text);
    QFETCH(const QList<int>, rows);
    m_search->setText(text);
    QStringList wanted;
    for (const int row : rows)
        wanted << m_source.stringList().at(row);
    QCOMPARE(shown(), wanted);
}

void TestRowSearch::mapsBothWays()
{
    m_search->setText(QStringLiteral("main"));
    QCOMPARE(m_search->rowCount(), 2);
    const QModelIndex second = m_search->index(1, 0);
    QCOMPARE(m_search->mapToSource(second), m_source.index(1));
    QCOMPARE(m_search->mapFromSource(m_source.index(1)), second);
    QVERIFY(!m_search->mapFromSource(m_source.index(2)).isValid());
    QVERIFY(!m_search->mapFromSource({}).isValid());
    QVERIFY(!m_search->mapToSource({}).isValid());
}

void TestRowSearch::sameRowsAreNoReset()
{
    m_search->setText(QStringLiteral("k"));
    const QSignalSpy reset(m_search.get(), &QAbstractItemModel::modelReset);
    m_search->setText(QStringLiteral("K"));
    QCOMPARE(reset.size(), 0);
    m_search->setText(QStringLiteral("kr"));
    QCOMPARE(reset.size(), 1);
}

void TestRowSearch::followsTheSource()
{
    m_search->setText(QStringLiteral("main"));
    m_source.setStringList({QStringLiteral("OKX main"), QStringLiteral("Gate")});
    QCOMPARE(shown(), QStringList{QStringLiteral("OKX main")});
    m_source.setStringList({});
    QCOMPARE(m_search->rowCount(), 0);
    m_search->setText(QString());
    QCOMPARE(m_search->rowCount(), 0);
}

void TestRowSearch::dataChangesOfShownRowsAlone()
{
    m_search->setText(QStringLiteral("main"));
    const QSignalSpy changed(m_search.get(), &QAbstractItemModel::dataChanged);
    Q_EMIT m_source.dataChanged(m_source.index(1), m_source.index(2));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), m_search->index(1, 0));
}

/// The same rows as Qt's own filter finds, for every start and part of every text.
void TestRowSearch::likeTheStandardFilter()
{
    const QStringList texts = m_source.stringList();
    for (const QString &text : texts) {
        for (qsizetype from = 0; from < text.size(); ++from) {
            for (qsizetype length = 1; from + length <= text.size(); ++length) {
                const QString needle = text.mid(from, length);
                m_search->setText(needle);
                QCOMPARE(shown(), texts.filter(needle, Qt::CaseInsensitive));
            }
        }
    }
}

LATCHKEY_TEST_MAIN(TestRowSearch)
#include "tst_rowsearch.moc"
