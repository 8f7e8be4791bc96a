"""Those who use no mouse, no colours of ours, no motion, no script, or four times the size."""

import pytest
from forms import DESKTOP, outcome

from harness.programme import VENUE, import_rows
from harness.tickets import Tickets

# What a browser must show around what has the keyboard.
SHOWS_FOCUS = """() => {
    const element = document.activeElement
    const styles = [getComputedStyle(element), getComputedStyle(element, '::after')]
    const box = element.getBoundingClientRect()
    return {
        tag: element.tagName, name: element.name || '', text: (element.innerText || '').trim(),
        path: element.pathname || '', type: element.type || '',
        isVisible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
        isOutlined: styles.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
        isUncovered: [...document.elementsFromPoint(
            Math.min(Math.max(box.left + Math.min(box.width, innerWidth) / 2, 1), innerWidth - 1),
            Math.min(Math.max((Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, 1), innerHeight - 1))]
            .slice(0, 3).some(top => top === element || element.contains(top) || top.contains(element)),
    }
}"""


class Walk:
    """Tab and Enter, and what can be seen of it at each step."""

    def __init__(self, page):
        self.page = page

    def tab(self, backwards=False):
        self.page.keyboard.press("Shift+Tab" if backwards else "Tab")
        here = self.page.evaluate(SHOWS_FOCUS)
        assert here["tag"] != "BODY", "the keyboard is lost"
        assert here["isVisible"] and here["isOutlined"] and here["isUncovered"], f"focus can't be seen: {here}"
        return here

    def to(self, wanted, limit=400):
        for _ in range(limit):
            if wanted(here := self.tab()):
                return here
        raise AssertionError("the keyboard never came there")

    def press(self, key="Enter"):
        self.page.keyboard.press(key)

    def fill(self, name, text):
        self.to(lambda here: here["name"] == name)
        self.page.keyboard.type(text)


def walk_through_a_sign_up(page, url, email):
    walk = Walk(page)
    page.goto(f"{url}/en")
    assert "Skip" in walk.tab()["text"], "the first stop is the way past the navigation"
    walk.press()
    walk.to(lambda here: here["path"] == "/en/programme")
    walk.press()
    page.wait_for_url("**/en/programme*")
    walk.to(lambda here: here["path"] == "/en/sessions/roomy")
    walk.press()
    page.wait_for_url("**/en/sessions/roomy")
    walk.fill("name", "Ada Lovelace")
    walk.fill("email", email)
    walk.to(lambda here: here["tag"] == "SELECT")
    walk.press("ArrowDown")
    walk.to(lambda here: here["tag"] == "BUTTON" and here["type"] == "submit")
    walk.press()
    page.wait_for_selector("article.ticket")
    return walk


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_signing_up_and_cancelling_with_the_keyboard_alone(demo, visit, test_sessions, attendees_of, script):
    page = visit(viewport=DESKTOP, reduced_motion="reduce")  # Otherwise what has the keyboard is still on its way.
    if not script:
        # Playwright needs the page's own script engine to look at focus: only our script is kept away.
        page.route("**/assets/*.js", lambda route: route.abort())
    email = f"walk-{script}@example.org"
    walk = walk_through_a_sign_up(page, demo.url, email)
    assert outcome(page) == "good"
    assert {"name": "Ada Lovelace", "places": 2}.items() <= next(
        row for row in attendees_of("roomy") if row["email"] == email).items()

    ticket = f"/en/tickets/{Tickets(demo).ticket(email, 'roomy')}"
    page.goto(demo.url + ticket)
    walk.to(lambda here: here["path"] == f"{ticket}/cancel")
    walk.press()
    page.wait_for_url(f"**{ticket}/cancel")
    walk.to(lambda here: here["tag"] == "BUTTON" and here["type"] == "submit")
    walk.press()
    page.wait_for_url(f"**{ticket}")
    assert not [row for row in attendees_of("roomy") if row["email"] == email]


def test_wrong_answers_are_found_with_the_keyboard(demo, visit, test_sessions):
    page = visit(reduced_motion="reduce")
    walk = Walk(page)
    page.goto(f"{demo.url}/en/sessions/roomy")
    walk.to(lambda here: here["tag"] == "BUTTON" and here["type"] == "submit")
    walk.press()
    page.wait_for_selector("#notice")
    assert page.evaluate("document.activeElement.id") == "notice", "the message takes the keyboard"
    walk.tab()
    walk.press()
    assert page.evaluate("document.activeElement.name") == "name", "its first link leads to the field"


@pytest.mark.parametrize("path", [
    "", "/programme", "/programme?theme=housing", "/programme?view=timetable", "/programme?view=map", "/venues/test-hall",
    "/sessions/roomy", "/my-day", "/lost-ticket", "/my-sign-ups", "/privacy", "/accessibility", "/open-data", "/embed"])
def test_at_four_times_the_size_nothing_scrolls_sideways_or_is_cut(demo, lend, test_sessions, path, picture):
    """1280 pixels at 400 % are 320 (WCAG 2.2, 1.4.10). What needs two dimensions may scroll within itself."""
    page = lend(viewport={"width": 320, "height": 256})
    for language in ("fr", "en"):
        page.goto(f"{demo.url}/{language}{path}")
        page.wait_for_selector("h1")
        picture(page, f"zoom-{path.strip('/').replace('/', '-') or 'home'}-{language}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(TOO_WIDE) == []


TOO_WIDE = """() => [...document.querySelectorAll('main *, footer *')].filter(element => {
        const box = element.getBoundingClientRect(), style = getComputedStyle(element)
        const scrolls = element.closest('[tabindex="0"], nav.hours, .scrolls, svg, [hidden]')
        return box.width > 0 && !scrolls && style.visibility !== 'hidden' && box.right > 321
            && !element.closest('[aria-hidden=true]')
    }).map(element => element.outerHTML.slice(0, 100))"""


def test_a_word_longer_than_the_page_breaks(demo, visit, folder, test_sessions):
    import_rows(demo, folder, "venues", [VENUE | {"slug": "wide-hall", "name": "Intergouvernementalisations " * 3}])
    import_rows(demo, folder, "sessions", [
        {"waiting_list": "yes"} | test_sessions["early"] | {
            "slug": "wide", "venue": "wide-hall", "title_fr": "Anticonstitutionnellement" * 3, "host": "Hexakosioi" * 12,
            "title_en": "Donaudampfschiffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"}])
    page = visit(viewport={"width": 320, "height": 640})
    for language in ("fr", "en"):
        for path in ("sessions/wide", "venues/wide-hall", "my-day?sessions=wide,late", "programme?q=Hexakosioi", "embed"):
            page.goto(f"{demo.url}/{language}/{path}")
            page.wait_for_selector("h1")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


@pytest.mark.parametrize("path", [
    "", "/programme", "/programme?view=map", "/programme?view=timetable", "/programme?q=zzz&theme=housing", "/sessions/roomy",
    "/venues/test-hall", "/my-day", "/my-day?sessions=early,roomy", "/lost-ticket", "/open-data", "/embed"])
def test_with_the_systems_own_colours_everything_is_still_told_apart(demo, lend, test_sessions, path, picture):
    page = lend(forced_colors="active")
    page.goto(f"{demo.url}/en{path}")
    page.wait_for_selector("h1")
    picture(page, f"forced-{path.strip('/').replace('/', '-') or 'home'}")
    bare = page.evaluate("""() => [...document.querySelectorAll('button, .button, input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea')]
        .filter(element => element.offsetWidth && parseFloat(getComputedStyle(element).borderTopWidth) < 1)
        .map(element => element.outerHTML.slice(0, 100))""")
    assert bare == [], "a control without an edge can't be seen"
    # What a colour says is said in words or by an edge as well: of what is chosen, and of the areas of the map.
    same = page.evaluate("""() => [...document.querySelectorAll('[aria-current]')].filter(element => {
            const style = element => (({borderTopWidth, borderBottomWidth, fontWeight, textDecorationLine,
                textDecorationThickness, borderTopStyle}) => JSON.stringify([borderTopWidth, borderBottomWidth, fontWeight,
                textDecorationLine, textDecorationThickness, borderTopStyle]))(getComputedStyle(element))
            const other = [...element.closest('nav, table, ul, header')?.querySelectorAll('a:not([aria-current])') ?? []][0]
            return other && style(other) === style(element)
        }).map(element => element.outerHTML.slice(0, 100))""")
    assert same == [], "what is chosen looks like the rest"
    Walk(page).tab()


def test_nothing_moves_for_those_who_asked_for_that(demo, visit, test_sessions):
    page = visit(reduced_motion="reduce")
    for path in ("", "/programme", "/programme?view=map", "/programme?view=timetable", "/sessions/roomy", "/my-day", "/open-data"):
        page.goto(f"{demo.url}/en{path}")
        page.wait_for_selector("h1")
        moving = page.evaluate("""() => {
            const moves = style => style.animationName !== 'none' && parseFloat(style.animationDuration) > 0.01
                || style.transitionDuration.split(',').some(time => parseFloat(time) > 0.01)
            return [...document.querySelectorAll('*')].filter(element => moves(getComputedStyle(element)))
                .map(element => element.outerHTML.slice(0, 80))
                .concat(getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['html scrolls'] : [])
        }""")
        assert moving == [], path


def test_with_the_script_engine_off_one_signs_up_all_the_same(demo, visit, test_sessions):
    page = visit(java_script_enabled=False)
    page.goto(f"{demo.url}/fr")
    page.click("main a[href='/fr/programme']")
    page.click("a[href$='sessions/roomy']")
    page.fill("[name=name]", "Sans Script")
    page.fill("[name=email]", "sans-script@example.org")
    page.click("main form button[type=submit]")
    assert outcome(page) == "good"
