#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that may not stand in the sources, each with the reason why. The samples at the end prove that each rule can fail."""
import posixpath, re

from common import HERE, ROOT, Fault, bare, line_of, main, sources

# What is no front end, and what paints, takes or saves a secret for the user.
FRONT_END_READS = (r'^(?!src/(widgets|presentation)/)|^src/widgets/(secretlineedit|secretview|secretclipboard|recoverykeygrid|recoverykeysheet|qrcode)\.cpp$'
                   r'|^src/presentation/(createvaultcontroller|recoverykeycopies)\.cpp$')
# rule, expression over the code without comments and literals, where it does not hold, why
WORDS = (
    ('instance', r'\w::instance\s*\(\s*\)|\bqApp\b', r'^tests/', 'no singletons: pass the object to the constructor'),
    ('string-connect', r'\b(SIGNAL|SLOT)\s*\(', r'$^', 'connect by pointer to member'),
    ('sender', r'\bsender\s*\(\s*\)', r'$^', 'connect with a lambda that knows who sent'),
    ('event-loop', r'\bQEventLoop\b|\bprocessEvents\b', r'^tests/', 'the loop in main() is the only one'),
    ('exec', r'(\.|->)exec\s*\(', r'^tests/|/main\.cpp$|^src/storage/', 'show() and a signal, or the loop in main()'),
    ('qthread', r'\bpublic\s+QThread\b', r'$^', 'base::WorkerThread'),
    ('future', r'(?<!self)(?<!this)(\.|->)then\s*\(|(\.|->)unwrap\s*\(\s*\)|\btakeResult\b', r'^src/base/|^tests/', 'base::whenDone and base::chain'),
    ('settings', r'\bQSettings\b', r'^tests/', 'settings that matter live in the vault'),
    ('shell', r'(?<![\w.>:])(std::|::)?(system|popen)\s*\(', r'$^', 'no shell: platform starts programs'),
    ('expose', r'\bexpose(Bytes|Text|ForWriting)\b', FRONT_END_READS, 'front ends do not read secrets'),
    ('platform-ifdef', r'^[ \t]*#[ \t]*(el)?if.*\b(Q_OS_\w+|__linux__|_WIN32|__APPLE__|__unix__)', r'$^', 'one file for each system'),
    ('keywords', r'\b(slots|signals)\s*:|\bemit\s+\w', r'$^', 'Q_SLOTS, Q_SIGNALS, Q_EMIT'),
    ('pragma-once', r'^[ \t]*#[ \t]*ifndef\s+\w+_H_?\b', r'$^', '#pragma once'),
    ('left-for-others', None, r'^tests/architecture/', 'finish it, or write an issue'),
    ('secret-signal', None, r'$^', 'a secret travels by future, never in a signal'),
    ('spdx', None, r'$^', 'two lines: SPDX-FileCopyrightText and SPDX-License-Identifier'),
    ('skip', None, r'$^', 'name file and reason in tests/architecture/skips.txt'),
    ('link', None, r'$^', 'link to what is there'),
)
WHY = {rule: why for rule, _, _, why in WORDS}
FREE = {rule: re.compile(free) for rule, _, free, _ in WORDS}
LEFT = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b|(?i:\bnot (yet )?implemented\b|\bstub(s|bed)?\b)')
SECRET = re.compile(r'\b(SecretBytes|SecretFields|SecretBuilder)\b')
SECTION = re.compile(r'^[ \t]*(Q_SIGNALS|(?:public|protected|private)(?:[ \t]+Q_SLOTS)?)[ \t]*:(?!:)|^\};', re.M)
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'


def check_words(path, text):
    code = bare(text)
    for rule, expression, _, why in WORDS:
        if expression and not FREE[rule].search(path):
            for match in re.finditer(expression, code, re.M):
                yield Fault(rule, path, line_of(code, match.start()), f'{match[0].strip()}: {why}')
    if not FREE['left-for-others'].search(path):
        for match in LEFT.finditer(text):
            yield Fault('left-for-others', path, line_of(text, match.start()), f'{match[0]}: {WHY["left-for-others"]}')
    marks = list(SECTION.finditer(code))
    for mark, after in zip(marks, marks[1:] + [None]):
        section = code[mark.end():after.start() if after else len(code)]
        if mark[1] == 'Q_SIGNALS' and (secret := SECRET.search(section)):
            yield Fault('secret-signal', path, line_of(code, mark.end() + secret.start()), f'{secret[0]}: {WHY["secret-signal"]}')
    lines = text.split('\n', 2)
    if not (lines[0].startswith('// SPDX-FileCopyrightText: ') and lines[1:2] == ['// ' + LICENCE]):
        yield Fault('spdx', path, 1, WHY['spdx'])


def check_scripts(root):
    """Scripts and CMake files name the licence near their top, and leave nothing for others either."""
    for folder in ('src', 'tests', 'installer', '.ci'):
        for path in sorted((root / folder).rglob('*')):
            name = path.relative_to(root).as_posix()
            script = path.suffix in ('.py', '.sh', '.cmake') or path.name in ('CMakeLists.txt', 'run', 'clean-root')
            if not script or not path.is_file() or '__pycache__' in name:
                continue
            text = path.read_text(encoding='utf-8')
            if LICENCE not in '\n'.join(text.split('\n', 4)[:4]):
                yield Fault('spdx', name, 1, LICENCE + ' is missing')
            if not FREE['left-for-others'].search(name):
                for match in LEFT.finditer(text):
                    yield Fault('left-for-others', name, line_of(text, match.start()), match[0])


def check_skips(files, listed):
    """Every file that skips tests stands in the list with a reason, and no other does."""
    reasons = dict(line.split(None, 1) for line in listed.splitlines() if line.strip() and not line.startswith('#'))
    for path, text in files:
        match = re.search(r'\bQSKIP\s*\(|\bexit 77\b', text)
        if match and not reasons.pop(path, ''):
            yield Fault('skip', path, line_of(text, match.start()), WHY['skip'])
    for path in reasons:
        yield Fault('skip', path, 0, 'stands in skips.txt and skips nothing')


def check_links(pages, exists):
    """What a page links to inside the project is there. `pages`: (path, text); `exists(path)`: whether the project has it."""
    for path, text in pages:
        for match in re.finditer(r'\]\(([^)#\s]+)(#[^)]*)?\)', text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[1]))
            if '://' not in match[1] and not match[1].startswith('mailto:') and not exists(target):
                yield Fault('link', path, line_of(text, match.start()), f'{match[1]} is not there')


def pages():
    for path in sorted([*ROOT.glob('*.md'), *(ROOT / 'docs').rglob('*.md')]):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding='utf-8')


def check():
    faults = list(check_links(pages(), lambda path: (ROOT / path).exists()))
    for path, text in sources('src', 'tests'):
        faults += check_words(path, text)
    faults += check_scripts(ROOT)
    tests = list(sources('tests', suffixes=('.cpp', '.h', '.sh', '.py')))
    return faults + list(check_skips([test for test in tests if '/architecture/' not in test[0]],
                                     (HERE / 'skips.txt').read_text(encoding='utf-8')))


HEAD = '// SPDX-FileCopyrightText: 2026 Latchkey contributors\n// ' + LICENCE + '\n'
BAD = (
    ('instance', 'src/net/a.cpp', 'Pool::instance().get();'),
    ('instance', 'src/widgets/a.cpp', 'qApp->quit();'),
    ('string-connect', 'src/net/a.cpp', 'connect(a, SIGNAL(b()), c, SLOT(d()));'),
    ('sender', 'src/net/a.cpp', 'auto *s = sender();'),
    ('event-loop', 'src/net/a.cpp', 'QEventLoop loop;'),
    ('event-loop', 'src/widgets/a.cpp', 'QCoreApplication::processEvents();'),
    ('exec', 'src/widgets/a.cpp', 'dialog.exec();'),
    ('exec', 'src/widgets/a.cpp', 'menu->exec(point);'),
    ('qthread', 'src/net/a.h', 'class A : public QThread {};'),
    ('future', 'src/net/a.cpp', 'future.then(this, f);'),
    ('future', 'src/net/a.cpp', 'return future.takeResult();'),
    ('future', 'src/net/a.cpp', 'future.unwrap();'),
    ('settings', 'src/widgets/a.cpp', 'QSettings settings;'),
    ('shell', 'src/cli/a.cpp', 'std::system(command);'),
    ('shell', 'src/cli/a.cpp', 'auto *p = popen(command, mode);'),
    ('expose', 'src/widgets/a.cpp', 'label->setText(toText(secret.exposeText()));'),
    ('expose', 'src/presentation/a.cpp', 'secret.exposeBytes();'),
    ('platform-ifdef', 'src/base/a.cpp', '#ifdef Q_OS_WIN\n#endif'),
    ('platform-ifdef', 'src/base/a.cpp', '#if defined(__linux__)\n#endif'),
    ('keywords', 'src/base/a.h', 'class A {\nsignals:\n};'),
    ('keywords', 'src/base/a.cpp', 'emit changed();'),
    ('pragma-once', 'src/base/a.h', '#ifndef BASE_A_H\n#endif'),
    ('left-for-others', 'src/base/a.cpp', '// TODO later'),
    ('left-for-others', 'src/base/a.cpp', 'return fail("not implemented");'),
    ('secret-signal', 'src/base/a.h', 'class A {\npublic:\n    void f(SecretBytes s);\nQ_SIGNALS:\n    void found(const base::SecretBytes &s);\n};'),
)
GOOD = (
    ('tests/net/a.cpp', 'QEventLoop loop; loop.exec(); Pool::instance();'),
    ('src/desktop/main.cpp', 'return app.exec();'),
    ('src/storage/a.cpp', 'query.exec();'),
    ('src/base/a.cpp', 'future.then(f); key.unwrap(slot); secret.exposeText(); lockSystem(); file.system(); const char *t = "dialog.exec()"; // emit this'),
    ('src/base/a.h', 'class A {\nQ_SIGNALS:\n    void changed();\n\npublic:\n    SecretBytes secret();\n};'),
    ('src/base/b.cpp', 'auto t = R"(QEventLoop loop; emit x)"; auto n = 1\'000\'000; /* QSettings */ int stubborn;'),
)


def self_test():
    faults = []
    for rule, path, text in BAD:
        if rule not in [fault.rule for fault in check_words(path, HEAD + text + '\n')]:
            faults.append(Fault(rule, path, 0, f'the bad sample was not found: {text}'))
    for path, text in GOOD:
        faults += [Fault('self-test', path, 0, f'good sample refused: {fault}') for fault in check_words(path, HEAD + text + '\n')]
    if not list(check_words('src/base/a.cpp', 'int a;\n')):
        faults.append(Fault('spdx', 'src/base/a.cpp', 0, 'a missing header was not found'))
    untold = list(check_skips([('tests/a.cpp', 'QSKIP("no");')], '# nothing\n'))
    stale = list(check_skips([('tests/a.cpp', 'int a;')], 'tests/a.cpp no reason any more\n'))
    if not untold or not stale:
        faults.append(Fault('skip', 'tests/a.cpp', 0, 'an untold skip or a stale entry was not found'))
    linked = [('docs/a.md', '![x](b.png) [y](../c.md#z) [w](https://example.invalid/) [gone](d.md)')]
    if list(check_links(linked, {'docs/b.png', 'c.md'}.__contains__)) != ['docs/a.md:1: link: d.md is not there']:
        faults.append(Fault('link', 'docs/a.md', 0, 'a link to nothing was not found, or a good one was refused'))
    tested = {rule for rule, _, _ in BAD} | {'spdx', 'skip', 'link'}
    return faults + [Fault(rule, 'rules.py', 0, 'has no bad sample') for rule, _, _, _ in WORDS if rule not in tested]


if __name__ == '__main__':
    main(check, self_test, [rule for rule, _, _, _ in WORDS], 'rules')
