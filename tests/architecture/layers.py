#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which layer may know which: the table of docs/architecture.md against every include and every add_layer()."""
import pathlib
import re
import tempfile

from common import ROOT, Fault, bare, line_of, main, sources

RULES = ['arrow', 'table', 'parent-include', 'qt-module-include', 'own-header', 'ui-header', 'posix-header', 'layer-cmake']
# What a layer may link besides Qt Core and other layers; all of it privately.
LIBRARIES = {
    'base': {'OpenSSL::Crypto', 'Boost::json'},
    'crypto': {'OpenSSL::Crypto', 'PkgConfig::Argon2'},
    'storage': {'Qt6::Sql'},
    'keychain': {'Qt6::DBus', 'Qt6Keychain::Qt6Keychain'},
    'net': {'Qt6::Network'},
    'service': {'zxcvbn'},
    'platform': {'PkgConfig::XcbScreenSaver', 'Qt6::DBus'},
    'access': {'Boost::headers', 'Threads::Threads'},
    'presentation': {'Qt6::Gui'},
    'widgets': {'Qt6::PrintSupport', 'Qt6::Widgets', 'qrencode'},
    'cli': {'CLI11::CLI11', 'Qt6::Core', 'Threads::Threads'},
    'desktop': {'Qt6::Core', 'Qt6::DBus', 'Qt6::Gui', 'Qt6::Widgets', 'Threads::Threads'},
}
PROGRAMS = ('cli', 'desktop')
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
UMBRELLA = {'QtCore', 'QtGui', 'QtWidgets', 'QtNetwork', 'QtSql', 'QtDBus', 'QtTest', 'QtConcurrent'}
POSIX = re.compile(r'(?:unistd|fcntl|pwd|grp|termios|poll|dlfcn|pthread|spawn|netdb|sched|syslog|signal|pty|ifaddrs|malloc|'
                   r'arpa/\w+|netinet/\w+|net/\w+|sys/[\w/]+|linux/[\w/]+)\.h')
SYSTEM_FILE = re.compile(r'_(?:linux|unix)\.(?:cpp|h)$')


def read_table(text):
    """{layer: [what it may include]} of the table of layers."""
    table, rows = {}, re.findall(r'^\| `(\w+)` \| ([^|]+) \| [^|]+ \|$', text, re.M)
    for layer, uses in rows:
        names = re.findall(r'`([\w/]+)`', uses)
        if uses.startswith('every layer'):
            names = [name for name, _ in rows if name not in names and name not in PROGRAMS]
        table[layer] = names
    return table


def check_table(table, folders):
    """Rows only name rows above them (which rules out circles), and every folder has its row."""
    above = []
    for layer, uses in table.items():
        for use in uses:
            if use.split('/')[0] not in above:
                yield Fault('table', 'docs/architecture.md', 0, f'{layer} names {use}, which is no row above it')
        above.append(layer)
    for folder in folders:
        if folder not in table:
            yield Fault('table', f'src/{folder}', 0, 'has no row in docs/architecture.md')


def check_includes(path, text, table, exists):
    """`exists(path)` tells whether a header of the project is there."""
    parts = path.split('/')
    layer = parts[1] if parts[0] == 'src' and parts[1] in table else None
    for match in INCLUDE.finditer(bare(text)):
        own, target = match[1] == '"', match[2]
        rule, why = judge(path, layer, own, target, table, exists)
        if rule:
            yield Fault(rule, path, line_of(bare(text), match.start()), why)
    if layer and path.endswith('.cpp'):
        yield from check_own_header(path, text, exists)


def judge(path, layer, own, target, table, exists):
    """(rule, text) of what is wrong with one include; (None, '') when nothing is."""
    if '..' in target.split('/'):
        return 'parent-include', f'{target} climbs out of its folder'
    if not own and (re.match(r'Qt[A-Z]\w*/', target) or target in UMBRELLA):
        return 'qt-module-include', f'<{target}>: name the class only'
    if re.match(r'(?:.*/)?ui_\w+\.h$', target):
        return (None, '') if layer == 'widgets' else ('ui-header', f'{target} belongs to widgets')
    if layer is None:
        return None, ''
    if not own:
        posix = POSIX.fullmatch(target) and not SYSTEM_FILE.search(path)
        return ('posix-header', f'<{target}> outside *_linux and *_unix files') if posix else (None, '')
    if target.endswith('.moc'):
        return None, ''
    if '/' not in target:
        return 'arrow', f'"{target}" does not say its layer'
    if not any(target.startswith(use + '/') for use in table[layer] + [layer]):
        return 'arrow', f'{layer} must not include {target}'
    return (None, '') if exists('src/' + target) else ('arrow', f'src/{target} does not exist')


def check_own_header(path, text, exists):
    """A source that has a header of its name includes it first, so that the header is known to stand alone."""
    stem = path.removeprefix('src/').removesuffix('.cpp')
    first = INCLUDE.search(bare(text))
    for header in (stem + '.h', re.sub(r'_\w+$', '', stem) + '.h'):
        if exists('src/' + header):
            if first is None or first[2] != header:
                yield Fault('own-header', path, 1, f'{header} comes first')
            return


def expand(words, values):
    for word in words:
        if variable := re.fullmatch(r'\$\{(\w+)\}', word):
            yield from expand(values.get(variable[1], []), {})
        else:
            yield word


def check_cmake(layer, text, table):
    """What the layer's CMakeLists.txt links; a variable counts as everything that is ever put into it."""
    path = f'src/{layer}/CMakeLists.txt'
    text = re.sub(r'#[^\n]*', '', text)
    values = {}
    for name, words in re.findall(r'\b(?:set|list)\s*\(\s*(?:APPEND\s+)?(\w+)([^)]*)\)', text):
        values.setdefault(name, []).extend(words.split())
    call, used = re.search(r'\badd_layer\s*\(\s*(\S+)([^)]*)\)', text), []
    if layer not in PROGRAMS and (call is None or call[1] != layer):
        yield Fault('layer-cmake', path, 0, f'add_layer({layer} ...) is missing')
    if call:
        keyword = ''
        for word in call[2].split():
            keyword = word if word in ('SOURCES', 'USES', 'PRIVATE_USES') else keyword
            used += expand([word], values) if keyword.endswith('USES') and word != keyword else []
    for words in re.findall(r'\btarget_link_libraries\s*\(\s*\S+([^)]*)\)', text):
        used += [word for word in expand(words.split(), values) if word not in ('PUBLIC', 'PRIVATE', 'INTERFACE')]
    layers = {use.split('/')[0] for use in table[layer]} | {'options', layer}
    own = {name for name in re.findall(r'\badd_library\s*\(\s*(\S+)', text)}
    for use in used:
        if use.removeprefix('latchkey::') not in layers | own and use not in LIBRARIES.get(layer, ()):
            yield Fault('layer-cmake', path, 0, f'{layer} must not use {use}')


def check(root=ROOT):
    table = read_table((root / 'docs/architecture.md').read_text(encoding='utf-8'))
    folders = sorted(path.name for path in (root / 'src').iterdir() if path.is_dir() and path.name != 'cmake')
    faults = list(check_table(table, folders))
    for path, text in sources('src', 'tests', root=root):
        faults += check_includes(path, text, table, lambda name: (root / name).exists())
    for folder in folders:
        cmake = root / 'src' / folder / 'CMakeLists.txt'
        if folder in table:
            faults += check_cmake(folder, cmake.read_text(encoding='utf-8') if cmake.exists() else '', table)
    return faults


TABLE = {'base': [], 'vault': ['base'], 'storage': ['vault', 'base'], 'service': ['vault', 'base'],
         'platform': ['service/ports', 'base'], 'widgets': ['base'], 'cli': ['base', 'vault']}
BAD = (
    ('arrow', 'src/vault/a.cpp', '#include "storage/schema.h"'),
    ('arrow', 'src/widgets/a.h', '#include "vault/session.h"'),
    ('arrow', 'src/platform/a.cpp', '#include "service/secrets.h"'),
    ('arrow', 'src/vault/a.cpp', '#include "slot.h"'),
    ('arrow', 'src/vault/a.cpp', '#include "vault/absent.h"'),
    ('parent-include', 'src/vault/a.cpp', '#include "../storage/schema.h"'),
    ('parent-include', 'tests/vault/a.cpp', '#  include "base/../storage/schema.h"'),
    ('qt-module-include', 'src/storage/a.cpp', '#include <QtSql/QSqlQuery>'),
    ('qt-module-include', 'tests/storage/a.cpp', '#include <QtCore>'),
    ('own-header', 'src/vault/own.cpp', '#include "base/error.h"\n#include "vault/own.h"'),
    ('own-header', 'src/vault/own_linux.cpp', '#include <QString>\n#include "vault/own.h"'),
    ('ui-header', 'src/cli/a.cpp', '#include "ui_dialog.h"'),
    ('posix-header', 'src/base/a.cpp', '#include <sys/stat.h>'),
    ('posix-header', 'src/base/a.h', '#include <unistd.h>'),
)
GOOD = (
    ('src/storage/a.cpp', '#include "vault/session.h"\n#include "base/error.h"\n#include "storage/schema.h"\n#include <QtGlobal>'),
    ('src/platform/a_linux.cpp', '#include "service/ports/kdfgate.h"\n#include <unistd.h>\n#include <sys/stat.h>'),
    ('src/vault/own.cpp', '#include "vault/own.h"\n// #include "storage/schema.h"\n#include "a.moc"'),
    ('src/widgets/a.cpp', '#include "ui_dialog.h"\n#include <csignal>'),
    ('tests/vault/a.cpp', '#include "storage/schema.h"\n#include <unistd.h>\n#include <QTest>'),
)
BAD_CMAKE = (
    ('vault', 'add_library(vault a.cpp)'),
    ('vault', 'add_layer(vault SOURCES a.cpp USES base storage)'),
    ('vault', 'add_layer(vault SOURCES a.cpp PRIVATE_USES Qt6::Sql)'),
    ('vault', 'set(more Qt6::DBus)\nadd_layer(vault SOURCES a.cpp USES base PRIVATE_USES ${more})'),
    ('vault', 'add_layer(vault SOURCES a.cpp)\ntarget_link_libraries(vault PRIVATE latchkey::storage)'),
    ('cli', 'add_executable(cli main.cpp)\ntarget_link_libraries(cli PRIVATE Qt6::Widgets)'),
)


def self_test():
    faults, headers = [], ('src/vault/session.h', 'src/base/error.h', 'src/storage/schema.h', 'src/service/secrets.h',
                           'src/service/ports/kdfgate.h', 'src/vault/own.h')
    for rule, path, text in BAD:
        if rule not in [fault.rule for fault in check_includes(path, text + '\n', TABLE, headers.__contains__)]:
            faults.append(Fault(rule, path, 0, f'the bad sample was not found: {text}'))
    for path, text in GOOD:
        faults += [Fault('self-test', path, 0, f'good sample refused: {fault}')
                   for fault in check_includes(path, text + '\n', TABLE, headers.__contains__)]
    faults += [Fault('layer-cmake', layer, 0, f'the bad sample was not found: {text}')
               for layer, text in BAD_CMAKE if not list(check_cmake(layer, text, TABLE))]
    good = 'set(s b.cpp)\nadd_layer(storage\n  SOURCES a.cpp ${s}\n  USES vault base\n  PRIVATE_USES Qt6::Sql)'
    faults += check_cmake('storage', good, TABLE)
    table = read_table('| `a` | nothing | x |\n| `b` | `a` | y |\n| `cli` | every layer but `b` | z |\n')
    if table != {'a': [], 'b': ['a'], 'cli': ['a']} or list(check_table(table, ['a', 'b', 'cli'])):
        faults.append(Fault('table', 'sample', 0, f'read as {table}'))
    if not list(check_table({'a': ['b'], 'b': ['a']}, [])) or not list(check_table(table, ['unknown'])):
        faults.append(Fault('table', 'sample', 0, 'a circle or a folder without a row was not found'))
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder)
        for name, text in (('docs/architecture.md', '| `base` | nothing | x |\n'), ('src/base/a.h', '#include "net/b.h"\n'),
                           ('src/base/CMakeLists.txt', 'add_layer(base SOURCES a.h)\n')):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(text, encoding='utf-8')
        (tree / 'tests').mkdir()
        if [fault.rule for fault in check(tree)] != ['arrow']:
            faults.append(Fault('arrow', 'sample tree', 0, 'the bad tree was not refused'))
    tested = {rule for rule, _, _ in BAD} | {'layer-cmake', 'table'}
    return faults + [Fault(rule, 'layers.py', 0, 'has no bad sample') for rule in RULES if rule not in tested]


if __name__ == '__main__':
    main(check, self_test, RULES, 'layers')
