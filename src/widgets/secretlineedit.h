// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <QWidget>

class QLineEdit;

namespace widgets {

/// The one field into which secrets are typed. It wraps a password QLineEdit because a QLineEdit alone leaks: it keeps an undo
/// history (also in password mode), hands its text to the clipboard, to drags, input methods and screen readers, and leaves
/// copies in freed memory. Here the text can be pasted and typed, never read back by anything but take(), which wipes what it
/// read and replaces the inner edit by a new one. GUI thread.
class SecretLineEdit final : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString placeholderText READ placeholderText WRITE setPlaceholderText)
    Q_PROPERTY(QString fieldName READ fieldName WRITE setFieldName)

public:
    explicit SecretLineEdit(QWidget *parent = nullptr);
    ~SecretLineEdit() override;

    [[nodiscard]] bool isEmpty() const;
    /// What was typed, as UTF-8; the field is empty afterwards.
    [[nodiscard]] base::Result<base::SecretBytes> take();
    /// A copy; the field keeps its text. For a strength estimate while typing.
    [[nodiscard]] base::Result<base::SecretBytes> peek() const;
    /// Wipes the text and everything that Qt remembers of it.
    void wipe();
    /// Puts a draft back that take() or peek() gave out. Never for what is stored.
    void restore(const base::SecretBytes &draft);
    /// As the user does with the keyboard.
    void paste();
    /// What is on the clipboard, as UTF-8; empty when it is no text.
    [[nodiscard]] static base::Result<base::SecretBytes> clipboardText();
    /// From now on a text of several lines (or a JSON object) is not pasted but told by blockPasted(): it may hold several fields.
    void setTakesBlocks(bool takes) { m_takesBlocks = takes; }

    [[nodiscard]] QString placeholderText() const { return m_placeholder; }
    void setPlaceholderText(const QString &text);
    /// Name for screen readers, for example "Secret Key".
    [[nodiscard]] QString fieldName() const { return m_fieldName; }
    void setFieldName(const QString &name);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Typed, pasted or wiped; carries nothing.
    void edited();
    void returnPressed();
    /// Text came in through the clipboard: the owner may offer to clear it.
    void pasted();
    void blockPasted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeInner();
    [[nodiscard]] bool swallowKey(QEvent *event);

    QLineEdit *m_inner = nullptr;
    QString m_placeholder;
    QString m_fieldName;
    bool m_takesBlocks = false;
};

} // namespace widgets
