// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/secretfield.h"

#include "support/guitestmain.h"

#include <QAccessible>
#include <QPixmap>
#include <QSignalSpy>
#include <QVBoxLayout>

using widgets::SecretField;
using widgets::SecretView;

namespace {

base::SecretBytes secret(const QByteArray &text)
{
    auto out = base::SecretBytes::copyOf(base::view(text));
    return out ? *std::move(out) : base::SecretBytes();
}

QPushButton *button(SecretField &field, const QString &name)
{
    for (auto *each : field.findChildren<QPushButton *>()) {
        if (each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

/// Everything that a screen reader could be told below `object`.
QString spoken(QAccessibleInterface *object)
{
    QString out = object->text(QAccessible::Name) + object->text(QAccessible::Value)
        + object->text(QAccessible::Description);
    if (auto *text = object->textInterface())
        out += text->text(0, text->characterCount());
    for (int i = 0; i < object->childCount(); ++i)
        out += spoken(object->child(i));
    return out;
}

} // namespace

class TestSecretField final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWindowWarnings();
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        m_field = new SecretField(QStringLiteral("Secret Key"));
        layout->addWidget(m_field);
        layout->addStretch();
        m_window->resize(640, 200);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_reveal = button(*m_field, QStringLiteral("Reveal Secret Key"));
        m_copy = button(*m_field, QStringLiteral("Copy Secret Key"));
        QVERIFY(m_reveal != nullptr);
        QVERIFY(m_copy != nullptr);
    }
    void cleanup() { m_window.reset(); }

    void offeredOnlyForWhatIsStored()
    {
        QVERIFY(!m_reveal->isVisible());
        QVERIFY(!m_copy->isVisible());
        m_field->setStored(true, QStringLiteral("Stored on 22 Nov 2026"));
        QVERIFY(m_reveal->isVisible());
        QVERIFY(m_copy->isVisible());
        m_field->edit().setFocus();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("new"));
        QVERIFY(!m_reveal->isVisible());
        QVERIFY(!m_copy->isVisible());
        m_field->edit().wipe();
        QVERIFY(m_copy->isVisible());
    }

    void asksAndShows()
    {
        m_field->setStored(true, {});
        QSignalSpy revealed(m_field, &SecretField::revealRequested);
        QSignalSpy copied(m_field, &SecretField::copyRequested);
        QTest::mouseClick(m_copy, Qt::LeftButton);
        QCOMPARE(copied.size(), 1);
        QTest::mouseClick(m_reveal, Qt::LeftButton);
        QCOMPARE(revealed.size(), 1);
        auto *view = m_field->findChild<SecretView *>();
        QVERIFY(!view->isVisible());
        const QByteArray text("needle-in-the-view");
        m_field->reveal(secret(text));
        QVERIFY(view->isVisible());
        QVERIFY(view->isRevealed());
        QVERIFY(!m_field->edit().isVisible());
        QCOMPARE(m_reveal->text(), QStringLiteral("Hide"));
        QVERIFY(!spoken(QAccessible::queryAccessibleInterface(m_window.get())).contains(QString::fromUtf8(text)));
        QTest::mouseClick(m_reveal, Qt::LeftButton);
        QVERIFY(!view->isRevealed());
        QVERIFY(m_field->edit().isVisible());
        QCOMPARE(revealed.size(), 1);
        QCOMPARE(m_reveal->text(), QStringLiteral("Reveal"));
    }

    void goesWhenItsTimeIsOver()
    {
        SecretView view;
        view.show();
        QSignalSpy concealed(&view, &SecretView::concealed);
        view.reveal(secret("abc"), std::chrono::milliseconds(20));
        QVERIFY(view.isRevealed());
        QVERIFY(concealed.wait(5000));
        QVERIFY(!view.isRevealed());
        // Hidden means gone, not waiting behind.
        view.reveal(secret("abc"));
        view.hide();
        QVERIFY(!view.isRevealed());
        QCOMPARE(concealed.size(), 2);
    }

    void paintsWhatItIsGiven_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("ASCII") << QByteArray("abc") << QByteArray("abd");
        QTest::newRow("two bytes") << QStringLiteral("Ключ").toUtf8() << QStringLiteral("Клюк").toUtf8();
        QTest::newRow("lines") << QByteArray("a\nb") << QByteArray("ab");
        QTest::newRow("broken at the end") << QByteArray("ab\xd0") << QByteArray("ab");
    }
    void paintsWhatItIsGiven()
    {
        QFETCH(const QByteArray, one);
        QFETCH(const QByteArray, other);
        SecretView view;
        view.resize(300, 80);
        const auto picture = [&view](const QByteArray &text) {
            view.reveal(secret(text));
            return view.grab().toImage();
        };
        const QImage first = picture(one);
        QCOMPARE(picture(one), first);
        QVERIFY(picture(other) != first);
        view.conceal();
        QVERIFY(view.grab().toImage() != first);
    }

    void aLongOneTakesMoreLines()
    {
        SecretView view;
        view.reveal(secret("x"));
        const int one = view.heightForWidth(300);
        view.reveal(secret(QByteArray(500, 'x')));
        const int many = view.heightForWidth(300);
        QVERIFY(many > 5 * one);
        QVERIFY(view.heightForWidth(600) < many);
    }

private:
    std::unique_ptr<QWidget> m_window;
    SecretField *m_field = nullptr;
    QPushButton *m_reveal = nullptr;
    QPushButton *m_copy = nullptr;
};

LATCHKEY_GUI_TEST_MAIN(TestSecretField)
#include "tst_secretfield.moc"
