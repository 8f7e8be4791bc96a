"""A demo's own PostgreSQL, past the program: its processes, and psql on its socket."""

import contextlib
import os
import signal
import subprocess
from pathlib import Path

from harness.waiting import until


class Cluster:
    """The PostgreSQL that a demo looks after in its folder."""

    def __init__(self, data):
        [self.pid_file] = Path(data).rglob("postmaster.pid")

    def _line(self, number):
        """A line of postmaster.pid: 0 the process, 3 the port, 4 the folder of the socket."""
        return self.pid_file.read_text().splitlines()[number]

    @property
    def postmaster(self):
        return int(self._line(0))

    @property
    def socket(self):
        """The path of its Unix socket."""
        return f"{self._line(4)}/.s.PGSQL.{self._line(3)}"

    @property
    def options(self):
        """How psql and its like find it."""
        return ["-h", self._line(4), "-p", self._line(3), "-U", "postgres"]

    def program(self, name):
        """The path of a program of the same installation as the server that runs."""
        return Path(os.readlink(f"/proc/{self.postmaster}/exe")).with_name(name)

    def run(self, program, *arguments):
        """Runs psql, pgbench and their like; returns what they wrote."""
        result = subprocess.run(
            [self.program(program), *self.options, *arguments], capture_output=True, text=True, timeout=120)
        assert result.returncode == 0, result.stderr
        return result.stdout.strip()

    def psql(self, database, statement):
        """The rows as text, with tabs between the columns."""
        return self.run("psql", "-X", "-A", "-t", "-q", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", statement)

    @contextlib.contextmanager
    def away(self):
        """Out of the service's reach: its connections end, and its socket is not where they look for it."""
        there = Path(self.socket)
        aside = there.parent / "aside"
        aside.mkdir(exist_ok=True)
        there.rename(aside / there.name)
        try:
            subprocess.run(
                [self.program("psql"), "-h", aside, *self.options[2:], "-q", "-d", "postgres", "-c",
                 "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'socialday'"],
                check=True, capture_output=True, timeout=20)
            yield
        finally:
            (aside / there.name).rename(there)

    def connection_string(self, database):
        return f"host={self._line(4)} port={self._line(3)} dbname={database} user=postgres"

    def set_and_restart(self, name, value):
        """Changes a setting that takes a restart, which the demo does when its PostgreSQL ends."""
        before = self.postmaster
        self.psql("postgres", f"alter system set {name} = {value}")
        os.kill(before, signal.SIGINT)

        def is_back():
            try:
                return self.postmaster != before and self.psql("postgres", f"show {name}") == value
            except (OSError, IndexError, ValueError, AssertionError):
                return False

        until(is_back)
