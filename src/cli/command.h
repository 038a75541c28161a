// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"

#include <QObject>

namespace cli {

class Composition;
class Syntax;

/// One command of the program: declares its arguments, then runs once. Says what use cases of `service` to call and how their
/// answer looks; decides nothing itself.
class Command : public QObject {
public:
    /// Binds arguments and options to members.
    virtual void declare(Syntax &syntax);
    /// True when standard input is this command's own, so that no passphrase can come from there.
    [[nodiscard]] virtual bool readsInput() const { return false; }
    /// Goes before the words of a failure, for people.
    [[nodiscard]] virtual QString failurePrefix() const { return {}; }
    /// The exit status, or an error that the caller prints. Main thread, event loop running.
    [[nodiscard]] virtual base::Async<int> run(Composition &parts) = 0;
};

} // namespace cli
