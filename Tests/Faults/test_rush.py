"""20,000 attempts at a session of 500 places, from 256 connections, through two instances on one database."""

import asyncio
import time

import pytest
from rush import judge, rush

from harness.cluster import Cluster
from harness.program import Demo, Service, free_port
from harness.programme import DAY, VENUE, import_rows, session

CAPACITY, CONNECTIONS = 500, 256


@pytest.fixture(scope="module")
def prepared(folder):
    """A demo with one session of 500 places, whose PostgreSQL remembers when each transaction was committed."""
    demo = Demo(folder / "data", "--empty")
    demo.start()
    import_rows(demo, folder, "venues", [VENUE])
    import_rows(demo, folder, "sessions", [
        session(DAY, capacity=str(CAPACITY)), session(DAY, slug="unguarded", room="Room 2", capacity=str(CAPACITY))])
    cluster = Cluster(demo.data)
    cluster.set_and_restart("track_commit_timestamp", "on")
    yield demo, cluster
    assert demo.stop() == 0


@pytest.fixture(scope="module")
def instances(prepared):
    """Two services on that database."""
    demo, cluster = prepared
    services = []
    for _ in range(2):
        port = free_port()
        services.append(Service("serve", port=port, settings={
            "SOCIALDAY_DATABASE_URL": cluster.connection_string("socialday"), "SOCIALDAY_RATE_LIMIT": "off",
            "SOCIALDAY_LISTEN": f"127.0.0.1:{port}", "SOCIALDAY_PUBLIC_URL": f"https://localhost:{port}",
            "SOCIALDAY_TLS_CERT": str(demo.data / "certificate.pem"), "SOCIALDAY_TLS_KEY": str(demo.data / "key.pem"),
            "SOCIALDAY_SECRET_FILE": str(demo.data / "secret")}))
        services[-1].start()
    yield services
    for service in services:
        assert service.stop() == 0


def queue(cluster, slug):
    """(email, status, queue number, moment of the commit) of each sign-up for the session."""
    rows = cluster.psql("socialday", f"""
        select a.email, u.status, u.queue_number, extract(epoch from pg_xact_commit_timestamp(u.xmin))
        from app.sign_up u join app.attendee a on a.id = u.attendee_id join app.session s on s.id = u.session_id
        where s.slug = '{slug}'""")
    fields = [line.split("\t") for line in rows.splitlines()]
    return [(email, status, int(number), float(moment)) for email, status, number, moment in fields]


def test_a_rush_fills_exactly_the_places_there_are(prepared, instances, full, capsys):
    demo, cluster = prepared
    attempts = 20_000 if full else 6_000
    token = demo.token("rush", "sign-ups:write")
    began = time.monotonic()
    results = asyncio.run(rush([one.port for one in instances], token, "test-session", attempts, CONNECTIONS))
    seconds = time.monotonic() - began
    with capsys.disabled():
        print(f"\n    {attempts} attempts in {seconds:.1f} s, through {len(instances)} instances")
    assert judge(results, queue(cluster, "test-session"), CAPACITY, attempts) == []


# The rule as it is often written: places are counted first and written afterwards, with nothing in between to stop two
# who count at the same time; and some time goes by in between, so that they do wherever this runs.
WITHOUT_THE_LOCK = """
    create function app.take_time() returns trigger language plpgsql as 'begin perform pg_sleep(0.02); return null; end';
    create trigger take_time before insert on app.sign_up execute function app.take_time();
    create or replace function app.lock_edition(edition_ids bigint[]) returns void language sql as '';
    alter table app.session_tally drop constraint session_tally_confirmed;
    alter table app.sign_up drop constraint sign_up_queue_number;"""


def test_without_the_lock_the_same_rush_is_found_to_oversell(prepared, instances):
    demo, cluster = prepared
    token = demo.token("unguarded", "sign-ups:write")
    cluster.psql("socialday", WITHOUT_THE_LOCK)
    results = asyncio.run(rush([one.port for one in instances], token, "unguarded", 3_000, CONNECTIONS))
    problems = judge(results, queue(cluster, "unguarded"), CAPACITY, 3_000)
    assert any("are confirmed, and there are" in problem for problem in problems), problems
