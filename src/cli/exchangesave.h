// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/exchanges.h"

namespace cli {

/// Options that `exchange add` and `exchange update` share.
class ExchangeSave : public Command {
public:
    [[nodiscard]] bool readsInput() const override { return true; }

protected:
    void declareOptions(Syntax &syntax);
    /// Reads the CA file. IoFailure.
    [[nodiscard]] base::Result<service::ExchangeOptions> options() const;

    bool m_here = false; ///< takes --elsewhere back

private:
    service::ExchangeOptions m_options;
    QString m_caFile;
    bool m_noCheck = false;
    bool m_elsewhere = false;
};

/// Replaces fields of an account and asks the exchange; prints what became of it. `context` outlives the answer.
[[nodiscard]] base::Async<int> updateAccount(Composition &parts, QObject *context, const QString &name,
                                             const service::ExchangeOptions &wanted, base::SecretFields fields);

class ExchangeAdd final : public ExchangeSave {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Async<int> store(Composition &parts, const service::ExchangeOptions &wanted,
                                         base::SecretFields fields);

    QString m_exchange;
    QString m_account;
};

class ExchangeUpdate final : public ExchangeSave {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Async<int> store(Composition &parts, const service::ExchangeOptions &wanted,
                                         base::SecretFields fields);

    QString m_name;
};

} // namespace cli
