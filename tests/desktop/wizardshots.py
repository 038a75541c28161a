#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of "Set up Latchkey", every step and every state of the keychain: tests/desktop/wizardshots.py --tree build/dev OUT

Beside tests/desktop/screenshots and on the same stage; in a session of its own, because it begins without a keyring. Run it
with Debian's python3.
"""
import argparse, os, pathlib, signal, subprocess, sys, time

from stage import KEY_PASSPHRASE, PASSPHRASE, SECRET, Hand, in_session, key_name, patiently, quiet, stage as set_up

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def start(stage, home, keychain=True, **environment):
    """As stage.start(), with an environment of its own."""
    words = ['--home', stage.work / home] + ([] if keychain else ['--no-keychain'])
    stage.desktop = subprocess.Popen([stage.program, *stage.words, *words], env={**os.environ, **environment})
    patiently(stage.window, 'the window')


def fill(hand, again=PASSPHRASE):
    for field, text in (('Passphrase', PASSPHRASE), ('Passphrase again', again)):
        hand.focus(field, 'password text')
        hand.type(text)


def close_dialog(stage, title):
    quiet('xdotool', 'key', 'Escape')
    patiently(lambda: not stage.window(title), f'the end of the dialog {title}')


def recovery_key(stage, hand):
    hand.find('Do this later', 'push button')
    stage.shot('w05-recovery-key')
    for number, field in enumerate(('First group', 'Second group')):
        hand.focus(field, 'password text')
        hand.type('AAAAA' if number == 0 else 'BBBBB')
    quiet('xdotool', 'key', 'Return')
    hand.find('Those groups are not right', 'label')
    stage.shot('w06-wrong-groups')
    hand.press('Print')
    patiently(lambda: stage.window('^Print'), 'the print dialog')
    stage.shot('w07-print', 'root')
    close_dialog(stage, '^Print')
    hand.press('Save to file')
    patiently(lambda: stage.window('^Save the'), 'the file dialog')
    stage.shot('w08-save', 'root')
    quiet('xdotool', 'key', 'ctrl+a')
    hand.type(str(stage.work / 'wizard/latchkey-recovery-key.txt'), 'Return')
    hand.find('Saved to', 'label')
    stage.shot('w09-saved-beside-the-vault')


def exchange(stage, hand):
    hand.press('Do this later')
    hand.find('Skip', 'push button')
    hand.focus('Account name', 'text')
    stage.shot('w10-first-exchange')
    for field, text in (('API Key', key_name('main')), ('Secret Key', SECRET), ('Passphrase', KEY_PASSPHRASE)):
        hand.focus(field, 'password text')
        hand.type(text)
    stage.shot('w11-exchange-filled')
    hand.press('Save')
    patiently(lambda: hand.find('Next', 'push button').getState().contains(hand.atspi.STATE_ENABLED), 'the end of the check')
    stage.shot('w12-exchange-saved')
    hand.press('Next')
    hand.find('Done', 'push button')
    stage.shot('w13-ready')
    hand.press('Done')
    hand.find('Lock now', 'push button')
    stage.shot('w14-after-the-wizard')


def whole(stage, hand):
    start(stage, 'wizard', keychain=False)
    hand.find('Passphrase only', 'radio button')
    stage.shot('w01-protection')
    fill(hand)
    stage.shot('w02-protection-filled')
    fill(hand, again='x')
    quiet('xdotool', 'key', 'Return')
    hand.find('The two passphrases', 'label')
    stage.shot('w03-not-the-same')
    fill(hand)
    quiet('xdotool', 'key', 'Return')
    recovery_key(stage, hand)
    exchange(stage, hand)
    stage.stop()


def keyring_states(stage, hand):
    """The session's own bus starts a keyring service, which has no keyring yet."""
    start(stage, 'k1')
    hand.find('Your system will ask you to invent', 'label')
    stage.shot('w20-no-keyring-yet')
    stage.stop()
    owner = quiet('dbus-send', '--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus',
                  'org.freedesktop.DBus.GetConnectionUnixProcessID', 'string:org.freedesktop.secrets').stdout.split()
    os.kill(int(owner[-1]), signal.SIGTERM)
    keyring = subprocess.Popen(['gnome-keyring-daemon', '--foreground', '--replace', '--unlock', '--components=secrets'],
                               stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        keyring.stdin.write(b'login')
        keyring.stdin.close()
        patiently(lambda: quiet('secret-tool', 'search', 'no', 'thing').returncode == 0, 'the keyring')
        start(stage, 'k2')
        hand.find("This computer's keychain is ready", 'label')
        stage.shot('w21-ready')
        stage.stop()
        locked(stage, hand)
        hung(stage, hand, keyring)
    finally:
        keyring.send_signal(signal.SIGCONT)
        keyring.terminate()


def locked(stage, hand):
    quiet('dbus-send', '--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets',
          'org.freedesktop.Secret.Service.Lock', 'array:objpath:/org/freedesktop/secrets/collection/login')
    start(stage, 'k3')
    hand.find('Your system will ask for your login password', 'label')
    stage.shot('w22-locked')
    fill(hand)
    quiet('xdotool', 'key', 'Return')
    patiently(lambda: quiet('xdotool', 'search', '--onlyvisible', '--class', 'gcr-prompter').stdout, "the system's prompt")
    stage.shot('w23-system-asks', 'root')
    quiet('xdotool', 'key', 'Escape')
    hand.find('Access to your login keyring', 'label')
    stage.shot('w24-refused')
    stage.stop()


def hung(stage, hand, keyring):
    keyring.send_signal(signal.SIGSTOP)
    start(stage, 'k4')
    stage.shot('w25-asking')
    hand.find('The keychain does not answer', 'label')
    stage.shot('w26-no-answer')
    keyring.send_signal(signal.SIGCONT)
    hand.press('Try again')
    hand.find('Your system will ask for your login password', 'label')
    stage.shot('w27-answered-after-all')
    stage.stop()


def without_service(stage):
    """These have no accessibility bus to be driven by: the picture is all that is wanted."""
    config = stage.work / 'bus.conf'
    config.write_text(f'<busconfig><type>session</type><listen>unix:path={stage.work}/bus</listen>'
                      '<policy context="default"><allow send_destination="*" eavesdrop="true"/>'
                      '<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>')
    bus = subprocess.Popen(['dbus-daemon', f'--config-file={config}', '--nofork', '--print-address'], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, text=True)
    try:
        address = bus.stdout.readline().strip()
        for number, home, where in ((28, 'k5', address), (29, 'k6', 'unix:path=/nonexistent')):
            start(stage, home, DBUS_SESSION_BUS_ADDRESS=where, QT_LINUX_ACCESSIBILITY_ALWAYS_ON='0')
            time.sleep(1)  # nothing else can be asked whether the answer is there
            stage.shot(f'w{number}-{"no-service" if number == 28 else "no-bus"}')
            stage.stop()
    finally:
        bus.terminate()


def wizard(stage, hand):
    whole(stage, hand)
    keyring_states(stage, hand)
    without_service(stage)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--tree', type=pathlib.Path, default=ROOT / 'build/dev')
    parser.add_argument('--inside', action='store_true', help=argparse.SUPPRESS)
    parser.add_argument('out', type=pathlib.Path, nargs='?', default=ROOT / 'build/screenshots')
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if not options.inside:
        sys.exit(in_session(__file__, sys.argv[1:]))
    with set_up(options.tree, options.out) as stage:
        wizard(stage, Hand(stage))


if __name__ == '__main__':
    main()
