"""An edition of several days: found by day, in every view and feed; an edition of one day shows nothing of it."""

import datetime
import re

import pytest
import requests
from axe import Axe
from forms import DESKTOP, PHONE

from harness.program import Demo
from harness.programme import DAY, VENUE, import_rows, session

FIRST, SECOND = DAY, DAY + datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def fair(folder):
    demo = Demo(folder / "fair", "--empty")
    demo.start()
    import_rows(demo, folder, "venues", [VENUE, VENUE | {"slug": "other-hall", "name": "Other Hall", "arrondissement": "11"}])
    rows = [
        session(date, slug=f"{name}-{number}", room=f"Room {number}", title_en=f"{name.title()} session {number}",
                theme=theme, venue=venue, starts_at=f"{9 + number:02}:00", ends_at=f"{10 + number}:00")
        for name, date, count in (("first", FIRST, 4), ("second", SECOND, 3))
        for number, theme, venue in zip(range(count), ("care", "housing", "care", "care"),
                                        ("test-hall", "other-hall", "test-hall", "other-hall"))]
    import_rows(demo, folder, "sessions", rows)
    yield demo
    assert demo.stop() == 0


def get(demo, path):
    answer = requests.get(f"{demo.url}{path}", verify=False)
    assert answer.status_code == 200, answer.text
    return answer.text


def day(date, language="en"):
    months = {"en": "January February March April May June July August September October November December",
              "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"}
    days = {"en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
            "fr": "Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche"}
    number = "1er" if language == "fr" and date.day == 1 else str(date.day)
    return f"{days[language].split()[date.weekday()]} {number} {months[language].split()[date.month - 1]}"


@pytest.mark.parametrize("viewport, scripts", [(PHONE, False), (DESKTOP, True)], ids=["phone-without-scripts", "desktop"])
def test_a_day_is_a_filter_with_its_count(fair, visit, viewport, scripts, picture):
    page = visit(viewport=viewport, java_script_enabled=scripts)
    page.goto(f"{fair.url}/en/programme")
    picture(page, f"days-{viewport['width']}")
    assert page.locator(".by-day label").count() == 2
    page.click(".find summary")
    page.locator(".by-day label", has=page.locator(f"[value='{SECOND}']")).click()
    page.locator(".find details button").click()
    assert page.url == f"{fair.url}/en/programme?day={SECOND}#results"
    assert page.inner_text("#results").startswith("3\u00a0sessions") and page.locator(".hour li").count() == 3
    assert [text.replace("\u00a0", " ").split("\n")[-1] for text in page.locator(".criteria li:not(.all)").all_inner_texts()] == [day(SECOND)]
    counts = {label.locator("input").get_attribute("value"): label.locator("small").text_content()
              for label in page.locator(".by-day label").all()}
    assert counts == {str(FIRST): "4", str(SECOND): "3"}
    assert page.locator(".by-theme label", has_text="Housing").locator("small").text_content() == "1"
    page.locator(".quick a", has_text=str(FIRST.day)).first.click()
    assert page.url == f"{fair.url}/en/programme?day={FIRST}&day={SECOND}", "both days"
    page.goto(f"{fair.url}/fr/programme?day={FIRST}&theme=care")
    assert page.locator(".hour li").count() == 3
    assert page.title().replace("\u00a0", " ").startswith(f"3 séances trouvées – {day(FIRST, 'fr')}, ")
    picture(page, f"a-day-{viewport['width']}")
    if scripts:
        for path in ("programme", f"programme?day={FIRST}", "programme?view=timetable"):
            page.goto(f"{fair.url}/fr/{path}")
            results = Axe().run(page)
            assert results.violations_count == 0, f"{path}: {results.generate_report()}"
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"


def test_the_hours_above_the_list_say_which_day_they_are_of(fair, page):
    page.goto(f"{fair.url}/en/programme")
    entries = page.locator(".hours li").all_inner_texts()
    assert [entry.replace("\u00a0", " ").split("\n")[0] for entry in entries if len(entry.split("\n")) > 1] == [
        day(FIRST), day(SECOND)]
    page.locator(".hours a").nth(4).click()
    assert page.url.endswith(f"#d{SECOND}-0900")


def test_timetable_map_calendar_and_feed_follow_the_day(fair, page, picture):
    page.goto(f"{fair.url}/en/programme?view=timetable")
    picture(page, "days-timetable")
    titles = [text.replace("\u00a0", " ") for text in page.locator("h3").all_inner_texts()]
    assert [title.rsplit(" ", 1)[0] for title in titles] == [day(FIRST), day(SECOND)]
    assert page.locator(".timetable").count() == 2
    page.goto(f"{fair.url}/en/programme?day={SECOND}&view=timetable")
    assert page.locator(".timetable").count() == 1 and page.locator(".slot").count() == 3
    page.click(".views a:has-text('Map')")
    assert page.url == f"{fair.url}/en/programme?day={SECOND}&view=map"
    row = page.locator(".areas tr", has_text="Paris 11th")
    assert row.locator("td").all_inner_texts() == ["1\u00a0session", "10\u00a0places left"]
    page.locator(".areas a", has_text="Paris 11th").click()
    assert page.url == f"{fair.url}/en/programme?day={SECOND}&arrondissement=11"
    query = f"?day={SECOND}&theme=care"
    assert get(fair, f"/programme.ics{query}").count("BEGIN:VEVENT") == 2
    assert get(fair, f"/programme.atom{query}").count("<entry>") == 2
    assert len(re.findall("<li class", get(fair, f"/en/embed{query}"))) == 2
    assert requests.get(f"{fair.url}/programme.ics?day=tomorrow", verify=False).status_code == 404


def test_the_home_page_leads_to_each_day(fair, page, picture):
    page.goto(f"{fair.url}/en")
    picture(page, "days-home")
    links = page.locator("[aria-labelledby=by-day] li")
    assert [text.replace("\u00a0", " ") for text in links.all_inner_texts()] == [
        f"{day(FIRST)} 4 sessions", f"{day(SECOND)} 3 sessions"]
    links.locator("a").nth(1).click()
    assert page.url == f"{fair.url}/en/programme?day={SECOND}"


def test_a_day_without_a_session_says_what_to_drop(fair, page):
    page.goto(f"{fair.url}/en/programme?day=2020-01-01&theme=housing")
    assert page.inner_text("#results") == "No session found"
    page.click(".rescue li a")
    assert page.url == f"{fair.url}/en/programme?theme=housing" and page.locator(".hour li").count() == 2


def test_an_edition_of_one_day_shows_no_days(demo, page):
    page.goto(f"{demo.url}/en/programme")
    assert page.locator(".find").count() == 1 and page.locator(".by-day").count() == 0
    assert page.locator(".hours span").count() == 0
    assert "day=" not in page.content()
    page.goto(f"{demo.url}/en")
    assert page.locator("#by-theme").count() == 1 and page.locator("#by-day").count() == 0
