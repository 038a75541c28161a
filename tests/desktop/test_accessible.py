#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A user who neither sees nor points: creates a vault, adds a key, checks, locks and unlocks with nothing but the roles and
names that the accessibility bus tells, and the letters of what is typed. tests/desktop/test_accessible.py --tree build/dev

The exchange is the simulator. What is for the real one goes to a proxy on loopback that connects nobody, and says who asked.
"""
import argparse, pathlib, socket, subprocess, sys, threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from stage import KEY_PASSPHRASE, PASSPHRASE, SECRET, Hand, click, in_session, key_name, patiently, stage as set_up


class ClosedProxy:
    """Answers every request that it cannot connect."""

    def __init__(self):
        self.asked, self.socket = [], socket.create_server(('127.0.0.1', 0))
        self.url = f'http://127.0.0.1:{self.socket.getsockname()[1]}'
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            client, _ = self.socket.accept()
            with client:
                request = client.recv(4096)
                self.asked.append(request.split(b'\r\n')[0].decode(errors='replace'))
                client.sendall(b'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')


def enabled(hand, name, role='push button'):
    return hand.state(name, role, hand.atspi.STATE_SENSITIVE)


def press_when_enabled(hand, name):
    patiently(lambda: enabled(hand, name), f'"{name}" to be of use')
    hand.press(name)


def create_vault(stage, hand):
    stage.start()
    for field in ('Passphrase', 'Passphrase again'):
        hand.fill(field, PASSPHRASE, 'password text')
    press_when_enabled(hand, 'Next')
    for button in ('Do this later', 'Skip', 'Done'):
        press_when_enabled(hand, button)


def add_key(hand):
    press_when_enabled(hand, 'Add account')
    hand.find('Account name', 'text')
    for field, text in (('API Key', key_name('main')), ('Secret Key', SECRET), ('Passphrase', KEY_PASSPHRASE)):
        hand.fill(field, text, 'password text')
    press_when_enabled(hand, 'Save')
    hand.find('Not checked: Bitget could not be reached', 'label')
    hand.find('Bitget main', 'list item')


def check(stage, hand):
    """The account that the simulator knows; the command line gave it the address, which the window does not ask for."""
    stage.add('later')
    click(hand, 'Bitget later', 'list item')
    hand.find('Bitget later', 'label')
    press_when_enabled(hand, 'Check now')
    hand.find('Bitget accepts this key', 'label')
    hand.find('Read balances', 'label')


def lock_and_unlock(hand):
    press_when_enabled(hand, 'Lock now')
    hand.find('Latchkey is locked', 'label')
    hand.fill('Passphrase', 'not this one', 'password text')
    press_when_enabled(hand, 'Unlock')
    hand.find('That passphrase is not right', 'label')
    hand.fill('Passphrase', PASSPHRASE, 'password text')
    press_when_enabled(hand, 'Unlock')
    for account in ('Bitget main', 'Bitget later'):
        hand.find(account, 'list item')


def inside(options):
    with set_up(options.tree, options.tree) as stage:
        hand = Hand(stage)
        for step in (lambda: create_vault(stage, hand), lambda: add_key(hand), lambda: check(stage, hand),
                     lambda: lock_and_unlock(hand)):
            step()
        stage.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--tree', type=pathlib.Path, required=True)
    parser.add_argument('--inside', action='store_true', help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        inside(options)
        return
    proxy = ClosedProxy()
    failed = in_session(__file__, sys.argv[1:], http_proxy=proxy.url, https_proxy=proxy.url, all_proxy=proxy.url,
                        no_proxy='127.0.0.1,localhost')
    if failed:
        sys.exit(failed)
    wanted = ['CONNECT api.bitget.com:443 HTTP/1.1']
    if sorted(set(proxy.asked)) != wanted:
        sys.exit(f'the proxy was asked for {proxy.asked}, not for {wanted}')
    print('created, added, checked, locked and unlocked by name')


if __name__ == '__main__':
    main()
