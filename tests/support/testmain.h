// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"
#include "support/strictlog.h"

#include <QCoreApplication>
#include <QTest>

/// main() of a test without a window: secure heap first, then QtTest; the test's init() should call
/// testsupport::failOnUnexpectedWarnings().
#define LATCHKEY_TEST_MAIN(TestClass)                                                                                       \
    int main(int argc, char **argv)                                                                                         \
    {                                                                                                                       \
        base::initSecureHeap();                                                                                             \
        QCoreApplication app(argc, argv);                                                                                   \
        TestClass test;                                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                             \
    }
