"""The venue manager's board: live, scoped, changed and printed; and axe on it and on the door, in each state."""

import json
import re
import ssl
import statistics
import time
import urllib.request

import pytest
import requests
from axe import Axe
from forms import DESKTOP, PHONE
from playwright.sync_api import expect

from harness.doors import Doors
from harness.staff import staff_page, staff_session
from harness.waiting import until

BOARD = "/staff/venues/door-hall/board"
DOOR = "/staff/door/sessions/door-talk"


@pytest.fixture(scope="module")
def doors(demo, folder):
    doors = Doors(demo, folder)
    # The demo's venue manager has this hall as well.
    doors.cluster.psql("socialday", """
        insert into app.account_venue (account_id, venue_id)
        select a.id, v.id from app.account a, app.venue v where a.role = 'venue_manager' and v.slug = 'door-hall'""")
    return doors


@pytest.fixture
def manager(doors, demo, visit):
    def open_page(path=BOARD, **options):
        page = staff_page(visit(**options), demo, "venue_manager")
        page.goto(demo.url + path)
        return page

    return open_page


def row(page, slug="door-talk"):
    return page.locator(f"tr[data-session={slug}]")


def test_the_board_follows_the_door_within_a_second(doors, manager, picture):
    page = manager()
    expect(page.locator("#live")).to_have_text("En direct")
    expect(row(page).locator("[data-count=confirmed]")).to_have_text("4")
    # As the page knows it, since whoever looks at the page from here does so now and then. A busy moment may delay one.
    row(page).locator("[data-count=inside]").evaluate("""(place) => {
        window.changes = [];
        new MutationObserver(() => changes.push(Date.now())).observe(place, { childList: true, characterData: true, subtree: true });
    }""")
    waits = []
    for direction in ("in", "out", "in", "out", "in"):
        outcome = doors.check_in(doors.code("ada@door.example"), direction=direction)[1]["outcome"]
        answered = time.time()
        assert outcome == f"checked_{direction}"
        expect(row(page).locator("[data-count=inside]")).to_have_text("1" if direction == "in" else "0")
        waits.append(page.evaluate("changes.at(-1)") / 1000 - answered)
    assert statistics.median(waits) < 1, waits
    doors.check_in(None, walk_in=True)
    doors.check_in(doors.references["bea@door.example"])
    expect(row(page).locator("[data-count=inside]")).to_have_text("5")
    expect(page.locator(".now li[data-session=door-talk] .number")).to_have_text("5")
    picture(page, "board")
    doors.cluster.psql("socialday", "update app.room set capacity = 6 where name = 'Grande salle'")
    doors.check_in(None, walk_in=True)
    expect(page.locator(".now li[data-session=door-talk] .crowding")).to_contain_text("Limite de sécurité atteinte")
    picture(page, "board-full")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for crowding in ("full", "near"):
            page.evaluate("(word) => document.querySelector('.now li').dataset.crowding = word", crowding)
            assert Axe().run(page).response["violations"] == [], (scheme, crowding)
    picture(page, "board-near-dark")
    assert page.complaints == []
    doors.clear()
    expect(row(page).locator("[data-count=inside]")).to_have_text("0")


def test_a_board_whose_service_can_not_answer_for_a_while_is_live_again_by_itself(doors, manager):
    page = manager()
    expect(page.locator("#live")).to_have_text("En direct")
    page.clock.install()
    # As a service does that started before its database, or a balancer that has nobody to ask.
    asked = []
    page.route("**/board/stream", lambda route: asked.append(route) or route.fulfill(status=503, body=""))
    page.evaluate("dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#live")).to_contain_text("Plus en direct")
    until(lambda: page.clock.fast_forward(20_000) or len(asked) > 1)
    page.unroute("**/board/stream")
    until(lambda: page.clock.fast_forward(20_000) or page.inner_text("#live") == "En direct")


def test_without_a_script_the_board_is_there_and_refreshes_by_a_link(doors, manager, picture):
    page = manager(java_script_enabled=False, viewport=PHONE)
    expect(row(page).locator("[data-count=confirmed]")).to_have_text("4")
    doors.check_in(doors.code("ada@door.example"))
    # One reading of the counters serves all who look within half a second.
    until(lambda: page.click("text=Actualiser") or row(page).locator("[data-count=inside]").inner_text() == "1")
    picture(page, "board-phone")
    doors.clear()


def test_a_stream_shows_the_venues_of_whoever_reads_it(doors, demo):
    seen = {}
    for role, path in [("organiser", "/staff/board/stream"), ("venue_manager", "/staff/board/stream"),
                       ("venue_manager", f"{BOARD}/stream")]:
        with staff_session(demo, role).get(demo.url + path, stream=True) as stream:
            assert stream.headers["content-type"] == "text/event-stream"
            line = next(line for line in stream.iter_lines() if line.startswith(b"data:"))
        seen[role, path] = set(json.loads(line[5:]))
    assert len(seen["organiser", "/staff/board/stream"]) > 100
    assert seen["venue_manager", f"{BOARD}/stream"] == {"door-talk", "door-visit"}
    assert seen["venue_manager", f"{BOARD}/stream"] < seen["venue_manager", "/staff/board/stream"]
    assert seen["venue_manager", "/staff/board/stream"] < seen["organiser", "/staff/board/stream"]


def test_a_capacity_is_changed_after_its_effects_were_seen(doors, demo, manager, picture):
    page = manager()
    row(page).locator("text=Changer la capacité").click()
    page.fill("#capacity", "100001")
    page.click("main form button")
    expect(page.locator("#capacity-error")).to_be_visible()
    page.fill("#capacity", "2000")
    page.click("main form button")
    expect(page.locator("#capacity-error")).to_contain_text("sécurité incendie")
    page.fill("#capacity", "3")
    page.click("main form button")
    effects = page.inner_text(".panel").replace("\xa0", " ")
    assert "→ 3 places" in effects and "Passer la dernière inscription en liste d’attente" in effects
    assert page.is_checked("[value=keep]") and "L’organisateur a dû réduire" in page.inner_text(".letters")
    page.check("[value=move]")
    picture(page, "capacity-preview")
    assert doors.counts()["capacity"] == 6, "nothing is changed before the yes"
    page.click("text=Oui, changer")
    expect(page).to_have_url(f"{demo.url}{BOARD}?done=capacity")
    expect(page.locator(".done")).to_have_text("La capacité est changée.")
    counts = doors.counts()
    assert (counts["capacity"], counts["confirmed"], counts["waiting"]) == (3, 1, 2)
    kept = doors.cluster.psql("socialday", "select actor from app.record where object = 'session:door-talk' and action like 'session.%'")
    assert kept.startswith("account:")
    # Nothing goes to who waits once sign-ups have closed: what is free then is free at the door.
    page.goto(f"{demo.url}/staff/venues/door-hall/sessions/door-talk/capacity")
    page.fill("#capacity", "6")
    page.click("main form button")
    page.click("text=Oui, changer")
    assert doors.counts()["capacity"] == 6


def test_the_sheet_prints_names_and_what_there_is_to_do(doors, manager, picture):
    page = manager("/staff/sessions/door-talk/sheet")
    text = page.inner_text("main")
    assert "Ada Lovelace" in text and "Accompagner vers la place pour fauteuil" in text and "@" not in text
    boxes = page.locator("tbody tr", has_text="Béatrice").locator(".ticks span")
    assert boxes.count() == 3 and len({box.bounding_box()["y"] for box in boxes.all()}) == 1, "on one line"
    page.emulate_media(media="print")
    assert not page.is_visible("footer") and not page.is_visible("header.top")
    picture(page, "sheet-print")
    pages = page.pdf(format="A4")
    assert pages.startswith(b"%PDF")
    seen = doors.cluster.psql("socialday", "select count(*) from app.record where action = 'door.sheet_printed'")
    assert int(seen) >= 1


def test_a_manager_gives_a_steward_the_link_to_a_door_and_ends_it(doors, demo, manager, visit, picture):
    page = manager(f"/staff/door?venue=door-hall&day={doors.day}")
    page.click("text=Donner un lien")
    address = page.get_attribute(".key a", "href")
    assert address.startswith(f"{demo.url}/staff/door/") and address not in page.url
    picture(page, "door-link")
    assert Axe().run(page).response["violations"] == []
    phone = visit(viewport=PHONE, locale="fr-FR")
    phone.goto(address)
    expect(phone.locator(".slots .what")).to_have_text(["Parler du temps", "Visiter l’atelier"])
    assert phone.locator("text=Donner un lien").count() == 0, "a steward gives no links"
    # Another venue's is not theirs to give.
    manager_session = staff_session(demo, "venue_manager")
    token = re.search(r'data-form-token="([^"]+)"', manager_session.get(f"{demo.url}/staff/door").text)[1]
    other = next(one["venue"]["slug"] for one in requests.get(f"{demo.url}/api/v1/sessions", verify=False).json()["data"]
                 if one["venue"]["slug"] not in ("door-hall", "mairie-11e", "mairie-20e"))
    answer = manager_session.post(
        f"{demo.url}/staff/door/links", data={"form_token": token, "venue": other, "day": doors.day}, allow_redirects=False)
    assert answer.status_code == 403
    # Another link opens one room only.
    page.goto(f"{demo.url}/staff/door?venue=door-hall&day={doors.day}")
    page.select_option("#room", "Petite salle")
    page.click("text=Donner un lien")
    expect(page.locator("article .where")).to_contain_text("Petite salle")
    phone.goto(page.get_attribute(".key a", "href"))
    expect(phone.locator(".slots .what")).to_have_text(["Visiter l’atelier"])
    page.click("text=Mettre fin")
    expect(page.locator("h1")).to_contain_text("ne s’ouvre plus")
    phone.goto(f"{demo.url}/staff/door/sessions/door-visit")
    assert "Visiter" not in phone.inner_text("body")
    page.goto(f"{demo.url}/staff/door?venue=door-hall&day={doors.day}")
    phone.goto(address)
    expect(phone.locator(".slots li")).to_have_count(2)
    page.click("text=Donner un lien")
    page.click("text=Mettre fin")
    phone.goto(demo.url + DOOR)
    assert "Parler du temps" not in phone.inner_text("body")


STATES = {
    "board": (BOARD, None), "all-boards": ("/staff/board", None),
    "capacity": ("/staff/venues/door-hall/sessions/door-talk/capacity", None),
    "sheet": ("/staff/sessions/door-talk/sheet", None), "door-choice": ("/staff/door?venue=door-hall", None),
    "door": (DOOR, None), "door-in": (DOOR, "ada@door.example"), "door-already-in": (DOOR, "ada@door.example"),
    "door-group": (DOOR, "béatrice"), "door-cancelled": (DOOR, "dora@door.example"),
    "door-waiting": (DOOR, "cleo"), "door-unknown": (DOOR, "ABCD-EFGH"), "door-nobody": (DOOR, "nobody"),
}


@pytest.mark.parametrize("look", [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone-dark", "desktop-light"])
def test_axe_finds_nothing(doors, demo, visit, picture, look):
    viewport, scheme = look
    doors.clear()
    page = staff_page(visit(viewport=viewport, color_scheme=scheme), demo, "venue_manager")
    for name, (path, typed) in STATES.items():
        if scheme == "light" and typed:
            continue
        page.goto(demo.url + path)
        if typed:
            page.wait_for_selector("#door[data-ready]", state="attached")
            page.fill("#ticket", doors.references.get(typed, typed))
            page.press("#ticket", "Enter")
            page.wait_for_selector(".outcome-card, .people, .nobody")
        found = Axe().run(page).response["violations"]
        assert found == [], f"{name}: " + json.dumps(found, indent=1)[:3000]
        # Nothing sticks out of a phone.
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        picture(page, f"axe-{name}-{scheme}")


def test_a_stream_ends_with_the_service_and_not_before(doors, demo):
    """A screen that stays open for longer than a kept-alive connection may rest, and hears of each change."""
    session = staff_session(demo, "venue_manager")
    cookie = "; ".join(f"{one.name}={one.value}" for one in session.cookies)
    trust = ssl.create_default_context()
    trust.check_hostname, trust.verify_mode = False, ssl.CERT_NONE
    request = urllib.request.Request(f"{demo.url}{BOARD}/stream", headers={"cookie": cookie})
    with urllib.request.urlopen(request, context=trust, timeout=30) as stream:
        assert stream.readline() == b"retry: 2000\n"
        events = 0
        while events < 2:
            line = stream.readline()
            if line.startswith(b"data:"):
                events += 1
                doors.check_in(None, walk_in=True)
    doors.clear()
