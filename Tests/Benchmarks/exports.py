"""Attendee lists of 100,000 sign-ups in 500 sessions, against `psql \\copy` of the same rows to one file."""

import datetime
import subprocess
import threading
import time
from contextlib import suppress

from measure import Failed, peak_memory, wrk

from harness.cluster import Cluster
from harness.crowd import sign_up_many
from harness.program import PROGRAM, Demo, environment
from harness.programme import VENUE, import_rows, session

PEOPLE, SESSIONS, SLOTS = 100_000, 500, 20

# What both show of a sign-up and its session, in a list's order.
COLUMNS = "session,title,starts_at,venue,room,reference,name,email,places,status,language,signed_up_at"
ROWS = """
    select s.slug, s.title_fr, s.starts_at, v.name, r.name, u.id, u.name, a.email, u.places, u.status, u.language, u.created_at
    from app.sign_up u join app.attendee a on a.id = u.attendee_id join app.session s on s.id = u.session_id
    join app.room r on r.id = s.room_id join app.venue v on v.id = r.venue_id
    where u.status <> 'cancelled'
    order by s.starts_at, v.name, r.name, s.slug, u.status, u.name collate "und-x-icu"
"""


class Exports:
    """A demo of its own with the crowd in it."""

    def __init__(self, folder, stack):
        self.folder = folder / "exports"
        self.folder.mkdir(mode=0o755)
        self.demo = Demo(self.folder / "data", "--empty", settings={"SOCIALDAY_NIGHTLY": "off"})
        stack.callback(self.demo.stop)
        self.demo.start()
        day = datetime.date.today() + datetime.timedelta(days=40)
        import_rows(self.demo, self.folder, "venues", [VENUE])
        import_rows(self.demo, self.folder, "sessions", [
            session(day, slug=f"bench-{number + 1:03}", room=f"Room {number // SLOTS}", host=f"Host {number % 50}",
                    starts_at=f"{8 + number % SLOTS // 2:02}:{number % 2 * 30:02}",
                    ends_at=f"{8 + number % SLOTS // 2 + number % 2:02}:{(1 - number % 2) * 30:02}", capacity="1000")
            for number in range(SESSIONS)])
        self.cluster = Cluster(self.demo.data)
        sign_up_many(self.cluster, PEOPLE)
        self.token = self.demo.token("bench", "sign-ups:write")

    def measure(self, seconds):
        """Lines of the report: what, value, the most and the least that it should be."""
        copy = min(self.copied() for _ in range(3))
        csv = min(self.exported("csv")[0] for _ in range(3))
        small, large = self.exported("xlsx", "--session", "bench-001"), self.exported("xlsx")
        # Twice as long as others: most of an export's work has to lie within.
        alone, beside = self.rate("alone", seconds * 2), self.rate("beside", seconds * 2, exporting=True)
        return [
            ("lists of 100,000 as CSV / psql \\copy", csv / copy, 3, None),
            ("lists of 100,000 as XLSX / CSV", large[0] / csv, None, None),
            ("memory of XLSX of 100,000 over that of one session, MiB", large[1] - small[1], 64, None),
            ("sign-ups during an export / without", beside / alone, None, 0.75),
        ]

    def copied(self):
        began = time.monotonic()
        self.cluster.run(
            "psql", "-X", "-q", "-d", "socialday", "-c",
            f"\\copy ({' '.join(ROWS.split())}) to '{self.folder}/copy.csv' csv header")
        return time.monotonic() - began

    def exported(self, kind, *options):
        """Seconds, and the most memory that the command had, in MiB."""
        began = time.monotonic()
        export, memory = self.start(kind, *options), 0
        # Not rusage's maximum, which holds what this program had when it started the other.
        while export.poll() is None:
            with suppress(Failed, OSError, TypeError):
                memory = max(memory, peak_memory(export.pid))
            time.sleep(0.005)
        if export.returncode:
            raise Failed(f"the export as {kind} failed")
        return time.monotonic() - began, memory

    def start(self, kind, *options):
        return subprocess.Popen(
            [PROGRAM, "export", "--data", self.demo.data, "--format", kind, "--columns", COLUMNS,
             "--out", self.folder / kind, *options],
            env=environment({}), stdout=subprocess.DEVNULL)

    def rate(self, name, seconds, exporting=False):
        """Sign-ups a second, with one export after another meanwhile or without."""
        over = threading.Event()

        def keep_exporting():
            while not over.is_set():
                self.exported("csv,xlsx")

        thread = threading.Thread(target=keep_exporting)
        if exporting:
            thread.start()
        try:
            seen = wrk(self.demo.url, "sign-ups.lua", [self.token, f"export-{name}", 1, 200], 64, seconds)
        finally:
            over.set()
            if exporting:
                thread.join()
        return seen.per_second
