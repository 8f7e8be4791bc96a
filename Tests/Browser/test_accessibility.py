"""Every page and state, in both languages, on a phone and a desktop, in light and dark: axe-core finds nothing."""

import pytest
from axe import Axe
from forms import DESKTOP, PHONE
from shift import SHIFT
from states import STATES

from harness.tickets import Tickets


@pytest.fixture(scope="module")
def tickets(demo):
    return Tickets(demo)


@pytest.fixture
def visit(visit, tickets):
    def open_page(**options):
        page = visit(**options)
        page.tickets = tickets
        return page

    return open_page


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing(demo, visit, test_sessions, name, language, picture):
    page = visit(viewport=PHONE, reduced_motion="reduce")
    STATES[name](page, f"{demo.url}/{language}", language)
    page.wait_for_selector("h1")
    for viewport in (PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            where = f"{viewport['width']}-{scheme}"
            picture(page, f"{name}-{language}-{where}")
            results = Axe().run(page, options={"resultTypes": ["violations"]})
            assert results.violations_count == 0, f"{where}: {results.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{where}: it scrolls sideways"
    assert not page.locator("img:not([alt])").count()


@pytest.mark.parametrize("name", [
    "home", "programme", "session", "form-with-errors", "outcome-confirmed", "ticket", "my-sign-ups", "my-day",
    "my-day-outcome", "not-found"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_at_320_pixels_nothing_scrolls_sideways(demo, visit, test_sessions, name, language):
    page = visit(viewport={"width": 320, "height": 640})
    STATES[name](page, f"{demo.url}/{language}", f"{language}-320")
    page.wait_for_selector("h1")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", ["programme", "timetable", "map-of-paris", "session"])
def test_the_layout_does_not_shift_and_nothing_comes_from_elsewhere(demo, page, test_sessions, name):
    requested = []
    page.on("request", lambda request: requested.append(request.url))
    page.add_init_script(SHIFT)
    STATES[name](page, f"{demo.url}/en", "shift")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shift") < 0.01
    assert all(url.startswith(demo.url) for url in requested), requested
    assert page.complaints == []
