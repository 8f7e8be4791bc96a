"""What the privacy page promises: on the days it names, what it names is gone; counts and a record of the deletion stay."""

import json
import zipfile

import pytest
import requests

from harness.cluster import Cluster
from harness.program import Demo
from harness.programme import DAY, VENUE, import_rows, session
from harness.waiting import past_midnight

PEOPLE = "select (select count(*) from app.attendee) + (select count(*) from app.sign_up) " \
    "+ (select count(*) from app.request_key) + (select count(*) from app.outbox)"
LIVE = "select count(*) from app.sign_up where status = '{0}'"


class Edition:
    """An edition of one session, whose day is moved into the past: two people come, two wait, one has cancelled."""

    def __init__(self, demo, folder):
        self.demo, self.cluster, self.folder = demo, Cluster(demo.data), folder
        import_rows(demo, folder, "venues", [VENUE])
        import_rows(demo, folder, "sessions", [session(DAY, capacity="4")])
        headers = {"authorization": f"Bearer {demo.token('purge', 'sign-ups:write')}"}
        for number, places in enumerate((2, 2, 1, 2, 3)):
            answer = requests.post(
                f"{demo.url}/api/v1/sign-ups", verify=False, headers=headers,
                json={"session": "test-session", "name": "Canary Bird", "email": f"canary-{number}@example.org",
                      "places": places, "needs": ["wheelchair"], "request_key": f"purge-key-{number}"})
            assert answer.status_code == 201, answer.text
        reference = answer.json()["reference"]
        assert requests.delete(f"{demo.url}/api/v1/sign-ups/{reference}", verify=False, headers=headers).status_code == 204

    def sql(self, statement):
        return self.cluster.psql("socialday", statement)

    def was(self, days):
        """Lets the day have been so many days ago, where the edition is."""
        past_midnight()
        day = f"(now() at time zone time_zone)::date - {days}"
        self.sql(f"update app.edition set first_day = {day}, last_day = {day}")

    def purge(self, *options):
        result = self.demo.command("purge", *options)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def check(self):
        """What the doctor says of retention."""
        [line] = [line for line in self.demo.command("check").stdout.splitlines() if "retention:" in line]
        return line

    def tables_with(self, text):
        """The tables, of whatever part of the service, that hold a text in any column."""
        tables = self.sql("select relname from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'")
        return [table for table in tables.split()
                if self.sql(f"select count(*) from app.{table} t where t::text ilike '%{text}%'") != "0"]

    def status(self, status):
        return int(self.sql(LIVE.format(status)))


@pytest.fixture
def edition(folder, request):
    # It writes no night by itself, be it ten past four.
    demo = Demo(folder / request.node.name[:40], "--empty", settings={"SOCIALDAY_NIGHTLY": "off"})
    demo.start()
    yield Edition(demo, folder)
    assert demo.stop() == 0


def test_each_kind_goes_on_its_day_and_not_before_and_counts_stay(edition):
    assert "Nothing is past" in edition.purge() and edition.check().startswith("ok")
    edition.sql("""
        insert into app.note (attendee_id, sign_up_id, written_at, written_by, text)
        select u.attendee_id, u.id, now(), 'command', 'Canary: sings' from app.sign_up u""")
    # A week for needs.
    edition.was(6)
    assert "Nothing is past" in edition.purge()
    edition.was(7)
    before = edition.sql(PEOPLE)
    assert "would delete what 5 sign-ups told of needs" in edition.purge("--dry-run")
    assert edition.sql(PEOPLE) == before and "should have been deleted" not in edition.check()
    assert "deleted what 5 sign-ups told of needs" in edition.purge()
    assert edition.sql("select count(*) from app.sign_up where needs is not null") == "0"
    # A month for those without a place, and for the attendees whom nothing else keeps.
    edition.was(27)
    assert "Nothing is past" in edition.purge()
    edition.was(33)
    assert edition.check().startswith("FAIL") and "3 sign-ups without a place" in edition.check()
    assert "would delete 3 sign-ups without a place" in edition.purge("--dry-run")
    told = edition.purge()
    assert "deleted 3 sign-ups without a place" in told and "deleted 3 attendees" in told
    assert (edition.status("confirmed"), edition.status("waiting"), edition.status("cancelled")) == (2, 0, 0)
    assert edition.sql("select count(*) from app.attendee") == "2" and edition.check().startswith("ok")
    # Three months for everybody.
    edition.was(88)
    assert "Nothing is past" in edition.purge()
    edition.was(93)
    assert "would delete 2 attendees" in edition.purge("--dry-run")
    told = edition.purge()
    assert "deleted 2 attendees" in told and "deleted 2 sign-ups with places" in told
    assert edition.sql(PEOPLE) == "0" and "Nothing is past" in edition.purge()
    assert edition.tables_with("canary") == []
    # What stays: how many there were before the first of them went.
    assert edition.sql("select confirmed, places, waiting, cancelled from api.session_counts") == "2\t4\t2\t1"
    record = edition.sql("select kind, reason, sum(rows) from api.purges group by 1, 2 order by 1")
    rows = dict((kind, int(count)) for kind, reason, count in (line.split("\t") for line in record.splitlines()))
    assert {"needs": 5, "notes": 5, "attendees": 5, "sign_ups": 2, "sign_ups_without_place": 3}.items() <= rows.items(), record
    assert "request" not in record.replace("request_keys", ""), record


def test_many_go_in_several_goes_and_none_is_left(edition):
    edition.sql("""
        insert into app.attendee (edition_id, email, created_at)
        select e.id, 'many-' || n || '@example.org', now() from app.edition e, generate_series(1, 12000) n;
        insert into app.sign_up (session_id, attendee_id, created_at, queue_number, places, caller, status, route, language,
            name, cancelled_at)
        select s.id, a.id, now(), 1000 + a.id, 1, gen_random_uuid(), 'cancelled', 'api', 'fr', 'Many', now()
        from app.attendee a, app.session s where a.email like 'many-%'""")
    edition.was(93)
    assert "deleted 12005 attendees" in edition.purge()
    assert edition.sql(PEOPLE) == "0"
    assert int(edition.sql("select max(rows) from api.purges")) == 5000, "nobody waits for all of them"


def test_the_record_can_only_be_added_to(edition):
    edition.was(93)
    edition.purge()
    for statement in ("update app.purge set rows = 1", "delete from app.purge", "truncate app.purge"):
        with pytest.raises(AssertionError, match="only added to"):
            edition.sql(statement)


def test_whoever_erases_themselves_is_in_no_table_and_in_no_file_written_after(edition):
    edition.sql("update app.sign_up set name = 'Marabout' where attendee_id in (select id from app.attendee"
                " where email = 'canary-0@example.org')")
    people = requests.get(
        f"{edition.demo.url}/api/v1/sessions/test-session/attendees", verify=False,
        headers={"authorization": f"Bearer {edition.demo.token('reader', 'attendees:read')}"}).json()["data"]
    [reference] = [one["reference"] for one in people if one["name"] == "Marabout"]
    traces = (b"Marabout", b"canary-0@", reference.encode())
    nights, lists = edition.folder / "nights", edition.folder / "lists"
    assert edition.demo.command("export", "--nightly", "--out", nights).returncode == 0
    [first] = nights.iterdir()
    assert all(trace in contents(first) for trace in traces), "nothing would be found anywhere"
    first.rename(nights / "2020-01-01")
    edition.sql("update app.export_run set night = '2020-01-01', snapshot_at = snapshot_at - interval '1 minute'")

    edition.sql("select api.erase_attendee(id) from app.attendee where email = 'canary-0@example.org'")
    assert (edition.status("confirmed"), edition.status("waiting")) == (2, 1), "who waited and fits came up"
    assert edition.tables_with("canary-0") == edition.tables_with("marabout") == []
    assert "attendee" in edition.tables_with("canary-1"), "nothing would be found anywhere"
    assert edition.demo.command("export", "--nightly", "--out", nights).returncode == 0
    [second] = [one for one in nights.iterdir() if one.name != "2020-01-01"]
    options = ["--columns", "all", "--format", "csv,xlsx,json,sheet", "--out", lists]
    assert edition.demo.command("export", *options).returncode == 0
    for folder in (second, lists):
        found = contents(folder)
        assert b"canary-1@" in found and not any(trace in found for trace in traces)
    manifest = json.loads((second / "manifest.json").read_text())
    assert manifest["since"] == "2020-01-01" and manifest["changes"]["cancelled"] == 1 and manifest["agrees"]
    record = edition.sql("select kind, reason, rows from api.purges order by kind").splitlines()
    assert "attendees\trequest\t1" in record and "sign_ups_without_place\trequest\t1" in record


def contents(folder):
    """Every byte of its files, workbooks unpacked."""
    found = []
    for file in folder.iterdir():
        found.append(file.read_bytes())
        if file.suffix == ".xlsx":
            book = zipfile.ZipFile(file)
            found += [book.read(name) for name in book.namelist()]
    return b"\n".join(found)


def test_editions_to_come_keep_everybody(edition):
    edition.sql("insert into app.edition (first_day, last_day, time_zone) values ('2020-01-01', '2020-01-01', 'Europe/Paris')")
    edition.sql("""
        insert into app.attendee (edition_id, email, created_at)
        select e.id, 'old@example.org', now() from app.edition e where e.first_day = '2020-01-01'""")
    assert "deleted 1 attendee\n" in edition.purge()
    assert edition.sql("select count(*) from app.attendee") == "5"
