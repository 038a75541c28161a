// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/importrowsmodel.h"
#include "presentation/stripmessage.h"

#include <QObject>

namespace presentation {

/// Keys out of a file of another program: look first, then import. GUI thread.
class ImportController final : public QObject {
    Q_OBJECT

public:
    enum class Step { Choose, Review, Done };

    explicit ImportController(service::Imports &imports, QObject *parent = nullptr);

    [[nodiscard]] Step step() const noexcept { return m_step; }
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }
    [[nodiscard]] ImportRowsModel &rows() noexcept { return m_rows; }

    /// What the formats are called, in the order in which look() takes them.
    [[nodiscard]] static QStringList formatNames();
    /// Reads the file and tells what would happen; then step Review. `format`: as in formatNames(), -1: judged by the content.
    /// `keyFile`: of a Fernet store; empty: looked for beside it.
    void look(const QString &path, int format, const QString &keyFile);
    /// In step Review: "Freqtrade configuration. 3 new, 1 in the vault already."
    [[nodiscard]] QString summaryText() const;
    /// There is something new to be imported.
    [[nodiscard]] bool canImport() const { return m_report.count(service::ImportOutcome::New) > 0; }
    /// What to do with the file now; in step Done.
    [[nodiscard]] QString sourceText() const;
    /// To another file.
    void goBack();
    void importNew();
    /// When the dialog comes or goes, and at a lock. An import that has begun goes on.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void setMessage(StripMessage message);
    void begin(const QString &words);
    void fail(const base::Error &error);

    service::Imports &m_imports;
    ImportRowsModel m_rows;
    Step m_step = Step::Choose;
    service::ImportRequest m_request;
    service::ImportReport m_report;
    bool m_busy = false;
    StripMessage m_message;
    quint64 m_asked = 0; ///< grows with forget(): older answers are dropped
};

} // namespace presentation
