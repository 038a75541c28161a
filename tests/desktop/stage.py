# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What drives the real window: a private session, the simulated exchange, the program, and a hand that finds what is on screen
by role and accessible name, as a screen reader does. For /usr/bin/python3, which has pyatspi."""
import contextlib, json, os, pathlib, ssl, subprocess, sys, tempfile, time, urllib.request

SCALE = float(os.environ.get('QT_SCALE_FACTOR', '1'))  # the bus tells places in pixels of the layout
NAME = pathlib.Path(sys.argv[0]).name
PASSPHRASE = 'four words for the vault'
SECRET, KEY_PASSPHRASE = '00112233445566778899aabbccddeeff' * 2, 'Passphrase123'
TRADING, WITHDRAWING = ['stor', 'stow', 'coor', 'coow'], ['stor', 'stow', 'coor', 'coow', 'wwow']
ACCOUNTS = {  # account -> key at the exchange; what is stored differs where the exchange is to refuse it
    'main': {'rights': TRADING, 'ips': '203.0.113.7'},
    'old-bot': {'rights': WITHDRAWING},
    'typo': {'rights': TRADING},
    'server': {'rights': TRADING},
    'later': {'rights': TRADING},
}


def key_name(account):
    return 'bg_' + account.encode().hex().ljust(32, '0')[:32]


def patiently(look, what, seconds=60):
    """The first true answer of look(); windows appear when they are ready, not after a time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f'{NAME}: {what} did not come')


def quiet(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, **more)


class Stage:
    """A vault folder, the exchange and the program."""

    def __init__(self, tree, out, work, *words):
        """`words`: more options for the program, such as Qt's -reverse."""
        self.out, self.work, self.home = out, work, work / 'home'
        self.cli = tree / 'src/cli/latchkey'
        self.program = tree / 'src/desktop/latchkey-desktop'
        self.passphrase = work / 'passphrase'
        self.passphrase.write_text(PASSPHRASE)
        self.passphrase.chmod(0o600)
        keys = []
        for account, key in ACCOUNTS.items():
            known = {'api_key': key_name(account), 'secret': SECRET, 'passphrase': KEY_PASSPHRASE, **key}
            keys += ['--key', json.dumps(known)]
        self.exchange = subprocess.Popen([tree / 'tests/support/bitget-simulator', '--ca-out', work / 'ca.pem', *keys],
                                         stdout=subprocess.PIPE, text=True)
        self.url = json.loads(self.exchange.stdout.readline())['url']
        self.desktop, self.words = None, list(words)

    def play(self, **order):
        trust = ssl.create_default_context(cafile=str(self.work / 'ca.pem'))
        urllib.request.urlopen(self.url + '/_simulator', json.dumps(order).encode(), timeout=10, context=trust).close()

    def latchkey(self, *words, stdin=None):
        done = subprocess.run([str(self.cli), '--no-keychain', '--no-agent', '--home', str(self.home), '--passphrase-file',
                               str(self.passphrase), *words], input=stdin, text=True, capture_output=True, check=False)
        if done.returncode not in (0, 5, 6, 7):
            sys.exit(f'{NAME}: latchkey {words[0]} failed: {done.stderr}')

    def add(self, account, *words, url=None, **changed):
        fields = {'api_key': key_name(account), 'api_secret': SECRET, 'passphrase': KEY_PASSPHRASE, **changed}
        self.latchkey('exchange', 'add', 'bitget', account, '--base-url', url or self.url, '--ca-file',
                      str(self.work / 'ca.pem'), *words, stdin=json.dumps(fields))

    def start(self, home=None, keychain=False):
        words = ['--home', home or self.home] + ([] if keychain else ['--no-keychain'])
        self.desktop = subprocess.Popen([self.program, *self.words, *words])
        patiently(self.window, 'the window')

    def stop(self):
        self.desktop.terminate()
        if self.desktop.wait(30) != 0:
            sys.exit(f'{NAME}: the desktop ended with {self.desktop.returncode}')

    def window(self, title='Latchkey$'):
        found = quiet('xdotool', 'search', '--all', '--onlyvisible', '--pid', self.desktop.pid, '--name', title).stdout.split()
        return found[0] if found else None

    def shot(self, name, window=None):
        self.settle()
        quiet('import', '-window', window or self.window(), self.out / f'{name}.png')
        print(f'  {name}', flush=True)

    def settle(self):
        """Two equal pictures in a row: nothing is being painted any more. A moving bar never rests."""
        before = None
        for _ in range(20):
            now = subprocess.run(['import', '-window', 'root', '-resize', '25%', 'ppm:-'], capture_output=True,
                                 check=False).stdout
            if now == before:
                return
            before = now


class Hand:
    """Finds what is on screen by role and accessible name, as a screen reader does."""

    def __init__(self, stage):
        import pyatspi
        self.atspi, self.stage = pyatspi, stage

    def root(self):
        for application in self.atspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.stage.desktop.pid:
                return application
        return None

    def find(self, name, role=None):
        def fits(node):
            shows = node.getState().contains(self.atspi.STATE_SHOWING)
            return shows and (role is None or node.getRoleName() == role) and node.name.replace('&', '').startswith(name)

        def look():
            root = self.root()
            try:
                return root and self.atspi.findDescendant(root, fits)
            except Exception:  # the tree changed under the search
                return None
        return patiently(look, f'{role or "something"} called "{name}"')

    def names(self):
        """Everything that shows, for whoever changes this script."""
        def walk(node, depth):
            if node.getState().contains(self.atspi.STATE_SHOWING):
                print('  ' * depth + f'{node.getRoleName()} "{node.name}"')
            for child in node:
                if child:
                    walk(child, depth + 1)
        walk(patiently(self.root, "the program in the accessibility tree"), 0)

    def state(self, name, role, state):
        return self.find(name, role).getState().contains(state)

    def fill(self, name, text, role='text'):
        """Goes to a field and types: what holds a secret cannot be written to over the bus."""
        self.focus(name, role)
        patiently(lambda: self.state(name, role, self.atspi.STATE_FOCUSED), f'the focus in "{name}"')
        self.type(text)

    def press(self, name, role='push button'):
        self.find(name, role).queryAction().doAction(0)

    def focus(self, name, role=None):
        self.find(name, role).queryComponent().grabFocus()

    def type(self, text, *keys):
        quiet('xdotool', 'type', '--delay', '2', text)
        if keys:
            quiet('xdotool', 'key', *keys)


def click(hand, name, role):
    """Where the accessibility bus says that it is; what a press does to it, lists do not offer over the bus."""
    place = hand.find(name, role).queryComponent().getExtents(hand.atspi.DESKTOP_COORDS)
    middle = [round(SCALE * at) for at in (place.x + place.width / 2, place.y + place.height / 2)]
    quiet('xdotool', 'mousemove', *middle, 'click', '1')


def ended(processes):
    for process in processes:
        if process and process.poll() is None:
            process.terminate()


@contextlib.contextmanager
def stage(tree, out, *words):
    """A stage with window manager and tray, for use inside a private session; all of it ends with the block."""
    others = [subprocess.Popen(['openbox']),
              subprocess.Popen(['trayer', '--edge', 'top', '--align', 'right', '--widthtype', 'request', '--height', '28'])]
    patiently(lambda: 'window id' in quiet('xprop', '-root', '_NET_SUPPORTING_WM_CHECK').stdout, 'the window manager')
    with tempfile.TemporaryDirectory(prefix='latchkey-stage-') as work:
        set_up = Stage(tree.resolve(), out.resolve(), pathlib.Path(work), *words)
        try:
            yield set_up
        finally:
            ended([set_up.exchange, set_up.desktop, *others])


def in_session(script, arguments, screen='1280x900', **more):
    """Runs the script again with --inside, in a session of its own: display, bus, home. Nothing of the user's is touched."""
    with tempfile.TemporaryDirectory(prefix='lk-run-') as run:
        keep = {name: os.environ[name] for name in ('PATH', 'TERM', 'UBSAN_OPTIONS') if name in os.environ}
        # Without the search for leaks: it cannot trace a process that has PR_SET_DUMPABLE off.
        environment = {**keep, 'ASAN_OPTIONS': 'detect_leaks=0', 'HOME': run, 'XDG_RUNTIME_DIR': run,
                       'XDG_STATE_HOME': run + '/state', 'XDG_CONFIG_HOME': run + '/config', 'LC_ALL': 'C.UTF-8',
                       'QT_QPA_PLATFORM': 'xcb', 'QT_LINUX_ACCESSIBILITY_ALWAYS_ON': '1', **more}
        session = ['xvfb-run', '-a', '-s', f'-screen 0 {screen}x24', 'dbus-run-session', '--', '/usr/bin/python3', '-B', script,
                   '--inside', *map(str, arguments)]
        return subprocess.run(session, env=environment, check=False).returncode
