"""People in every state that a letter can tell of, and a letter of each kind to them in both languages."""

import asyncio
import uuid
from concurrent.futures import ThreadPoolExecutor

from harness.client import SignUpClient
from harness.cluster import Cluster
from harness.mails import Mail
from harness.program import Demo
from harness.programme import DAY, VENUE, import_rows, session
from harness.waiting import until

SESSIONS = [
    session(DAY, capacity="5000", title_fr="Réparer <ensemble> & \"mieux\"", title_en="Mending <together> & \"better\""),
    session(DAY, slug="full", room="Room 2", capacity="1", starts_at="14:00", ends_at="15:00"),
    session(DAY, slug="overlapping", room="Room 3", starts_at="10:30", ends_at="11:30", capacity="50"),
    session(DAY, slug="called-off", room="Room 4", starts_at="16:00", ends_at="17:00", capacity="50"),
    session(DAY, slug="off-too", room="Room 5", starts_at="18:00", ends_at="19:00", capacity="50")]
KINDS = [
    "confirmed", "promoted", "changed", "switched", "session_changed", "place_renamed", "already_signed_up", "waiting",
    "passed_over", "moved_to_waiting", "cancelled", "clash", "day", "session_cancelled", "reminder", "tickets",
    "address_link"]

# What the outbox calls them, where that is another name.
NAMES = {"place_renamed": "session_changed"}


class Town:
    """A demo with a few sessions, and people in every state that a letter can tell of."""

    def __init__(self, demo):
        self.demo = demo
        self.token = demo.token("letters", "sign-ups:write")

    def psql(self, statement):
        return Cluster(self.demo.data).psql("socialday", statement)

    async def sign_up(self, client, address, slug, language="fr"):
        status, answer = await client.sign_up({
            "session": slug, "name": "Zoé Canari", "email": address, "language": language,
            "request_key": str(uuid.uuid4())})
        assert status == 201, answer
        return answer["reference"]

    async def people(self):
        client = SignUpClient(self.demo.port, self.token)
        await self.sign_up(client, "holder@example.org", "full")
        for kind in KINDS:
            for language in ("fr", "en"):
                slug = {"waiting": "full", "passed_over": "full", "moved_to_waiting": "full",
                        "session_cancelled": "called-off"}.get(kind, "test-session")
                reference = await self.sign_up(client, f"{kind}-{language}@example.org", slug, language)
                if kind == "cancelled":
                    await client.connection.request("DELETE", f"/api/v1/sign-ups/{reference}", headers=client.headers)
        client.close()

    def write(self):
        """A letter of each kind, and no other."""
        # In one transaction, before its own letters could be sent.
        self.psql("select api.change_session('command', id, null, '{\"cancelled\": true}') from app.session"
                  " where slug = 'called-off'; delete from app.outbox")
        details = {
            "switched": "jsonb_build_object('left', '[]'::jsonb)",
            "session_changed": "jsonb_build_object('starts_at', s.starts_at - interval '1 h', 'ends_at', s.ends_at,"
                               " 'room', 'Old room', 'venue', 'Test Hall')",
            "place_renamed": "jsonb_build_object('starts_at', s.starts_at, 'ends_at', s.ends_at, 'room', 'Room 1',"
                             " 'venue', 'Old Hall', 'address', '1 rue Ancienne, 75001 Paris', 'renamed', true)",
            "day": "jsonb_build_array(jsonb_build_object('session', u.session_id, 'outcome', 'confirmed', 'sign_up', u.id),"
                   " jsonb_build_object('session', (select id from app.session where slug = 'full'), 'outcome', 'full'))"}
        for kind in KINDS:
            own = "null" if kind in ("clash", "day", "reminder", "tickets", "address_link") else "u.id"
            about = "(select id from app.session where slug = 'overlapping')" if kind == "clash" else "u.session_id"
            self.psql(
                "insert into app.outbox"
                " (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language, details)"
                f" select a.id, {own}, {about}, now(), now(), '{NAMES.get(kind, kind)}', u.language, {details.get(kind, 'null::jsonb')}"
                " from app.attendee a join app.sign_up u on u.attendee_id = a.id join app.session s on s.id = u.session_id"
                f" where a.email in ('{kind}-fr@example.org', '{kind}-en@example.org')")


def letters_of_all_kinds(folder):
    """A demo that runs, and the mails that it wrote, by kind and language: `confirmed-fr`."""
    # Letters about the sign-ups themselves wait for a server that is not there.
    demo = Demo(folder / "data", "--empty", settings={
        "SOCIALDAY_SMTP_URL": "smtp://127.0.0.1:1", "SOCIALDAY_MAIL_FROM": "bonjour@socialday.example"})
    demo.start()
    import_rows(demo, folder, "venues", [VENUE])
    import_rows(demo, folder, "sessions", SESSIONS)
    town = Town(demo)
    # In a thread, since a test's own one may have a loop of its own.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, town.people()).result()
    # Before they could be sent into the folder.
    town.psql("delete from app.outbox")
    assert demo.stop() == 0
    del demo.settings["SOCIALDAY_SMTP_URL"]
    demo.start()
    town.write()
    until(lambda: town.psql("select count(*) from app.outbox where sent_at is null and dropped_at is null") == "0")
    assert town.psql("select string_agg(kind, ',') from app.outbox where dropped_at is not null") == ""
    found = [Mail(file.read_bytes()) for file in (folder / "data/mail").glob("*.eml")]
    assert len(found) == 2 * len(KINDS), "a letter of each kind, and no other"
    return demo, {mail["to"].partition("@")[0]: mail for mail in found}
