// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPushButton;

namespace widgets {

/// "Remove Bitget main?" [Keep] is the default. Deletes itself; shown with open().
class RemovalDialog final : public QDialog {
    Q_OBJECT

public:
    RemovalDialog(const QString &title, const QString &exchange, QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

/// Consent to a key that may withdraw: the account's name must be typed. Deletes itself; shown with open().
class ConsentDialog final : public QDialog {
    Q_OBJECT

public:
    ConsentDialog(const QString &title, const QString &accountName, QWidget *parent);

Q_SIGNALS:
    void confirmed(const QString &typedName);

private:
    QLineEdit *m_name = nullptr;
    QPushButton *m_keep = nullptr;
};

/// Something was typed and not saved, and the window is to go. [Keep editing] is the default. Deletes itself; shown with open().
class DraftDialog final : public QDialog {
    Q_OBJECT

public:
    explicit DraftDialog(QWidget *parent);

Q_SIGNALS:
    void saveChosen();
    void discardChosen();
};

/// The program is to end while others use keys from it: names them; or while it keeps what was typed before a lock. [Keep running]
/// is the default. Deletes itself; shown with open().
class QuitDialog final : public QDialog {
    Q_OBJECT

public:
    QuitDialog(const QStringList &programs, bool forgetsDrafts, QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

[[nodiscard]] RemovalDialog *makeRemovalDialog(const QString &title, const QString &exchange, QWidget *parent);
[[nodiscard]] ConsentDialog *makeConsentDialog(const QString &title, const QString &accountName, QWidget *parent);

} // namespace widgets
