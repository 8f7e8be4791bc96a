"""Letting people in by plain forms, and what the API says of it."""

import uuid
from datetime import datetime, timedelta, timezone

from at_door import DOOR, doors, fresh, kind, said, scan, steward  # noqa: F401 (fixtures)
from playwright.sync_api import expect

from harness.staff import client, staff_session
from harness.tickets import MANAGE

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


def test_whoever_comes_late_is_let_in_beyond_the_capacity_as_long_as_the_room_holds_them(
        steward, fresh, demo, picture):
    fresh.cluster.psql("socialday", "update app.room set capacity = 7 where name = 'Grande salle'")
    fresh.start(minutes=-11)
    fresh.cluster.psql("socialday", """
        update app.session set starts_at = now() + interval '5 minutes' where slug = 'door-visit'""")
    page = steward(java_script_enabled=False)
    assert fresh.check_in(None, walk_in=True, people=6)[1]["outcome"] == "checked_in"
    # Of three, one more may come in, and is a person more than the session has places.
    scan(page, fresh.references["bea@door.example"])
    page.click(".people button:has-text('3 personnes')")
    text = said(page)
    assert kind(page) == "given_away" and "Béatrice Ébène" in text and "La salle peut encore recevoir : 1" in text
    assert "Encore de la place" in text and "Visiter l'atelier, Petite salle" in text, "where they can go instead"
    picture(page, "door-given-away-some")
    page.click("#result button:has-text('1 personne')")
    assert kind(page) == "checked_in" and "Plus de monde que prévu" in said(page)
    picture(page, "door-beyond")
    scan(page, fresh.references["ada@door.example"])
    assert kind(page) == "given_away" and "limite de sécurité" in said(page)
    picture(page, "door-given-away")
    status, answer = fresh.check_in(fresh.code("ada@door.example"))
    assert (status, answer["outcome"], answer["accepted"], answer["room_left"]) == (200, "given_away", False, 0)
    # They were told so before.
    ticket = client(demo).get(f"{demo.url}/fr/tickets/{fresh.tickets.ticket('ada@door.example', 'door-talk', MANAGE)}").text
    assert "dix minutes après le début" in ticket
    assert "dix minutes après le début" in client(demo).get(fresh.code("ada@door.example")).text


def test_a_camera_that_opens_the_code_leads_a_steward_to_the_check_in_and_anybody_else_to_the_ticket(
        steward, fresh, demo, picture):
    page = steward()
    page.goto(fresh.code("bea@door.example"))
    # The address that stays in the browser opens nothing.
    assert page.url == f"{demo.url}{DOOR}?ticket={fresh.references['bea@door.example']}"
    expect(page.locator(".people .who")).to_have_text("Béatrice Ébène")
    picture(page, "door-camera")
    page.wait_for_selector("#door[data-kept]", state="attached")
    page.click(".people button >> nth=0")
    page.wait_for_selector("[data-kind=checked_in]")
    expect(page.locator("#net")).to_have_attribute("data-state", "on")
    assert fresh.counts()["inside"] == 3
    answer = client(demo).get(fresh.code("bea@door.example"))
    assert answer.url == fresh.code("bea@door.example") and "Béatrice" not in answer.text
    manager = staff_session(demo, "venue_manager")
    answer = manager.get(fresh.code("bea@door.example"))
    assert "Béatrice" not in answer.text and "Petite salle" not in answer.text and "Grande salle" in answer.text
