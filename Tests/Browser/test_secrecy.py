"""Nobody learns from the form who else signed up; who did sign up can put a mistyped address right."""

import itertools

import pytest
from forms import RawForm, outcome, sign_up


ADDRESSES = (f"somebody-{number}@example.org" for number in itertools.count())


@pytest.fixture
def somebody(demo, visit, test_sessions):
    """A browser that signed up for `roomy`, with an address that nobody had before."""
    page = visit()
    page.address = next(ADDRESSES)
    sign_up(page, f"{demo.url}/en/sessions/roomy", page.address, name="Some Body")
    return page


def test_another_browser_gets_a_neutral_page_for_the_same_session_and_for_an_overlapping_one(
        demo, visit, somebody, attendees_of):
    before = attendees_of("roomy"), attendees_of("roomy-too")
    texts = []
    for slug in ("roomy", "roomy-too"):
        stranger = visit()
        sign_up(stranger, f"{demo.url}/en/sessions/{slug}", somebody.address.upper(), name="Nosy Parker")
        assert outcome(stranger) == "mail"
        assert "Some Body" not in stranger.content()
        assert stranger.locator(".mono").count() == 0, "a reference is shown to a stranger"
        texts.append((stranger.inner_text("h1"), stranger.inner_text(".lead")))
    assert texts[0] == texts[1], "the page tells which of the two it was"
    assert (attendees_of("roomy"), attendees_of("roomy-too")) == before


def test_the_browser_that_signed_up_is_told(demo, somebody):
    reference = somebody.inner_text(".mono")
    sign_up(somebody, f"{demo.url}/en/sessions/roomy", somebody.address)
    assert somebody.inner_text(".mono") == reference
    assert somebody.inner_text("h1") == "You already have a place"
    sign_up(somebody, f"{demo.url}/en/sessions/roomy-too", somebody.address)
    assert outcome(somebody) == "refused"


def test_a_mistyped_address_can_be_corrected_by_that_browser_only(demo, visit, attendees_of, test_sessions):
    page = visit()
    sign_up(page, f"{demo.url}/en/sessions/late", "typo@exmaple.org", places=3)
    action = page.get_attribute("form[action*='/sign-ups/']", "action")
    form = {"form_token": page.get_attribute("form[action*='/sign-ups/'] [name=form_token]", "value")}

    other = RawForm(demo.url, "late")
    answer = other.client.post(demo.url + action, data=form | {"email": "thief@example.org"}, headers={"origin": demo.url})
    assert answer.status_code in (403, 404, 422), answer.status_code
    assert "typo@exmaple.org" in [row["email"] for row in attendees_of("late")]

    page.click("details:has(form[action*='/email']) summary")
    correct(page, "no address")
    page.wait_for_selector("#email-error")
    assert page.evaluate("document.activeElement.id") == "notice"
    assert page.input_value("#email") == "no address"
    assert page.inner_text("h1") == "The address is not corrected yet"
    assert "typo@exmaple.org" in [row["email"] for row in attendees_of("late")]
    correct(page, "wrong@example.org")
    page.wait_for_selector("text=wrong@example.org")
    assert page.inner_text("h1") == "The address is corrected"
    page.click("details:has(form[action*='/email']) summary")
    correct(page, "right@example.org")
    page.wait_for_selector("text=right@example.org")
    assert facts(page)["Places"] == "3"
    emails = [row["email"] for row in attendees_of("late")]
    assert "right@example.org" in emails and not {"typo@exmaple.org", "wrong@example.org"} & set(emails)


def test_who_waits_sees_the_position_again_after_asking_twice_and_after_a_correction(demo, visit, test_sessions):
    sign_up(visit(), f"{demo.url}/en/sessions/tiny", next(ADDRESSES))
    page, address = visit(), next(ADDRESSES)
    for _ in range(2):
        sign_up(page, f"{demo.url}/en/sessions/tiny", address)
        assert outcome(page) == "waiting"
        assert facts(page)["Your position"] == "1st"
    assert page.inner_text("h1") == "You are already on the waiting list"

    sign_up(page, f"{demo.url}/en/sessions/tiny", next(ADDRESSES))
    page.click("details:has(form[action*='/email']) summary")
    correct(page, next(ADDRESSES))
    page.wait_for_selector("text=The address is corrected")
    assert facts(page)["Your position"] == "2nd"


def test_a_session_without_room_is_full_for_every_address(demo, visit, test_sessions, attendees_of):
    address = next(ADDRESSES)
    # Got while there is room: the page of a full session has no form.
    forms = [RawForm(demo.url, "tiny-without-list") for _ in range(2)]
    sign_up(visit(), f"{demo.url}/en/sessions/tiny-without-list", address)
    known, unknown = [form.send(email=email) for form, email in zip(forms, (address, next(ADDRESSES)))]
    assert known.status_code == unknown.status_code == 409
    assert known.text == unknown.text
    assert "Sorry, this session is full" in known.text
    assert [row["email"] for row in attendees_of("tiny-without-list")] == [address]


def correct(page, email):
    page.fill("form[action*='/email'] [name=email]", email)
    page.click("form[action*='/email'] button")


def facts(page):
    """What the outcome's table tells, by its captions."""
    return dict(zip(page.locator("dl.facts dt").all_inner_texts(), page.locator("dl.facts dd").all_inner_texts()))


def test_personal_pages_are_not_stored_and_name_no_one_else(demo, somebody, test_sessions):
    form = RawForm(demo.url, "early")
    answer = form.send(email="private@example.org")
    assert answer.headers["cache-control"] == "no-store"
    page = form.client.get(f"{demo.url}/en/sessions/early")
    assert "no-store" in page.headers["cache-control"]
    assert "private@example.org" not in page.text
