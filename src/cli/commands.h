// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/syntax.h"

namespace cli {

// Each group of commands adds itself.
void addVaultCommands(Syntax &root);                  ///< init, status, doctor
void addExchangeCommands(Syntax &root);               ///< exchange ...
void addLlmCommands(Syntax &root);                    ///< llm ...
void addSecretCommands(Syntax &root);                 ///< secret ..., rotate, rename, alias ..., policy ...
void addVersionCommands(Syntax &secret);              ///< part of the secrets: history, rollback, mark
void addMakingCommands(Syntax &root, Syntax &secret); ///< generate, verify; rotate
void addNamingCommands(Syntax &root);                 ///< rename, alias ..., policy ...
void addUseCommands(Syntax &root);                    ///< get, run, sign
void addAuditCommands(Syntax &root);                  ///< audit, verify, backup, restore
void addAgentCommands(Syntax &root);                  ///< lock, unlock, serve
void addSlotCommands(Syntax &root);                   ///< passphrase ..., slot ..., recovery-key ..., rotate-key

[[nodiscard]] bool isRunCommand(const Command &command);

} // namespace cli
