"""What the privacy page promises: on the day it names, everything about an edition's people is gone."""

import datetime

import requests

from harness.cluster import Cluster
from harness.program import Demo
from harness.programme import VENUE, import_rows, session

PEOPLE = "select (select count(*) from app.attendee) + (select count(*) from app.sign_up) " \
    "+ (select count(*) from app.request_key) + (select count(*) from app.outbox)"


def test_people_are_forgotten_on_the_day_the_privacy_page_names_and_not_before(folder):
    demo = Demo(folder / "purge", "--empty")
    demo.start()
    try:
        cluster = Cluster(demo.data)
        import_rows(demo, folder, "venues", [VENUE])
        import_rows(demo, folder, "sessions", [session("2030-06-01", capacity="100")])
        token = demo.token("purge", "sign-ups:write")
        for number in range(3):
            answer = requests.post(
                f"{demo.url}/api/v1/sign-ups", verify=False, headers={"authorization": f"Bearer {token}"},
                json={"session": "test-session", "name": "Ada", "email": f"ada-{number}@example.org",
                      "request_key": f"purge-key-{number}"})
            assert answer.status_code == 201, answer.text
        assert int(cluster.psql("socialday", PEOPLE)) > 6

        today = datetime.datetime.now(datetime.timezone.utc).date()
        last = today - datetime.timedelta(days=89)  # Not yet three months ago, in whatever months.
        set_day = "update app.edition set first_day = '{0}', last_day = '{0}'"
        cluster.psql("socialday", set_day.format(last))
        assert "Nothing is past" in demo.command("purge").stdout
        cluster.psql("socialday", set_day.format(today - datetime.timedelta(days=93)))
        before = int(cluster.psql("socialday", PEOPLE))
        assert "would delete 3 attendees and 3 sign-ups" in demo.command("purge", "--dry-run").stdout
        assert int(cluster.psql("socialday", PEOPLE)) == before
        assert "deleted 3 attendees and 3 sign-ups" in demo.command("purge").stdout
        assert int(cluster.psql("socialday", PEOPLE)) == 0
        assert cluster.psql("socialday", "select confirmed from app.session_tally") == "3", "how full it was stays known"
        assert "Nothing is past" in demo.command("purge").stdout
    finally:
        assert demo.stop() == 0
