"""Every kind of letter in both languages, as it lies in the demo's folder."""

import json
import re
import urllib.request

import pytest

from harness.letters import letters_of_all_kinds
from harness.program import TRUST_ANYONE

# What each kind has besides its text: codes, calendars by their methods, and where its links lead.
KINDS = {
    "confirmed": (1, ["REQUEST"], ["ticket"]),
    "promoted": (1, ["REQUEST"], ["ticket"]),
    "changed": (1, ["REQUEST"], ["ticket"]),
    "switched": (1, ["REQUEST"], ["ticket"]),
    "session_changed": (1, ["REQUEST"], ["ticket"]),
    "place_renamed": (1, ["REQUEST"], ["ticket"]),
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


@pytest.fixture(scope="module")
def town(folder):
    demo, mails = letters_of_all_kinds(folder)
    yield demo, mails
    assert demo.stop() == 0


@pytest.fixture(scope="module")
def demo(town):
    return town[0]


@pytest.fixture(scope="module")
def mails(town):
    return town[1]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_letter(demo, mails, kind, language):
    mail = mails[f"{kind}-{language}"]
    codes, methods, kinds_of_links = KINDS[kind]
    assert mail["content-language"] == language
    html, text = mail.text("text/html"), mail.text("text/plain")
    assert f'<html lang="{language}">' in html and "<script" not in html
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
    assert "en 1re position sur la liste d’attente" in text
    assert "La règle de la liste d’attente" in text and "les inscriptions ferment" in text


def test_each_pair_says_the_same_in_two_languages(mails):
    for kind in KINDS:
        french, english = (json.dumps(mails[f"{kind}-{language}"].text()) for language in ("fr", "en"))
        assert french != english
        assert not re.search(r"\b(the|your|place is|session moved)\b", french.split("Vous recevez")[0].replace("Test Hall", "")), kind
        assert not re.search(r"\b(votre|séance|vous|inscription)\b", english, re.I), kind
