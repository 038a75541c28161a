// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sendoncedevice.h"

#include "support/testmain.h"

class TestSendOnceDevice final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void givesEverythingOnce_data();
    void givesEverythingOnce();
    void cannotBeRewound();
};

void TestSendOnceDevice::givesEverythingOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("asSecret");
    for (const bool asSecret : {false, true}) {
        const char *kind = asSecret ? "secret" : "plain";
        QTest::addRow("%s, empty", kind) << QByteArray() << asSecret;
        QTest::addRow("%s, one byte", kind) << QByteArray("x") << asSecret;
        QTest::addRow("%s, long", kind) << QByteArray(100'000, 'y') << asSecret;
    }
}

void TestSendOnceDevice::givesEverythingOnce()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, asSecret);
    net::Payload payload = bytes;
    if (asSecret)
        payload = *base::SecretBytes::copyOf(base::view(bytes));
    net::SendOnceDevice device(payload, nullptr);
    QCOMPARE(device.total(), bytes.size());
    QCOMPARE(device.bytesAvailable(), bytes.size());
    QByteArray read;
    char part[1000];
    for (qint64 count = device.read(part, sizeof part); count > 0; count = device.read(part, sizeof part))
        read.append(part, count);
    QCOMPARE(read, bytes);
    QCOMPARE(device.bytesAvailable(), 0);
    QCOMPARE(device.read(part, sizeof part), -1);
}

void TestSendOnceDevice::cannotBeRewound()
{
    const net::Payload payload = QByteArray("body");
    net::SendOnceDevice device(payload, nullptr);
    QVERIFY(device.isSequential());
    QCOMPARE(device.read(2), QByteArray("bo"));
    QVERIFY(!device.reset());
    QCOMPARE(device.read(2), QByteArray("dy"));
    QVERIFY(!device.isWritable());
}

LATCHKEY_TEST_MAIN(TestSendOnceDevice)
#include "tst_sendoncedevice.moc"
