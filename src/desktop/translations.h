// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

class QCoreApplication;

namespace desktop {

/// The words of the windows, ours and Qt's own, in the language of the system; English where there is none. GUI thread; lives as
/// long as the windows.
class Translations final {
public:
    explicit Translations(QCoreApplication &application, const QLocale &locale = QLocale());
    ~Translations();
    Q_DISABLE_COPY_MOVE(Translations)

private:
    QCoreApplication &m_application;
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace desktop
