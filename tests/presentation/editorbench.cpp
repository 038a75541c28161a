// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorbench.h"

#include "support/strictlog.h"

#include <QMap>
#include <QTest>

using presentation::AccountEditor;
using presentation::StripMessage;
using testsupport::await;
using Action = StripMessage::Action;
using Level = StripMessage::Level;

namespace editortest {

namespace {

QString levelName(Level level)
{
    static const QStringList kNames{QStringLiteral("none"), QStringLiteral("ok"),  QStringLiteral("info"),
                                    QStringLiteral("warn"), QStringLiteral("bad"), QStringLiteral("busy")};
    return kNames.at(static_cast<int>(level));
}

QString actionName(Action action)
{
    static const QMap<Action, QString> kNames{
        {Action::CheckNow, QStringLiteral("check now")},   {Action::KeepAnyway, QStringLiteral("keep anyway")},
        {Action::UseAnyway, QStringLiteral("use anyway")}, {Action::UsedElsewhere, QStringLiteral("used elsewhere")},
        {Action::UsedHere, QStringLiteral("used here")},   {Action::Undo, QStringLiteral("undo")}};
    return kNames.value(action, QStringLiteral("nothing"));
}

} // namespace

void EditorCase::setUp()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<servicetest::Bench>();
    m_removals = std::make_unique<service::Removals>(*m_bench->host, service::Caller{QStringLiteral("test")});
    m_editor = std::make_unique<AccountEditor>(AccountEditor::Parts{*m_bench->exchanges, *m_bench->secrets, *m_removals});
    m_saved = std::make_unique<QSignalSpy>(m_editor.get(), &AccountEditor::saved);
    m_refused = std::make_unique<QSignalSpy>(m_editor.get(), &AccountEditor::fieldRefused);
    m_checking = std::make_unique<QSignalSpy>(m_editor.get(), &AccountEditor::checkingChanged);
}

void EditorCase::tearDown()
{
    m_editor.reset();
    m_removals.reset();
    m_bench.reset();
}

void EditorCase::save(const QString &answer, base::SecretFields fields, const QString &uid)
{
    m_bench->bitget->answer = servicetest::report(answer, uid);
    if (!m_editor->account())
        m_editor->startNew(QStringLiteral("bitget"));
    m_editor->save(QStringLiteral("main"), false, std::move(fields));
    QTRY_VERIFY(!m_editor->isBusy());
}

void EditorCase::add(const QString &account, const QString &answer)
{
    m_bench->bitget->answer = servicetest::report(answer);
    VERIFY_OK(await(m_bench->exchanges->add(QStringLiteral("bitget"), account, {}, servicetest::bitgetFields())));
}

service::AccountSummary EditorCase::stored(const QString &name) const
{
    return await(m_bench->exchanges->show(name)).value_or(service::AccountSummary());
}

QString EditorCase::strip() const
{
    return levelName(message().level) + QStringLiteral(": ") + actionName(message().action);
}

void EditorCase::settle()
{
    for (int i = 0; i < 10; ++i) {
        static_cast<void>(await(m_bench->host->inspect()));
        QCoreApplication::processEvents();
    }
}

} // namespace editortest
