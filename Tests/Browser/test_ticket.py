"""With the ticket's link a person sees, changes and cancels a sign-up; nobody else does."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from forms import hidden, send
from holders import holder, row_of  # noqa: F401

from harness.cluster import Cluster
from harness.tickets import DOOR
from harness.waiting import until


@pytest.fixture(params=[True, False], ids=["with-script", "without-script"])
def page(request, lend):
    return lend(java_script_enabled=request.param)


def test_it_shows_where_one_has_to_be_and_a_code_for_the_door(demo, page, holder, tickets):
    ticket = holder("roomy", places=3)
    page.goto(ticket)
    assert page.inner_text("h1") == "You have 3\u00a0places"
    text = page.inner_text("main")
    for said in ("A roomy session", "Test Hall", "Room 1", "1 rue du Test", "Ada Lovelace", "we delete all of this on"):
        assert said in text, said
    assert page.locator(".code svg[role=img]").count() == 1
    assert page.get_attribute("a[href*=openstreetmap]", "href").count("48.86") == 2
    assert page.get_attribute("meta[name=robots]", "content") == "noindex"
    calendar = requests.get(demo.url + page.get_attribute("a[href$='.ics']", "href"), verify=False)
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert calendar.headers["cache-control"] == "no-store"
    assert "METHOD:PUBLISH" in calendar.text and "BEGIN:VTIMEZONE" in calendar.text
    assert "/tickets/" not in calendar.text and "Ada" not in calendar.text and "@example.org" not in calendar.text
    page.click("a.switch")
    page.wait_for_url("**/fr/tickets/*")
    assert page.inner_text("h1") == "Vous avez 3\u00a0places"


def test_the_code_opens_a_page_that_shows_no_name_and_changes_nothing(demo, page, holder, tickets):
    ticket = holder("roomy")
    door = tickets.ticket(ticket.email, "roomy", DOOR)
    page.goto(f"{demo.url}/en/tickets/{door}")
    assert page.inner_text("h1") == "Show this at the door"
    assert "Good for one person" in page.inner_text("main")
    assert "Ada" not in page.content() and ticket.email not in page.content()
    assert page.locator("main a").count() == 0
    for step in ("cancel", "places", "name", "calendar.ics"):
        assert get(f"{demo.url}/en/tickets/{door}/{step}").status_code == 404


def test_cancelling_asks_once_and_gives_the_place_to_who_waits(page, holder, attendees_of):
    ticket, waiting = holder("tiny"), holder("tiny")
    page.goto(waiting)
    assert page.inner_text("h1") == "You are on the waiting list"
    assert "1st" in page.inner_text("dl.facts") and page.locator(".rule").count() == 1
    page.goto(ticket)
    page.click("text=Cancel my sign-up")
    assert page.inner_text("h1") == "Cancel your sign-up?"
    for said in ("goes at once, in order, to those who wait", "be undone", "sign up again"):
        assert said in page.inner_text("main"), said
    assert row_of(ticket, attendees_of("tiny")), "asking has cancelled"
    send(page)
    page.wait_for_url(str(ticket))
    assert page.inner_text("h1") == "Your sign-up is cancelled"
    assert page.locator(".code").count() == 0 and page.locator(".steps").count() == 0
    assert row_of(ticket, attendees_of("tiny")) is None
    assert row_of(waiting, attendees_of("tiny"))["status"] == "confirmed"
    page.goto(f"{ticket}/cancel")
    assert "Nothing was changed" in page.inner_text("main")
    page.goto(waiting + "/cancel")
    send(page)
    assert page.inner_text("h1") == "Your sign-up is cancelled"


def test_fewer_places(page, holder, attendees_of):
    ticket = holder("roomy", places=4)
    page.goto(ticket)
    page.click("text=Give back places")
    assert page.locator("#places option").all_inner_texts() == ["1\u00a0place", "2\u00a0places", "3\u00a0places"]
    page.select_option("#places", "2")
    send(page)
    page.wait_for_selector("#notice")
    assert page.inner_text("#notice-title") == "The places are given back"
    assert page.inner_text("h1") == "You have 2\u00a0places"
    assert row_of(ticket, attendees_of("roomy"))["places"] == 2


def test_the_name_is_corrected_and_a_wrong_one_comes_back_as_it_was_typed(page, holder, attendees_of):
    ticket = holder("roomy", name="Adda")
    page.goto(ticket)
    page.click("text=Correct the name")
    page.fill("#name", "<1815>")
    send(page)
    page.wait_for_selector("#name-error")
    assert page.input_value("#name") == "<1815>"
    assert page.title().startswith("Error: ")
    page.fill("#name", "Ada d'Été & <b>")
    send(page)
    page.wait_for_selector("#notice")
    assert "Ada d'Été & <b>" in page.inner_text("main")
    assert row_of(ticket, attendees_of("roomy"))["name"] == "Ada d'Été & <b>"


def test_by_keyboard_only(visit, holder):
    page = visit()
    page.goto(holder("roomy"))
    for target, then in (("a[href$='/cancel']", "main form button"), ("main form button", "text=Your sign-up is cancelled")):
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("target => document.activeElement.matches(target)", target):
                break
        page.keyboard.press("Enter")
        page.wait_for_selector(then)
        page.wait_for_load_state()
    assert page.complaints == []


@pytest.mark.parametrize("slug", ["roomy", "tiny"])
def test_it_prints_on_one_page(visit, holder, tmp_path, slug):
    ticket = holder(slug, places=1)
    if slug == "tiny":
        ticket = holder(slug)
    page = visit()
    page.goto(str(ticket).replace("/en/", "/fr/"))
    (tmp_path / "ticket.pdf").write_bytes(page.pdf(format="A4"))
    pages = re.findall(rb"/Type\s*/Page\b", (tmp_path / "ticket.pdf").read_bytes())
    assert len(pages) == 1


def test_a_cancelled_session_and_one_that_is_over_say_so(page, holder, tickets):
    ticket = holder("early")
    tickets.rows("update app.session set cancelled_at = now() where slug = 'early'")
    page.goto(ticket)
    assert page.inner_text("h1") == "This session will not take place"
    others = page.locator(".others li > a")
    # The programme hears of it at once, but not before the answer.
    until(lambda: page.goto(ticket) and others.count() == 3)
    assert "/en/sessions/" in others.first.get_attribute("href")
    assert page.locator(".steps").count() == 0
    page.goto(f"{ticket}/name")
    assert "Nothing was changed" in page.inner_text("main")
    tickets.rows("""
        update app.session set cancelled_at = null, starts_at = now() - interval '2 hours',
            ends_at = now() - interval '1 hour' where slug = 'early'""")
    page.goto(ticket)
    assert page.inner_text("h1") == "This session is over"
    tickets.rows("""
        update app.session s set starts_at = x.starts_at - interval '2 hours', ends_at = x.starts_at - interval '1 hour'
        from app.session x where x.slug = 'roomy' and s.slug = 'early'""")


# What must not be possible ------------------------------------------------------------------------------


def get(url, **options):
    return requests.get(url, verify=False, allow_redirects=False, **options)


def test_tickets_that_were_made_up_tampered_with_or_replaced_open_nothing(demo, holder, tickets):
    ticket = holder("roomy")
    token = str(ticket).rpartition("/")[2]
    number, version = tickets.sign_up(ticket.email, "roomy")
    wrong = [
        "", "x", token[:-1], token[:-1] + ("A" if token[-1] != "A" else "Q"), token + "A", "A" * 34,
        tickets.token(number, version + 1), tickets.token(number + 1_000_000, 1),
        # A door ticket passed off as its owner's.
        tickets.token(number, version)[:2] + tickets.token(number, version, DOOR)[2:],
    ]
    assert get(ticket).status_code == 200
    for made_up in filter(None, wrong):
        for path in (made_up, f"{made_up}/cancel"):
            answer = get(f"{demo.url}/en/tickets/{path}")
            assert answer.status_code == 404, path
            assert answer.headers["cache-control"] == "no-store"
        assert "/en/lost-ticket" in answer.text and "Ada" not in answer.text
    tickets.rows(f"update app.sign_up set secret_version = 2 where id = {number}")
    assert get(ticket).status_code == 404, "the ticket sent to a mistyped address still opens"


def test_nothing_is_changed_without_our_form_in_this_browser_from_our_own_page(demo, holder, attendees_of):
    ticket, other = holder("roomy", places=2), holder("roomy", places=2)
    for step, field in (("cancel", {"sure": "yes"}), ("places", {"places": "1"}), ("name", {"name": "Mallory"})):
        url = f"{ticket}/{step}"
        client = requests.Session()
        client.verify = client.trust_env = False
        form = hidden(client.get(url).text) | field
        stranger = hidden(requests.get(f"{other}/{step}", verify=False).text) | field
        attempts = [
            requests.post(url, data=form, verify=False, headers={"origin": demo.url}),
            client.post(url, data=form, headers={"origin": "https://evil.example"}),
            client.post(url, data=form, headers={"origin": "null"}),
            client.post(url, data=form, headers={"sec-fetch-site": "cross-site"}),
            client.post(url, data=field, headers={"origin": demo.url}),
            client.post(url, data=stranger, headers={"origin": demo.url}),
            client.post(f"{other}/{step}", data=form, headers={"origin": demo.url}),
        ]
        assert [answer.status_code for answer in attempts] == [403] * len(attempts), step
        assert get(url).headers["cache-control"] == "no-store"
    for held in (ticket, other):
        row = row_of(held, attendees_of("roomy"))
        assert (row["places"], row["name"], row["status"]) == (2, "Ada Lovelace", "confirmed")


def test_places_are_never_raised(demo, holder, attendees_of):
    ticket = holder("roomy", places=2)
    client = requests.Session()
    client.verify = client.trust_env = False
    form = hidden(client.get(f"{ticket}/places").text)
    for places in ("3", "0", "-1", "7", "", "two", "99999999999999999999"):
        answer = client.post(f"{ticket}/places", data=form | {"places": places}, headers={"origin": demo.url})
        assert answer.status_code == 422, places
        assert "Choose fewer places" in answer.text
    assert row_of(ticket, attendees_of("roomy"))["places"] == 2


def test_a_form_sent_twice_does_it_once(demo, holder, tickets):
    ticket = holder("roomy", places=2)
    client = requests.Session()
    client.verify = client.trust_env = False
    for step, field in (("name", {"name": "Grace"}), ("places", {"places": "1"}), ("cancel", {})):
        form = hidden(client.get(f"{ticket}/{step}").text) | field
        for _ in range(2):
            answer = client.post(
                f"{ticket}/{step}", data=form, headers={"origin": demo.url}, allow_redirects=False)
            assert answer.status_code == 303 and "unchanged" not in answer.headers["location"]
    letters = tickets.rows(f"""
        select o.kind from app.outbox o join app.attendee a on a.id = o.attendee_id
        where a.email = '{ticket.email}' order by o.id""")
    assert letters == [["confirmed"], ["changed"], ["changed"], ["cancelled"]]


def test_no_log_line_holds_a_token_a_name_or_an_address(demo, holder):
    ticket = holder("roomy", name="Canary Bird")
    get(ticket)
    get(f"{ticket}x")
    for secret in (str(ticket).rpartition("/")[2], "Canary", ticket.email):
        assert secret not in demo.output


def test_a_database_that_is_away_loses_nothing_that_was_typed(demo, tickets, holder):
    """Every form of a ticket and of an address comes back filled in, and does its work once the database is there again."""
    ticket, leaving = holder("late", places=3), holder("early", places=2)
    clashing, erased = holder("roomy", places=2), holder("early")
    link = tickets.address_link(erased.email)
    forms = {
        f"{demo.url}/en/lost-ticket": ({"email": ticket.email}, f'value="{ticket.email}"'),
        f"{demo.url}/en/my-sign-ups": ({"email": ticket.email}, f'value="{ticket.email}"'),
        f"{ticket}/name": ({"name": 'Ada "Byron"'}, 'value="Ada &quot;Byron&quot;"'),
        f"{ticket}/places": ({"places": "2"}, '<option value="2" selected>'),
        f"{leaving}/cancel": ({}, "Yes, cancel it"),
        f"{clashing}/switch/roomy-too": ({"places": "1"}, '<option value="1" selected>'),
        f"{demo.url}/en/my-sign-ups/{link}/erase": ({}, "Yes, erase")}
    client = requests.Session()
    client.verify = client.trust_env = False
    client.headers["origin"] = demo.url
    given = {page: hidden(client.get(page).text) for page in forms}
    with Cluster(demo.data).away(), ThreadPoolExecutor(len(forms)) as people:
        answers = people.map(lambda page: client.post(page, data=given[page] | forms[page][0]), forms)
        kept = dict(zip(forms, answers, strict=True))
    for page, (typed, shown) in forms.items():
        answer = kept[page]
        assert answer.status_code == 503 and int(answer.headers["retry-after"]) > 0, page
        assert shown in answer.text and "Nothing is lost" in answer.text, page
        assert answer.headers["cache-control"] == "no-store"
        assert "late-title" not in answer.text, "the ticket's secret was not looked at"
        again = hidden(answer.text) | typed
        until(lambda: client.post(page, data=again, allow_redirects=False).status_code == 303)  # noqa: B023
    assert client.get(f"{ticket}/name").text.count("Ada &quot;Byron&quot;") == 1
    assert tickets.rows(f"select places from app.sign_up where id = {tickets.sign_up(ticket.email, 'late')[0]}") == [["2"]]
    assert tickets.rows(f"select count(*) from app.attendee where email = '{erased.email}'") == [["0"]]
