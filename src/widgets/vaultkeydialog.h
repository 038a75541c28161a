// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace widgets {

class MessageStrip;
class SecretLineEdit;

/// Says what another master key, a new recovery key or the end of a way in means, asks for the passphrase where there is one, and
/// waits for it to be done; a refusal keeps it open. Deletes itself; shown with open(). GUI thread.
class VaultKeyDialog final : public QDialog {
    Q_OBJECT

public:
    enum class Change { MasterKey, RecoveryKey, Removal };

    VaultKeyDialog(presentation::VaultPresenter &presenter, Change change, QWidget *parent);
    /// That way ends.
    VaultKeyDialog(presentation::VaultPresenter &presenter, presentation::WayToUnlock way, QWidget *parent);

private:
    struct Words;
    [[nodiscard]] Words words() const;
    VaultKeyDialog(presentation::VaultPresenter &presenter, Change change, presentation::WayToUnlock way, QWidget *parent);
    void addFields(QVBoxLayout &layout);
    void addField(QFormLayout &form, const QString &label, const QString &name);
    void addButtons(QVBoxLayout &layout, const Words &words);
    void refresh();
    void submit();

    presentation::SecurityController &m_page;
    presentation::VaultKeyController &m_controller;
    Change m_change;
    presentation::WayToUnlock m_way;
    QList<SecretLineEdit *> m_fields; ///< the first must be filled in
    MessageStrip *m_strip = nullptr;
    QPushButton *m_leave = nullptr;
    QPushButton *m_do = nullptr;
    bool m_wasBusy = false;
};

} // namespace widgets
