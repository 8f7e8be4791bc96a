"""What a steward's link opens, what it does not, and what those try who have one that they should not have."""

import json
import uuid

import pytest
from at_door import DOOR, doors, fresh  # noqa: F401 (fixtures)

from harness.staff import client, door_token, form_token, staff_session

CHECK_INS = "/staff/door/check-ins"


@pytest.fixture
def link(fresh, demo):
    """A browser that has opened the link to the hall's doors."""
    session = client(demo)
    session.token = door_token(demo, "door-hall", fresh.day)
    assert session.get(f"{demo.url}/staff/door/{session.token}", allow_redirects=False).status_code == 303
    session.headers["x-form-token"] = form_token(session, demo.url + DOOR)
    return session


def item(**members):
    return {"session": "door-talk", "direction": "in", "walk_in": True, "people": 1, "request_key": uuid.uuid4().hex} | members


def test_a_door_is_its_stewards_only(fresh, demo):
    elsewhere = staff_session(demo, "steward", venue="mairie-11e", day=fresh.day)
    assert elsewhere.get(demo.url + DOOR).status_code == 404
    assert elsewhere.get(f"{demo.url}{DOOR}/list").status_code == 404
    elsewhere.headers["x-form-token"] = form_token(elsewhere, f"{demo.url}/staff/door")
    answer = elsewhere.post(demo.url + CHECK_INS, json=[item()])
    assert answer.status_code in (200, 403, 404) and "checked_in" not in answer.text and fresh.counts()["inside"] == 0
    manager = staff_session(demo, "venue_manager")
    assert manager.get(demo.url + DOOR).status_code == 404
    assert manager.get(f"{demo.url}/staff/venues/door-hall/board").status_code == 403
    # A link for one room opens that room.
    room = client(demo)
    room.get(f"{demo.url}/staff/door/{door_token(demo, 'door-hall', fresh.day, room='Petite salle')}")
    assert room.get(demo.url + DOOR).status_code == 404
    assert room.get(f"{demo.url}/staff/door/sessions/door-visit").status_code == 200


def test_a_link_that_has_ended_or_was_called_in_opens_nothing(fresh, demo, link):
    assert link.get(demo.url + DOOR).status_code == 200
    for end, back in [
        ("expires_at = now() - interval '1 second'", "expires_at = now() + interval '1 day'"),
        ("ended_at = now()", "ended_at = null")]:
        fresh.cluster.psql("socialday", f"update app.door_link set {end} where ended_at is null")
        for path in (DOOR, f"{DOOR}/list", "/staff/door", "/staff/sessions/door-talk/sheet", "/staff/board"):
            answer = link.get(demo.url + path, allow_redirects=False)
            assert answer.status_code in (303, 401, 403, 404) and "Ada" not in answer.text, path
        answer = link.post(demo.url + CHECK_INS, json=[item()])
        assert answer.status_code in (401, 403), answer.text
        assert fresh.counts()["walk_ins"] == 0
        assert client(demo).get(f"{demo.url}/staff/door/{link.token}").status_code == 404
        fresh.cluster.psql("socialday", f"update app.door_link set {back}")
    assert link.get(demo.url + DOOR).status_code == 200


def test_a_link_that_was_passed_on_shows_names_places_and_what_there_is_to_do_and_nothing_else(fresh, demo, link):
    reply = link.get(f"{demo.url}{DOOR}/list").json()
    assert set(reply) == {"people", "counts"}
    for person in reply["people"]:
        assert set(person) <= {"reference", "code", "name", "places", "status", "inside", "arrived", "isWalkIn", "toDo"}
    everything = json.dumps(reply) + link.get(demo.url + DOOR).text + link.get(f"{demo.url}/staff/sessions/door-talk/sheet").text
    assert "Ada Lovelace" in everything and "@door.example" not in everything and "Dora" not in everything
    for email in ("ada@door.example", "bea@door.example"):
        assert fresh.code(email).split("/")[-1] not in everything, "nobody can make a ticket of it"
    for path in ("/staff/people", "/staff/exports", "/staff/record", "/staff/accounts", "/staff/desk/sessions",
                 "/staff/venues/door-hall/sessions/door-talk/capacity", "/staff/venues/mairie-11e/board",
                 "/staff/sessions/no-such-session/sheet"):
        answer = link.get(demo.url + path, allow_redirects=False)
        assert answer.status_code in (303, 403, 404) and "Ada" not in answer.text, path
    refused = client(demo)
    refused.cookies.update(link.cookies)
    assert refused.post(demo.url + CHECK_INS, json=[item()]).status_code == 403, "without the form's token"


@pytest.mark.parametrize("body", [
    b"", b"null", b"{}", b"[null]", b"[[]]", b"[1]", b"\xff\xfe", b'[{"session":["door-talk"]}]', b"[" * 20_000,
], ids=["nothing", "null", "object", "nulls", "arrays", "numbers", "no-text", "wrong-type", "deep"])
def test_what_is_no_list_of_check_ins_is_refused(fresh, demo, link, body):
    answer = link.post(demo.url + CHECK_INS, data=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400, answer.text
    assert fresh.counts()["inside"] == 0


def test_times_and_numbers_that_nobody_means_do_no_harm(fresh, demo, link):
    for wrong in ({"people": 0}, {"people": -1}, {"people": 101}, {"people": 1.5}, {"people": 10 ** 30}, {"at": "yesterday"},
                  {"at": "2026-13-01T00:00:00Z"}, {"at": 12}, {"request_key": "x"}, {"request_key": "k" * 65}, {"direction": "up"}):
        assert link.post(demo.url + CHECK_INS, json=[item(**wrong)]).status_code == 400, wrong
    for at in ("0001-01-01T00:00:00Z", "9999-12-31T23:59:60Z", "2026-02-28T23:59:59.999999999+23:59"):
        [answer] = link.post(demo.url + CHECK_INS, json=[item(at=at)]).json()
        assert answer["accepted"], at
    # None of them is taken for the time at which anybody came.
    late = fresh.cluster.psql("socialday", "select count(*), bool_and(is_clamped), bool_and(at = received_at) from app.check_in")
    assert late.split("\t") == ["3", "t", "t"]
    # As if they had happened: three came, two were free, and that is flagged.
    counts = fresh.counts()
    assert (counts["walk_ins"], counts["flagged"]) == (3, 1)


def test_many_at_once_are_counted_or_refused_whole(fresh, demo, link):
    many = [item(walk_in=False, ticket=fresh.references["ada@door.example"]) for _ in range(380)]
    answer = link.post(demo.url + CHECK_INS, json=many)
    assert [one["outcome"] for one in answer.json()] == ["checked_in"] + 379 * ["already_in"]
    assert answer.elapsed.total_seconds() < 20, "each takes longer than the one before it"
    assert link.post(demo.url + CHECK_INS, json=many * 2).status_code == 413
    assert fresh.counts()["inside"] == 1
