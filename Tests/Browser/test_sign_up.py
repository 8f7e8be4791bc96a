"""A person signs up in a browser, and the sign-up is where it has to be."""

import csv

import pytest
from forms import outcome, send, sign_up


@pytest.mark.parametrize("language", ["fr", "en"])
def test_from_the_programme_to_a_place(demo, page, attendees_of, test_sessions, language, picture, folder):
    page.goto(f"{demo.url}/{language}/programme")
    assert page.get_attribute("html", "lang") == language
    picture(page, f"programme-{language}")
    page.click("a[href$='sessions/roomy']")
    picture(page, f"session-{language}")
    email = f"path-{language}@example.org"
    sign_up(page, page.url, email, name="Zoé d'Arc", places=2)
    assert outcome(page) == "good"
    assert page.get_attribute("html", "lang") == language
    assert email in page.inner_text("main")
    picture(page, f"outcome-{language}")
    assert page.complaints == []

    [row] = [row for row in attendees_of("roomy") if row["email"] == email]
    assert (row["name"], row["places"], row["status"]) == ("Zoé d'Arc", 2, "confirmed")
    assert row["reference"] in page.inner_text("main")
    result = demo.command("export", "--session", "roomy", "--columns", "everyday", "--out", folder / language)
    assert result.returncode == 0, result.stderr
    [file] = (folder / language).rglob("*.csv")
    assert email in file.read_text(encoding="utf-8-sig")


def test_the_root_leads_to_the_language_of_the_browser(demo, visit):
    for locale, language in [("fr-FR", "fr"), ("en-GB", "en"), ("de-DE", "fr")]:
        page = visit(locale=locale)
        page.goto(demo.url + "/")
        assert page.get_attribute("html", "lang") == language


def test_without_javascript(demo, visit, attendees_of, test_sessions):
    page = visit(java_script_enabled=False)
    sign_up(page, f"{demo.url}/fr/sessions/roomy", "no-js@example.org")
    assert outcome(page) == "good"
    assert "no-js@example.org" in [row["email"] for row in attendees_of("roomy")]


def test_by_keyboard_only(demo, page, attendees_of, test_sessions):
    page.goto(f"{demo.url}/en/programme")
    focus(page, "a[href$='sessions/early']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sessions/early")
    focus(page, "[name=name]")
    page.keyboard.type("Grace Hopper")
    focus(page, "[name=email]")
    page.keyboard.type("keyboard@example.org")
    focus(page, "[name=places]")
    page.keyboard.press("ArrowDown")
    focus(page, "main form button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector("article.ticket")
    assert outcome(page) == "good"
    [row] = [row for row in attendees_of("early") if row["email"] == "keyboard@example.org"]
    assert row["places"] == 2


def focus(page, selector):
    """Presses Tab until the element has the focus, which must be visible."""
    for _ in range(600):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            # A card shows it around the whole card, which its link's ::after covers.
            outlines = page.evaluate(
                "[null, '::after'].map(part => getComputedStyle(document.activeElement, part).outlineStyle)")
            assert outlines != ["none", "none"], f"{selector} does not show that it has the focus"
            return
    raise AssertionError(f"{selector} cannot be reached by Tab")


def test_the_first_tab_leads_past_the_navigation(demo, page):
    page.goto(f"{demo.url}/en/programme")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_who_comes_too_late_waits_and_is_told_the_position(demo, visit, attendees_of, test_sessions, picture):
    outcomes = []
    for number in range(3):
        page = visit()
        sign_up(page, f"{demo.url}/en/sessions/tiny", f"tiny-{number}@example.org")
        outcomes.append(outcome(page))
    assert outcomes == ["good", "waiting", "waiting"]
    picture(page, "outcome-waiting")
    statuses = {row["email"]: (row["status"], row.get("position")) for row in attendees_of("tiny")}
    assert statuses["tiny-1@example.org"] == ("waiting", 1)
    assert statuses["tiny-2@example.org"] == ("waiting", 2)
    page.goto(f"{demo.url}/en/sessions/tiny")


def test_a_full_session_without_waiting_list_refuses(demo, visit, attendees_of, test_sessions):
    sign_up(visit(), f"{demo.url}/en/sessions/tiny-without-list", "list-0@example.org")
    late = visit()
    late.goto(f"{demo.url}/en/sessions/tiny-without-list")
    if late.locator("[name=email]").count():  # The counters may be a quarter of a second behind.
        sign_up(late, late.url, "list-1@example.org")
        assert outcome(late) == "refused"
    assert [row["email"] for row in attendees_of("tiny-without-list")] == ["list-0@example.org"]


def test_a_group_larger_than_the_session_is_refused(demo, page, attendees_of, test_sessions):
    before = attendees_of("tiny")
    sign_up(page, f"{demo.url}/en/sessions/tiny", "group@example.org", places=4)
    assert outcome(page) == "refused" and "not enough places" in page.inner_text("h1")
    assert attendees_of("tiny") == before


def test_the_language_can_be_switched_on_every_page(demo, page, test_sessions):
    page.goto(f"{demo.url}/fr/sessions/roomy")
    page.click("a.switch")
    page.wait_for_url("**/en/sessions/roomy")
    assert page.inner_text("h1") == "A roomy session"
    page.click("a.switch")
    page.wait_for_url("**/fr/sessions/roomy")
    assert page.inner_text("h1") == "Une séance spacieuse"


def test_going_back_and_sending_again_gives_the_same_answer(demo, page, attendees_of, test_sessions):
    sign_up(page, f"{demo.url}/en/sessions/late", "again@example.org")
    reference = page.inner_text(".mono")
    page.go_back()
    page.fill("[name=name]", "Ada Lovelace")
    page.fill("[name=email]", "again@example.org")
    send(page)
    page.wait_for_selector("article.ticket")
    assert page.inner_text(".mono") == reference
    assert [row["email"] for row in attendees_of("late")].count("again@example.org") == 1


def test_an_export_of_all_sessions_lists_every_sign_up(demo, folder, api, attendees_of):
    result = demo.command("export", "--columns", "everyday", "--out", folder / "all")
    assert result.returncode == 0, result.stderr
    emails = set()
    for file in (folder / "all").rglob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            sample = lines.readline()
            lines.seek(0)
            emails |= {row["email"] for row in csv.DictReader(lines, delimiter=";" if ";" in sample else ",")}
    for slug in ("roomy", "tiny", "late"):
        assert {row["email"] for row in attendees_of(slug)} <= emails
