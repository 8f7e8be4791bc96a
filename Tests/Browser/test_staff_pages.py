"""Every page of the staff and every state worth looking at, in both languages: axe-core finds nothing on any."""

import re
from pathlib import Path

import pytest
from forms import DESKTOP, PHONE
from looks import ALL_LOOKS, look
from staff_states import STATES
from staff_things import things  # noqa: F401 (a fixture)

from harness.staff import staff_page

# A width in each language, and both schemes in one: what differs between the languages is words. At full length, everything.
LOOKS = {"fr": [(PHONE, ("light", "dark"))], "en": [(DESKTOP, ("dark",))]}

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
    "door?venue=test-hall", "door/sessions/roomy", "sessions/roomy/sheet", "venues/test-hall/board",
    "venues/test-hall/sessions/roomy/capacity", "nowhere"]
# Those that are no pages, and those that lead on.
NO_PAGES = {
    "/staff/board/stream", "/staff/venues/{venue}/board/stream", "/staff/door/worker.js",
    "/staff/door/sessions/{slug}/list", "/staff/door/sessions/{slug}/others", "/staff/exports/{run}/file"}


def test_no_page_is_left_out():
    routes = set()
    for file in KNOWN_ROUTES.glob("Known*Routes.swift"):
        routes |= set(re.findall(r'"GET (/staff[^"]*)"', file.read_text()))
    # Those that only states show; of the board a manager's, since everybody's is the same a hundred times.
    of_states = ["board", "login", "forgotten", "links/x", "door/x", "door/tickets/x"]
    addresses = ["/staff" + (f"/{path}" if path else "") for path in PAGES + of_states]
    assert len(routes) > 45
    for route in routes - NO_PAGES:
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(route))
        assert any(re.fullmatch(pattern, address.partition("?")[0]) for address in addresses), route


@pytest.fixture(scope="module", params=LOOKS)
def language(request, things):
    """The language that the staff's pages are in from now on."""
    things["psql"](f"update app.account set language = '{request.param}'")
    things["language"] = request.param
    return request.param


@pytest.fixture(scope="module")
def browser_of(demo, visit_for_long, things, language):
    """The page of somebody's browser, or of nobody's, which each test takes over from the one before."""
    pages = {}
    locale, [(width, _)] = {"fr": "fr-FR", "en": "en-GB"}[language], LOOKS[language]

    def opened(role):
        if role not in pages:
            pages[role] = visit_for_long(viewport=width, locale=locale, reduced_motion="reduce")
            if role:
                door = {"venue": "test-hall", "day": things["day"]} if role == "steward" else {}
                staff_page(pages[role], demo, role, **door)
        return pages[role]

    things["psql"]("update app.login set proved_at = now()")
    return opened


@pytest.fixture
def check(language, picture, full):
    """Looks at a page that has been brought into its state, which has a name."""

    def look_at(page, name):
        page.wait_for_selector("h1")
        assert page.get_attribute("html", "lang") == language
        assert [problem for viewport, schemes in (ALL_LOOKS if full else LOOKS[language])
                for problem in look(page, f"page-{name}-{language}", viewport, schemes, picture)] == []

    return look_at


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_page(demo, things, browser_of, check, path):
    page = browser_of("administrator")
    page.goto(f"{demo.url}/staff/{path.format(**things)}".rstrip("/"))
    check(page, re.sub(r"[^a-z]+", "-", path) or "home")


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_in_a_state(demo, things, browser_of, check, name):
    role, bring = STATES[name]
    page = browser_of(role)
    bring(page, f"{demo.url}/staff", things)
    check(page, name)
