// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lockingpanel.h"

#include "ui_lockingpanel.h"
#include "widgets/headings.h"

#include <QEvent>
#include <QSignalBlocker>

namespace widgets {

using service::LockAction;
using service::LockSettings;
using service::ports::SessionSignal;

namespace {

constexpr int kStripLines = 2;
constexpr int kFieldWidth = 300;
constexpr int kIndent = 24;

} // namespace

LockingPanel::LockingPanel(presentation::LockingController &controller, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::LockingPanel>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    for (QLabel *note : {m_ui->idleNote, m_ui->screenSeen, m_ui->sleepSeen, m_ui->userSeen, m_ui->lidSeen, m_ui->namesNote,
                         m_ui->autostartNote})
        makeMuted(*note);
    for (QLabel *note : {m_ui->idleNote, m_ui->namesNote, m_ui->autostartNote})
        note->setIndent(kIndent);
    m_ui->strip->reserveLines(kStripLines);
    m_ui->passphraseEdit->setMaximumWidth(kFieldWidth);
    QSizePolicy kept = m_ui->passphraseRow->sizePolicy(); // nothing jumps when it is asked for
    kept.setRetainSizeWhenHidden(true);
    m_ui->passphraseRow->setSizePolicy(kept);
    for (QSpinBox *spin : {m_ui->idleSpin, m_ui->clipboardSpin}) {
        spin->setFocusPolicy(Qt::StrongFocus);
        spin->installEventFilter(this);
    }
    connectSwitches();
    connect(&m_controller, &presentation::LockingController::changed, this, &LockingPanel::refresh);
    refresh();
}

LockingPanel::~LockingPanel() = default;

void LockingPanel::connectSwitches()
{
    for (QAbstractButton *one :
         {static_cast<QAbstractButton *>(m_ui->idleCheck), static_cast<QAbstractButton *>(m_ui->screenCheck),
          static_cast<QAbstractButton *>(m_ui->sleepCheck), static_cast<QAbstractButton *>(m_ui->userCheck),
          static_cast<QAbstractButton *>(m_ui->lidCheck), static_cast<QAbstractButton *>(m_ui->namesCheck),
          static_cast<QAbstractButton *>(m_ui->everythingRadio), static_cast<QAbstractButton *>(m_ui->windowRadio)})
        connect(one, &QAbstractButton::clicked, this, &LockingPanel::store);
    for (const QSpinBox *spin : {m_ui->idleSpin, m_ui->clipboardSpin})
        connect(spin, &QSpinBox::valueChanged, this, &LockingPanel::store);
    connect(m_ui->autostartCheck, &QCheckBox::clicked, &m_controller, &presentation::LockingController::setStartsAtLogin);
    connect(m_ui->allowButton, &QPushButton::clicked, this, &LockingPanel::confirm);
    connect(m_ui->passphraseEdit, &SecretLineEdit::returnPressed, this, &LockingPanel::confirm);
    connect(m_ui->keepButton, &QPushButton::clicked, &m_controller, &presentation::LockingController::dismiss);
}

bool LockingPanel::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever scrolls the page does not mean the number under the pointer.
    const auto *spin = qobject_cast<QSpinBox *>(watched);
    if (event->type() == QEvent::Wheel && spin != nullptr && !spin->hasFocus()) {
        event->ignore();
        return true;
    }
    return SettingsPage::eventFilter(watched, event);
}

LockSettings LockingPanel::shown() const
{
    LockSettings out;
    out.idleMinutes = m_ui->idleCheck->isChecked() ? m_ui->idleSpin->value() : 0;
    out.onScreenLock = m_ui->screenCheck->isChecked();
    out.onSleep = m_ui->sleepCheck->isChecked();
    out.onUserSwitch = m_ui->userCheck->isChecked();
    out.onLid = m_ui->lidCheck->isChecked();
    out.action = m_ui->windowRadio->isChecked() ? LockAction::Window : LockAction::Everything;
    out.clipboardSeconds = m_ui->clipboardSpin->value();
    out.namesInTray = m_ui->namesCheck->isChecked();
    return out;
}

void LockingPanel::store()
{
    m_controller.change(shown());
}

void LockingPanel::confirm()
{
    if (m_ui->passphraseEdit->isEmpty()) {
        m_ui->passphraseEdit->setFocus();
        return;
    }
    auto typed = m_ui->passphraseEdit->take();
    if (!typed)
        return m_controller.refuse(typed.error());
    m_controller.confirm(*std::move(typed));
}

void LockingPanel::reset()
{
    m_ui->passphraseEdit->wipe();
    refresh();
}

void LockingPanel::refresh()
{
    const LockSettings &settings = m_controller.settings();
    const QSignalBlocker quiet(m_ui->idleSpin);
    const QSignalBlocker quietToo(m_ui->clipboardSpin);
    m_ui->clipboardSpin->setValue(settings.clipboardSeconds);
    m_ui->idleCheck->setChecked(settings.idleMinutes != 0);
    if (settings.idleMinutes != 0)
        m_ui->idleSpin->setValue(settings.idleMinutes);
    m_ui->idleSpin->setSuffix(m_ui->idleSpin->value() == 1 ? tr(" minute") : tr(" minutes"));
    m_ui->idleSpin->setEnabled(settings.idleMinutes != 0);
    m_ui->idleNote->setText(m_controller.idleText());
    m_ui->screenCheck->setChecked(settings.onScreenLock);
    m_ui->sleepCheck->setChecked(settings.onSleep);
    m_ui->userCheck->setChecked(settings.onUserSwitch);
    m_ui->lidCheck->setChecked(settings.onLid);
    (settings.action == LockAction::Window ? m_ui->windowRadio : m_ui->everythingRadio)->setChecked(true);
    m_ui->namesCheck->setChecked(settings.namesInTray);
    m_ui->autostartCheck->setChecked(m_controller.startsAtLogin());
    refreshSeen();
    m_ui->strip->showMessage(m_controller.message());
    const bool asks = m_controller.needsPassphrase();
    const bool askedNow = asks && m_ui->passphraseRow->isHidden();
    m_ui->passphraseRow->setVisible(asks);
    m_ui->passphraseRow->setEnabled(!m_controller.isBusy());
    if (!asks && !m_ui->passphraseEdit->isEmpty())
        m_ui->passphraseEdit->wipe();
    if (askedNow)
        m_ui->passphraseEdit->setFocus();
}

void LockingPanel::refreshSeen()
{
    m_ui->screenSeen->setText(m_controller.seenText(SessionSignal::ScreenLock));
    m_ui->sleepSeen->setText(m_controller.seenText(SessionSignal::Sleep));
    m_ui->userSeen->setText(m_controller.seenText(SessionSignal::UserSwitch));
    m_ui->lidSeen->setText(m_controller.seenText(SessionSignal::Lid));
}

} // namespace widgets
