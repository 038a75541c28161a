// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagegallery.h"

#include "widgets/exchangespage.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

namespace windowtest {

namespace {

const QByteArray kMixed("NEW_KEY=1\nSAME_KEY=2\nOTHER_KEY=3\nEMPTY_KEY=\n"
                        "BITGET_API_KEY=bg_0123456789abcdef0123456789abcdef\nBITGET_SECRET_KEY=s\nBITGET_PASSPHRASE=p\n");
const QByteArray kStored("SAME_KEY=2\nOTHER_KEY=1\n");

} // namespace

void PageGallery::importSteps()
{
    using Step = presentation::ImportController::Step;
    const auto file = [this](const char *name, const QByteArray &content) {
        const QString path = m_locking.bench.home.file(QLatin1StringView(name));
        if (!vaulttest::writeFile(path, content))
            qFatal("no file to import");
        return path;
    };
    const auto answer = [this](const QString &path, const char *what) {
        mustCome([this] { return !m_import.isBusy(); }, "the end of what a visitor began");
        child<QLineEdit>(*openDialog(), "fileEdit")->setText(path);
        child<QPushButton>(*openDialog(), "nextButton")->click();
        mustCome([this] { return !m_import.isBusy(); }, what);
    };
    const auto import = [this] {
        child<QPushButton>(*openDialog(), "nextButton")->click();
        mustCome([this] { return m_import.step() == Step::Done; }, "the end of an import");
    };
    auto *page = window().findChild<widgets::ExchangesPage *>();
    showPage("accountList");
    Q_EMIT page->importRequested();
    answer(m_locking.bench.home.file(QStringLiteral("absent.env")), "the refusal of a file that is not there");
    showDialog(QStringLiteral("import, no such file"));
    answer(file("anything.txt", "nothing of a key\n"), "the refusal of a file that could be anything");
    showDialog(QStringLiteral("import, of no known format"));
    answer(file("stored.env", kStored), "the content of a file");
    showDialog(QStringLiteral("import, all new"));
    import();
    showDialog(QStringLiteral("import, done"));
    child<QPushButton>(*openDialog(), "nextButton")->click();
    mustCome([] { return openDialog() == nullptr; }, "the end of the import dialog");

    Q_EMIT page->importRequested();
    answer(file("mixed.env", kMixed), "the content of a mixed file");
    showDialog(QStringLiteral("import, new, same and another"));
    import();
    showDialog(QStringLiteral("import, done in part"));
    closeDialog();
    Q_EMIT page->importRequested();
    answer(file("stored.env", kStored), "the content of a file once more");
    showDialog(QStringLiteral("import, nothing new"));
    closeDialog();
}

} // namespace windowtest
