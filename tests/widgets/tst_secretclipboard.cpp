// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/secretclipboard.h"

#include "support/guitestmain.h"

#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>

using widgets::SecretClipboard;

namespace {

const QString kSecret = QStringLiteral("geheim-Ключ-\U0001F511");

base::SecretBytes secret()
{
    auto out = base::SecretBytes::copyOf(base::view(kSecret.toUtf8()));
    return out ? *std::move(out) : base::SecretBytes();
}

QClipboard &board()
{
    return *QGuiApplication::clipboard();
}

} // namespace

class TestSecretClipboard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWindowWarnings();
        board().setText(QStringLiteral("before"));
        board().setText(QStringLiteral("selected"), QClipboard::Selection);
    }

    void isMarkedAndNotSelected()
    {
        SecretClipboard clipboard;
        QSignalSpy copied(&clipboard, &SecretClipboard::copied);
        clipboard.copy(secret());
        QCOMPARE(copied.size(), 1);
        QVERIFY(clipboard.holdsSecret());
        QCOMPARE(board().text(), kSecret);
        const QMimeData *data = board().mimeData();
        QCOMPARE(data->data(QStringLiteral("text/plain")), kSecret.toUtf8());
        QCOMPARE(data->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
        QCOMPARE(data->data(QStringLiteral("CanIncludeInClipboardHistory")), QByteArray(4, '\0'));
        QCOMPARE(data->data(QStringLiteral("CanUploadToCloudClipboard")), QByteArray(4, '\0'));
        QVERIFY(data->hasFormat(QStringLiteral("ExcludeClipboardContentFromMonitorProcessing")));
        QVERIFY(data->formats().contains(QStringLiteral("text/plain")));
        QVERIFY(!data->hasHtml());
        QVERIFY(board().text(QClipboard::Selection) != kSecret);
    }

    void goesByItself()
    {
        SecretClipboard clipboard;
        clipboard.setClearAfter(std::chrono::milliseconds(30));
        QSignalSpy cleared(&clipboard, &SecretClipboard::cleared);
        clipboard.copy(secret());
        QVERIFY(cleared.wait(5000));
        QVERIFY(!clipboard.holdsSecret());
        QVERIFY(board().text().isEmpty());
    }

    void onlyWhatIsOurs()
    {
        SecretClipboard clipboard;
        clipboard.setClearAfter(std::chrono::milliseconds(30));
        QSignalSpy cleared(&clipboard, &SecretClipboard::cleared);
        clipboard.copy(secret());
        board().setText(QStringLiteral("copied meanwhile"));
        QVERIFY(!clipboard.holdsSecret());
        QTest::qWait(120);
        QCOMPARE(board().text(), QStringLiteral("copied meanwhile"));
        QVERIFY(cleared.isEmpty());
        clipboard.clear();
        QCOMPARE(board().text(), QStringLiteral("copied meanwhile"));
        clipboard.clearForeign();
        QVERIFY(board().text().isEmpty());
        QCOMPARE(cleared.size(), 1);
    }

    void theNextCopyHasItsWholeTime()
    {
        SecretClipboard clipboard;
        clipboard.setClearAfter(std::chrono::milliseconds(1));
        clipboard.copy(secret());
        clipboard.setClearAfter(std::chrono::hours(1));
        clipboard.copy(secret());
        QTest::qWait(60);
        QVERIFY(clipboard.holdsSecret());
        clipboard.clear();
        QVERIFY(board().text().isEmpty());
        QVERIFY(!clipboard.holdsSecret());
    }

    void goesWithTheProgram()
    {
        {
            SecretClipboard clipboard;
            clipboard.copy(secret());
        }
        QVERIFY(board().text().isEmpty());
    }
};

LATCHKEY_GUI_TEST_MAIN(TestSecretClipboard)
#include "tst_secretclipboard.moc"
