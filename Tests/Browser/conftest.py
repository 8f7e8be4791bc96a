"""A headless Chromium, and sessions that the tests can fill."""

import contextlib
import functools
import os
import shutil
from pathlib import Path

import pytest
import requests
import urllib3
from forms import DESKTOP
from playwright.sync_api import Locator, Page, expect, sync_playwright

from harness.programme import VENUE, import_rows, session

urllib3.disable_warnings()

# How long a browser may take for anything: an ample time, since only a failure takes it.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


def settled(act):
    """The act, and then the end of the navigation that it began: Playwright goes on as soon as the new page has begun to come,
    when half of what is looked for may be missing."""

    @functools.wraps(act)
    def acted(self, *arguments, **options):
        act(self, *arguments, **options)
        (self if isinstance(self, Page) else self.page).wait_for_load_state("domcontentloaded")

    return acted


for kind in (Page, Locator):
    kind.click, kind.press = settled(kind.click), settled(kind.press)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        # Debian's Chromium where there is one, otherwise Playwright's own.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        # The demo signs its own certificate, and what a page registers to work offline is fetched apart from the page.
        arguments.append("--ignore-certificate-errors")
        # Reports of broken policies come within a second, instead of a minute.
        arguments.append("--short-reporting-delay")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser
        browser.close()


@contextlib.contextmanager
def visitors(chromium):
    """Opens a new browser context (its own cookies) and a page in it, as often as it is called."""
    contexts = []

    def open_page(**options):
        context = chromium.new_context(**{"ignore_https_errors": True, "viewport": DESKTOP} | options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def visit(chromium):
    with visitors(chromium) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def visit_for_long(chromium):
    """For pages that several tests look at one after the other."""
    with visitors(chromium) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def lend(visit_for_long):
    """Lends a page to one test after the other, without what the one before left in it: a new one takes half a second."""
    pages = {}

    def lend(**options):
        name = repr(options)
        if name not in pages:
            pages[name] = visit_for_long(**options)
        page = pages[name]
        page.context.clear_cookies()
        page.set_extra_http_headers({})
        page.set_viewport_size(options.get("viewport", DESKTOP))
        page.emulate_media(color_scheme=options.get("color_scheme", "light"))
        page.complaints.clear()
        return page

    return lend


@pytest.fixture
def page(lend):
    """A page for a test that puts nothing into it that stays there: no script, clock, route or listener."""
    return lend()


@pytest.fixture(scope="session")
def picture():
    """Saves a picture of the page where SCREENSHOTS names a folder."""

    def take(page, name):
        if folder := os.environ.get("SCREENSHOTS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{folder}/{name}.png", full_page=True)

    return take


@pytest.fixture(scope="module")
def api(demo):
    """The public reads of the API, as JSON."""

    def get(path):
        answer = requests.get(f"{demo.url}/api/v1{path}", verify=False)
        assert answer.status_code == 200, answer.text
        return answer.json()["data"]

    return get


@pytest.fixture(scope="module")
def test_sessions(demo, folder, api):
    """Sessions made for the tests, beside the demo's programme, on its day."""
    date = api("/sessions")[0]["starts_at"][:10]
    import_rows(demo, folder, "venues", [VENUE])
    rows = [
        session(date, slug="roomy", title_en="A roomy session", title_fr="Une séance spacieuse", capacity="100"),
        session(date, slug="roomy-too", room="Room 2", capacity="100"),
        session(date, slug="tiny", room="Room 3", capacity="1", starts_at="12:00", ends_at="13:00"),
        session(date, slug="tiny-without-list", room="Room 4", capacity="1", starts_at="14:00", ends_at="15:00",
                waiting_list="no"),
        session(date, slug="early", room="Room 5", capacity="100", starts_at="08:00", ends_at="09:00"),
        session(date, slug="late", room="Room 5", capacity="100", starts_at="18:00", ends_at="19:00"),
    ]
    columns = {"waiting_list": "yes"}
    import_rows(demo, folder, "sessions", [columns | row for row in rows])
    return {row["slug"]: row for row in rows}


@pytest.fixture(scope="module")
def token(demo):
    return demo.token("tests", "sign-ups:write", "attendees:read", "check-ins:write", "capacity:read")


@pytest.fixture(scope="module")
def attendees_of(demo, token):
    """Those whom the organiser sees in a session's list."""

    def read(slug):
        answer = requests.get(
            f"{demo.url}/api/v1/sessions/{slug}/attendees", verify=False, headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 200, answer.text
        return answer.json()["data"]

    return read
