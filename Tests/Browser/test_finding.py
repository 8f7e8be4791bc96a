"""How a session is found: by words, filters, hour, map and venue."""

import csv
import re

import pytest
import requests
from forms import DESKTOP, PHONE, sign_up
from shift import SHIFT

from harness.program import REPOSITORY
from harness.programme import VENUE, import_rows, session
from harness.waiting import until


def cards(page):
    return page.locator(".hour li").count()


def found(page):
    """The number in the heading over the results."""
    number = re.match(r"[\d,\u202f]+", page.inner_text("#results"))
    return int(re.sub(r"\D", "", number[0])) if number else 0


def get(demo, path, **options):
    return requests.get(f"{demo.url}{path}", verify=False, **options)


@pytest.mark.parametrize("viewport, scripts", [(PHONE, False), (DESKTOP, True)], ids=["phone-without-scripts", "desktop"])
def test_words_and_filters_are_a_form(demo, visit, api, viewport, scripts, picture):
    page = visit(viewport=viewport, java_script_enabled=scripts)
    page.goto(f"{demo.url}/en/programme")
    page.fill("[name=q]", "workshop")
    page.click(".find summary")
    choice = page.locator(".find label", has=page.locator("[name=theme][value=housing]"))
    choice.click()
    picture(page, f"filters-{viewport['width']}")
    page.locator(".find details button").click()
    assert page.url == f"{demo.url}/en/programme?q=workshop&theme=housing#results"
    housing = [one for one in api("/sessions?lang=en") if one["theme"] == "housing"]
    assert 0 < found(page) == cards(page) <= len(housing)
    slugs = {link.get_attribute("href").split("/")[-1] for link in page.locator(".hour h3 a").all()}
    assert slugs <= {one["slug"] for one in housing}
    assert slugs >= {one["slug"] for one in housing if one["format"] == "workshop"}
    assert page.input_value("[name=q]") == "workshop" and page.is_checked("[value=housing]")
    assert f"{found(page)}\u00a0sessions found" in page.title() and "Housing" in page.title()
    page.locator(".criteria a", has_text="workshop").click()
    assert page.url == f"{demo.url}/en/programme?theme=housing"
    assert found(page) == len(housing)
    page.click(".quick a:has-text('Morning')")
    assert page.url == f"{demo.url}/en/programme?theme=housing&time=morning"
    assert found(page) == cards(page) == int(page.inner_text(".quick [aria-current] small"))
    page.click(".quick [aria-current]")
    page.click(".switch")
    assert page.url == f"{demo.url}/fr/programme?theme=housing"
    page.locator(".criteria .all a").click()
    assert page.url == f"{demo.url}/fr/programme"
    assert page.complaints == []


def test_each_count_is_what_choosing_it_finds(demo, page):
    page.goto(f"{demo.url}/en/programme?q=social&arrondissement=4&arrondissement=11")
    page.click(".find summary")
    options = page.locator(".find fieldset label").all()
    counts = {(label.locator("input").get_attribute("name"), label.locator("input").get_attribute("value")):
              int(label.locator("small").inner_text()) for label in options}
    assert len(counts) > 30 and any(counts.values())
    for (name, value), count in list(counts.items())[::7]:
        places = "" if name == "arrondissement" else "&arrondissement=4&arrondissement=11"
        page.goto(f"{demo.url}/en/programme?q=social&{name}={value}{places}")
        assert found(page) == count, (name, value)


@pytest.mark.parametrize("queries", [("crèche", "CRECHES", "crèches"), ("atelier vélo", "velos ATELIERS"),
                                     ("économie", "Economi", "E\u0301CONOMIE")], ids=lambda queries: ascii(queries[0]))
def test_accents_case_and_plurals_do_no_harm(demo, queries):
    pages = [get(demo, "/fr/programme", params={"q": query}).text for query in queries]
    slugs = [re.findall(r'<h3><a href="([^"]+)"', page) for page in pages]
    assert slugs[0] and all(one == slugs[0] for one in slugs)


def test_an_address_out_of_order_leads_to_the_one_in_order(demo):
    answer = get(demo, "/fr/programme?theme=housing&utm_source=x&theme=care&q=&nonsense&page=0", allow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/fr/programme?theme=care&theme=housing")
    assert get(demo, "/fr/programme?view=list", allow_redirects=False).headers["location"] == "/fr/programme"
    answer = get(demo, "/fr/programme?theme=care&theme=housing")
    assert answer.status_code == 200 and 'name="robots" content="noindex"' in answer.text
    again = get(demo, "/fr/programme?theme=care&theme=housing", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code in (200, 304)


def test_hostile_words_are_only_words(demo, page):
    page.goto(f"{demo.url}/en/programme")
    words = "\"><script>alert(1)</script> {{x}} %00"
    page.fill("[name=q]", words)
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    assert page.input_value("[name=q]") == words
    assert "No session found" in page.title()
    assert page.complaints == []


def test_where_nothing_is_found_it_says_what_to_drop(demo, page, picture):
    page.goto(f"{demo.url}/en/programme?q=zzz&theme=housing")
    picture(page, "nothing-found")
    assert page.inner_text("#results") == "No session found"
    [offer] = page.locator(".rescue li a").all()
    promised = int(re.search(r"(\d+)\s+session", offer.inner_text())[1])
    offer.click()
    assert page.url == f"{demo.url}/en/programme?theme=housing"
    assert found(page) == promised == cards(page) > 0


def test_long_results_come_in_pages(demo, page):
    page.goto(f"{demo.url}/en/programme?language=fr")
    total, seen = found(page), set()
    assert total > 40
    while True:
        seen |= {link.get_attribute("href") for link in page.locator(".hour h3 a").all()}
        if not page.locator("a[rel=next]").count():
            break
        page.click("a[rel=next]")
    assert len(seen) == total


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_timetable_scrolls_in_its_frame_and_keeps_its_venues(demo, visit, api, viewport, picture):
    page = visit(viewport=viewport)
    page.goto(f"{demo.url}/en/programme")
    page.click("text=Timetable")
    picture(page, f"timetable-{viewport['width']}")
    assert page.url == f"{demo.url}/en/programme?view=timetable"
    assert page.locator(".timetable td a").count() == len(api("/sessions"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    frame, venue = page.locator(".frame"), page.locator(".timetable tbody th").first
    assert frame.get_attribute("tabindex") == "0" and frame.get_attribute("aria-label")
    before = venue.bounding_box()
    page.focus(".frame")
    page.keyboard.press("ArrowRight")
    frame.evaluate("frame => frame.scrollLeft = 400")
    assert frame.evaluate("frame => frame.scrollLeft") > 0
    assert venue.bounding_box()["x"] == before["x"]
    page.click(".timetable tbody th a")
    assert "/en/venues/" in page.url


@pytest.mark.parametrize("viewport, scripts", [(PHONE, False), (DESKTOP, True)], ids=["phone-without-scripts", "desktop"])
def test_the_map_leads_to_an_arrondissement(demo, visit, api, viewport, scripts, picture):
    page = visit(viewport=viewport, java_script_enabled=scripts)
    page.goto(f"{demo.url}/en/programme?view=map")
    picture(page, f"map-{viewport['width']}")
    row = page.locator(".areas tr", has_text="Paris 11th")
    sessions, places = [int(re.sub(r"\D", "", text)) for text in row.locator("td").all_inner_texts()]
    venues = {venue["slug"] for venue in api("/venues") if venue["arrondissement"] == 11}
    there = [one for one in api("/sessions") if one["venue"]["slug"] in venues]
    assert (sessions, places) == (len(there), sum(one["places_left"] for one in there))
    assert page.locator("svg .area").count() == 20 and page.locator("svg a:not([tabindex='-1'])").count() == 0
    page.locator("svg a.area", has=page.locator("text", has_text=re.compile("^11$"))).locator("polygon").click()
    page.wait_for_url("**arrondissement=11")
    assert found(page) == sessions == cards(page)
    page.click(".views a:has-text('Map')")
    assert page.url == f"{demo.url}/en/programme?arrondissement=11&view=map"
    assert page.locator(".areas [aria-current]").inner_text().split() == ["Paris", "11th"]


def test_a_venue_has_a_page(demo, page, api, test_sessions, picture):
    page.goto(f"{demo.url}/en/sessions/roomy")
    page.click(".facts a[href*='/venues/']")
    picture(page, "venue")
    assert page.url == f"{demo.url}/en/venues/test-hall"
    assert page.inner_text("h1") == "Test Hall" and "75001" in page.inner_text("main")
    assert cards(page) == len([one for one in api("/sessions") if one["venue"]["slug"] == "test-hall"])
    link = page.get_attribute("a[href*='openstreetmap.org']", "href")
    assert "mlat=48.86000&mlon=2.34000" in link
    page.goto(f"{demo.url}/en/venues/mairie-11e")
    assert "Wheelchair accessible" in page.inner_text("main") and "Hearing loop" in page.inner_text("main")
    page.goto(f"{demo.url}/en/programme")
    page.locator(".hour .w a", has_text="Test Hall").first.click()
    assert page.url == f"{demo.url}/en/venues/test-hall"
    assert get(demo, "/en/venues/nowhere").status_code == 404


def test_the_home_page_leads_on(demo, page, api):
    page.goto(f"{demo.url}/en")
    count = len([one for one in api("/sessions") if one["theme"] == "care"])
    assert f"{count} sessions" in page.locator(".ways li.care").inner_text().replace("\u00a0", " ")
    page.click(".ways li.care a")
    assert page.url == f"{demo.url}/en/programme?theme=care" and found(page) == count
    page.goto(f"{demo.url}/en")
    for text, view in [("By arrondissement", "map"), ("Hour by hour", "timetable")]:
        page.click(f".ways a:text-is('{text}')")
        assert page.url.endswith(f"view={view}")
        page.go_back()
    assert page.locator("a[href='/en/my-day']").count() and page.locator("a[href='/en/lost-ticket']").count()


def test_a_full_session_offers_others(demo, page, test_sessions, picture):
    sign_up(page, f"{demo.url}/en/sessions/tiny-without-list", "last@example.org")
    until(lambda: page.goto(f"{demo.url}/en/sessions/tiny-without-list") and page.locator(".others").count())
    picture(page, "alternatives")
    others = page.locator(".others li > a").all_inner_texts()
    assert len(others) == 3
    # Same theme and same host, at the same place: what is nearest in time.
    assert page.locator(".others li > a").first.get_attribute("href") in [
        f"/en/sessions/{slug}" for slug in ("tiny", "late", "roomy", "roomy-too")]
    page.goto(f"{demo.url}/en/sessions/roomy")
    assert page.locator(".others").count() == 0


# Size: last, since it fills the programme up


def test_five_hundred_sessions_are_at_most_60_kb(demo, visit, folder, api, test_sessions):
    date = api("/sessions")[0]["starts_at"][:10]
    with open(REPOSITORY / "Sources/SocialDay/Programme/sessions.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    import_rows(demo, folder, "venues", [VENUE | {"slug": f"hall-{number}", "name": f"Salle {number} des {row['host']}"}
                                         for number, row in enumerate(rows[:40])])
    missing = 500 - len(api("/sessions"))
    # Other titles made of the same words, as none of a real programme stands in it twice.
    titles = [(rows[number % 160], rows[(number * 7 + 3) % 160]) for number in range(missing)]
    import_rows(demo, folder, "sessions", [
        session(date, **{key: one[key] for key in ("format", "theme", "host", "host_legal_form")}, slug=f"more-{number}",
                title_fr=" ".join(one["title_fr"].split()[:5] + other["title_fr"].split()[-4:]),
                title_en=" ".join(one["title_en"].split()[:5] + other["title_en"].split()[-4:]),
                venue=f"hall-{number % 40}", room=f"Room {number}", starts_at=one["starts_at"][11:],
                ends_at=one["ends_at"][11:])
        for number, (one, other) in enumerate(titles)])
    page, requested = visit(), []
    page.on("request", lambda request: requested.append(request.url))
    page.add_init_script(SHIFT)
    page.goto(f"{demo.url}/fr/programme")
    page.wait_for_load_state("networkidle")
    assert cards(page) == 500
    assert page.evaluate("window.shift") < 0.001
    kinds = sorted(re.sub(r"^.*/|\..*\.", "", url) for url in requested)
    assert kinds in (["iconsvg", "programme", "sitecss", "sitejs"], ["programme", "sitecss", "sitejs"]), kinds
    for language in ("fr", "en"):
        answer = get(demo, f"/{language}/programme", headers={"accept-encoding": "gzip"}, stream=True)
        size = len(answer.raw.read(decode_content=False))
        print(f"{language}: {size} bytes")
        assert size <= 60 * 1024, size
