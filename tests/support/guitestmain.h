// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"
#include "support/strictlog.h"

#include <QApplication>
#include <QTest>

namespace testsupport {

/// failOnUnexpectedWarnings() for a test with windows: what the offscreen platform says about itself is no finding.
inline void failOnUnexpectedWindowWarnings()
{
    failOnUnexpectedWarnings();
    allowWarning(QStringLiteral("This plugin does not support"));
}

} // namespace testsupport

/// main() of a test with windows: as LATCHKEY_TEST_MAIN, with a QApplication; init() should call
/// testsupport::failOnUnexpectedWindowWarnings().
#define LATCHKEY_GUI_TEST_MAIN(TestClass)                                                                                   \
    int main(int argc, char **argv)                                                                                         \
    {                                                                                                                       \
        base::initSecureHeap();                                                                                             \
        QApplication app(argc, argv);                                                                                       \
        QApplication::setQuitOnLastWindowClosed(false);                                                                     \
        TestClass test;                                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                             \
    }
