"""The nightly export against kills, full disks, lost connections and each other: a night is there whole or not at all."""

import contextlib
import datetime
import hashlib
import json
import os
import pty
import random
import re
import subprocess
import time

import pytest
from night import cluster, demo, digest, is_good, night, nights, out, start  # noqa: F401 (fixtures)

from harness.cluster import Cluster
from harness.mails import mails_in
from harness.program import PROGRAM, environment
from harness.waiting import until


def runs(cluster):
    """The latest run's outcome, rows and reason."""
    return cluster.psql(
        "socialday", "select outcome, rows, coalesce(error, '-') from app.export_run order by id desc limit 1").split("\t")


def earlier(out):
    """Makes the night that is there that of a day before; returns its folder and what is in it."""
    [written] = nights(out)
    yesterday = datetime.date.fromisoformat(written.name) - datetime.timedelta(days=1)
    before = written.rename(out / str(yesterday))
    return before, digest(before)


def test_a_night_holds_everyone_once_and_tells_organisers_by_mail_without_the_lists(demo, cluster, out):
    result = night(demo, out)
    assert result.returncode == 0, result.stderr
    [folder] = nights(out)
    manifest = json.loads((folder / "manifest.json").read_text())
    files = {file["name"]: file for file in manifest["files"]}
    sessions = int(cluster.psql("socialday", "select count(*) from api.programme"))
    assert len(files) == 2 * sessions + 2 == len(list(folder.iterdir())) - 1
    assert manifest["rows"] == files["_edition.csv"]["rows"] == files["_edition.xlsx"]["rows"] == 2000
    assert manifest["agrees"] and sum(one["sign_ups"] for one in manifest["sessions"]) == 2000
    for name, file in files.items():
        content = (folder / name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["bytes"], file["sha256"])
        assert (file["stored_bytes"], file["stored_sha256"]) == (file["bytes"], file["sha256"])
    assert (folder / "_edition.csv").read_text().count("@example.org") == 2000
    assert "already" in night(demo, out).stdout and runs(cluster) == ["done", "2000", "-"]

    mails = until(lambda: [mail for _, mail in mails_in(demo.data / "mail") if "Les listes" in mail["subject"]])
    assert mails[0].types == ["multipart/alternative", "text/plain", "text/html"]
    assert f"{demo.url}/staff/exports" in mails[0].links and "2\u202f000" in mails[0].text()
    assert "Personne" not in mails[0].text() and "person-" not in mails[0].text()


@pytest.mark.parametrize("options", [["--nightly"], ["--format", "csv"]], ids=["nightly", "now"])
def test_whoever_watches_on_a_terminal_sees_how_far_it_is(demo, cluster, out, options):
    ours, theirs = pty.openpty()
    export = subprocess.Popen(
        [PROGRAM, "export", *options, "--data", demo.data, "--out", out], env=environment({}),
        stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    seen = b""
    with contextlib.suppress(OSError):  # The other end is closed.
        while piece := os.read(ours, 4096):
            seen += piece
    os.close(ours)
    assert export.wait(timeout=120) == 0
    assert re.search(rb"\r[1-9]\d* of 2000 sign-ups", seen) and seen.endswith(b"\r\x1b[K"), seen


def test_killed_at_any_instant_a_night_is_there_whole_or_not_and_the_earlier_ones_are_as_they_were(
        demo, cluster, out, full, capsys):
    seed = random.SystemRandom().getrandbits(32) if full else 1
    chance = random.Random(seed)
    began = time.monotonic()
    assert night(demo, out).returncode == 0
    length = time.monotonic() - began
    before, content = earlier(out)
    whole = 0
    for _ in range(200 if full else 8):
        export = start(demo, out)
        with contextlib.suppress(subprocess.TimeoutExpired):
            export.wait(chance.random() * length * 1.2)
        export.kill()
        export.communicate()
        assert digest(before) == content
        for folder in nights(out):
            if folder != before:
                whole += 1
                assert is_good(demo, folder), f"seed {seed}"
                folder.rename(out / ".gone")
                subprocess.run(["rm", "-r", out / ".gone"], check=True)
    with capsys.disabled():
        print(f"\n    seed {seed}: {whole} nights were whole when their writer was killed")
    result = night(demo, out)
    assert result.returncode == 0, result.stderr
    assert len(nights(out)) == 2 and is_good(demo, nights(out)[-1]) and digest(before) == content
    assert [one.name for one in out.iterdir() if one.name.startswith(".")] == [], "leftovers"
    # The check bites: with a file missing, which is how a night looks that is written in place, it is not whole.
    (nights(out)[-1] / "_edition.csv").unlink()
    assert not is_good(demo, nights(out)[-1])


def test_on_a_full_disk_nothing_of_the_night_is_left_and_it_is_told(demo, cluster, out):
    if os.geteuid() != 0:
        pytest.skip("a small file system can be mounted by root only")
    out.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", out], capture_output=True, text=True)
    if mounted.returncode != 0:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr}")
    try:
        cluster.psql("socialday", "delete from app.export_run; delete from app.staff_letter")
        result = night(demo, out)
        assert result.returncode == 1 and "No space left" in result.stderr, result.stderr
        assert list(out.iterdir()) == []
        assert night(demo, out).returncode == 1
    finally:
        subprocess.run(["umount", out], check=True)
    outcome, _, error = runs(cluster)
    assert outcome == "failed" and "No space left" in error
    told = cluster.psql("socialday", "select kind, count(distinct account_id), count(*) from app.staff_letter group by kind")
    assert told == "night_failed\t2\t2", "the organiser and the administrator, once"
    check = demo.command("check")
    assert check.returncode == 1 and "FAIL  export" in check.stdout


def test_nights_on_a_disk_that_holds_no_more_than_the_retention_wants_go_on_and_the_last_good_one_stays(
        demo, cluster, out, full):
    if not full or os.geteuid() != 0:
        pytest.skip("--full, as root: some forty nights on a file system of their own")
    assert night(demo, out).returncode == 0
    [first] = nights(out)
    size = sum(-(-file.stat().st_size // 4096) * 4096 for file in first.iterdir())
    subprocess.run(["rm", "-r", first], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={int(size * 3.3)}", "tmpfs", out], check=True)
    try:
        def next_night(retention):
            """Lets a day go by, and writes the next."""
            for folder in nights(out):
                day = datetime.date.fromisoformat(folder.name) - datetime.timedelta(days=1)
                folder.rename(out / str(day))
            cluster.psql("socialday", "update app.export_run set night = night - 1,"
                         " snapshot_at = snapshot_at - interval '1 day' where kind = 'nightly'")
            return night(demo, out, settings={"SOCIALDAY_EXPORT_RETENTION": str(retention)})

        cluster.psql("socialday", "update app.export_run set night = current_date - 1")
        for number in range(40):
            result = next_night(3)
            assert result.returncode == 0, result.stderr
            assert len(nights(out)) == min(number + 1, 3) and is_good(demo, nights(out)[-1])
        kept = [folder.name for folder in nights(out)]
        # More are wanted than there is room for: it fails and says so, and what is there stays.
        result = next_night(30)
        assert result.returncode == 1 and "No space left" in result.stderr
        assert len(nights(out)) == len(kept) and all(is_good(demo, folder) for folder in nights(out))
        # Only the last good one is left, on a disk that something else fills.
        result = next_night(1)
        assert result.returncode == 0 and len(nights(out)) == 1
        (out / ".filler").write_bytes(bytes(int(size * 1.8)))
        result = next_night(1)
        assert result.returncode == 1 and len(nights(out)) == 1 and is_good(demo, nights(out)[0])
    finally:
        subprocess.run(["umount", out], check=True)


def test_a_lost_database_leaves_nothing_and_the_next_run_makes_good(demo, cluster, out):
    """The lists wait for a table that somebody holds, and then their connection ends."""
    cluster.psql("socialday", "delete from app.export_run; delete from app.staff_letter")
    holder = subprocess.Popen(
        [cluster.program("psql"), *cluster.options, "-d", "socialday", "-c",
         "begin; lock table app.attendee in access exclusive mode; select pg_sleep(60)"], stdout=subprocess.DEVNULL)

    def is_cut_off():
        """Whoever waits is cut off, the service too: which of them is the export, nobody can see."""
        cluster.psql("socialday", "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'")
        return export.poll() is not None

    try:
        until(lambda: "AccessExclusiveLock" in cluster.psql("socialday", "select mode from pg_locks"))
        export = start(demo, out)
        until(is_cut_off)
        _, errors = export.communicate()
    finally:
        holder.kill()
        cluster.psql("socialday", "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(60)'"
                     " and pid <> pg_backend_pid()")
    assert export.returncode != 0 and ("57P01" in errors or "connection" in errors), errors
    assert nights(out) == [] and runs(cluster)[0] == "failed"
    letters = "select distinct kind from app.staff_letter"
    assert cluster.psql("socialday", letters) == "night_failed", "noted over another connection"
    assert night(demo, out).returncode == 0 and is_good(demo, nights(out)[0])


def test_of_several_started_at_once_one_writes_the_night_and_all_are_content(demo, cluster, out):
    exports = [start(demo, out) for _ in range(4)]
    said = [export.communicate(timeout=120)[0] for export in exports]
    assert [export.returncode for export in exports] == [0] * 4
    assert sum("Wrote" in text for text in said) == 1 and sum("already" in text for text in said) == 3
    assert len(nights(out)) == 1 and is_good(demo, nights(out)[0])


@pytest.mark.parametrize("shift", ["+1h", "-1h", "+3d"])
def test_a_clock_that_is_off_names_no_other_day_than_the_databases(demo, cluster, out, shift):
    result = subprocess.run(
        ["faketime", "-m", "-f", shift, PROGRAM, "export", "--nightly", "--data", demo.data, "--out", out],
        env=environment({"FAKETIME_DONT_FAKE_MONOTONIC": "1"}), capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    today = cluster.psql("socialday", "select (now() at time zone 'Europe/Paris')::date")
    assert [folder.name for folder in nights(out)] == [today]


def test_a_missed_night_is_written_as_soon_as_the_service_is_there_again(demo, cluster):
    cluster.psql("socialday", "delete from app.export_run")
    assert demo.stop() == 0
    del demo.settings["SOCIALDAY_NIGHTLY"]
    demo.start()
    cluster = Cluster(demo.data)
    cluster.psql("socialday", "update app.edition set created_at = created_at - interval '2 days'")
    [written] = until(lambda: nights(demo.data / "exports"), seconds=120)
    assert is_good(demo, written)
