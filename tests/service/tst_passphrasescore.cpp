// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/passphrasescore.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

class TestPassphraseScore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void score_data();
    void score();
};

void TestPassphraseScore::score_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");

    QTest::newRow("empty") << QByteArray() << 0 << 0;
    QTest::newRow("most common") << QByteArray("password") << 0 << 0;
    QTest::newRow("keyboard row") << QByteArray("qwertyuiop") << 0 << 1;
    QTest::newRow("repeated") << QByteArray("aaaaaaaaaaaa") << 0 << 1;
    QTest::newRow("four words") << QByteArray("correct horse battery staple") << 4 << 4;
    QTest::newRow("random") << QByteArray("vT9#qL2!xW7z") << 4 << 4;
    QTest::newRow("very long") << QByteArray(5000, 'x') << 0 << 4; // must come back at once
}

void TestPassphraseScore::score()
{
    QFETCH(QByteArray, text);
    QFETCH(int, least);
    QFETCH(int, most);
    const int found = service::passphraseScore(vaulttest::secret(text.toStdString()));
    QVERIFY2(found >= least && found <= most, qPrintable(QString::number(found)));
}

LATCHKEY_TEST_MAIN(TestPassphraseScore)
#include "tst_passphrasescore.moc"
