// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/busaddress.h"

#include "support/testmain.h"

#include <QObject>

class TestBusAddress final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void parses_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("abstract");
        const auto row = [](const char *name, const char *list, const char *text, const char *path, bool abstract) {
            QTest::newRow(name) << QString::fromLatin1(list) << QString::fromLatin1(text) << QByteArray(path) << abstract;
        };
        row("systemd", "unix:path=/run/user/1000/bus", "unix:path=/run/user/1000/bus", "/run/user/1000/bus", false);
        row("guid behind", "unix:path=/tmp/dbus-x,guid=12", "unix:path=/tmp/dbus-x,guid=12", "/tmp/dbus-x", false);
        row("guid before", "unix:guid=12,path=/tmp/x", "unix:guid=12,path=/tmp/x", "/tmp/x", false);
        row("abstract", "unix:abstract=/tmp/dbus-a", "unix:abstract=/tmp/dbus-a", "/tmp/dbus-a", true);
        row("escaped", "unix:path=/tmp/a%20b%2c", "unix:path=/tmp/a%20b%2c", "/tmp/a b,", false);
        row("second of two", "tcp:host=h,port=1;unix:path=/x", "unix:path=/x", "/x", false);
        row("first of two", "unix:path=/x;unix:path=/y", "unix:path=/x", "/x", false);
        row("odd path before a good one", "unix:path=/%zz;unix:path=/y", "unix:path=/y", "/y", false);
    }
    void parses()
    {
        QFETCH(QString, list);
        QFETCH(QString, text);
        QFETCH(QByteArray, path);
        QFETCH(bool, abstract);
        const auto address = keychain::unixBusAddress(list);
        QVERIFY(address.has_value());
        QCOMPARE(*address, (keychain::BusAddress{text, path, abstract}));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("list");
        for (const char *list :
             {"", ";", "unix:", "unix:path", "unix:path=", "unix:=x", "autolaunch:", "tcp:host=h,port=1", "unix:tmpdir=/tmp",
              "unix:path=/a%2", "unix:path=/a%", "unix:path=/a%zz", "unix:path=/a%00b"})
            QTest::newRow(list) << QString::fromLatin1(list);
    }
    void refuses()
    {
        QFETCH(QString, list);
        QVERIFY(!keychain::unixBusAddress(list).has_value());
    }

    void pathsSurviveTheRoundTrip_data()
    {
        QTest::addColumn<QByteArray>("path");
        QByteArray every;
        for (int byte = 1; byte < 256; ++byte)
            every.append(static_cast<char>(byte));
        QTest::newRow("plain") << QByteArray("/run/user/1000/bus");
        QTest::newRow("separators") << QByteArray("/tmp/a,b;c=d e%20");
        QTest::newRow("every byte") << every;
    }
    void pathsSurviveTheRoundTrip()
    {
        QFETCH(QByteArray, path);
        const keychain::BusAddress made = keychain::busAddressOfPath(path);
        const auto parsed = keychain::unixBusAddress(made.text);
        QVERIFY(parsed.has_value());
        QCOMPARE(*parsed, made);
    }
};

LATCHKEY_TEST_MAIN(TestBusAddress)
#include "tst_busaddress.moc"
