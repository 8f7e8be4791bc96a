"""Every page and state, in both languages, on a phone and a desktop, in light and dark: axe-core finds nothing."""

import pytest
import ticket_states  # noqa: F401 (adds its own)
from forms import PHONE
from looks import ALL_LOOKS, LOOKS, look
from shift import SHIFT
from states import STATES


@pytest.mark.parametrize("language", LOOKS)
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(demo, lend, tickets, test_sessions, name, language, picture, full):
    page = lend(viewport=PHONE, reduced_motion="reduce")
    page.tickets = tickets
    STATES[name](page, f"{demo.url}/{language}", language)
    page.wait_for_selector("h1")
    found = [problem for viewport, schemes in (ALL_LOOKS if full else LOOKS[language])
             for problem in look(page, f"{name}-{language}", viewport, schemes, picture)]
    assert found == []
    assert not page.locator("img:not([alt])").count()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", ["programme", "timetable", "map-of-paris", "session"])
def test_the_layout_does_not_shift_and_nothing_comes_from_elsewhere(demo, visit, test_sessions, name):
    page, requested = visit(), []
    page.on("request", lambda request: requested.append(request.url))
    page.add_init_script(SHIFT)
    STATES[name](page, f"{demo.url}/en", "shift")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shift") < 0.01
    assert all(url.startswith(demo.url) for url in requested), requested
    assert page.complaints == []
