"""Thirty stewards let people in, each ticket shown twice, half of the doors without network and sending late."""

import asyncio
import datetime
import random
import time

import pytest

from harness.client import Connection, SignUpClient
from harness.cluster import Cluster
from harness.program import Demo
from harness.programme import DAY, VENUE, import_rows, session
from harness.tickets import DOOR, Tickets

STEWARDS, SESSIONS = 30, 10


@pytest.fixture(scope="module")
def hall(folder):
    """A demo with ten sessions of many places."""
    demo = Demo(folder / "data", "--empty")
    demo.start()
    import_rows(demo, folder, "venues", [VENUE])
    import_rows(demo, folder, "sessions", [
        session(DAY, slug=f"hall-{number}", room=f"Room {number}", capacity="1500") for number in range(SESSIONS)])
    yield demo
    assert demo.stop() == 0


async def sign_up(demo, token, count):
    """Signs so many people up, over twenty connections."""
    numbers = iter(range(count))

    async def write():
        client = SignUpClient(demo.port, token)
        for number in numbers:
            status, _ = await client.sign_up({
                "session": f"hall-{number % SESSIONS}", "name": f"Guest {number}", "email": f"guest-{number}@example.org",
                "request_key": f"guest-{number:06}"})
            assert status == 201
        client.close()

    await asyncio.gather(*[write() for _ in range(20)])


class Steward:
    """One phone at the doors. What it recorded is sent until it is answered, whatever that takes."""

    def __init__(self, demo, token, number, scans, is_offline):
        self.demo, self.scans, self.is_offline, self.number = demo, scans, is_offline, number
        self.headers = {"authorization": f"Bearer {token}"}

    def items(self):
        at = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=30)
        for place, (slug, ticket) in enumerate(self.scans):
            item = {"session": slug, "ticket": ticket, "direction": "in", "request_key": f"steward-{self.number:02}-{place:06}"}
            if self.is_offline:
                item |= {"offline": True, "people": 1, "at": (at + datetime.timedelta(seconds=place / 10)).isoformat()}
            yield item

    async def work(self):
        connection = Connection(self.demo.port, timeout=30)
        items = list(self.items())
        size = 40 if self.is_offline else 1
        for start in range(0, len(items), size):
            batch = items[start:start + size]
            # The network comes back, goes, and comes back: everything is sent twice.
            for _ in range(2 if self.is_offline else 1):
                status, _, body = await connection.request("POST", "/api/v1/check-ins", batch, self.headers)
                assert status == 200, body
        connection.close()


def test_every_check_in_counts_once(hall, full, capsys):
    count = 10_000 if full else 1_200
    token = hall.token("doors", "sign-ups:write", "check-ins:write")
    asyncio.run(sign_up(hall, token, count))
    tickets = Tickets(hall)
    rows = tickets.rows("""
        select u.id, u.secret_version, s.slug from app.sign_up u join app.session s on s.id = u.session_id order by u.id""")
    shown = [(slug, tickets.token(int(number), int(version), DOOR)) for number, version, slug in rows] * 2
    assert len(shown) == 2 * count
    random.Random(7).shuffle(shown)
    stewards = [
        Steward(hall, token, number, shown[number::STEWARDS], is_offline=number % 2 == 1) for number in range(STEWARDS)]

    async def everybody():
        await asyncio.gather(*[steward.work() for steward in stewards])

    began = time.monotonic()
    asyncio.run(everybody())
    seconds = time.monotonic() - began
    with capsys.disabled():
        print(f"\n    {len(shown)} scans in {seconds:.1f} s")
    cluster = Cluster(hall.data)
    # Everybody is inside once, however often their ticket was shown and sent.
    sums = cluster.psql("socialday", "select sum(arrived), sum(inside), sum(walk_ins) from app.door_tally")
    assert sums.split("\t") == [str(count), str(count), "0"]
    assert cluster.psql("socialday", "select count(*) from app.presence where inside <> 1 or arrived <> 1") == "0"
    # What came late is kept, and what was too much of it is flagged.
    late = sum(len(steward.scans) for steward in stewards if steward.is_offline)
    facts = cluster.psql("socialday", """
        select count(*) filter (where is_offline), count(distinct (actor, request_key)) = count(*),
            count(*) filter (where objection is null) = (select count(*) from app.presence),
            (select sum(flagged) from app.door_tally) = count(*) filter (where objection is not null)
        from app.check_in""").split("\t")
    assert facts == [str(late), "t", "t", "t"]


def test_a_door_that_forgets_keys_is_found_to_count_twice(hall):
    """The same judgement finds a door that does not know what it has counted."""
    token = hall.token("forgetful", "sign-ups:write", "check-ins:write")
    cluster, tickets = Cluster(hall.data), Tickets(hall)
    cluster.psql("socialday", """
        truncate app.check_in, app.presence;
        update app.door_tally set arrived = 0, inside = 0, walk_ins = 0, walk_ins_inside = 0, flagged = 0;
        alter table app.check_in drop constraint check_in_request_key;
        create function app.forget_key() returns trigger language plpgsql as
            'begin new.request_key := gen_random_uuid(); return new; end';
        create trigger forgotten before insert on app.check_in for each row execute function app.forget_key();
        create unique index check_in_request_key_again on app.check_in (actor, request_key);
        alter table app.check_in add constraint check_in_request_key unique using index check_in_request_key_again""")
    number, version, slug = tickets.rows("""
        select u.id, u.secret_version, s.slug from app.sign_up u join app.session s on s.id = u.session_id limit 1""")[0]
    scans = [(slug, tickets.token(int(number), int(version), DOOR))]
    asyncio.run(Steward(hall, token, 1, scans, is_offline=True).work())
    assert cluster.psql("socialday", "select count(*) from app.check_in") == "2"
