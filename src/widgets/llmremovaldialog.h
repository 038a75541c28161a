// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/llmlistmodel.h"

#include <QDialog>

namespace widgets {

/// "Remove Ollama main?" [Keep] is the default. Deletes itself; shown with open().
class LlmRemovalDialog final : public QDialog {
    Q_OBJECT

public:
    LlmRemovalDialog(const service::LlmSummary &settings, QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace widgets
