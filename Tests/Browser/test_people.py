"""What organisers do for people: how it is going, looking, signing up by telephone, moving, writing to them."""

import re

import pytest
import requests

from harness.cluster import Cluster
from harness.mails import mails_to
from harness.staff import EMAILS, form_token, staff_page, staff_session


@pytest.fixture
def staff(visit, demo, test_sessions):
    """A browser in which an organiser is logged in, in English."""
    Cluster(demo.data).psql("socialday", "update app.account set language = 'en'")

    def open_page(**options):
        return staff_page(visit(**options), demo, "organiser")

    return open_page


@pytest.fixture
def rows(demo):
    def read(statement):
        return [line.split("\t") for line in Cluster(demo.data).psql("socialday", statement).splitlines()]

    return read


def sign_up_by_telephone(page, demo, slug, name, email="", telephone="", places="1"):
    page.goto(f"{demo.url}/staff/sign-ups/new?session={slug}")
    page.fill("#name", name)
    page.fill("#email", email)
    page.fill("#telephone", telephone)
    page.select_option("#places", places)
    page.click("main form button[type=submit]")


def test_a_sign_up_by_telephone_gives_a_ticket_to_print_and_is_found_again(demo, staff, rows, picture):
    page = staff()
    sign_up_by_telephone(page, demo, "roomy", "Éloïse Œuvrard", telephone="06 12 34 56 78", places="2")
    page.wait_for_selector(".printed .qr-code")
    reference = page.inner_text(".printed .mono")
    assert "Éloïse Œuvrard" in page.inner_text("main") and "2\u00a0places" in page.inner_text("main")
    picture(page, "staff-ticket")

    # Without an address, only whoever talks to her can tell whether it is the same person.
    sign_up_by_telephone(page, demo, "late", "éloise oeuvrard")
    page.wait_for_selector(".alike")
    picture(page, "staff-sign-up-alike")
    page.click(".alike label:has-text('Éloïse')")
    page.click("main form button[type=submit]")
    page.wait_for_selector(".printed .qr-code")
    assert rows("select count(*) from app.attendee where telephone = '+33612345678'") == [["1"]]

    for words in ("ELOISE oeuvr", "0612345678", "+33 6 12 34 56 78", reference):
        page.goto(f"{demo.url}/staff/people")
        page.fill("#q", words)
        page.click(".look button")
        page.click(f"table a:has-text('Éloïse'), table a:has-text('éloise')")
        page.wait_for_selector("#sign-ups")
        assert page.locator(".held li").count() == 2
        assert "612345678" not in page.url and "loise" not in page.url.lower()
    record = rows("select action, details from app.record where action = 'people.searched'")
    assert record and not any(re.search("loise|oeuvr|61234", str(row), re.I) for row in record)

    # Cancelled, and back again.
    page.click(".held li:has-text('A roomy session') a:has-text('Cancel')")
    page.click("main form button[type=submit]")
    assert page.inner_text(".notice h2") == "Sign-up cancelled"
    picture(page, "staff-person-cancelled")
    page.click(".notice button")
    assert page.inner_text(".notice h2") == "Sign-up restored"
    assert page.locator(".held .live").count() == 2

    # A note is deleted, and back again.
    page.fill("#note", "Comes with a guide dog.")
    page.click("button:has-text('Add the note')")
    page.click("button:has-text('Delete the note')")
    assert "guide dog" not in page.inner_text("main")
    page.click(".notes button:has-text('Restore')")
    assert "guide dog" in page.inner_text(".notes")
    assert not [text for text in page.complaints if "422" not in text]


def test_what_is_wrong_with_a_form_is_said_beside_its_fields(demo, staff):
    page = staff(java_script_enabled=False)
    page.goto(f"{demo.url}/staff/sign-ups/new")
    token = form_token(staff_session(demo, "organiser"), f"{demo.url}/staff")
    answer = staff_session(demo, "organiser").post(f"{demo.url}/staff/sign-ups/new", data={
        "form_token": token, "name": "", "email": "nobody", "telephone": "12", "places": "9", "language": "en",
        "request_key": "0123456789", "needs": "other"})
    assert answer.status_code == 422
    for field in ("session", "name", "email", "telephone", "places", "needs", "consent"):
        assert f'id="{field}-error"' in answer.text, field


def test_a_message_reaches_the_people_of_a_session_once_each_and_is_seen_first(demo, staff, rows, picture):
    page = staff()
    # Between two logins' worth of work: a couple with one address, somebody in both sessions, somebody without an address.
    for name, email, slugs in [("Ada", "ada-m@example.org", ["roomy", "late"]), ("Bo", "bo-m@example.org", ["roomy"])]:
        for slug in slugs:
            sign_up_by_telephone(page, demo, slug, name, email)
            page.wait_for_selector(".notice")
    # A draft is nothing to write about.
    page.goto(f"{demo.url}/staff/messages/new?venue=test-hall")
    assert "6\u00a0sessions" in page.inner_text(".reach") and page.locator("#session [value=tiny]").count() == 1
    rows("update app.session set published_at = null where slug = 'tiny'")
    page.click("button[value=reach]")
    assert "5\u00a0sessions" in page.inner_text(".reach") and page.locator("#session [value=tiny]").count() == 0
    rows("update app.session set published_at = now() where slug = 'tiny'")

    page.goto(f"{demo.url}/staff/messages/new?session=roomy&session=late&to=confirmed")
    assert "2\u00a0sessions" in page.inner_text(".reach")
    page.fill("#subject_en", "About {session}")
    page.fill("#text_en", "Hello!\n\nCome to {place} at {time}.\n\nMore: https://example.org/a?b=c. <b>Bold</b>")
    page.fill("#subject_fr", "Pour {séance}")
    page.fill("#text_fr", "Bonjour {nom}")
    page.click("button[value=reach]")
    assert page.input_value("#text_fr") == "Bonjour {nom}", "what was written stays when those written to are counted again"
    assert "2\u00a0sessions" in page.inner_text(".reach")
    page.click("button[value=preview]")
    assert page.locator("#text-error-fr").count() == 1, "an unknown placeholder"
    page.fill("#text_fr", "Bonjour, {lieu}")
    page.click("button[value=preview]")
    shown = page.inner_text(".mail[lang=en]")
    assert "Room 1" in shown and "<b>Bold</b>" in shown and "{" not in shown
    picture(page, "staff-message-preview")

    page.click("button[value=test]")
    assert "A test is on its way" in page.inner_text(".notice")
    [test, *_] = mails_to(demo, EMAILS["organiser"], "message_test", count=2)
    assert "Room 1" in test.text() or "Test Hall" in test.text()

    before = int(rows("select count(*) from app.outbox where kind = 'message'")[0][0])
    page.click("button[value=send]")
    page.wait_for_selector(".notice:has-text('on its way')")
    address = page.url
    recipients = int(rows("select count(*) from app.outbox where kind = 'message'")[0][0]) - before
    assert recipients == int(rows("""
        select count(distinct u.attendee_id) from app.sign_up u join app.session s on s.id = u.session_id
        join app.attendee a on a.id = u.attendee_id
        where s.slug in ('roomy', 'late') and u.status = 'confirmed' and a.email is not null""")[0][0])

    [mail] = mails_to(demo, "ada-m@example.org", "message")
    text = mail.text()
    assert text.count("Test Hall, Room") >= 4, "both sessions, in the text and below it"
    assert "https://example.org/a?b=c" in mail.links and "<b>" not in mail.text("text/html").replace("&lt;b&gt;", "")
    assert "A roomy session" in mail["subject"]
    [mail] = mails_to(demo, "bo-m@example.org", "message")
    assert mail.text().count("Room 1") == 2
    page.goto(address.partition("?")[0])
    assert "Out" in page.inner_text("table")
    record = rows("select details from app.record where action = 'message.sent'")
    assert len(record) == 1 and "Hello" not in str(record)
    assert not [text for text in page.complaints if "422" not in text]


def test_somebody_is_moved_up_a_waiting_list_with_a_reason(demo, staff, rows, picture):
    page = staff()
    for name in ("holder", "early", "late"):
        sign_up_by_telephone(page, demo, "tiny", name, f"{name}-w@example.org")
        page.wait_for_selector(".notice")
    page.goto(f"{demo.url}/staff/sessions/tiny/waiting-list")
    assert page.locator("tbody th").all_inner_texts() == ["early", "late"]
    picture(page, "staff-waiting-list")
    page.click("tr:has-text('late') a:has-text('Move up')")
    page.click("main form button[type=submit]")
    assert page.locator("#choice-error").count() == 1
    page.select_option("#choice", "our_mistake")
    page.fill("#note", "We lost the form.")
    page.click("main form button[type=submit]")
    assert "head of the waiting list" in page.inner_text(".notice")
    page.goto(f"{demo.url}/staff/sessions/tiny/waiting-list")
    assert page.locator("tbody th").all_inner_texts() == ["late", "early"]
    assert rows("select details ->> 'reason' from app.record where action = 'sign_up.moved_up'") == [["our_mistake"]]


def test_every_host_is_mailed_its_doors_and_no_names(demo, staff, rows, picture):
    page = staff()
    page.goto(f"{demo.url}/staff/hosts/letters")
    row = page.locator("tr", has=page.locator("input")).first
    row.locator("input[type=email]").fill("host@example.org")
    row.locator("button").click()
    page.wait_for_load_state()
    picture(page, "staff-hosts")
    page.click("button:has-text('Send to 1\xa0host')")
    assert page.inner_text(".done") == "1\xa0mail is on its way."
    [mail] = mails_to(demo, "host@example.org", "host_doors")
    doors = [link for link in mail.links if "/staff/door/" in link]
    assert doors
    answer = requests.get(doors[0], verify=False, allow_redirects=False)
    assert answer.status_code == 303, "it opens without a password"
