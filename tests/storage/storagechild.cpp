// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The other process of the storage tests: storagechild <verb> <vault>. Lines on standard output say how far it is; where it
// waits, it waits for a line (or the end) of standard input. Exit status 1: something failed that should not.

#include "posixtools.h"
#include "storagefixture.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>
#include <map>
#include <string>

using namespace storagetest;
using vault::ports::CommitClass;
using vault::ports::RecordRow;
using vault::ports::VaultFile;

namespace {

using Outcome = base::Result<void>;

void say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void waitForInput()
{
    std::fgetc(stdin);
}

QByteArray code(const Outcome &result)
{
    return result ? QByteArray("ok") : QByteArray(base::codeName(result.error().code).data());
}

/// A transaction with a row, left open.
Outcome hold(VaultFile &file)
{
    LATCHKEY_CHECK(file.unitOfWork().begin(CommitClass::Change));
    LATCHKEY_CHECK(file.records().put(record(owner(9), 1, 1)));
    LATCHKEY_CHECK(file.manifest().putRoot(bytes('X', 200)));
    say("ready");
    waitForInput();
    file.unitOfWork().rollback();
    return {};
}

/// Releases and no more, then waits: killed there, they must be in the file.
Outcome releases(VaultFile &file)
{
    for (std::uint64_t seq = 1; seq <= 50; ++seq)
        LATCHKEY_CHECK(release(file, seq));
    say("ready");
    waitForInput();
    return {};
}

Outcome writeNumber(VaultFile &file, const QByteArray &number)
{
    LATCHKEY_CHECK(file.manifest().putRoot(number));
    for (std::uint32_t n = 0; n < 8; ++n)
        LATCHKEY_CHECK(file.records().put({{owner(3), 1, n}, {}, number, bytes('s', 3000)}));
    return {};
}

/// Changes without end; row and root always carry the same number.
Outcome churn(VaultFile &file)
{
    for (int i = 1;; ++i) {
        const QByteArray number = QByteArray::number(i);
        LATCHKEY_CHECK(change(file, [&file, &number] { return writeNumber(file, number); }));
        say(number);
    }
}

/// An open read cursor.
Outcome read(VaultFile &file)
{
    bool first = true;
    return file.records().visit(std::nullopt, [&first](const RecordRow &) -> Outcome {
        if (first) {
            say("ready");
            waitForInput();
        }
        first = false;
        return {};
    });
}

Outcome touch(VaultFile &file)
{
    return file.audit().visit(0, [](const vault::ports::AuditRow &) { return Outcome(); });
}

Outcome write(VaultFile &file)
{
    return change(file, [&file] { return file.records().put(record(owner(40), 2, 5)); });
}

/// What a folder or file without write permission lets us do.
Outcome tryBoth(VaultFile &file)
{
    int rows = 0;
    const auto visited = file.records().visit(std::nullopt, [&rows](const RecordRow &) {
        ++rows;
        return Outcome();
    });
    LATCHKEY_CHECK(file.unitOfWork().begin(CommitClass::Snapshot));
    LATCHKEY_CHECK(file.unitOfWork().commit());
    const Outcome begun = file.unitOfWork().begin(CommitClass::Release);
    say("read=" + code(visited) + " rows=" + QByteArray::number(rows) + " begin=" + code(begun));
    return {};
}

/// Releases until a file may not grow any more.
Outcome fill(VaultFile &file)
{
    if (!limitFileSize(256 * 1024))
        return base::fail(base::ErrorCode::Internal);
    std::uint64_t done = 0;
    Outcome last;
    while ((last = release(file, done + 1)) && done < 100'000)
        ++done;
    say(QByteArray::number(static_cast<qulonglong>(done)));
    say(code(last));
    killSelf();
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    static const std::map<std::string, Outcome (*)(VaultFile &)> verbs{
        {"hold", hold},   {"releases", releases}, {"churn", churn}, {"read", read},
        {"touch", touch}, {"write", write},       {"try", tryBoth}, {"fill", fill},
    };
    if (arguments.size() != 3 || !verbs.contains(arguments[1].toStdString()))
        return 2;
    auto opened = openVault(arguments[2]);
    if (!opened) {
        say("open=" + QByteArray(base::codeName(opened.error().code).data()));
        return 1;
    }
    const Outcome done = verbs.at(arguments[1].toStdString())(**opened);
    if (!done)
        std::fprintf(stderr, "%s\n", qPrintable(describe(done.error())));
    return done ? 0 : 1;
}
