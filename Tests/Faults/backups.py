"""Making backups and restoring them, by the scripts that people use."""

import os
import pwd
import re
import subprocess

from harness.cluster import Cluster
from harness.program import REPOSITORY


def script(name, *arguments, database=None, recipients=None):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SOCIALDAY_")}
    if database:
        environment["SOCIALDAY_DATABASE_URL"] = database
    if recipients:
        environment["SOCIALDAY_EXPORT_RECIPIENTS"] = str(recipients)
    return subprocess.run(
        [REPOSITORY / "deploy" / name, *map(str, arguments)], env=environment, capture_output=True, text=True, timeout=120)


def back_up(demo, to, recipients, *arguments):
    """The path of a new backup."""
    result = script("backup", to, *arguments, database=Cluster(demo.data).connection_string("socialday"),
                    recipients=recipients)
    assert result.returncode == 0, result.stderr
    return to / re.search(r"socialday-\w+\.dump(\.cms)?", result.stdout).group()


def psql(database, statement):
    return subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", statement],
                          capture_output=True, text=True, check=True).stdout


def is_untouched(database):
    return psql(database, "select count(*) from pg_namespace where nspname in ('app', 'api')").strip() == "0"


class EmptyCluster:
    """A PostgreSQL that has never heard of us."""

    def __init__(self, folder, programs):
        self.folder, self.programs = folder, programs
        self.account = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        folder.mkdir()
        if self.account:
            os.chown(folder, pwd.getpwnam("postgres").pw_uid, pwd.getpwnam("postgres").pw_gid)
        self._run("initdb", "--username", "postgres", "--auth", "trust", "--no-sync", "--pgdata", folder / "data")

    def _run(self, program, *arguments):
        subprocess.run([self.programs(program), *arguments], check=True, cwd="/", stdout=subprocess.DEVNULL, **self.account)

    def __enter__(self):
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off"
        self._run("pg_ctl", "start", "-w", "-s", "-D", self.folder / "data", "-l", self.folder / "log", "-o", options)
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", self.folder / "data")

    def database(self, name):
        """Makes a database; how to connect to it."""
        self._run("createdb", "--host", self.folder, "--username", "postgres", name)
        return f"host={self.folder} dbname={name} user=postgres"
