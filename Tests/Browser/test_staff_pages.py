"""Every page of the staff and every state worth looking at, in both languages: axe-core finds nothing on any."""

import re
from pathlib import Path

import pytest
from forms import DESKTOP, PHONE, send
from looks import look

from harness.cluster import Cluster
from harness.programme import csv_text, import_rows, session
from harness.staff import (EMAILS, LOGIN, PASSWORD, code_of, door_token, form_token, hidden, staff_page, staff_session)

KNOWN_ROUTES = Path(__file__).parents[1] / "WebTests/Staff"

# Pages by their addresses; what stands in braces is one of the things of the fixture `things`.
PAGES = [
    "", "account", "account/password", "account/second-factor", "account/logins", "accounts", "accounts/new",
    "accounts/{account}", "record", "record?kind=none", "confirm?to=%2Fstaff%2Frecord", "exports", "exports/{run}",
    "sessions", "sessions?q=zzz", "sessions?status=draft", "sessions/new", "sessions/roomy", "sessions/drafted",
    "sessions/drafted/publish", "sessions/roomy/withdraw", "sessions/roomy/cancel", "sessions/off/restore",
    "venues", "venues?q=zzz", "venues/new", "venues/test-hall", "hosts", "hosts/{host}",
    "notices", "notices?about=session:roomy", "import", "changes", "changes?q=zzz", "changes/{change}/undo", "people", "people/{person}", "people/999999",
    "people/{person}/sign-ups/{reference}/ticket", "people/{person}/sign-ups/{reference}/cancel",
    "people/{person}/sign-ups/{reference}/places", "people/{person}/sign-ups/{reference}/move",
    "people/{waiter}/sign-ups/{waiting}/move-up", "sign-ups/new?session=roomy", "sessions/roomy/people",
    "sessions/tiny/people?status=waiting", "sessions/tiny/waiting-list", "sessions/late/waiting-list", "messages",
    "messages/new?theme=care&to=confirmed&to=waiting", "messages/{message}", "hosts/letters", "door",
    "door?venue=test-hall", "door/sessions/roomy", "sessions/roomy/sheet", "board", "venues/test-hall/board",
    "venues/test-hall/sessions/roomy/capacity", "nowhere"]
# Those that are no pages, and those that lead on.
NO_PAGES = {
    "/staff/board/stream", "/staff/venues/{venue}/board/stream", "/staff/door/worker.js",
    "/staff/door/sessions/{slug}/list", "/staff/exports/{run}/file"}
STATES = {}


def state(role="administrator"):
    """A function that brings a browser of the role into a state, or one of nobody's."""

    def add(function):
        STATES[function.__name__.replace("_", "-")] = (role, function)
        return function

    return add


@state()
def found(page, site, things):
    page.goto(f"{site}/people")
    page.fill("#q", "axe")
    page.click(".look button")


@state()
def found_nobody(page, site, things):
    page.goto(f"{site}/people")
    page.fill("#q", "zzzz")
    page.click(".look button")


@state()
def account_wrong(page, site, things):
    page.goto(f"{site}/accounts/new")
    send(page)
    page.wait_for_selector("#notice")


@state()
def sign_up_wrong(page, site, things):
    page.goto(f"{site}/sign-ups/new")
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.fill("#email", "nobody")
    send(page)
    page.wait_for_selector("#email-error")


@state()
def sign_up_alike(page, site, things):
    page.goto(f"{site}/sign-ups/new?session=late")
    page.fill("#name", "Axel Axe")
    send(page)
    page.wait_for_selector(".alike")


@state()
def move_up_wrong(page, site, things):
    page.goto(f"{site}/people/{things['waiter']}/sign-ups/{things['waiting']}/move-up")
    page.evaluate("document.querySelector('main form').noValidate = true")
    send(page)
    page.wait_for_selector("#choice-error")


@state()
def message_wrong(page, site, things):
    page.goto(f"{site}/messages/new?session=roomy")
    page.fill("#text_fr", "Bonjour {nom}")
    page.click("button[value=preview]")
    page.wait_for_selector("#text-error-fr")


@state()
def message_seen_first(page, site, things):
    page.goto(f"{site}/messages/new?session=roomy")
    for language in ("fr", "en"):
        page.fill(f"#subject_{language}", "Social Day")
        page.fill(f"#text_{language}", "Un mot.\n\nhttps://example.org/")
    page.click("button[value=preview]")
    page.wait_for_selector(".mail")


@state()
def export_wrong(page, site, things):
    page.goto(f"{site}/exports")
    page.evaluate("document.querySelectorAll('[name=column]').forEach(box => box.checked = false)")
    send(page)
    page.wait_for_selector(".notice")


@state()
def session_wrong(page, site, things):
    page.goto(f"{site}/sessions/new")
    send(page)
    page.wait_for_selector("#notice")


@state()
def session_effect(page, site, things):
    page.goto(f"{site}/sessions/roomy")
    page.fill("#starts_at", page.input_value("#starts_at").replace("T10", "T09"))
    send(page)
    page.wait_for_selector("#effect, #changes")


@state()
def import_wrong(page, site, things):
    page.goto(f"{site}/import")
    page.fill("#text", csv_text([things["row"] | {"capacity": "?"}]))
    send(page)
    page.wait_for_selector("#notice")


@state()
def import_seen_first(page, site, things):
    page.goto(f"{site}/import")
    page.fill("#text", csv_text([things["row"] | {"slug": "imported", "room": "New room"}]))
    send(page)
    page.wait_for_selector("#effect")


@state()
def notice_wrong(page, site, things):
    page.goto(f"{site}/notices")
    page.fill("#text_fr", "Il pleut.")
    page.click("main form.panel .next button")
    page.wait_for_selector("#text_en-error")


@state()
def confirm_wrong(page, site, things):
    page.goto(f"{site}/confirm?to=%2Fstaff%2Frecord")
    page.fill("[name=proof]", "000000")
    send(page)
    page.wait_for_selector("#proof-error")


@state()
def held_for_a_proof(page, site, things):
    page.goto(f"{site}/accounts/new")
    page.fill("#email", "axe@example.org")
    things["psql"]("update app.login set proved_at = proved_at - interval '11 minutes'")
    send(page)
    page.wait_for_selector("[name=held]", state="attached")
    things["psql"]("update app.login set proved_at = now()")


@state("venue_manager")
def manager_home(page, site, things):
    page.goto(site)


@state("venue_manager")
def manager_board(page, site, things):
    page.goto(f"{site}/board")


@state("venue_manager")
def not_theirs(page, site, things):
    page.goto(f"{site}/accounts")


@state("venue_manager")
def factor_first(page, site, things):
    things["psql"]("update app.account set factor_set_at = null where role = 'venue_manager'")
    page.goto(f"{site}/door")
    things["psql"]("update app.account set factor_set_at = now() where role = 'venue_manager'")
    page.wait_for_selector("[name=code]")


@state("steward")
def at_the_door(page, site, things):
    page.goto(f"{site}/door")


@state(None)
def login(page, site, things):
    page.goto(f"{site}/login?lang={things['language']}")


@state(None)
def login_wrong(page, site, things):
    page.goto(f"{site}/login?lang={things['language']}")
    page.fill("[name=email]", "axe@example.org")
    page.fill("[name=password]", "short")
    send(page)
    page.wait_for_selector(".notice")


@state(None)
def forgotten(page, site, things):
    page.goto(f"{site}/forgotten")


@state(None)
def forgotten_sent(page, site, things):
    page.goto(f"{site}/forgotten?sent=yes")


@state(None)
def link_over(page, site, things):
    page.goto(f"{site}/links/x")


@state(None)
def door_over(page, site, things):
    page.goto(f"{site}/door/x")


@pytest.fixture(scope="module")
def things(demo, folder, api, test_sessions):
    """What the pages are about: sessions in each state, people, an export, a message."""
    psql = lambda statement: Cluster(demo.data).psql("socialday", statement).strip()
    day = api("/sessions")[0]["starts_at"][:10]
    row = session(day, slug="off", room="Room 6", starts_at="16:00", ends_at="17:00")
    import_rows(demo, folder, "sessions", [row])
    staff = staff_session(demo, "administrator")
    url = f"{demo.url}/staff"
    token = {"form_token": form_token(staff, url)}

    def post(path, **fields):
        answer = staff.post(f"{url}/{path}", data=token | fields)
        assert answer.status_code == 200, path + ": " + " ".join(re.findall(r'class="error"[^>]*>([^<]+)', answer.text))
        return answer

    def steps(path, **fields):
        """A page that shows an effect first, and the yes to it."""
        answer = staff.get(f"{url}/{path}")
        return post(path, **hidden(answer.text) | {"step": "yes"} | fields)

    post("import", kind="sessions", text=csv_text([row | {"slug": "drafted", "room": "Room 7"}]), step="yes")
    change = psql("select max(id) from app.change")
    steps("sessions/off/cancel")
    people = {}
    for slug, name, note in (("roomy", "Axel Axe", "A note."), ("tiny", "Tina Tiny", ""), ("tiny", "Anne-Sophie de La Tour-d’Auvergne-Lauraguais", "")):
        answer = post("sign-ups/new", session=slug, name=name, email=f"{name[:4].lower()}.axe@example.org", places="1",
                      language="fr", request_key=f"axe-1234-{name[:4]}", note=note)
        people[name[:4]] = (re.search(r"/people/(\d+)", answer.url)[1], re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", answer.text)[0])
    run = post("exports", kind="csv", column="name").url.rpartition("/")[2]
    message = post("messages/new", session="roomy", to="confirmed", subject_fr="Un mot", text_fr="Bonjour.",
                   subject_en="A word", text_en="Hello.", request_key="axe-message-1", action="send").url
    return {
        "psql": psql, "row": row, "change": change, "person": people["Axel"][0], "reference": people["Axel"][1],
        "waiter": people["Anne"][0], "waiting": people["Anne"][1], "run": run,
        "message": re.search(r"/messages/(\d+)", message)[1],
        "account": psql("select id from app.account where role = 'organiser' limit 1"),
        "host": psql("select id from app.host order by id limit 1"), "day": day}


def test_no_page_is_left_out():
    routes = set()
    for file in KNOWN_ROUTES.glob("Known*Routes.swift"):
        routes |= set(re.findall(r'"GET (/staff[^"]*)"', file.read_text()))
    addresses = ["/staff" + (f"/{path}" if path else "") for path in PAGES] + [
        "/staff/login", "/staff/forgotten", "/staff/links/x", "/staff/door/x", "/staff/door/tickets/x"]
    assert len(routes) > 45
    for route in routes - NO_PAGES:
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(route))
        assert any(re.fullmatch(pattern, address.partition("?")[0]) for address in addresses), route


@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing(demo, visit, things, picture, language):
    things["language"] = language
    things["psql"](f"update app.account set language = '{language}'; update app.login set proved_at = now()")
    # A width in each language, and both schemes in one: what differs between the languages is words.
    width, schemes = (PHONE, ("light", "dark")) if language == "fr" else (DESKTOP, ("dark",))
    locale = {"fr": "fr-FR", "en": "en-GB"}[language]
    pages, wrong = {}, []

    def opened(role):
        if role not in pages:
            pages[role] = visit(viewport=width, locale=locale, reduced_motion="reduce")
            if role:
                staff_page(pages[role], demo, role, **({"venue": "test-hall", "day": things["day"]} if role == "steward" else {}))
        return pages[role]

    def check(page, name):
        page.wait_for_selector("h1")
        if page.get_attribute("html", "lang") != language:
            wrong.append(f"{name} is in another language")
        wrong.extend(look(page, f"page-{name}-{language}", width, schemes, picture))

    for path in PAGES:
        page = opened("administrator")
        page.goto(f"{demo.url}/staff/{path.format(**things)}".rstrip("/"))
        check(page, re.sub(r"[^a-z]+", "-", path) or "home")
    for name, (role, bring) in STATES.items():
        bring(opened(role), f"{demo.url}/staff", things)
        check(opened(role), name)
    assert wrong == []
