// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/accounteditor.h"
#include "service/servicefixture.h"

#include <QSignalSpy>

namespace editortest {

inline const QString kName = QStringLiteral("bitget/main");
inline const QString kKey = QStringLiteral("bitget/main#api_key");
inline const QString kFirstKey = QStringLiteral("bg_0123456789abcdef0123456789abcdef");
inline const QString kSecondKey = QStringLiteral("bg_fedcba9876543210fedcba9876543210");

/// An editor over an open vault, with a played exchange; for each test function anew.
class EditorCase : public QObject {
    Q_OBJECT

protected:
    void setUp();
    void tearDown();
    /// Saves through the editor and waits for the answer.
    void save(const QString &answer, base::SecretFields fields = servicetest::bitgetFields(),
              const QString &uid = QStringLiteral("1"));
    /// Stores an account past the editor.
    void add(const QString &account, const QString &answer);
    [[nodiscard]] service::AccountSummary stored(const QString &name) const;
    /// Level and button of the strip: "warn: keep anyway".
    [[nodiscard]] QString strip() const;
    [[nodiscard]] const presentation::StripMessage &message() const { return m_editor->message(); }
    /// Runs everything that answers bring about, step by step, to its end.
    void settle();

    std::unique_ptr<servicetest::Bench> m_bench;
    std::unique_ptr<service::Removals> m_removals;
    std::unique_ptr<presentation::AccountEditor> m_editor;
    std::unique_ptr<QSignalSpy> m_saved;
    std::unique_ptr<QSignalSpy> m_refused;
    std::unique_ptr<QSignalSpy> m_checking;
};

} // namespace editortest
