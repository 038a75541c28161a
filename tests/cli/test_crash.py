# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 in the middle of a save leaves the old state or the new one, complete."""
import json
import random
import subprocess
import time

import harness


class Crash(harness.Case):
    def test_kill_during_set(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "0"}))
        start = time.monotonic()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "1"}))
        whole = time.monotonic() - start
        last, seed = "1", random.randrange(1 << 30)
        dice = random.Random(seed)
        print(f"seed {seed}, one save takes {whole:.2f} s")
        for attempt in range(2, 7):
            p = subprocess.Popen([harness.EXE, "--no-keychain", "secret", "set", "s"], env=h.env, stdin=subprocess.PIPE,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            p.stdin.write(json.dumps({"value": str(attempt)}).encode())
            p.stdin.close()
            # Late in its life, where it writes.
            try:
                p.wait(whole * dice.uniform(0.6, 1.05))
            except subprocess.TimeoutExpired:
                p.kill()
            finished = p.wait() == 0
            got = self.exits(0, h.run("get", "s")).stdout
            self.assertIn(got, (str(attempt),) if finished else (last, str(attempt)), f"seed {seed}")
            last = got
        self.exits(0, h.run("verify"))
        self.no_wal(h)


harness.main()
