// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/testmain.h"
#include "transfer/importbatch.h"

namespace transfertest {

[[nodiscard]] inline base::SecretBytes secret(const QByteArray &text)
{
    auto copy = base::SecretBytes::copyOf(base::view(text));
    if (!copy)
        qFatal("no secure memory for a test");
    return *std::move(copy);
}

[[nodiscard]] inline QString textOf(const base::SecretSlice &value)
{
    return QString::fromUtf8(value.exposeText().data(), static_cast<qsizetype>(value.size()));
}

/// "name@exchange(demo){field=value,field=value}" a line, with "!2" for the number of why one is unfit; else the code and the
/// detail of the error.
[[nodiscard]] inline QString shown(const base::Result<transfer::ImportBatch> &batch)
{
    if (!batch)
        return base::codeName(batch.error().code) + QStringLiteral(": ") + batch.error().detail;
    QStringList lines;
    for (const transfer::ImportedEntry &entry : batch->entries) {
        QStringList fields;
        for (const transfer::ImportedField &field : entry.fields)
            fields << field.name + u'=' + textOf(field.value);
        QString line = entry.name;
        if (!entry.exchange.isEmpty())
            line += u'@' + entry.exchange;
        if (entry.demo)
            line += QStringLiteral("(demo)");
        line += u'{' + fields.join(u',') + u'}';
        if (!entry.description.isEmpty())
            line += u'"' + entry.description + u'"';
        if (entry.unfit != transfer::Unfit::No)
            line += u'!' + QString::number(static_cast<int>(entry.unfit));
        lines << line;
    }
    return lines.join(u'\n');
}

/// What no text parser may stumble over: none of these is a file of keys.
inline void addHostileRows()
{
    QTest::newRow("NUL") << QByteArray("A=1\0B", 5);
    QTest::newRow("invalid UTF-8") << QByteArray("A=\xff\xfe");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                          "A\0=\0",
                                          6);
    QTest::newRow("huge") << QByteArray(static_cast<qsizetype>(transfer::kLargestImport) + 1, 'a');
    QTest::newRow("deep") << QByteArray(1 << 20, '[');
    QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(100'000);
    QTest::newRow("cut JSON") << QByteArray("{\"a\":\"b");
    QTest::newRow("open quote") << QByteArray("a,b\n\"x,y\n");
    QTest::newRow("only quotes") << QByteArray(100'001, '"');
    QTest::newRow("words") << QByteArray("this is nothing of the kind");
}

} // namespace transfertest
