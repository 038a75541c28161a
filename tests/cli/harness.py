# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program: a throw-away home, a terminal, an agent, a simulated exchange. Standard library only."""
import json
import os
import pathlib
import pty
import select
import signal
import subprocess
import sys
import tempfile
import unittest

EXE = os.environ["LATCHKEY_PROGRAM"]
MAKE_CHEAP_VAULT = os.environ.get("LATCHKEY_MAKE_CHEAP_VAULT", "")  # tests/memory has no use for it
SIMULATOR = os.environ.get("LATCHKEY_BITGET_SIMULATOR", "")
PASSPHRASE = "seven quiet herons 42"
KEYS = {
    "api_key": "bg_0123456789abcdef0123456789abcdef",
    "api_secret": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
    "passphrase": "Passphrase123",
}
# Whatever the developer's own session would answer with.
FOREIGN = ("BITGET", "OPENAI", "AZURE", "ANTHROPIC", "OLLAMA", "LLM", "LATCHKEY", "DISPLAY", "WAYLAND", "DBUS", "CREDENTIALS", "XDG")
PATIENCE = 120


class Home:
    """A home with at most one vault, opened by a passphrase file."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="latchkey-cli-", ignore_cleanup_errors=True)
        self.path = pathlib.Path(self._folder.name)
        (self.path / "run").mkdir(mode=0o700)
        self.passphrase = self.file("passphrase", PASSPHRASE + "\n")
        env = {k: v for k, v in os.environ.items() if not k.startswith(FOREIGN)}
        env.update(HOME=str(self.path), LATCHKEY_HOME=str(self.path / "home"), LATCHKEY_PASSPHRASE_FILE=str(self.passphrase),
                   XDG_RUNTIME_DIR=str(self.path / "run"), XDG_STATE_HOME=str(self.path / "state"),
                   XDG_DATA_HOME=str(self.path / "data"), XDG_CONFIG_HOME=str(self.path / "config"),
                   XDG_CACHE_HOME=str(self.path / "cache"))
        # Under sanitizers a report must not look like an exit status of ours.
        env["ASAN_OPTIONS"] = "exitcode=99:detect_leaks=0"
        env["UBSAN_OPTIONS"] = "print_stacktrace=1"
        self.env = env
        self.vault = self.path / "home" / "vault.db"
        self.recovery = self.path / "recovery"

    def file(self, name, content):
        path = self.path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        path.chmod(0o600)
        return path

    def run(self, *args, stdin=None, env=None, **more):
        """Bytes in, CompletedProcess with text out."""
        if isinstance(stdin, dict):
            stdin = json.dumps(stdin)
        given = {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin.encode()}
        done = subprocess.run([EXE, "--no-keychain", *map(str, args)], capture_output=True, env={**self.env, **(env or {})},
                              timeout=PATIENCE, start_new_session=True, **given, **more)
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    def init(self, *args):
        return self.run("init", "--method", "passphrase", "--recovery-key-out", self.recovery, *args)

    def make_cheap_vault(self):
        """As init() does, but opened at once: its Argon2id costs next to nothing. For tests that are not about the cost."""
        subprocess.run([MAKE_CHEAP_VAULT, self.vault, self.passphrase, self.recovery], env=self.env, timeout=PATIENCE, check=True,
                       stdin=subprocess.DEVNULL)

    def files(self):
        """Every byte under this home, by path."""
        return {p: p.read_bytes() for p in self.path.rglob("*") if p.is_file()}

    def close(self):
        self._folder.cleanup()


class Agent:
    """`latchkey serve`, ready to answer."""

    def __init__(self, home, env=None):
        self.home = home
        self.process = subprocess.Popen([EXE, "--no-keychain", "serve"], env={**home.env, **(env or {})}, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        self.greeting = self.process.stderr.readline().decode()

    def stop(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
        out, err = self.process.communicate(timeout=PATIENCE)
        self.rest = out.decode() + err.decode()
        return self.process.returncode


class Terminal:
    """The program with a person before it."""

    def __init__(self, home, *args, env=None):
        self.output = b""
        self.mark = 0
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(EXE, [EXE, "--no-keychain", *map(str, args)], {**home.env, "LATCHKEY_PASSPHRASE_FILE": "", **(env or {})})

    def expect(self, text):
        """Reads until `text` has come since the last expect."""
        while text.encode() not in self.output[self.mark:]:
            if not select.select([self.fd], [], [], PATIENCE)[0]:
                raise AssertionError(f"{text!r} did not come, but {self.output!r}")
            try:
                chunk = os.read(self.fd, 4096)
            except OSError:
                chunk = b""
            if not chunk:
                raise AssertionError(f"ended before {text!r}: {self.output!r}")
            self.output += chunk
        end = self.output.index(text.encode(), self.mark) + len(text.encode())
        seen, self.mark = self.output[self.mark:end].decode(errors="replace"), end
        return seen

    def type(self, text):
        os.write(self.fd, text.encode())

    def end(self):
        """Exit status; 128 + signal."""
        while True:
            try:
                chunk = os.read(self.fd, 4096)
            except OSError:
                break
            if not chunk:
                break
            self.output += chunk
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


class Simulator:
    """Bitget on loopback under its own CA."""

    def __init__(self, home, *args):
        self.ca = home.path / "simulator-ca.pem"
        self.process = subprocess.Popen([SIMULATOR, "--ca-out", str(self.ca), *args], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        self.url = json.loads(self.process.stdout.readline())["url"]

    def order(self, **what):
        import ssl
        import urllib.request
        request = urllib.request.Request(self.url + "/_simulator", json.dumps(what).encode(), {"Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}),
                                             urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=str(self.ca))))
        return opener.open(request, timeout=PATIENCE).read()

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


class Case(unittest.TestCase):
    maxDiff = None

    def home(self):
        home = Home()
        self.addCleanup(home.close)
        return home

    def vault(self):
        home = self.home()
        home.make_cheap_vault()
        return home

    def agent(self, home, env=None):
        agent = Agent(home, env)

        def stop():
            if agent.process.poll() is None:
                agent.process.kill()
            agent.process.communicate()
        self.addCleanup(stop)
        self.assertIn("ready", agent.greeting)
        return agent

    def exits(self, status, done):
        self.assertEqual(status, done.returncode, f"{done.args[1:]}\n{done.stdout}\n{done.stderr}")
        return done

    def document(self, status, done):
        """The one JSON document on standard output."""
        self.exits(status, done)
        return json.loads(done.stdout)

    def code(self, status, done):
        """The code of the failure, which is the one JSON document on standard error."""
        self.exits(status, done)
        error = json.loads(done.stderr)["error"]
        self.assertEqual({"code", "message", "hint"}, set(error))
        self.assertTrue(error["message"])
        return error["code"]

    def no_wal(self, home):
        left = [p.name for p in home.vault.parent.iterdir() if p.name.endswith(("-wal", "-shm", "-journal"))]
        self.assertEqual([], left)


def main():
    unittest.main(module=sys.modules["__main__"], verbosity=2)
