#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray as a StatusNotifier: what any program on the session bus can read of it, by the state of the lock.

test_statusnotifier.py CLI DESKTOP: a real latchkey-desktop, started hidden as at login, on an X server and a bus of the test's
own; the panel is played by python3-dbusmock and comes after the program.
"""
import os, pathlib, subprocess, sys, tempfile, time

import dbus

CLI, DESKTOP = sys.argv[1:3]
WATCHER = 'org.kde.StatusNotifierWatcher'
PASSPHRASE = 'four words for the vault'
LOCKED = ['Unlock...', 'Open Latchkey', '-', 'Quit']
EMPTY = ['Open Latchkey', '-', 'Lock now', 'Lock window', '-', 'Quit']
WITH_ACCOUNT = ['Open Latchkey', '-', 'Lock now', 'Lock window', '-',
                ['Check', 'All accounts', '-', 'Bitget main (demo)'], '-', 'Quit']


def patiently(look, what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.1)
    sys.exit(f'{what() if callable(what) else what} did not come')


class Stage:
    """X server, bus, panel and program; what is started here ends here."""

    def __init__(self, work):
        self.started = []
        self.work = pathlib.Path(work)
        self.env = {name: value for name, value in os.environ.items() if not name.startswith(('DBUS_', 'XDG_', 'WAYLAND', 'QT_QPA'))}
        for name in ('home', 'run', 'state', 'config'):
            (self.work / name).mkdir(mode=0o700)
        self.env |= {'HOME': str(self.work / 'home'), 'XDG_RUNTIME_DIR': str(self.work / 'run'),
                     'XDG_STATE_HOME': str(self.work / 'state'), 'XDG_CONFIG_HOME': str(self.work / 'config'),
                     'QT_QPA_PLATFORM': 'xcb', 'LC_ALL': 'C.UTF-8', 'DBUS_SYSTEM_BUS_ADDRESS': 'unix:path=/nonexistent/bus',
                     'LATCHKEY_PASSPHRASE_FILE': str(self.work / 'passphrase'),
                     # A process that refuses to be read cannot be looked through for leaks; and libxkbcommon-x11 copies keymaps
                     # in a way that strict_string_checks takes for a fault.
                     'ASAN_OPTIONS': 'exitcode=99:detect_leaks=0'}
        (self.work / 'passphrase').write_text(PASSPHRASE)
        (self.work / 'passphrase').chmod(0o600)
        server = self.start('Xvfb', '-displayfd', '1', '-screen', '0', '800x600x24', '-nolisten', 'tcp')
        self.env['DISPLAY'] = ':' + server.stdout.readline().strip()
        bus = self.start('dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address=1',
                         f'--address=unix:path={self.work}/bus')
        self.env['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().strip()
        self.bus = dbus.bus.BusConnection(self.env['DBUS_SESSION_BUS_ADDRESS'])

    def start(self, *words):
        process = subprocess.Popen(words, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.started.append(process)
        return process

    def latchkey(self, *words):
        done = subprocess.run([CLI, '--home', self.work / 'vault', '--no-keychain', *words], env=self.env, capture_output=True,
                              text=True, check=False, stdin=subprocess.DEVNULL, timeout=120)
        if done.returncode:
            sys.exit(f'latchkey {words[0]}: {done.returncode}: {done.stderr}')

    def start_panel(self):
        self.start('/usr/bin/python3', '-m', 'dbusmock', '--session', WATCHER, '/StatusNotifierWatcher', WATCHER)
        patiently(lambda: self.bus.name_has_owner(WATCHER), 'the panel')
        mock = dbus.Interface(self.bus.get_object(WATCHER, '/StatusNotifierWatcher'), 'org.freedesktop.DBus.Mock')
        mock.AddMethod(WATCHER, 'RegisterStatusNotifierItem', 's', '', '')
        mock.AddProperties(WATCHER, {'IsStatusNotifierHostRegistered': True, 'ProtocolVersion': dbus.Int32(0),
                                     'RegisteredStatusNotifierItems': dbus.Array([], signature='s')})
        return mock

    def end(self):
        for process in reversed(self.started):  # the program before its bus and its X server
            process.terminate()
            process.wait(timeout=60)
            process.stdout.close()


class Item:
    """The icon, as the panel sees it."""

    def __init__(self, stage, name):
        self.menu = dbus.Interface(stage.bus.get_object(name, '/MenuBar'), 'com.canonical.dbusmenu')
        self.properties = dbus.Interface(stage.bus.get_object(name, '/StatusNotifierItem'), 'org.freedesktop.DBus.Properties')

    def texts(self, node=None):
        if node is None:
            node = self.menu.GetLayout(0, -1, dbus.Array([], signature='s'))[1]
        out = []
        for child in node[2]:
            if not child[1].get('visible', True):
                continue
            text = '-' if child[1].get('type') == 'separator' else str(child[1].get('label', '')).replace('_', '')
            out.append([text, *self.texts(child)] if child[2] else text)
        return out

    def tip(self):
        return str(self.properties.Get('org.kde.StatusNotifierItem', 'ToolTip')[2])

    def expect(self, texts, tip):
        seen = []
        patiently(lambda: seen.append((self.texts(), self.tip())) or seen[-1] == (texts, tip), lambda: f'{texts}, {tip}: {seen[-1]}')


def windows(stage, program):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.pid), '--name', '^Latchkey$'], env=stage.env,
                           capture_output=True, text=True, check=False)
    return found.stdout.split()


def play(stage):
    stage.latchkey('init', '--recovery-key-out', stage.work / 'recovery-key')
    program = stage.start(DESKTOP, '--home', str(stage.work / 'vault'), '--no-keychain', '--hidden')
    watcher = stage.start_panel()  # at login, the panel is later than the programs
    item = Item(stage, str(patiently(lambda: watcher.GetMethodCalls('RegisterStatusNotifierItem'), 'the icon')[0][1][0]))
    item.expect(LOCKED, 'Latchkey: locked')
    assert not windows(stage, program), 'a hidden start shows no window'
    stage.latchkey('unlock')
    item.expect(EMPTY, 'Latchkey: unlocked')
    fields = stage.work / 'fields.json'
    fields.write_text('{"api_key": "bg_0123456789abcdef0123456789abcdef", "passphrase": "Passphrase123", "api_secret": "'
                      + '00112233445566778899aabbccddeeff' * 2 + '"}')
    with fields.open() as given:
        added = subprocess.run([CLI, '--home', stage.work / 'vault', '--no-keychain', 'exchange', 'add', 'bitget', 'main', '--demo',
                                '--no-check'], env=stage.env, capture_output=True, text=True, check=False,
                               stdin=given, timeout=120)
    assert added.returncode == 0, added.stderr
    item.expect(WITH_ACCOUNT, 'Latchkey: unlocked')
    stage.latchkey('lock')
    item.expect(LOCKED, 'Latchkey: locked')
    assert program.poll() is None


def main():
    with tempfile.TemporaryDirectory(prefix='lk-', dir='/tmp') as work:
        stage = Stage(work)
        try:
            play(stage)
        finally:
            stage.end()


main()
