# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: the files of the tree, sources without comments and literals, the exception list."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent


class Fault(str):
    """One line for a person: `path:line: rule: text`. Keeps path and rule for the exception list."""

    def __new__(cls, rule, path, line, text):
        self = super().__new__(cls, f'{path}:{line}: {rule}: {text}')
        self.rule, self.path = rule, str(path)
        return self


def sources(*folders, suffixes=('.cpp', '.h'), root=ROOT):
    """Yields (path relative to the root, text) of every source below these folders."""
    for folder in folders:
        for path in sorted((root / folder).rglob('*')):
            if path.suffix in suffixes and path.is_file():
                yield path.relative_to(root).as_posix(), path.read_text(encoding='utf-8')


_TOKEN = re.compile(r'''R"(?P<tag>[^()\s\\]{0,16})\(.*?\)(?P=tag)"|//[^\n]*|/\*.*?\*/|(?P<string>"(?:\\.|[^"\\\n])*")'''
                    r'''|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+\'''', re.S)


def bare(text):
    """The text without comments and literals, line breaks kept; what include lines name stays."""
    def blank(match):
        if match['string'] and re.search(r'^[ \t]*#[ \t]*include[ \t]*$', text[text.rfind('\n', 0, match.start()) + 1:match.start()]):
            return match[0]
        return '\n' * match[0].count('\n') if match[0].startswith(('//', '/*')) else '""' + '\n' * match[0].count('\n')
    return _TOKEN.sub(blank, text)


def line_of(text, position):
    return text.count('\n', 0, position) + 1


LIST = 'tests/architecture/exceptions.txt'


def earlier_list():
    """The list of the commit before the last; empty outside git, or when there was none."""
    try:
        shown = subprocess.run(['git', '-C', str(ROOT), 'show', f'HEAD^:{LIST}'], capture_output=True, text=True, check=False)
    except OSError:
        return ''
    return shown.stdout if shown.returncode == 0 else ''


def exceptions(text, earlier=''):
    """Reads the list: {(rule, path): reason}, and faults of the list itself."""
    limit, entries, faults = None, {}, []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith('#'):
            continue
        if line.startswith('limit:'):
            limit = int(line.split(':')[1])
            continue
        parts = line.split(None, 2)
        if len(parts) < 3:
            faults.append(Fault('exceptions', LIST, number, 'needs RULE PATH REASON'))
            continue
        entries[parts[0], parts[1]] = parts[2]
    if limit is None or len(entries) != limit:
        more = 'fewer: lower the limit' if limit and len(entries) < limit else 'the list only shrinks'
        faults.append(Fault('exceptions', LIST, 1, f'{len(entries)} entries, limit {limit}: {more}'))
    before = re.search(r'^limit: (\d+)$', earlier, re.M)
    if before and limit is not None and limit > int(before[1]):
        faults.append(Fault('exceptions', LIST, 1, f'the limit rose from {before[1]} to {limit}'))
    return entries, faults


def apply_exceptions(faults, entries, rules):
    """Drops what is excepted; an exception of one of these rules that excepts nothing is itself a fault."""
    used = {(fault.rule, fault.path) for fault in faults} & set(entries)
    kept = [fault for fault in faults if (fault.rule, fault.path) not in entries]
    kept += [Fault('exceptions', path, 0, f'{rule} is excepted for nothing: remove the line and lower the limit')
             for rule, path in entries if rule in rules and (rule, path) not in used]
    return kept


def finish(faults, what):
    for fault in faults:
        print(fault)
    print(f'{what}: {len(faults)} faults' if faults else f'{what}: in order')
    sys.exit(1 if faults else 0)


def main(check, self_test, rules, what):
    """`--self-test` proves that each rule can fail; without it the tree is checked."""
    if '--self-test' in sys.argv:
        finish(self_test(), what + ' (self-test)')
    entries, faults = exceptions((HERE / 'exceptions.txt').read_text(encoding='utf-8'), earlier_list())
    finish(faults + apply_exceptions(check(), entries, rules), what)
