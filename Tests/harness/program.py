"""The program `socialday` as a process: commands that end, and services that are started, killed and stopped."""

import atexit
import functools
import itertools
import os
import random
import signal
import socket
import ssl
import subprocess
import threading
import time
import urllib.request
from pathlib import Path

from harness.place import new_folder
from harness.waiting import until

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SOCIALDAY_PROGRAM", str(REPOSITORY / ".build/debug/socialday"))


# The demo's certificate is its own.
TRUST_ANYONE = ssl.create_default_context()
TRUST_ANYONE.check_hostname = False
TRUST_ANYONE.verify_mode = ssl.CERT_NONE


@functools.cache
def _ports():
    """Ports below the range from which Linux takes those of outgoing connections, each once: of each process that tests
    beside others a part of its own, so that none takes what another has chosen and not bound yet."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    part = range(20_000 + worker % 8 * 1_500, 20_000 + worker % 8 * 1_500 + 1_500)
    return itertools.cycle(random.sample(part, len(part)))


def free_port():
    """A port nobody listens on."""
    while True:
        port = next(_ports())
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def environment(settings):
    """This process's environment without the settings of some other Social Day, and with these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SOCIALDAY_")}
    return kept | {name: value for name, value in settings.items() if value is not None}


def run(*arguments, settings=None, input=None, timeout=120):
    """Runs a command to its end: its exit code and what it wrote."""
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        env=environment(settings or {}), input=input, capture_output=True, text=True, timeout=timeout)


class Service:
    """`socialday demo` or `socialday serve`, running on a port of this machine."""

    def __init__(self, *arguments, port, settings=None, log=None):
        self.arguments = list(map(str, arguments))
        self.port = port
        self.url = f"https://localhost:{port}"
        self.settings = settings or {}
        self.log = log
        self.process = None
        self.lines = []

    def start(self, timeout=120):
        """Starts it and waits until it serves. Returns the seconds that took."""
        began = time.monotonic()
        self.process = subprocess.Popen(
            [PROGRAM, *self.arguments], env=environment(self.settings),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        threading.Thread(target=self._read, args=(self.process.stdout,), daemon=True).start()
        while not self.is_ready():
            if self.process.poll() is not None or time.monotonic() - began > timeout:
                self.kill()
                raise AssertionError(f"{self.arguments} did not get ready:\n" + "".join(self.lines[-30:]))
            time.sleep(0.02)
        return time.monotonic() - began

    def is_ready(self):
        """Whether it says that it can take sign-ups: the program serves, and its database too."""
        try:
            with urllib.request.urlopen(f"{self.url}/health/ready", context=TRUST_ANYONE, timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def _read(self, output):
        for line in output:
            self.lines.append(line)
            if self.log:
                self.log.write(line)
                self.log.flush()

    @property
    def output(self):
        return "".join(self.lines)

    def wait_for_line(self, text):
        """Waits until it has written a line with this text, and returns the line."""
        return until(lambda: next((line for line in list(self.lines) if text in line), None))

    def kill(self):
        """kill -9, and nothing else: whatever it started lives on."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self, timeout=60):
        """Asks it to end, as systemd does. Returns its exit code, or None where it was never started."""
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError(f"{self.arguments} did not end within {timeout} s of SIGTERM")
        return self.process.returncode


class Demo(Service):
    """A demo of its own: its own folder, PostgreSQL and port.

    A first start takes seconds, so there is one for all: others are copies of the folder that it left. `is_first` makes one
    that is not."""

    def __init__(self, data, *options, settings=None, log=None, is_first=False):
        self.data = Path(data)
        self.made_with = None if is_first else options
        port = free_port()
        super().__init__(
            "demo", "--data", data, "--port", port, *options, port=port,
            settings={"SOCIALDAY_RATE_LIMIT": "off"} | (settings or {}), log=log)

    def start(self, timeout=120):
        if self.made_with is not None and not self.data.exists():
            if made := _made(*self.made_with):
                subprocess.run(["cp", "-a", made, self.data], check=True)
        try:
            return super().start(timeout)
        except AssertionError as error:
            for log in self.data.rglob("postgres/log"):
                error.add_note("PostgreSQL said last:\n" + "".join(log.read_text().splitlines(True)[-15:]))
            raise

    def command(self, *arguments, **options):
        """Another command on the same database."""
        return run(*arguments, "--data", self.data, **options)

    def token(self, name, *scopes):
        """A new API token. It is the last word that the command prints."""
        result = self.command("token", "create", "--name", name, "--scope", *scopes)
        assert result.returncode == 0, result.stderr
        return result.stdout.split()[-1]


@functools.cache
def _made(*options):
    """The folder of a demo after its first start and its end. None where its PostgreSQL is outside of it."""
    folder = new_folder("made")
    atexit.register(folder.cleanup)
    demo = Demo(Path(folder.name) / "data", *options, is_first=True)
    demo.start()
    assert demo.stop() == 0
    return demo.data if (demo.data / "postgres/data/PG_VERSION").exists() else None
