# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Functions and classes of a C++ source that went through common.bare().

A scanner of our own rather than ctags: it must know access sections and the project's macros, and nothing needs installing.
It understands the C++ of this project (formatted, no tricks of the preprocessor), not all of C++.
"""
import re
from dataclasses import dataclass, field

DIRECTIVE = re.compile(r'^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', re.M)
MACRO = re.compile(r'(?:Q_|QT_|LATCHKEY_)[A-Z0-9_]+$|^(?:noexcept|decltype|alignas|requires|explicit|__attribute__|if|for|while|switch)$')
BARE_MACRO = re.compile(r'\s*(?:Q_OBJECT|Q_GADGET|Q_NAMESPACE)\b|\s*(?:Q_DISABLE_COPY_MOVE|Q_DISABLE_COPY|Q_PROPERTY|Q_ENUM|Q_FLAG|'
                        r'Q_DECLARE_\w+|Q_INTERFACES)\s*\(')
LABEL = re.compile(r'\s*(public|protected|private|Q_SIGNALS|signals)(?:\s+(?:Q_SLOTS|slots))?\s*:(?!:)')
CLASS = re.compile(r'\s*(?:template\s*$)?(?:\[\[.*?\]\]\s*)?(class|struct|union)\s+(?:\[\[.*?\]\]\s*)?((?:\w+::)*\w+)', re.S)
AFTER = re.compile(r'\s*(?:(?:const|volatile|override|final|try|noexcept(?:\s*\(.*?\))?|&&?)\s*)*(?:->.*|requires.*|:(?!:).*)?$', re.S)
PAIR = {'(': ')', '{': '}', '[': ']'}


def closing(code, start):
    """Where the bracket that opens at `start` closes."""
    stack = []
    for at in range(start, len(code)):
        char = code[at]
        if char in PAIR:
            stack.append(PAIR[char])
        elif stack and char == stack[-1]:
            stack.pop()
            if not stack:
                return at
    return len(code) - 1


def close_angle(text, start):
    """Where the template list that opens at `start` closes; None when it is a comparison."""
    depth, at = 0, start
    while at < len(text):
        char = text[at]
        if char == '<':
            depth += 1
        elif char == '>' and text[at - 1] not in '-=':
            depth -= 1
            if depth == 0:
                return at
        elif char in PAIR:
            at = closing(text, at)
        elif char == ';':
            return None
        at += 1
    return None


@dataclass
class Signature:
    name: str
    parameters: list
    after: str


def split_parameters(text):
    parts, current, at = [], '', 0
    while at < len(text):
        char = text[at]
        end = None
        if char in PAIR:
            end = closing(text, at)
        elif char == '<' and current.rstrip()[-1:].isalnum():
            end = close_angle(text, at)
        if end is not None:
            current += text[at:end + 1]
            at = end + 1
            continue
        if char == ',':
            parts.append(current)
            current = ''
        else:
            current += char
        at += 1
    parts.append(current)
    return [part.strip() for part in parts if part.strip() not in ('', 'void')]


def signature(head):
    """The function that a statement declares or a body belongs to, or None."""
    at = 0
    while at < len(head):
        char = head[at]
        before = head[:at]
        if char == '=' and not before.rstrip().endswith('operator') and '(' not in before:
            if not re.search(r'operator\s*[-+*/=!<>]*$', before):
                return None
        if char == '<' and re.search(r'(\w|template)\s*$', before) and not before.rstrip().endswith('operator'):
            end = close_angle(head, at)
            at = end if end is not None else at
        elif char in '{[':
            at = closing(head, at)
        elif char == '(':
            end = closing(head, at)
            if re.search(r'\boperator\s*$', before):  # operator()
                at = end + 1
                continue
            if re.search(r'\boperator\b[^(]*$', before):
                return Signature('operator', split_parameters(head[at + 1:end]), head[end + 1:])
            name = re.search(r'((?:\w+(?:<[^()]*>)?::)*~?[A-Za-z_]\w*)\s*$', before)
            if name and not MACRO.search(name.group(1)):
                return Signature(name.group(1), split_parameters(head[at + 1:end]), head[end + 1:])
            at = end
        at += 1
    return None


@dataclass
class Function:
    name: str
    line: int
    lines: int
    parameters: int
    constructor: bool


@dataclass
class Member:
    name: str
    access: str
    line: int
    parameters: int
    text: str


@dataclass
class Class:
    name: str
    line: int
    members: list = field(default_factory=list)


class Scanner:
    def __init__(self, code):
        self.code = DIRECTIVE.sub(lambda m: re.sub(r'[^\n]', ' ', m.group(0)), code)
        self.functions, self.classes = [], []
        self.scope(0, None, 'public')

    def line(self, at):
        return self.code.count('\n', 0, at) + 1

    def first_line(self, start, end):
        text = self.code[start:end]
        return self.line(start + len(text) - len(text.lstrip()))

    def peel(self, start, end, access):
        """Skips macros without semicolon and access labels in front of a statement."""
        while True:
            part = self.code[start:end]
            if label := LABEL.match(part):
                access = 'signals' if label.group(1) in ('Q_SIGNALS', 'signals') else label.group(1)
                start += label.end()
            elif macro := BARE_MACRO.match(part):
                start += macro.end()
                if self.code[start - 1] == '(':
                    start = closing(self.code, start - 1) + 1
            else:
                return start, access

    def scope(self, at, owner, access):
        start = at
        while at < len(self.code):
            char = self.code[at]
            if char in '([':
                at = closing(self.code, at)
            elif char == ';':
                start, access = self.peel(start, at, access)
                self.declaration(start, at, owner, access)
                start = at + 1
            elif char == '}':
                return at
            elif char == '{':
                start, access = self.peel(start, at, access)
                at, start = self.block(start, at, owner, access)
            at += 1
        return at

    def declaration(self, start, end, owner, access):
        head = self.code[start:end]
        if owner is None or re.match(r'\s*(using|friend|typedef|static_assert|enum)\b', head):
            return
        if found := signature(re.sub(r'\[\[.*?\]\]', lambda m: ' ' * len(m.group(0)), head)):
            owner.members.append(Member(found.name, access, self.first_line(start, end), len(found.parameters), head))

    def block(self, start, at, owner, access):
        """What opens at `at`; returns where to go on and where the next statement starts."""
        head = self.code[start:at]
        bare = re.sub(r'\[\[.*?\]\]', lambda m: ' ' * len(m.group(0)), head)
        if re.search(r'\bnamespace\b[\w\s:]*$|\bextern\s+"\s*"\s*$', bare):
            end = self.scope(at + 1, None, 'public')
            return end, end + 1
        bare_class = re.sub(r'^\s*template\s*<', '<', bare)
        if bare_class != bare and (angle := close_angle(bare_class, bare_class.index('<'))):
            bare_class = bare_class[angle + 1:]
        if kind := CLASS.match(bare_class):
            found = Class(kind.group(2), self.first_line(start, at))
            self.classes.append(found)
            end = self.scope(at + 1, found, 'private' if kind.group(1) == 'class' else 'public')
            return end, end + 1
        end = closing(self.code, at)
        found = None if re.match(r'\s*enum\b', bare) else signature(bare)
        if found is None or not AFTER.match(found.after) or self.initializer(found.after):
            return end, start
        self.function(found, start, at, end, owner, access)
        return end, end + 1

    @staticmethod
    def initializer(after):
        """True when the brace starts the value of a member in a constructor's list, not the body."""
        return bool(re.match(r'\s*(?:noexcept\s*(?:\(.*?\))?\s*)?:(?!:)', after)) and bool(re.search(r'[\w>]\s*$', after))

    def function(self, found, start, brace, end, owner, access):
        parts = re.sub(r'<[^()]*>', '', found.name).split('::')
        constructor = (len(parts) > 1 and parts[-1] == parts[-2]) or (owner is not None and parts[-1] == owner.name)
        line = self.first_line(start, brace)
        self.functions.append(Function(found.name, line, self.line(end) - line + 1, len(found.parameters), constructor))
        if owner is not None:
            owner.members.append(Member(found.name, access, line, len(found.parameters), self.code[start:brace]))
