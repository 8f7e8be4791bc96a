"""The staff's way in: what is tried against it, how a login begins and ends, and what the record tells of it."""

import re

import pytest
from accounts import PASSWORD_OF_OURS, add, attempt, visible
from forms import send

from harness import staff
from harness.staff import LOGIN, PASSWORD, client, hidden, staff_page, staff_session

WRONG = "ce n'est pas le bon, mais il est long"


@pytest.fixture(scope="module")
def simple(demo):
    """An account that has no second factor yet: its address."""
    return add(demo, "simple@example.org", "venue_manager", "--venue", "mairie-11e")


def test_an_unknown_address_and_a_wrong_password_look_and_last_the_same(demo):
    known, unknown, texts = [], [], set()
    # Four, since the fifth would be refused. What else runs can only make one longer: the shortest tell.
    for _ in range(4):
        for times, email in ((known, staff.EMAILS["venue_manager"]), (unknown, "personne@example.org")):
            answer = attempt(demo, email, WRONG)
            times.append(answer.elapsed.total_seconds())
            assert answer.status_code == 422 and LOGIN not in answer.cookies
            texts.add(visible(answer.text))
    assert len(texts) == 1
    assert 0.5 < min(known) / min(unknown) < 2, (known, unknown)


def test_after_five_wrong_attempts_the_right_password_is_refused_too_and_for_unknown_addresses_alike(demo):
    add(demo, "brute@example.org", "organiser")
    psql = lambda statement: staff.Cluster(demo.data).psql("socialday", statement)
    before = psql("select coalesce(max(id), 0) from app.record").strip()
    owner = client(demo)
    attempt(demo, "brute@example.org", PASSWORD_OF_OURS, owner)
    answers = {}
    for email in ("brute@example.org", "nobody@example.org"):
        for _ in range(5):
            assert attempt(demo, email, "x").status_code == 422
        answers[email] = attempt(demo, email, PASSWORD_OF_OURS)
    for answer in answers.values():
        assert answer.status_code == 429 and 800 < int(answer.headers["retry-after"]) <= 900
    assert len({visible(answer.text) for answer in answers.values()}) == 1
    # Whoever has logged in from there before is not shut out by a stranger, and has five attempts as well.
    owner.cookies.clear(domain="localhost.local", path="/", name=LOGIN)
    assert attempt(demo, "brute@example.org", PASSWORD_OF_OURS, owner).status_code == 303
    owner.cookies.clear(domain="localhost.local", path="/", name=LOGIN)
    statuses = [attempt(demo, "brute@example.org", "x", owner).status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]
    # No more of it is in the record than the throttle let through, and nothing that tells of an unknown address.
    record = psql(f"""
        select a.email, r.action, r.details, count(*)
        from app.record r left join app.account a on r.object = 'account:' || a.id
        where r.action in ('login.refused', 'login.throttled') and r.id > {before}
        group by 1, 2, 3 order by 1, 2""")
    assert [line.split("\t") for line in record.splitlines()] == [
        ["brute@example.org", "login.refused", '{"reason": "password"}', "10"],
        ["brute@example.org", "login.throttled", "", "2"],
        ["", "login.refused", '{"reason": "password"}', "5"], ["", "login.throttled", "", "1"]]


@pytest.mark.parametrize("change", [
    {"form_token": None}, {"form_token": "x"}, {"headers": {"origin": "null"}},
    {"headers": {"origin": "https://evil.example"}}, {"foreign": True}, {"replayed": True}])
def test_a_login_form_that_is_not_this_browsers_is_refused(demo, change):
    session = client(demo)
    if change.pop("foreign", False):
        change["form_token"] = hidden(client(demo).get(f"{demo.url}/staff/login").text)["form_token"]
    if change.pop("replayed", False):
        change["form_token"] = hidden(session.get(f"{demo.url}/staff/login").text)["form_token"]
        session = client(demo)
    answer = attempt(demo, staff.EMAILS["venue_manager"], PASSWORD, session, **change)
    assert answer.status_code == 403 and LOGIN not in answer.cookies


def test_a_login_gets_a_cookie_of_its_own_and_ends_the_one_before(demo, simple):
    session = client(demo)
    session.cookies.set(LOGIN, "A" * 43, domain="localhost.local", secure=True)
    answer = attempt(demo, simple, PASSWORD_OF_OURS, session)
    cookie = next(cookie for cookie in answer.raw.headers.getlist("set-cookie") if cookie.startswith(LOGIN))
    assert answer.status_code == 303 and "A" * 43 not in cookie
    for part in ("Path=/", "Secure", "HttpOnly", "SameSite=Lax"):
        assert part in cookie
    assert "Domain" not in cookie and "Max-Age" not in cookie
    first = re.search(rf"{LOGIN}=([^;]+)", cookie)[1]
    token = staff.form_token(session, f"{demo.url}/staff")
    answer = session.post(f"{demo.url}/staff/logout", data={"form_token": token}, allow_redirects=False)
    assert answer.status_code == 303
    thief = client(demo)
    answer = thief.get(f"{demo.url}/staff", headers={"cookie": f"{LOGIN}={first}"}, allow_redirects=False)
    assert answer.headers["location"] == "/staff/login"


def test_nothing_of_a_login_is_in_the_log_or_stays_in_a_cache(demo):
    session = staff_session(demo, "organiser")
    for path in ("", "/account", "/record", "/account/second-factor"):
        assert session.get(f"{demo.url}/staff{path}").headers["cache-control"] == "no-store"
    log = demo.output.replace(PASSWORD, "", 1)
    for line in log.splitlines():
        if "demonstration.example" in line:
            assert line.startswith("  ") and "  " in line.strip(), line
    for secret in (PASSWORD, WRONG, *(cookie.value for cookie in session.cookies)):
        assert secret not in log


def test_what_was_typed_survives_the_end_of_a_login(demo, page, picture):
    """Half an hour at the telephone: nothing is saved behind anybody's back, and nothing is lost."""
    psql = lambda statement: staff.Cluster(demo.data).psql("socialday", statement).strip()
    log_in_by_hand(demo, page, staff.EMAILS["organiser"])
    page.goto(f"{demo.url}/staff/hosts")
    page.fill("#name", "Les Étourdies & Cie")
    page.select_option("#legal_form", "cooperative")
    psql("update app.login set seen_at = now() - interval '31 minutes' where id = (select id from app.login order by created_at desc limit 1)")
    page.click("main form.panel .next button")
    page.wait_for_selector("[name=password]")
    assert psql("select count(*) from app.host where name like 'Les Étourdies%'") == "0"
    assert "Étourdies" not in page.content(), "sealed: whoever comes by reads nothing"
    picture(page, "staff-held-login")
    fill_in(demo, page, staff.EMAILS["organiser"])
    page.wait_for_selector("form[action='/staff/hosts']")
    picture(page, "staff-held")
    assert psql("select count(*) from app.host where name like 'Les Étourdies%'") == "0", "only by a click"
    send(page)
    page.wait_for_url("**/staff/hosts?done=saved*")
    assert psql("select legal_form from app.host where name = 'Les Étourdies & Cie'") == "cooperative"


def log_in_by_hand(demo, page, email):
    page.goto(f"{demo.url}/staff/login")
    fill_in(demo, page, email)
    page.wait_for_url("**/staff")


def fill_in(demo, page, email):
    """The form to log in, and the one for the code after it."""
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    send(page)
    page.fill("[name=code]", staff.code_of(demo, email))
    send(page)


def test_whoever_is_not_logged_in_chooses_a_language_on_each_page(demo, visit):
    page = visit(locale="fr-FR")
    for path in ("login?to=%2Fstaff%2Frecord", "forgotten", "links/x", "door/x"):
        page.goto(f"{demo.url}/staff/{path}")
        assert page.get_attribute("html", "lang") == "fr"
        page.click(".me a")
        assert page.get_attribute("html", "lang") == "en", path
        page.context.clear_cookies()


def test_a_venue_manager_is_told_that_a_page_is_not_theirs(demo, page):
    staff_page(page, demo, "venue_manager")
    assert page.goto(f"{demo.url}/staff/accounts").status == 403
    assert page.locator("h1").count() == 1


def test_the_record_tells_who_came_in_and_is_filtered_by_its_address(demo, page):
    staff_page(page, demo, "organiser")
    page.goto(f"{demo.url}/staff/record")
    assert page.locator("tbody tr").count() > 3
    page.select_option("[name=kind]", "account")
    page.click(".line-form button")
    page.wait_for_url("**/staff/record?**kind=account**")
    actions = set(page.locator("tbody tr td:nth-child(3)").all_inner_texts())
    assert actions and all("compte" in action for action in actions)
    assert page.locator("nav.desk [aria-current=page]").all_inner_texts() == ["Journal"]
    attempt(demo, staff.EMAILS["administrator"], "x")
    page.goto(f"{demo.url}/staff/record?kind=login")
    refused = page.locator("tr:has-text('a refusé une connexion')")
    assert "le service" in refused.first.inner_text() and "mot de passe" in refused.first.inner_text()
