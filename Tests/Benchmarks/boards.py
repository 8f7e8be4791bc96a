"""Two hundred screens that show a venue's board, while others sign up; and how long one of them waits for news."""

import subprocess
import threading
import time
import urllib.request
from contextlib import contextmanager

from measure import Failed

from harness.program import TRUST_ANYONE
from harness.staff import LOGIN, log_in

EMAIL, PASSWORD, PATH = "boards@bench.example", "deux cents tableaux ouverts", "/staff/venues/test-hall/board/stream"


class Boards:
    """A venue manager's login, and the screens that it opens."""

    def __init__(self, demo):
        self.demo = demo
        result = demo.command(
            "user", "add", "--email", EMAIL, "--role", "venue_manager", "--venue", "test-hall", "--password-stdin",
            input=PASSWORD)
        if result.returncode:
            raise Failed(result.stderr)
        session = log_in(demo, EMAIL, PASSWORD)
        self.cookie = next(f"{one.name}={one.value}" for one in session.cookies if one.name == LOGIN)

    @contextmanager
    def open(self, count, seconds):
        """Keeps so many screens open; yields a list that gets the seconds between one screen's events."""
        # wrk reads what comes and never sees an answer end, which costs this machine less than reading it in Python.
        screens = subprocess.Popen(
            ["wrk", "-t", "1", "-c", str(count), "-d", f"{seconds + 30}s", "--timeout", f"{seconds + 60}s",
             "-H", f"Cookie: {self.cookie}", self.demo.url + PATH], stdout=subprocess.DEVNULL)
        gaps, is_over = [], threading.Event()
        reader = threading.Thread(target=self._read, args=(gaps, is_over), daemon=True)
        reader.start()
        time.sleep(2)
        gaps.clear()
        try:
            yield gaps
        finally:
            is_over.set()
            screens.terminate()
            screens.wait()
            reader.join(timeout=5)

    def _read(self, gaps, is_over):
        request = urllib.request.Request(self.demo.url + PATH, headers={"cookie": self.cookie})
        with urllib.request.urlopen(request, context=TRUST_ANYONE, timeout=20) as stream:
            last = time.monotonic()
            while not is_over.is_set():
                if stream.readline().startswith(b"data:"):
                    gaps.append(time.monotonic() - last)
                    last = time.monotonic()
