// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_search [--quick] [GOOGLE BENCHMARK OPTION...]: times one key stroke in the search of the account list, from the new text
// to the painted list. The list, its delegate and the search are the program's; the rows are made up here, so that no vault of
// 100 000 exchange accounts has to be read first. Needs QT_QPA_PLATFORM, offscreen when there is no display.
#include "bench/samples.h"

#include "presentation/accountlistmodel.h"
#include "presentation/rowsearch.h"
#include "presentation/stripmessage.h"
#include "widgets/accountdelegate.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QListView>

namespace {

class Rows final : public QAbstractListModel {
public:
    explicit Rows(int count)
    {
        m_titles.reserve(count);
        for (int i = 0; i < count; ++i)
            m_titles << QStringLiteral("Bitget account-%1").arg(i, 6, 10, QLatin1Char('0'));
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        switch (role) {
        case Qt::DisplayRole:
            return m_titles.at(index.row());
        case presentation::AccountListModel::StateTextRole:
            return QStringLiteral("Works");
        case presentation::AccountListModel::DemoRole:
            return index.row() % 2 == 0;
        case presentation::AccountListModel::LevelRole:
            return static_cast<int>(presentation::StripMessage::Level::Ok);
        default:
            return {};
        }
    }

private:
    QStringList m_titles;
};

/// The texts that stand in the field while somebody types a word and takes it back.
QStringList keyStrokes()
{
    QStringList out;
    for (const QString &word : {QStringLiteral("bitget"), QStringLiteral("0994"), QStringLiteral("none")}) {
        for (int length = 1; length <= word.size(); ++length)
            out << word.first(length);
        for (qsizetype length = word.size() - 1; length >= 0; --length)
            out << word.first(length);
    }
    return out;
}

void search(benchmark::State &state, int count)
{
    Rows rows(count);
    presentation::RowSearch found(rows);
    QListView list;
    list.setUniformItemSizes(true);
    list.setModel(&found);
    list.setItemDelegate(new widgets::AccountDelegate(&list));
    list.resize(260, 520);
    list.show();
    QApplication::processEvents();
    const QStringList strokes = keyStrokes();
    qsizetype at = 0;
    bench::Samples samples;
    for (auto _ : state) {
        const QString &text = strokes.at(at++ % strokes.size());
        state.SetIterationTime(samples.time([&] {
            found.setText(text);
            list.setCurrentIndex(found.index(0, 0));
            QApplication::processEvents();
            list.viewport()->repaint();
        }));
    }
    samples.report(state);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    const bool quick = QCoreApplication::arguments().contains(QStringLiteral("--quick"));
    for (const int count : quick ? QList<int>{1'000} : QList<int>{10, 1'000, 100'000}) {
        const std::string name = "search/" + std::to_string(count);
        benchmark::RegisterBenchmark(name.c_str(), [count](benchmark::State &state) { search(state, count); })
            ->UseManualTime()
            ->Unit(benchmark::kMicrosecond)
            ->Iterations(560);
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
