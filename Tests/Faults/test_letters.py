"""Every kind of letter in both languages, as it lies in the demo's folder."""

import asyncio
import json
import re
import time
import urllib.request
import uuid

import pytest

from harness.client import SignUpClient
from harness.cluster import Cluster
from harness.mails import Mail
from harness.program import TRUST_ANYONE, Demo
from harness.programme import VENUE, import_rows, session

DAY = time.strftime("%Y-%m-%d", time.localtime(time.time() + 40 * 86_400))
SESSIONS = [
    session(DAY, capacity="5000", title_fr="Réparer <ensemble> & \"mieux\"", title_en="Mending <together> & \"better\""),
    session(DAY, slug="full", room="Room 2", capacity="1", starts_at="14:00", ends_at="15:00"),
    session(DAY, slug="overlapping", room="Room 3", starts_at="10:30", ends_at="11:30", capacity="50"),
    session(DAY, slug="called-off", room="Room 4", starts_at="16:00", ends_at="17:00", capacity="50"),
    session(DAY, slug="off-too", room="Room 5", starts_at="18:00", ends_at="19:00", capacity="50")]
# What each kind has besides its text: codes, calendars by their methods, and where its links lead.
KINDS = {
    "confirmed": (1, ["REQUEST"], ["ticket"]),
    "promoted": (1, ["REQUEST"], ["ticket"]),
    "changed": (1, ["REQUEST"], ["ticket"]),
    "switched": (1, ["REQUEST"], ["ticket"]),
    "session_changed": (1, ["REQUEST"], ["ticket"]),
    "already_signed_up": (0, [], ["ticket"]),
    "waiting": (0, [], ["ticket"]),
    "passed_over": (0, [], ["ticket"]),
    "moved_to_waiting": (0, [], ["ticket"]),
    "cancelled": (0, [], ["session"]),
    "clash": (0, [], ["session", "ticket", "switch"]),
    "day": (1, ["REQUEST"], ["ticket", "session"]),
    "session_cancelled": (0, [], ["session", "session", "session"]),
    "reminder": (0, [], ["ticket", "cancel"]),
    "tickets": (1, ["REQUEST"], ["ticket"]),
    "address_link": (0, [], ["everything"])}
LINKS = {
    "ticket": r"/{l}/tickets/AQ[\w-]+", "cancel": r"/{l}/tickets/AQ[\w-]+/cancel",
    "switch": r"/{l}/tickets/AQ[\w-]+/switch/overlapping", "session": r"/{l}/sessions/[\w-]+",
    "everything": r"/{l}/my-sign-ups/[\w-]{{43}}"}


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
        self.psql("select api.change_session('command', id, null, '{\"cancelled\": true}') from app.session where slug = 'called-off'")
        details = {
            "switched": "jsonb_build_object('left', '[]'::jsonb)",
            "session_changed": "jsonb_build_object('starts_at', s.starts_at - interval '1 h', 'ends_at', s.ends_at,"
                               " 'room', 'Old room', 'venue', 'Test Hall')",
            "day": "jsonb_build_array(jsonb_build_object('session', u.session_id, 'outcome', 'confirmed', 'sign_up', u.id),"
                   " jsonb_build_object('session', (select id from app.session where slug = 'full'), 'outcome', 'full'))"}
        self.psql("delete from app.outbox")
        for kind in KINDS:
            own = "null" if kind in ("clash", "day", "reminder", "tickets", "address_link") else "u.id"
            about = "(select id from app.session where slug = 'overlapping')" if kind == "clash" else "u.session_id"
            self.psql(
                "insert into app.outbox"
                " (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language, details)"
                f" select a.id, {own}, {about}, now(), now(), '{kind}', u.language, {details.get(kind, 'null::jsonb')}"
                " from app.attendee a join app.sign_up u on u.attendee_id = a.id join app.session s on s.id = u.session_id"
                f" where a.email in ('{kind}-fr@example.org', '{kind}-en@example.org')")


@pytest.fixture(scope="module")
def demo(folder):
    # Letters about the sign-ups themselves wait for a server that is not there.
    demo = Demo(folder / "data", "--empty", settings={
        "SOCIALDAY_SMTP_URL": "smtp://127.0.0.1:1", "SOCIALDAY_MAIL_FROM": "bonjour@socialday.example"})
    demo.start()
    yield demo
    assert demo.stop() == 0


@pytest.fixture(scope="module")
def mails(demo, folder):
    import_rows(demo, folder, "venues", [VENUE])
    import_rows(demo, folder, "sessions", SESSIONS)
    town = Town(demo)
    asyncio.run(town.people())
    assert demo.stop() == 0
    del demo.settings["SOCIALDAY_SMTP_URL"]
    demo.start()
    town.write()
    end = time.monotonic() + 30
    while town.psql("select count(*) from app.outbox where sent_at is null and dropped_at is null") != "0":
        assert time.monotonic() < end, town.psql("select kind, attempts, last_error from app.outbox where sent_at is null")
        time.sleep(0.2)
    assert town.psql("select string_agg(kind, ',') from app.outbox where dropped_at is not null") == ""
    found = [Mail(file.read_bytes()) for file in (folder / "data/mail").glob("*.eml")]
    return {mail["to"].partition("@")[0]: mail for mail in found}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_letter(demo, mails, kind, language):
    mail = mails[f"{kind}-{language}"]
    codes, methods, kinds_of_links = KINDS[kind]
    assert mail["content-language"] == language
    html, text = mail.text("text/html"), mail.text("text/plain")
    assert f'<html lang="{language}">' in html and "<table" not in html and "<script" not in html
    assert html.count("<h1") == 1
    assert len(mail.codes) == codes
    assert all(re.fullmatch(rf"{demo.url}/{language}/tickets/Ag[\w-]+", code) for code in mail.codes)
    assert [method for method, _ in mail.calendars] == methods

    patterns = [demo.url + LINKS[link].format(l=language) for link in kinds_of_links] + [demo.url + f"/{language}/programme"]
    for link in mail.links:
        [pattern, *_] = [pattern for pattern in patterns if re.fullmatch(pattern, link)]
        patterns.remove(pattern)
        assert link in text, "the plain text leads everywhere, too"
    assert patterns == []

    # Nobody is named: not on the outside, where bystanders look, nor inside, where a stranger could have typed the name.
    assert "Canari" not in html + text + str(mail["subject"])
    assert "@example.org" not in str(mail["subject"]) + html + text
    assert "<ensemble>" not in html and "<together>" not in html


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_and_code_leads_somewhere(mails, kind):
    for language in ("fr", "en"):
        mail = mails[f"{kind}-{language}"]
        # Exchanging places is driven where its page is tested.
        for address in [link for link in mail.links if "/switch/" not in link] + mail.codes:
            with urllib.request.urlopen(address, context=TRUST_ANYONE) as answer:
                assert answer.status == 200 and f'<html lang="{language}"' in answer.read().decode()


def test_calendars_say_which_entry_and_since_when(mails):
    for kind in ("confirmed", "tickets", "session_changed"):
        [(method, lines)] = mails[f"{kind}-fr"].calendars
        assert f"METHOD:{method}" in lines
        fields = dict(line.split(":", 1) for line in lines)
        assert re.fullmatch(r"[0-9a-z]{4}-[0-9a-z]{4}@localhost", fields["UID"])
        assert int(fields["SEQUENCE"]) >= 0 and fields["STATUS"] == "CONFIRMED"
        assert fields["ORGANIZER"].startswith("mailto:") and fields["DTSTART;TZID=Europe/Paris"].endswith("T100000")


def test_the_waiting_letter_prints_the_rule_and_the_position(mails):
    text = mails["waiting-fr"].text()
    assert "1re sur la liste d’attente" in text
    assert "La règle de la liste d’attente" in text and "les inscriptions ferment" in text


def test_each_pair_says_the_same_in_two_languages(mails):
    for kind in KINDS:
        french, english = (json.dumps(mails[f"{kind}-{language}"].text()) for language in ("fr", "en"))
        assert french != english
        assert not re.search(r"\b(the|your|place is|session moved)\b", french.split("Vous recevez")[0].replace("Test Hall", "")), kind
        assert not re.search(r"\b(votre|séance|vous|inscription)\b", english, re.I), kind
