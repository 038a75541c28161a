// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/stock.h"

#include <benchmark/benchmark.h>

namespace bench {

/// One durable save after another, each beside the same bytes written by SQLite alone, in turns, so that a slow moment of the
/// disk meets all three.
void save(benchmark::State &state, Stock &stock, int accounts);
/// Many at once into an empty vault.
void addMany(benchmark::State &state, Stock &stock, int accounts);
/// The same as an import does it: each is looked for first, and gets an audit entry of its own.
void importMany(benchmark::State &state, Stock &stock, int accounts);
/// Every row of a vault under a new vault key, in one durable transaction; one slot with the cheapest key derivation.
void rotate(benchmark::State &state, Stock &stock, int accounts);

} // namespace bench
