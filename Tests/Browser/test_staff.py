"""The staff's way in: logging in, what is tried against it, invitations, second factors, accounts and the record."""

import re
import statistics
import time

import pytest
from axe import Axe
from forms import DESKTOP, PHONE, send

from harness import staff
from harness.mails import Mail
from harness.staff import LOGIN, PASSWORD, client, hidden, staff_page, staff_session

WRONG = "ce n'est pas le bon, mais il est long"


def attempt(demo, email, password, session=None, **changes):
    """Posts the login form with these changes; a field that is None is left out."""
    session = session or client(demo)
    fields = hidden(session.get(f"{demo.url}/staff/login").text) | {"email": email, "password": password}
    headers = changes.pop("headers", {})
    fields = {name: value for name, value in (fields | changes).items() if value is not None}
    return session.post(f"{demo.url}/staff/login", data=fields, headers=headers, allow_redirects=False)


def visible(html):
    """A page without what is new on each: tokens and what was typed."""
    return re.sub(r'(value|data-form-token)="[^"]*"', "", html)


def test_an_unknown_address_and_a_wrong_password_look_and_last_the_same(demo):
    known, unknown, texts = [], [], set()
    for _ in range(2):
        for times, email in ((known, staff.EMAILS["venue_manager"]), (unknown, "personne@example.org")):
            began = time.monotonic()
            answer = attempt(demo, email, WRONG)
            times.append(time.monotonic() - began)
            assert answer.status_code == 422 and LOGIN not in answer.cookies
            texts.add(visible(answer.text))
    assert len(texts) == 1
    assert 0.5 < statistics.median(known) / statistics.median(unknown) < 2, (known, unknown)


def test_after_five_wrong_attempts_the_right_password_is_refused_too_and_for_unknown_addresses_alike(demo):
    token = demo.command("user", "add", "--email", "brute@example.org", "--role", "organiser", "--password-stdin",
                         input="quatre girafes au café\n")
    assert token.returncode == 0, token.stderr
    answers = {}
    for email in ("brute@example.org", "nobody@example.org"):
        for _ in range(5):
            assert attempt(demo, email, "x").status_code == 422
        answers[email] = attempt(demo, email, "quatre girafes au café")
    for answer in answers.values():
        assert answer.status_code == 429 and 800 < int(answer.headers["retry-after"]) <= 900
    assert len({visible(answer.text) for answer in answers.values()}) == 1


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


def test_a_login_gets_a_cookie_of_its_own_and_ends_the_one_before(demo):
    session = client(demo)
    session.cookies.set(LOGIN, "A" * 43, domain="localhost.local", secure=True)
    answer = attempt(demo, staff.EMAILS["venue_manager"], PASSWORD, session)
    cookie = answer.headers["set-cookie"]
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


def staff_mails(demo, kind):
    return [Mail(file.read_bytes()) for file in sorted((demo.data / "mail").glob(f"staff*-{kind}.eml"))]


def wait_for_mail(demo, kind, count):
    end = time.monotonic() + 15
    while len(found := staff_mails(demo, kind)) < count and time.monotonic() < end:
        time.sleep(0.1)
    assert len(found) == count
    return found[-1]


def test_from_invitation_to_second_factor_and_back_in_with_a_recovery_code(demo, visit, picture):
    admin = staff_page(visit(locale="fr"), demo, "administrator")
    admin.goto(f"{demo.url}/staff/accounts")
    admin.click("main a.button")
    admin.fill("[name=email]", "Ines.Organise@example.org")
    admin.check("[name=role][value=organiser]")
    admin.check("main [name=language][value=en]")
    send(admin)
    admin.wait_for_selector(".done")
    assert "Ines.Organise@example.org" in admin.inner_text("table")

    mail = wait_for_mail(demo, "invitation", 1)
    assert mail["to"] == "Ines.Organise@example.org" and "Ines" not in mail["subject"]
    [link] = [link for link in mail.links if "/staff/links/" in link]
    page = visit()
    page.goto(link)
    for password, again, where in (("short", "short", "password"), ("password1234", "password1234", "password"),
                                   ("trois vélos sous la pluie", "trois vélos", "again")):
        page.fill("[name=password]", password)
        page.fill("[name=again]", again)
        send(page)
        page.wait_for_selector(f"#{where}-error")
    picture(page, "staff-choose-password")
    page.fill("[name=password]", "trois vélos sous la pluie")
    page.fill("[name=again]", "trois vélos sous la pluie")
    send(page)
    page.wait_for_url("**/staff/login?chosen=yes")
    assert visit().goto(link).status == 404

    page.fill("[name=email]", "ines.organise@example.org")
    page.fill("[name=password]", "trois vélos sous la pluie")
    send(page)
    page.wait_for_url("**/staff/account/second-factor")
    page.goto(f"{demo.url}/staff/record")
    assert page.url.endswith("/staff/account/second-factor"), "nothing is open before the second factor"
    picture(page, "staff-second-factor")
    page.fill("[name=code]", staff.code_of(demo, "ines.organise@example.org"))
    send(page)
    page.wait_for_selector(".recovery li")
    picture(page, "staff-recovery-codes")
    codes = page.locator(".recovery li").all_inner_texts()
    assert len(set(codes)) == 10
    page.click("main a.button")
    page.wait_for_url("**/staff")
    page.click(".me form:last-child button")
    page.wait_for_url("**/staff/login")

    for expected in ("**/staff", "**/staff/login/code"):
        page.goto(f"{demo.url}/staff/login")
        page.fill("[name=email]", "ines.organise@example.org")
        page.fill("[name=password]", "trois vélos sous la pluie")
        send(page)
        page.fill("[name=code]", codes[4].upper())
        send(page)
        page.wait_for_url(expected)
        if expected == "**/staff":
            page.context.clear_cookies()
    assert page.locator("#code-error").count() == 1, "a recovery code opens once"
    assert page.complaints == [] or all("422" in text for text in page.complaints)


def test_a_forgotten_password_is_answered_alike_and_mailed_about_only_where_there_is_an_account(demo, visit):
    answers = []
    for email in ("nobody@example.org", staff.EMAILS["venue_manager"]):
        session = client(demo)
        fields = hidden(session.get(f"{demo.url}/staff/forgotten").text) | {"email": email}
        answer = session.post(f"{demo.url}/staff/forgotten", data=fields)
        assert answer.status_code == 200
        answers.append(visible(answer.text))
    assert answers[0] == answers[1]
    mail = wait_for_mail(demo, "reset", 1)
    assert mail["to"] == staff.EMAILS["venue_manager"]


def test_what_concerns_rights_asks_for_a_proof_again_and_leads_back(demo, page, picture):
    staff_page(page, demo, "administrator")
    staff.Cluster(demo.data).psql("socialday", "update app.login set proved_at = proved_at - interval '11 minutes'")
    page.goto(f"{demo.url}/staff/accounts/new")
    assert "/staff/confirm" in page.url
    picture(page, "staff-confirm")
    page.fill("[name=proof]", "000000")
    send(page)
    page.wait_for_selector("#proof-error")
    page.fill("[name=proof]", staff.code_of(demo, staff.EMAILS["administrator"]))
    send(page)
    page.wait_for_url("**/staff/accounts/new")


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


PAGES = [
    (None, "login"), (None, "forgotten"), (None, "forgotten?sent=yes"), (None, "links/x"), ("venue_manager", ""),
    ("administrator", "account"), ("organiser", "account/password"), ("venue_manager", "account/second-factor"),
    ("organiser", "account/second-factor"), ("organiser", "account/logins"), ("administrator", "accounts"),
    ("administrator", "accounts/new"), ("administrator", "record"), ("organiser", "record?kind=none"),
    ("organiser", "confirm?to=%2Fstaff%2Frecord")]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("role, path", PAGES)
def test_axe_finds_nothing(demo, visit, picture, role, path, language):
    page = visit(viewport=PHONE, locale=language, reduced_motion="reduce")
    if role:
        staff_page(page, demo, role)
        email = staff.EMAILS[role]
        staff.Cluster(demo.data).psql("socialday", f"""
            update app.account set language = '{language}' where email = '{email}';
            update app.login set proved_at = now()""")
    page.goto(f"{demo.url}/staff/{path}".rstrip("/"))
    assert page.get_attribute("html", "lang") == language
    if "new" in path:
        send(page)
        page.wait_for_selector("#notice")
    # Each size and each scheme in one of the languages: what differs between these is words.
    schemes = ("light", "dark") if language == "fr" else ("dark", "light")
    for viewport, scheme in zip((PHONE, DESKTOP), schemes):
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        picture(page, f"staff-{path.replace('/', '-').split('?')[0] or 'home'}-{language}-{viewport['width']}-{scheme}")
        results = Axe().run(page, options={"resultTypes": ["violations"]})
        assert results.violations_count == 0, f"{viewport['width']}-{scheme}: {results.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{viewport}: it scrolls sideways"
