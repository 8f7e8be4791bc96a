"""What organisers say on the pages: notices, and what the law asks of them."""

import datetime

import pytest
import requests

from harness.waiting import until


@pytest.fixture(scope="module")
def get(demo, test_sessions):
    client = requests.Session()
    client.verify = client.trust_env = False
    return lambda path: client.get(demo.url + path)


def test_notices_stand_where_they_belong(demo, page, test_sessions, picture):
    def notice(*arguments):
        result = demo.command("notice", *arguments)
        assert result.returncode == 0, result.stderr
        return result.stdout

    texts = {"edition": [], "venue": ["--venue", "test-hall"], "session": ["--session", "roomy"]}
    for name, about in texts.items():
        notice("set", *about, "--fr", f"Message : {name}", "--en", f"About the {name} <b>")
    notice("set", "--venue", "mairie-11e", "--fr", "Demain", "--en", "Tomorrow", "--since", "2099-01-01T10:00")
    expected = {
        "": ["edition"], "/programme": ["edition"], "/programme?theme=care": ["edition"],
        "/venues/test-hall": ["edition", "venue"], "/venues/mairie-11e": ["edition"],
        "/sessions/late": ["edition", "venue"], "/sessions/roomy": ["edition", "venue", "session"]}
    read = lambda path: page.goto(f"{demo.url}/en{path}") and page.locator(".advice p").all_inner_texts()
    # Set last, of those that are shown.
    until(lambda: "About the session <b>" in read("/sessions/roomy"))
    for path, names in expected.items():
        assert read(path) == [f"About the {name} <b>" for name in names], path
    picture(page, "notices")
    page.goto(f"{demo.url}/fr")
    assert page.inner_text(".advice") == "Message\u00a0: edition"
    listed = notice("list")
    assert "the venue 'test-hall'" in listed and "About the session" in listed and "2099" in listed
    for about in [*texts.values(), ["--venue", "mairie-11e"]]:
        notice("clear", *about)
    until(lambda: read("/sessions/roomy") == [])
    assert page.locator(".advice").count() == 0
    for arguments in (["clear"], ["set", "--venue", "nowhere", "--fr", "a", "--en", "a"], ["set", "--fr", "", "--en", "a"],
                      ["set", "--fr", "a", "--en", "a", "--until", "2001-01-01T10:00"]):
        result = demo.command("notice", *arguments)
        assert result.returncode != 0 and "Error:" in result.stderr, arguments


def test_what_the_organiser_states_is_shown_on_every_page_and_taken_back(demo, get):
    privacy = get("/en/privacy").text
    assert "demonstration.example" in privacy and "not yet stated" not in privacy
    bad = demo.command("edition", "describe", "--accessibility-gaps-fr", "La carte.")
    assert bad.returncode != 0 and "--accessibility-gaps-en" in bad.stderr
    described = demo.command(
        "edition", "describe", "--controller", "Ville d'Essai", "--officer", "", "--accessibility", "partial",
        "--audited", "2026-03-01", "--legal-basis", "public_task", "--retention-months", "6", "--accessibility-gaps-fr", "La carte.",
        "--accessibility-gaps-en", "The map.")
    assert described.returncode == 0, described.stderr
    until(lambda: "Ville d&#39;Essai" in get("/en/privacy").text)
    for path in ("/en", "/en/programme", "/en/sessions/roomy", "/en/nothing-here", "/en/privacy"):
        html = get(path).text
        assert "Data controller: Ville d&#39;Essai" in html, path
        assert "Data protection officer: not yet stated by the organiser" in html, path
        assert "Legal basis: task in the public interest" in html, path
        assert "Accessibility: partially compliant" in html, path
    page = get("/fr/accessibility").text
    assert "Audit du dimanche 1er\u00a0mars 2026" in page and "La carte." in page
    last = datetime.date.fromisoformat(get("/open-data/sessions.json").json()["results"][-1]["date_end"][:10])
    month = last.month + 6
    assert f"{datetime.date(2000, (month - 1) % 12 + 1, 1):%B} {last.year + (month - 1) // 12}" in get("/en/privacy").text
    listed = demo.command("edition", "list").stdout
    assert "controller: Ville d'Essai" in listed and "data protection officer: not stated yet" in listed
    assert "accessibility: partial, audited on 2026-03-01" in listed
