"""Letting people in: by plain forms, by scanning, without network; and what the API says of it."""

import uuid
from datetime import datetime, timedelta, timezone

import pytest
from forms import PHONE
from playwright.sync_api import expect

from harness.doors import Doors
from harness.staff import client, door_token, staff_page, staff_session

DOOR = "/staff/door/sessions/door-talk"


@pytest.fixture(scope="module")
def doors(demo, folder):
    return Doors(demo, folder)


@pytest.fixture
def fresh(doors):
    """The doors before anybody came, as the sessions are about to start."""
    doors.clear()
    doors.start(minutes=2)
    return doors


@pytest.fixture
def steward(fresh, demo, visit):
    """Opens the talk's door on a steward's phone."""

    def open_door(path=DOOR, **options):
        page = visit(viewport=PHONE, locale="fr-FR", **options)
        staff_page(page, demo, "steward", venue="door-hall", day=fresh.day)
        page.goto(demo.url + path)
        return page

    return open_door


def scan(page, text):
    """A hand scanner types the code, and Enter."""
    page.fill("#ticket", text)
    page.press("#ticket", "Enter")


def said(page, where=".outcome-card"):
    """What stands there, without the printer's spaces and apostrophes."""
    return page.inner_text(where).replace("\xa0", " ").replace("\u202f", " ").replace("’", "'")


def kind(page):
    return page.get_attribute(".outcome-card", "data-kind")


# The API ------------------------------------------------------------------------------------------------


def test_the_api_counts_a_ticket_once_by_its_code_its_token_or_its_reference(fresh):
    code = fresh.code("ada@door.example")
    status, answer = fresh.check_in(code)
    assert (status, answer["outcome"], answer["inside"], answer["places"]) == (200, "checked_in", 1, 1)
    assert "name" not in answer and "email" not in str(answer)
    assert fresh.check_in(code.split("/")[-1])[1]["outcome"] == "already_in"
    assert fresh.check_in(fresh.references["ada@door.example"].lower())[1]["outcome"] == "already_in"
    assert fresh.check_in(code, direction="out")[1]["outcome"] == "checked_out"
    counts = fresh.counts()
    assert (counts["checked_in"], counts["inside"], counts["confirmed"], counts["waiting"]) == (1, 0, 4, 1)


def test_a_batch_is_answered_item_by_item_and_a_key_counts_once(fresh):
    items = [
        {"session": "door-talk", "ticket": fresh.code("bea@door.example"), "direction": "in", "people": 2},
        {"session": "door-talk", "ticket": fresh.code("eve@door.example", "door-visit"), "direction": "in"},
        {"session": "door-talk", "ticket": fresh.references["cleo@door.example"], "direction": "in"},
        {"session": "door-talk", "ticket": fresh.references["dora@door.example"], "direction": "in"},
        {"session": "door-talk", "ticket": "nothing of ours", "direction": "in"},
        {"session": "no-such-session", "ticket": fresh.references["ada@door.example"], "direction": "in"},
        {"session": "door-talk", "walk_in": True, "direction": "in"},
    ]
    items = [item | {"request_key": uuid.uuid4().hex} for item in items]
    items.append(items[0])
    items.append(items[0] | {"people": 1})
    items.append({"session": "door-talk", "direction": "undo", "undoes": items[6]["request_key"], "request_key": "undo-it-now"})
    answers = fresh.call("POST", "/check-ins", items).json()
    assert [answer["outcome"] for answer in answers] == [
        "checked_in", "wrong_session", "waiting", "cancelled", "unknown", "unknown_session", "checked_in", "checked_in",
        "key_reused", "undone"]
    assert answers[1]["session"] == "door-visit" and answers[0]["inside"] == 2
    assert fresh.call("POST", "/check-ins", []).json() == []
    counts = fresh.counts()
    assert (counts["inside"], counts["walk_ins"]) == (2, 0)


def test_what_is_told_late_is_a_fact(fresh):
    code, early = fresh.code("ada@door.example"), datetime.now(timezone.utc) - timedelta(minutes=20)
    assert fresh.check_in(code, at=early.isoformat())[1]["outcome"] == "checked_in"
    status, again = fresh.check_in(code, at=early.isoformat())
    assert (status, again["outcome"], again["accepted"], again["excess"]) == (200, "already_in", True, 1)
    counts = fresh.counts()
    assert (counts["inside"], counts["checked_in"], counts["flagged"]) == (1, 1, 1)


def test_a_wrong_body_is_told_all_that_is_wrong_with_it(fresh):
    answer = fresh.call("POST", "/check-ins", {"direction": "up", "people": 0, "at": "noon", "request_key": "short"})
    assert answer.status_code == 422
    assert {error["field"] for error in answer.json()["errors"]} == {
        "ticket", "session", "direction", "people", "at", "request_key"}
    answer = fresh.call("POST", "/check-ins", [{}])
    assert answer.json()["errors"][0]["field"].startswith("0.")
    assert fresh.call("POST", "/check-ins", "in").status_code == 400
    assert fresh.check_in("x", slug="nowhere")[0] == 404
    assert fresh.call("GET", "/venues/nowhere/capacity").status_code == 404
    key = uuid.uuid4().hex
    assert fresh.check_in(fresh.code("ada@door.example"), request_key=key)[0] == 200
    status, problem = fresh.check_in(fresh.code("bea@door.example"), request_key=key)
    assert (status, problem["code"]) == (409, "request_key_reused")


def test_scopes_are_asked_for(fresh, demo):
    fresh.token, kept = demo.token(f"reader-{uuid.uuid4().hex[:6]}", "capacity:read"), fresh.token
    assert fresh.check_in("x")[0] == 403 and fresh.counts()["inside"] == 0
    fresh.token = "sd_nobody"
    assert fresh.check_in("x")[0] == 401
    fresh.token = kept


# Plain forms --------------------------------------------------------------------------------------------


def test_a_steward_lets_people_in_without_a_script(steward, fresh, picture):
    page = steward("/staff/door", java_script_enabled=False)
    assert "Salle des fêtes" in page.inner_text("main h2")
    picture(page, "door-choice")
    page.click("text=Parler du temps")
    scan(page, fresh.code("ada@door.example"))
    assert kind(page) == "checked_in" and "Ada Lovelace" in said(page)
    picture(page, "door-plain-in")
    page.click("text=Annuler ce pointage")
    assert kind(page) == "undone" and fresh.counts()["inside"] == 0
    scan(page, fresh.references["ada@door.example"])
    scan(page, fresh.references["ada@door.example"])
    assert kind(page) == "already_in" and "à cette porte" in said(page)
    # A group is found by the beginning of a name, whatever the accents, and comes in parts.
    scan(page, "beat eben")
    assert "Accompagner vers la place pour fauteuil" in said(page, ".people")
    picture(page, "door-plain-group")
    page.click(".people button:has-text('2 personnes')")
    assert "Entrés : 2 sur 3" in said(page)
    scan(page, "Béatrice")
    page.click(".people button:has-text('Sortie')")
    assert "Entrés : 1 sur 3" in said(page)
    scan(page, "nobody at all")
    assert "Personne de ce nom" in said(page, "#found")
    page.click("#walk-in button >> nth=0")
    assert kind(page) == "checked_in"
    counts = fresh.counts()
    assert (counts["checked_in"], counts["inside"], counts["walk_ins"]) == (3, 3, 1)


def test_refusals_say_what_is_wrong_each_in_its_own_way(steward, fresh, picture):
    page = steward(java_script_enabled=False)
    seen = {}
    for name, code in {
        "wrong_session": fresh.code("eve@door.example", "door-visit"), "cancelled": fresh.references["dora@door.example"],
        "unknown": "ABCD-EFGH",
    }.items():
        scan(page, code)
        card = page.locator(".outcome-card")
        seen[name] = (
            kind(page), page.inner_text(".word"), page.get_attribute(".outcome-card use", "href"),
            card.evaluate("card => getComputedStyle(card).backgroundColor"))
        picture(page, f"door-{name}")
    assert {name: look[0] for name, look in seen.items()} == {name: name for name in seen}
    for part in range(1, 4):
        assert len({look[part] for look in seen.values()}) == 3
    scan(page, fresh.code("eve@door.example", "door-visit"))
    assert "Petite salle" in said(page)


def test_ten_minutes_after_the_start_what_nobody_claimed_goes_to_who_waits(steward, fresh, picture):
    page = steward(java_script_enabled=False)
    for _ in range(3):
        page.click("#walk-in button >> nth=0")
    assert kind(page) == "full" and fresh.counts()["walk_ins"] == 2
    fresh.start(minutes=-11)
    page.goto(page.url)
    scan(page, fresh.references["cleo@door.example"])
    page.click(".people button >> nth=0")
    assert kind(page) == "checked_in" and "Entrés : 4 sur 4" in said(page)
    counts = fresh.counts()
    assert (counts["walk_ins"], counts["checked_in"], counts["confirmed"], counts["remaining"]) == (6, 0, 4, 0)
    assert "Limite de sécurité" in said(page, "#crowding")
    picture(page, "door-full")


def test_a_camera_that_opens_the_code_leads_a_steward_to_the_check_in_and_anybody_else_to_the_ticket(
        steward, fresh, demo, picture):
    page = steward()
    page.goto(fresh.code("bea@door.example"))
    assert "/staff/door/tickets/" in page.url
    expect(page.locator(".people .who")).to_have_text("Béatrice Ébène")
    picture(page, "door-camera")
    answer = client(demo).get(fresh.code("bea@door.example"))
    assert answer.url == fresh.code("bea@door.example") and "Béatrice" not in answer.text
    manager = staff_session(demo, "venue_manager")
    answer = manager.get(fresh.code("bea@door.example"))
    assert "Béatrice" not in answer.text and "Petite salle" not in answer.text and "Grande salle" in answer.text


def test_a_door_is_its_stewards_only(fresh, demo):
    elsewhere = staff_session(demo, "steward", venue="mairie-11e", day=fresh.day)
    assert elsewhere.get(demo.url + DOOR).status_code == 404
    assert elsewhere.get(f"{demo.url}{DOOR}/list").status_code == 404
    manager = staff_session(demo, "venue_manager")
    assert manager.get(demo.url + DOOR).status_code == 404
    assert manager.get(f"{demo.url}/staff/venues/door-hall/board").status_code == 403
    # A link for one room opens that room.
    room = client(demo)
    room.get(f"{demo.url}/staff/door/{door_token(demo, 'door-hall', fresh.day, room='Petite salle')}")
    assert room.get(demo.url + DOOR).status_code == 404
    assert room.get(f"{demo.url}/staff/door/sessions/door-visit").status_code == 200


# With the script ----------------------------------------------------------------------------------------


def test_a_hand_scanner_types_and_the_page_answers_at_once(steward, fresh, picture):
    page = steward()
    page.wait_for_selector("#door[data-ready]", state="attached")
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.type(fresh.code("ada@door.example"))
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-kind=checked_in]")
    picture(page, "door-in")
    scan(page, fresh.code("ada@door.example"))
    page.wait_for_selector("[data-kind=already_in]")
    picture(page, "door-already-in")
    scan(page, fresh.code("bea@door.example"))
    page.click(".people button:has-text('2 personnes')")
    page.wait_for_selector("[data-kind=checked_in]")
    assert "Entrés : 2 sur 3" in said(page)
    expect(page.locator("[data-count=arrived]")).to_have_text("3")
    page.click("text=Annuler ce pointage")
    page.wait_for_selector("[data-kind=undone]")
    scan(page, "cleo")
    expect(page.locator(".people .state")).to_contain_text("Sur liste d'attente".replace("'", "’"))
    assert fresh.counts()["inside"] == 1 and page.complaints == []


def test_without_network_the_door_goes_on_and_what_it_recorded_counts_once(steward, fresh, picture):
    page = steward()
    page.wait_for_selector("#door[data-kept]", state="attached")
    page.context.set_offline(True)
    page.reload()
    page.wait_for_selector("#door[data-ready]", state="attached")
    expect(page.locator("#net")).to_contain_text("Sans réseau")
    scan(page, fresh.code("ada@door.example"))
    page.wait_for_selector("[data-kind=checked_in]")
    scan(page, fresh.code("ada@door.example"))
    page.wait_for_selector("[data-kind=already_in]")
    scan(page, fresh.references["dora@door.example"])
    page.wait_for_selector("[data-kind=cancelled]")
    scan(page, fresh.code("eve@door.example", "door-visit"))
    page.wait_for_selector("[data-kind=unknown]")
    scan(page, "béa")
    page.click(".people button:has-text('3 personnes')")
    page.wait_for_selector("[data-kind=checked_in]")
    expect(page.locator("[data-count=arrived]")).to_have_text("4")
    expect(page.locator("[data-count=remaining]")).to_have_text("2")
    page.click("#walk-in button >> nth=0")
    expect(page.locator("[data-count=remaining]")).to_have_text("1")
    expect(page.locator("#net")).to_have_attribute("data-waiting", "3")
    picture(page, "door-offline")
    assert fresh.counts()["inside"] == 0
    # Another door has seen Ada meanwhile.
    assert fresh.check_in(fresh.code("ada@door.example"))[1]["outcome"] == "checked_in"

    # The answer to what is sent first is lost, so that it is sent twice.
    sent = []

    def lose_the_first(route):
        sent.append(route.request.post_data)
        if len(sent) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/staff/door/check-ins", lose_the_first)
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_timeout(300)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#net")).to_have_attribute("data-waiting", "0")
    assert len(sent) >= 2 and sent[0] == sent[1]
    counts = fresh.counts()
    assert (counts["checked_in"], counts["inside"], counts["walk_ins"], counts["flagged"]) == (4, 5, 1, 1)


def test_the_list_on_the_device_holds_no_address_and_deletes_itself_after_the_day(steward, fresh):
    page = steward()
    page.wait_for_selector("#door[data-kept]", state="attached")
    lists = page.evaluate("store.run('lists', 'readonly', (lists) => lists.getAll())")
    assert [entry["slug"] for entry in lists] == ["door-talk"] and len(lists[0]["people"]) == 4
    assert "@" not in str(lists) and "door.example" not in str(lists)
    for email in ("ada@door.example", "bea@door.example"):
        assert fresh.code(email).split("/")[-1] not in str(lists)
    assert page.evaluate("caches.match(page).then(Boolean)")
    page.clock.install()
    page.clock.set_fixed_time(datetime.now() + timedelta(hours=14))
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#net")).to_contain_text("effacée")
    assert page.evaluate("store.run('lists', 'readonly', (lists) => lists.getAll())") == []
    assert not page.evaluate("caches.match(page).then(Boolean)")
