#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Budgets of files, functions, constructors, classes and parameter lists."""
import re

from common import Fault, bare, main, sources
from cppscan import Scanner

RULES = ['file-size', 'function-size', 'constructor-size', 'public-methods', 'parameters']
FILE_LINES = {'cpp': 500, 'h': 200, 'py': 300, 'sh': 300}
FUNCTION_LINES = 60
CONSTRUCTOR_LINES = 40
PUBLIC_METHODS = 20
PARAMETERS = 5


def check_file(path, text):
    lines, most = len(text.splitlines()), FILE_LINES[path.rsplit('.', 1)[-1]]
    if lines > most:
        yield Fault('file-size', path, 1, f'{lines} lines, {most} are allowed')


def check_functions(path, functions):
    for function in functions:
        if function.lines > FUNCTION_LINES:
            yield Fault('function-size', path, function.line, f'{function.name}: {function.lines} lines, {FUNCTION_LINES} are allowed')
        elif function.constructor and function.lines > CONSTRUCTOR_LINES:
            yield Fault('constructor-size', path, function.line,
                        f'{function.name}: {function.lines} lines, {CONSTRUCTOR_LINES} are allowed')
        if function.parameters > PARAMETERS:
            yield Fault('parameters', path, function.line, f'{function.name}: {function.parameters}, {PARAMETERS} are allowed')


def public_methods(found):
    """Constructors, destructors and operators come with being a class and do not count."""
    return [member for member in found.members
            if member.access == 'public' and member.name != found.name and not member.name.startswith(('~', 'operator'))
            and not re.search(r'=\s*(?:delete|default)\s*$', member.text)]


def check_classes(path, classes):
    for found in classes:
        count = len(public_methods(found))
        if count > PUBLIC_METHODS:
            yield Fault('public-methods', path, found.line, f'{found.name}: {count}, {PUBLIC_METHODS} are allowed')
        for member in found.members:
            if member.parameters > PARAMETERS:
                yield Fault('parameters', path, member.line, f'{member.name}: {member.parameters}, {PARAMETERS} are allowed')


def check_cpp(path, text):
    scan = Scanner(bare(text))
    yield from check_file(path, text)
    yield from check_functions(path, scan.functions)
    yield from check_classes(path, scan.classes)


def check():
    faults = []
    for path, text in sources('src', 'tests'):
        faults += check_cpp(path, text)
    for path, text in sources('src', 'tests', 'installer', suffixes=('.py', '.sh')):
        faults += check_file(path, text)
    return list(dict.fromkeys(faults))


def body(lines):
    return '{\n' + '    f();\n' * (lines - 2) + '}\n'


METHODS = ''.join(f'    void f{i}();\n' for i in range(21))
BAD = (
    ('file-size', 'a.cpp', 'int a;\n' * 501),
    ('file-size', 'a.h', 'int a;\n' * 201),
    ('function-size', 'a.cpp', 'void A::f(int a) const noexcept\n' + body(60)),
    ('function-size', 'a.h', 'class A {\npublic:\n    Result<int> f(std::function<void(int, int)> g) const ' + body(61) + '};\n'),
    ('function-size', 'a.cpp', 'namespace x {\nauto f() -> Result<T>\n' + body(60) + '}\n'),
    ('constructor-size', 'a.cpp', 'A::A(int a) : m_a{a}, m_b(a)\n' + body(41)),
    ('constructor-size', 'a.h', 'class A {\n    Q_OBJECT\npublic:\n    explicit A(int a = 0)\n    : m_a{a} ' + body(42) + '};\n'),
    ('public-methods', 'a.h', 'template<typename T>\nclass A final : public B<T> {\npublic:\n' + METHODS + '};\n'),
    ('public-methods', 'a.h', 'class A {\n    Q_OBJECT\n    int m_a{3};\npublic Q_SLOTS:\n' + METHODS + '};\n'),
    ('parameters', 'a.h', 'class A {\n    void f(int a, int b, int c, int d, int e, int g);\n};\n'),
    ('parameters', 'a.cpp', 'static void f(A<int, int> a, int b, int c = g(1, 2), int d, int e, int h)\n{\n}\n'),
)
GOOD = (
    ('a.cpp', 'int a;\n' * 500),
    ('a.cpp', 'void A::f()\n' + body(59)),
    ('a.cpp', 'const QList<int> table{\n' + '    1,\n' * 100 + '};\nconst A b = make(1, [] {\n' + '    f();\n' * 90 + '});\n'),
    ('a.cpp', 'A::A() : m_a{1}\n' + body(39) + 'A::~A()\n' + body(50)),
    ('a.h', 'class A {\npublic:\n    A();\n    ~A();\n    A(A &&) noexcept;\n    A &operator=(A &&) noexcept = default;\n'
            '    Q_DISABLE_COPY(A)\n' + METHODS.replace('    void f0();\n', '') + 'private:\n' + METHODS + '};\n'),
    ('a.h', 'class A {\npublic:\n' + '    std::function<void(int, int, int, int, int, int)> m_a;\n    int m_b = f(1, 2, 3, 4, 5, 6);\n' * 25 + '};\n'),
    ('a.cpp', 'void f(std::map<int, A<int, int>> a, std::function<void(int, int)> b, int c, int d, int e);\n'
              'bool operator<(A a, A b)\n{\n    return a < b;\n}\nextern "C" {\nvoid g(int a)\n{\n}\n}\n'),
)


def self_test():
    faults = []
    for rule, path, text in BAD:
        if rule not in [fault.rule for fault in check_cpp(path, text)]:
            faults.append(Fault(rule, path, 0, f'the bad sample was not found: {text[:80]!r}'))
    for path, text in GOOD:
        faults += [Fault('self-test', path, 0, f'good sample refused: {fault}') for fault in check_cpp(path, text)]
    if not list(check_file('a.py', 'a\n' * 301)):
        faults.append(Fault('file-size', 'a.py', 0, 'the long script was not found'))
    names = [function.name for function in Scanner('A::A() : m_a{1}, m_b(2)\n{\n}\nvoid A::f() const\n{\n    if (a) {\n    }\n}\n').functions]
    if names != ['A::A', 'A::f']:
        faults.append(Fault('self-test', 'cppscan.py', 0, f'functions seen: {names}'))
    return faults + [Fault(rule, 'sizes.py', 0, 'has no bad sample') for rule in RULES if rule not in {entry[0] for entry in BAD}]


if __name__ == '__main__':
    main(check, self_test, RULES, 'sizes')
