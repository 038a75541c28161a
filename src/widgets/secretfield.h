// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/secretlineedit.h"
#include "widgets/secretview.h"

#include <QPushButton>

namespace widgets {

/// A field of a form whose secret may be stored already: it is typed into a SecretLineEdit, and what is stored can be looked at
/// or copied by two buttons. What is stored is never put into the edit. GUI thread.
class SecretField final : public QWidget {
    Q_OBJECT

public:
    explicit SecretField(const QString &label, QWidget *parent = nullptr);

    [[nodiscard]] SecretLineEdit &edit() noexcept { return *m_edit; }
    [[nodiscard]] const SecretLineEdit &edit() const noexcept { return *m_edit; }
    /// Whether there is something to reveal and copy; `placeholder` tells when it was stored.
    void setStored(bool stored, const QString &placeholder);
    /// In the place of the edit, for a while.
    void reveal(base::SecretBytes secret);
    void conceal() { m_view->conceal(); }

Q_SIGNALS:
    /// The user wants to see, or to copy, what is stored.
    void revealRequested();
    void copyRequested();

private:
    void showEdit();
    void updateButtons();

    SecretLineEdit *m_edit;
    SecretView *m_view;
    QPushButton *m_revealButton;
    QPushButton *m_copyButton;
    bool m_stored = false;
};

} // namespace widgets
