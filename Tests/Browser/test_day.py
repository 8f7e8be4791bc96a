"""My day: several sessions, one form; and exchanging one place for another."""

import pytest
from forms import PHONE, RawForm, hidden, outcome, send, sign_up

from harness.mails import mails_to


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def visitor(lend, request):
    return lend(java_script_enabled=request.param)


def put_aside(page, demo, *slugs, language="en"):
    for slug in slugs:
        page.goto(f"{demo.url}/{language}/sessions/{slug}")
        page.click("button[name=add]")
    assert page.url == f"{demo.url}/{language}/my-day"


def send_day(page, email, name="Ada Lovelace"):
    page.fill("[name=name]", name)
    page.fill("[name=email]", email)
    page.click("form.all button")
    page.wait_for_selector(".outcomes")


def kinds(page):
    return [item.get_attribute("class").split()[1] for item in page.locator(".outcomes > li").all()]


def test_a_day_is_put_together_and_signed_up_for_with_one_form(demo, visitor, test_sessions, attendees_of, picture, request):
    email = f"day-{request.node.callspec.id}@example.org"
    put_aside(visitor, demo, "late", "early", "roomy", "roomy-too")
    titles = [link.get_attribute("href") for link in visitor.locator(".plan h3 a").all()]
    assert titles == [f"/en/sessions/{slug}" for slug in ("early", "roomy", "roomy-too", "late")], "in the day's order"
    assert visitor.locator(".conflict").count() == 1, "roomy and roomy-too overlap, which is shown before signing up"
    picture(visitor, "day")
    send_day(visitor, email)
    assert kinds(visitor) == ["good", "good", "refused", "good"]
    picture(visitor, "day-outcome")
    for slug in ("early", "roomy", "late"):
        assert email in [row["email"] for row in attendees_of(slug)]
    assert email not in [row["email"] for row in attendees_of("roomy-too")]
    visitor.goto(f"{demo.url}/en/my-day")
    assert visitor.locator(".plan").count() == 0, "the day is empty again"


def test_a_mistyped_address_is_corrected_for_the_whole_day(demo, visitor, test_sessions, attendees_of, request):
    wrong, right = (f"{who}-{request.node.callspec.id}@example.org" for who in ("wrong", "right"))
    put_aside(visitor, demo, "early", "late")
    send_day(visitor, wrong)
    visitor.click("details.rule summary")
    visitor.fill("details.rule [name=email]", "nobody")
    visitor.click("details.rule button")
    visitor.wait_for_selector("#email-error")
    visitor.fill("details.rule [name=email]", right)
    visitor.click("details.rule button")
    visitor.wait_for_selector("h1:has-text('The address is corrected')")
    for slug in ("early", "late"):
        emails = [row["email"] for row in attendees_of(slug)]
        assert right in emails and wrong not in emails


def test_a_session_is_taken_out_of_the_day(demo, visitor, test_sessions):
    put_aside(visitor, demo, "early", "late")
    visitor.click("button[name=remove][value=early]")
    assert [button.get_attribute("value") for button in visitor.locator("button[name=remove]").all()] == ["late"]
    visitor.click("button[name=remove]")
    assert visitor.locator(".plan").count() == 0 and visitor.locator("form.all").count() == 0


def test_a_wrong_form_comes_back_with_the_day_and_what_was_typed(demo, visitor, test_sessions, picture):
    visitor.set_viewport_size(PHONE)
    visitor.goto(f"{demo.url}/fr/my-day?sessions=early,late,unknown")
    visitor.fill("[name=name]", "Zoé")
    visitor.fill("[name=email]", "nobody")
    visitor.click("form.all button")
    visitor.wait_for_selector("#notice")
    assert visitor.input_value("[name=name]") == "Zoé"
    assert visitor.locator(".plan > li").count() == 2
    picture(visitor, "day-with-errors-phone")


def test_sent_again_the_day_gets_the_same_answers(demo, test_sessions, attendees_of):
    form = RawForm(demo.url, "early")
    page = form.client.get(f"{demo.url}/en/my-day?sessions=early,late").text
    fields = {"name": "Ada", "email": "again@example.org", "places": "2"} | hidden(page)
    fields["session"] = ["early", "late"]

    def post():
        return form.client.post(f"{demo.url}/en/my-day", data=fields, headers={"origin": demo.url})

    first, second = post(), post()
    assert first.status_code == second.status_code == 200
    assert [line for line in first.text.splitlines() if "mono" in line] == [
        line for line in second.text.splitlines() if "mono" in line] != []
    assert [row["email"] for row in attendees_of("early")].count("again@example.org") == 1
    foreign = form.client.post(f"{demo.url}/en/my-day", data=fields, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403
    assert form.client.post(
        f"{demo.url}/en/my-day/choices", data={"add": "early"}, headers={"origin": "https://evil.example"}
    ).status_code == 403


def test_a_place_is_exchanged_in_the_browser_that_holds_it(demo, visitor, test_sessions, attendees_of, picture, request):
    email = f"switch-{request.node.callspec.id}@example.org"
    sign_up(visitor, f"{demo.url}/en/sessions/roomy", email)
    assert outcome(visitor) == "good"
    sign_up(visitor, f"{demo.url}/en/sessions/roomy-too", email)
    assert outcome(visitor) == "refused"
    assert "A roomy session" in visitor.inner_text("main"), "it says what it clashes with"
    picture(visitor, "clash-with-offer")
    send(visitor)
    visitor.wait_for_selector("article.ticket.good")
    picture(visitor, "switched")
    assert email in [row["email"] for row in attendees_of("roomy-too")]
    assert email not in [row["email"] for row in attendees_of("roomy")]


def test_a_stranger_is_offered_no_exchange(demo, visit, test_sessions, attendees_of):
    holder, stranger = visit(), visit()
    sign_up(holder, f"{demo.url}/en/sessions/roomy", "held@example.org")
    sign_up(stranger, f"{demo.url}/en/sessions/roomy-too", "held@example.org")
    assert outcome(stranger) == "mail" and stranger.locator("[name=switch_from]").count() == 0
    # Not even where the reference is guessed.
    [held] = [row["reference"] for row in attendees_of("roomy") if row["email"] == "held@example.org"]
    answer = RawForm(demo.url, "roomy-too").send(email="held@example.org", switch_from=held)
    assert "held@example.org" in [row["email"] for row in attendees_of("roomy")]
    assert "ticket mail" in answer.text


def test_a_stranger_reads_in_the_mail_how_to_exchange(demo, visit, visitor, test_sessions, attendees_of, picture, request):
    """By the mail: it proves that whoever follows its link reads the address's mail."""
    email = f"letter-{request.node.callspec.id}@example.org"
    sign_up(visit(), f"{demo.url}/en/sessions/roomy", email)
    sign_up(visit(), f"{demo.url}/en/sessions/roomy-too", email)
    [mail] = mails_to(demo, email, "clash")
    [link] = [link for link in mail.links if "/switch/" in link]
    visitor.goto(link)
    assert "A roomy session" in visitor.inner_text("main")
    picture(visitor, "switch-by-mail")
    assert email in [row["email"] for row in attendees_of("roomy")], "following the link changes nothing yet"
    send(visitor)
    visitor.wait_for_selector("article.ticket.good")
    assert email in [row["email"] for row in attendees_of("roomy-too")]
    assert email not in [row["email"] for row in attendees_of("roomy")]
    [switched] = mails_to(demo, email, "switched")
    assert switched.calendars
    visitor.goto(link)
    assert visitor.locator("form button[type=submit]").count() == 0, "the old ticket has nothing left to exchange"


def test_a_full_session_offers_others(demo, visitor, test_sessions, picture, request):
    name = request.node.callspec.id
    sign_up(visitor, f"{demo.url}/en/sessions/tiny", f"tiny-{name}-1@example.org")
    visitor.context.clear_cookies()
    sign_up(visitor, f"{demo.url}/en/sessions/tiny", f"tiny-{name}-2@example.org")
    assert outcome(visitor) == "waiting" and visitor.locator(".others li").count() > 0
    picture(visitor, "waiting-with-others")


def test_a_form_filled_in_by_a_program_comes_back(demo, test_sessions, attendees_of):
    answer = RawForm(demo.url, "early").send(email="bot@example.org", website="https://spam.example")
    assert answer.status_code == 422 and "bot@example.org" in answer.text and "spam.example" not in answer.text
    assert "bot@example.org" not in [row["email"] for row in attendees_of("early")]
