"""A day of five sessions, from 200 people at once, for scarce places."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from harness.cluster import Cluster
from harness.program import Demo
from harness.programme import DAY, VENUE, import_rows, session

PEOPLE, PLACES = 200, 30
SESSIONS = ["nine", "ten", "half-past-ten", "noon", "two"]
# The third overlaps the second and the fourth starts as the third ends.
TIMES = [("09:00", "10:00"), ("10:00", "11:00"), ("10:30", "12:00"), ("12:00", "13:00"), ("14:00", "15:00")]


@pytest.fixture(scope="module")
def crowded(folder):
    demo = Demo(folder / "data", "--empty")
    demo.start()
    import_rows(demo, folder, "venues", [VENUE])
    import_rows(demo, folder, "sessions", [
        session(DAY, slug=slug, room=slug, capacity=str(PLACES), starts_at=start, ends_at=end)
        for slug, (start, end) in zip(SESSIONS, TIMES)])
    yield demo
    assert demo.stop() == 0


def outcomes(demo, number):
    """What one person is told of each session, as the page's marks have it."""
    client = requests.Session()
    client.verify = client.trust_env = False
    page = client.get(f"{demo.url}/en/my-day", params={"sessions": ",".join(SESSIONS)}).text
    fields = dict(re.findall(r'<input type="hidden" name="(request_key|form_token)" value="([^"]*)"', page))
    answer = client.post(
        f"{demo.url}/en/my-day", headers={"origin": demo.url},
        data=fields | {"session": SESSIONS, "name": "Ada", "email": f"p{number}@example.org", "places": str(1 + number % 3)})
    assert answer.status_code == 200, answer.status_code
    return re.findall(r'<li class="ticket (\w+)">', answer.text)


def test_everybody_is_told_of_each_session_and_no_place_goes_twice(crowded):
    with ThreadPoolExecutor(40) as pool:
        told = list(pool.map(lambda number: outcomes(crowded, number), range(PEOPLE)))
    assert all(len(kinds) == len(SESSIONS) for kinds in told)
    cluster = Cluster(crowded.data)
    taken = cluster.psql("socialday", """
        select s.slug, sum(u.places) filter (where u.status = 'confirmed'), t.confirmed, t.capacity
        from app.sign_up u join app.session s on s.id = u.session_id join app.session_tally t on t.session_id = s.id
        group by 1, 3, 4""").splitlines()
    assert len(taken) == len(SESSIONS)
    for line in taken:
        slug, places, tally, capacity = line.split("\t")
        assert int(places) == int(tally) <= int(capacity) == PLACES, line
        assert int(places) > PLACES - 3, f"{slug}: places were left though people wait"
    # I3, and what people were told is what there is.
    assert cluster.psql("socialday", """
        select count(*) from app.sign_up a join app.session s on s.id = a.session_id
        join app.sign_up b on b.attendee_id = a.attendee_id and b.id > a.id
        join app.session o on o.id = b.session_id
        where a.status = 'confirmed' and b.status = 'confirmed' and s.starts_at < o.ends_at and o.starts_at < s.ends_at
        """).strip() == "0"
    for status, kind in (("confirmed", "good"), ("waiting", "waiting")):
        there = cluster.psql("socialday", f"select count(*) from app.sign_up where status = '{status}'").strip()
        assert int(there) == sum(kinds.count(kind) for kinds in told), status
    letters = cluster.psql("socialday", """
        select count(*) from app.outbox where kind = 'day' or gathered_into is null and kind in ('confirmed', 'waiting')""")
    assert int(letters.strip()) == PEOPLE, "one form, one mail"
