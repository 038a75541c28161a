#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds a manual page against what the program itself says: manpage.py PROGRAM PAGE. Every command and option must have an entry,
and every entry a command or option. `--self-test PROGRAM PAGE` proves that a missing and a superfluous entry are found."""
import os
import re
import subprocess
import sys

OPTION = re.compile(r'(?<![\w-])(--[a-z][a-z-]*|-[a-z])(?![\w])')
EVERYWHERE = {'-h', '--help'}


def help_of(program, words):
    env = {**os.environ, 'QT_QPA_PLATFORM': 'offscreen', 'ASAN_OPTIONS': 'detect_leaks=0'}
    done = subprocess.run([program, *words, '--help'], capture_output=True, text=True, timeout=60, check=True, env=env)
    return done.stdout


def section(text, title):
    """The indented lines below a title such as "Options:"."""
    found = re.search(rf'^{title}:\n((?:[ \t]+.*\n|\n(?=[ \t]))*)', text + '\n', re.M)
    return [line for line in found[1].split('\n') if line.strip()] if found else []


def options_in(text):
    # "  --home DIR    what it is": the names stand before the first wide gap.
    names = (re.split(r' {2,}', line.strip())[0] for line in section(text, 'Options') if line.startswith('  -'))
    return {option for name in names for option in OPTION.findall(name)}


def walk(program, words=()):
    """command -> its options; the program itself is the command without words. Groups have no entry of their own."""
    text = help_of(program, words)
    deeper = [line.split()[0] for line in section(text, 'Subcommands') if re.match(r'  [a-z]', line)]
    if not options_in(text):
        sys.exit(f'{program} {" ".join(words)} --help lists no option: its format changed, or this script is wrong')
    commands = {}
    is_group = re.search(r'^Usage: .* SUBCOMMAND$', text, re.M)
    if not words or not is_group:
        commands[' '.join(words)] = options_in(text)
    for word in deeper:
        commands.update(walk(program, (*words, word)))
    return commands


def entries(page):
    """The same from the source of the page: `.It Ic command` entries, `.It Fl` lists within them or in OPTIONS."""
    commands, here = {'': set()}, None
    for line in page.split('\n'):
        if heading := re.match(r'\.S[hs] (.*)', line):
            here = '' if heading[1] == 'OPTIONS' else None
        elif command := re.match(r'\.It Ic ([a-z][a-z -]*?)(?: (?:Ar|Op) .*)?$', line):
            here = command[1]
            commands[here] = set()
        elif line.startswith('.It Fl ') and here is not None:
            names = re.findall(r'Fl (-?[a-z][a-z-]*)', line)
            commands[here].update('-' + name for name in names)
    return commands


def compare(said, written):
    for command in sorted(said.keys() - written.keys()):
        yield f'the page has no entry for "{command}"'
    for command in sorted(written.keys() - said.keys()):
        yield f'the page has an entry for "{command}", which the program does not know'
    for command in sorted(said.keys() & written.keys()):
        # -h stands at every command, but in the page once.
        wanted = said[command] - (EVERYWHERE if command else set())
        for option in sorted(wanted - written[command]):
            yield f'"{command}" of the page lacks {option}'
        for option in sorted(written[command] - said[command]):
            yield f'"{command}" of the page has {option}, which the program does not know'


def self_test(said, page):
    """Takes every single entry away, one at a time, and adds one that is too many."""
    lines = page.split('\n')
    marks = [i for i, line in enumerate(lines) if re.match(r'\.It (Ic|Fl) ', line)]
    blind = []
    for mark in marks:
        without = '\n'.join(lines[:mark] + lines[mark + 1:])
        if not list(compare(said, entries(without))):
            blind.append(lines[mark])
    for extra in ('.It Fl -no-such-option', '.It Ic no such command'):
        if not list(compare(said, entries('\n'.join(lines[:marks[-1]] + [extra] + lines[marks[-1]:])))):
            blind.append(extra)
    return [f'not missed: {line}' for line in blind] + ([] if marks else ['the page has no entries'])


def main():
    arguments = sys.argv[1:]
    testing = arguments[0] == '--self-test'
    program, path = arguments[testing:]
    with open(path, encoding='utf-8') as file:
        page = file.read()
    said = walk(program)
    faults = self_test(said, page) if testing else list(compare(said, entries(page)))
    for fault in faults:
        print(f'{path}: {fault}')
    print(f'{len(said)} commands, {sum(map(len, said.values()))} options, {len(faults)} faults')
    return 1 if faults else 0


sys.exit(main())
