"""Backups: what comes back is what was there, in an empty cluster; nothing else opens one, and a damaged one changes nothing."""

import datetime
import os
import pwd
import re
import shutil
import subprocess
import threading

import pytest
import requests
from certificates import make_certificate

from harness.cluster import Cluster
from harness.program import REPOSITORY, Demo, run
from harness.waiting import past_midnight, until

TABLES = "select tablename from pg_tables where schemaname = 'app' order by 1"


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


@pytest.fixture(scope="module")
def certificate(folder):
    return make_certificate(folder, "recipient")


@pytest.fixture(scope="module")
def full_demo(folder):
    """A demo with people in it."""
    demo = Demo(folder / "data")
    demo.start()
    token = demo.token("backup", "sign-ups:write")
    slugs = [row["slug"] for row in requests.get(f"{demo.url}/api/v1/sessions", verify=False).json()["data"]]
    demo.sign_up = lambda number: requests.post(
        f"{demo.url}/api/v1/sign-ups", verify=False, headers={"authorization": f"Bearer {token}"},
        json={"session": slugs[number % len(slugs)], "name": "Zoé «Canari» \\N", "email": f"c{number}@example.org",
              "needs": ["seat"], "request_key": f"backup-{number}"})
    for number in range(20):
        assert demo.sign_up(number).status_code == 201
    # Their letters are sent, so that nothing changes by itself.
    until(lambda: Cluster(demo.data).psql("socialday", "select count(*) from app.outbox where sent_at is null") == "0")
    yield demo
    assert demo.stop() == 0


@pytest.fixture(scope="module")
def empty(folder, full_demo):
    with EmptyCluster(folder / "empty", Cluster(full_demo.data).program) as cluster:
        yield cluster


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


@pytest.fixture(scope="module")
def backup(full_demo, folder, certificate):
    # A second recipient, whose key nobody has here.
    other, _ = make_certificate(folder, "another-recipient")
    return back_up(full_demo, folder / "backups", f"{other},{certificate[0]}")


def psql(database, statement):
    return subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", statement],
                          capture_output=True, text=True, check=True).stdout


def is_untouched(database):
    return psql(database, "select count(*) from pg_namespace where nspname in ('app', 'api')").strip() == "0"


def test_every_row_of_every_table_comes_back_and_the_service_goes_on_with_it(full_demo, empty, backup, certificate, folder):
    database = empty.database("restored")
    result = script("restore", backup, "--key", certificate[1], database=database)
    assert result.returncode == 0, result.stderr
    before = Cluster(full_demo.data).connection_string("socialday")
    tables = psql(before, TABLES).split()
    assert tables == psql(database, TABLES).split() and "sign_up" in tables and f"all {len(tables)} tables" in result.stdout
    for table in tables:
        rows = f"select t::text from app.{table} t order by 1"
        assert psql(before, rows) == psql(database, rows), table
    assert "Canari" in psql(database, "select name from app.sign_up limit 1")
    check = run("migrate", "--check", settings={"SOCIALDAY_DATABASE_URL": database})
    assert check.returncode == 0, check.stdout + check.stderr
    lists = run("export", "--out", folder / "lists", settings={"SOCIALDAY_DATABASE_URL": database})
    assert lists.returncode == 0, lists.stderr
    rights = "select has_function_privilege('socialday_web', 'api.use_edition(bigint)', 'execute'), " \
        "has_table_privilege('socialday_web', 'api.programme', 'select'), has_database_privilege('public', '{0}', 'connect')"
    assert psql(database, rights.format("restored")).strip() == "f|t|f"


def test_a_large_one_is_in_parts_all_of_which_are_needed(full_demo, empty, certificate, folder):
    """Openssl opens no message of more than two gigabytes, and holds it in memory."""
    file = back_up(full_demo, folder / "parts", certificate[0], "--part", "16K")
    parts = sorted(file.parent.glob(f"{file.name}.*"))
    assert len(parts) > 2 and all(part.stat().st_size < 20_000 for part in [file, *parts])
    result = script("restore", file, "--key", certificate[1], database=empty.database("parts"))
    assert result.returncode == 0, result.stderr
    parts[1].rename(folder / "lost")
    database = empty.database("without-a-part")
    result = script("restore", file, "--key", certificate[1], database=database)
    assert result.returncode == 1 and "damaged" in result.stderr and is_untouched(database)
    # When its time is over all of it goes.
    for one in file.parent.glob("socialday-*"):
        one.rename(one.with_name("socialday-20200101T030000Z." + one.name.partition(".")[2]))
    back_up(full_demo, file.parent, certificate[0])
    assert not list(file.parent.glob("socialday-2020*"))


def test_the_doctor_looks_for_backups_that_are_old(full_demo, backup, folder):
    def doctor(to):
        result = full_demo.command("check", settings={"SOCIALDAY_BACKUP_DIR": str(to)})
        [line] = [line for line in result.stdout.splitlines() if "backup:" in line]
        return result.returncode, line

    assert doctor(backup.parent)[1].startswith("ok")
    old = folder / "old"
    old.mkdir()
    for code, hours in ((0, 25), (1, 27)):
        for suffix in (".dump.cms", ".manifest"):
            at = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=hours)
            (old / f"socialday-{at:%Y%m%dT%H%M%SZ}{suffix}").touch()
        found, line = doctor(old)
        assert (found, line.startswith("FAIL")) == (code, bool(code)), line
        for file in old.iterdir():
            file.unlink()
    (old / f"socialday-{at:%Y%m%dT%H%M%SZ}.dump.cms").touch()
    for to in (old, folder / "nowhere"):
        assert doctor(to)[0] == 1, "it has no manifest, or there is no folder"


def test_what_is_signed_up_for_meanwhile_is_wholly_in_it_or_not_at_all(full_demo, empty, certificate, folder):
    stop = threading.Event()

    def go_on():
        for number in range(1000, 100_000):
            if stop.is_set():
                return
            full_demo.sign_up(number)

    writer = threading.Thread(target=go_on)
    writer.start()
    try:
        file = back_up(full_demo, folder / "meanwhile", certificate[0])
    finally:
        stop.set()
        writer.join()
    database = empty.database("meanwhile")
    result = script("restore", file, "--key", certificate[1], database=database)
    assert result.returncode == 0, result.stderr
    assert psql(database, """
        select count(*) from app.session_tally t
        where t.confirmed <> (select coalesce(sum(u.places), 0) from app.sign_up u
            where u.session_id = t.session_id and u.status = 'confirmed')""").strip() == "0"


def test_nobody_else_opens_it(empty, backup, folder):
    database = empty.database("strangers")
    _, stranger = make_certificate(folder, "stranger")
    for key in (["--key", stranger], [], ["--key", folder / "nowhere"]):
        result = script("restore", backup, *key, database=database)
        assert result.returncode == 1 and "key" in result.stderr
    assert subprocess.run(["pg_restore", "--list", backup], capture_output=True).returncode != 0
    assert is_untouched(database)


@pytest.mark.parametrize("damage, manifest", [
    ("cut", True), ("cut-short", True), ("flipped", True), ("cut", False), ("cut-short", False)])
def test_a_damaged_one_changes_nothing(empty, backup, certificate, folder, damage, manifest):
    content = bytearray(backup.read_bytes())
    if damage == "flipped":
        content[len(content) // 2] ^= 1
    file = folder / f"{damage}-{manifest}.dump.cms"
    file.write_bytes(content[:{"cut": len(content) // 2, "cut-short": -40}.get(damage, len(content))])
    lines = (backup.parent / f"{backup.name.split('.')[0]}.manifest").read_text()
    if not manifest:
        lines = re.sub(r"(?<=sha256 )\w+", subprocess.check_output(["sha256sum", file], text=True).split()[0], lines)
    (folder / f"{damage}-{manifest}.manifest").write_text(lines)
    database = empty.database(f"{damage}-{manifest}")
    result = script("restore", file, "--key", certificate[1], database=database)
    assert result.returncode == 1, result.stdout
    assert is_untouched(database)


def test_a_database_with_something_in_it_is_left_alone(full_demo, backup, certificate, empty):
    mine = Cluster(full_demo.data).connection_string("socialday")
    theirs = empty.database("theirs")
    psql(theirs, "create table public.theirs (id bigint)")
    before = psql(mine, "select count(*) from app.sign_up")
    for database in (mine, theirs):
        result = script("restore", backup, "--key", certificate[1], database=database)
        assert result.returncode == 1 and "not empty" in result.stderr
    assert psql(mine, "select count(*) from app.sign_up") == before


def test_a_restore_that_lost_a_row_is_found_out(empty, backup, certificate, folder):
    copy = folder / "lossy.dump.cms"
    shutil.copy(backup, copy)
    manifest = (backup.parent / f"{backup.name.split('.')[0]}.manifest").read_text()
    rows = int(re.search(r"^rows sign_up (\d+)$", manifest, re.M)[1])
    (folder / "lossy.manifest").write_text(manifest.replace(f"rows sign_up {rows}", f"rows sign_up {rows + 1}"))
    result = script("restore", copy, "--key", certificate[1], database=empty.database("lossy"))
    assert result.returncode == 1 and "do not use it" in result.stderr and f"sign_up {rows + 1}" in result.stderr


def test_without_recipients_there_is_no_backup_unless_that_is_meant(full_demo, folder, empty):
    database = Cluster(full_demo.data).connection_string("socialday")
    for recipients in (None, folder / "nowhere.pem", REPOSITORY / "README.md"):
        result = script("backup", folder / "refused", database=database, recipients=recipients)
        assert result.returncode == 1 and "backup:" in result.stderr
    assert not list((folder / "refused").glob("socialday*"))
    file = back_up(full_demo, folder / "plain", "none")
    assert file.suffix == ".dump" and file.stat().st_mode & 0o777 == 0o600
    result = script("restore", file, database=empty.database("plain"))
    assert result.returncode == 0, result.stderr


def test_the_backups_of_two_days_stay_then_one_a_day_for_35_days(full_demo, folder):
    to = folder / "many"
    to.mkdir(mode=0o700)
    past_midnight("UTC")
    now = datetime.datetime.now(datetime.timezone.utc)

    def name(days, hour):
        return f"socialday-{now - datetime.timedelta(days=days):%Y%m%d}T{hour:02}0000Z"

    for days in (1, 2, 3, 20, 35, 36, 400):
        for hour in (3, 4, 5):
            (to / f"{name(days, hour)}.dump").touch()
            (to / f"{name(days, hour)}.manifest").touch()
    (to / ".new.abandoned").mkdir()
    (to / "somebody-elses.dump").touch()
    new = back_up(full_demo, to, "none")
    kept = {name(days, hour) for days in (1, 2) for hour in (3, 4, 5)} | {name(days, 3) for days in (3, 20, 35)}
    kept.add(new.name.split(".")[0])
    assert {file.name for file in to.iterdir()} - {".lock"} == {
        f"{file}{suffix}" for file in kept for suffix in (".dump", ".manifest")} | {"somebody-elses.dump"}


def test_a_backup_that_fails_leaves_the_earlier_ones_and_nothing_half_written(full_demo, folder, certificate):
    to = folder / "failing"
    to.mkdir(mode=0o700)
    (to / "socialday-20200101T030000Z.dump").touch()
    result = script("backup", to, database="host=/nowhere dbname=socialday", recipients=certificate[0])
    assert result.returncode != 0 and "socialday-" not in result.stdout
    # Nobody reads what is asked for while its table is held for so long that pg_dump gives up.
    cluster = Cluster(full_demo.data)
    url = cluster.connection_string("socialday") + " options='-c lock_timeout=200ms'"
    with subprocess.Popen(
            [cluster.program("psql"), *cluster.options, "-d", "socialday", "-c",
             "begin; lock table app.host in access exclusive mode; select pg_sleep(60)"],
            stdout=subprocess.DEVNULL) as holder:
        until(lambda: "AccessExclusiveLock" in cluster.psql("socialday", "select mode from pg_locks"))
        result = script("backup", to, database=url, recipients=certificate[0])
        holder.terminate()
    assert result.returncode != 0
    assert [file.name for file in to.iterdir() if file.name != ".lock"] == ["socialday-20200101T030000Z.dump"]


@pytest.mark.parametrize("database", ["postgresql://alice:s%C3%A9same@db/socialday", "host=db user=alice password=sésame"])
def test_a_password_is_in_no_list_of_processes(database, folder, monkeypatch):
    programs, seen = folder / "programs", folder / "seen"
    programs.mkdir(exist_ok=True)
    psql = programs / "psql"
    psql.write_text(f'#!/bin/sh\nprintf "%s\\n" "$PGPASSWORD" "$@" > "{seen}"\nexit 1\n')
    psql.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    assert script("backup", folder / "none", database=database, recipients="none").returncode != 0
    password, *arguments = seen.read_text().splitlines()
    assert password == "sésame" and "alice" in arguments[-1] and "same" not in " ".join(arguments)
