"""Pages that stay open: the places left stay current, and nothing that one reads moves."""

import re

import pytest
import requests
from shift import SHIFT

from harness.waiting import until


def get(demo, path, **options):
    return requests.get(f"{demo.url}{path}", verify=False, **options)


def api_sign_up(demo, token, slug, key):
    answer = requests.post(
        f"{demo.url}/api/v1/sign-ups", verify=False, headers={"authorization": f"Bearer {token}"},
        json={"session": slug, "name": "Ada", "email": f"{key}@example.org", "places": 2, "request_key": key})
    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize("path, selector", [
    ("/programme", ".hour li:has(a[href$='/roomy']) .p"), ("/programme?view=timetable", ".slot:has(a[href$='/roomy']) .p"),
    ("/sessions/roomy", "[data-places]")])
def test_places_stay_current_and_nothing_moves(demo, visit, token, test_sessions, path, selector):
    page = visit()
    page.clock.install()
    page.add_init_script(SHIFT)
    page.goto(f"{demo.url}/en{path}")
    words = page.locator(selector)
    words.scroll_into_view_if_needed()
    before, box = words.inner_text(), words.bounding_box()
    left = int(re.match(r"\d+", before)[0])
    api_sign_up(demo, token, "roomy", "live-" + re.sub(r"\W", "-", path))
    until(lambda: get(demo, "/en/places.json").json()["sessions"]["roomy"][0].startswith(f"{left - 2}\u00a0"))
    assert words.inner_text() == before, "nobody asked yet"
    page.clock.run_for(16_000)
    page.wait_for_function("([element, text]) => element.textContent.startsWith(text)", arg=[
        words.element_handle(), f"{left - 2}\u00a0"])
    assert words.bounding_box()["y"] == box["y"]
    assert page.evaluate("window.shift") < 0.001
    assert page.locator("[aria-live], [role=status], [role=alert]").count() == 0
    assert page.complaints == []


@pytest.mark.parametrize("criteria", ["", "theme=care&"])
def test_the_map_stays_current_and_nothing_moves(demo, visit, token, test_sessions, criteria):
    page = visit()
    page.clock.install()
    page.add_init_script(SHIFT)
    page.goto(f"{demo.url}/en/programme?{criteria}view=map")
    row = page.locator(".areas tr", has_text="Paris 1st")
    places, drawn = row.locator("td").nth(1), page.locator("a.area:has(> text:text-is('1')) .small")
    before, box, others = places.inner_text(), places.bounding_box(), page.locator(".areas").inner_text()
    left = int(re.sub(r"\D", "", before))
    assert drawn.text_content().replace(",", "") == str(left)
    source = page.get_attribute("[data-from]", "data-from")
    told = get(demo, source).json()
    api_sign_up(demo, token, "roomy", f"map-current-{len(criteria)}")
    until(lambda: get(demo, source).json() != told)
    assert places.inner_text() == before, "nobody asked yet"
    page.clock.run_for(16_000)
    page.wait_for_function("([element, text]) => element.textContent !== text", arg=[places.element_handle(), before])
    assert int(re.sub(r"\D", "", places.inner_text())) == left - 2 == int(drawn.text_content().replace(",", ""))
    assert f"{left - 2:,}" in page.locator("a.area:has(> text:text-is('1')) title").text_content()
    assert page.locator(".areas").inner_text().replace(places.inner_text(), before) == others, "only this changed"
    assert places.bounding_box() == box
    assert page.evaluate("window.shift") < 0.001 and page.complaints == []


class Asked:
    """How often a page has asked for the places, on a clock that is moved by hand; what it is answered."""

    def __init__(self, page, **answer):
        self.page, self.answer, self.count = page, answer, 0
        page.route("**/places.json", self._count)
        page.clock.install()

    def _count(self, route):
        self.count += 1
        route.fulfill(**self.answer)

    def after(self, seconds):
        self.page.clock.run_for(seconds * 1000)
        # What a page asks for comes in its order: when this is answered, what it asked for before has been.
        self.page.evaluate("fetch('/health/live').then((answer) => answer.text())")
        return self.count


def test_after_errors_it_asks_more_seldom(demo, visit, test_sessions):
    page = visit()
    asked = Asked(page, status=503)
    page.goto(f"{demo.url}/en/programme")
    assert [asked.after(seconds) for seconds in (16, 20, 12, 50, 15)] == [1, 1, 2, 2, 3]


def test_in_a_hidden_tab_it_asks_once_a_minute_and_at_once_when_it_is_late_on_coming_back(demo, visit, test_sessions):
    page = visit()
    asked = Asked(page, json={"sessions": {}, "areas": {}})
    page.goto(f"{demo.url}/en/programme")

    def turn(hidden):
        page.evaluate("""hidden => {
            Object.defineProperty(document, "hidden", {get: () => hidden, configurable: true})
            dispatchEvent(new Event("visibilitychange"))}""", hidden)

    turn(True)
    assert [asked.after(seconds) for seconds in (50, 11, 50, 11, 30)] == [0, 1, 1, 2, 2]
    turn(False)
    assert asked.after(1) == 3, "it was late, so it asks at once"
    assert [asked.after(13), asked.after(3)] == [3, 4]


def test_what_open_pages_fetch_is_small_and_shared(demo, api, test_sessions):
    answer = get(demo, "/fr/places.json")
    assert answer.headers["content-type"] == "application/json"
    words = answer.json()["sessions"]
    assert set(words) == {one["slug"] for one in api("/sessions")}
    again = get(demo, "/fr/places.json", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
    assert get(demo, "/de/places.json").status_code == 404
