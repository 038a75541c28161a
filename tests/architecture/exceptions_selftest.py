#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that the exception list cannot grow, go stale or lose its reasons unseen."""
from common import Fault, apply_exceptions, bare, exceptions, finish

faults = []


def expect(name, holds):
    if not holds:
        faults.append(Fault('exceptions', 'common.py', 0, name))


expect('a longer list is refused', exceptions('limit: 1\nexec src/a.cpp why\nexec src/b.cpp why\n')[1])
expect('a shorter list wants a lower limit', exceptions('limit: 2\nexec src/a.cpp why\n')[1])
expect('a list without a limit is refused', exceptions('exec src/a.cpp why\n')[1])
expect('an entry without a reason is refused', exceptions('limit: 0\nexec src/a.cpp\n')[1])
expect('a list in order is accepted', not exceptions('# words\nlimit: 1\nexec src/a.cpp why it must\n')[1])
expect('a limit above the earlier one is refused', exceptions('limit: 1\nexec src/a.cpp why it must\n', '# words\nlimit: 0\n')[1])
expect('the same limit is accepted', not exceptions('limit: 1\nexec src/a.cpp why it must\n', 'limit: 1\nexec src/b.cpp why\n')[1])
fault = Fault('exec', 'src/a.cpp', 3, 'text')
expect('an excepted fault is dropped', not apply_exceptions([fault], {('exec', 'src/a.cpp'): 'why'}, ['exec']))
expect('another fault stays', apply_exceptions([fault], {('exec', 'src/b.cpp'): 'why'}, []) == [fault])
expect('an entry that excepts nothing is a fault', apply_exceptions([], {('exec', 'src/b.cpp'): 'why'}, ['exec']))
expect('comments and literals are not code', bare('a; // b\n/* c\n d */ "e" \'f\' R"x(g)x";') == 'a; \n\n "" "" "";')
expect('what an include names stays', bare('#include "a/b.h"\n') == '#include "a/b.h"\n')
expect("digit separators are no literals", bare("int a = 1'000'000;") == "int a = 1'000'000;")
finish(faults, 'exceptions (self-test)')
