"""kill -9, in turn, of the service, of PostgreSQL's postmaster and of one of its backends."""

import asyncio
import os
import signal
import time
from pathlib import Path

from harness.waiting import until


def processes():
    """(pid, parent's pid, command line) of every process."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
        except (OSError, IndexError):
            continue
        yield int(folder.name), int(parent), command


class Killer:
    """Kills one of the three every 3 to 7 seconds, and starts the service again as systemd would."""

    def __init__(self, demo, cluster, random):
        self.demo, self.cluster, self.random = demo, cluster, random
        self.kills = []  # (moment, what)

    async def run(self, seconds):
        end = time.monotonic() + seconds
        turn = 0
        await asyncio.sleep(1)
        while time.monotonic() < end:
            what = ["service", "postmaster", "backend"][turn % 3]
            turn += 1
            self.kills.append((time.monotonic(), what))
            await getattr(self, f"_kill_{what}")()
            await asyncio.sleep(3 + 4 * self.random.random())

    async def _kill_service(self):
        self.demo.kill()
        await asyncio.to_thread(self.demo.start)

    async def _kill_postmaster(self):
        os.kill(self.cluster.postmaster, signal.SIGKILL)

    async def _kill_backend(self):
        # After the kill before there is none for a while, and the one that is chosen may have ended.
        await asyncio.to_thread(until, self._kill_some_backend)

    def _kill_some_backend(self):
        try:
            postmaster = self.cluster.postmaster
            backends = [pid for pid, parent, command in processes() if parent == postmaster and "[local]" in command]
            os.kill(self.random.choice(backends), signal.SIGKILL)
        except (OSError, LookupError, ValueError):
            return False
        return True
