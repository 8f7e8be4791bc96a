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
    sign_up(somebody, f"{demo.url}/en/sessions/roomy-too", somebody.address)
    assert outcome(somebody) == "refused"


def test_a_mistyped_address_can_be_corrected_by_that_browser_only(demo, visit, attendees_of, test_sessions):
    page = visit()
    sign_up(page, f"{demo.url}/en/sessions/late", "typo@exmaple.org")
    action = page.get_attribute("form[action*='/sign-ups/']", "action")
    form = {"form_token": page.get_attribute("form[action*='/sign-ups/'] [name=form_token]", "value")}

    other = RawForm(demo.url, "late")
    answer = other.client.post(demo.url + action, data=form | {"email": "thief@example.org"}, headers={"origin": demo.url})
    assert answer.status_code in (403, 404, 422), answer.status_code
    assert "typo@exmaple.org" in [row["email"] for row in attendees_of("late")]

    page.click("details:has(form[action*='/email']) summary")
    page.fill("form[action*='/email'] [name=email]", "no address")
    page.click("form[action*='/email'] button")
    page.wait_for_selector("#email-error")
    page.fill("form[action*='/email'] [name=email]", "right@example.org")
    page.click("form[action*='/email'] button")
    page.wait_for_selector("text=right@example.org")
    emails = [row["email"] for row in attendees_of("late")]
    assert "right@example.org" in emails and "typo@exmaple.org" not in emails


def test_personal_pages_are_not_stored_and_name_no_one_else(demo, somebody, test_sessions):
    form = RawForm(demo.url, "early")
    answer = form.send(email="private@example.org")
    assert answer.headers["cache-control"] == "no-store"
    page = form.client.get(f"{demo.url}/en/sessions/early")
    assert "no-store" in page.headers["cache-control"]
    assert "private@example.org" not in page.text
