// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/appearancepanel.h"

#include "ui_appearancepanel.h"

namespace widgets {

using service::Appearance;

AppearancePanel::AppearancePanel(presentation::AppearanceController &controller, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::AppearancePanel>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    const auto offer = [this](QRadioButton *radio, Appearance choice) {
        connect(radio, &QRadioButton::clicked, this, [this, choice] { m_controller.choose(choice); });
    };
    offer(m_ui->systemRadio, Appearance::System);
    offer(m_ui->lightRadio, Appearance::Light);
    offer(m_ui->darkRadio, Appearance::Dark);
    connect(&m_controller, &presentation::AppearanceController::changed, this, &AppearancePanel::refresh);
    refresh();
}

AppearancePanel::~AppearancePanel() = default;

void AppearancePanel::refresh()
{
    const Appearance choice = m_controller.choice();
    (choice == Appearance::Dark        ? m_ui->darkRadio
         : choice == Appearance::Light ? m_ui->lightRadio
                                       : m_ui->systemRadio)
        ->setChecked(true);
    const presentation::StripMessage &message = m_controller.message();
    m_ui->strip->setVisible(message.level != presentation::StripMessage::Level::None);
    m_ui->strip->showMessage(message);
}

} // namespace widgets
